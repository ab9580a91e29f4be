// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/FieldReader.h"
#include "core/demo/Provider.h"
#include "core/demo/Room.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

Response createJob(DemoStore &store, const Call &call)
{
    FieldReader fields(call.body);
    const QString teamId = fields.string(u"team_id"_s);
    const QString type = fields.string(u"job_type"_s);
    const QJsonValue userId = fields.optionalString(u"user_id"_s);
    const QJsonValue metadata = fields.optionalObject(u"metadata"_s);
    if (!fields.ok())
        return fields.failure();
    if (teamId != store.team().id)
        return Response::detail(403, u"API key does not belong to team '%1'"_s.arg(teamId));
    if (!fitsColumn(type, MaxJobType) || !fitsColumn(userId.toString(), MaxUserId))
        return Response::unhandled();
    JobRecord &job = store.addJob(type, now());
    job.userId = userId;
    job.metadata = metadata;
    return Response::json(QJsonObject{{u"job_id"_s, job.id},
                                      {u"status"_s, job.status},
                                      {u"created_at"_s, naiveTime(job.createdAt)}});
}

Response getJob(DemoStore &store, const Call &call)
{
    const FoundJob found = findOwnJob(store, call);
    return found.job == nullptr ? found.refusal : Response::json(toJson(*found.job));
}

Response patchMetadata(DemoStore &store, const Call &call)
{
    FieldReader fields(call.body);
    const QJsonValue metadata = fields.required(u"metadata"_s, QJsonValue::Object);
    if (!fields.ok())
        return fields.failure();
    const FoundJob found = findOwnJob(store, call);
    if (found.job == nullptr)
        return found.refusal;
    found.job->metadata = merged(found.job->metadata.toObject(), metadata.toObject());
    return Response::json(QJsonObject{{u"job_id"_s, found.job->id},
                                      {u"metadata"_s, found.job->metadata},
                                      {u"updated_at"_s, naiveTime(now())}});
}

QJsonArray callList(const JobRecord &job)
{
    QJsonArray calls;
    for (const CallRecord &call : job.calls) {
        calls.append(QJsonObject{{u"call_id"_s, call.id},
                                 {u"purpose"_s, call.purpose},
                                 {u"model_group"_s, call.modelGroup},
                                 {u"tokens"_s, call.totalTokens},
                                 {u"latency_ms"_s, call.latencyMs},
                                 {u"error"_s, textOrNull(call.error)}});
    }
    return calls;
}

Response completeJob(DemoStore &store, const Call &call)
{
    FieldReader fields(call.body);
    const QString status = fields.oneOf(u"status"_s, {u"completed"_s, u"failed"_s});
    const QJsonValue metadata = fields.optionalObject(u"metadata"_s);
    const QJsonValue error = fields.optionalString(u"error_message"_s);
    if (!fields.ok())
        return fields.failure();
    const FoundJob found = findOwnJob(store, call);
    if (found.job == nullptr)
        return found.refusal;
    JobRecord &job = *found.job;
    // The server updates the stored object in place: it fails on null and is lost otherwise.
    if (!metadata.toObject().isEmpty() && job.metadata.isNull())
        return Response::unhandled();
    if (!fitsColumn(error.toString(), MaxStoredError))
        return Response::unhandled();
    job.status = status.toUpper();
    job.completedAt = now();
    if (!error.toString().isEmpty())
        job.error = error.toString();
    // The trap: a second "completed" clears the mark, and so a third one charges again.
    if (status == u"completed"_s && !job.creditApplied) {
        store.charge(job, u"Job"_s, now());
    } else {
        job.creditApplied = false;
    }
    job.summarised = true;
    return Response::json(QJsonObject{{u"job_id"_s, job.id},
                                      {u"status"_s, job.status},
                                      {u"completed_at"_s, naiveTime(job.completedAt)},
                                      {u"costs"_s, store.costSummary(job)},
                                      {u"calls"_s, callList(job)}});
}

