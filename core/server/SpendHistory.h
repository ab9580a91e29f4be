// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"

#include <QDate>
#include <QList>
#include <QString>

namespace litedeck {

template <typename T>
class Reply;

/// What was asked and spent in some time, by somebody, or of some model.
struct Spending
{
    QString name; ///< Of the model or the key; empty for all together.
    Usd cost;
    qint64 requests = 0;
    qint64 failed = 0; ///< Of the requests.
    qint64 tokens = 0;

    friend bool operator==(const Spending &, const Spending &) = default;
};

/// A day of it, as the server counts days, which is by UTC.
struct DaySpending
{
    QDate day;
    Spending all;
    QList<Spending> models; ///< The dearest first.
    QList<Spending> keys;   ///< Likewise.

    friend bool operator==(const DaySpending &, const DaySpending &) = default;
};

/// A server that tells what was spent day by day.
class SpendHistory
{
public:
    virtual ~SpendHistory() = default;

    /// The days from `first` to today on which something was asked, the oldest first.
    virtual Reply<QList<DaySpending>> *since(const QDate &first) const = 0;
};

} // namespace litedeck
