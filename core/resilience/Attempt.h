// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Redactor.h"
#include "core/errors/Error.h"
#include "core/net/Http.h"

#include <QObject>

#include <optional>

namespace litedeck {

/// One attempt of a call, and what was made of it.
struct Attempt
{
    HttpRequest request;
    HttpResult result;                   ///< Not sent at all when the circuit breaker held it.
    std::optional<Error> error;          ///< None for a good reply.
    std::optional<Milliseconds> retryIn; ///< The wait before the next one; none after the last.
};

/// Notes in an error what the attempt tells: its request line, its id, and the headers of the reply
/// that help to find the cause; all redacted.
void addTrace(Error &error, const HttpRequest &request, const HttpResult &result,
              const Redactor &redactor);

/// Tells of every attempt over one connection once it was judged, so that an error which shows only
/// inside a reply counts as one. For logs and metrics; they keep no body, no header and no key.
class AttemptFeed : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptFeed)

public:
    using QObject::QObject;

signals:
    /// Comes before the call itself tells how it goes on.
    void attemptEnded(const litedeck::Attempt &attempt);
};

} // namespace litedeck
