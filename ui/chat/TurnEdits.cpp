// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/TurnEdits.h"

#include "ui/chat/Composer.h"

namespace litedeck {

TurnEdits::TurnEdits(Composer &composer)
    : m_composer(composer)
{
    connect(&composer, &Composer::editCancelled, this, &TurnEdits::end);
}

void TurnEdits::begin(const Turn &turn)
{
    m_turn = turn.id;
    m_composer.beginEdit(turn.prompt, turn.attachments);
    if (m_unsent.contains(turn.id)) {
        const Message left = m_unsent.take(turn.id);
        m_composer.setText(left.text);
        m_composer.setAttachments(left.attachments);
    }
    emit changed();
}

void TurnEdits::leave()
{
    if (!m_turn.isEmpty())
        m_unsent.insert(m_turn, {m_composer.text(), m_composer.attachments()});
    end();
}

void TurnEdits::leaveFor(const ConversationId &conversation)
{
    if (!m_turn.isEmpty())
        m_left.insert(conversation, m_turn);
    leave();
}

void TurnEdits::end()
{
    m_turn = {};
    m_composer.endEdit();
    emit changed();
}

} // namespace litedeck
