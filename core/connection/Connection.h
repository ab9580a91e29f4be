// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Gateway.h"
#include "core/net/HttpClient.h"
#include "core/resilience/Attempt.h"
#include "core/resilience/CircuitBreaker.h"
#include "core/resilience/RetryBudget.h"
#include "core/resilience/ServerChoice.h"
#include "core/server/Server.h"

#include <QObject>

#include <memory>

namespace litedeck {

/// Everything that belongs to being connected to one team on one server, in order of dependency.
/// When the circuit breaker asks for a probe, the server is asked whether it lives, never a model.
class Connection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    /// `clock` outlives the connection.
    Connection(const GatewayAddress &address, const RetryPolicy &policy, Clock &clock,
               QObject *parent = nullptr);

    const Server &server() const { return *m_server; }
    /// The server's address, without the `/api`.
    const QUrl &url() const { return m_url; }
    const TeamId &team() const { return m_team; }
    Clock &clock() const { return m_resilience.clock; }
    const Redactor &redactor() const { return m_resilience.redactor; }
    /// Asks something without the key, for who does not know yet what kind of server answers there.
    Reply<QByteArray> *askKeyless(const QByteArray &path) const;
    /// Tells of every attempt.
    const AttemptFeed &attempts() const { return m_attempts; }
    CircuitBreaker &breaker() { return m_breaker; }
    RetryBudget &budget() { return m_budget; }
    const ServerChoice &servers() const { return m_servers; }
    /// For calls that fail from now on.
    void setMaxRetries(int maxRetries) { m_resilience.policy.maxRetries = maxRetries; }
    /// For calls that begin from now on.
    void setPatience(const CallPatience &patience) { m_resilience.patience = patience; }

private:
    void probe();
    void lookAtFirstServer();

    const QUrl m_url;
    const TeamId m_team;
    HttpClient m_client;
    RetryBudget m_budget;
    CircuitBreaker m_breaker;
    ServerChoice m_servers;
    AttemptFeed m_attempts;
    Resilience m_resilience;
    const Gateway m_strange; ///< For questions to a server of any kind.
    const std::unique_ptr<const Server> m_server;
    QObject m_calls; ///< Goes first, and the calls with it.
};

} // namespace litedeck
