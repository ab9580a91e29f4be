// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoStore.h"

namespace litedeck::demo {

/// Fills the store with the past: jobs over the last 40 days in the rhythm of working days, their
/// calls and failures, and a ledger whose lines add up to the scenario's balance.
void seedPast(DemoStore &store, const DemoScenario &scenario);

} // namespace litedeck::demo
