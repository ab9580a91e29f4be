// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/JobCosts.h"

namespace litedeck {

JobCosts JobCosts::ofPurposeEnding(const QString &end) const
{
    JobCosts costs{.id = id, .status = status};
    for (const CallCost &call : calls) {
        if (!call.purpose.endsWith(end))
            continue;
        costs.calls.append(call);
        costs.total += call.cost;
    }
    return costs;
}

} // namespace litedeck
