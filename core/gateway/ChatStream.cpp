// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/ChatStream.h"

#include "core/base/Logging.h"
#include "core/errors/Classifier.h"
#include "core/gateway/FinishReason.h"
#include "core/gateway/Gateway.h"
#include "core/gateway/Reply.h"
#include "core/gateway/TextJoiner.h"

namespace litedeck {

ChatStream::ChatStream(const Gateway &gateway, const CallPlan &plan, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_plan(plan)
{
    m_call = gateway.call(plan.request, [this](const HttpResult &result) {
        return m_plan.request.streamed ? judge(result) : judgeWhole(result);
    });
    m_call->setParent(this);
    connect(m_call, &Call::attemptStarted, this, &ChatStream::onAttemptStarted);
    connect(m_call, &Call::bytesReceived, this, &ChatStream::onBytesReceived);
    connect(m_call, &Call::retryScheduled, this, &ChatStream::retryScheduled);
    connect(m_call, &Call::finished, this, &ChatStream::onCallFinished);
}

void ChatStream::start()
{
    if (m_call)
        m_call->start();
}

void ChatStream::cancel()
{
    if (m_call)
        m_call->cancel();
}

void ChatStream::retryNow()
{
    if (m_call)
        m_call->retryNow();
}

void ChatStream::onAttemptStarted(int attempt)
{
    m_parser.reset();
    m_toolCalls = {};
    m_reply = {};
    m_hasText = false;
    m_hasReasoning = false;
    m_ended = false;
    m_wentOn = false;
    m_failedEvent.clear();
    m_failure = StreamDelta::Kind::Content;
    m_attemptStartedAt = m_gateway.clock().monotonicNow();
    emit attemptStarted(attempt);
}

void ChatStream::onBytesReceived(const QByteArray &bytes)
{
    m_parser.feed(bytes);
    // One signal for all the text of one arrival: the real server replays a whole reply at once.
    TextJoiner text;
    QString reasoning;
    bool arrived = false;
    while (const auto event = m_parser.next()) {
        arrived = true;
        if (const auto plain = m_plainText.read(*event)) {
            if (!plain->isEmpty())
                text.add(m_toolCalls.close());
            text.add(*plain);
            m_wentOn = m_wentOn || (!plain->isEmpty() && !m_reply.finishReason.isEmpty());
            continue;
        }
        const QByteArray data = event->data.toByteArray();
        const StreamDelta delta = decodeStreamEvent(data);
        m_wentOn = m_wentOn || (!delta.text.isEmpty() && !m_reply.finishReason.isEmpty());
        take(delta, data);
        takeText(delta, text, reasoning);
    }
    if (isWhole())
        m_call->endAfterSilence(m_ended ? SilenceAfterEnd : SilenceAfterReason);
    else if (arrived)
        m_call->limitSilence(m_gateway.patience().streamSilence);
    if (!reasoning.isEmpty()) {
        m_hasReasoning = true;
        emit reasoningReceived(reasoning);
    }
    tellText(text.take());
}

void ChatStream::takeText(StreamDelta delta, TextJoiner &text, QString &reasoning)
{
    const bool hasText = m_hasText || !text.isEmpty();
    // A whole reply repeats what came before it in pieces.
    if (delta.isWhole && hasText)
        return;
    if (!delta.text.isEmpty() || delta.isEnd || !delta.finishReason.isEmpty())
        text.add(m_toolCalls.close());
    text.add(delta.text);
    text.add(m_toolCalls.feed(delta.toolCalls, m_hasText || !text.isEmpty()));
    if (!delta.isWhole || (!m_hasReasoning && reasoning.isEmpty()))
        reasoning += delta.reasoning;
}

void ChatStream::tellText(const QString &text)
{
    if (text.isEmpty())
        return;
    if (!m_hasText)
        m_reply.timeToFirstText = m_gateway.clock().monotonicNow() - m_attemptStartedAt;
    m_hasText = true;
    emit textReceived(text);
}

void ChatStream::take(const StreamDelta &delta, const QByteArray &data)
{
    // What goes wrong after the end is the gateway's business with its books.
    if (delta.kind != StreamDelta::Kind::Content && m_failedEvent.isEmpty() && !isWhole()) {
        m_failedEvent = data;
        m_failure = delta.kind;
    }
    m_ended = m_ended || delta.isEnd;
    if (!delta.finishReason.isEmpty())
        m_reply.finishReason = delta.finishReason;
    if (delta.usage.promptTokens)
        m_reply.usage.promptTokens = delta.usage.promptTokens;
    if (delta.usage.completionTokens)
        m_reply.usage.completionTokens = delta.usage.completionTokens;
    if (delta.usage.cost)
        m_reply.usage.cost = delta.usage.cost;
}

bool ChatStream::isWhole() const
{
    // The word for a failure of the provider may come before what is told of it.
    const bool hasReason = !m_reply.finishReason.isEmpty() && !m_wentOn &&
                           finishReasonOf(m_reply.finishReason) != FinishReason::Error;
    return m_failedEvent.isEmpty() && (m_ended || hasReason);
}

std::optional<Error> ChatStream::judge(const HttpResult &result) const
{
    const bool endedWell =
        result.isSuccess() && m_failedEvent.isEmpty() && !m_reply.finishReason.isEmpty();
    if (isWhole() || endedWell)
        return std::nullopt;

    Error error = classify(result, m_gateway.redactor(), m_failedEvent);
    if (result.isSuccess() && m_failedEvent.isEmpty()) {
        // The connection ended well, the reply did not.
        const bool isForeign = !isMediaType(result.header("Content-Type"), "text/event-stream") ||
                               m_parser.hasOverflowed();
        error.setCategory(isForeign ? ErrorCategory::MalformedReply
                                    : ErrorCategory::StreamInterrupted);
        error.hands = Hands::GatewayOperator;
    } else if (m_failure == StreamDelta::Kind::Malformed) {
        error.setCategory(ErrorCategory::MalformedReply);
    } else if (m_failure == StreamDelta::Kind::TextError) {
        error.outcome = Outcome::Rejected;
    }
    if (m_hasText && result.end == WireEnd::IdleTimeout)
        error.silence = m_gateway.patience().streamSilence;
    // What has arrived is never thrown away for another attempt.
    if (m_hasText && error.verdict == RetryVerdict::Automatic)
        error.verdict = RetryVerdict::Manual;
    return error;
}

std::optional<Error> ChatStream::judgeWhole(const HttpResult &result)
{
    const auto reply = m_plan.readWhole(result.body);
    if (!reply)
        return result.isSuccess() ? malformedReply(result, reply.error()) : m_call->errorOf(result);
    m_whole = *reply;
    return std::nullopt;
}

void ChatStream::takeWhole()
{
    m_reply.finishReason = m_whole->finishReason;
    m_reply.usage = m_whole->usage;
    m_reply.timeToFirstText = m_reply.latency;
    if (!m_whole->content.isEmpty())
        emit textReceived(m_whole->content);
}

void ChatStream::onCallFinished(const CallResult &result)
{
    qCDebug(logStream, "stream ended: %d comments, text %d, end mark %d", m_parser.commentCount(),
            m_hasText, m_ended);
    m_reply.latency = m_gateway.clock().monotonicNow() - m_attemptStartedAt;
    // A block of code that a cut left open would swallow what is exported after it.
    tellText(m_toolCalls.close());
    if (result && !m_plan.request.streamed)
        takeWhole();
    if (result && m_plan.costInHead) {
        if (const auto cost = m_plan.costInHead(*result))
            m_reply.usage.cost = cost;
    }
    if (result && m_plan.fallbackInHead)
        m_reply.answeredBy = {m_plan.fallbackInHead(*result)};
    if (result)
        emit finished(m_reply);
    else
        emit finished(Unexpected{result.error()});
}

} // namespace litedeck
