// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/Gateway.h"

#include <QJsonDocument>
#include <QUuid>

namespace litedeck {

Gateway::Gateway(GatewayAddress address, const Resilience &shared, const ServerRules &rules)
    : m_address(std::move(address))
    , m_shared(shared)
    , m_rules(rules)
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
    const EndpointRules rules = m_rules.ofEndpoint(method, path, m_shared.patience);
    request.limits = rules.limits;
    request.provesKey = rules.needsKey;
    request.makesJob = rules.makesJob;
    if (rules.namesJob)
        request.job = {id};
    request.isOwnWord = m_rules.isOwnWord;
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
                          const QString &id) const
{
    HttpRequest request = withKey(build(method, path, id));
    request.effect = effect;
    request.headers.emplaceBack("Content-Type", "application/json");
    return request;
}

HttpRequest Gateway::send(HttpMethod method, Effect effect, const QByteArray &path,
                          const QJsonObject &body, const QString &id) const
{
    HttpRequest request = send(method, effect, path, id);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

Call *Gateway::call(const HttpRequest &request, Call::Judge judge) const
{
    return new Call(request, m_shared, std::move(judge), &m_shared.calls);
}

} // namespace litedeck
