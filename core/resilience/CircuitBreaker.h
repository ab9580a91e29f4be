// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "errors/Error.h"

#include <QObject>

#include <memory>

namespace litedeck {

/// Stops calls to a server that fails again and again (row A22 of the error guide): opens after 5
/// server or rate-limit failures in a row, asks for a probe after 60 s, and closes when it
/// succeeds.
///
/// The probe is never a charging call. While open or half-open, allows() is false.
class CircuitBreaker : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CircuitBreaker)

public:
    enum class State : quint8 { Closed, Open, HalfOpen };

    static constexpr int FailureThreshold = 5;
    static constexpr Milliseconds BreakDuration{60'000};

    /// `clock` outlives the breaker.
    explicit CircuitBreaker(Clock &clock, QObject *parent = nullptr);

    bool allows() const { return m_state == State::Closed; }
    State state() const { return m_state; }
    /// Failures in a row that counted.
    int failures() const { return m_failures; }
    /// The time until the next probe, zero unless open.
    Milliseconds timeToProbe() const { return m_breakTimer->remaining(); }

    void recordSuccess();
    /// Only server and rate-limit failures count; a client's error says nothing about the server.
    void recordFailure(ErrorCategory category);
    /// Closes or reopens after probeNeeded(); a cancelled probe is no verdict and waits once more.
    void recordProbe(bool succeeded);
    void recordCancelledProbe();
    /// Closes by hand.
    void reset();

    static bool counts(ErrorCategory category);

signals:
    void stateChanged(litedeck::CircuitBreaker::State state);
    void probeNeeded();

private:
    void setState(State state);
    void open();
    void onBreakOver();

    State m_state = State::Closed;
    int m_failures = 0;
    std::unique_ptr<Timer> m_breakTimer;
};

} // namespace litedeck
