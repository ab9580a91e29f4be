// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"

#include <optional>

namespace litedeck {

/// What a reply used and cost, as far as it tells so itself.
struct ReplyUsage
{
    std::optional<qint64> promptTokens;
    std::optional<qint64> completionTokens;
    std::optional<Usd> cost;

    friend bool operator==(const ReplyUsage &, const ReplyUsage &) = default;
};

} // namespace litedeck
