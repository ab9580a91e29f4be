// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Proxy.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpSocket>

namespace litedeck::test {

using namespace Qt::StringLiterals;

Proxy Proxy::running()
{
    Proxy proxy;
    QFile file(qEnvironmentVariable("LITEDECK_PROXY"));
    if (file.open(QIODevice::ReadOnly))
        proxy.m_told = QJsonDocument::fromJson(file.readAll()).object();
    if (proxy.m_told.isEmpty())
        qFatal("There is no proxy: start this with packaging/setup.sh conformance");
    return proxy;
}

QString Proxy::key(const QString &kind) const
{
    return m_told.value("keys"_L1).toObject().value(kind).toString();
}

int Proxy::timesSeen(const QString &model) const
{
    const QUrl provider(m_told.value("provider"_L1).toString());
    QTcpSocket socket;
    socket.connectToHost(provider.host(), quint16(provider.port()));
    socket.write("GET /seen HTTP/1.0\r\n\r\n");
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead()) {
    }
    const QByteArray reply = socket.readAll();
    const QJsonObject seen =
        QJsonDocument::fromJson(reply.mid(reply.indexOf("\r\n\r\n") + 4)).object();
    return seen.value(model).toInt();
}

QJsonArray Proxy::rows(const QString &query) const
{
    QProcess psql;
    psql.start(u"psql"_s, {u"-X"_s, u"-At"_s, u"-c"_s,
                           u"select coalesce(json_agg(q), '[]') from (%1) q"_s.arg(query),
                           m_told.value("database"_L1).toString()});
    if (!psql.waitForFinished() || psql.exitCode() != 0)
        qFatal("psql: %s", psql.readAllStandardError().constData());
    return QJsonDocument::fromJson(psql.readAllStandardOutput()).array();
}

Booked bookedFor(const Proxy &proxy, const QString &callKey)
{
    Booked booked;
    const QString query =
        uR"(select spend from "LiteLLM_SpendLogs" where litellm_call_id like '%1-%' )"
        uR"(or request_id like '%1-%')"_s.arg(callKey);
    for (const QJsonValue &row : proxy.rows(query)) {
        ++booked.rows;
        booked.cost += Usd::fromDouble(row["spend"_L1].toDouble());
    }
    return booked;
}

Line::Line(const Proxy &proxy, const QString &kind, const RetryPolicy &policy)
    : m_connection(
          {.server = proxy.url(), .virtualKey = proxy.key(kind), .kind = ServerKind::LiteLlmProxy},
          policy, m_clock)
{}

Question::Question(Line &line, const QString &model, Delivery delivery)
    : m_line(line)
    , m_call{.callKey = newId(),
             .conversation = {newId()},
             .turn = {newId()},
             .sentAt = line.connection().clock().utcNow()}
{
    const ChatRequest request{.model = {model},
                              .messages = {{.role = u"user"_s, .content = u"hi"_s}}};
    CallPlan plan = line.server().plan(request, {.call = m_call, .delivery = delivery});
    plan.request.body = plan.body();
    m_stream = line.server().ask(plan, nullptr);
    QObject::connect(m_stream, &ChatStream::attemptStarted, &m_context, [this](int attempt) {
        m_attempts = attempt;
        m_lastSentAt = m_line.connection().clock().utcNow();
    });
    QObject::connect(m_stream, &ChatStream::textReceived, &m_context,
                     [this](const QString &part) { text += part; });
    QObject::connect(m_stream, &ChatStream::reasoningReceived, &m_context,
                     [this](const QString &part) { reasoning += part; });
    QObject::connect(m_stream, &ChatStream::finished, &m_context,
                     [this](const Expected<StreamedReply, Error> &end) { m_end = end; });
    m_stream->start();
}

Question::~Question()
{
    delete m_stream;
}

void Question::cancel()
{
    m_stream->cancel();
}

ErrorCategory Question::category() const
{
    return m_end && !m_end->hasValue() ? error().category : ErrorCategory::Unknown;
}

QByteArray Question::why() const
{
    return m_end && !m_end->hasValue() ? error().originalText.toUtf8() : QByteArray();
}

void Question::settle()
{
    if (isSettled())
        return;
    const Outcome outcome = isGood() ? Outcome::Committed : error().outcome;
    Inquiry *inquiry = m_line.server().inquire(m_call,
                                               {.outcome = outcome,
                                                .hadText = !text.isEmpty(),
                                                .attempts = m_attempts,
                                                .lastSentAt = m_lastSentAt},
                                               &m_context);
    QObject::connect(inquiry, &Inquiry::settled, &m_context,
                     [this](const CallFinding &finding) { m_finding = finding; });
    inquiry->start();
}

Measured<Usd> Question::cost() const
{
    if (!m_finding)
        return Measured<Usd>::reported(reply().usage.cost.value_or(Usd()));
    Measured<Usd> cost = m_finding->charge.cost;
    for (const JobCharge &lost : m_finding->lost)
        cost.value += lost.cost.value;
    return cost;
}

std::unique_ptr<Question> firstRefused(Line &line, int patience)
{
    std::unique_ptr<Question> question;
    const auto isRefused = [&] {
        question = std::make_unique<Question>(line, u"u-ok"_s);
        return QTest::qWaitFor([&question] { return question->isOver(); }, patience) &&
               !question->isGood();
    };
    return QTest::qWaitFor(isRefused, patience) ? std::move(question) : nullptr;
}

} // namespace litedeck::test
