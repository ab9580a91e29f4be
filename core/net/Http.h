// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/net/Outcome.h"
#include "core/net/TlsFailure.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <optional>

namespace litedeck {

enum class HttpMethod : quint8 { Get, Post };

/// The method's name on the wire.
QByteArray httpMethodName(HttpMethod method);

/// The id of one attempt of a call, by which a server can be asked for it. Attempts count from 1.
QByteArray attemptIdOf(const QByteArray &callId, int attempt);

/// What sending a request twice would do on the server.
enum class Effect : quint8 {
    Safe,       ///< Reads only.
    Idempotent, ///< Changes something, but twice is the same as once.
    Creates,    ///< Twice makes two of it.
    Charges,    ///< Twice costs twice.
};

/// Whether a request must leave this machine at most once unless the server was asked.
constexpr bool leavesOnce(Effect effect)
{
    return effect >= Effect::Creates;
}

/// The four clocks of an exchange; zero means no limit.
struct TimeLimits
{
    Milliseconds connect{10'000};   ///< From the start until the request has been sent.
    Milliseconds firstByte{30'000}; ///< From the sent request until the reply's head.
    Milliseconds idle{30'000};      ///< Between two arrivals of bytes; comments count as life.
    Milliseconds total{30'000};     ///< From the start to the end; never of what may flow on.

    /// The same limits times `factor`, for a retry after a timeout (row A11 of the error guide).
    TimeLimits scaled(double factor) const;
    friend bool operator==(const TimeLimits &, const TimeLimits &) = default;
};

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// Everything that one attempt sends.
struct HttpRequest
{
    HttpMethod method = HttpMethod::Get;
    QUrl url;
    QByteArray endpoint; ///< The path with ids replaced, for metrics: "/api/jobs/{id}/llm-call".
    HttpHeaders headers;
    QByteArray body; ///< JSON; empty for none.
    Effect effect = Effect::Safe;
    JobId job;             ///< Which the path names; empty for none.
    bool makesJob = false; ///< A good reply tells the id of the job that was made, as `job_id`.
    bool streamed = false; ///< A successful body is handed on as it arrives and not kept.
    TimeLimits limits;
    QByteArray requestId; ///< Ours, the same over all attempts of a call.
    int attempt = 1;
    QByteArray
        attemptHeader; ///< Carries the id of the attempt; empty for a server that takes none.
    QByteArray callId; ///< What attemptIdOf() makes that id of.
    /// Whether the server itself wrote the body of an error, not something in front of it; without
    /// one nothing is believed to be the server's.
    bool (*isOwnWord)(const QByteArray &body) = nullptr;
    bool provesKey = false; ///< A good answer shows that the server takes the key.
};

/// How one attempt ended.
struct HttpResult
{
    Outcome outcome = Outcome::NotSent;
    WireEnd end = WireEnd::Complete;
    int status = 0;
    HttpHeaders headers;
    QByteArray body;     ///< Whole; of a streamed success empty.
    int timesSent = 0;   ///< More than one means the library below sent it again.
    qint64 received = 0; ///< Bytes of the body, streamed ones too.
    QUrl redirectTarget;
    std::optional<TlsFailure> tls; ///< Why the connection could not be made secure.
    QString proxy; ///< Host and port of the proxy that let nothing through; else empty.
    Milliseconds timeToHead{0}; ///< From the start to the reply's head; zero for none.
    Milliseconds duration{0};   ///< From the start to the end.
    QDateTime endedAt;          ///< By our clock, in UTC.

    bool isSuccess() const { return end == WireEnd::Complete && status >= 200 && status < 300; }
    /// The value of the named header (any case), or empty.
    QByteArray header(const QByteArray &name) const;

    friend bool operator==(const HttpResult &, const HttpResult &) = default;
};

/// Whether a Content-Type is of the media type, whatever its case and parameters; `type` is in
/// lower case, such as "text/event-stream".
bool isMediaType(QByteArrayView contentType, QByteArrayView type);

/// What a finished exchange, of which all but the outcome is known, says about the request's
/// effect. `mayHaveLeft`: whether a byte of a complete request can have reached the server.
Outcome judgeOutcome(const HttpRequest &request, const HttpResult &result, bool mayHaveLeft);

} // namespace litedeck
