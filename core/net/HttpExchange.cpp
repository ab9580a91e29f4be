// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpExchange.h"

#include "core/base/Logging.h"
#include "core/net/OneShotBody.h"
#include "core/net/TlsReasons.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace litedeck {

namespace {

constexpr int MostRedirects = 5;

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const int defaultPort = a.scheme() == QLatin1String("https") ? 443 : 80;
    return a.scheme() == b.scheme() && a.host() == b.host() &&
           a.port(defaultPort) == b.port(defaultPort);
}

void startUnlessZero(Timer &timer, Milliseconds limit)
{
    if (limit > Milliseconds::zero())
        timer.start(limit);
}

/// Whether the way leads through a proxy that asks for a password.
bool hasGuardedProxy(const QUrl &url)
{
    return !QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0).user().isEmpty();
}

QNetworkRequest plainRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // One connection an exchange keeps the traps of multiplexing away: a reset of one stream in
    // Qt 6.4 ends as "no error".
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Without one Qt says that it is a browser, which servers log.
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Litedeck"));
    return request;
}

} // namespace

HttpExchange::HttpExchange(HttpRequest request, Clock &clock, QNetworkAccessManager &shared,
                           QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_clock(clock)
    , m_own(leavesOnce(m_request.effect) ? std::make_unique<QNetworkAccessManager>() : nullptr)
    , m_isGuarded(m_own && hasGuardedProxy(m_request.url))
    , m_manager(m_own ? *m_own : shared)
    , m_startedAt(clock.monotonicNow())
    , m_silence(m_request.limits.idle)
    , m_connectLimit(createLimit(WireEnd::ConnectTimeout))
    , m_firstByteLimit(createLimit(WireEnd::FirstByteTimeout))
    , m_idleLimit(createLimit(WireEnd::IdleTimeout))
    , m_totalLimit(createLimit(WireEnd::TotalTimeout))
{}

HttpExchange::~HttpExchange()
{
    releaseReply();
}

std::unique_ptr<Timer> HttpExchange::createLimit(WireEnd end)
{
    auto timer = m_clock.createTimer();
    connect(timer.get(), &Timer::fired, this, [this, end] { abortWith(end); });
    return timer;
}

void HttpExchange::start()
{
    m_startedAt = m_clock.monotonicNow();
    startUnlessZero(*m_connectLimit, m_request.limits.connect);
    startUnlessZero(*m_totalLimit, m_request.limits.total);
    // With https the proxy asks before anything of the request leaves.
    if (m_isGuarded && m_request.url.scheme() == QLatin1String("http"))
        greetProxy();
    else
        send(m_request.url);
}

void HttpExchange::greetProxy()
{
    // Qt learns what the proxy wants from its refusal, and would have to send the request again.
    QUrl origin = m_request.url;
    origin.setPath(QStringLiteral("/"));
    origin.setQuery(QString());
    m_reply = m_manager.head(plainRequest(origin));
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onProxyGreeted);
}

void HttpExchange::onProxyGreeted()
{
    constexpr int ProxyAuthenticationRequired = 407;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0 && status != ProxyAuthenticationRequired) {
        releaseReply();
        send(m_request.url);
        return;
    }
    m_result.status = status;
    m_result.headers = m_reply->rawHeaderPairs();
    finish(endOf(m_reply->error()));
}

void HttpExchange::send(const QUrl &url)
{
    QNetworkRequest request = plainRequest(url);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);

    const QByteArray verb = httpMethodName(m_request.method);
    if (m_request.method == HttpMethod::Get) {
        m_reply = m_manager.get(request);
    } else if (leavesOnce(m_request.effect)) {
        m_body = new OneShotBody(m_request.body, this);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        // Qt answers some challenges by itself, which would mean to send the body again. It must
        // where a proxy wants an answer each time.
        if (!m_isGuarded)
            request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
                                 QNetworkRequest::Manual);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_reply = m_manager.sendCustomRequest(request, verb, m_body);
    } else {
        m_reply = m_manager.sendCustomRequest(request, verb, m_request.body);
    }
    connect(m_reply, &QNetworkReply::requestSent, this, &HttpExchange::onRequestSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onMetaDataChanged);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpExchange::onSslErrors);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onReplyFinished);
}

