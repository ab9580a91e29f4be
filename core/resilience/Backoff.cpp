// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/Backoff.h"

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

} // namespace litedeck
