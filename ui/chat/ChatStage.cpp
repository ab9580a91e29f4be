// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatStage.h"

#include "ui/widgets/EmptyState.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr Milliseconds Patience{300};
} // namespace

ChatStage::ChatStage(QWidget *chat, Clock &clock)
    : m_chat(chat)
    , m_invitation(new EmptyState(u"chats"_s, {}, {}))
    , m_opening(new EmptyState(u"chats"_s, {}, {}))
    , m_patience(clock.createTimer())
{
    m_invitation->setObjectName(u"invitation"_s);
    m_opening->setObjectName(u"openingChat"_s);
    addWidget(m_invitation);
    addWidget(m_chat);
    addWidget(m_opening);
    // Where there is little room, what is being written needs it most.
    m_invitation->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_chat->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_opening->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    connect(m_patience.get(), &Timer::fired, this, [this] { setCurrentWidget(m_opening); });
}

void ChatStage::showChat()
{
    m_patience->stop();
    setCurrentWidget(m_chat);
}

void ChatStage::showInvitation()
{
    m_patience->stop();
    setCurrentWidget(m_invitation);
}

void ChatStage::setInvitation(std::optional<Billing> billing)
{
    const QString sentence =
        !billing ? tr("Choose a model below and write a message. Its cost stands under the reply.")
        : *billing == Billing::PerMessage
            ? tr("Choose a model below and write a message. Each message is a job of its own, and "
                 "its cost stands under the reply.")
            : tr("Choose a model below and write a message. The whole chat is one job, which is "
                 "charged when you finish it; what each reply took stands under it.");
    m_invitation->setContent(u"chats"_s, tr("Start a conversation"), sentence);
}

void ChatStage::sayOpening()
{
    m_opening->setContent(u"chats"_s, tr("Opening the chat…"), tr("It is being read from disk."));
}

void ChatStage::showOpening()
{
    setCurrentWidget(m_chat);
    m_patience->start(Patience);
}

void ChatStage::showNotOpened()
{
    m_patience->stop();
    m_opening->setContent(u"chats"_s, tr("This chat cannot be opened"),
                          tr("It could not be read from disk, or it was deleted."));
    setCurrentWidget(m_opening);
}

} // namespace litedeck
