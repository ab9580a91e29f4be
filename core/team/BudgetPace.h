// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Allowance.h"

namespace litedeck {

/// How often a budget begins again, as LiteLLM writes it: "30s", "5m", "12h", "7d", "1mo".
struct BudgetPeriod
{
    enum class Unit : quint8 { Second, Minute, Hour, Day, Month };

    int number = 0;
    Unit unit = Unit::Day;

    /// None for a word of another kind.
    static std::optional<BudgetPeriod> parse(const QString &word);

    friend bool operator==(const BudgetPeriod &, const BudgetPeriod &) = default;
};

/// What becomes of a budget until it begins again when it is used as it was so far.
struct BudgetPace
{
    bool lasts = true;
    QDateTime end; ///< When it begins again, or when it will be used up before.

    friend bool operator==(const BudgetPace &, const BudgetPace &) = default;
};

/// None in the first tenth of a period, without a limit or a reset, and when nothing is left.
std::optional<BudgetPace> paceOf(const Allowance &allowance, const QDateTime &now);

} // namespace litedeck
