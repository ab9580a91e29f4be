// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/board/ErrorBoard.h"
#include "core/resilience/CircuitBreaker.h"
#include "core/store/FollowUpTables.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace litedeck {

class LiveChats;
class ChatSession;
class Store;
class TeamMonitor;
struct Turn;

/// Turns that failed for want of capacity, or because the team may not work, and are asked again
/// later, when the user has said so (row A7 of the error guide: after the last attempt, offer to
/// queue).
///
/// A queued turn is on disk, so that it survives the program, and on the board of errors with its
/// time. What the breaker held is queued by itself. Turns go out only while the team may call, what
/// is left is known and the server is well: one at a time, the one that is due the longest first,
/// so that the last credits go to whom they were meant for. At its time a turn is asked once, with
/// all its attempts; when that fails for want of capacity, or of a connection to send it on, it is
/// queued anew with a longer wait; any other end takes it off the queue. It is taken off the disk
/// before it is sent: a program that is killed then rather forgets it than charges twice. changed()
/// comes whenever a turn was queued or left the queue.
class TurnQueue : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TurnQueue)

public:
    /// How long to wait for a conversation that is busy with another turn or cannot be read, or for
    /// a full disk.
    static constexpr Milliseconds ShortPause{15'000};

    /// All outlive the queue.
    TurnQueue(Store &store, LiveChats &live, ErrorBoard &errors, TeamMonitor &monitor,
              const CircuitBreaker &breaker, Clock &clock, QObject *parent = nullptr);

    /// The wait before a try: what the server asked for, or 1, 2, 5, 15, 30 min, the longer of both
    /// from the second try on. `attempts` counts the queue's tries so far. At first there is none
    /// for a team that may not work, since it is held until it may.
    static Milliseconds waitBefore(int attempts, const Error &error);

    /// Reads what earlier runs left queued.
    void load();
    /// Queues a failed turn; any other is ignored.
    void add(const ErrorOrigin &origin);
    void remove(const ErrorOrigin &origin);
    /// Asks for the turn now, held or not.
    void sendNow(const ErrorOrigin &origin);

    bool contains(const TurnId &turn) const { return m_queued.contains(turn); }
    /// When the turn is asked for; invalid when it is not queued.
    QDateTime dueAt(const TurnId &turn) const { return m_queued.value(turn).dueAt; }

signals:
    void changed(const litedeck::ErrorOrigin &origin);

private:
    void onReported(const ErrorOrigin &origin, const Error &error);
    void onBreakerChanged(CircuitBreaker::State state);
    void updateHeld();
    /// The server works again: what waits only for that is due.
    void hasten();
    void enqueue(const QueuedTurn &queued);
    void list(const QueuedTurn &queued);
    void take(const TurnId &turn);
    void onTaken(const TurnId &turn, bool isOffDisk);
    void send(const QueuedTurn &queued);
    void end(const TurnId &turn);
    void putOff(QueuedTurn queued);
    void onDue();
    void onLoaded(const QList<QueuedTurn> &queued);
    void onOpened(ChatSession *session);
    void onNotOpened(const ConversationId &id);
    void onTurnChanged(const Turn &turn);
    void onTurnFailed(const TurnId &turn, const Error &error);
    void onTurnDeleted(const TurnId &turn, bool deleted);
    void onConversationRemoved(const ConversationId &id);
    /// Hears how the session's turns end.
    void watch(ChatSession *session);
    void forget(const TurnId &turn);
    void arm();
    /// Whether a turn that the queue sent is on its way.
    bool isSending() const { return !m_taken.isEmpty() || !m_running.isEmpty(); }
    QueuedTurn next() const;

    Store &m_store;
    LiveChats &m_live;
    ErrorBoard &m_errors;
    TeamMonitor &m_monitor;
    const CircuitBreaker &m_breaker;
    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    bool m_held = true;
    QHash<TurnId, QueuedTurn> m_queued;
    QHash<TurnId, QueuedTurn> m_taken;   ///< Off the queue, on their way out.
    QHash<TurnId, QueuedTurn> m_running; ///< Asked by the queue, end not known.
};

} // namespace litedeck
