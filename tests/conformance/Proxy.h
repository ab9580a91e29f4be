// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/NewId.h"
#include "core/connection/Connection.h"
#include "core/gateway/ChatStream.h"
#include "core/gateway/Reply.h"
#include "core/server/Account.h"
#include "core/server/ChatRequest.h"
#include "core/server/Inquiry.h"
#include "core/server/Model.h"
#include "core/server/Record.h"
#include "core/server/Server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>
#include <optional>

namespace litedeck::test {

/// What run.py started: a real LiteLLM proxy, the provider behind it and its database.
class Proxy
{
public:
    /// As the file tells that LITEDECK_PROXY names; the tests end when there is none.
    static Proxy running();

    QUrl url() const { return QUrl(m_told.value(QLatin1StringView("proxy")).toString()); }
    QString key(const QString &kind) const;
    QString team() const { return m_told.value(QLatin1StringView("team")).toString(); }
    /// How often the provider was asked for a model.
    int timesSeen(const QString &model) const;
    /// The rows of a query, asked of the database itself.
    QJsonArray rows(const QString &query) const;

private:
    QJsonObject m_told;
};

/// What the database has booked for a call, over all its attempts.
struct Booked
{
    int rows = 0;
    Usd cost;
};
Booked bookedFor(const Proxy &proxy, const QString &callKey);

/// A connection to the proxy as the window makes it, by real time and without retries.
class Line
{
public:
    explicit Line(const Proxy &proxy, const QString &kind = QStringLiteral("member"),
                  const RetryPolicy &policy = {.maxRetries = 0});

    const Server &server() const { return m_connection.server(); }
    Connection &connection() { return m_connection; }

private:
    SystemClock m_clock;
    Connection m_connection;
};

/// A question to a model, its end, and what was found of it afterwards.
class Question
{
    Q_DISABLE_COPY_MOVE(Question)

public:
    Question(Line &line, const QString &model, Delivery delivery = Delivery::Streamed);
    ~Question();

    void cancel();
    bool isOver() const { return m_end.has_value(); }
    bool isGood() const { return m_end && m_end->hasValue(); }
    const StreamedReply &reply() const { return **m_end; }
    const Error &error() const { return m_end->error(); }
    /// Of a call that failed, else Unknown.
    ErrorCategory category() const;
    /// All that came with the error; empty without one.
    QByteArray why() const;

    /// Looks what became of it, as the program does after each end that tells no cost.
    void settle();
    bool isSettled() const { return m_finding || (isGood() && reply().usage.cost); }
    /// What Litedeck shows for the call, over all its attempts.
    Measured<Usd> cost() const;

    QString key() const { return m_call.callKey; }
    const std::optional<CallFinding> &finding() const { return m_finding; }

    QString text;
    QString reasoning;

private:
    Line &m_line;
    OpenCall m_call;
    QObject m_context;
    QPointer<ChatStream> m_stream;
    int m_attempts = 0;
    QDateTime m_lastSentAt;
    std::optional<Expected<StreamedReply, Error>> m_end;
    std::optional<CallFinding> m_finding;
};

/// Asks until a question is refused; none when all pass for that many milliseconds.
std::unique_ptr<Question> firstRefused(Line &line, int patience);

/// The answer to a reply that has just been asked for.
template <typename T>
Expected<T, Error> answerOf(Reply<T> *reply)
{
    std::optional<Expected<T, Error>> answer;
    QObject context;
    reply->then(&context, [&answer](const Expected<T, Error> &told) { answer = told; });
    constexpr int Patience = 60'000;
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, Patience))
        return Unexpected{Error()};
    return *answer;
}

} // namespace litedeck::test
