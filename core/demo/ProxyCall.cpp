// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyCall.h"

#include "core/demo/Dialect.h"
#include "core/demo/Exchange.h"
#include "core/demo/Provider.h"
#include "core/demo/ProxyStore.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// How many events of a stream without a pace go out before other work is let in.
constexpr qsizetype UnpacedEvents = 16;

void append(QList<Header> &headers, const QByteArray &name, const QString &value)
{
    headers.append(Header{name, value.toUtf8()});
}

} // namespace

ProxyCall::ProxyCall(Exchange *exchange, ProxyCallPlan plan, ProxyStore &store,
                     const DemoScenario &scenario, QObject *parent)
    : QObject(parent)
    , m_exchange(exchange)
    , m_plan(std::move(plan))
    , m_store(store)
    , m_scenario(scenario)
    , m_timer(new QTimer(this))
    , m_startedAt(store.now())
{
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(exchange, &Exchange::clientLeft, this, &ProxyCall::clientLeft);
    // A gateway that is stopped drops its exchanges without a word.
    connect(exchange, &QObject::destroyed, this, &ProxyCall::clientLeft);
}

void ProxyCall::start()
{
    const Behaviour behaviour = m_plan.reply.model.model.behaviour;
    const int limit = m_plan.request.timeoutSeconds * 1000;
    int wait = m_plan.reply.silenceMs;
    if (!m_plan.request.isStreamed && !m_plan.failure)
        wait += m_plan.reply.writingMs;
    if (limit > 0 && (behaviour == Behaviour::Hang || wait > limit)) {
        wait = limit;
        m_plan.failure = m_store.failure(
            u"timeout"_s, {{u"seconds"_s, QString::number(m_plan.request.timeoutSeconds)},
                           {u"group"_s, m_plan.reply.model.model.alias}});
    }
    connect(m_timer, &QTimer::timeout, this, &ProxyCall::providerAnswered);
    if (limit > 0 || behaviour != Behaviour::Hang)
        m_timer->start(wait);
    if (behaviour == Behaviour::Drop || behaviour == Behaviour::Reset)
        m_exchange->cut(behaviour == Behaviour::Reset);
}

void ProxyCall::providerAnswered()
{
    disconnect(m_timer, nullptr, this, nullptr);
    m_answered = true;
    m_firstTokenAt = m_store.now();
    const bool isMidway = m_plan.failure && m_plan.failure->isMidway;
    if (m_plan.failure && !(isMidway && m_plan.request.isStreamed))
        fail();
    else if (!m_plan.request.isStreamed)
        respondWhole();
    else if (m_left)
        giveUp();
    else
        beginStream();
}

void ProxyCall::fail()
{
    ProxyRow failed = row();
    demo::fail(failed, *m_plan.failure, &m_plan.reply.model);
    book(failed);
    if (!m_exchange)
        return;
    Response response = refusal(*m_plan.failure);
    append(response.headers, "x-litellm-call-id", m_plan.request.callId);
    append(response.headers, "x-litellm-response-cost", u"0"_s);
    m_exchange->respond(response);
}

void ProxyCall::respondWhole()
{
    const ProxyRow done = row();
    Response response =
        Response::json(wholeReply(m_plan.reply, m_plan.request, m_startedAt.toSecsSinceEpoch()));
    response.headers = headers();
    if (m_plan.reply.model.hasPrice && !done.isFromCache)
        append(response.headers, "x-litellm-response-cost", pythonFloat(done.spend()));
    // The answer first: there is no row while the call runs.
    if (m_exchange && m_plan.reply.model.model.behaviour == Behaviour::Cut)
        m_exchange->respondPartly(response, response.body.size() / 2);
    else if (m_exchange)
        m_exchange->respond(response);
    book(done);
}

void ProxyCall::beginStream()
{
    Response head = streamHead();
    head.headers.removeIf([](const Header &header) { return header.name == "connection"; });
    head.headers += headers();
    for (const char *part : {"original", "input", "output"})
        append(head.headers, QByteArray("x-litellm-response-cost-") + part, u"0.0"_s);
    m_exchange->beginStream(head);
    m_events = replyEvents(m_plan.reply, m_plan.request, m_startedAt.toSecsSinceEpoch());
    m_eventsOfAll = m_events.size();
    if (m_plan.failure || m_plan.reply.model.model.behaviour == Behaviour::Cut)
        m_events = m_events.mid(0, m_plan.eventsBefore);
    connect(m_timer, &QTimer::timeout, this, &ProxyCall::sendNext);
    sendNext();
}

void ProxyCall::sendNext()
{
    const qsizetype count = m_scenario.textPaceMs > 0 ? 1 : UnpacedEvents;
    const qsizetype end = std::min(m_next + count, m_events.size());
    while (m_next < end && m_exchange)
        m_exchange->write(sseEvent(m_events.at(m_next++)));
    if (m_isOver)
        return;
    if (m_next < m_events.size())
        m_timer->start(m_scenario.textPaceMs);
    else if (m_plan.failure)
        breakStream();
    else if (m_plan.reply.model.model.behaviour == Behaviour::Cut)
        m_exchange->cut(false); // which comes back as a client that has left
    else
        endStream();
}

