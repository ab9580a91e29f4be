// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/StreamDialect.h"

#include "core/gateway/ContentParts.h"
#include "core/gateway/FinishReason.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

std::optional<qint64> tokens(const QJsonObject &usage, QLatin1StringView key)
{
    const QJsonValue value = usage.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

/// The pieces of `tool_calls`, and of `function_call`, which was its form before 2024.
QList<ToolCallPiece> openAiCalls(const QJsonObject &content)
{
    QList<ToolCallPiece> pieces;
    const auto add = [&pieces](int call, const QJsonObject &function) {
        pieces += {.call = call,
                   .name = function.value("name"_L1).toString(),
                   .arguments = function.value("arguments"_L1).toString()};
    };
    const QJsonArray calls = content.value("tool_calls"_L1).toArray();
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const QJsonObject call = calls.at(i).toObject();
        add(call.value("index"_L1).toInt(static_cast<int>(i)),
            call.value("function"_L1).toObject());
    }
    if (content.value("function_call"_L1).isObject())
        add(0, content.value("function_call"_L1).toObject());
    return pieces;
}

/// The provider's word for why it ended; some send one that says nothing with every chunk.
QString reasonOf(const QJsonValue &value)
{
    const QString word = value.toString();
    return word == "FINISH_REASON_UNSPECIFIED"_L1 || word == "null"_L1 ? QString() : word;
}

