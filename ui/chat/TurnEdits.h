// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <QHash>
#include <QObject>

namespace litedeck {

class Composer;

/// Earlier messages that are changed in the composer to be sent as new versions. What was changed
/// and not sent is kept while something else is shown.
class TurnEdits : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TurnEdits)

public:
    /// The composer outlives this.
    explicit TurnEdits(Composer &composer);

    /// The turn that the composer's text is to be a new version of; empty for none.
    const TurnId &turn() const { return m_turn; }
    /// Puts the turn's message into the composer, as it was left.
    void begin(const Turn &turn);
    /// Brings the composer's draft back, and keeps what became of the message.
    void leave();
    /// The same because another chat is shown.
    void leaveFor(const ConversationId &conversation);
    /// What was edited in a chat when another one was shown; empty for nothing.
    TurnId takeLeft(const ConversationId &conversation) { return m_left.take(conversation); }
    /// Brings the composer's draft back.
    void end();

signals:
    void changed();

private:
    struct Message
    {
        QString text;
        QList<Attachment> attachments;
    };

    Composer &m_composer;
    TurnId m_turn;
    QHash<TurnId, Message> m_unsent;
    QHash<ConversationId, TurnId> m_left;
};

} // namespace litedeck
