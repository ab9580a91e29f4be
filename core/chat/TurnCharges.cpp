// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/TurnCharges.h"

#include "core/errors/Verdict.h"

#include <algorithm>

namespace litedeck {

namespace TurnCharges {

namespace {

void addLost(Turn &turn, const JobCharge &charge)
{
    if (charge.job.isEmpty() || charge.isNothing())
        return;
    const auto known =
        std::find_if(turn.lost.begin(), turn.lost.end(),
                     [&charge](const JobCharge &other) { return other.job == charge.job; });
    if (known != turn.lost.end())
        *known = charge;
    else
        turn.lost.append(charge);
}

JobCharge chargeOf(const CallFinding &finding)
{
    return {.job = finding.job, .credits = finding.charge.credits, .cost = finding.charge.cost};
}

void bookLast(Turn &turn, const CallFinding &finding)
{
    // What a look found before may have been found too early.
    if (turn.error && (turn.error->outcome == Outcome::Ambiguous || turn.error->fate))
        turn.error = withFate(*turn.error, finding.fate);
    if (!finding.job.isEmpty()) {
        turn.jobId = finding.job;
        turn.lost.removeIf([&turn](const JobCharge &charge) { return charge.job == turn.jobId; });
    }
    if (finding.fate == CallFate::Charged && turn.cost.credits.value == 0)
        turn.cost.credits = {};
    if (finding.fate == CallFate::Charged && turn.cost.cost.value == Usd())
        turn.cost.cost = {};
    take(turn.cost, finding.charge);
}

template <typename T>
Measured<T> sumOf(const QList<JobCharge> &charges, Measured<T> JobCharge::*member)
{
    Measured<T> sum;
    for (const JobCharge &charge : charges) {
        if ((charge.*member).isKnown())
            sum = Measured<T>::reported(sum.value + (charge.*member).value);
    }
    return sum;
}

} // namespace

bool isOfLastCall(const Turn &turn, const OpenCall &call, const CallFinding &finding)
{
    if (!turn.callKey.isEmpty())
        return turn.callKey == call.callKey;
    // Turns of an older Litedeck do not know their call, but mostly its job.
    return turn.jobId.isEmpty() || finding.job.isEmpty() || finding.job == turn.jobId;
}

void book(Turn &turn, const OpenCall &call, const CallFinding &finding)
{
    if (isOfLastCall(turn, call, finding))
        bookLast(turn, finding);
    else
        addLost(turn, chargeOf(finding));
    for (const JobCharge &charge : finding.lost)
        addLost(turn, charge);
}

void putAside(Turn &turn)
{
    addLost(turn, {.job = turn.jobId, .credits = turn.cost.credits, .cost = turn.cost.cost});
}

void take(TurnCost &cost, const Charge &charge)
{
    if (charge.credits.isKnown())
        cost.credits = charge.credits;
    if (charge.cost.isKnown())
        cost.cost = charge.cost;
    if (!charge.tokens().isKnown())
        return;
    cost.promptTokens = charge.promptTokens;
    cost.completionTokens = charge.completionTokens;
    cost.totalTokens = charge.tokens();
}

Measured<qint64> lostCredits(const Turn &turn)
{
    return sumOf(turn.lost, &JobCharge::credits);
}

Measured<Usd> lostCost(const Turn &turn)
{
    return sumOf(turn.lost, &JobCharge::cost);
}

} // namespace TurnCharges

AskingAgain askingAgain(const Turn &turn)
{
    const TurnCost &cost = turn.cost;
    // A model without a price costs nothing in dollars, and its tokens may take credits all the
    // same.
    const bool tookNothing =
        cost.cost == Measured<Usd>::reported({}) && cost.totalTokens.value == 0;
    const bool isKnown = cost.credits.isKnown() || tookNothing;
    // A call in the conversation's job is paid with the job.
    const bool isBilledLater = !cost.credits.isKnown() && cost.cost.value > Usd();
    if (cost.credits.value > 0 || isBilledLater)
        return AskingAgain::CostsAgain;
    if (!turn.error) {
        // It was stopped, or Litedeck ended.
        const bool isSettled = isKnown || turn.state == TurnState::Complete;
        return isSettled ? AskingAgain::CostsOnce : AskingAgain::MayCostTwice;
    }
    switch (turn.error->outcome) {
    case Outcome::NotSent:
    case Outcome::Rejected:
        return AskingAgain::CostsOnce;
    case Outcome::Ambiguous:
        return AskingAgain::MayCostTwice;
    case Outcome::Committed:
        break;
    }
    if (turn.error->fate == CallFate::Charged)
        return AskingAgain::CostsAgain;
    return isKnown ? AskingAgain::CostsOnce : AskingAgain::MayCostTwice;
}

} // namespace litedeck
