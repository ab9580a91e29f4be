// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/conversation/Conversation.h"

#include <QStackedWidget>

#include <memory>

namespace litedeck {

class EmptyState;

/// Where a chat is shown, or what stands in its place: the invitation to begin one, or that it is
/// being opened.
class ChatStage : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatStage)

public:
    /// The chat becomes a child.
    ChatStage(QWidget *chat, Clock &clock);

    void showChat();
    void showInvitation();
    /// Says how the next chat is billed.
    void setInvitation(std::optional<Billing> billing);
    /// Says that a chat is being opened, once that stands here.
    void sayOpening();
    /// Shows it after a moment: most chats open before words about it could be read.
    void showOpening();
    void showNotOpened();

private:
    QWidget *m_chat;
    EmptyState *m_invitation;
    EmptyState *m_opening;
    std::unique_ptr<Timer> m_patience;
};

} // namespace litedeck
