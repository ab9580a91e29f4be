// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/Gateway.h"

#include <QJsonDocument>
#include <QUuid>

namespace litedeck {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds LongestConnect = 10s;

/// The same limit for every clock but the connect clock, since these endpoints answer in one piece
/// when all is done.
TimeLimits wholeReplyWithin(Milliseconds total)
{
    return {.connect = std::min(total, LongestConnect),
            .firstByte = total,
            .idle = total,
            .total = total};
}

} // namespace

TimeLimits timeLimitsFor(HttpMethod method, const QByteArray &endpoint,
                         const CallPatience &patience)
{
    // A stream also begins with a silence, in which the gateway asks for the whole reply.
    if (endpoint.endsWith("-stream") || endpoint.endsWith("/llm-call") ||
        endpoint.endsWith("/create-and-call"))
        return {.connect = LongestConnect,
                .firstByte = patience.wholeReply,
                .idle = patience.wholeReply,
                .total = Milliseconds::zero()};
    if (endpoint == "/api/jobs/create")
        return wholeReplyWithin(10s);
    if (endpoint.startsWith("/api/jobs/") && method == HttpMethod::Get)
        return wholeReplyWithin(10s);
    return wholeReplyWithin(30s);
}

Gateway::Gateway(GatewayAddress address, const Resilience &shared)
    : m_address(std::move(address))
    , m_shared(shared)
{}

HttpRequest Gateway::build(HttpMethod method, const QByteArray &path, const QString &id) const
{
    QByteArray encoded = path;
    encoded.replace("{id}", QUrl::toPercentEncoding(id));
    HttpRequest request;
    request.method = method;
    request.url = m_address.server;
    QString base = m_address.server.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + QString::fromLatin1(encoded), QUrl::StrictMode);
    request.endpoint = path;
    if (path.startsWith("/api/jobs/{id}"))
        request.job = {id};
    request.limits = timeLimitsFor(method, path, m_shared.patience);
    request.requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    request.headers = {{"Accept", "application/json"}, {"X-Request-ID", request.requestId}};
    return request;
}

HttpRequest Gateway::withKey(HttpRequest request) const
{
    if (!m_address.virtualKey.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + m_address.virtualKey.toUtf8());
    return request;
}

HttpRequest Gateway::get(const QByteArray &path, const QString &id, const QUrlQuery &query) const
{
    HttpRequest request = withKey(build(HttpMethod::Get, path, id));
    request.url.setQuery(query);
    return request;
}

HttpRequest Gateway::getKeyless(const QByteArray &path) const
{
    return build(HttpMethod::Get, path, {});
}

HttpRequest Gateway::send(HttpMethod method, Effect effect, const QByteArray &path,
                          const QJsonObject &body, const QString &id) const
{
    return sendEncoded(method, effect, path, QJsonDocument(body).toJson(QJsonDocument::Compact),
                       id);
}

HttpRequest Gateway::sendEncoded(HttpMethod method, Effect effect, const QByteArray &path,
                                 const QByteArray &json, const QString &id) const
{
    HttpRequest request = withKey(build(method, path, id));
    request.effect = effect;
    request.body = json;
    request.headers.emplaceBack("Content-Type", "application/json");
    return request;
}

Call *Gateway::call(const HttpRequest &request, Call::Judge judge) const
{
    return new Call(request, m_shared, std::move(judge), &m_shared.calls);
}

} // namespace litedeck
