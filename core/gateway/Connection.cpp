// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Connection.h"

namespace litedeck {

Connection::Connection(const GatewayAddress &address, const RetryPolicy &policy, Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , m_client(clock)
    , m_breaker(clock)
    , m_resilience{.client = m_client,
                   .clock = clock,
                   .budget = m_budget,
                   .breaker = m_breaker,
                   .attempts = m_attempts,
                   .policy = policy,
                   .redactor = Redactor({address.virtualKey}),
                   .calls = m_calls}
    , m_gateway(address, m_resilience)
{
    connect(&m_breaker, &CircuitBreaker::probeNeeded, this, &Connection::probe);
}

void Connection::probe()
{
    TeamsApi(m_gateway).health()->then(this, [this](const Expected<QJsonObject, Error> &answer) {
        if (!answer && answer.error().category == ErrorCategory::Cancelled)
            m_breaker.recordCancelledProbe();
        else
            m_breaker.recordProbe(answer.hasValue());
    });
}

} // namespace litedeck
