// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/RunwayWords.h"

#include "ui/words/Format.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr double DaysOfAYear = 365;

/// "8.6", "12": a decimal only where it tells something.
QString number(double value)
{
    constexpr double Coarse = 20;
    const bool isWhole = value >= Coarse || std::abs(value - std::round(value)) < 0.05;
    return QLocale().toString(value, 'f', isWhole ? 0 : 1);
}

} // namespace

QString RunwayWords::days(double days)
{
    if (days < 1)
        return tr("less than a day");
    if (days > DaysOfAYear)
        return tr("more than a year");
    return tr("%Ln day(s)", nullptr, int(std::lround(days)));
}

QString RunwayWords::headline(const Runway &runway)
{
    switch (runway.state) {
    case RunwayState::Known:
        if (runway.daysLeft < 1)
            return tr("Less than a day");
        if (runway.daysLeft > DaysOfAYear)
            return tr("More than a year");
        return tr("About %Ln day(s)", nullptr, int(std::lround(runway.daysLeft)));
    case RunwayState::Idle:
        return tr("No end in sight");
    case RunwayState::Empty:
        return tr("Used up");
    case RunwayState::NoLines:
    case RunwayState::NoCharges:
    case RunwayState::OneCharge:
    case RunwayState::TooShort:
        return tr("Not enough data");
    }
    Q_UNREACHABLE();
}

QString RunwayWords::range(const Runway &runway)
{
    switch (runway.state) {
    case RunwayState::Known:
        if (!runway.daysAtMost && runway.daysAtLeast < 1)
            return tr("at this pace; use differs too much from day to day to say when at the "
                      "latest");
        if (!runway.daysAtMost)
            //: %1 is a number of days such as "6 days" or "less than a day".
            return tr("%1 or more at this pace; use differs too much from day to day to say when "
                      "at the latest")
                .arg(days(runway.daysAtLeast));
        if (std::lround(runway.daysAtLeast) == std::lround(*runway.daysAtMost))
            return tr("at this pace, which hardly changes from day to day");
        //: %1 is a number, %2 a number of days such as "14 days".
        return tr("at this pace, %1 to %2 in eight of ten such forecasts")
            .arg(QLocale().toString(int(std::floor(runway.daysAtLeast))), days(*runway.daysAtMost));
    case RunwayState::NoLines:
        return tr("No lines of the ledger are known yet. A forecast needs charges on two days or "
                  "more.");
    case RunwayState::NoCharges:
        return tr("Credits were added, but none were used yet.");
    case RunwayState::OneCharge:
        return tr("A single charge makes no pace. A forecast needs charges on two days or more.");
    case RunwayState::TooShort:
        return tr("The ledger is known for less than two days, which is too little for a pace.");
    case RunwayState::Idle:
        return tr("Nothing was used in the last %Ln day(s).", nullptr, runway.days);
    case RunwayState::Empty:
        return tr("No credits are left.");
    }
    Q_UNREACHABLE();
}

QString RunwayWords::arithmetic(const Runway &runway, qint64 remaining)
{
    if (runway.used == 0)
        return {};
    //: %1 is a text such as "120 credits", %2 one such as "14 days", %3 a number such as "8.6".
    const QString pace =
        tr("%1 in %2 make %3 a day.")
            .arg(formatCredits(runway.used), tr("the last %Ln day(s)", nullptr, runway.days),
                 number(runway.perDay));
    const QString rules =
        tr("Days without use count; credits that are added or given back do not.");
    if (runway.state != RunwayState::Known)
        return pace + u' ' + rules;
    //: Division: %1 credits by %2 a day makes %3, such as "9 days".
    const QString division =
        tr("%1 ÷ %2 = %3.")
            .arg(formatCount(remaining), number(runway.perDay), days(runway.daysLeft));
    //: %1 is a number of credits such as "3.2".
    const QString band = tr("The range follows from how much days differ: %1 as a rule.")
                             .arg(number(runway.deviation));
    return QStringList{pace, division, band, rules}.join(u' ');
}

QString RunwayWords::type(const QString &type)
{
    return type.isEmpty() ? tr("type not told") : type;
}

QString RunwayWords::share(const TypeBurn &burn, const Runway &runway)
{
    const double perDay = double(burn.credits) / std::max(1, runway.days);
    const double part = 100.0 * double(burn.credits) / double(std::max<qint64>(1, runway.used));
    //: %1 is a number of credits, %2 a percentage.
    return tr("%1 a day, %2 %").arg(number(perDay), QLocale().toString(part, 'f', 0));
}

} // namespace litedeck
