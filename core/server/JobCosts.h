// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Clock.h"
#include "core/server/Record.h"

namespace litedeck {

/// What completing a job told of one of its calls.
struct CallReport
{
    CallId id;
    std::optional<Milliseconds> latency;
    QString error;

    friend bool operator==(const CallReport &, const CallReport &) = default;
};

/// The answer to `POST /api/jobs/{id}/complete`.
struct CompletedJob
{
    JobId id;
    Usd totalCost; ///< 0 for single-call jobs whatever they cost; `costs` of the job knows better.
    Milliseconds averageLatency{0}; ///< Of a call.
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
    RecordStatus status = RecordStatus::Unknown;
    Usd total;
    QList<CallCost> calls;

    /// The calls whose purpose ends so, and what they cost together.
    JobCosts ofPurposeEnding(const QString &end) const;

    friend bool operator==(const JobCosts &, const JobCosts &) = default;
};

} // namespace litedeck
