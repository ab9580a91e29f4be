// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Dialect.h"

#include <QObject>

class QTimer;

namespace litedeck::demo {

class Exchange;

/// What the run tells about the job behind a stream.
class StreamBook
{
    Q_DISABLE_COPY_MOVE(StreamBook)

public:
    StreamBook() = default;
    virtual ~StreamBook() = default;

    /// The stream was forwarded: job COMPLETED, credit taken.
    virtual void completed(const QString &jobId, const ProviderAnswer &answer, int tokens) = 0;
    /// The stream failed: job FAILED, no credit.
    virtual void failed(const QString &jobId, const QString &error) = 0;
};

/// One create-and-call-stream on its way: keepalive, silence, events, `[DONE]`, booking, end.
///
/// A child of its exchange, so it ends with it. A client that leaves before the first event leaves
/// the job IN_PROGRESS; one that leaves later finds it COMPLETED.
class StreamRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamRun)

public:
    StreamRun(Exchange *exchange, const QString &jobId, const ProviderAnswer &answer,
              const DemoScenario &scenario, StreamBook &book, const QString &messageId);

    /// Sends the head and the keepalive comment and lets the silence begin.
    void start();

private:
    void plan(const QString &messageId);
    void planFailure(const StreamScript &script, qsizetype texts);
    void providerAnswered();
    void sendNext();
    void sendAll();
    void allSent();
    void book();
    void bookAndEnd();
    void clientLeft();
    void failStream();

    Exchange *m_exchange;
    const QString m_jobId;
    const ProviderAnswer m_answer;
    const DemoScenario m_scenario;
    StreamBook &m_book;
    QTimer *m_timer;

    QList<QByteArray> m_events;
    qsizetype m_next = 0;
    QString m_error; ///< The gateway's own error event after the last event.
    int m_tokens = 0;
    bool m_sendsDone = false;
    bool m_cutAtEnd = false; ///< The connection breaks instead of ending.
    bool m_dataSent = false;
    bool m_booked = false;
};

} // namespace litedeck::demo
