// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/RequestWords.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString ending(WireEnd end)
{
    switch (end) {
    case WireEnd::Complete:
        return RequestWords::tr("complete");
    case WireEnd::ConnectionRefused:
        return RequestWords::tr("no connection");
    case WireEnd::HostNotFound:
        return RequestWords::tr("host not found");
    case WireEnd::ProxyUnreachable:
        return RequestWords::tr("no connection to the proxy");
    case WireEnd::ProxyAuthentication:
        return RequestWords::tr("proxy wants a password");
    case WireEnd::TlsFailed:
        return RequestWords::tr("not secure");
    case WireEnd::ConnectTimeout:
        return RequestWords::tr("connecting took too long");
    case WireEnd::FirstByteTimeout:
        return RequestWords::tr("no answer in time");
    case WireEnd::IdleTimeout:
        return RequestWords::tr("went silent");
    case WireEnd::TotalTimeout:
        return RequestWords::tr("took too long");
    case WireEnd::Cut:
        return RequestWords::tr("cut off");
    case WireEnd::NetworkLost:
        return RequestWords::tr("network lost");
    case WireEnd::RedirectRefused:
        return RequestWords::tr("redirect refused");
    case WireEnd::TooLarge:
        return RequestWords::tr("too large");
    case WireEnd::Protocol:
        return RequestWords::tr("not HTTP");
    case WireEnd::Cancelled:
        return RequestWords::tr("cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace

QString RequestWords::result(const RequestLogEntry &entry)
{
    if (entry.error == ErrorCategory::CircuitOpen)
        //: The circuit breaker did not let a request go out.
        return tr("held back");
    const bool looksGood = entry.status >= 200 && entry.status < 300;
    if (entry.end == WireEnd::Complete && looksGood && entry.isFailure())
        //: A reply with a good HTTP status (%1) that has an error inside.
        return tr("%1, failed").arg(entry.status);
    if (entry.end == WireEnd::Complete)
        return QString::number(entry.status);
    //: A reply that began with an HTTP status (%1) and did not end well (%2).
    return entry.status == 0 ? ending(entry.end)
                             : tr("%1, %2").arg(entry.status).arg(ending(entry.end));
}

Tone RequestWords::tone(const RequestLogEntry &entry)
{
    if (!entry.isFailure())
        return Tone::Success;
    if (entry.error == ErrorCategory::Cancelled || entry.error == ErrorCategory::CircuitOpen)
        return Tone::Neutral;
    const bool clients =
        entry.end == WireEnd::Complete && entry.status >= 400 && entry.status < 500;
    return clients ? Tone::Warning : Tone::Danger;
}

QString RequestWords::outcome(Outcome known)
{
    switch (known) {
    case Outcome::NotSent:
        return tr("not sent");
    case Outcome::Rejected:
        return tr("rejected");
    case Outcome::Ambiguous:
        //: Whether the server did what it was asked is not known.
        return tr("unclear");
    case Outcome::Committed:
        //: The server did what it was asked.
        return tr("done");
    }
    Q_UNREACHABLE();
}

QString RequestWords::timeOfDay(const QDateTime &time)
{
    return time.toLocalTime().toString(u"HH:mm:ss"_s);
}

RequestWords::OfBreaker RequestWords::of(CircuitBreaker::State state)
{
    switch (state) {
    case CircuitBreaker::State::Closed:
        return {tr("Calls go through"), Tone::Success};
    case CircuitBreaker::State::Open:
        return {tr("Calls are paused"), Tone::Danger};
    case CircuitBreaker::State::HalfOpen:
        return {tr("The next call is a trial"), Tone::Warning};
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
