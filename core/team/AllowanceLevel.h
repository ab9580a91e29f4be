// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Allowance.h"

namespace litedeck {

/// How much is left of an allowance.
enum class AllowanceLevel : quint8 {
    Ample,  ///< Also without a limit.
    Low,    ///< Less than a quarter.
    Scarce, ///< Less than a tenth, or nothing.
};

AllowanceLevel levelOf(const Allowance &allowance);

} // namespace litedeck
