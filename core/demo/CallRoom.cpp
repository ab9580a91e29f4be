// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/CallRoom.h"

#include "demo/Exchange.h"
#include "demo/FieldReader.h"
#include "demo/ProviderFailures.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr int MaxStoredError = 1000; // characters of the server's error column

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// A page as the platform's edge proxy writes it when the server does not respond.
Response edgeUnavailable()
{
    Response response =
        Response::json(QJsonObject{{u"status"_s, u"error"_s},
                                   {u"code"_s, 503},
                                   {u"message"_s, u"Application failed to respond"_s},
                                   {u"request_id"_s, u"d3m0-edge-0001"_s}},
                       503);
    response.headers.append(Header{"retry-after", "5"});
    return response;
}

} // namespace

struct CallRoom::CallRequest
{
    QString teamId;
    QString jobType;
    QString model;
    QJsonValue userId = QJsonValue::Null;
    QJsonValue metadata = QJsonObject{};
    QJsonValue purpose = QJsonValue::Null;
    QJsonObject callMetadata;
    QJsonArray messages;
    int maxTokens = 0;
};

CallRoom::CallRoom(const Premises &premises, QObject *parent)
    : QObject(parent)
    , m_store(premises.store)
    , m_scenario(premises.scenario)
{}

void CallRoom::addRoutes(Router &router)
{
    router.add("POST", u"/api/jobs/{job_id}/llm-call"_s, Access::TeamKey, true,
               [this](const Call &call) { return llmCall(call); });
    router.add("POST", u"/api/jobs/{job_id}/llm-call-stream"_s, Access::TeamKey, true,
               [this](const Call &call) { return llmCallStream(call); });
    router.add("POST", u"/api/jobs/create-and-call"_s, Access::TeamKey, true,
               [this](const Call &call) { return createAndCall(call); });
    router.add("POST", u"/api/jobs/create-and-call-stream"_s, Access::TeamKey, true,
               [this](const Call &call) { return createAndCallStream(call); });
}

CallRoom::CallRequest CallRoom::readCall(const Call &call, bool createsJob,
                                         std::optional<Response> *refusal)
{
    FieldReader fields(call.body);
    CallRequest request;
    if (createsJob) {
        request.teamId = fields.string(u"team_id"_s);
        request.jobType = fields.string(u"job_type"_s);
        request.userId = fields.optionalString(u"user_id"_s);
        request.metadata = fields.object(u"job_metadata"_s, false);
    }
    request.model = fields.string(u"model"_s);
    request.messages = fields.objects(u"messages"_s);
    request.purpose = fields.optionalString(u"purpose"_s);
    for (const QString &number : {u"temperature"_s, u"max_tokens"_s, u"top_p"_s,
                                  u"frequency_penalty"_s, u"presence_penalty"_s})
        fields.optional(number, QJsonValue::Double);
    for (const QString &list : {u"tools"_s, u"stop"_s})
        fields.optional(list, QJsonValue::Array);
    fields.optional(u"response_format"_s, QJsonValue::Object);
    if (!createsJob)
        request.callMetadata = fields.object(u"call_metadata"_s, false).toObject();
    request.maxTokens = call.body[u"max_tokens"].toInt();
    if (!fields.ok())
        *refusal = fields.failure();
    return request;
}

std::optional<QString> CallRoom::refusedModel(const DemoStore &store, const QString &alias)
{
    const Model *model = findModel(alias);
    if (model == nullptr) {
        return u"Team '%1' does not have access to model group '%2'"_s.arg(store.team().id, alias);
    }
    if (!model->allowed) {
        return u"Team '%1' does not have access to model alias '%2'"_s.arg(store.team().id, alias);
    }
    return std::nullopt;
}

std::optional<Response> CallRoom::createJobFor(const CallRequest &request, JobRecord **job)
{
    if (request.teamId != m_store.team().id)
        return Response::detail(403, u"API key does not belong to team '%1'"_s.arg(request.teamId));
    const Model *model = findModel(request.model);
    if (model != nullptr && model->behaviour == Behaviour::PlainText500)
        return Response::unhandled();
    if (model != nullptr && model->behaviour == Behaviour::Edge503)
        return edgeUnavailable();
    if (request.jobType.size() > 100 || request.userId.toString().size() > 255 ||
        request.jobType.contains(QChar(u'\0')))
        return Response::unhandled();
    JobRecord &created = m_store.addJob(request.jobType, now());
    created.userId = request.userId;
    created.metadata = request.metadata;
    created.status = u"IN_PROGRESS"_s;
    created.startedAt = created.createdAt;
    if (const std::optional<QString> refused = refusedModel(m_store, request.model)) {
        created.status = u"FAILED"_s;
        created.completedAt = now();
        created.error = *refused;
        return Response::detail(403, *refused);
    }
    created.model = request.model;
    *job = &created;
    return std::nullopt;
}

