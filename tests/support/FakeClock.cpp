// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeClock.h"

#include <algorithm>
#include <optional>

namespace litedeck::test {

class FakeClock::FakeTimer final : public Timer
{
public:
    explicit FakeTimer(FakeClock &clock)
        : m_clock(clock)
    {
        m_clock.m_timers.append(this);
    }
    ~FakeTimer() override { m_clock.m_timers.removeOne(this); }

    void start(Milliseconds delay) override { m_due = m_clock.m_now + delay; }
    void stop() override { m_due.reset(); }
    bool isActive() const override { return m_due.has_value(); }
    Milliseconds remaining() const override
    {
        return m_due ? std::max(*m_due - m_clock.m_now, Milliseconds::zero())
                     : Milliseconds::zero();
    }

    std::optional<Milliseconds> due() const { return m_due; }
    void fire()
    {
        m_due.reset();
        emit fired();
    }

private:
    FakeClock &m_clock;
    std::optional<Milliseconds> m_due;
};

std::unique_ptr<Timer> FakeClock::createTimer()
{
    return std::make_unique<FakeTimer>(*this);
}

void FakeClock::advance(Milliseconds by)
{
    const Milliseconds end = m_now + by;
    while (true) {
        FakeTimer *next = nullptr;
        for (FakeTimer *timer : std::as_const(m_timers)) {
            const bool isSooner = timer->due() && *timer->due() <= end &&
                                  (next == nullptr || *timer->due() < *next->due());
            if (isSooner)
                next = timer;
        }
        if (next == nullptr)
            break;
        m_now = std::max(m_now, *next->due());
        next->fire();
    }
    m_now = end;
}

Milliseconds FakeClock::untilNextTimer() const
{
    std::optional<Milliseconds> soonest;
    for (const FakeTimer *timer : m_timers) {
        if (timer->due() && (!soonest || *timer->due() < *soonest))
            soonest = timer->due();
    }
    return soonest ? *soonest - m_now : Milliseconds::zero();
}

} // namespace litedeck::test
