// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"

#include <QUrl>

namespace litedeck::demo {

/// Something that shall go wrong with the next requests that match.
struct Fault
{
    QByteArray method;                         ///< Empty: every method.
    QString pathPattern = QStringLiteral("*"); ///< `*` in a segment, `**` over segments, "*": all.
    int times = -1;                            ///< How often it strikes; -1 is always.
    int skip = 0;                              ///< How many matching requests pass first.
    int every = 1; ///< After `skip`, only each n-th matching request is struck.

    /// The request is handled first (it may create a job and charge) and only its answer is lost.
    /// Otherwise a fault that replaces the answer keeps the request from every handler.
    bool processFirst = false;
    int delayMs = 0; ///< Before anything is answered.
    /// As behind a proxy that lost its client: the connection is reset at once, and the request
    /// reaches its handler only at DemoGateway::deliverHeld().
    bool held = false;

    // The answer is replaced by exactly one of these.
    int status = 0; ///< This status with `body`, `contentType` and `headers`.
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<Header> headers;    ///< Such as Retry-After; also added to a redirect.
    bool closesAfter = false; ///< Closed after the answer, as after a real text/plain 500.
    QUrl redirectTo;          ///< A redirect, with `status` or 307.
    bool hang = false;        ///< Never answered, connection kept open.
    bool drop = false;        ///< Connection closed in order, without a byte of an answer.
    bool reset = false;       ///< Connection reset (RST).
    bool halfHead = false;    ///< Half a status line and headers, then closed.
    bool garbage = false;     ///< Bytes that are no HTTP, then closed.

    // The handler's own answer is spoilt.
    // A network breaks anywhere; the gateway itself breaks a stream off only between two chunks.
    qint64 cutAfterBytes = -1;   ///< Closed after so many bytes of the body; -1 is never.
    bool cutAtEnd = false;       ///< A stream is cut after its last event; its job ends as usual.
    bool cutWithReset = false;   ///< The cut is a reset instead of an orderly close.
    bool cutWithSilence = false; ///< The cut is silence on an open connection.
    bool losesDone = false;      ///< A stream goes without its `[DONE]`.
    int splitEveryBytes = 0;    ///< Written in pieces of this size, one per turn of the event loop.
    bool malformedJson = false; ///< The JSON (or the JSON of a stream's third event) is broken.

    // The provider fails, in a stream after so many text events; a plain call answers 500.
    bool errorInStream = false;       ///< The gateway's own `{"error": "<text>"}`; the job FAILED.
    bool errorObjectInStream = false; ///< The provider's `{"error": {…}}`; the job COMPLETED.
    int afterEvents = 0;
    QString errorText; ///< Of either; empty takes a usual one.

    /// Whether no handler writes the answer.
    bool replacesAnswer() const
    {
        return status > 0 || redirectTo.isValid() || hang || drop || reset || halfHead || garbage;
    }
};

} // namespace litedeck::demo
