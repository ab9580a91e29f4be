// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/conversation/DraftFile.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>

namespace litedeck {

class AttachmentReader;
class LiveChats;
class ChatSession;
class ChatView;
class NewChat;

/// Keeps what is written and not sent, for each chat and for the one that is not begun: on disk
/// within Pause, and at once when another chat is shown or nothing is left of it. Files that are to
/// go along are kept with what they held, at once; those that are still being read when another
/// chat is shown go to the draft that they were chosen for. What is written while a chat is being
/// opened comes after its own draft, also when it opens later.
class DraftKeeper : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftKeeper)

public:
    static constexpr Milliseconds Pause{1000};

    /// All outlive the keeper.
    DraftKeeper(ChatView &view, NewChat &newChat, LiveChats &live, Clock &clock);
    /// Saves what is not saved.
    ~DraftKeeper() override;

private:
    void onSessionChanged();
    void onShown(ChatSession &session);
    void onOpened(ChatSession *session);
    void onTextChanged();
    void onFilesChanged();
    void showFiles();
    void onFilesRead(const QList<DraftFile> &files);
    void leaveFiles();
    void leaveReader(std::unique_ptr<AttachmentReader> reader);
    void onLateFile(const QString &place, const QPointer<ChatSession> &session,
                    const DraftFile &file);
    void save();

    ChatView &m_view;
    NewChat &m_newChat;
    LiveChats &m_live;
    QPointer<ChatSession> m_session;        ///< Whose draft it is; null for the new chat.
    ConversationId m_opening;               ///< Whose draft it is while that is not known.
    QHash<ConversationId, QString> m_early; ///< What was written for others before they were open.
    bool m_isOfNewChat = true;
    QString m_place; ///< What the files of the shown draft are stored under.
    QHash<QString, QList<DraftFile>> m_files; ///< As they are stored, of all places read so far.
    QString m_draft;
    bool m_isSaved = true;
    int m_round = 0;          ///< Tells files that are read late from those of the shown draft.
    bool m_isShowing = false; ///< The composer is being given another draft.
    std::unique_ptr<Timer> m_timer;
};

} // namespace litedeck
