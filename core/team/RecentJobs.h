// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/gateway/PendingReply.h"
#include "core/server/Record.h"
#include "core/team/Ledger.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace litedeck {

class Server;

/// What the team's newest jobs say about its money.
struct ChargeReview
{
    QList<JobId> uncharged; ///< Completed without a charge, the newest first.
    QList<JobId> unsure;    ///< Marked as not charged, but older than the ledger is known.
    int completed = 0;

    friend bool operator==(const ChargeReview &, const ChargeReview &) = default;
};

/// Completed jobs without `credit_applied` ran and were not charged: the server does not refuse
/// work when credits run out. The mark alone can be wrong, since a second `complete` takes it away,
/// so a charge in the ledger counts more. `since` is when the ledger begins to be known without
/// gaps, `charged` are the jobs that it charges.
ChargeReview reviewCharges(const QList<Record> &jobs, const QSet<JobId> &charged,
                           const QDateTime &since);

/// The share of jobs of the last 24 hours that failed, of those that ended; none for fewer than
/// LeastJobs of them.
std::optional<double> failureShare(const QList<Record> &jobs, const QDateTime &now);

/// The newest jobs of the team, beside the ledger: one request tells their types, which were not
/// charged and how many failed.
class RecentJobs : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentJobs)

public:
    static constexpr int Jobs = 100;
    static constexpr int LeastJobs = 5;

    /// Both outlive this.
    RecentJobs(const Server &server, Clock &clock, QObject *parent = nullptr);

    /// Asks, unless an answer is awaited. A request that fails leaves what was known.
    void refresh();

    /// The newest first.
    const QList<Record> &jobs() const { return m_jobs; }
    QHash<JobId, QString> types() const;
    /// Whether the server gave them in this run.
    bool isKnown() const { return m_isKnown; }
    /// When jobs were last asked for, in UTC; invalid before.
    QDateTime askedAt() const { return m_askedAt; }

signals:
    void changed();

private:
    const Server &m_server;
    Clock &m_clock;
    PendingReply m_request;
    QList<Record> m_jobs;
    bool m_isKnown = false;
    QDateTime m_askedAt;
};

} // namespace litedeck
