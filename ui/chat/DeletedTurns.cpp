// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/DeletedTurns.h"

#include "core/conversation/TurnTree.h"
#include "ui/chat/transcript/TranscriptView.h"
#include "ui/widgets/InlineNotice.h"

namespace litedeck {

DeletedTurns::DeletedTurns(TranscriptView &transcript, InlineNotice &notice)
    : m_transcript(transcript)
    , m_notice(notice)
{
    connect(&notice, &InlineNotice::actionRequested, this, &DeletedTurns::undo);
    connect(&notice, &InlineNotice::closed, this, [this] {
        if (m_session)
            m_deleted.remove(m_session->conversation().id);
    });
}

void DeletedTurns::setSession(ChatSession *session)
{
    m_session = session;
    tell();
}

void DeletedTurns::remove(const TurnId &id)
{
    const Conversation &conversation = m_session->conversation();
    const TurnId next = conversation.turns.value(TurnTree::placeOf(conversation, id) + 1).id;
    m_deleted[conversation.id] += id;
    m_session->setDeleted(id, true);
    // What followed comes to its place.
    if (!next.isEmpty())
        m_transcript.showTurn(next);
    tell();
}

void DeletedTurns::undo()
{
    if (!m_session)
        return;
    QList<TurnId> &deleted = m_deleted[m_session->conversation().id];
    if (deleted.isEmpty())
        return;
    const TurnId back = deleted.takeLast();
    tell();
    m_session->setDeleted(back, false);
    m_session->showVersion(back);
    m_transcript.showTurn(back);
}

void DeletedTurns::tell()
{
    const auto count = m_session ? m_deleted.value(m_session->conversation().id).size() : 0;
    if (count == 0) {
        m_notice.hide();
        return;
    }
    m_notice.setMessage(count == 1 ? tr("The message and its reply were deleted.")
                                   : tr("%n message(s) and their replies were deleted.", nullptr,
                                        static_cast<int>(count)),
                        Tone::Neutral);
    m_notice.setAction(tr("Undo"));
    m_notice.show();
}

} // namespace litedeck
