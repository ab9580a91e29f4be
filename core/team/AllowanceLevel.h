// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Account.h"

namespace litedeck {

/// How much is left of what the team was given.
enum class AllowanceLevel : quint8 {
    Ample,
    Low,    ///< Less than a quarter.
    Scarce, ///< Less than a tenth, or nothing.
};

AllowanceLevel levelOf(const Balance &balance);

} // namespace litedeck
