// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/RequestLog.h"

#include "base/Clock.h"
#include "net/HttpClient.h"

using namespace Qt::StringLiterals;

namespace litedeck {

RequestLog::RequestLog(const HttpClient &client, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&client, &HttpClient::exchangeFinished, this, &RequestLog::onExchangeFinished);
}

void RequestLog::clear()
{
    m_entries.clear();
    emit cleared();
}

void RequestLog::onExchangeFinished(const HttpRequest &request, const HttpResult &result)
{
    qsizetype dropped = 0;
    if (m_entries.size() == Capacity) {
        m_entries.removeFirst();
        dropped = 1;
    }
    m_entries.append({.number = ++m_count,
                      .at = m_clock.utcNow(),
                      .method = QString::fromLatin1(httpMethodName(request.method)),
                      .endpoint = QString::fromLatin1(request.endpoint),
                      .path = request.url.path(),
                      .requestId = QString::fromLatin1(request.requestId),
                      .attempt = request.attempt,
                      .status = result.status,
                      .end = result.end,
                      .outcome = result.outcome,
                      .duration = result.duration,
                      .timesSent = result.timesSent});
    emit entryAdded(m_entries.constLast(), dropped);
}

QString wireEndName(WireEnd end)
{
    switch (end) {
    case WireEnd::Complete:
        return u"complete"_s;
    case WireEnd::ConnectionRefused:
        return u"connection_refused"_s;
    case WireEnd::HostNotFound:
        return u"host_not_found"_s;
    case WireEnd::TlsFailed:
        return u"tls_failed"_s;
    case WireEnd::ConnectTimeout:
        return u"connect_timeout"_s;
    case WireEnd::FirstByteTimeout:
        return u"first_byte_timeout"_s;
    case WireEnd::IdleTimeout:
        return u"idle_timeout"_s;
    case WireEnd::TotalTimeout:
        return u"total_timeout"_s;
    case WireEnd::Cut:
        return u"cut"_s;
    case WireEnd::RedirectRefused:
        return u"redirect_refused"_s;
    case WireEnd::TooLarge:
        return u"too_large"_s;
    case WireEnd::Protocol:
        return u"protocol"_s;
    case WireEnd::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotSent:
        return u"not_sent"_s;
    case Outcome::Rejected:
        return u"rejected"_s;
    case Outcome::Ambiguous:
        return u"ambiguous"_s;
    case Outcome::Committed:
        return u"committed"_s;
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
