// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Account.h"

namespace litedeck {

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
