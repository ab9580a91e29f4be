// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/StreamRun.h"

#include "core/demo/Exchange.h"
#include "core/demo/JobDesk.h"
#include "core/demo/ProviderFailures.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr qsizetype TextsBeforeFailure = 40;

/// How many events of a stream without a pace go out before other work is let in.
constexpr qsizetype UnpacedEvents = 16;

} // namespace

StreamRun::StreamRun(Exchange *exchange, const StreamJob &job, const DemoScenario &scenario,
                     JobDesk &book, QObject *parent)
    : QObject(parent)
    , m_exchange(exchange)
    , m_job(job)
    , m_scenario(scenario)
    , m_book(book)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(exchange, &Exchange::clientLeft, this, &StreamRun::clientLeft);
    // A gateway that is stopped drops its exchanges without a word.
    connect(exchange, &QObject::destroyed, this, &StreamRun::clientLeft);
    plan(exchange->fault());
}

void StreamRun::start()
{
    const Behaviour behaviour = m_job.answer.model.behaviour;
    if (behaviour != Behaviour::Hang) {
        connect(m_timer, &QTimer::timeout, this, &StreamRun::providerAnswered);
        const ProviderAnswer &answer = m_job.answer;
        const bool writesFirst = m_scenario.burstReplies && answer.streamFailure.isEmpty();
        m_timer->start(answer.silenceMs + (writesFirst ? answer.writingMs : 0));
    }
    if (behaviour == Behaviour::Drop || behaviour == Behaviour::Reset)
        return m_exchange->cut(behaviour == Behaviour::Reset);
    m_exchange->beginStream(streamHead());
    m_exchange->write(": keepalive\n\n");
}

void StreamRun::plan(const Fault &fault)
{
    const StreamScript script =
        streamScript(m_job.answer, m_job.messageId, QDateTime::currentSecsSinceEpoch());
    m_sendsDone = script.sendsDone && !fault.losesDone;
    if (fault.errorInStream) {
        m_events = script.upTo(fault.afterEvents);
        m_error = fault.errorText.isEmpty() ? nullContentFailure() : fault.errorText;
    } else if (fault.errorObjectInStream) {
        m_events = script.upTo(fault.afterEvents) + QList{providerErrorEvent(fault.errorText)};
    } else {
        planBehaviour(script);
    }
    m_tokens = m_events.isEmpty() ? 0 : script.reportedTokens;
    m_sendsDone = m_sendsDone && m_error.isEmpty();
    // The server's error handler fails as well then: the job is never closed.
    m_cutAtEnd = m_cutAtEnd || !m_job.storable || m_error.size() > MaxStoredError;
}

void StreamRun::planBehaviour(const StreamScript &script)
{
    m_error = m_job.answer.streamFailure;
    m_events = m_error.isEmpty() ? script.events() : QList<QByteArray>{};
    const Behaviour behaviour = m_job.answer.model.behaviour;
    using enum Behaviour;
    if (behaviour == ErrorInStream || behaviour == ErrorObject || behaviour == Cut)
        m_events = script.upTo(TextsBeforeFailure);
    else if (behaviour == HtmlPage || behaviour == UnsupportedProvider || behaviour == LostEvents)
        m_events.clear();
    else if (behaviour == NoChoices)
        m_events = script.closing.mid(script.closing.size() - 1); // the usage alone
    else if (behaviour == Malformed)
        m_events.insert(std::min<qsizetype>(TextsBeforeFailure, m_events.size()),
                        R"({"choices":[{"index":0,"delta":{"content":"brok)");
    if (behaviour == ErrorObject)
        m_events.append(providerErrorEvent({}));
    if (behaviour == Cut || behaviour == NoDone || behaviour == HtmlPage ||
        behaviour == UnsupportedProvider)
        m_sendsDone = false;
    m_cutAtEnd = behaviour == Cut || behaviour == CutAfterDone || behaviour == UnsupportedProvider;
}

void StreamRun::providerAnswered()
{
    disconnect(m_timer, nullptr, this, nullptr);
    m_answered = true;
    if (m_left)
        return settle();
    const bool atOnce = m_scenario.burstReplies || m_job.answer.model.behaviour == Behaviour::Burst;
    if (atOnce)
        return sendAll();
    connect(m_timer, &QTimer::timeout, this, &StreamRun::sendNext);
    sendNext();
}

void StreamRun::send(const QByteArray &data)
{
    if (!m_left && m_exchange)
        m_exchange->write(sseEvent(data));
}

void StreamRun::sendNext()
{
    if (m_next == m_events.size())
        return allSent();
    const qsizetype count = m_scenario.textPaceMs > 0 ? 1 : UnpacedEvents;
    const qsizetype end = std::min(m_next + count, m_events.size());
    while (m_next < end)
        send(m_events.at(m_next++));
    if (!m_settled)
        m_timer->start(m_scenario.textPaceMs);
}

void StreamRun::sendAll()
{
    while (m_next < m_events.size())
        send(m_events.at(m_next++));
    allSent();
}

void StreamRun::allSent()
{
    if (m_settled)
        return;
    disconnect(m_timer, nullptr, this, nullptr);
    if (m_sendsDone)
        send("[DONE]");
    if (m_cutAtEnd || !m_error.isEmpty())
        return settleAndEnd();
    connect(m_timer, &QTimer::timeout, this, &StreamRun::settleAndEnd);
    m_timer->start(m_scenario.bookingDelayMs);
}

void StreamRun::settle()
{
    if (std::exchange(m_settled, true))
        return;
    m_timer->stop();
    if (!m_cutAtEnd && m_error.isEmpty())
        m_book.completed(m_job.id, m_job.answer, m_tokens);
    else if (!m_cutAtEnd)
        m_book.failed(m_job.id, m_error);
    deleteLater();
}

void StreamRun::settleAndEnd()
{
    settle();
    if (m_left || !m_exchange)
        return;
    if (m_cutAtEnd)
        return m_exchange->cut(false);
    if (!m_error.isEmpty())
        m_exchange->write(sseEvent(errorEvent(m_error)));
    if (m_exchange)
        m_exchange->end();
}

void StreamRun::clientLeft()
{
    if (std::exchange(m_left, true) || m_settled)
        return;
    if (m_answered)
        return settle();
    if (!m_timer->isActive() || m_scenario.abandonsOnDisconnect)
        deleteLater();
}

} // namespace litedeck::demo
