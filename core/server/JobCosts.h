// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Clock.h"
#include "core/server/Record.h"

namespace litedeck {

/// The sums that `complete` and the single-call endpoint report.
struct CostSummary
{
    qint64 totalCalls = 0;
    qint64 successfulCalls = 0;
    qint64 failedCalls = 0;
    qint64 totalTokens = 0;
    Usd totalCost; ///< 0 for single-call jobs whatever they cost; `costs` of the job knows better.
    Milliseconds averageLatency{0};
    bool creditApplied = false;
    qint64 creditsRemaining = 0;

    friend bool operator==(const CostSummary &, const CostSummary &) = default;
};

/// One call in the answer of `complete`.
struct CallReport
{
    CallId id;
    QString purpose;
    QString model;
    qint64 tokens = 0;
    std::optional<Milliseconds> latency;
    QString error;

    friend bool operator==(const CallReport &, const CallReport &) = default;
};

/// The answer to `POST /api/jobs/{id}/complete`.
struct CompletedJob
{
    JobId id;
    JobStatus status = JobStatus::Unknown;
    QDateTime completedAt;
    CostSummary costs;
    QList<CallReport> calls;

    friend bool operator==(const CompletedJob &, const CompletedJob &) = default;
};

/// One call in the answer of `GET /api/jobs/{id}/costs`.
struct CallCost
{
    CallId id;
    QString model;
    QString purpose;
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    Usd cost;
    QDateTime createdAt;

    friend bool operator==(const CallCost &, const CallCost &) = default;
};

/// The answer to `GET /api/jobs/{id}/costs`.
struct JobCosts
{
    JobId id;
    QString type;
    JobStatus status = JobStatus::Unknown;
    Usd total;
    QList<CallCost> calls;

    /// The calls whose purpose ends so, and what they cost together.
    JobCosts ofPurposeEnding(const QString &end) const;

    friend bool operator==(const JobCosts &, const JobCosts &) = default;
};

/// Jobs of one type in a month.
struct UsageByType
{
    QString type;
    qint64 jobs = 0;
    Usd cost;

    friend bool operator==(const UsageByType &, const UsageByType &) = default;
};

/// The answer to `GET /api/teams/{id}/usage`, in either of its two shapes.
struct Usage
{
    QString period; ///< "2026-11"
    qint64 totalJobs = 0;
    qint64 successfulJobs = 0;
    qint64 failedJobs = 0;
    Usd totalCost;
    qint64 totalTokens = 0;
    QList<UsageByType> types;

    friend bool operator==(const Usage &, const Usage &) = default;
};

} // namespace litedeck
