// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Ids.h"

namespace litedeck {

/// What one job took.
struct JobCharge
{
    JobId job;
    Measured<qint64> credits;
    Measured<Usd> cost;

    bool isNothing() const { return credits.value == 0 && cost.value == Usd(); }
    friend bool operator==(const JobCharge &, const JobCharge &) = default;
};

} // namespace litedeck
