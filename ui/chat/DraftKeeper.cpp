// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/DraftKeeper.h"

#include "chat/ChatView.h"
#include "chat/Composer.h"
#include "chat/NewChat.h"

#include <utility>

namespace litedeck {

DraftKeeper::DraftKeeper(ChatView &view, NewChat &newChat, Clock &clock)
    : m_view(view)
    , m_newChat(newChat)
    , m_timer(clock.createTimer())
{
    connect(m_timer.get(), &Timer::fired, this, &DraftKeeper::save);
    connect(&view, &ChatView::sessionChanged, this, &DraftKeeper::onSessionChanged);
    connect(view.composer(), &Composer::textChanged, this, &DraftKeeper::onTextChanged);
    onSessionChanged();
}

DraftKeeper::~DraftKeeper()
{
    save();
}

void DraftKeeper::onSessionChanged()
{
    save();
    m_files.insert(m_conversation, m_view.composer()->attachments());
    m_session = m_view.session();
    m_isOfNewChat = m_session.isNull();
    m_draft = m_isOfNewChat ? m_newChat.draft() : m_session->conversation().draft;
    m_conversation = m_session ? m_session->conversation().id : ConversationId();
    m_view.composer()->setText(m_draft);
    m_view.composer()->setAttachments(m_files.take(m_conversation));
}

void DraftKeeper::onTextChanged()
{
    // The text of an earlier message that is edited is not the draft, which waits behind it.
    const Composer *composer = m_view.composer();
    if (composer->isEditing() || composer->text() == m_draft)
        return;
    m_draft = composer->text();
    m_isSaved = false;
    if (!m_timer->isActive())
        m_timer->start(Pause);
    // What was sent must not be there once more after a crash.
    if (m_draft.isEmpty())
        save();
}

void DraftKeeper::save()
{
    m_timer->stop();
    if (std::exchange(m_isSaved, true))
        return;
    if (m_session)
        m_session->setDraft(m_draft);
    else if (m_isOfNewChat)
        m_newChat.setDraft(m_draft);
}

} // namespace litedeck
