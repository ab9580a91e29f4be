// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/TeamWords.h"

#include "ui/words/AllowanceWords.h"
#include "ui/words/Format.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Of the many places where a ledger may be wrong, these are told; the rest are counted.
constexpr qsizetype ToldProblems = 2;

QString problemText(const LedgerProblem &problem)
{
    const QString when = formatTime(problem.at);
    const QString expected = formatCount(problem.expected.value_or(0));
    const QString found = formatCount(problem.found.value_or(0));
    switch (problem.kind) {
    case LedgerProblem::Kind::MissingLines:
        if (!problem.expected || !problem.found)
            //: %1 is a date and time.
            return TeamWords::tr("Before %1 some lines are missing.").arg(when);
        //: %1 is a date and time; %2 and %3 are balances in credits.
        return TeamWords::tr("Before %1 some lines are missing, between balances of %2 and %3.")
            .arg(when, expected, found);
    case LedgerProblem::Kind::WrongAmount:
        //: %1 is a date and time; %2 and %3 are numbers of credits.
        return TeamWords::tr("The line of %1 says %3 but moved the balance by %2.")
            .arg(when, expected, found);
    case LedgerProblem::Kind::WrongChain:
        //: %1 is a date and time; %2 and %3 are balances in credits.
        return TeamWords::tr("The line of %1 begins with %3, the one before it ended with %2.")
            .arg(when, expected, found);
    case LedgerProblem::Kind::WrongBalance:
        //: %2 and %3 are balances in credits.
        return TeamWords::tr("The newest line ends with %1, the account has %2.")
            .arg(expected, found);
    }
    Q_UNREACHABLE();
}

} // namespace

QString TeamWords::state(TeamState state, const QString &word, const Allowance &bound)
{
    return state == TeamState::Other ? word : of(state, bound).name;
}

QString TeamWords::stateTitle(TeamState state, const QString &word, const Allowance &bound)
{
    const QString text = TeamWords::state(state, word, bound);
    return state == TeamState::Other ? text : text.left(1).toUpper() + text.mid(1);
}

QString TeamWords::status(TeamState state, const QString &word, const Allowance &bound)
{
    //: %1 is a status such as "active".
    return tr("Team status: %1").arg(TeamWords::state(state, word, bound));
}

TeamWords::OfState TeamWords::ofBudgetUsedUp(const Allowance &bound)
{
    const QString until = AllowanceWords::until(bound);
    //: %1 is a text such as "until 2 Dec 00:00".
    return {.name = until.isEmpty() ? tr("budget used up") : tr("budget used up %1").arg(until),
            .icon = u"warning"_s,
            .tone = Tone::Danger,
            .explanation =
                until.isEmpty()
                    ? tr("The budget is used up. The server refuses calls; ask an administrator of "
                         "the proxy to raise it.")
                    //: %1 is a text such as "until 2 Dec 00:00".
                    : tr("The budget is used up %1. The server refuses calls until then, unless an "
                         "administrator of the proxy raises the budget.")
                          .arg(until),
            .hold = tr("Sending is held: the budget is used up. Your text stays.")};
}

TeamWords::OfState TeamWords::ofBlocked()
{
    return {.name = tr("blocked"),
            .icon = u"suspended"_s,
            .tone = Tone::Danger,
            .explanation = tr("The server refuses every call with this key, since the key or its "
                              "team is blocked. Only an administrator of the proxy can lift that; "
                              "ask them for the reason."),
            .hold = tr("Sending is held: the key or its team is blocked. Your text stays.")};
}

