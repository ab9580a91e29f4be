// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"
#include "ui/shell/WindowContent.h"

#include <QObject>

class QWidget;

namespace litedeck {

class ChatPage;
class JobsPage;
class ShellFrame;
class TeamPage;

/// Makes the pages of the window and tells what they want of it: the chats at once, each other page
/// when it is first shown or needed, since nobody sees most of them in a day. So a page only shows
/// what core knows anyway, and whatever goes on in the background belongs to core.
class WindowPages : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowPages)

public:
    /// `frame` outlives the pages, which it owns.
    WindowPages(const WindowContent &content, ShellFrame &frame, QObject *parent = nullptr);

    ChatPage &chats() { return *m_chats; }
    /// The page of the jobs, which is made now if it was not shown yet.
    JobsPage &jobs();

signals:
    void jobRequested(const litedeck::JobId &job);
    void turnRequested(const litedeck::ConversationId &conversation, const litedeck::TurnId &turn);
    void retryRequested(const litedeck::ConversationId &conversation, const litedeck::TurnId &turn);
    void profileRequested(const litedeck::ProfileId &profile);

private:
    void report(ErrorOrigin::Kind kind, const Error &error);
    void resolve(ErrorOrigin::Kind kind);
    void refresh(ErrorOrigin::Kind kind);
    QWidget *makeTeam();
    QWidget *makeJobs();
    QWidget *makeDiagnostics();

    const WindowContent m_content;
    ShellFrame &m_frame;
    ChatPage *m_chats;
    TeamPage *m_team = nullptr; ///< Null until it is made; so is the next.
    JobsPage *m_jobs = nullptr;
};

} // namespace litedeck
