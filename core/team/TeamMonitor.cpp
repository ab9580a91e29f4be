// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/TeamMonitor.h"

#include "core/base/Logging.h"
#include "core/server/Server.h"

#include <algorithm>
#include <utility>

namespace litedeck {

TeamMonitor::TeamMonitor(const Server &server, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_clock(clock)
    , m_timer(clock.createTimer())
{
    connect(m_timer.get(), &Timer::fired, this, &TeamMonitor::refresh);
}

Allowance TeamMonitor::bound() const
{
    // Credits are what a ledger counts; a server that keeps none counts money.
    const AmountUnit unit =
        m_server.features().ledger ? AmountUnit::Credits : AmountUnit::NanoDollars;
    const auto binding = m_account ? m_account->binding() : std::nullopt;
    return binding.value_or(Allowance{.unit = unit});
}

void TeamMonitor::setVisible(bool visible)
{
    if (m_visible == visible)
        return;
    m_visible = visible;
    if (visible)
        refresh();
}

void TeamMonitor::setAwaited(bool awaited)
{
    if (std::exchange(m_isAwaited, awaited) == awaited || m_request)
        return;
    m_timer->start(interval());
}

void TeamMonitor::refresh()
{
    if (m_request)
        return;
    m_timer->stop();
    m_request = m_server.account()->then(
        this, [this](const Expected<Account, Error> &answer) { onAnswer(answer); });
    m_catchesUp = true;
}

void TeamMonitor::expectSpending()
{
    m_isBehind = true;
    m_catchesUp = false;
    emit changed();
}

void TeamMonitor::noteSpending()
{
    expectSpending();
    m_asksAgain = static_cast<bool>(m_request);
    refresh();
}

void TeamMonitor::recall(const Account &account, const QDateTime &then)
{
    if (m_isConfirmed)
        return;
    m_account = account;
    m_updatedAt = then;
    m_standing = m_standing.afterMemory(account, then);
    emit changed();
}

void TeamMonitor::noteRefusal(const Error &error)
{
    const TeamStanding standing = m_standing.afterRefusal(error, m_clock.utcNow());
    if (standing == m_standing)
        return;
    m_standing = standing;
    emit changed();
}

void TeamMonitor::onAnswer(const Expected<Account, Error> &answer)
{
    const bool asksAgain = std::exchange(m_asksAgain, false);
    const bool wasHeld = m_standing.holds();
    if (answer) {
        m_account = *answer;
        m_updatedAt = m_clock.utcNow();
        m_isConfirmed = true;
        m_isBehind = m_isBehind && !m_catchesUp;
        m_error.reset();
        m_failures = 0;
        m_standing = m_standing.afterAnswer(*answer, m_updatedAt);
        m_heldAnswers = m_standing.holds() ? m_heldAnswers + 1 : 0;
    } else {
        m_error = answer.error();
        ++m_failures;
    }
    qCDebug(logTeam, "team asked: answered %d, failures in a row %d", answer.hasValue(),
            m_failures);
    m_timer->start(asksAgain ? Milliseconds::zero() : interval());
    emit answered();
    emit changed();
    if (wasHeld && m_standing.state == TeamState::Active)
        emit resumed();
}

Milliseconds TeamMonitor::interval() const
{
    if (m_isAwaited)
        return AwaitedInterval;
    constexpr int MostDoublings = 6;
    const Milliseconds base = m_visible ? VisibleInterval : HiddenInterval;
    const int doublings = m_failures + std::max(0, m_heldAnswers - 1);
    return std::min(base * (1 << std::min(doublings, MostDoublings)), LongestInterval);
}

} // namespace litedeck
