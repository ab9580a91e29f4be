// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/AllowanceLevel.h"

namespace litedeck {

AllowanceLevel levelOf(const Balance &balance)
{
    if (balance.remaining <= 0 || balance.remaining * 10 < balance.allocated)
        return AllowanceLevel::Scarce;
    return balance.remaining * 4 < balance.allocated ? AllowanceLevel::Low : AllowanceLevel::Ample;
}

} // namespace litedeck
