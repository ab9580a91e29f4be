// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

#include <QTimer>

namespace litedeck {

namespace {

class SystemTimer final : public Timer
{
public:
    SystemTimer()
    {
        m_timer.setSingleShot(true);
        // Coarse timers fire up to 5 % early, which would turn a 10 s limit into 9.5 s.
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Timer::fired);
    }

    void start(Milliseconds delay) override { m_timer.start(delay); }
    void stop() override { m_timer.stop(); }
    bool isActive() const override { return m_timer.isActive(); }
    Milliseconds remaining() const override
    {
        return m_timer.isActive() ? m_timer.remainingTimeAsDuration() : Milliseconds::zero();
    }

private:
    QTimer m_timer;
};

} // namespace

Milliseconds SystemClock::monotonicNow() const
{
    using namespace std::chrono;
    return duration_cast<Milliseconds>(steady_clock::now().time_since_epoch());
}

std::unique_ptr<Timer> SystemClock::createTimer()
{
    return std::make_unique<SystemTimer>();
}

} // namespace litedeck
