// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/BillingChoice.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"
#include "ui/words/TeamWords.h"

#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString perMessageText(const ChargeRule &charges, const MessagePrice &price)
{
    if (charges.kind == ChargeRule::Kind::PerJob)
        return BillingChoice::tr("Each message is a job of its own: one credit a message");
    if (price.rule == MessagePrice::Rule::Flat)
        //: %1 is such as "1 credit".
        return BillingChoice::tr("Each message is a job of its own: about %1 a message")
            .arg(formatCredits(price.credits));
    return BillingChoice::tr("Each message is a job of its own: charged when it is answered");
}

/// What is cheaper where the whole chat is charged by its size.
QString meaningBySize(const ChargeRule &charges, const MessagePrice &price)
{
    const QString rate = TeamWords::chargeRule(charges);
    if (price.rule == MessagePrice::Rule::Flat)
        //: %1 is such as "One credit for each 10,000 tokens", %2 such as "1 credit".
        return BillingChoice::tr("%1, but at least one credit: so is a chat charged that is one "
                                 "job. A message that is a job of its own takes %2 on this server, "
                                 "whatever its length. So long messages cost less on their own, "
                                 "and many short ones cost less as one job.")
            .arg(rate, formatCredits(price.credits));
    //: %1 is such as "One credit for each 10,000 tokens".
    return BillingChoice::tr("%1, but at least one credit for a job: many short messages cost less "
                             "as one job.")
        .arg(rate);
}

/// What the choice means for the team's credits.
QString meaning(const ChargeRule &charges, const MessagePrice &price)
{
    switch (charges.kind) {
    case ChargeRule::Kind::PerJob:
        return BillingChoice::tr("Your team pays one credit for each completed job, whatever its "
                                 "length: a long chat costs less as one job.");
    case ChargeRule::Kind::ByCost:
    case ChargeRule::Kind::ByTokens:
        return meaningBySize(charges, price);
    case ChargeRule::Kind::Dollars:
        return TeamWords::chargeRule(charges);
    case ChargeRule::Kind::Unknown:
        return BillingChoice::tr("The server did not say how your team's credits are counted.");
    }
    Q_UNREACHABLE();
}

} // namespace

BillingChoice::BillingChoice(const ChargeRule &charges, const MessagePrice &price, QWidget *parent)
    : QWidget(parent)
    , m_perMessage(new QRadioButton(perMessageText(charges, price), this))
    , m_perConversation(
          new QRadioButton(tr("The whole chat is one job: charged once, when you finish it"), this))
{
    m_perMessage->setObjectName(u"billPerMessage"_s);
    m_perMessage->setAccessibleName(m_perMessage->text());
    m_perConversation->setObjectName(u"billPerConversation"_s);
    m_perConversation->setAccessibleName(m_perConversation->text());
    auto *words = new MutedLabel(meaning(charges, price), this);
    words->setObjectName(u"billingMeaning"_s);
    columnOf(this, Spacing::S, {m_perMessage, m_perConversation, words});
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
