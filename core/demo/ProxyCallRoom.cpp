// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyCallRoom.h"

#include "core/demo/Exchange.h"
#include "core/demo/ProxyCall.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// Events of a stream before it breaks.
constexpr qsizetype EventsBeforeFailure = 40;

QString pythonList(const QStringList &texts)
{
    return u"['"_s + texts.join(u"', '"_s) + u"']"_s;
}

} // namespace

ProxyCallRoom::ProxyCallRoom(ProxyStore &store, const DemoScenario &scenario, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_scenario(scenario)
{}

void ProxyCallRoom::addRoutes(Router &router)
{
    for (const QString &path : {u"/v1/chat/completions"_s, u"/chat/completions"_s}) {
        router.add("POST", path, Access::TeamKey, false,
                   [this](const Call &call) { return complete(call); });
    }
}

std::optional<Response> ProxyCallRoom::complete(const Call &call)
{
    const std::optional<ProxyRequest> read = readProxyRequest(call.request, m_store.rng());
    if (!read)
        return refusal(m_store.failure(u"no-body"_s));
    const ProxyRequest &request = *read;
    if (const auto failure = m_store.usedUp())
        return refuse(*failure, request, true);
    const ProxyModel *model = findProxyModel(request.model);
    FailureWords words{{u"model"_s, request.model}, {u"group"_s, request.model}};
    if (model != nullptr && !model->model.allowed) {
        words.insert(u"models"_s, pythonList(callableAliases()));
        return refuse(m_store.failure(u"model-access"_s, words), request, true);
    }
    if (const auto failure = m_store.countRequest())
        return refuse(*failure, request, false);
    if (model == nullptr)
        return refuse(m_store.failure(u"unknown-model"_s, words), request, false);
    if (model->failure == u"guardrail"_s)
        return refuse(m_store.failure(model->failure, words), request, false);

    ProxyCallPlan plan{.request = request,
                       .reply = askProxyModel(*model, request, m_scenario, m_store.rng()),
                       .eventsBefore = EventsBeforeFailure};
    words.insert(u"model"_s, model->model.actualModel);
    words.insert(u"seconds"_s, u"60"_s);
    const Fault &fault = call.exchange->fault();
    if (!model->failure.isEmpty())
        plan.failure = m_store.failure(model->failure, words);
    if (fault.errorInStream || fault.errorObjectInStream) {
        plan.failure = m_store.failure(u"mid-connection"_s, words);
        plan.eventsBefore = fault.afterEvents;
    }
    // Not the exchange's child: a whole call goes on when nobody waits for it.
    auto *run = new ProxyCall(call.exchange, std::move(plan), m_store, m_scenario, this);
    run->start();
    return std::nullopt;
}

Response ProxyCallRoom::refuse(const ProxyFailure &failure, const ProxyRequest &request,
                               bool isAtDoor)
{
    ProxyRow row;
    row.callId = request.callId;
    row.askedGroup = request.model;
    row.session = request.session;
    row.tags = request.tags;
    row.endUser = request.endUser;
    row.clientMetadata = request.metadata;
    row.startedAt = row.firstTokenAt = row.endedAt = m_store.now();
    fail(row, failure, nullptr);
    m_store.book(row);
    Response response = refusal(failure);
    if (!row.guardrails.isEmpty())
        response.headers.append(
            Header{"x-litellm-applied-guardrails", row.guardrails.join(u',').toLatin1()});
    if (!isAtDoor)
        response.headers.append(Header{"x-litellm-call-id", request.callId.toUtf8()});
    return response;
}

} // namespace litedeck::demo
