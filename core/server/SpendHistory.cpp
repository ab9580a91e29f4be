// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/SpendHistory.h"

namespace litedeck {

Spending &Spending::operator+=(const Spending &other)
{
    cost += other.cost;
    requests += other.requests;
    failed += other.failed;
    tokens += other.tokens;
    return *this;
}

} // namespace litedeck
