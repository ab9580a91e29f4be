// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/server/Allowance.h"
#include "core/server/ChargeRule.h"
#include "core/server/KeySight.h"
#include "core/server/Share.h"

#include <QList>
#include <QStringList>

namespace litedeck {

/// What a server tells of a team and its key; holds no secret.
struct Account
{
    /// Whether the team may call; any word but "active" keeps it out.
    enum class Status : quint8 { Active, Suspended, Paused, Unknown };

    TeamId team;
    QString name; ///< What people call the team; empty where it has its id only.
    /// Whose calls the key makes, for servers where nobody types a team: the same for each key of
    /// the same user in the same team. Empty where the key does not tell.
    TeamId holder;
    QString organization;
    Status status = Status::Unknown;
    QString statusWord;          ///< The server's.
    QList<Allowance> allowances; ///< The one that binds first; empty when none is known.
    QStringList accessGroups;
    QStringList models; ///< Aliases that the team may call.
    ChargeRule charges;
    QList<Share> shares; ///< Who used how much of the team's allowance, the most first.
    RateLimits limits;   ///< Of the key.
    std::optional<QDateTime> keyExpiresAt; ///< Empty for a key that does not, or does not tell.
    KeySight sight;
    std::optional<QDateTime> updatedAt;

    /// The allowance that runs out first.
    std::optional<Allowance> binding() const
    {
        return allowances.isEmpty() ? std::nullopt : std::optional(allowances.constFirst());
    }
    /// What is left of it, when it counts credits.
    std::optional<qint64> creditsLeft() const
    {
        const auto first = binding();
        return first && first->unit == AmountUnit::Credits ? first->left : std::nullopt;
    }
    /// Whether nothing is left of it.
    bool isUsedUp() const
    {
        const auto first = binding();
        return first && first->left && *first->left <= 0;
    }

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace litedeck
