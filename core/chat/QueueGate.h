// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "core/resilience/CircuitBreaker.h"

#include <QObject>

namespace litedeck {

class TeamMonitor;
class TurnQueue;

/// Lets queued turns out only while the team may call, what is left is known, and the server is
/// well; what the breaker held is queued by itself and goes out as soon as it may.
class QueueGate : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueGate)

public:
    /// All outlive the gate.
    QueueGate(TurnQueue &queue, TeamMonitor &monitor, const CircuitBreaker &breaker,
              const ErrorBoard &errors, QObject *parent = nullptr);

private:
    void onReported(const ErrorOrigin &origin, const Error &error);
    void onBreakerChanged(CircuitBreaker::State state);
    void update();

    TurnQueue &m_queue;
    TeamMonitor &m_monitor;
    const CircuitBreaker &m_breaker;
};

} // namespace litedeck
