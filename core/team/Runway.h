// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/server/LedgerLine.h"

#include <QHash>
#include <QList>

#include <optional>

namespace litedeck {

/// What a runway is reckoned from.
struct RunwayInput
{
    QList<Transaction> lines; ///< Of the ledger, in any order.
    QDateTime since;          ///< No line is missing from here on; invalid: since the oldest line.
    qint64 remaining = 0;     ///< Credits.
    QDateTime now;            ///< UTC; a ledger that is ahead of it counts as now.
    QHash<JobId, QString> jobTypes; ///< For charges whose reason does not name the job's type.
};

/// Whether there is a forecast, or why there is none.
enum class RunwayState : quint8 {
    Known,
    NoLines,   ///< The ledger is empty or was never seen.
    NoCharges, ///< Credits came, and none were used.
    OneCharge, ///< A pace needs two.
    TooShort,  ///< Fewer than LeastDays whole days are known.
    Idle,      ///< Nothing was used in the days that count.
    Empty,     ///< No credits are left, so there is nothing to forecast.
};

/// What the jobs of one type took.
struct TypeBurn
{
    QString type; ///< Empty when no source names it.
    qint64 credits = 0;
    int charges = 0;

    friend bool operator==(const TypeBurn &, const TypeBurn &) = default;
};

/// The balance at a time to come, in credits, never below zero.
struct ForecastPoint
{
    QDateTime at; ///< UTC.
    double expected = 0;
    double low = 0;
    double high = 0;

    friend bool operator==(const ForecastPoint &, const ForecastPoint &) = default;
};

/// How long the credits last at the pace of the last days.
///
/// The pace is the average over whole days counted back from now, days without use included: up to
/// four weeks, in whole weeks as soon as there is one, so that weekends weigh what they should. The
/// band assumes that days differ from each other as they did so far: eight of ten such forecasts
/// should fall into it; it widens with bursts, with every day ahead and with fewer days known.
/// Only charges are use: refills, refunds and adjustments neither count nor are foreseen.
struct Runway
{
    static constexpr int LeastDays = 2;
    static constexpr int MostDays = 28;
    static constexpr int MostForecastDays = 60;

    RunwayState state = RunwayState::NoLines;
    int days = 0;         ///< Whole days that count; 0 when too little is known.
    qint64 used = 0;      ///< Credits, in these days.
    double perDay = 0;    ///< Credits.
    double deviation = 0; ///< Of a day from the average; the sample standard deviation, in credits.
    // With RunwayState::Known only:
    double daysLeft = 0;
    double daysAtLeast = 0;
    std::optional<double> daysAtMost; ///< None when the end cannot be bounded.
    QList<ForecastPoint> forecast;    ///< A point a day, the first one now.
    QList<TypeBurn> types;            ///< In the days that count, the largest first.

    friend bool operator==(const Runway &, const Runway &) = default;
};

Runway estimateRunway(const RunwayInput &input);

/// What charges took by type of job, the largest first; those before `since` are left out.
QList<TypeBurn> burnByType(const QList<Transaction> &lines, const QDateTime &since,
                           const QHash<JobId, QString> &jobTypes);

/// What charges took in one calendar month (UTC).
struct MonthBurn
{
    QDate month; ///< Its first day.
    qint64 credits = 0;
    int charges = 0;

    friend bool operator==(const MonthBurn &, const MonthBurn &) = default;
};

/// The oldest month with a charge first, up to the newest one; months without any are zero.
QList<MonthBurn> burnByMonth(const QList<Transaction> &lines);

} // namespace litedeck
