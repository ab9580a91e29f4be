// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/Ledger.h"
#include "core/team/Runway.h"
#include "ui/widgets/plot/Plot.h"

#include <QCoreApplication>

namespace litedeck {

/// The plots of the team's page, with their words.
class TeamPlots
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::TeamPlots)

public:
    /// How far back the plots of balance and types look.
    static constexpr int Days = 28;

    static QStringList balanceHeaders();
    static QStringList monthHeaders();
    static QStringList typeHeaders();

    /// The balance of the last days, and the runway's forecast with its band.
    static Plot balance(const QList<LedgerLine> &lines, const QDateTime &since,
                        const Runway &runway, const QDateTime &now);
    /// The last twelve months.
    static Plot months(const QList<MonthBurn> &months);
    /// The types that took the most; the rest is one bar.
    static Plot types(const QList<TypeBurn> &types);
};

} // namespace litedeck
