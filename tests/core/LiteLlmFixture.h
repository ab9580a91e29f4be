// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Reply.h"
#include "core/litellm/LiteLlmServer.h"
#include "core/net/HttpClient.h"
#include "core/resilience/Attempt.h"
#include "core/resilience/CircuitBreaker.h"
#include "core/resilience/RetryBudget.h"
#include "core/resilience/ServerChoice.h"
#include "tests/support/FakeClock.h"
#include "tests/support/RawServer.h"

#include <QFile>
#include <QTcpSocket>
#include <QTest>

#include <map>

namespace litedeck::test {

/// What a real proxy answered, LiteLLM 1.108.7.
inline QByteArray payload(const QString &name)
{
    QFile file(QStringLiteral(LITEDECK_TEST_DATA "/litellm/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A server that is asked with that key, and what its requests go through.
class LiteLlmClient
{
public:
    LiteLlmClient(const QUrl &url, const QString &key, RetryPolicy policy = {})
        : m_servers(url, {}, clock)
        , m_shared{.client = m_client,
                   .clock = clock,
                   .budget = m_budget,
                   .breaker = m_breaker,
                   .attempts = attempts,
                   .servers = m_servers,
                   .policy = policy,
                   .redactor = Redactor({key}),
                   .calls = m_calls}
        , server({.server = url, .virtualKey = key}, m_shared)
    {}

    /// Whether no request is under way.
    bool isIdle() const { return m_calls.children().isEmpty(); }
    CallPatience &patience() { return m_shared.patience; }

    FakeClock clock;
    AttemptFeed attempts;

private:
    HttpClient m_client{clock};
    RetryBudget m_budget;
    CircuitBreaker m_breaker{clock};
    ServerChoice m_servers;
    Resilience m_shared;

public:
    const LiteLlmServer server;

private:
    QObject m_calls;
};

/// A proxy that answers each path with given bytes, one after the other, the last one again and
/// again; and a server that asks it.
class LiteLlmLine
{
public:
    explicit LiteLlmLine(RetryPolicy policy = {})
        : raw([this](QTcpSocket &socket, const QByteArray &request, int) {
            answer(socket, request);
        })
        , m_client(raw.url({}), Key, policy)
    {}

    /// `path` is with a query for one question, without it for all others.
    void on(const QByteArray &path, const QList<QByteArray> &replies) { m_replies[path] = replies; }
    void on(const QByteArray &path, int status, const QByteArray &body,
            const QByteArray &headers = {})
    {
        on(path, {RawServer::reply(status, body, headers)});
    }
    /// An answer of a model that tells the version of the proxy has been seen.
    void tellVersion(const QByteArray &version)
    {
        emit m_client.attempts.attemptEnded(
            {.result = {.headers = {{"x-litellm-version", version}}}});
    }
    /// Whether no request is under way.
    bool isIdle() const { return m_client.isIdle(); }
    CallPatience &patience() { return m_client.patience(); }

    static inline const QString Key = QStringLiteral("sk-test-key-1234567890");

    RawServer raw;

private:
    LiteLlmClient m_client;

public:
    FakeClock &clock = m_client.clock;
    const LiteLlmServer &server = m_client.server;

private:
    void answer(QTcpSocket &socket, const QByteArray &request)
    {
        const QByteArray target = request.split(' ').value(1);
        auto found = m_replies.find(target);
        if (found == m_replies.end())
            found = m_replies.find(target.split('?').constFirst());
        if (found == m_replies.end()) {
            socket.write(RawServer::reply(404, R"({"detail":"Not Found"})"));
            return;
        }
        QList<QByteArray> &replies = found->second;
        socket.write(replies.size() > 1 ? replies.takeFirst() : replies.constFirst());
    }

    std::map<QByteArray, QList<QByteArray>> m_replies;
};

/// The answer to a reply that has just been asked for.
template <typename T>
Expected<T, Error> answerOf(Reply<T> *reply)
{
    std::optional<Expected<T, Error>> answer;
    QObject context;
    reply->then(&context, [&answer](const Expected<T, Error> &told) { answer = told; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return Unexpected{Error()};
    return *answer;
}

} // namespace litedeck::test
