// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/CallMetadata.h"
#include "core/saas/Wire.h"

#include "core/base/JsonReader.h"
#include "core/gateway/ContentParts.h"
#include "core/saas/WireSupport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

JobStatus parseJobStatus(const QString &text)
{
    const QString word = text.toUpper();
    if (word == "PENDING"_L1)
        return JobStatus::Pending;
    if (word == "IN_PROGRESS"_L1)
        return JobStatus::InProgress;
    if (word == "COMPLETED"_L1)
        return JobStatus::Completed;
    if (word == "FAILED"_L1)
        return JobStatus::Failed;
    if (word == "CANCELLED"_L1)
        return JobStatus::Cancelled;
    return JobStatus::Unknown;
}

QString jobStatusFilter(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return u"PENDING"_s;
    case JobStatus::InProgress:
        return u"IN_PROGRESS"_s;
    case JobStatus::Completed:
        return u"COMPLETED"_s;
    case JobStatus::Failed:
        return u"FAILED"_s;
    case JobStatus::Cancelled:
        return u"CANCELLED"_s;
    case JobStatus::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

namespace wire {

namespace {

// A number that no latency can be is held within what a duration can.
Milliseconds milliseconds(double number)
{
    constexpr double Longest = 1e12;
    return Milliseconds(qRound64(std::clamp(number, 0.0, Longest)));
}

Job readJob(JsonReader &json)
{
    Job job;
    job.id = {json.text("job_id"_L1)};
    job.team = {json.text("team_id"_L1)};
    job.userId = json.optionalText("user_id"_L1).value_or(QString());
    job.type = json.text("job_type"_L1);
    job.status = parseJobStatus(json.text("status"_L1));
    job.createdAt = json.time("created_at"_L1);
    job.startedAt = json.optionalTime("started_at"_L1);
    job.completedAt = json.optionalTime("completed_at"_L1);
    job.metadata = json.optionalObject("metadata"_L1);
    job.errorMessage = json.optionalText("error_message"_L1).value_or(QString());
    job.creditApplied = json.optionalBoolean("credit_applied"_L1).value_or(false);
    job.models = json.optionalTexts("model_groups_used"_L1);
    job.call = callIn(job.metadata, job.createdAt);
    return job;
}

ModelReply readModelReply(JsonReader &json)
{
    ModelReply reply;
    JsonReader response = json.reader("response"_L1);
    const QJsonValue content = response.raw().value("content"_L1);
    reply.content = content.isArray() ? ContentParts::from(content).text
                                      : response.optionalText("content"_L1).value_or(QString());
    reply.finishReason = response.optionalText("finish_reason"_L1).value_or(QString());
    JsonReader metadata = json.reader("metadata"_L1);
    reply.tokens = metadata.integer("tokens_used"_L1);
    reply.latency = milliseconds(metadata.number("latency_ms"_L1));
    // The documentation calls it model_group, the server model.
    reply.model = metadata.optionalText("model"_L1)
                      .value_or(metadata.optionalText("model_group"_L1).value_or(QString()));
    return reply;
}

} // namespace

Parsed<CreatedJob> parseCreatedJob(const QByteArray &bytes)
{
    return parseWith<CreatedJob>(bytes, u"job"_s, [](JsonReader &json) {
        return CreatedJob{{json.text("job_id"_L1)},
                          parseJobStatus(json.text("status"_L1)),
                          json.time("created_at"_L1)};
    });
}

Parsed<Job> parseJob(const QByteArray &bytes)
{
    return parseWith<Job>(bytes, u"job"_s, readJob);
}

Parsed<JobPage> parseJobPage(const QByteArray &bytes, int offset, int limit)
{
    return parseWith<JobPage>(bytes, u"jobs"_s, [offset, limit](JsonReader &json) {
        JobPage page;
        json.forEach("jobs"_L1, [&page](JsonReader &job) { page.jobs += readJob(job); });
        page.offset = offset;
        page.mayHaveMore = page.jobs.size() >= limit;
        return page;
    });
}

Parsed<JobCosts> parseJobCosts(const QByteArray &bytes)
{
    return parseWith<JobCosts>(bytes, u"costs"_s, [](JsonReader &json) {
        JobCosts costs;
        costs.id = {json.text("job_id"_L1)};
        costs.type = json.text("job_type"_L1);
        costs.status = parseJobStatus(json.text("status"_L1));
        JsonReader sums = json.reader("costs"_L1);
        costs.total = sums.dollars("total_cost_usd"_L1);
        sums.forEach("breakdown"_L1, [&costs](JsonReader &call) {
            costs.calls += CallCost{{call.text("call_id"_L1)},
                                    call.optionalText("model"_L1).value_or(QString()),
                                    call.optionalText("purpose"_L1).value_or(QString()),
                                    call.optionalInteger("prompt_tokens"_L1).value_or(0),
                                    call.optionalInteger("completion_tokens"_L1).value_or(0),
                                    call.dollars("cost_usd"_L1),
                                    call.time("created_at"_L1)};
        });
        return costs;
    });
}

Parsed<CompletedJob> parseCompletedJob(const QByteArray &bytes)
{
    return parseWith<CompletedJob>(bytes, u"completed job"_s, [](JsonReader &json) {
        JsonReader costs = json.reader("costs"_L1);
        CompletedJob job{.id = {json.text("job_id"_L1)},
                         .totalCost = costs.dollars("total_cost_usd"_L1),
                         .averageLatency = milliseconds(costs.number("avg_latency_ms"_L1))};
        json.forEach("calls"_L1, [&job](JsonReader &call) {
            const auto latency = call.optionalNumber("latency_ms"_L1);
            job.calls += CallReport{{call.text("call_id"_L1)},
                                    latency ? std::optional(milliseconds(*latency)) : std::nullopt,
                                    call.optionalText("error"_L1).value_or(QString())};
        });
        return job;
    });
}

Parsed<CallReply> parseCallReply(const QByteArray &bytes)
{
    return parseWith<CallReply>(bytes, u"call"_s, [](JsonReader &json) {
        return CallReply{{json.text("call_id"_L1)}, readModelReply(json)};
    });
}

Parsed<SingleCallReply> parseSingleCallReply(const QByteArray &bytes)
{
    return parseWith<SingleCallReply>(bytes, u"single-call job"_s, [](JsonReader &json) {
        return SingleCallReply{{json.text("job_id"_L1)}, readModelReply(json)};
    });
}

} // namespace wire

} // namespace litedeck
