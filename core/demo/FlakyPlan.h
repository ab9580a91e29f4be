// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/FaultPlan.h"

namespace litedeck::demo {

/// Adds the faults of the scenario "flaky": every few calls fail, each time in another way, and
/// a try afterwards works.
void addFlakyFaults(FaultPlan &plan);

} // namespace litedeck::demo
