// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/QueueGate.h"

#include "core/chat/TurnQueue.h"
#include "core/team/TeamMonitor.h"

namespace litedeck {

QueueGate::QueueGate(TurnQueue &queue, TeamMonitor &monitor, const CircuitBreaker &breaker,
                     const ErrorBoard &errors, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_monitor(monitor)
    , m_breaker(breaker)
{
    connect(&errors, &ErrorBoard::reported, this, &QueueGate::onReported);
    connect(&monitor, &TeamMonitor::changed, this, &QueueGate::update);
    connect(&breaker, &CircuitBreaker::stateChanged, this, &QueueGate::onBreakerChanged);
}

void QueueGate::onReported(const ErrorOrigin &origin, const Error &error)
{
    // The breaker held it, and nobody has to press anything for it to go out.
    if (origin.kind == ErrorOrigin::Kind::Turn && error.category == ErrorCategory::CircuitOpen)
        m_queue.add(origin);
}

void QueueGate::onBreakerChanged(CircuitBreaker::State state)
{
    m_monitor.setAwaited(state == CircuitBreaker::State::Open);
    if (state != CircuitBreaker::State::Open)
        m_queue.hasten();
    update();
}

void QueueGate::update()
{
    const bool mayCall = m_monitor.isConfirmed() && !m_monitor.isBehind() && !m_monitor.error() &&
                         m_monitor.standing().state == TeamState::Active;
    m_queue.setHeld(!mayCall || !m_breaker.allows());
}

} // namespace litedeck
