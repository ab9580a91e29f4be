// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ChatSession.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace litedeck {

class InlineNotice;
class TranscriptView;

/// Deletes messages of the chat that is shown, says so, and brings them back one by one until the
/// notice is closed.
class DeletedTurns : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeletedTurns)

public:
    /// Both outlive this.
    DeletedTurns(TranscriptView &transcript, InlineNotice &notice);

    /// Null for none; says what was deleted from it before.
    void setSession(ChatSession *session);
    void remove(const TurnId &id);

private:
    void undo();
    void tell();

    TranscriptView &m_transcript;
    InlineNotice &m_notice;
    QPointer<ChatSession> m_session;
    QHash<ConversationId, QList<TurnId>> m_deleted; ///< What can be brought back, the last last.
};

} // namespace litedeck