std::optional<Response> CallRoom::createAndCall(const Call &call)
{
    std::optional<Response> refusal;
    const CallRequest request = readCall(call, true, &refusal);
    if (refusal)
        return refusal;
    JobRecord *job = nullptr;
    refusal = createJobFor(request, &job);
    if (refusal)
        return refusal;
    runPlainCall(call.exchange, job->id, request, true);
    return std::nullopt;
}

std::optional<Response> CallRoom::createAndCallStream(const Call &call)
{
    std::optional<Response> refusal;
    const CallRequest request = readCall(call, true, &refusal);
    if (refusal)
        return refusal;
    JobRecord *job = nullptr;
    refusal = createJobFor(request, &job);
    if (refusal)
        return refusal;
    const ProviderAnswer answer =
        askProvider(*findModel(request.model), request.messages, request.maxTokens, m_scenario);
    auto *run =
        new StreamRun(call.exchange, job->id, answer, m_scenario, *this, m_store.rng().hex(24));
    run->start();
    return std::nullopt;
}

std::optional<Response> CallRoom::llmCall(const Call &call)
{
    std::optional<Response> refusal;
    const CallRequest request = readCall(call, false, &refusal);
    if (refusal)
        return refusal;
    const FoundJob found = findOwnJob(m_store, call);
    if (found.job == nullptr)
        return found.refusal;
    if (const std::optional<QString> refused = refusedModel(m_store, request.model))
        return Response::detail(403, *refused);
    const Behaviour behaviour = findModel(request.model)->behaviour;
    if (behaviour == Behaviour::PlainText500)
        return Response::unhandled();
    if (behaviour == Behaviour::Edge503)
        return edgeUnavailable();
    if (found.job->status == u"PENDING"_s) {
        found.job->status = u"IN_PROGRESS"_s;
        found.job->startedAt = now();
    }
    if (found.job->model.isEmpty())
        found.job->model = request.model;
    runPlainCall(call.exchange, found.job->id, request, false);
    return std::nullopt;
}

std::optional<Response> CallRoom::llmCallStream(const Call &call)
{
    std::optional<Response> refusal;
    const CallRequest request = readCall(call, false, &refusal);
    if (refusal)
        return refusal;
    const FoundJob found = findOwnJob(m_store, call);
    if (found.job == nullptr)
        return found.refusal;
    if (const std::optional<QString> refused = refusedModel(m_store, request.model))
        return Response::detail(403, *refused);
    Response head;
    head.contentType = "text/event-stream; charset=utf-8";
    head.headers = {{"cache-control", "no-cache"}, {"x-accel-buffering", "no"}};
    call.exchange->beginStream(head);
    // Broken on the real server, whatever the model.
    call.exchange->write(sseEvent(R"({"error": "'Response' object does not support the )"
                                  R"(asynchronous context manager protocol"})"));
    call.exchange->end();
    return std::nullopt;
}

void CallRoom::runPlainCall(Exchange *exchange, const QString &jobId, const CallRequest &request,
                            bool createsJob)
{
    const ProviderAnswer answer =
        askProvider(*findModel(request.model), request.messages, request.maxTokens, m_scenario);
    // Not the exchange's child: the server finishes a plain call even when nobody waits for it.
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    const QPointer<Exchange> waiting(exchange);
    connect(timer, &QTimer::timeout, this,
            [this, timer, waiting, jobId, request, answer, createsJob] {
                timer->deleteLater();
                const Response response = finishPlainCall(jobId, request, answer, createsJob);
                if (waiting)
                    deliver(waiting, response, answer.model.behaviour);
            });
    if (answer.model.behaviour == Behaviour::Hang)
        timer->deleteLater();
    else
        timer->start(answer.silenceMs + (answer.failure.isEmpty() ? answer.writingMs : 0));
}

