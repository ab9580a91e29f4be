// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace litedeck {

struct Transaction;
template <typename T>
class Reply;

/// A server's own book of what it took and gave.
class Ledger
{
public:
    virtual ~Ledger() = default;

    /// Its newest `limit` lines, the newest first.
    virtual Reply<QList<Transaction>> *newest(int limit) const = 0;
};

} // namespace litedeck
