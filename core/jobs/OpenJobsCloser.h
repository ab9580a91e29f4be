// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/errors/Error.h"
#include "core/server/Record.h"

#include <QList>
#include <QObject>

namespace litedeck {

class Clock;
class Server;
struct CompletedJob;

/// Completes jobs that were left open as failed, one after the other; see JobCompletion.
///
/// fetched() with each job as it was seen last. A job that the server does not know any more is
/// passed over; any other failure ends the work, as the next job would meet it as well.
class OpenJobsCloser : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenJobsCloser)

public:
    /// Both outlive the closer.
    OpenJobsCloser(const Server &server, Clock &clock, QObject *parent = nullptr);

    /// To be called while nothing is being closed.
    void close(const QList<JobId> &jobs);
    /// The job whose turn it is is still closed.
    void stop() { m_waiting.clear(); }
    bool isClosing() const { return m_isClosing; }
    /// Those that had their turn, of those that were asked for last.
    int done() const { return m_done; }
    int total() const { return m_total; }

signals:
    /// done() or isClosing() changed.
    void progressed();
    void completed(const litedeck::CompletedJob &report);
    void fetched(const litedeck::Record &job);
    void failed(const litedeck::Error &error);

private:
    void closeNext();
    void onFinished(const Expected<Record, Error> &job);

    const Server &m_server;
    Clock &m_clock;
    QList<JobId> m_waiting;
    bool m_isClosing = false;
    int m_done = 0;
    int m_total = 0;
};

} // namespace litedeck
