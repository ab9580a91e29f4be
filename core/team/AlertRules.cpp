// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/AlertRules.h"

#include <utility>

namespace litedeck {

namespace {

constexpr double MoreDays = 1.25;
constexpr double FewerFailures = 0.8;
constexpr double LessUsed = 0.8;
constexpr double Percent = 100;

/// Whether to tell now that a value has crossed `threshold`; `told` follows.
template <typename T>
bool crosses(T threshold, bool isBeyond, bool isWellBack, std::optional<T> &told)
{
    if (isBeyond)
        return !std::exchange(told, threshold);
    if (isWellBack || told != threshold)
        told.reset();
    return false;
}

} // namespace

double usedPartOf(const Allowance &allowance)
{
    const qint64 limit = allowance.limit.value_or(0);
    return limit > 0 ? double(allowance.used) / double(limit) : 0;
}

AlertOutcome judgeAlerts(const AlertThresholds &thresholds, const AlertInput &input,
                         const AlertMemory &memory)
{
    AlertOutcome outcome{.memory = memory};
    AlertMemory &told = outcome.memory;
    if (input.state != TeamState::Unknown) {
        const bool isKnown = memory.state != TeamState::Unknown;
        if (thresholds.status && isKnown && memory.state != input.state)
            outcome.alerts += AlertKind::Status;
        told.state = input.state;
    }
    if (!thresholds.credits)
        told.credits.reset();
    else if (input.credits &&
             crosses(*thresholds.credits, *input.credits < *thresholds.credits,
                     10 * *input.credits >= 11 * *thresholds.credits, told.credits))
        outcome.alerts += AlertKind::Credits;
    if (!thresholds.days)
        told.days.reset();
    else if (input.daysLeft && crosses(*thresholds.days, *input.daysLeft < *thresholds.days,
                                       *input.daysLeft >= MoreDays * *thresholds.days, told.days))
        outcome.alerts += AlertKind::Days;
    if (!thresholds.failurePercent) {
        told.failures.reset();
    } else if (input.failureShare) {
        const double percent = Percent * *input.failureShare;
        if (crosses(*thresholds.failurePercent, percent > *thresholds.failurePercent,
                    percent <= FewerFailures * *thresholds.failurePercent, told.failures))
            outcome.alerts += AlertKind::Failures;
    }
    if (!thresholds.budgetPercent) {
        told.budget.reset();
    } else if (input.fullest) {
        const double percent = Percent * usedPartOf(*input.fullest);
        if (crosses(*thresholds.budgetPercent, percent >= *thresholds.budgetPercent,
                    percent <= LessUsed * *thresholds.budgetPercent, told.budget))
            outcome.alerts += AlertKind::Budget;
    }
    if (input.keyDays && crosses(KeyExpiryDays, *input.keyDays <= KeyExpiryDays,
                                 *input.keyDays > KeyExpiryDays, told.keyDays))
        outcome.alerts += AlertKind::KeyExpiry;
    return outcome;
}

} // namespace litedeck