Response CallRoom::finishPlainCall(const QString &jobId, const CallRequest &request,
                                   const ProviderAnswer &answer, bool createsJob)
{
    if (!answer.failure.isEmpty()) {
        CallRecord record;
        record.id = m_store.rng().uuid();
        record.modelGroup = request.model;
        record.purpose = request.purpose;
        record.error = answer.failure.left(MaxStoredError);
        record.createdAt = now();
        JobRecord *job = m_store.job(jobId);
        job->calls.append(record);
        if (createsJob) {
            job->status = u"FAILED"_s;
            job->completedAt = now();
            job->error = record.error;
        }
        return Response::detail(500, u"LLM call failed: "_s + answer.failure);
    }
    JobRecord *job = m_store.job(jobId);
    CallRecord record = newCall(answer, request.model);
    record.id = m_store.rng().uuid();
    record.purpose = request.purpose;
    record.promptTokens = answer.promptTokens;
    record.completionTokens = answer.completionTokens;
    record.totalTokens = answer.totalTokens();
    record.costUsd = answer.costUsd();
    record.clientCostUsd = createsJob ? 0.0 : answer.costUsd();
    job->calls.append(record);
    const QJsonObject reply{{u"content"_s, answer.text.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                 : QJsonValue(answer.text)},
                            {u"finish_reason"_s, answer.finishReason.toLower()}};
    const QJsonObject metadata{{u"tokens_used"_s, answer.totalTokens()},
                               {u"latency_ms"_s, record.latencyMs},
                               {u"model"_s, request.model}};
    if (!createsJob) {
        if (!request.callMetadata.isEmpty()) {
            QJsonObject stored = job->metadata.toObject();
            for (auto it = request.callMetadata.begin(); it != request.callMetadata.end(); ++it)
                stored.insert(it.key(), it.value());
            job->metadata = stored;
        }
        return Response::json(QJsonObject{
            {u"call_id"_s, record.id}, {u"response"_s, reply}, {u"metadata"_s, metadata}});
    }
    job->status = u"COMPLETED"_s;
    job->completedAt = now();
    m_store.charge(
        *job, u"Single-call job %1 completed (job_based mode: 1 credits)"_s.arg(job->type), now());
    job->summarised = true;
    return Response::json(QJsonObject{{u"job_id"_s, job->id},
                                      {u"status"_s, job->status},
                                      {u"response"_s, reply},
                                      {u"metadata"_s, metadata},
                                      {u"costs"_s, m_store.costSummary(*job)},
                                      {u"completed_at"_s, naiveTime(job->completedAt)}});
}

void CallRoom::deliver(Exchange *exchange, const Response &response, Behaviour behaviour)
{
    switch (behaviour) {
    case Behaviour::Drop:
    case Behaviour::Reset:
        return exchange->cut(behaviour == Behaviour::Reset);
    case Behaviour::Cut:
        exchange->respondPartly(response, response.body.size() / 2);
        return;
    case Behaviour::Malformed: {
        Response broken = response;
        broken.body.truncate(broken.body.size() / 2);
        return exchange->respond(broken);
    }
    default:
        return exchange->respond(response);
    }
}

CallRecord CallRoom::newCall(const ProviderAnswer &answer, const QString &group) const
{
    CallRecord record;
    record.model = group;
    record.modelGroup = group;
    record.createdAt = now();
    record.latencyMs = std::max(answer.silenceMs + answer.writingMs, 1);
    return record;
}

void CallRoom::completed(const QString &jobId, const ProviderAnswer &answer, int tokens)
{
    JobRecord *job = m_store.job(jobId);
    CallRecord record = newCall(answer, job->model);
    record.id = m_store.rng().uuid();
    if (tokens > 0) {
        record.promptTokens = answer.promptTokens;
        record.completionTokens = answer.completionTokens;
        record.totalTokens = tokens;
        record.costUsd = answer.costUsd();
    }
    job->calls.append(record);
    job->status = u"COMPLETED"_s;
    job->completedAt = now();
    m_store.charge(
        *job,
        u"Streaming single-call job %1 completed (job_based mode: 1 credits)"_s.arg(job->type),
        now());
    job->summarised = true;
}

void CallRoom::failed(const QString &jobId, const ProviderAnswer &answer, const QString &error)
{
    Q_UNUSED(answer)
    JobRecord *job = m_store.job(jobId);
    CallRecord record;
    record.id = m_store.rng().uuid();
    record.modelGroup = job->model;
    record.error = error.left(MaxStoredError);
    record.createdAt = now();
    job->calls.append(record);
    job->status = u"FAILED"_s;
    job->completedAt = now();
    job->error = record.error;
}

} // namespace litedeck::demo
