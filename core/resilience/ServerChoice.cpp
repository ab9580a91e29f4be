// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/ServerChoice.h"

#include "core/base/Logging.h"

#include <algorithm>

namespace litedeck {

namespace {

QString basePath(const QUrl &server)
{
    QString path = server.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

bool isOn(const QUrl &url, const QUrl &server)
{
    return url.scheme() == server.scheme() && url.authority() == server.authority() &&
           url.path(QUrl::FullyEncoded).startsWith(basePath(server) + u'/');
}

} // namespace

ServerChoice::ServerChoice(const QUrl &first, const QUrl &second, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_first(first)
    , m_second(second)
    , m_lookTimer(clock.createTimer())
{
    connect(m_lookTimer.get(), &Timer::fired, this, &ServerChoice::lookNeeded);
}

QUrl ServerChoice::route(const QUrl &url) const
{
    if (!m_usesSecond)
        return url;
    QUrl routed = m_second;
    const QString rest = url.path(QUrl::FullyEncoded).mid(basePath(m_first).size());
    routed.setPath(basePath(m_second) + rest, QUrl::StrictMode);
    routed.setQuery(url.query(QUrl::FullyEncoded), QUrl::StrictMode);
    return routed;
}

bool ServerChoice::wasUnreachable(Effect effect, const HttpResult &result)
{
    if (result.status != 0 || (leavesOnce(effect) && result.outcome != Outcome::NotSent))
        return false;
    switch (result.end) {
    case WireEnd::ConnectionRefused:
    case WireEnd::HostNotFound:
    case WireEnd::ConnectTimeout:
    case WireEnd::FirstByteTimeout:
    case WireEnd::IdleTimeout:
    case WireEnd::TotalTimeout:
    case WireEnd::Cut:
    case WireEnd::NetworkLost:
        return true;
    case WireEnd::Complete:
    // Both addresses are behind it.
    case WireEnd::ProxyUnreachable:
    case WireEnd::ProxyAuthentication:
    case WireEnd::TlsFailed:
    case WireEnd::RedirectRefused:
    case WireEnd::TooLarge:
    case WireEnd::Protocol:
    case WireEnd::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

void ServerChoice::recordAttempt(const QUrl &url, Effect effect, const HttpResult &result)
{
    // An attempt that began before the last change says nothing of the server in use now.
    const bool isCurrent = isOn(url, current());
    if (!m_second.isEmpty() && isCurrent && wasUnreachable(effect, result))
        use(!m_usesSecond);
}

void ServerChoice::recordLook(bool answered)
{
    if (!m_usesSecond)
        return;
    if (answered) {
        use(false);
        return;
    }
    m_pause = std::min(2 * m_pause, LongestLook);
    m_lookTimer->start(m_pause);
}

void ServerChoice::use(bool second)
{
    m_usesSecond = second;
    m_pause = FirstLook;
    if (second)
        m_lookTimer->start(m_pause);
    else
        m_lookTimer->stop();
    qCInfo(logRetry, "calls go to the %s server", second ? "second" : "first");
    emit changed();
}

} // namespace litedeck
