// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoScenario.h"
#include "core/demo/Records.h"
#include "core/demo/Rng.h"

#include <QHash>

#include <deque>

namespace litedeck::demo {

/// The server's database: one team with its key, credits, ledger and jobs, and one job of a
/// different team. References to jobs stay valid, since jobs are never removed.
class DemoStore
{
public:
    explicit DemoStore(const DemoScenario &scenario);

    TeamRecord &team() { return m_team; }
    const TeamRecord &team() const { return m_team; }
    Rng &rng() { return m_rng; }

    /// Adds a job of this team; created last is listed first.
    JobRecord &addJob(const QString &type, const QDateTime &createdAt);
    /// The job of that id (any team's), or null.
    JobRecord *job(const QString &id);
    /// All jobs, the oldest first.
    const std::deque<JobRecord> &jobs() const { return m_jobs; }
    /// The id of a job that belongs to a different team.
    QString foreignJobId() const { return m_foreignJobId; }

    /// Takes a job's credits by the team's budget mode and marks the job; false when too few are
    /// left. `form` begins the reason, such as "Single-call job".
    bool charge(JobRecord &job, const QString &form, const QDateTime &at);
    /// Adds credits to the account, or takes them for a negative amount.
    void book(const QString &type, int amount, const QString &jobId, const QString &reason,
              const QDateTime &at);
    /// The ledger, the oldest line first.
    const QList<TransactionRecord> &transactions() const { return m_transactions; }

    /// What `complete` reports: calls, tokens, cost, latency, credits.
    QJsonObject costSummary(const JobRecord &job) const;

private:
    int creditsOf(const JobRecord &job) const;

    Rng m_rng;
    TeamRecord m_team;
    std::deque<JobRecord> m_jobs;
    QHash<QString, size_t> m_index;
    QList<TransactionRecord> m_transactions;
    QString m_foreignJobId;
};

/// A time as the server writes it in most answers: UTC, whole seconds, Z; null when invalid.
QJsonValue zuluTime(const QDateTime &time);
/// A time as Python's isoformat() writes a naive one: microseconds and no zone.
QString naiveTime(const QDateTime &time);

/// A job as `GET /api/jobs/{id}` and the list show it.
QJsonObject toJson(const JobRecord &job);
/// A ledger line as the transactions endpoint shows it.
QJsonObject toJson(const TransactionRecord &transaction, const TeamRecord &team);
/// The account as the balance endpoint (and `credits` of GET team) shows it.
QJsonObject toJson(const TeamRecord &team);

} // namespace litedeck::demo
