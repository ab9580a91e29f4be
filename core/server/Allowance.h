// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace litedeck {

/// What amounts of an account count.
enum class AmountUnit : quint8 { Credits, NanoDollars };

/// What a server adds to an allowance by itself.
struct Refill
{
    bool isOn = false;
    std::optional<qint64> amount;
    QString period; ///< The server's word, such as "monthly"; may be empty.
    std::optional<QDateTime> lastAt;

    friend bool operator==(const Refill &, const Refill &) = default;
};

/// One bound on what may be used.
struct Allowance
{
    /// Whose use it bounds.
    enum class Scope : quint8 {
        Team,
        Key,
        Member, ///< The user's share of the team's.
        User,   ///< In all of their teams together.
        Other,
    };

    Scope scope = Scope::Team;
    QString name; ///< What people call the key or the bound itself; may be empty.
    AmountUnit unit = AmountUnit::Credits;
    qint64 used = 0;
    std::optional<qint64> limit; ///< All that may be used; empty without a bound.
    std::optional<qint64> left;  ///< Likewise; below zero when more was used.
    std::optional<qint64> cap;   ///< The most that `limit` may be raised to, if the server says so.
    QString period; ///< After which `used` begins again, in the server's word, such as "30d".
    std::optional<QDateTime> resetsAt; ///< When it next does.
    std::optional<Refill> refill;      ///< Empty where the server knows no refills.

    friend bool operator==(const Allowance &, const Allowance &) = default;
};

/// How much is left of an allowance.
enum class AllowanceLevel : quint8 {
    Ample,  ///< Also without a limit.
    Low,    ///< Less than a quarter.
    Scarce, ///< Less than a tenth, or nothing.
};

inline AllowanceLevel levelOf(const Allowance &allowance)
{
    if (!allowance.left)
        return AllowanceLevel::Ample;
    const qint64 left = *allowance.left;
    const qint64 limit = allowance.limit.value_or(0);
    if (left <= 0 || left < limit / 10.0)
        return AllowanceLevel::Scarce;
    return left < limit / 4.0 ? AllowanceLevel::Low : AllowanceLevel::Ample;
}

} // namespace litedeck
