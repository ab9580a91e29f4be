// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/StreamRun.h"

#include "demo/Exchange.h"
#include "demo/ProviderFailures.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr qsizetype TextsBeforeFailure = 40;

/// As Python's json.dumps writes it, with a space after the colon.
QByteArray errorEvent(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return "{\"error\": " + list.mid(1, list.size() - 2) + '}';
}

} // namespace

StreamRun::StreamRun(Exchange *exchange, const QString &jobId, const ProviderAnswer &answer,
                     const DemoScenario &scenario, StreamBook &book, const QString &messageId)
    : QObject(exchange)
    , m_exchange(exchange)
    , m_jobId(jobId)
    , m_answer(answer)
    , m_scenario(scenario)
    , m_book(book)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(exchange, &Exchange::clientLeft, this, &StreamRun::clientLeft);
    plan(messageId);
}

void StreamRun::start()
{
    const Behaviour behaviour = m_answer.model.behaviour;
    if (behaviour == Behaviour::Drop || behaviour == Behaviour::Reset)
        return m_exchange->cut(behaviour == Behaviour::Reset);
    Response head;
    head.contentType = "text/event-stream; charset=utf-8";
    head.headers = {
        {"cache-control", "no-cache"}, {"connection", "keep-alive"}, {"x-accel-buffering", "no"}};
    m_exchange->beginStream(head);
    m_exchange->write(": keepalive\n\n");
    if (behaviour == Behaviour::Hang)
        return;
    connect(m_timer, &QTimer::timeout, this, &StreamRun::providerAnswered);
    const bool writesFirst = m_scenario.burstReplies && m_answer.streamFailure.isEmpty();
    m_timer->start(m_answer.silenceMs + (writesFirst ? m_answer.writingMs : 0));
}

void StreamRun::plan(const QString &messageId)
{
    const StreamScript script =
        streamScript(m_answer, messageId, QDateTime::currentSecsSinceEpoch());
    const Fault &fault = m_exchange->fault();
    if (fault.errorInStream || fault.errorObjectInStream)
        return planFailure(script, fault.afterEvents);
    const Behaviour behaviour = m_answer.model.behaviour;
    if (!m_answer.streamFailure.isEmpty()) {
        m_error = m_answer.streamFailure;
        if (behaviour == Behaviour::ErrorInStream)
            m_events = script.opening + script.texts.mid(0, TextsBeforeFailure);
        return;
    }
    if (behaviour == Behaviour::ErrorObject)
        return planFailure(script, TextsBeforeFailure);
    m_events = script.events();
    m_tokens = script.reportedTokens;
    m_sendsDone = script.sendsDone && behaviour != Behaviour::NoDone;
    if (behaviour == Behaviour::Cut) {
        m_events = script.opening + script.texts.mid(0, TextsBeforeFailure);
        m_cutAtEnd = true;
    } else if (behaviour == Behaviour::Malformed) {
        const qsizetype place = std::min<qsizetype>(TextsBeforeFailure, m_events.size());
        m_events.insert(place, R"({"choices":[{"index":0,"delta":{"content":"brok)");
    }
}

void StreamRun::planFailure(const StreamScript &script, qsizetype texts)
{
    m_events = texts > 0 ? script.opening + script.texts.mid(0, texts) : QList<QByteArray>{};
    const Fault &fault = m_exchange->fault();
    if (fault.errorInStream) {
        m_error = fault.errorText.isEmpty() ? nullContentFailure() : fault.errorText;
        return;
    }
    m_events.append(
        QJsonDocument(providerErrorEvent(fault.errorText)).toJson(QJsonDocument::Compact));
    m_sendsDone = script.sendsDone;
}

void StreamRun::providerAnswered()
{
    disconnect(m_timer, nullptr, this, nullptr);
    const bool atOnce = m_scenario.burstReplies || m_answer.model.behaviour == Behaviour::Burst;
    if (atOnce)
        return sendAll();
    connect(m_timer, &QTimer::timeout, this, &StreamRun::sendNext);
    sendNext();
}

void StreamRun::sendNext()
{
    if (m_next == m_events.size())
        return allSent();
    m_dataSent = true;
    m_exchange->write(sseEvent(m_events.at(m_next++)));
    if (!m_exchange->isOver())
        m_timer->start(m_scenario.textPaceMs);
}

void StreamRun::sendAll()
{
    for (; m_next < m_events.size(); ++m_next) {
        m_dataSent = true;
        m_exchange->write(sseEvent(m_events.at(m_next)));
    }
    allSent();
}

void StreamRun::allSent()
{
    disconnect(m_timer, nullptr, this, nullptr);
    // The error handler of the server failed: the job is never closed.
    if (m_cutAtEnd) {
        m_booked = true;
        return m_exchange->cut(false);
    }
    if (!m_error.isEmpty())
        return failStream();
    if (m_sendsDone)
        m_exchange->write(sseEvent("[DONE]"));
    m_dataSent = true;
    connect(m_timer, &QTimer::timeout, this, &StreamRun::bookAndEnd);
    m_timer->start(m_scenario.bookingDelayMs);
}

void StreamRun::failStream()
{
    m_booked = true;
    // Too long for the server's column: its error handler fails and the job stays open.
    if (m_error.size() > MaxStoredError)
        return m_exchange->cut(false);
    m_book.failed(m_jobId, m_error);
    m_exchange->write(sseEvent(errorEvent(m_error)));
    m_exchange->end();
}

void StreamRun::book()
{
    if (!std::exchange(m_booked, true))
        m_book.completed(m_jobId, m_answer, m_tokens);
}

void StreamRun::bookAndEnd()
{
    book();
    m_exchange->end();
}

void StreamRun::clientLeft()
{
    m_timer->stop();
    if (m_dataSent)
        book();
}

} // namespace litedeck::demo
