// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "gateway/ChatRequest.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>

namespace litedeck {

class ChatSession;
class ChatView;
class NewChat;

/// Keeps what is written and not sent, for each chat and for the one that is not begun: on disk
/// within Pause, and at once when another chat is shown or nothing is left of it. Files that are to
/// go along are kept for this run.
class DraftKeeper : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftKeeper)

public:
    static constexpr Milliseconds Pause{1000};

    /// All outlive the keeper.
    DraftKeeper(ChatView &view, NewChat &newChat, Clock &clock);
    /// Saves what is not saved.
    ~DraftKeeper() override;

private:
    void onSessionChanged();
    void onTextChanged();
    void save();

    ChatView &m_view;
    NewChat &m_newChat;
    QPointer<ChatSession> m_session; ///< Whose draft it is; null for the new chat.
    bool m_isOfNewChat = true;
    ConversationId m_conversation;                    ///< Of the session; empty for the new chat.
    QHash<ConversationId, QList<Attachment>> m_files; ///< Of the chats that are not shown.
    QString m_draft;
    bool m_isSaved = true;
    std::unique_ptr<Timer> m_timer;
};

} // namespace litedeck