QString compact(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

StreamDelta decodeOpenAi(const QJsonObject &event)
{
    StreamDelta delta;
    // A chunk with nothing but usage has an empty list of choices.
    const QJsonObject choice = event.value("choices"_L1).toArray().at(0).toObject();
    const QJsonValue message = choice.value("message"_L1);
    // Some servers repeat the reply so far beside each piece, and some send nothing but the whole.
    const QJsonValue piece = choice.value("delta"_L1);
    delta.isWhole = !piece.isObject() && message.isObject();
    const QJsonObject content = delta.isWhole ? message.toObject() : piece.toObject();
    const ContentParts parts = ContentParts::from(content.value("content"_L1));
    delta.text = parts.text;
    delta.reasoning = parts.reasoning;
    if (delta.text.isEmpty())
        delta.text = content.value("refusal"_L1).toString();
    // The form before there were messages.
    if (!piece.isObject() && !message.isObject())
        delta.text = choice.value("text"_L1).toString();
    if (delta.reasoning.isEmpty())
        delta.reasoning = content.value("reasoning_content"_L1).toString();
    if (delta.reasoning.isEmpty())
        delta.reasoning = content.value("reasoning"_L1).toString();
    delta.toolCalls = openAiCalls(content);
    delta.finishReason = reasonOf(choice.value("finish_reason"_L1));
    const QJsonObject usage = event.value("usage"_L1).toObject();
    delta.usage = {tokens(usage, "prompt_tokens"_L1), tokens(usage, "completion_tokens"_L1)};
    // LiteLLM's own, in dollars; it tells none for a model without a price.
    if (usage.value("cost"_L1).isDouble())
        delta.usage.cost = Usd::fromDouble(usage.value("cost"_L1).toDouble());
    return delta;
}

StreamDelta decodeWholeAnthropic(const QJsonObject &message)
{
    StreamDelta delta;
    const ContentParts parts = ContentParts::from(message.value("content"_L1));
    delta.isWhole = true;
    delta.text = parts.text;
    delta.reasoning = parts.reasoning;
    delta.finishReason = reasonOf(message.value("stop_reason"_L1));
    const QJsonObject usage = message.value("usage"_L1).toObject();
    delta.usage = {tokens(usage, "input_tokens"_L1), tokens(usage, "output_tokens"_L1)};
    return delta;
}

StreamDelta decodeAnthropic(const QString &type, const QJsonObject &event)
{
    StreamDelta delta;
    if (type == "message"_L1)
        return decodeWholeAnthropic(event);
    if (type == "message_start"_L1) {
        const QJsonObject usage = event.value("message"_L1).toObject().value("usage"_L1).toObject();
        delta.usage.promptTokens = tokens(usage, "input_tokens"_L1);
    } else if (type == "content_block_start"_L1) {
        const QJsonObject block = event.value("content_block"_L1).toObject();
        delta.text = block.value("text"_L1).toString();
        // Arguments come in pieces, unless they are all here; an empty object stands for none yet.
        const QJsonObject input = block.value("input"_L1).toObject();
        if (block.value("type"_L1).toString().endsWith("tool_use"_L1))
            delta.toolCalls += {.call = event.value("index"_L1).toInt(),
                                .name = block.value("name"_L1).toString(),
                                .arguments = input.isEmpty() ? QString() : compact(input)};
    } else if (type == "content_block_delta"_L1) {
        const QJsonObject content = event.value("delta"_L1).toObject();
        delta.text = content.value("text"_L1).toString();
        delta.reasoning = content.value("thinking"_L1).toString();
        const QString arguments = content.value("partial_json"_L1).toString();
        if (!arguments.isEmpty())
            delta.toolCalls += {.call = event.value("index"_L1).toInt(), .arguments = arguments};
    } else if (type == "message_delta"_L1) {
        delta.finishReason = reasonOf(event.value("delta"_L1).toObject().value("stop_reason"_L1));
        delta.usage.completionTokens =
            tokens(event.value("usage"_L1).toObject(), "output_tokens"_L1);
    }
    delta.isEnd = type == "message_stop"_L1;
    return delta;
}

/// Why a prompt was not answered at all, in words that finishReasonOf() knows; empty when it was.
QString blockedPrompt(const QJsonObject &event)
{
    const QString reason =
        event.value("promptFeedback"_L1).toObject().value("blockReason"_L1).toString();
    if (reason.isEmpty() || finishReasonOf(reason) == FinishReason::Filtered)
        return reason;
    return u"blocked: "_s + reason;
}

StreamDelta decodeGemini(const QJsonObject &event)
{
    StreamDelta delta;
    const QJsonObject candidate = event.value("candidates"_L1).toArray().at(0).toObject();
    const QJsonArray parts = candidate.value("content"_L1).toObject().value("parts"_L1).toArray();
    for (const QJsonValue &part : parts) {
        const QString text = part.toObject().value("text"_L1).toString();
        const QJsonValue call = part.toObject().value("functionCall"_L1);
        if (call.isObject())
            delta.toolCalls += {.name = call.toObject().value("name"_L1).toString(),
                                .arguments = compact(call.toObject().value("args"_L1)),
                                .isWhole = true};
        (part.toObject().value("thought"_L1).toBool() ? delta.reasoning : delta.text) += text;
    }
    delta.finishReason = reasonOf(candidate.value("finishReason"_L1));
    if (delta.finishReason.isEmpty())
        delta.finishReason = blockedPrompt(event);
    const QJsonObject usage = event.value("usageMetadata"_L1).toObject();
    delta.usage = {tokens(usage, "promptTokenCount"_L1), tokens(usage, "candidatesTokenCount"_L1)};
    return delta;
}

} // namespace

StreamDelta decodeStreamEvent(const QByteArray &data)
{
    StreamDelta delta;
    if (data.trimmed() == "[DONE]") {
        delta.isEnd = true;
        return delta;
    }
    const QJsonDocument document = QJsonDocument::fromJson(data);
    const QJsonObject event = document.object();
    const QJsonValue error = event.value("error"_L1);
    const QString type = event.value("type"_L1).toString();

    if (error.isString()) {
        delta.kind = StreamDelta::Kind::TextError;
        return delta;
    }
    if (error.isObject() || event.value("object"_L1).toString() == "error"_L1) {
        delta.kind = StreamDelta::Kind::ObjectError;
        return delta;
    }
    if (event.contains("choices"_L1))
        return decodeOpenAi(event);
    if (event.contains("candidates"_L1) || event.contains("usageMetadata"_L1) ||
        event.contains("promptFeedback"_L1))
        return decodeGemini(event);
    if (!type.isEmpty() && type != "error"_L1)
        return decodeAnthropic(type, event);
    delta.kind = type.isEmpty() ? StreamDelta::Kind::Malformed : StreamDelta::Kind::ObjectError;
    return delta;
}

} // namespace litedeck
