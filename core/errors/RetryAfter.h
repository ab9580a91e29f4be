// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Classifier.h"
#include "core/errors/ErrorText.h"

#include <optional>

namespace litedeck {

/// The value of the first header of that lower-case name, empty when there is none.
QByteArray headerValue(const Evidence &evidence, QByteArrayView name);

/// What the server asks to wait, from headers (retry-after-ms, retry-after in seconds or as a date)
/// or from the text ("Please try again in 7m12s", "retryDelay": "34s"); between zero and 31 days. A
/// date counts from the reply's own Date header, so that the machine's clock has no part in it
/// unless the reply has none.
std::optional<Milliseconds> retryAfter(const Evidence &evidence, const ErrorText &text);

} // namespace litedeck
