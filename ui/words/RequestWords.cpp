// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/RequestWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace litedeck::RequestWords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::RequestWords)
};

QString ending(WireEnd end)
{
    switch (end) {
    case WireEnd::Complete:
        return Words::tr("complete");
    case WireEnd::ConnectionRefused:
        return Words::tr("no connection");
    case WireEnd::HostNotFound:
        return Words::tr("host not found");
    case WireEnd::ProxyUnreachable:
        return Words::tr("no connection to the proxy");
    case WireEnd::ProxyAuthentication:
        return Words::tr("proxy wants a password");
    case WireEnd::TlsFailed:
        return Words::tr("not secure");
    case WireEnd::ConnectTimeout:
        return Words::tr("connecting took too long");
    case WireEnd::FirstByteTimeout:
        return Words::tr("no answer in time");
    case WireEnd::IdleTimeout:
        return Words::tr("went silent");
    case WireEnd::TotalTimeout:
        return Words::tr("took too long");
    case WireEnd::Cut:
        return Words::tr("cut off");
    case WireEnd::NetworkLost:
        return Words::tr("network lost");
    case WireEnd::RedirectRefused:
        return Words::tr("redirect refused");
    case WireEnd::TooLarge:
        return Words::tr("too large");
    case WireEnd::Protocol:
        return Words::tr("not HTTP");
    case WireEnd::Cancelled:
        return Words::tr("cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace

QString result(const RequestLogEntry &entry)
{
    if (entry.error == ErrorCategory::CircuitOpen)
        //: The circuit breaker did not let a request go out.
        return Words::tr("held back");
    const bool looksGood = entry.status >= 200 && entry.status < 300;
    if (entry.end == WireEnd::Complete && looksGood && entry.isFailure())
        //: A reply with a good HTTP status (%1) that has an error inside.
        return Words::tr("%1, failed").arg(entry.status);
    if (entry.end == WireEnd::Complete)
        return QString::number(entry.status);
    //: A reply that began with an HTTP status (%1) and did not end well (%2).
    return entry.status == 0 ? ending(entry.end)
                             : Words::tr("%1, %2").arg(entry.status).arg(ending(entry.end));
}

Tone tone(const RequestLogEntry &entry)
{
    if (!entry.isFailure())
        return Tone::Success;
    if (entry.error == ErrorCategory::Cancelled || entry.error == ErrorCategory::CircuitOpen)
        return Tone::Neutral;
    const bool clients =
        entry.end == WireEnd::Complete && entry.status >= 400 && entry.status < 500;
    return clients ? Tone::Warning : Tone::Danger;
}

QString outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotSent:
        return Words::tr("not sent");
    case Outcome::Rejected:
        return Words::tr("rejected");
    case Outcome::Ambiguous:
        //: Whether the server did what it was asked is not known.
        return Words::tr("unclear");
    case Outcome::Committed:
        //: The server did what it was asked.
        return Words::tr("done");
    }
    Q_UNREACHABLE();
}

QString timeOfDay(const QDateTime &time)
{
    return time.toLocalTime().toString(u"HH:mm:ss"_s);
}

QString breakerState(CircuitBreaker::State state)
{
    switch (state) {
    case CircuitBreaker::State::Closed:
        return Words::tr("Calls go through");
    case CircuitBreaker::State::Open:
        return Words::tr("Calls are paused");
    case CircuitBreaker::State::HalfOpen:
        return Words::tr("The next call is a trial");
    }
    Q_UNREACHABLE();
}

Tone breakerTone(CircuitBreaker::State state)
{
    switch (state) {
    case CircuitBreaker::State::Closed:
        return Tone::Success;
    case CircuitBreaker::State::Open:
        return Tone::Danger;
    case CircuitBreaker::State::HalfOpen:
        return Tone::Warning;
    }
    Q_UNREACHABLE();
}

} // namespace litedeck::RequestWords
