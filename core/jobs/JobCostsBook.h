// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"
#include "core/errors/Error.h"
#include "core/gateway/PendingReply.h"
#include "core/jobs/JobFacts.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace litedeck {

class Server;
class Store;

/// What jobs that have ended cost, as far as it was asked for. That does not change, so it is kept
/// on disk and asked for once.
///
/// read() asks for one job after the other with a pause between them; progressed() after each, and
/// readingEnded() once, after the last one, after a failure or after stop(). figured() whenever
/// costs become known, also those on disk.
class JobCostsBook : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobCostsBook)

public:
    /// Between two requests, so that reading thousands of jobs stays a background matter.
    static constexpr Milliseconds Pause{100};

    /// All outlive the book.
    JobCostsBook(const Server &server, const TeamId &team, Clock &clock, Store &store,
                 QObject *parent = nullptr);

    /// Reads what is on disk.
    void load();
    /// The final costs of a job; null when they are not known.
    const JobCosts *costs(const JobId &job) const;
    /// What `complete` said of a job in this run; null when nobody completed it here.
    const CompletedJob *completion(const JobId &job) const;
    QHash<JobId, JobFigures> figures() const;

    /// Takes over what somebody else asked the server for; costs of an open job are passed over.
    void keep(const JobCosts &costs);
    void keep(const CompletedJob &completion) { m_completions.insert(completion.id, completion); }

    /// Asks for the costs of these jobs, those that are known excepted.
    void read(const QList<JobId> &jobs);
    void stop();
    bool isReading() const { return !m_queue.isEmpty(); }
    int done() const { return m_done; }
    int total() const { return m_total; }

signals:
    void figured(const QHash<litedeck::JobId, litedeck::JobFigures> &figures);
    void progressed();
    void readingEnded();
    void failed(const litedeck::Error &error);

private:
    void askNext();
    void onCosts(const Expected<JobCosts, Error> &costs);
    void end();

    const Server &m_server;
    const TeamId m_team;
    Store &m_store;
    QHash<JobId, JobCosts> m_costs;
    QHash<JobId, CompletedJob> m_completions;
    QList<JobId> m_queue; ///< The first one is being asked for.
    std::unique_ptr<Timer> m_pause;
    PendingReply m_request;
    int m_done = 0;
    int m_total = 0;
};

} // namespace litedeck
