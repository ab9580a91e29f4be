// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/CallRequest.h"
#include "core/demo/JobDesk.h"
#include "core/demo/Room.h"

#include <QObject>

namespace litedeck::demo {

/// The endpoints that call a provider: llm-call, create-and-call and the two streams.
///
/// A plain call goes on when the client leaves, as on the real server: its job is completed and
/// charged all the same. For a stream see StreamRun.
class CallRoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallRoom)

public:
    CallRoom(const Premises &premises, QObject *parent);

    void addRoutes(Router &router);

private:
    /// A call and its job; or what is answered instead, and then no job.
    struct Opened
    {
        CallRequest request;
        JobRecord *job = nullptr;
        std::optional<Response> refusal;
    };

    static std::optional<QString> refusedModel(const DemoStore &store, const QString &alias);
    std::optional<Response> llmCall(const Call &call);
    std::optional<Response> llmCallStream(const Call &call);
    std::optional<Response> createAndCall(const Call &call);
    std::optional<Response> createAndCallStream(const Call &call);
    Opened openNewJob(const Call &call);
    Opened openOwnJob(const Call &call);
    std::optional<Response> createJobFor(const CallRequest &request, JobRecord **job);
    static void beginCall(JobRecord &job, const QString &model);
    ProviderAnswer ask(const CallRequest &request) const;
    void runPlainCall(Exchange *exchange, const QString &jobId, const CallRequest &request,
                      bool createsJob);
    Response finishPlainCall(const QString &jobId, const CallRequest &request,
                             const ProviderAnswer &answer, bool createsJob);
    void deliver(Exchange *exchange, const Response &response, Behaviour behaviour);

    DemoStore &m_store;
    JobDesk m_book;
    const DemoScenario &m_scenario;
};

} // namespace litedeck::demo
