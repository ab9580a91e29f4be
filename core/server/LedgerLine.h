// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QDateTime>
#include <QString>

namespace litedeck {

/// One line of the ledger; the type is the server's word, such as "deduction" or "allocation".
struct Transaction
{
    QString id;
    JobId job;
    QString type;
    qint64 amount = 0;
    qint64 before = 0;
    qint64 after = 0;
    QString reason;
    QDateTime createdAt;

    friend bool operator==(const Transaction &, const Transaction &) = default;
};

/// A line as it is kept: the server only gives the newest lines, so what stands below one is not
/// always known.
struct LedgerLine
{
    Transaction transaction;
    qint64 place = 0;      ///< Counts up from the oldest line; times are only whole seconds.
    bool gapBelow = false; ///< Lines may be missing between this one and the next older one.

    friend bool operator==(const LedgerLine &, const LedgerLine &) = default;
};

} // namespace litedeck
