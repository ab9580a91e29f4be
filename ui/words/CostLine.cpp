// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/CostLine.h"

#include "core/chat/Pricing.h"
#include "core/chat/TurnCharges.h"
#include "ui/words/Format.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct CostLine
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::CostLine)
};

/// The credits of all tries, and how many of them are of replies that were lost; empty while none
/// are known.
QString creditsText(const Turn &turn)
{
    const auto own = turn.cost.credits;
    const auto lost = TurnCharges::lostCredits(turn);
    if (lost.value == 0)
        return own.isKnown() ? formatCredits(own.value) : QString();
    const auto replies = static_cast<int>(turn.lost.size());
    if (!own.isKnown())
        //: %1 is an amount such as "2 credits".
        return replies == 1
                   ? CostLine::tr("%1 for a reply that was lost").arg(formatCredits(lost.value))
                   : CostLine::tr("%1 for %n replies that were lost", nullptr, replies)
                         .arg(formatCredits(lost.value));
    const QString all = formatCredits(own.value + lost.value);
    //: %1 is an amount such as "2 credits", %2 how many of them.
    return replies == 1
               ? CostLine::tr("%1, %2 of them for a reply that was lost")
                     .arg(all, formatCount(lost.value))
               : CostLine::tr("%1, %2 of them for %n replies that were lost", nullptr, replies)
                     .arg(all, formatCount(lost.value));
}

/// The dollars of all tries.
Measured<Usd> costOf(const Turn &turn)
{
    Measured<Usd> cost = turn.cost.cost;
    if (cost.isKnown())
        cost.value += TurnCharges::lostCost(turn).value;
    return cost;
}

} // namespace

QString costLine(const Turn &turn, const std::optional<Model> &model)
{
    const bool isOver = turn.state != TurnState::Pending && turn.state != TurnState::Streaming;
    const TurnCost &cost = turn.cost;
    const bool costSomething =
        cost.cost.isKnown() || cost.credits.value > 0 || !turn.lost.isEmpty();
    // What a stopped call costs is still open, which its note says.
    const bool isOpen = turn.state == TurnState::Stopped && turn.lost.isEmpty() &&
                        !cost.cost.isKnown() && !cost.credits.isKnown();
    if (!isOver || isOpen || (turn.state == TurnState::Failed && !costSomething))
        return {};
    const Measured<Usd> known = costOf(turn);
    QStringList parts{formatUsd(known.isKnown() ? known : estimatedCost(cost, model))};
    if (const QString credits = creditsText(turn); !credits.isEmpty())
        parts += credits;
    if (cost.promptTokens.isKnown() || cost.completionTokens.isKnown()) {
        //: Tokens read and written by the model.
        parts += CostLine::tr("%1 in, %2 out")
                     .arg(formatTokens(cost.promptTokens), formatTokens(cost.completionTokens));
    }
    if (cost.timeToFirstText.isKnown())
        //: %1 is a duration such as "840 ms".
        parts +=
            CostLine::tr("first text after %1").arg(formatDuration(cost.timeToFirstText.value));
    if (cost.latency.isKnown())
        //: %1 is a duration such as "4.2 s".
        parts += CostLine::tr("%1 in all").arg(formatDuration(cost.latency.value));
    return CostLine::tr("Cost: %1").arg(parts.join(u" · "_s));
}

} // namespace litedeck
