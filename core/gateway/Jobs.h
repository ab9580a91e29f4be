// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Amounts.h"
#include "base/Clock.h"
#include "base/Ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck {

/// The server writes statuses in upper case, its documentation in lower case; both are read.
enum class JobStatus : quint8 { Pending, InProgress, Completed, Failed, Cancelled, Unknown };

JobStatus parseJobStatus(const QString &text);
/// The only spelling that the server accepts as a filter (any other answers 500); empty for
/// Unknown.
QString jobStatusFilter(JobStatus status);

/// A job as `GET /api/jobs/{id}` and the team's list give it.
struct Job
{
    JobId id;
    TeamId team;
    QString userId;
    QString type;
    JobStatus status = JobStatus::Unknown;
    QDateTime createdAt;
    std::optional<QDateTime> startedAt;
    std::optional<QDateTime> completedAt;
    QJsonObject metadata;
    QString errorMessage;
    bool creditApplied = false; ///< A completed job without it ran but was not charged.
    QStringList models;         ///< The server keeps only the first one.

    friend bool operator==(const Job &, const Job &) = default;
};

/// The answer to creating a job.
struct CreatedJob
{
    JobId id;
    JobStatus status = JobStatus::Unknown;
    QDateTime createdAt;

    friend bool operator==(const CreatedJob &, const CreatedJob &) = default;
};

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

    friend bool operator==(const JobCosts &, const JobCosts &) = default;
};

/// One page of `GET /api/teams/{id}/jobs`; the server's `total` is the size of the page.
struct JobPage
{
    QList<Job> jobs;
    int offset = 0;
    /// Whether a further page may hold more, known from the page being full.
    bool mayHaveMore = false;

    friend bool operator==(const JobPage &, const JobPage &) = default;
};

/// What a model answered, in one piece.
struct ModelReply
{
    QString content; ///< Empty when the model only called tools, which the server drops.
    QString finishReason;
    qint64 tokens = 0;
    Milliseconds latency{0};
    QString model;

    friend bool operator==(const ModelReply &, const ModelReply &) = default;
};

/// The answer to `POST /api/jobs/{id}/llm-call`.
struct CallReply
{
    CallId id;
    ModelReply reply;

    friend bool operator==(const CallReply &, const CallReply &) = default;
};

/// The answer to `POST /api/jobs/create-and-call`.
struct SingleCallReply
{
    JobId id;
    JobStatus status = JobStatus::Unknown;
    ModelReply reply;
    CostSummary costs;
    QDateTime completedAt;

    friend bool operator==(const SingleCallReply &, const SingleCallReply &) = default;
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
