// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/Connection.h"

#include "core/gateway/Reply.h"
#include "core/litellm/LiteLlmServer.h"
#include "core/net/HttpExchange.h"
#include "core/saas/SaasServer.h"

namespace litedeck {

namespace {

Expected<QByteArray, QString> asItIs(const QByteArray &body)
{
    return body;
}

/// Of a server of which nothing is known.
EndpointRules strangeEndpoint(HttpMethod, const QByteArray &, const CallPatience &)
{
    return {};
}

std::unique_ptr<const Server> makeServer(const GatewayAddress &address, const Resilience &shared)
{
    switch (address.kind) {
    case ServerKind::SaasLiteLlm:
        return std::make_unique<SaasServer>(address, shared);
    case ServerKind::LiteLlmProxy:
        return std::make_unique<LiteLlmServer>(address, shared);
    }
    Q_UNREACHABLE();
}

} // namespace

Connection::Connection(const GatewayAddress &address, const RetryPolicy &policy, Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , m_url(address.server)
    , m_team(address.team)
    , m_client(clock, this)
    , m_breaker(clock)
    , m_servers(address.server, address.secondServer, clock)
    , m_resilience{.client = m_client,
                   .clock = clock,
                   .budget = m_budget,
                   .breaker = m_breaker,
                   .attempts = m_attempts,
                   .servers = m_servers,
                   .policy = policy,
                   .redactor = Redactor({address.virtualKey}),
                   .calls = m_calls}
    , m_strange(address, m_resilience, {.ofEndpoint = strangeEndpoint, .isOwnWord = nullptr})
    , m_server(makeServer(address, m_resilience))
{
    connect(&m_breaker, &CircuitBreaker::probeNeeded, this, &Connection::probe);
    connect(&m_servers, &ServerChoice::lookNeeded, this, &Connection::lookAtFirstServer);
}

Reply<QByteArray> *Connection::askKeyless(const QByteArray &path) const
{
    return new Reply<QByteArray>(m_strange.call(m_strange.getKeyless(path)), asItIs);
}

void Connection::lookAtFirstServer()
{
    // No call: it would be routed to the server in use, and tried again at once.
    HttpExchange *look = m_client.create(m_server->probe());
    connect(look, &HttpExchange::finished, this, [this](const HttpResult &result) {
        m_servers.recordLook(result.end == WireEnd::Complete &&
                             m_server->isAlive(result.status, result.body));
    });
    look->start();
}

void Connection::probe()
{
    auto *call = new Call(m_server->probe(), m_resilience, {}, &m_calls);
    // A page in place of an answer is a failure already for the breaker, which hears of each call.
    const auto read = [this](const QByteArray &body) -> Expected<QByteArray, QString> {
        constexpr int Good = 200;
        if (!m_server->isAlive(Good, body))
            return Unexpected{QStringLiteral("not the answer of a server that lives")};
        return body;
    };
    auto *reply = new Reply<QByteArray>(call, read);
    reply->then(this, [this](const Expected<QByteArray, Error> &answer) {
        m_breaker.recordProbe(answer || m_server->isAlive(answer.error().httpStatus, {}));
    });
}

} // namespace litedeck
