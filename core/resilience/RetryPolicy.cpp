// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/RetryPolicy.h"

#include <algorithm>
#include <cmath>

namespace litedeck {

Milliseconds Backoff::delay(int retry, double random) const
{
    const double grown =
        static_cast<double>(base.count()) * std::pow(factor, std::max(0, retry - 1));
    const double capped = std::min(grown, static_cast<double>(longest.count()));
    const double spread = capped * jitter * (2.0 * random - 1.0);
    return Milliseconds(std::llround(capped + spread));
}

bool RetryPolicy::isSafe(const Error &error, Effect effect)
{
    if (error.verdict != RetryVerdict::Automatic)
        return false;
    if (!leavesOnce(effect))
        return true;
    return error.outcome == Outcome::NotSent || error.outcome == Outcome::Rejected;
}

std::optional<Milliseconds> RetryPolicy::delayAfter(const Error &error, Effect effect, int attempt,
                                                    double random) const
{
    if (attempt > maxRetries || !isSafe(error, effect))
        return std::nullopt;
    const bool unavailable = error.category == ErrorCategory::ServiceUnavailable;
    const Milliseconds own = (unavailable ? unavailableBackoff : backoff).delay(attempt, random);
    if (!error.retryAfter)
        return own;
    if (*error.retryAfter > longestServerWait)
        return std::nullopt;
    return std::max(*error.retryAfter, own);
}

TimeLimits RetryPolicy::limitsAfter(const Error &error, const TimeLimits &limits) const
{
    return error.category == ErrorCategory::Timeout ? limits.scaled(timeoutGrowth) : limits;
}

} // namespace litedeck
