// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/JobCosts.h"

#include <optional>

namespace litedeck {

class Redactor;

/// As the list of records tells it. A server may take the mark of a charge away, too, when a job
/// is completed a second time.
bool ranUncharged(const Record &job);
/// From the start of the work, or from creation when the start was not kept, to its end.
std::optional<Milliseconds> durationOf(const Record &job);
/// From creation to the start of the work.
std::optional<Milliseconds> waitOf(const Record &job);
/// The cost of a call; unknown when neither tokens nor costs were booked, as for streamed calls.
Measured<Usd> costOf(const CallCost &call);
/// Tokens of a call that were booked; unknown under the same condition.
Measured<qint64> tokensOf(const CallCost &call, qint64 tokens);
/// The server names the model of a call only once it has answered.
bool hasFailed(const CallCost &call);

/// What the calls of one job come to.
struct JobFigures
{
    int calls = 0;
    int failedCalls = 0;
    int uncostedCalls = 0;   ///< Calls that answered, but without a cost that was booked.
    Measured<qint64> tokens; ///< Of the calls that tell theirs; unknown when none does.
    Measured<Usd> cost;      ///< Likewise.

    friend bool operator==(const JobFigures &, const JobFigures &) = default;
};

JobFigures figuresOf(const JobCosts &costs);
/// Of a record that is one call, whose costs came along with it; none where they did not.
std::optional<JobFigures> figuresOf(const Record &record);

/// The job without secrets in anything that a person reads of it: the server stores provider keys
/// in its error text, and clients store what they like in the rest.
Record redacted(Record job, const Redactor &redactor);
/// The same for what a job cost.
JobCosts redacted(JobCosts costs, const Redactor &redactor);

} // namespace litedeck
