// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/Ledger.h"
#include "core/team/Runway.h"

#include <QHash>
#include <QSet>

namespace litedeck {

/// What follows from a whole ledger. Worked out once for each state of it: with a hundred thousand
/// lines it takes longer than a frame, and most who ask need a part that is short.
struct LedgerFacts
{
    LedgerAudit audit;             ///< Without the account's balance.
    QList<Transaction> forRunway;  ///< The lines that a runway can depend on, newest first.
    QList<MonthBurn> months;       ///< See burnByMonth().
    QHash<JobId, qint64> byJob;    ///< Credits that jobs took, refunds taken off.
    QSet<JobId> charged;           ///< Jobs that a line charges.
    QList<MessageCharge> messages; ///< The newest first, at most MostMessages.

    static constexpr qsizetype MostMessages = 50;
};

/// For any thread.
LedgerFacts factsOf(const QList<LedgerLine> &lines);

} // namespace litedeck
