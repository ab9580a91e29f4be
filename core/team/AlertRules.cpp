// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/AlertRules.h"

namespace litedeck {

namespace {

constexpr double MoreDays = 1.25;
constexpr double FewerFailures = 0.8;
constexpr double Percent = 100;

/// Whether to tell now that a value has crossed; `told` follows.
bool crosses(bool isBeyond, bool isWellBack, bool &told)
{
    if (isWellBack)
        told = false;
    if (!isBeyond || told)
        return false;
    told = true;
    return true;
}

} // namespace

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
        told.credits = false;
    else if (input.credits &&
             crosses(*input.credits < *thresholds.credits,
                     10 * *input.credits >= 11 * *thresholds.credits, told.credits))
        outcome.alerts += AlertKind::Credits;
    if (!thresholds.days)
        told.days = false;
    else if (input.daysLeft && crosses(*input.daysLeft < *thresholds.days,
                                       *input.daysLeft >= MoreDays * *thresholds.days, told.days))
        outcome.alerts += AlertKind::Days;
    if (!thresholds.failurePercent) {
        told.failures = false;
    } else if (input.failureShare) {
        const double percent = Percent * *input.failureShare;
        if (crosses(percent > *thresholds.failurePercent,
                    percent <= FewerFailures * *thresholds.failurePercent, told.failures))
            outcome.alerts += AlertKind::Failures;
    }
    return outcome;
}

} // namespace litedeck
