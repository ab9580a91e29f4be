// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"

namespace litedeck {

/// What was taken for something that ran; unknown is what nobody told, and never zero.
struct Charge
{
    Measured<Usd> cost;
    Measured<qint64> credits;
    Measured<qint64> tokens; ///< Of prompt and reply.

    friend bool operator==(const Charge &, const Charge &) = default;
};

} // namespace litedeck
