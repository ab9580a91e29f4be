// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/TeamStanding.h"

#include <QList>

#include <optional>

namespace litedeck {

/// What a user wants to be told of.
enum class AlertKind : quint8 { Credits, Days, Status, Failures, Budget, KeyExpiry };

/// How long before its end an expiring key is told of.
inline constexpr int KeyExpiryDays = 7;

/// When to tell; nothing is told for a threshold that is not set.
struct AlertThresholds
{
    std::optional<qint64> credits;     ///< Told when fewer are left.
    std::optional<int> days;           ///< Told when the runway is shorter.
    bool status = true;                ///< Told when the team's state changes.
    std::optional<int> failurePercent; ///< Told when more of the day's jobs failed.
    std::optional<int> budgetPercent;  ///< Told when as much of a budget is used.

    friend bool operator==(const AlertThresholds &, const AlertThresholds &) = default;
};

/// What is known now; what is not known changes nothing.
struct AlertInput
{
    TeamState state = TeamState::Unknown;
    std::optional<qint64> credits;
    std::optional<double> daysLeft;
    std::optional<double> failureShare; ///< 0 to 1.
    Allowance bound = {};               ///< What binds first, for what is said.
    std::optional<Allowance> fullest;   ///< The budget in money of which the largest part is used.
    std::optional<double> keyDays;      ///< Until the key expires; below zero after that.
};

/// What was told already, so that each crossing is told once, also across restarts: the thresholds
/// that it was told for, of those that are not armed.
struct AlertMemory
{
    std::optional<qint64> credits;
    std::optional<int> days;
    std::optional<int> failures;
    std::optional<int> budget;
    std::optional<int> keyDays;
    TeamState state = TeamState::Unknown; ///< The last known one.

    friend bool operator==(const AlertMemory &, const AlertMemory &) = default;
};

struct AlertOutcome
{
    QList<AlertKind> alerts; ///< To be told now.
    AlertMemory memory;      ///< For the next time.

    friend bool operator==(const AlertOutcome &, const AlertOutcome &) = default;
};

/// The part of it that is used, 0 to 1 and more; of one without a limit nothing.
double usedPartOf(const Allowance &allowance);

/// Tells each crossing of a threshold once. A threshold is armed again when the value is well on
/// the other side: a tenth more credits, a quarter more days, a fifth fewer failures, a fifth less
/// used; a value that hovers about it is told once. A threshold that was changed is armed as soon
/// as the value is on the other side of it at all, since nobody was told of that one.
AlertOutcome judgeAlerts(const AlertThresholds &thresholds, const AlertInput &input,
                         const AlertMemory &memory);

} // namespace litedeck
