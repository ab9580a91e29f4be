// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>

namespace litedeck {

using Milliseconds = std::chrono::milliseconds;

/// A single-shot timer; emits fired() once per start() unless stopped or started again before.
class Timer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Timer)

public:
    Timer() = default;

    /// Starts or restarts the timer.
    virtual void start(Milliseconds delay) = 0;
    virtual void stop() = 0;
    virtual bool isActive() const = 0;
    /// The time left until fired(), zero when inactive.
    virtual Milliseconds remaining() const = 0;

signals:
    void fired();
};

/// Where all time comes from, so that tests advance it instead of waiting for it.
class Clock
{
    Q_DISABLE_COPY_MOVE(Clock)

public:
    Clock() = default;
    virtual ~Clock() = default;

    /// The wall clock in UTC, for what people read.
    virtual QDateTime utcNow() const = 0;
    /// A clock that never goes back, for durations; its zero has no meaning.
    virtual Milliseconds monotonicNow() const = 0;
    virtual std::unique_ptr<Timer> createTimer() = 0;
};

/// The clock of the machine.
class SystemClock final : public Clock
{
public:
    QDateTime utcNow() const override { return QDateTime::currentDateTimeUtc(); }
    Milliseconds monotonicNow() const override;
    std::unique_ptr<Timer> createTimer() override;
};

} // namespace litedeck
