// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace litedeck {

/// One value of a plot and how it is told.
struct PlotPoint
{
    double x = 0; ///< On a time line, milliseconds since 1970 in UTC; else ignored.
    double y = 0;
    QString readout; ///< The exact value in words, such as "22 Nov 2026: 412 credits".

    friend bool operator==(const PlotPoint &, const PlotPoint &) = default;
};

/// Between which values something is expected.
struct PlotSpan
{
    double x = 0; ///< As in PlotPoint.
    double low = 0;
    double high = 0;

    friend bool operator==(const PlotSpan &, const PlotSpan &) = default;
};

/// What a PlotCard shows; values are never negative.
struct Plot
{
    enum class Kind : quint8 {
        TimeLine, ///< A line over time, with a forecast and its band.
        Columns,  ///< Upright bars, the first at the leading edge.
        Bars,     ///< Lying bars, the first at the top; for long labels.
    };

    Kind kind = Kind::TimeLine;
    bool countsWholes = true; ///< Values are whole numbers; else they may be far below one.
    QList<PlotPoint> points;
    QList<PlotPoint> ahead; ///< The forecast of a time line; begins where the points end.
    QList<PlotSpan> band;
    QStringList labels;      ///< One for each bar.
    QString caption;         ///< How to read the plot.
    QList<QStringList> rows; ///< Of the table behind the plot.

    /// All values in the order in which the arrow keys walk them.
    QList<PlotPoint> stops() const { return points + ahead; }
    friend bool operator==(const Plot &, const Plot &) = default;
};

} // namespace litedeck
