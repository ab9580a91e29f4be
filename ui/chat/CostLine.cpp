// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/CostLine.h"

#include "widgets/Format.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::CostLine)
};

} // namespace

QString costLine(const Turn &turn)
{
    const bool isOver = turn.state != TurnState::Pending && turn.state != TurnState::Streaming;
    const TurnCost &cost = turn.cost;
    const bool costSomething = cost.cost.isKnown() || cost.credits.value > 0;
    // What a stopped call costs is still open, which its note says.
    const bool isOpen =
        turn.state == TurnState::Stopped && !cost.cost.isKnown() && !cost.credits.isKnown();
    if (!isOver || isOpen || (turn.state == TurnState::Failed && !costSomething))
        return {};
    QStringList parts{formatUsd(cost.cost)};
    if (cost.credits.isKnown())
        parts += formatCredits(cost.credits.value);
    if (cost.promptTokens.isKnown() || cost.completionTokens.isKnown()) {
        //: Tokens read and written by the model.
        parts += Text::tr("%1 in, %2 out")
                     .arg(formatTokens(cost.promptTokens), formatTokens(cost.completionTokens));
    }
    if (cost.timeToFirstText.isKnown())
        //: %1 is a duration such as "840 ms".
        parts += Text::tr("first text after %1").arg(formatDuration(cost.timeToFirstText.value));
    if (cost.latency.isKnown())
        //: %1 is a duration such as "4.2 s".
        parts += Text::tr("%1 in all").arg(formatDuration(cost.latency.value));
    return Text::tr("Cost: %1").arg(parts.join(u" · "_s));
}

} // namespace litedeck