Response jobCosts(DemoStore &store, const Call &call)
{
    const FoundJob found = findOwnJob(store, call);
    if (found.job == nullptr)
        return found.refusal;
    double total = 0.0;
    QJsonArray breakdown;
    for (const CallRecord &record : found.job->calls) {
        total += record.costUsd;
        breakdown.append(QJsonObject{{u"call_id"_s, record.id},
                                     {u"model"_s, textOrNull(record.model)},
                                     {u"purpose"_s, record.purpose},
                                     {u"prompt_tokens"_s, record.promptTokens},
                                     {u"completion_tokens"_s, record.completionTokens},
                                     {u"cost_usd"_s, record.costUsd},
                                     {u"created_at"_s, naiveTime(record.createdAt)}});
    }
    return Response::json(
        QJsonObject{{u"job_id"_s, found.job->id},
                    {u"team_id"_s, found.job->teamId},
                    {u"job_type"_s, found.job->type},
                    {u"status"_s, found.job->status},
                    {u"costs"_s, QJsonObject{{u"total_cost_usd"_s, std::round(total * 1e6) / 1e6},
                                             {u"breakdown"_s, breakdown}}}});
}

Response listJobs(const DemoStore &store, const Call &call)
{
    FieldReader fields(call.request.query);
    const std::optional<qint64> limit = fields.integer(u"limit"_s, 100);
    const std::optional<qint64> offset = fields.integer(u"offset"_s, 0);
    if (!fields.ok())
        return fields.failure();
    if (call.path.value(u"team_id"_s) != store.team().id)
        return Response::detail(403, u"Cannot access jobs for a different team"_s);
    const QString status = call.request.query.queryItemValue(u"status"_s, QUrl::FullyDecoded);
    static const QStringList known{u"PENDING"_s, u"IN_PROGRESS"_s, u"COMPLETED"_s, u"FAILED"_s,
                                   u"CANCELLED"_s};
    if ((!status.isEmpty() && !known.contains(status)) || limit.value_or(-1) < 0 ||
        offset.value_or(-1) < 0)
        return Response::unhandled();
    QJsonArray page;
    qint64 skip = *offset;
    const std::deque<JobRecord> &jobs = store.jobs();
    for (auto it = jobs.crbegin(); it != jobs.crend() && page.size() < *limit; ++it) {
        if (it->teamId != store.team().id || (!status.isEmpty() && it->status != status))
            continue;
        if (skip-- <= 0)
            page.append(toJson(*it));
    }
    return Response::json(QJsonObject{{u"team_id"_s, store.team().id},
                                      {u"total"_s, page.size()}, // the page's, as on the server
                                      {u"jobs"_s, page}});
}

} // namespace

void addJobRoutes(Router &router, const Premises &premises)
{
    DemoStore &store = premises.store;
    router.add("GET", u"/health"_s, Access::Open, false, [](const Call &) {
        return Response::json(
            QJsonObject{{u"status"_s, u"healthy"_s}, {u"service"_s, u"saas-llm-api"_s}});
    });
    router.add("POST", u"/api/jobs/create"_s, Access::TeamKey, true,
               [&store](const Call &call) { return createJob(store, call); });
    router.add("POST", u"/api/jobs/{job_id}/complete"_s, Access::TeamKey, true,
               [&store](const Call &call) { return completeJob(store, call); });
    router.add("GET", u"/api/jobs/{job_id}"_s, Access::TeamKey, false,
               [&store](const Call &call) { return getJob(store, call); });
    router.add("PATCH", u"/api/jobs/{job_id}/metadata"_s, Access::TeamKey, true,
               [&store](const Call &call) { return patchMetadata(store, call); });
    router.add("GET", u"/api/jobs/{job_id}/costs"_s, Access::TeamKey, false,
               [&store](const Call &call) { return jobCosts(store, call); });
    router.add("GET", u"/api/teams/{team_id}/jobs"_s, Access::TeamKey, false,
               [&store](const Call &call) { return listJobs(store, call); });
}

} // namespace litedeck::demo
