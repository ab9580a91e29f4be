// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ReplyTimes.h"

namespace litedeck {

/// What stands where a reply is waited for: "Waiting for claude, 4 s. Usually 4–9 s with this
/// model."
QString waitingText(const ModelAlias &model, Milliseconds elapsed,
                    const std::optional<ReplyTimes::Usual> &usual);

} // namespace litedeck
