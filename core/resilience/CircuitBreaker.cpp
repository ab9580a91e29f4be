// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resilience/CircuitBreaker.h"

#include "base/Logging.h"

namespace litedeck {

CircuitBreaker::CircuitBreaker(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_breakTimer(clock.createTimer())
{
    connect(m_breakTimer.get(), &Timer::fired, this, &CircuitBreaker::onBreakOver);
}

bool CircuitBreaker::counts(ErrorCategory category)
{
    switch (category) {
    case ErrorCategory::InternalServerError:
    case ErrorCategory::ServiceUnavailable:
    case ErrorCategory::Overloaded:
    case ErrorCategory::RateLimited:
        return true;
    default:
        return false;
    }
}

void CircuitBreaker::recordSuccess()
{
    // A late success of a call begun before the break is no probe.
    if (m_state == State::Closed)
        m_failures = 0;
}

void CircuitBreaker::recordFailure(ErrorCategory category)
{
    if (m_state != State::Closed || !counts(category))
        return;
    if (++m_failures >= FailureThreshold)
        open();
}

void CircuitBreaker::recordProbe(bool succeeded)
{
    if (m_state != State::HalfOpen)
        return;
    if (succeeded)
        reset();
    else
        open();
}

void CircuitBreaker::recordCancelledProbe()
{
    if (m_state == State::HalfOpen)
        open();
}

void CircuitBreaker::reset()
{
    m_breakTimer->stop();
    m_failures = 0;
    setState(State::Closed);
}

void CircuitBreaker::open()
{
    m_breakTimer->start(BreakDuration);
    setState(State::Open);
}

void CircuitBreaker::onBreakOver()
{
    setState(State::HalfOpen);
    emit probeNeeded();
}

void CircuitBreaker::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    qCInfo(logRetry, "circuit breaker: state %d after %d failures", static_cast<int>(state),
           m_failures);
    emit stateChanged(state);
}

} // namespace litedeck
