// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Utc.h"

#include <QList>

namespace litedeck::test {

/// A clock that stands still until it is told to go on; timers fire in the order they are due.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(const QDateTime &epoch = {QDate(2026, 11, 22), QTime(9, 0), Utc})
        : m_epoch(epoch)
    {}

    QDateTime utcNow() const override { return m_epoch.addMSecs(m_now.count()); }
    Milliseconds monotonicNow() const override { return m_now; }
    std::unique_ptr<Timer> createTimer() override;

    void advance(Milliseconds by);
    /// The running timers' next due time from now; zero or less when none runs.
    Milliseconds untilNextTimer() const;

private:
    class FakeTimer;

    const QDateTime m_epoch; ///< When the time of the clock is zero.
    Milliseconds m_now{1'000'000};
    QList<FakeTimer *> m_timers;
};

} // namespace litedeck::test