void HttpExchange::onSslErrors(const QList<QSslError> &errors)
{
    // Only to tell them; none is ever ignored.
    m_result.tls = tlsFailure(errors, m_reply->sslConfiguration().peerCertificate());
}

QString HttpExchange::proxyName() const
{
    // Qt goes to this machine itself without one.
    const QString host = m_request.url.host();
    if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
        return {};
    const auto proxies =
        QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(m_request.url));
    const QNetworkProxy proxy = proxies.value(0);
    return proxy.hostName().isEmpty() ? QString()
                                      : proxy.hostName() + u':' + QString::number(proxy.port());
}

void HttpExchange::onRequestSent()
{
    ++m_result.timesSent;
    m_connectLimit->stop();
    startUnlessZero(*m_firstByteLimit, m_request.limits.firstByte);
}

void HttpExchange::onMetaDataChanged()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_result.status != 0 || status < 200)
        return;
    const bool isRedirect = m_reply->hasRawHeader("Location") && status >= 300 && status < 400;
    if (isRedirect)
        return;
    m_result.status = status;
    m_result.headers = m_reply->rawHeaderPairs();
    m_result.timeToHead = m_clock.monotonicNow() - m_startedAt;
    m_connectLimit->stop();
    m_firstByteLimit->stop();
    startUnlessZero(*m_idleLimit, m_silence);
    emit headReceived(status);
}

void HttpExchange::onReadyRead()
{
    // Which of several heads Qt tells of differs from version to version; a 1xx is none.
    onMetaDataChanged();
    if (m_finished)
        return;
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty())
        return;
    m_result.received += bytes.size();
    startUnlessZero(*m_idleLimit, m_silence);
    const bool handOn = m_request.streamed && m_result.status >= 200 && m_result.status < 300;
    if (handOn) {
        emit bytesReceived(bytes);
        return;
    }
    if (m_result.body.size() + bytes.size() > LargestBody)
        abortWith(WireEnd::TooLarge);
    else
        m_result.body += bytes;
}

void HttpExchange::onReplyFinished()
{
    onMetaDataChanged();
    if (m_finished)
        return;
    if (m_reply->isOpen() && m_reply->bytesAvailable() > 0)
        onReadyRead();
    if (m_finished || followRedirect())
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    if (!m_result.tls && error != QNetworkReply::NoError && m_result.status == 0 &&
        m_reply->url().scheme() == QLatin1String("https"))
        m_result.tls = tlsFailureIn(m_reply->errorString());
    WireEnd end = endOf(error);
    // A plain request goes to the proxy itself, so that nobody else can be meant.
    const bool isNobodyThere = end == WireEnd::ConnectionRefused || end == WireEnd::HostNotFound;
    if (isNobodyThere && !proxyName().isEmpty())
        end = WireEnd::ProxyUnreachable;
    if (end == WireEnd::ProxyUnreachable || end == WireEnd::ProxyAuthentication)
        m_result.proxy = proxyName();
    finish(end);
}

bool HttpExchange::followRedirect()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray location = m_reply->rawHeader("Location");
    if (status < 300 || status >= 400 || location.isEmpty())
        return false;

    const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(location));
    m_result.redirectTarget = target.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    // The key goes to the origin that the user named and to no other, and a body is never sent
    // twice.
    const bool mayFollow = m_request.method == HttpMethod::Get &&
                           isSameOrigin(target, m_request.url) && ++m_redirects <= MostRedirects;
    if (!mayFollow) {
        m_result.status = status;
        m_result.headers = m_reply->rawHeaderPairs();
        finish(WireEnd::RedirectRefused);
        return true;
    }
    releaseReply();
    m_result.body.clear();
    m_result.received = 0;
    send(target);
    return true;
}

