// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Rng.h"

#include <QDateTime>

#include <vector>

namespace litedeck::demo {

/// Over how many days the past goes back.
constexpr int PastDays = 40;

/// Moments before now in the rhythm of working days, the oldest first; the last ones not long ago.
std::vector<QDateTime> pastTimes(Rng &rng, int count, const QDateTime &now);

} // namespace litedeck::demo
