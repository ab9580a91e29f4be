// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/TeamWords.h"

#include "widgets/Format.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace litedeck {

TeamState stateOf(const Balance &balance)
{
    switch (balance.status) {
    case TeamStatus::Active:
        return balance.remaining > 0 ? TeamState::Active : TeamState::OutOfCredits;
    case TeamStatus::Suspended:
        return TeamState::Suspended;
    case TeamStatus::Paused:
        return TeamState::Paused;
    case TeamStatus::Unknown:
        return TeamState::Other;
    }
    Q_UNREACHABLE();
}

QString TeamWords::state(const Balance &balance)
{
    switch (stateOf(balance)) {
    case TeamState::Active:
        return tr("Active");
    case TeamState::OutOfCredits:
        return tr("Out of credits");
    case TeamState::Suspended:
        return tr("Suspended");
    case TeamState::Paused:
        return tr("Paused");
    case TeamState::Other:
        return balance.statusText.isEmpty() ? tr("Status unknown") : balance.statusText;
    }
    Q_UNREACHABLE();
}

Tone TeamWords::tone(TeamState state)
{
    switch (state) {
    case TeamState::Active:
        return Tone::Success;
    case TeamState::OutOfCredits:
    case TeamState::Suspended:
        return Tone::Danger;
    case TeamState::Paused:
    case TeamState::Other:
        return Tone::Warning;
    }
    Q_UNREACHABLE();
}

QString TeamWords::explanation(const Balance &balance)
{
    switch (stateOf(balance)) {
    case TeamState::Active:
        return tr("The team may send calls.");
    case TeamState::OutOfCredits:
        return tr("No credits are left. The server still runs jobs but cannot charge them; ask "
                  "your team's administrator to add credits.");
    case TeamState::Suspended:
        return tr("The server refuses every call of this team. Only your team's administrator can "
                  "lift the suspension; ask them for the reason.");
    case TeamState::Paused:
        return tr("The server refuses calls for the time being. Your team's administrator can "
                  "resume the team.");
    case TeamState::Other:
        return balance.statusText.isEmpty()
                   ? tr("The server did not say whether the team may send calls.")
                   : tr("Litedeck does not know this status. The server refuses calls of teams "
                        "that "
                        "are not active; ask your team's administrator.");
    }
    Q_UNREACHABLE();
}

QString TeamWords::budgetMode(const Balance &balance)
{
    switch (balance.mode) {
    case BudgetMode::JobBased:
        return tr("One credit for each completed job");
    case BudgetMode::ConsumptionUsd:
        //: %1 is a number, such as 10 or 2.5.
        return tr("%1 credits per US dollar of model cost")
            .arg(QLocale().toString(balance.creditsPerDollar, 'g', 6));
    case BudgetMode::ConsumptionTokens:
        return tr("One credit for each %1 tokens").arg(formatCount(balance.tokensPerCredit));
    case BudgetMode::Unknown:
        return tr("The server did not say how credits are counted");
    }
    Q_UNREACHABLE();
}

QString TeamWords::autoRefill(const Balance &balance)
{
    if (!balance.autoRefill)
        return tr("Off");
    if (!balance.refillAmount)
        return tr("On");
    const QString amount = formatCredits(*balance.refillAmount);
    if (balance.refillPeriod.isEmpty())
        return amount;
    //: %1 is a text such as "500 credits", %2 the server's word for a period, such as "monthly".
    return tr("%1, %2").arg(amount, balance.refillPeriod);
}

QString TeamWords::transactionType(const QString &type)
{
    if (type == "deduction"_L1)
        return tr("Job charged");
    if (type == "allocation"_L1)
        return tr("Credits added");
    if (type == "refund"_L1)
        return tr("Refund");
    if (type == "subscription_payment"_L1)
        return tr("Subscription payment");
    if (type == "one_time_payment"_L1)
        return tr("One-time payment");
    QString words = type;
    return words.replace(u'_', u' ');
}

Tone creditsTone(const Balance &balance)
{
    if (balance.remaining <= 0 || balance.remaining * 10 < balance.allocated)
        return Tone::Danger;
    return balance.remaining * 4 < balance.allocated ? Tone::Warning : Tone::Neutral;
}

} // namespace litedeck