WireEnd HttpExchange::endOf(QNetworkReply::NetworkError error) const
{
    if (m_result.tls && m_result.status == 0)
        return WireEnd::TlsFailed;
    const bool hasFinalStatus = m_result.status >= 200;
    switch (error) {
    case QNetworkReply::NoError:
        return hasFinalStatus ? WireEnd::Complete : WireEnd::Protocol;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return WireEnd::ConnectionRefused;
    case QNetworkReply::HostNotFoundError:
        return WireEnd::HostNotFound;
    case QNetworkReply::SslHandshakeFailedError:
        return WireEnd::TlsFailed;
    case QNetworkReply::TimeoutError:
        return m_result.timesSent > 0 ? WireEnd::IdleTimeout : WireEnd::ConnectTimeout;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::OperationCanceledError:
        return WireEnd::Cut;
    case QNetworkReply::UnknownNetworkError:
        return m_result.timesSent > 0 ? WireEnd::NetworkLost : WireEnd::ConnectionRefused;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return WireEnd::ProxyAuthentication;
    case QNetworkReply::ProtocolFailure:
        return WireEnd::Protocol;
    default:
        break;
    }
    const bool isProxyError =
        error > QNetworkReply::UnknownNetworkError && error <= QNetworkReply::UnknownProxyError;
    if (isProxyError)
        return WireEnd::ProxyUnreachable;
    // What remains are Qt's names for HTTP statuses; without such a status the reply made no sense.
    return m_result.status >= 400 ? WireEnd::Complete : WireEnd::Protocol;
}

void HttpExchange::limitSilence(Milliseconds silence)
{
    m_isWhole = false;
    m_silence = silence;
    m_idleLimit->stop();
    if (!m_finished)
        startUnlessZero(*m_idleLimit, silence);
}

void HttpExchange::endAfterSilence(Milliseconds silence)
{
    limitSilence(silence);
    m_isWhole = true;
}

void HttpExchange::abortWith(WireEnd end)
{
    if (m_finished)
        return;
    // The bytes can be out before the signal about it has crossed from Qt's network thread.
    const bool mayHaveLeft = m_result.timesSent > 0 || (m_body != nullptr && m_body->wasRead());
    if (mayHaveLeft && m_result.timesSent == 0)
        m_result.timesSent = 1;
    finish(end);
}

void HttpExchange::releaseReply()
{
    if (m_reply.isNull())
        return;
    // abort() emits synchronously, so nobody may listen any more.
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void HttpExchange::finish(WireEnd end)
{
    m_finished = true;
    if (m_isWhole)
        end = WireEnd::Complete;
    for (Timer *timer :
         {m_connectLimit.get(), m_firstByteLimit.get(), m_idleLimit.get(), m_totalLimit.get()})
        timer->stop();
    releaseReply();
    m_result.end = end;
    m_result.duration = m_clock.monotonicNow() - m_startedAt;
    m_result.endedAt = m_clock.utcNow();
    m_result.outcome =
        judgeOutcome(m_request, m_result, m_result.timesSent > 0 || m_result.status != 0);
    if (m_result.timesSent > 1 && m_redirects == 0)
        qCWarning(logNet, "%s %s left %d times", httpMethodName(m_request.method).constData(),
                  m_request.endpoint.constData(), m_result.timesSent);
    qCDebug(logNet, "%s %s: status %d, end %d, outcome %d, %lld ms, attempt %d, request %s",
            httpMethodName(m_request.method).constData(), m_request.endpoint.constData(),
            m_result.status, static_cast<int>(m_result.end), static_cast<int>(m_result.outcome),
            static_cast<long long>(m_result.duration.count()), m_request.attempt,
            m_request.requestId.constData());
    emit finished(m_result);
}

} // namespace litedeck
