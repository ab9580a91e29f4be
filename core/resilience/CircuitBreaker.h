// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/errors/Error.h"

#include <QObject>

#include <memory>

namespace litedeck {

/// Stops calls to a server that fails again and again (row A22 of the error guide): opens after 5
/// server or rate-limit failures in a row of calls that create or charge. What merely looks, such
/// as a poll, counts for nothing: one hiccup would make a dozen failures of it.
///
/// While open it asks for a free probe after 60 s. A good probe, a good answer to any call that
/// began since, or somebody who wants to try now half-opens it: one call is let through, whose
/// success closes it and whose failure opens it again.
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

    /// Whether admit() would let a call through now.
    bool allows() const;
    State state() const { return m_state; }
    /// Failures in a row that counted.
    int failures() const { return m_failures; }
    /// The time until the next probe, zero unless open.
    Milliseconds timeToProbe() const { return m_breakTimer->remaining(); }
    /// How often it opened, to tell an answer from before from one after.
    int breaks() const { return m_breaks; }

    /// Lets a call that creates or charges through, or not. One of the three that follow must be
    /// told how it ended.
    bool admit();
    void recordSuccess();
    /// Only server and rate-limit failures count; a client's error says nothing about the server.
    void recordFailure(ErrorCategory category);
    /// It was cancelled.
    void recordNoVerdict();

    /// Another call, which began when breaks() was that, was answered well.
    void recordAnswer(int breaks);
    /// The end of what probeNeeded() asked for.
    void recordProbe(bool succeeded);
    /// Somebody wants to try now: the next call may pass.
    void tryNow();
    /// Closes by hand.
    void reset();

    static bool counts(ErrorCategory category);

signals:
    /// The state changed, or what allows() says within it.
    void stateChanged(litedeck::CircuitBreaker::State state);
    void probeNeeded();

private:
    void setState(State state);
    void open();
    void halfOpen();

    State m_state = State::Closed;
    int m_failures = 0;
    int m_breaks = 0;
    bool m_isTrying = false; ///< Half-open, and the one call is on its way.
    std::unique_ptr<Timer> m_breakTimer;
};

} // namespace litedeck