TeamWords::OfState TeamWords::of(TeamState state, const Allowance &bound)
{
    const bool isMoney = bound.unit == AmountUnit::NanoDollars;
    switch (state) {
    case TeamState::Unknown:
        return {.name = tr("not known yet"),
                .icon = u"info"_s,
                .tone = Tone::Neutral,
                .explanation = tr("The server did not say whether the team may send calls.")};
    case TeamState::Active:
        return {.name = tr("active"),
                .icon = u"success"_s,
                .tone = Tone::Success,
                .explanation = tr("The team may send calls.")};
    case TeamState::OutOfCredits:
        if (isMoney)
            return ofBudgetUsedUp(bound);
        return {.name = tr("out of credits"),
                .icon = u"warning"_s,
                .tone = Tone::Danger,
                .explanation = tr(
                    "No credits are left. The server still runs jobs but cannot charge them; ask "
                    "your team's administrator to add credits."),
                .hold = tr("Sending is held: no credits are left. Your text stays.")};
    case TeamState::Suspended:
        if (isMoney)
            return ofBlocked();
        return {.name = tr("suspended"),
                .icon = u"suspended"_s,
                .tone = Tone::Danger,
                .explanation =
                    tr("The server refuses every call of this team. Only your team's administrator "
                       "can lift the suspension; ask them for the reason."),
                .hold = tr("Sending is held: the team is suspended. Your text stays.")};
    case TeamState::Paused:
        return {.name = tr("paused"),
                .icon = u"paused"_s,
                .tone = Tone::Warning,
                .explanation =
                    tr("The server refuses calls for the time being. Your team's administrator can "
                       "resume the team."),
                .hold = tr("Sending is held: the team is paused. Your text stays.")};
    case TeamState::Other:
        return {.icon = u"warning"_s,
                .tone = Tone::Warning,
                .explanation =
                    tr("Litedeck does not know this status. The server refuses calls of teams that "
                       "are not active; ask your team's administrator."),
                .hold = tr("Sending is held: the team is not active. Your text stays.")};
    }
    Q_UNREACHABLE();
}

QString TeamWords::chargeRule(const ChargeRule &rule)
{
    switch (rule.kind) {
    case ChargeRule::Kind::PerJob:
        return tr("One credit for each completed job");
    case ChargeRule::Kind::ByCost: {
        const QString rate = QLocale().toString(rule.creditsPerDollar, 'g', 6);
        if (rule.markup > 0)
            //: %1 is a number, such as 10 or 2.5; %2 is a percentage such as 50 or 12.5.
            return tr("%1 credits per US dollar of model cost, plus %2 %")
                .arg(rate, QLocale().toString(rule.markup, 'g', 6));
        //: %1 is a number, such as 10 or 2.5.
        return tr("%1 credits per US dollar of model cost").arg(rate);
    }
    case ChargeRule::Kind::ByTokens:
        return tr("One credit for each %1 tokens").arg(formatCount(rule.tokensPerCredit));
    case ChargeRule::Kind::Dollars:
        return tr("What the model costs, in US dollars");
    case ChargeRule::Kind::Unknown:
        return tr("The server did not say how credits are counted");
    }
    Q_UNREACHABLE();
}

QString TeamWords::nextCall(const ChargeRule &rule)
{
    switch (rule.kind) {
    case ChargeRule::Kind::PerJob:
        return tr("One credit, whatever its length, once its job is completed. A failed job is "
                  "free.");
    case ChargeRule::Kind::ByCost:
        return tr("One credit for a single call, whatever it costs. A job of several calls takes "
                  "what they cost together, without the fraction, but at least one. A failed job "
                  "is free.");
    case ChargeRule::Kind::ByTokens:
        //: %1 is a number of tokens such as 10,000.
        return tr("One credit for a single call whose reply is streamed, unless the provider "
                  "reports its tokens, as Fireworks does. Any other job takes one credit for each "
                  "full %1 tokens, in and out, but at least one. A failed job is free.")
            .arg(formatCount(rule.tokensPerCredit));
    case ChargeRule::Kind::Dollars:
        return tr("What its model costs for the tokens that go in and out.");
    case ChargeRule::Kind::Unknown:
        return tr("Not known: the server did not say how credits are counted.");
    }
    Q_UNREACHABLE();
}

QString TeamWords::autoRefill(const Refill &refill)
{
    if (!refill.isOn)
        return tr("Off");
    if (!refill.amount)
        return tr("On");
    const QString amount = formatCredits(*refill.amount);
    if (refill.period.isEmpty())
        return amount;
    //: %1 is a text such as "500 credits", %2 the server's word for a period, such as "monthly".
    return tr("%1, %2").arg(amount, refill.period);
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

QString TeamWords::audit(const LedgerAudit &audit)
{
    if (audit.problems.isEmpty())
        return {};
    QStringList sentences;
    if (!audit.addsUp())
        sentences += tr("The ledger does not add up.");
    for (const LedgerProblem &problem :
         audit.problems.first(std::min(ToldProblems, audit.problems.size())))
        sentences += problemText(problem);
    if (const qsizetype more = audit.problems.size() - ToldProblems; more > 0)
        sentences += tr("There are %Ln more such place(s).", nullptr, int(more));
    return sentences.join(u' ');
}

} // namespace litedeck
