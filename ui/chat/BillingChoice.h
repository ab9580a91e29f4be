// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/team/CreditRules.h"

#include <QWidget>

class QRadioButton;

namespace litedeck {

/// How the calls of a chat are booked, to choose from, and what that means for this team.
class BillingChoice : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BillingChoice)

public:
    /// `price` is that of a message of its own.
    BillingChoice(const ChargeRule &charges, const MessagePrice &price, QWidget *parent = nullptr);

    Billing billing() const;
    void setBilling(Billing billing);

private:
    QRadioButton *m_perMessage;
    QRadioButton *m_perConversation;
};

} // namespace litedeck
