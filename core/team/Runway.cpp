// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/Runway.h"

#include "core/team/Ledger.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <vector>

namespace litedeck {

namespace {

constexpr qint64 MsPerDay = 86'400'000;
constexpr int DaysPerWeek = 7;
constexpr int LeastForecastDays = 7;
/// Of the normal distribution: eight of ten values lie within so many deviations.
constexpr double EightOfTen = 1.2816;

qint64 taken(const Transaction &charge)
{
    return std::max<qint64>(0, charge.before - charge.after);
}

int daysThatCount(const QDateTime &since, const QDateTime &now)
{
    const qint64 whole = since.msecsTo(now) / MsPerDay;
    const int days = int(std::clamp<qint64>(whole, 0, Runway::MostDays));
    return days >= DaysPerWeek ? days - days % DaysPerWeek : days;
}

/// The use of each day, today's last 24 hours first.
std::vector<double> dailyUse(const QList<Transaction> &charges, const QDateTime &now, int days)
{
    std::vector<double> use(size_t(days), 0.0);
    for (const Transaction &charge : charges) {
        const qint64 day = charge.createdAt.msecsTo(now) / MsPerDay;
        if (day >= 0 && day < days)
            use[size_t(day)] += double(taken(charge));
    }
    return use;
}

double sampleDeviation(const std::vector<double> &values, double average)
{
    double squares = 0;
    for (const double value : values)
        squares += (value - average) * (value - average);
    return std::sqrt(squares / double(values.size() - 1));
}

/// How far the use of `days` days to come may lie off: each day differs by itself, and the average
/// is only as sure as the days behind it are many.
double spread(const Runway &runway, double days)
{
    return EightOfTen * runway.deviation * std::sqrt(days + days * days / double(runway.days));
}

/// Where the edges of the band meet zero: (remaining - perDay·t)² = spread(t)², solved for t.
void boundEnd(Runway &runway, double remaining)
{
    const double variance = std::pow(EightOfTen * runway.deviation, 2);
    const double a = runway.perDay * runway.perDay - variance / runway.days;
    const double b = 2 * remaining * runway.perDay + variance;
    const double root = std::sqrt(std::max(0.0, b * b - 4 * a * remaining * remaining));
    runway.daysLeft = remaining / runway.perDay;
    runway.daysAtLeast = 2 * remaining * remaining / (b + root);
    if (a > 0)
        runway.daysAtMost = (b + root) / (2 * a);
}

QList<ForecastPoint> forecast(const Runway &runway, double remaining, const QDateTime &now)
{
    const double end = runway.daysAtMost.value_or(2 * runway.daysLeft);
    const int days = int(std::clamp(std::ceil(std::min(end, 2 * runway.daysLeft)),
                                    double(LeastForecastDays), double(Runway::MostForecastDays)));
    QList<ForecastPoint> points;
    for (int day = 0; day <= days; ++day) {
        const double use = runway.perDay * day;
        const double off = spread(runway, day);
        points +=
            {now.addDays(day), std::max(0.0, remaining - use), std::max(0.0, remaining - use - off),
             std::clamp(remaining - use + off, 0.0, remaining)};
    }
    return points;
}

} // namespace

Runway estimateRunway(const RunwayInput &input)
{
    Runway runway;
    if (input.lines.isEmpty())
        return runway;
    QDateTime now = input.now;
    QDateTime since = input.since;
    QList<Transaction> charges;
    for (const Transaction &line : input.lines) {
        now = std::max(now, line.createdAt);
        if (!input.since.isValid())
            since = since.isValid() ? std::min(since, line.createdAt) : line.createdAt;
        if (kindOf(line) == LineKind::Charge)
            charges += line;
    }
    const int days = daysThatCount(since, now);
    if (charges.isEmpty()) {
        runway.state = RunwayState::NoCharges;
    } else if (charges.size() == 1) {
        runway.state = RunwayState::OneCharge;
    } else if (days < Runway::LeastDays) {
        runway.state = RunwayState::TooShort;
    } else {
        const std::vector<double> use = dailyUse(charges, now, days);
        runway.days = days;
        for (const double day : use)
            runway.used += qint64(day);
        runway.perDay = double(runway.used) / days;
        runway.deviation = sampleDeviation(use, runway.perDay);
        runway.types = burnByType(charges, now.addDays(-days), input.jobTypes);
        runway.state = runway.used > 0 ? RunwayState::Known : RunwayState::Idle;
    }
    if (input.remaining <= 0) {
        runway.state = RunwayState::Empty;
    } else if (runway.state == RunwayState::Known) {
        boundEnd(runway, double(input.remaining));
        runway.forecast = forecast(runway, double(input.remaining), now);
    }
    return runway;
}

QList<TypeBurn> burnByType(const QList<Transaction> &lines, const QDateTime &since,
                           const QHash<JobId, QString> &jobTypes)
{
    QMap<QString, TypeBurn> byType;
    for (const Transaction &line : lines) {
        if (kindOf(line) != LineKind::Charge || (since.isValid() && line.createdAt <= since))
            continue;
        const QString told = jobTypeOf(line);
        const QString type = told.isEmpty() ? jobTypes.value(line.job) : told;
        TypeBurn &burn = byType[type];
        burn.type = type;
        burn.credits += taken(line);
        ++burn.charges;
    }
    QList<TypeBurn> types = byType.values();
    std::stable_sort(types.begin(), types.end(),
                     [](const TypeBurn &a, const TypeBurn &b) { return a.credits > b.credits; });
    return types;
}

QList<MonthBurn> burnByMonth(const QList<Transaction> &lines)
{
    QMap<QDate, MonthBurn> byMonth;
    for (const Transaction &line : lines) {
        if (kindOf(line) != LineKind::Charge || !line.createdAt.isValid())
            continue;
        const QDate day = line.createdAt.toUTC().date();
        MonthBurn &burn = byMonth[QDate(day.year(), day.month(), 1)];
        burn.credits += taken(line);
        ++burn.charges;
    }
    QList<MonthBurn> months;
    if (byMonth.isEmpty())
        return months;
    for (QDate month = byMonth.firstKey(); month <= byMonth.lastKey(); month = month.addMonths(1)) {
        MonthBurn burn = byMonth.value(month);
        burn.month = month;
        months += burn;
    }
    return months;
}

} // namespace litedeck
