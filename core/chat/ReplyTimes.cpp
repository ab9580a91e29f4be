// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ReplyTimes.h"

#include <algorithm>

namespace litedeck {

namespace {

/// A reply of so many characters takes a model longer to write than the network to bring, and so
/// much time is no accident.
constexpr qsizetype LongReply = 400;
constexpr Milliseconds LongWait{1'000};

/// Whether all of the reply came in the last tenth of the time.
std::optional<bool> wasWhole(const Turn &turn)
{
    const TurnCost &cost = turn.cost;
    const bool isLong = turn.reply.size() >= LongReply && cost.latency.value >= LongWait;
    if (!isLong || !cost.timeToFirstText.isKnown())
        return std::nullopt;
    return cost.timeToFirstText.value * 10 >= cost.latency.value * 9;
}

} // namespace

void ReplyTimes::note(const Turn &turn)
{
    const TurnCost &cost = turn.cost;
    if (turn.state != TurnState::Complete || !cost.latency.isKnown())
        return;
    QList<Seen> &seen = m_seen[turn.model];
    seen.removeIf([&turn](const Seen &one) { return one.turn == turn.id; });
    const auto wait = cost.timeToFirstText.isKnown() ? cost.timeToFirstText : cost.latency;
    seen.append({turn.id, wait.value, wasWhole(turn)});
    if (seen.size() > MostKept)
        seen.removeFirst();
}

std::optional<ReplyTimes::Usual> ReplyTimes::usual(const ModelAlias &model) const
{
    QList<Milliseconds> waits;
    for (const Seen &one : m_seen.value(model))
        waits += one.wait;
    if (waits.size() < 2)
        return std::nullopt;
    std::sort(waits.begin(), waits.end());
    const qsizetype quarter = waits.size() / 4;
    return Usual{waits.at(quarter), waits.at(waits.size() - 1 - quarter), comesWhole()};
}

bool ReplyTimes::comesWhole() const
{
    bool any = false;
    for (const QList<Seen> &seen : m_seen) {
        for (const Seen &one : seen) {
            if (one.wasWhole == false)
                return false;
            any = any || one.wasWhole.has_value();
        }
    }
    return any;
}

} // namespace litedeck
