// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Redactor.h"
#include "core/errors/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>

#include <optional>

namespace litedeck {

/// How an exchange on the wire ended, apart from its status.
enum class WireEnd : quint8 {
    Complete, ///< The reply arrived whole, by its own end mark or the connection's.
    ConnectionRefused,
    HostNotFound,
    ProxyUnreachable,    ///< The proxy on the way could not be reached, or refused.
    ProxyAuthentication, ///< The proxy on the way wants a user name and a password.
    TlsFailed,
    ConnectTimeout,   ///< No connection within the connect limit.
    FirstByteTimeout, ///< Connected and sent, but no answer began.
    IdleTimeout,      ///< The answer stopped coming.
    TotalTimeout,     ///< The overall limit passed.
    Cut,              ///< The other side closed or broke the connection before the reply's end.
    NetworkLost,      ///< The same, by this machine's own network.
    RedirectRefused,
    TooLarge, ///< The reply passed the bound on its size.
    Protocol, ///< Not a valid HTTP reply.
    Cancelled,
};

/// All that classify() looks at; views of what one exchange or one stream event brought.
struct Evidence
{
    Outcome outcome = Outcome::NotSent;
    WireEnd end = WireEnd::Complete;
    int status = 0;                               ///< Final HTTP status, 0 for none.
    QList<QPair<QByteArray, QByteArray>> headers; ///< Names in any case.
    QByteArray body;                              ///< The body, or its beginning.
    QByteArray streamEvent; ///< The data of the event that failed inside a 200 stream, else empty.
    QDateTime receivedAt;   ///< By our clock, in UTC; for a reply without a date. May be invalid.
};

/// Says what went wrong and in whose hands it is; a pure function that never fails, whatever the
/// bytes. It reads the body before the status: the inner 429 or 401 wins over the outer 500.
Error classify(const Evidence &evidence, const Redactor &redactor);

/// The same for a text that the server keeps as the reason why a job failed, of which nothing but
/// its words is known. A text that no rule knows is ErrorCategory::Unknown.
Error classifyText(const QString &text, const Redactor &redactor);

} // namespace litedeck
