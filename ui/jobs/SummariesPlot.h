// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plot/Plot.h"

#include <QCoreApplication>
#include <QStringList>

namespace litedeck {

class SummariesModel;

/// The summaries as bars: what the jobs cost or, while no cost is known, how many there are.
class SummariesPlot
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::SummariesPlot)

public:
    static constexpr qsizetype MostBars = 5;
    static constexpr qsizetype MostDays = 31;

    /// Of the table behind the plot.
    static QStringList headers();
    static Plot plot(const SummariesModel &model);
};

} // namespace litedeck
