// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/TurnQueue.h"

#include "core/base/Logging.h"
#include "core/chat/LiveChats.h"
#include "core/chat/TurnCharges.h"
#include "core/errors/Verdict.h"
#include "core/errors/WayOut.h"
#include "core/store/Store.h"
#include "core/team/TeamMonitor.h"

#include <algorithm>
#include <array>
#include <utility>

namespace litedeck {

namespace {

using namespace std::chrono_literals;

constexpr std::array<Milliseconds, 5> Waits{1min, 2min, 5min, 15min, 30min};

ErrorOrigin originOf(const QueuedTurn &queued)
{
    return ErrorOrigin::ofTurn(queued.conversation, queued.turn);
}

} // namespace

TurnQueue::TurnQueue(Store &store, LiveChats &live, ErrorBoard &errors, TeamMonitor &monitor,
                     const CircuitBreaker &breaker, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_live(live)
    , m_errors(errors)
    , m_monitor(monitor)
    , m_breaker(breaker)
    , m_clock(clock)
    , m_timer(clock.createTimer())
{
    connect(m_timer.get(), &Timer::fired, this, &TurnQueue::onDue);
    connect(&live, &LiveChats::opened, this, &TurnQueue::onOpened);
    connect(&live, &LiveChats::notOpened, this, &TurnQueue::onNotOpened);
    connect(&live, &LiveChats::removed, this, &TurnQueue::onConversationRemoved);
    connect(&errors, &ErrorBoard::reported, this, &TurnQueue::onReported);
    connect(&monitor, &TeamMonitor::changed, this, &TurnQueue::updateHeld);
    connect(&breaker, &CircuitBreaker::stateChanged, this, &TurnQueue::onBreakerChanged);
}

Milliseconds TurnQueue::waitBefore(int attempts, const Error &error)
{
    if (attempts == 0 && isTeamRefusal(error.category))
        return Milliseconds::zero();
    const auto step = std::min(static_cast<std::size_t>(std::max(0, attempts)), Waits.size() - 1);
    const Milliseconds own = Waits.at(step);
    if (!error.retryAfter)
        return own;
    return attempts == 0 ? *error.retryAfter : std::max(*error.retryAfter, own);
}

void TurnQueue::load()
{
    m_store.post(QueueTable::load, this, [this](const StoreResult<QList<QueuedTurn>> &result) {
        if (result)
            onLoaded(*result);
    });
}

void TurnQueue::onLoaded(const QList<QueuedTurn> &queued)
{
    for (const QueuedTurn &turn : queued) {
        m_queued.insert(turn.turn, turn);
        if (ChatSession *session = m_live.session(turn.conversation))
            watch(session);
        list(turn);
    }
    arm();
}

void TurnQueue::onReported(const ErrorOrigin &origin, const Error &error)
{
    // The breaker held it, and nobody has to press anything for it to go out.
    if (origin.kind == ErrorOrigin::Kind::Turn && error.category == ErrorCategory::CircuitOpen)
        add(origin);
}

void TurnQueue::onBreakerChanged(CircuitBreaker::State state)
{
    m_monitor.setAwaited(state == CircuitBreaker::State::Open);
    if (state != CircuitBreaker::State::Open)
        hasten();
    updateHeld();
}

void TurnQueue::updateHeld()
{
    const bool mayCall = m_monitor.isConfirmed() && !m_monitor.isBehind() && !m_monitor.error() &&
                         m_monitor.standing().state == TeamState::Active && m_breaker.allows();
    if (std::exchange(m_held, !mayCall) == !mayCall)
        return;
    if (m_held)
        arm();
    else
        onDue();
}

void TurnQueue::add(const ErrorOrigin &origin)
{
    ChatSession *session = m_live.session(origin.conversation);
    const Turn *turn = session != nullptr ? session->turn(origin.turn) : nullptr;
    if (turn == nullptr || turn->state != TurnState::Failed || !turn->error)
        return;
    enqueue({.conversation = origin.conversation,
             .turn = origin.turn,
             .dueAt = m_clock.utcNow().addMSecs(waitBefore(0, *turn->error).count()),
             .attempts = 0,
             .error = *turn->error});
}

void TurnQueue::enqueue(const QueuedTurn &queued)
{
    m_queued.insert(queued.turn, queued);
    m_store.write([queued](Database &database) { return QueueTable::save(database, queued); });
    if (ChatSession *session = m_live.session(queued.conversation))
        watch(session);
    qCInfo(logRetry, "turn %s: queued, %d tries so far", qUtf8Printable(queued.turn.value),
           queued.attempts);
    list(queued);
    arm();
}

void TurnQueue::list(const QueuedTurn &queued)
{
    m_errors.schedule(originOf(queued), queued.error,
                      {.nextAttempt = queued.attempts + 1, .due = queued.dueAt, .isQueued = true});
    emit changed(originOf(queued));
}

void TurnQueue::remove(const ErrorOrigin &origin)
{
    if (m_taken.remove(origin.turn))
        arm();
    if (!m_queued.contains(origin.turn))
        return;
    forget(origin.turn);
    m_errors.callOff(origin);
    emit changed(origin);
}

void TurnQueue::forget(const TurnId &turn)
{
    m_queued.remove(turn);
    m_store.write([turn](Database &database) { return QueueTable::remove(database, turn); });
    arm();
}

void TurnQueue::sendNow(const ErrorOrigin &origin)
{
    if (m_queued.contains(origin.turn))
        take(origin.turn);
}

void TurnQueue::hasten()
{
    const QDateTime now = m_clock.utcNow();
    const QHash<TurnId, QueuedTurn> copy = m_queued;
    for (QueuedTurn queued : copy) {
        // One that was tried before keeps its growing waits.
        const bool isHeld = queued.error.category == ErrorCategory::CircuitOpen;
        if (!isHeld || queued.attempts > 0 || queued.dueAt <= now)
            continue;
        queued.dueAt = now;
        enqueue(queued);
    }
}

void TurnQueue::onDue()
{
    const bool mayTake = !m_held && !isSending() && !m_queued.isEmpty();
    if (mayTake && next().dueAt <= m_clock.utcNow())
        take(next().turn);
    arm();
}

void TurnQueue::take(const TurnId &turn)
{
    const QueuedTurn queued = m_queued.take(turn);
    m_taken.insert(turn, queued);
    m_errors.retryStarted(originOf(queued));
    emit changed(originOf(queued));
    m_store.post([turn](Database &database) { return QueueTable::remove(database, turn); }, this,
                 [this, turn](const StoreResult<> &result) { onTaken(turn, result.hasValue()); });
}

void TurnQueue::onTaken(const TurnId &turn, bool isOffDisk)
{
    if (!m_taken.contains(turn))
        return;
    if (!isOffDisk) {
        putOff(m_taken.take(turn));
        return;
    }
    const ConversationId conversation = m_taken.value(turn).conversation;
    if (m_live.session(conversation) != nullptr)
        send(m_taken.take(turn));
    else
        m_live.open(conversation);
}

void TurnQueue::onOpened(ChatSession *session)
{
    const ConversationId id = session->conversation().id;
    const auto isHere = [&id](const QueuedTurn &queued) { return queued.conversation == id; };
    if (std::any_of(m_queued.cbegin(), m_queued.cend(), isHere))
        watch(session);
    const QHash<TurnId, QueuedTurn> taken = m_taken;
    for (const QueuedTurn &queued : taken) {
        if (isHere(queued))
            send(m_taken.take(queued.turn));
    }
}

void TurnQueue::onNotOpened(const ConversationId &id)
{
    const QHash<TurnId, QueuedTurn> taken = m_taken;
    for (const QueuedTurn &queued : taken) {
        if (queued.conversation == id)
            putOff(m_taken.take(queued.turn));
    }
}

void TurnQueue::putOff(QueuedTurn queued)
{
    queued.dueAt = m_clock.utcNow().addMSecs(ShortPause.count());
    enqueue(queued);
}

void TurnQueue::send(const QueuedTurn &queued)
{
    ChatSession *session = m_live.session(queued.conversation);
    if (session->isBusy()) {
        putOff(queued);
        return;
    }
    // It may have turned out meanwhile that an earlier call of it ran.
    const Turn *turn = session->turn(queued.turn);
    if (turn == nullptr || askingAgain(*turn) != AskingAgain::CostsOnce) {
        m_errors.callOff(originOf(queued));
        emit changed(originOf(queued));
        arm();
        return;
    }
    watch(session);
    QueuedTurn next = queued;
    ++next.attempts;
    m_running.insert(next.turn, next);
    if (!session->retry(next.turn))
        end(next.turn);
}

void TurnQueue::end(const TurnId &turn)
{
    if (m_running.remove(turn))
        arm();
}

void TurnQueue::watch(ChatSession *session)
{
    connect(session, &ChatSession::turnChanged, this, &TurnQueue::onTurnChanged,
            Qt::UniqueConnection);
    connect(session, &ChatSession::turnFailed, this, &TurnQueue::onTurnFailed,
            Qt::UniqueConnection);
    connect(session, &ChatSession::turnDeleted, this, &TurnQueue::onTurnDeleted,
            Qt::UniqueConnection);
}

void TurnQueue::onTurnDeleted(const TurnId &turn, bool deleted)
{
    if (!deleted)
        return;
    if (m_queued.contains(turn)) {
        const ErrorOrigin origin = originOf(m_queued.value(turn));
        remove(origin);
    }
    end(turn);
}

void TurnQueue::onTurnChanged(const Turn &turn)
{
    // Somebody asked for it in another way.
    if (m_queued.contains(turn.id) && turn.state != TurnState::Failed) {
        const ErrorOrigin origin = originOf(m_queued.value(turn.id));
        remove(origin);
    }
    const bool isOver = turn.state == TurnState::Complete || turn.state == TurnState::Stopped ||
                        turn.state == TurnState::Interrupted;
    if (isOver)
        end(turn.id);
}

void TurnQueue::onTurnFailed(const TurnId &turn, const Error &error)
{
    if (!m_running.contains(turn))
        return;
    QueuedTurn queued = m_running.take(turn);
    // It was to go out, and it did not even leave.
    const bool neverLeft =
        error.outcome == Outcome::NotSent && error.verdict == RetryVerdict::Automatic;
    if (!neverLeft && !waysOut(error).contains(WayOut::Queue)) {
        arm();
        return;
    }
    queued.error = error;
    queued.dueAt = m_clock.utcNow().addMSecs(waitBefore(queued.attempts, error).count());
    enqueue(queued);
}

void TurnQueue::onConversationRemoved(const ConversationId &id)
{
    for (QHash<TurnId, QueuedTurn> *turns : {&m_queued, &m_taken, &m_running}) {
        const QHash<TurnId, QueuedTurn> copy = *turns;
        for (const QueuedTurn &queued : copy) {
            if (queued.conversation != id)
                continue;
            turns->remove(queued.turn);
            m_errors.resolve(originOf(queued), ErrorEnd::Superseded);
        }
    }
    arm();
}

void TurnQueue::arm()
{
    m_timer->stop();
    if (m_held || isSending() || m_queued.isEmpty())
        return;
    const qint64 wait = m_clock.utcNow().msecsTo(next().dueAt);
    m_timer->start(Milliseconds(std::max<qint64>(0, wait)));
}

QueuedTurn TurnQueue::next() const
{
    return *std::min_element(
        m_queued.cbegin(), m_queued.cend(),
        [](const QueuedTurn &a, const QueuedTurn &b) { return a.dueAt < b.dueAt; });
}

} // namespace litedeck
