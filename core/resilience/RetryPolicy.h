// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/net/Http.h"

#include <optional>

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

/// Decides whether a failed attempt is followed by another one; a value without state.
struct RetryPolicy
{
    int maxRetries = 3; ///< Row A15 of the error guide.
    Backoff backoff;
    /// Row A9: longer delays when the service is down.
    Backoff unavailableBackoff{.base = Milliseconds(5'000)};
    /// A wait that the server asked for and that is longer than this is not for waiting.
    Milliseconds longestServerWait{120'000};
    /// Row A11: each retry after a timeout gets this much more time than the attempt before.
    double timeoutGrowth = 1.5;

    /// Whether this failure may be followed by another attempt without asking anybody: a charging
    /// or creating call only after NotSent or Rejected, and only a verdict of Automatic.
    static bool isSafe(const Error &error, Effect effect);

    /// The wait before the next attempt, or none when there must not be one. `attempt` is the one
    /// that failed (the first is 1), `random` in [0, 1) places the wait within the jitter.
    std::optional<Milliseconds> delayAfter(const Error &error, Effect effect, int attempt,
                                           double random) const;

    /// The limits for the attempt after one that failed with `error`.
    TimeLimits limitsAfter(const Error &error, const TimeLimits &limits) const;

    friend bool operator==(const RetryPolicy &, const RetryPolicy &) = default;
};

} // namespace litedeck
