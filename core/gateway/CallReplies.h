// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/JobCosts.h"

namespace litedeck {

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

} // namespace litedeck
