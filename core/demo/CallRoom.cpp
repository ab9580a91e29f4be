// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/CallRoom.h"

#include "core/demo/Exchange.h"
#include "core/demo/ProviderFailures.h"
#include "core/demo/StreamRun.h"

#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

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

CallRoom::CallRoom(const Premises &premises, QObject *parent)
    : QObject(parent)
    , m_store(premises.store)
    , m_book(premises.store)
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

std::optional<QString> CallRoom::refusedModel(const DemoStore &store, const QString &alias)
{
    const Model *model = findModel(alias);
    if (model == nullptr || !model->active) {
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
    if (!request.jobFits())
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

CallRoom::Opened CallRoom::openNewJob(const Call &call)
{
    Opened opened;
    opened.request = readCall(call, true, &opened.refusal);
    if (!opened.refusal)
        opened.refusal = createJobFor(opened.request, &opened.job);
    return opened;
}

CallRoom::Opened CallRoom::openOwnJob(const Call &call)
{
    Opened opened;
    opened.request = readCall(call, false, &opened.refusal);
    if (opened.refusal)
        return opened;
    const FoundJob found = findOwnJob(m_store, call);
    opened.job = found.job;
    if (found.job == nullptr)
        opened.refusal = found.refusal;
    else if (const std::optional<QString> refused = refusedModel(m_store, opened.request.model))
        opened.refusal = Response::detail(403, *refused);
    return opened;
}

std::optional<Response> CallRoom::createAndCall(const Call &call)
{
    const Opened opened = openNewJob(call);
    if (!opened.refusal)
        runPlainCall(call.exchange, opened.job->id, opened.request, true);
    return opened.refusal;
}

std::optional<Response> CallRoom::createAndCallStream(const Call &call)
{
    const Opened opened = openNewJob(call);
    if (opened.refusal)
        return opened.refusal;
    StreamJob stream;
    stream.id = opened.job->id;
    stream.messageId = m_store.rng().hex(24);
    stream.answer = ask(opened.request);
    stream.storable = opened.request.callFits();
    // Not the exchange's child: the server goes on when nobody reads any more.
    auto *run = new StreamRun(call.exchange, stream, m_scenario, m_book, this);
    run->start();
    return std::nullopt;
}

std::optional<Response> CallRoom::llmCall(const Call &call)
{
    const Opened opened = openOwnJob(call);
    if (opened.refusal)
        return opened.refusal;
    const Behaviour behaviour = findModel(opened.request.model)->behaviour;
    if (behaviour == Behaviour::PlainText500)
        return Response::unhandled();
    if (behaviour == Behaviour::Edge503)
        return edgeUnavailable();
    beginCall(*opened.job, opened.request.model);
    runPlainCall(call.exchange, opened.job->id, opened.request, false);
    return std::nullopt;
}

std::optional<Response> CallRoom::llmCallStream(const Call &call)
{
    const Opened opened = openOwnJob(call);
    if (opened.refusal)
        return opened.refusal;
    const CallRequest &request = opened.request;
    beginCall(*opened.job, request.model);
    // Broken on the real server, whatever the model: only a provider that refuses is reported.
    const QString refusedByProvider = ask(request).streamFailure;
    const QString error =
        refusedByProvider.isEmpty() || refusedByProvider == nullContentFailure()
            ? u"'Response' object does not support the asynchronous context manager protocol"_s
            : refusedByProvider;
    m_book.addFailedCall(*opened.job, request.model, request.purpose, error, false);
    call.exchange->beginStream(streamHead());
    call.exchange->write(sseEvent(errorEvent(error)));
    call.exchange->end();
    return std::nullopt;
}

void CallRoom::beginCall(JobRecord &job, const QString &model)
{
    if (job.status == u"PENDING"_s) {
        job.status = u"IN_PROGRESS"_s;
        job.startedAt = now();
    }
    if (job.model.isEmpty())
        job.model = model;
}

ProviderAnswer CallRoom::ask(const CallRequest &request) const
{
    return askProvider(*findModel(request.model), request.messages, request.maxTokens, m_scenario);
}

void CallRoom::runPlainCall(Exchange *exchange, const QString &jobId, const CallRequest &request,
                            bool createsJob)
{
    ProviderAnswer answer = ask(request);
    const Fault &fault = exchange->fault();
    if (fault.errorInStream || fault.errorObjectInStream)
        answer.failure = fault.errorText.isEmpty() ? nullContentFailure() : fault.errorText;
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
        timer->start(answer.silenceMs +
                     (answer.failure.isEmpty() ? answer.writingMs : answer.retryMs));
}

Response CallRoom::finishPlainCall(const QString &jobId, const CallRequest &request,
                                   const ProviderAnswer &answer, bool createsJob)
{
    JobRecord &job = *m_store.job(jobId);
    // Nothing can be stored, not even the failure: the job stays IN_PROGRESS.
    if (answer.failure.size() > MaxStoredError || !request.callFits() ||
        answer.model.behaviour == Behaviour::UnsupportedProvider)
        return Response::unhandled();
    if (!answer.failure.isEmpty()) {
        m_book.addFailedCall(job, request.model, request.purpose, answer.failure, createsJob);
        return Response::detail(500, u"LLM call failed: "_s + answer.failure);
    }
    const CallRecord record = m_book.addPlainCall(job, answer, request.purpose, !createsJob);
    const QJsonObject reply{{u"content"_s, answer.text.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                 : QJsonValue(answer.text)},
                            {u"finish_reason"_s, answer.finishReason.toLower()}};
    const QJsonObject metadata{{u"tokens_used"_s, answer.totalTokens()},
                               {u"latency_ms"_s, record.latencyMs},
                               {u"model"_s, request.model}};
    if (!createsJob) {
        if (!request.callMetadata.isEmpty())
            job.metadata = merged(job.metadata.toObject(), request.callMetadata);
        return Response::json(QJsonObject{
            {u"call_id"_s, record.id}, {u"response"_s, reply}, {u"metadata"_s, metadata}});
    }
    m_book.complete(job, u"Single"_s);
    return Response::json(QJsonObject{{u"job_id"_s, job.id},
                                      {u"status"_s, job.status},
                                      {u"response"_s, reply},
                                      {u"metadata"_s, metadata},
                                      {u"costs"_s, m_store.costSummary(job)},
                                      {u"completed_at"_s, naiveTime(job.completedAt)}});
}

void CallRoom::deliver(Exchange *exchange, const Response &response, Behaviour behaviour)
{
    using enum Behaviour;
    if (behaviour == Drop || behaviour == Reset)
        return exchange->cut(behaviour == Reset);
    if (behaviour == Cut)
        return exchange->respondPartly(response, response.body.size() / 2);
    Response answer = response;
    if (behaviour == Malformed)
        answer.body.truncate(answer.body.size() / 2);
    exchange->respond(answer);
}

} // namespace litedeck::demo