void ProxyCall::endStream()
{
    const bool tellsCost = !m_store.traits().isOld;
    for (const QByteArray &event :
         closingEvents(m_plan.reply, m_plan.request, m_startedAt.toSecsSinceEpoch(), tellsCost)) {
        if (m_exchange)
            m_exchange->write(sseEvent(event));
    }
    if (m_isOver)
        return;
    const ProxyRow done = row();
    m_exchange->write(sseEvent("[DONE]"));
    m_exchange->end();
    book(done);
}

void ProxyCall::breakStream()
{
    // Old proxies take the end of a connection for that of the reply.
    if (m_store.traits().isOld) {
        m_plan.reply.tokens = tokensSoFar();
        return endStream();
    }
    ProxyRow broken = row();
    broken.tokens = tokensSoFar();
    demo::fail(broken, *m_plan.failure, &m_plan.reply.model);
    m_exchange->write(sseEvent(failureEvent(*m_plan.failure)));
    m_exchange->end();
    book(broken);
}

void ProxyCall::clientLeft()
{
    if (std::exchange(m_left, true) || m_isOver)
        return;
    if (m_answered && m_plan.request.isStreamed)
        giveUp();
}

void ProxyCall::giveUp()
{
    if (m_store.traits().isOld) {
        m_isOver = true;
        deleteLater();
        return;
    }
    ProxyRow dropped = row();
    dropped.tokens = tokensSoFar();
    dropped.cost = costOf(m_plan.reply.model, dropped.tokens);
    dropped.error = clientLeftError();
    book(dropped);
}

ProxyTokens ProxyCall::tokensSoFar() const
{
    ProxyTokens tokens = m_plan.reply.tokens;
    tokens.completion = int(tokens.completion * m_next / std::max<qsizetype>(1, m_eventsOfAll));
    tokens.reasoning = std::min(tokens.reasoning, tokens.completion);
    return tokens;
}

ProxyRow ProxyCall::row() const
{
    const ProxyReply &reply = m_plan.reply;
    ProxyRow row;
    row.requestId = reply.id;
    row.callId = m_plan.request.callId;
    row.isFromCache = reply.model.isCached;
    row.tokens = reply.tokens;
    row.cost = reply.cost();
    row.startedAt = m_startedAt;
    row.firstTokenAt = m_firstTokenAt;
    row.endedAt = m_store.now();
    row.model = reply.model.provider + u'/' + reply.model.model.actualModel;
    row.group = reply.model.model.alias;
    row.askedGroup = m_plan.request.model;
    row.provider = reply.model.provider;
    row.endUser = m_plan.request.endUser;
    row.session = m_plan.request.session;
    row.tags = m_plan.request.tags;
    row.fallbacks = reply.fallbacks;
    row.clientMetadata = m_plan.request.metadata;
    return row;
}

void ProxyCall::book(const ProxyRow &row)
{
    m_isOver = true;
    m_timer->stop();
    deleteLater();
    if (m_scenario.bookingDelayMs <= 0)
        return m_store.book(row);
    QTimer::singleShot(m_scenario.bookingDelayMs, parent(),
                       [&store = m_store, row] { store.book(row); });
}

QList<Header> ProxyCall::headers() const
{
    const ProxyModel &model = m_plan.reply.model;
    const ProxyBudget &key = m_store.budget(Payer::Key);
    QList<Header> all{{"x-litellm-version", m_store.version()},
                      {"x-litellm-model-id", QByteArray(60, '0') + "a11a"},
                      {"x-litellm-model-api-base", "https://api.example.com/v1"},
                      {"x-litellm-overhead-duration-ms", "2.1"}};
    append(all, "x-litellm-call-id", m_plan.request.callId);
    append(all, "x-litellm-model-name", model.provider + u'/' + model.model.actualModel);
    append(all, "x-litellm-model-group", model.model.alias);
    append(all, "x-litellm-key-spend", pythonFloat(key.spend));
    append(all, "x-litellm-attempted-fallbacks", QString::number(m_plan.reply.fallbacks));
    append(all, "x-litellm-response-duration-ms",
           QString::number(m_startedAt.msecsTo(m_store.now())) + u".0"_s);
    if (key.limit)
        append(all, "x-litellm-key-max-budget", pythonFloat(*key.limit));
    if (model.isCached)
        append(all, "x-litellm-cache-key", m_store.account().keyHash.left(32));
    const int requests = m_store.traits().requestsPerMinute;
    if (requests > 0)
        append(all, "x-litellm-key-rpm-limit", QString::number(requests));
    if (requests > 0 && !m_plan.request.isStreamed) {
        const int left = requests - m_store.window().requests;
        append(all, "x-ratelimit-api_key-limit-requests", QString::number(requests));
        append(all, "x-ratelimit-api_key-remaining-requests", QString::number(left));
    }
    return all;
}

} // namespace litedeck::demo
