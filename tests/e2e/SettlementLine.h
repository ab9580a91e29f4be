// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/Connection.h"
#include "core/demo/DemoGateway.h"
#include "core/jobs/JobReconciler.h"
#include "core/net/HttpExchange.h"
#include "core/resilience/Attempt.h"
#include "core/saas/JobsApi.h"
#include "core/server/CallMetadata.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SaasGateway.h"

#include <QTest>

#include <memory>

namespace litedeck::test {

using namespace Qt::StringLiterals;

inline constexpr auto ListPath = "/api/teams/*/jobs"_L1;
inline constexpr auto CompletePath = "/api/jobs/*/complete"_L1;

/// A connection to an embedded gateway of its own, and a clock that the test advances.
struct SettlementLine
{
    SettlementLine()
        : gateway({.pastJobs = 0})
    {
        gateway.listen();
        connection =
            std::make_unique<Connection>(GatewayAddress{.server = gateway.baseUrl(),
                                                        .team = {gateway.teamId()},
                                                        .virtualKey = gateway.virtualKey()},
                                         RetryPolicy{.maxRetries = 0}, clock);
        QObject::connect(&connection->attempts(), &AttemptFeed::attemptEnded, &context,
                         [this] { ++answers; });
    }

    const Server &server() const { return connection->server(); }
    const Gateway &api() const { return gatewayOf(*connection); }
    int looks() const { return gateway.countRequests("GET", ListPath); }
    int closings() const { return gateway.countRequests("POST", CompletePath); }

    /// Lets time pass, a step at a time, but never while a request is under way.
    bool passUntil(Milliseconds time)
    {
        while (clock.monotonicNow() < time) {
            QCoreApplication::processEvents();
            if (!QTest::qWaitFor(
                    [this] { return connection->findChildren<HttpExchange *>().isEmpty(); }))
                return false;
            const Milliseconds left = time - clock.monotonicNow();
            clock.advance(std::min(left, std::max(clock.untilNextTimer(), Milliseconds(1))));
        }
        return true;
    }

    JobId createJob(const QString &callKey)
    {
        JobId id;
        auto *reply = JobsApi(api()).create(u"chat"_s, metadataOf({.callKey = callKey}));
        reply->then(&context, [&id](const Expected<CreatedJob, Error> &job) { id = job->id; });
        return QTest::qWaitFor([&id] { return !id.isEmpty(); }) ? id : JobId();
    }

    demo::DemoGateway gateway;
    FakeClock clock;
    std::unique_ptr<Connection> connection;
    int answers = 0; ///< Of all requests.
    QObject context;
};

inline OpenCall callOf(const SettlementLine &line, const QString &key)
{
    return {.callKey = key, .sentAt = line.clock.utcNow()};
}

inline CallEnd endWith(Outcome outcome, bool hadText = false)
{
    return {.outcome = outcome, .failure = u"It was stopped"_s, .hadText = hadText};
}

} // namespace litedeck::test
