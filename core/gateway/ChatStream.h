// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/errors/Error.h"
#include "core/gateway/PlainTextReader.h"
#include "core/gateway/StreamDialect.h"
#include "core/gateway/ToolCallText.h"
#include "core/net/EventStreamParser.h"
#include "core/resilience/Call.h"
#include "core/server/CallPlan.h"

#include <QObject>
#include <QPointer>

namespace litedeck {

class Gateway;
class TextJoiner;

/// How a streamed reply ended well.
struct StreamedReply
{
    QString finishReason;  ///< The provider's own word.
    ModelAlias answeredBy; ///< Another model than the one that was asked; else empty.
    ReplyUsage usage;
    Milliseconds latency{0};         ///< From the start of the attempt to the end of the stream.
    Milliseconds timeToFirstText{0}; ///< From the start of the attempt; zero without text.

    friend bool operator==(const StreamedReply &, const StreamedReply &) = default;
};

/// A call of a model whose reply may be streamed. Calls of tools are part of its text; see
/// ToolCallText.
///
/// Signals: attemptStarted() once an attempt, textReceived() and reasoningReceived() as text comes,
/// retryScheduled() between attempts (never after text arrived), finished() exactly once and last.
/// A reply is whole once the provider ended it, whatever the connection does after that. The stream
/// is still read to its end, because the server books the call only then, but a silence is not
/// waited out. cancel() makes finished() come before it returns: with ErrorCategory::Cancelled, or
/// with the reply when it is whole.
class ChatStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatStream)

public:
    /// The silence after the dialect's end mark that ends the stream.
    static constexpr Milliseconds SilenceAfterEnd{2'000};
    /// The same where only a finish reason came, which some providers send with every piece.
    static constexpr Milliseconds SilenceAfterReason{30'000};

    /// `gateway` outlives the stream; the plan's request has its body.
    ChatStream(const Gateway &gateway, const CallPlan &plan, QObject *parent = nullptr);

    /// How to find out what became of an attempt whose outcome is ambiguous; see Call.
    void setInquiry(Call::Inquiry inquiry) { m_call->setInquiry(std::move(inquiry)); }

    void start();
    void cancel();
    void retryNow();

signals:
    void attemptStarted(int attempt);
    void retryScheduled(const litedeck::RetryPlan &plan);
    void textReceived(const QString &text);
    void reasoningReceived(const QString &text);
    void finished(const litedeck::Expected<litedeck::StreamedReply, litedeck::Error> &result);

private:
    void onAttemptStarted(int attempt);
    void onBytesReceived(const QByteArray &bytes);
    void onCallFinished(const CallResult &result);
    void tellText(const QString &text);
    void take(const StreamDelta &delta, const QByteArray &data);
    void takeText(StreamDelta delta, TextJoiner &text, QString &reasoning);
    bool isWhole() const;
    std::optional<Error> judge(const HttpResult &result) const;
    std::optional<Error> judgeWhole(const HttpResult &result);
    void takeWhole();

    const Gateway &m_gateway;
    const CallPlan m_plan;
    std::optional<ModelReply> m_whole; ///< What came in one piece.
    QPointer<Call> m_call;
    EventStreamParser m_parser;
    PlainTextReader m_plainText;
    ToolCallText m_toolCalls;
    StreamedReply m_reply;
    Milliseconds m_attemptStartedAt{0};
    bool m_hasText = false;
    bool m_hasReasoning = false;
    bool m_ended = false;     ///< The end mark was seen.
    bool m_wentOn = false;    ///< Text came after a finish reason, which is no end then.
    QByteArray m_failedEvent; ///< The first event that was no content.
    StreamDelta::Kind m_failure = StreamDelta::Kind::Content;
};

} // namespace litedeck
