// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Dialect.h"

#include <QObject>
#include <QPointer>

class QTimer;

namespace litedeck::demo {

class Exchange;
class JobDesk;
struct Fault;

/// The job behind a stream and what its provider will answer.
struct StreamJob
{
    QString id;
    QString messageId; ///< The provider's.
    ProviderAnswer answer;
    bool storable = true; ///< Whether the call fits the server's tables.
};

/// One create-and-call-stream on its way: keepalive, silence, events, `[DONE]`, booking, end.
///
/// Outlives its exchange and deletes itself when the job is settled. A client that leaves after the
/// provider answered finds the job as if it had stayed; for one that leaves earlier see
/// DemoScenario::abandonsOnDisconnect.
class StreamRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamRun)

public:
    StreamRun(Exchange *exchange, const StreamJob &job, const DemoScenario &scenario, JobDesk &book,
              QObject *parent);

    /// Sends the head and the keepalive comment and lets the silence begin.
    void start();

private:
    void plan(const Fault &fault);
    void planBehaviour(const StreamScript &script);
    void providerAnswered();
    void send(const QByteArray &data);
    void sendNext();
    void sendAll();
    void allSent();
    void settle();
    void settleAndEnd();
    void clientLeft();

    QPointer<Exchange> m_exchange;
    const StreamJob m_job;
    const DemoScenario m_scenario;
    JobDesk &m_book;
    QTimer *m_timer;

    QList<QByteArray> m_events;
    qsizetype m_next = 0;
    QString m_error; ///< The gateway's own error event after the last event.
    int m_tokens = 0;
    bool m_sendsDone = false;
    bool m_cutAtEnd = false; ///< The connection breaks instead of ending.
    bool m_answered = false; ///< The provider's answer has begun.
    bool m_left = false;
    bool m_settled = false;
};

} // namespace litedeck::demo
