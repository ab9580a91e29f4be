// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/CircuitBreaker.h"

#include "core/base/Logging.h"
#include "core/errors/Verdict.h"

namespace litedeck {

CircuitBreaker::CircuitBreaker(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_breakTimer(clock.createTimer())
{
    connect(m_breakTimer.get(), &Timer::fired, this, &CircuitBreaker::probeNeeded);
}

bool CircuitBreaker::counts(ErrorCategory category)
{
    return category == ErrorCategory::InternalServerError || isOfCapacity(category);
}

bool CircuitBreaker::allows() const
{
    return m_state == State::Closed || (m_state == State::HalfOpen && !m_isTrying);
}

bool CircuitBreaker::admit()
{
    if (!allows())
        return false;
    if (m_state == State::HalfOpen) {
        m_isTrying = true;
        emit stateChanged(m_state);
    }
    return true;
}

void CircuitBreaker::recordSuccess()
{
    // A call that began before the break came through late: what it says is of before.
    if (m_state != State::Open)
        reset();
}

void CircuitBreaker::recordFailure(ErrorCategory category)
{
    if (!counts(category)) {
        recordNoVerdict();
        return;
    }
    if (m_state == State::HalfOpen ||
        (m_state == State::Closed && ++m_failures >= FailureThreshold))
        open();
}

void CircuitBreaker::recordNoVerdict()
{
    if (m_state != State::HalfOpen || !m_isTrying)
        return;
    m_isTrying = false;
    emit stateChanged(m_state);
}

void CircuitBreaker::recordAnswer(int breaks)
{
    if (m_state == State::Open && breaks == m_breaks)
        halfOpen();
}

void CircuitBreaker::recordProbe(bool succeeded)
{
    if (m_state != State::Open)
        return;
    if (succeeded)
        halfOpen();
    else
        m_breakTimer->start(BreakDuration);
}

void CircuitBreaker::tryNow()
{
    if (m_state == State::Open)
        halfOpen();
}

void CircuitBreaker::reset()
{
    m_breakTimer->stop();
    m_failures = 0;
    setState(State::Closed);
}

void CircuitBreaker::open()
{
    ++m_breaks;
    m_breakTimer->start(BreakDuration);
    setState(State::Open);
}

void CircuitBreaker::halfOpen()
{
    m_breakTimer->stop();
    setState(State::HalfOpen);
}

void CircuitBreaker::setState(State state)
{
    m_isTrying = false;
    if (m_state == state)
        return;
    m_state = state;
    qCInfo(logRetry, "circuit breaker: state %d after %d failures", static_cast<int>(state),
           m_failures);
    emit stateChanged(state);
}

} // namespace litedeck
