// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/CallPlan.h"
#include "core/server/JobCosts.h"

namespace litedeck {

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
    ModelReply reply;

    friend bool operator==(const SingleCallReply &, const SingleCallReply &) = default;
};

} // namespace litedeck
