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

Charge JobCosts::charge() const
{
    qint64 prompt = 0;
    qint64 completion = 0;
    for (const CallCost &call : calls) {
        prompt += call.promptTokens;
        completion += call.completionTokens;
    }
    // The server writes 0 when the provider told nothing, which is not the same as none.
    if (prompt + completion == 0)
        return {};
    return {.cost = Measured<Usd>::reported(total),
            .promptTokens = Measured<qint64>::reported(prompt),
            .completionTokens = Measured<qint64>::reported(completion)};
}

} // namespace litedeck
