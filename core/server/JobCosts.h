// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Clock.h"
#include "core/server/Charge.h"
#include "core/server/Record.h"
#include "core/server/RequestDetail.h"

namespace litedeck {

/// What completing a job told of one of its calls.
struct CallReport
{
    CallId id;
    std::optional<Milliseconds> latency;
    QString error;

    friend bool operator==(const CallReport &, const CallReport &) = default;
};

/// What completing a job told of it.
struct CompletedJob
{
    JobId id;
    Usd totalCost; ///< Some servers tell 0 of a job with one call; its costs know better.
    Milliseconds averageLatency{0}; ///< Of a call.
    QList<CallReport> calls;

    friend bool operator==(const CompletedJob &, const CompletedJob &) = default;
};

/// What one call of a record cost.
struct CallCost
{
    CallId id;
    QString model;
    QString purpose;
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    Usd cost;
    QDateTime createdAt;
    std::optional<RequestDetail> detail; ///< Empty for servers that log no more.

    friend bool operator==(const CallCost &, const CallCost &) = default;
};

/// What a record cost, call by call.
struct JobCosts
{
    JobId id;
    RecordStatus status = RecordStatus::Unknown;
    Usd total;
    QList<CallCost> calls;

    /// The calls whose purpose ends so, and what they cost together.
    JobCosts ofPurposeEnding(const QString &end) const;
    /// What all calls took together, apart from credits.
    Charge charge() const;

    friend bool operator==(const JobCosts &, const JobCosts &) = default;
};

} // namespace litedeck
