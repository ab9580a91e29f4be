// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Ids.h"

namespace litedeck {

/// What was taken for something that ran; unknown is what nobody told, and never zero. A server
/// counts in credits or in dollars, and tells the other or not.
struct Charge
{
    Measured<Usd> cost;
    Measured<qint64> credits;
    Measured<qint64> promptTokens;
    Measured<qint64> completionTokens;

    /// Of prompt and reply.
    Measured<qint64> tokens() const
    {
        return promptTokens.isKnown() && completionTokens.isKnown()
                   ? Measured<qint64>::reported(promptTokens.value + completionTokens.value)
                   : Measured<qint64>();
    }

    friend bool operator==(const Charge &, const Charge &) = default;
};

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
