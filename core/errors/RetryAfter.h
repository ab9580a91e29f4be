// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/ErrorText.h"
#include "core/net/Http.h"

#include <optional>

namespace litedeck {

/// What the server asks to wait, from headers (retry-after-ms, retry-after in seconds or as a date)
/// or from the text ("Please try again in 7m12s", "retryDelay": "34s"); between zero and 31 days. A
/// date counts from the reply's own Date header, so that the machine's clock has no part in it
/// unless the reply has none.
std::optional<Milliseconds> retryAfter(const HttpResult &result, const ErrorText &text);

} // namespace litedeck
