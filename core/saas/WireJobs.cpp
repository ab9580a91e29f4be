// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/Wire.h"

#include "core/base/JsonReader.h"
#include "core/gateway/ContentParts.h"
#include "core/gateway/WireSupport.h"
#include "core/server/CallMetadata.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace wire {

namespace {

// A number that no latency can be is held within what a duration can.
Milliseconds milliseconds(double number)
{
    constexpr double Longest = 1e12;
    return Milliseconds(qRound64(std::clamp(number, 0.0, Longest)));
}

/// A completed job without the mark is the only sign of a balance that was too low.
Charging chargingOf(RecordStatus status, bool creditApplied)
{
    if (creditApplied)
        return Charging::Charged;
    return status == RecordStatus::Completed ? Charging::Uncharged : Charging::None;
}

Record readJob(JsonReader &json)
{
    Record job;
    job.id = {json.text("job_id"_L1)};
    job.group = json.text("job_type"_L1);
    job.userId = json.optionalText("user_id"_L1).value_or(QString());
    job.status = parseJobStatus(json.text("status"_L1));
    job.createdAt = json.time("created_at"_L1);
    job.startedAt = json.optionalTime("started_at"_L1);
    job.completedAt = json.optionalTime("completed_at"_L1);
    job.models = json.optionalTexts("model_groups_used"_L1); // the server keeps only the first one
    job.errorMessage = json.optionalText("error_message"_L1).value_or(QString());
    job.charging =
        chargingOf(job.status, json.optionalBoolean("credit_applied"_L1).value_or(false));
    job.metadata = json.optionalObject("metadata"_L1);
    job.call = callIn(job.metadata, job.createdAt);
    return job;
}

/// `idKey` names what was called; a reply without it is none.
ModelReply readModelReply(JsonReader &json, const QString &idKey)
{
    ModelReply reply;
    static_cast<void>(json.text(idKey));
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

RecordStatus parseJobStatus(const QString &text)
{
    const QString word = text.toUpper();
    if (word == "PENDING"_L1)
        return RecordStatus::Pending;
    if (word == "IN_PROGRESS"_L1)
        return RecordStatus::InProgress;
    if (word == "COMPLETED"_L1)
        return RecordStatus::Completed;
    if (word == "FAILED"_L1)
        return RecordStatus::Failed;
    if (word == "CANCELLED"_L1)
        return RecordStatus::Cancelled;
    return RecordStatus::Unknown;
}

Parsed<CreatedJob> parseCreatedJob(const QByteArray &bytes)
{
    return parseWith<CreatedJob>(bytes, u"job"_s, [](JsonReader &json) {
        return CreatedJob{{json.text("job_id"_L1)},
                          parseJobStatus(json.text("status"_L1)),
                          json.time("created_at"_L1)};
    });
}

Parsed<Record> parseJob(const QByteArray &bytes)
{
    return parseWith<Record>(bytes, u"job"_s, readJob);
}

Parsed<RecordPage> parseJobPage(const QByteArray &bytes, int offset, int limit)
{
    return parseWith<RecordPage>(bytes, u"jobs"_s, [offset, limit](JsonReader &json) {
        RecordPage page;
        json.forEach("jobs"_L1, [&page](JsonReader &job) { page.records += readJob(job); });
        // The server's "total" is only the size of the page.
        if (page.records.size() >= limit)
            page.next = QString::number(offset + page.records.size());
        return page;
    });
}

Parsed<JobCosts> parseJobCosts(const QByteArray &bytes)
{
    return parseWith<JobCosts>(bytes, u"costs"_s, [](JsonReader &json) {
        JobCosts costs;
        costs.id = {json.text("job_id"_L1)};
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

Parsed<ModelReply> parseCallReply(const QByteArray &bytes)
{
    return parseWith<ModelReply>(
        bytes, u"call"_s, [](JsonReader &json) { return readModelReply(json, u"call_id"_s); });
}

Parsed<ModelReply> parseSingleCallReply(const QByteArray &bytes)
{
    return parseWith<ModelReply>(bytes, u"single-call job"_s, [](JsonReader &json) {
        return readModelReply(json, u"job_id"_s);
    });
}

} // namespace wire

} // namespace litedeck
