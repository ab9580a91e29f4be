// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/AllowanceLevel.h"

namespace litedeck {

AllowanceLevel levelOf(const Allowance &allowance)
{
    if (!allowance.left)
        return AllowanceLevel::Ample;
    const qint64 left = *allowance.left;
    const qint64 limit = allowance.limit.value_or(0);
    if (left <= 0 || left < limit / 10.0)
        return AllowanceLevel::Scarce;
    return left < limit / 4.0 ? AllowanceLevel::Low : AllowanceLevel::Ample;
}

} // namespace litedeck
