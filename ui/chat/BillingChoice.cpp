// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/BillingChoice.h"

#include "widgets/Format.h"
#include "widgets/SectionHeading.h"
#include "widgets/Theme.h"

#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString perMessageText(BudgetMode mode)
{
    return mode == BudgetMode::JobBased
               ? BillingChoice::tr("Each message is a job of its own: one credit a message")
               : BillingChoice::tr("Each message is a job of its own: charged when it is answered");
}

/// What the choice means for the team's credits.
QString meaning(const std::optional<Balance> &account)
{
    switch (account ? account->mode : BudgetMode::Unknown) {
    case BudgetMode::JobBased:
        return BillingChoice::tr("Your team pays one credit for each completed job, whatever its "
                                 "length: a long chat costs less as one job.");
    case BudgetMode::ConsumptionUsd:
        //: %1 is a number, such as 10 or 2.5.
        return BillingChoice::tr("Your team pays %1 credits for each US dollar of model cost, and "
                                 "at least one for a job: many short messages cost less as one "
                                 "job.")
            .arg(QLocale().toString(account->creditsPerDollar, 'g', 6));
    case BudgetMode::ConsumptionTokens:
        //: %1 is a number of tokens, such as 10,000.
        return BillingChoice::tr("Your team pays one credit for each full %1 tokens, and at least "
                                 "one for a job: many short messages cost less as one job.")
            .arg(formatCount(account->tokensPerCredit));
    case BudgetMode::Unknown:
        return BillingChoice::tr("The server did not say how your team's credits are counted.");
    }
    Q_UNREACHABLE();
}

} // namespace

BillingChoice::BillingChoice(const std::optional<Balance> &account, QWidget *parent)
    : QWidget(parent)
    , m_perMessage(
          new QRadioButton(perMessageText(account ? account->mode : BudgetMode::Unknown), this))
    , m_perConversation(
          new QRadioButton(tr("The whole chat is one job: charged once, when you finish it"), this))
{
    m_perMessage->setObjectName(u"billPerMessage"_s);
    m_perMessage->setAccessibleName(m_perMessage->text());
    m_perConversation->setObjectName(u"billPerConversation"_s);
    m_perConversation->setAccessibleName(m_perConversation->text());
    auto *words = new MutedLabel(meaning(account), this);
    words->setObjectName(u"billingMeaning"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Spacing::S);
    column->addWidget(m_perMessage);
    column->addWidget(m_perConversation);
    column->addWidget(words);
}

Billing BillingChoice::billing() const
{
    return m_perConversation->isChecked() ? Billing::PerConversation : Billing::PerMessage;
}

void BillingChoice::setBilling(Billing billing)
{
    m_perMessage->setChecked(billing == Billing::PerMessage);
    m_perConversation->setChecked(billing == Billing::PerConversation);
}

} // namespace litedeck
