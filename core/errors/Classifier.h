// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Redactor.h"
#include "core/errors/Error.h"
#include "core/net/Http.h"

namespace litedeck {

/// Says what went wrong and in whose hands it is; a pure function that never fails, whatever the
/// bytes. It reads the body before the status: the inner 429 or 401 wins over the outer 500.
/// `streamEvent` is the data of the event that failed inside a 200 stream, if one did.
Error classify(const HttpResult &result, const Redactor &redactor,
               const QByteArray &streamEvent = {});

/// The same for a text that the server keeps as the reason why a job failed, of which nothing but
/// its words is known. A text that no rule knows is ErrorCategory::Unknown.
Error classifyText(const QString &text, const Redactor &redactor);

} // namespace litedeck
