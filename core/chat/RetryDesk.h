// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "core/chat/ChatSession.h"
#include "core/chat/TurnCharges.h"

#include <QObject>

namespace litedeck {

class CircuitBreaker;
class LiveChats;
class TeamMonitor;
class TurnQueue;

/// The one place that decides what becomes of an error whose origin somebody wants to try again
/// now, or no more.
///
/// A queued turn is sent now, or leaves the queue; any other is asked again, or stops waiting. What
/// the account, the ledger and the jobs failed with is asked for again, its page's part by whoever
/// hears pageRetried().
class RetryDesk : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetryDesk)

public:
    /// What the desk acts on; all of it outlives the desk.
    struct Parts
    {
        LiveChats &live;
        TurnQueue &queue;
        TeamMonitor &monitor;
        CircuitBreaker &breaker;
        ErrorBoard &errors;
    };

    explicit RetryDesk(const Parts &parts, QObject *parent = nullptr);

    /// What retry() can cost. Another version of a reply costs as everybody knows, and what is
    /// queued goes out only when it costs nothing twice.
    AskingAgain costOf(const ErrorOrigin &origin) const;
    /// False when nothing came of it, since the conversation is busy with something else or the
    /// turn is gone.
    bool retry(const ErrorOrigin &origin,
               ChatSession::Context context = ChatSession::Context::Whole);
    void cancel(const ErrorOrigin &origin);

signals:
    /// What a page shows is to be asked for again.
    void pageRetried(litedeck::ErrorOrigin::Kind page);

private:
    const Parts m_parts;
};

} // namespace litedeck
