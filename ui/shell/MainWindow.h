// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ChatSession.h"
#include "core/errors/WayOut.h"
#include "core/settings/Profile.h"
#include "ui/shell/Page.h"
#include "ui/shell/WindowContent.h"
#include "ui/widgets/Tone.h"

#include <QMainWindow>

#include <memory>

namespace litedeck {

class ChatPage;
class ErrorPanel;
class InlineNotice;
class ShellFrame;
class TeamNotice;
class WindowPages;

/// The window of one connection: the pages in their frame, with what is said around them.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(const WindowContent &content);

    /// Says something about the program itself above the pages, until the user closes it.
    void showNotice(const QString &text, Tone tone);
    /// Takes this notice away, if it is still the one in view.
    void takeNotice(const QString &text);
    /// Whether the user has such a notice in view.
    bool hasNotice() const;

    /// What can be changed to; `open` is the connection that the window is of, if it is of one.
    void setConnections(const QList<Profile> &connections, const ProfileId &open);
    /// What the user calls the server or the connection now.
    void setName(const QString &name);
    ChatPage &chats();
    /// Writes size and layout into the settings, as closing the window does.
    void keepLayout();

signals:
    /// The user closed the window.
    void closed();
    /// The user wants to change this connection, such as its key.
    void connectRequested();
    void connectionAddRequested();
    void connectionsRequested();
    void settingsRequested();
    /// The user wants to work with another of their teams.
    void profileRequested(const litedeck::ProfileId &profile);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectPages();
    void connectErrors();
    void restore();
    void showPage(Page page);
    void showJob(const JobId &job);
    void showOrigin(const ErrorOrigin &origin);
    /// Brings an error back into the panel, which it may have left.
    void showError(const ErrorOrigin &origin, const Error &error);
    void askAgain(const ErrorOrigin &origin, ChatSession::Context context);
    /// Asks for a turn once more, after its conversation is opened.
    void retryTurn(const ConversationId &conversation, const TurnId &turn);
    void takeWayOut(WayOut way, const ErrorOrigin &origin);
    void onTeamChanged();
    void comeForward();
    void showServer();
    void updateAge();
    void updateSeen();

    WindowContent m_content;
    InlineNotice *m_notice;
    TeamNotice *m_teamNotice;
    ShellFrame *m_frame;
    WindowPages *m_pages;
    ErrorPanel *m_errors;
    std::unique_ptr<Timer> m_ageTimer;
};

} // namespace litedeck
