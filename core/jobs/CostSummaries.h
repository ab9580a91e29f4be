// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobRow.h"

namespace litedeck {

/// What jobs are put together by.
enum class CostGrouping : quint8 { Type, Model, Day, Conversation };

/// The sums over some jobs. What is not known is counted beside the sum, never taken for zero.
struct CostGroup
{
    /// The type, the model, the local day ("2026-11-22") or the conversation's id; empty for jobs
    /// that have none.
    QString key;
    int jobs = 0;
    int failedJobs = 0;
    int unreadJobs = 0; ///< Their final costs are not known yet; they are in no sum below.
    int openJobs = 0;   ///< Those of them whose costs may still grow, so that none can be read.
    qint64 calls = 0;
    qint64 failedCalls = 0;
    qint64 uncostedCalls = 0; ///< The server told neither tokens nor a cost of them.
    Measured<qint64> tokens;
    Measured<Usd> cost;
    Measured<qint64> credits;
    int uncreditedJobs = 0; ///< Charged, but the known part of the ledger does not say how much.
    std::optional<Milliseconds> averageLatency; ///< From the start of a job to its end.
    std::optional<Milliseconds> p95Latency;     ///< By the nearest rank.

    /// The sums of tokens and cost leave something out.
    bool isPartial() const { return unreadJobs > 0 || uncostedCalls > 0; }

    friend bool operator==(const CostGroup &, const CostGroup &) = default;
};

/// Groups of `rows`: days newest first, all others with the most jobs first. `credits` are what the
/// ledger took for each job. For any thread.
QList<CostGroup> costGroups(const JobRows &rows, CostGrouping grouping,
                            const QHash<JobId, qint64> &credits);

} // namespace litedeck
