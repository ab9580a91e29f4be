// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ProxyStore.h"

namespace litedeck::demo {

/// Fills the store as litellm/seed.json tells: people, budgets and limits, and a log of the last 40
/// days with failures of many causes and two conversations.
void seedProxy(ProxyStore &store, const DemoScenario &scenario);

} // namespace litedeck::demo
