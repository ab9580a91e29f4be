// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/RetryDesk.h"

#include "core/chat/LiveChats.h"
#include "core/chat/TurnQueue.h"
#include "core/resilience/CircuitBreaker.h"
#include "core/team/TeamMonitor.h"

namespace litedeck {

RetryDesk::RetryDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{}

AskingAgain RetryDesk::costOf(const ErrorOrigin &origin) const
{
    const ChatSession *session = m_parts.live.session(origin.conversation);
    const Turn *turn = session != nullptr ? session->turn(origin.turn) : nullptr;
    const bool isAskedAgain = turn != nullptr && turn->reply.isEmpty() && !session->isBusy() &&
                              !m_parts.queue.contains(origin.turn);
    return isAskedAgain ? askingAgain(*turn) : AskingAgain::CostsOnce;
}

bool RetryDesk::retry(const ErrorOrigin &origin, ChatSession::Context context)
{
    switch (origin.kind) {
    case ErrorOrigin::Kind::Turn:
    case ErrorOrigin::Kind::Conversation: {
        const bool isQueued = m_parts.queue.contains(origin.turn);
        const bool goesAsItIs = isQueued && context == ChatSession::Context::Whole;
        // First, since a breaker that lets a trial call pass lets out what is due, and this is.
        if (goesAsItIs)
            m_parts.queue.sendNow(origin);
        else if (isQueued)
            m_parts.queue.remove(origin);
        m_parts.breaker.tryNow();
        return goesAsItIs || m_parts.live.retry(origin, context);
    }
    case ErrorOrigin::Kind::Team:
    case ErrorOrigin::Kind::Ledger:
    case ErrorOrigin::Kind::Jobs:
    case ErrorOrigin::Kind::Job:
    case ErrorOrigin::Kind::Server:
        m_parts.errors.resolve(origin, ErrorEnd::Superseded);
        m_parts.monitor.refresh();
        emit pageRetried(origin.kind);
        return true;
    }
    Q_UNREACHABLE();
}

void RetryDesk::cancel(const ErrorOrigin &origin)
{
    if (m_parts.queue.contains(origin.turn))
        m_parts.queue.remove(origin);
    else
        m_parts.live.cancelRetry(origin);
}

} // namespace litedeck
