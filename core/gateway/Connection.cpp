// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/Connection.h"

#include "core/net/HttpExchange.h"

namespace litedeck {

namespace {

/// What guards a server may want the key, which does not go along with the question.
bool isGuarded(int status)
{
    return status == 401 || status == 403;
}

} // namespace

Connection::Connection(const GatewayAddress &address, const RetryPolicy &policy, Clock &clock,
                       QObject *parent)
    : QObject(parent)
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
    , m_gateway(address, m_resilience)
{
    connect(&m_breaker, &CircuitBreaker::probeNeeded, this, &Connection::probe);
    connect(&m_servers, &ServerChoice::lookNeeded, this, &Connection::lookAtFirstServer);
}

void Connection::lookAtFirstServer()
{
    // No call: it would be routed to the server in use, and tried again at once.
    HttpExchange *look = m_client.create(m_gateway.getKeyless("/health"));
    connect(look, &HttpExchange::finished, this, [this](const HttpResult &result) {
        m_servers.recordLook(result.isSuccess() || isGuarded(result.status));
    });
    look->start();
}

void Connection::probe()
{
    TeamsApi(m_gateway).health()->then(this, [this](const Expected<QJsonObject, Error> &answer) {
        m_breaker.recordProbe(answer || isGuarded(answer.error().httpStatus));
    });
}

} // namespace litedeck
