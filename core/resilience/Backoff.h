// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

namespace litedeck {

/// The waits between attempts (row A15 of the error guide): 1, 2, 4, 8 … s, at most 32 s, ±25 %.
struct Backoff
{
    Milliseconds base{1'000};
    double factor = 2.0;
    Milliseconds longest{32'000};
    double jitter = 0.25; ///< Share of the delay by which it may be shorter or longer.

    /// The wait before retry number `retry` (the first is 1); `random` in [0, 1) places it within
    /// the jitter, 0.5 in its middle.
    Milliseconds delay(int retry, double random) const;

    friend bool operator==(const Backoff &, const Backoff &) = default;
};

} // namespace litedeck
