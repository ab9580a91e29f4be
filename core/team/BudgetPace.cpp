// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/BudgetPace.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr double SilentPart = 0.1; // of a period; it tells too little

/// When the period that ends at `reset` began.
QDateTime startOf(const BudgetPeriod &period, const QDateTime &reset)
{
    constexpr BudgetPeriod ThirtyDays{30, BudgetPeriod::Unit::Day};
    constexpr qint64 Minute = 60;
    constexpr qint64 Hour = 60 * Minute;
    // The proxy ends 30 days on the first of a month.
    if (period == ThirtyDays && reset.toUTC().date().day() == 1)
        return reset.toUTC().addMonths(-1);
    switch (period.unit) {
    case BudgetPeriod::Unit::Second:
        return reset.addSecs(-period.number);
    case BudgetPeriod::Unit::Minute:
        return reset.addSecs(-period.number * Minute);
    case BudgetPeriod::Unit::Hour:
        return reset.addSecs(-period.number * Hour);
    case BudgetPeriod::Unit::Day:
        return reset.toUTC().addDays(-period.number);
    case BudgetPeriod::Unit::Month:
        return reset.toUTC().addMonths(-period.number);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<BudgetPeriod> BudgetPeriod::parse(const QString &word)
{
    qsizetype digits = 0;
    while (digits < word.size() && word.at(digits).isDigit())
        ++digits;
    const int number = word.first(digits).toInt();
    const QString unit = word.sliced(digits);
    if (number <= 0)
        return std::nullopt;
    if (unit == "s"_L1)
        return BudgetPeriod{number, Unit::Second};
    if (unit == "m"_L1)
        return BudgetPeriod{number, Unit::Minute};
    if (unit == "h"_L1)
        return BudgetPeriod{number, Unit::Hour};
    if (unit == "d"_L1)
        return BudgetPeriod{number, Unit::Day};
    return unit == "mo"_L1 ? std::optional(BudgetPeriod{number, Unit::Month}) : std::nullopt;
}

std::optional<BudgetPace> paceOf(const Allowance &allowance, const QDateTime &now)
{
    const auto period = BudgetPeriod::parse(allowance.period);
    if (!period || !allowance.resetsAt || allowance.left.value_or(0) <= 0)
        return std::nullopt;
    const QDateTime reset = *allowance.resetsAt;
    const QDateTime start = startOf(*period, reset);
    const auto elapsed = double(start.secsTo(now));
    if (elapsed < SilentPart * double(start.secsTo(reset)) || now >= reset)
        return std::nullopt;
    // In doubles, since a budget of which hardly anything is used lasts for ages.
    const double seconds =
        double(*allowance.left) * elapsed / double(qMax<qint64>(1, allowance.used));
    if (seconds >= double(now.secsTo(reset)))
        return BudgetPace{true, reset};
    return BudgetPace{false, now.addSecs(qint64(seconds))};
}

} // namespace litedeck
