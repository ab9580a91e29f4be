// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/Runway.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// How a runway is told, the same on the page, in alerts and in tables.
class RunwayWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::RunwayWords)

public:
    /// "About 9 days", or why there is no forecast.
    static QString headline(const Runway &runway);
    /// "6 to 14 days, in eight of ten such forecasts", or what is needed for a forecast.
    static QString range(const Runway &runway);
    /// The arithmetic in plain words; empty without a pace.
    static QString arithmetic(const Runway &runway, qint64 remaining);
    /// "chat" or "type not told".
    static QString type(const QString &type);
    /// "4.3 a day, 61 % of all".
    static QString share(const TypeBurn &burn, const Runway &runway);
    /// A number of days alone: "9 days", "1 day", "less than a day", "more than a year".
    static QString days(double days);
};

} // namespace litedeck
