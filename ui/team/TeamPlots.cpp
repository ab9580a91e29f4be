// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/TeamPlots.h"

#include "ui/words/Format.h"
#include "ui/words/RunwayWords.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr qsizetype MostMonths = 12;
constexpr qsizetype MostTypes = 6;

qint64 rounded(double credits)
{
    return qint64(std::llround(credits));
}

double place(const QDateTime &at)
{
    return double(at.toMSecsSinceEpoch());
}

QString dayText(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

void addForecast(Plot &plot, const Runway &runway)
{
    for (qsizetype day = 0; day < runway.forecast.size(); ++day) {
        const ForecastPoint &point = runway.forecast.at(day);
        plot.band += {place(point.at), point.low, point.high};
        if (day == 0)
            continue;
        const QString date = dayText(point.at);
        const QString low = formatCount(rounded(point.low));
        const QString high = formatCount(rounded(point.high));
        //: %1 is a date, %2 a text such as "412 credits", %3 and %4 are numbers of credits.
        const QString readout = TeamPlots::tr("%1: about %2 expected, %3 to %4")
                                    .arg(date, formatCredits(rounded(point.expected)), low, high);
        plot.ahead += {place(point.at), point.expected, readout};
        plot.rows +=
            {date, TeamPlots::tr("expected"), formatCount(rounded(point.expected)), low, high};
        if (point.expected <= 0)
            break;
    }
}

} // namespace

QStringList TeamPlots::balanceHeaders()
{
    //: Heads a column of the table behind a plot: whether the balance is known or expected.
    return {tr("Day"), tr("How known"), tr("Credits"), tr("At least"), tr("At most")};
}

QStringList TeamPlots::monthHeaders()
{
    return {tr("Month"), tr("Credits"), tr("Charges")};
}

QStringList TeamPlots::typeHeaders()
{
    return {tr("Type of job"), tr("Credits"), tr("Charges")};
}

Plot TeamPlots::balance(const QList<LedgerLine> &lines, const QDateTime &since,
                        const Runway &runway, const QDateTime &now)
{
    Plot plot;
    const QList<BalancePoint> days = dailyBalance(lines, since, now, Days);
    // A single point makes no line.
    if (days.size() < 2)
        return plot;
    for (const BalancePoint &day : days) {
        const QString credits = formatCredits(day.credits);
        plot.points += {place(day.at), double(std::max<qint64>(0, day.credits)),
                        //: %1 is a date and time, %2 a text such as "412 credits".
                        tr("%1: %2").arg(formatTime(day.at), credits)};
        plot.rows += {dayText(day.at), tr("recorded"), formatCount(day.credits), u"–"_s, u"–"_s};
    }
    addForecast(plot, runway);
    plot.caption = runway.forecast.isEmpty()
                       ? tr("The line is what the ledger recorded.")
                       : tr("The line is what the ledger recorded, the dashes what this pace leads "
                            "to, the shade where it should end up in eight of ten cases.");
    return plot;
}

Plot TeamPlots::months(const QList<MonthBurn> &months)
{
    Plot plot{.kind = Plot::Kind::Columns};
    for (const MonthBurn &month : months.last(std::min(MostMonths, months.size()))) {
        const QString name = QLocale().toString(month.month, u"MMMM yyyy"_s);
        plot.points += {0, double(month.credits),
                        //: %1 is a month, %2 a text such as "412 credits"; %Ln charges took them.
                        tr("%1: %2 in %Ln charge(s)", nullptr, month.charges)
                            .arg(name, formatCredits(month.credits))};
        plot.labels += QLocale().toString(month.month, u"MMM"_s);
        plot.rows += {name, formatCount(month.credits), formatCount(month.charges)};
    }
    plot.caption = tr("Credits that charges took, as far back as the ledger is known.");
    return plot;
}

Plot TeamPlots::types(const QList<TypeBurn> &types)
{
    Plot plot{.kind = Plot::Kind::Bars};
    const auto add = [&plot](const QString &name, const TypeBurn &burn) {
        plot.points += {0, double(burn.credits),
                        tr("%1: %2 in %Ln charge(s)", nullptr, burn.charges)
                            .arg(name, formatCredits(burn.credits))};
        plot.labels += name;
        plot.rows += {name, formatCount(burn.credits), formatCount(burn.charges)};
    };
    const qsizetype shown = types.size() > MostTypes ? MostTypes - 1 : types.size();
    for (const TypeBurn &burn : types.first(shown))
        add(RunwayWords::type(burn.type), burn);
    TypeBurn rest;
    for (const TypeBurn &burn : types.mid(shown)) {
        rest.credits += burn.credits;
        rest.charges += burn.charges;
    }
    if (rest.charges > 0)
        //: A bar for all types that have none of their own.
        add(tr("all others"), rest);
    plot.caption = tr("Credits that charges took in the last %Ln day(s).", nullptr, Days);
    return plot;
}

} // namespace litedeck
