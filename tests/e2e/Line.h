// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/Connection.h"
#include "core/demo/DemoGateway.h"
#include "core/gateway/Reply.h"
#include "core/server/Account.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SaasGateway.h"

#include <QTest>

#include <memory>
#include <optional>

namespace litedeck::test {

/// A connection to an embedded gateway of its own, with a clock that the test advances.
struct Line
{
    explicit Line(const demo::DemoScenario &scenario = {}, const RetryPolicy &policy = {})
        : gateway(scenario)
    {
        gateway.listen();
        connection =
            std::make_unique<Connection>(GatewayAddress{.server = gateway.baseUrl(),
                                                        .team = {gateway.teamId()},
                                                        .virtualKey = gateway.virtualKey()},
                                         policy, clock);
    }

    const Server &server() const { return connection->server(); }
    const Gateway &api() const { return gatewayOf(*connection); }

    demo::DemoGateway gateway;
    FakeClock clock;
    std::unique_ptr<Connection> connection;
};

/// Waits for the answer of an API function.
template <typename T>
Expected<T, Error> answer(Reply<T> *reply)
{
    std::optional<Expected<T, Error>> result;
    QObject context;
    reply->then(&context, [&result](const Expected<T, Error> &r) { result.emplace(r); });
    const bool answered = QTest::qWaitFor([&result] { return result.has_value(); }, 10'000);
    return answered ? *result : Expected<T, Error>(Unexpected{Error()});
}

} // namespace litedeck::test
