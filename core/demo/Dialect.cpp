// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Dialect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool survives(const QString &piece)
{
    return std::none_of(piece.cbegin(), piece.cend(), [](QChar c) {
        return c == QChar(0x2028) || c == QChar(0x2029) || c == QChar(0x85);
    });
}

QJsonObject openAiChunk(const ProviderAnswer &answer, const QString &id, qint64 created,
                        const QJsonArray &choices)
{
    return {{u"id"_s, u"chatcmpl-"_s + id},
            {u"object"_s, u"chat.completion.chunk"_s},
            {u"created"_s, created},
            {u"model"_s, answer.model.actualModel},
            {u"system_fingerprint"_s, u"fp_0ba0d124f1"_s},
            {u"choices"_s, choices}};
}

QJsonObject openAiChoice(const QJsonObject &delta, const QJsonValue &finish)
{
    return {{u"index"_s, 0},
            {u"delta"_s, delta},
            {u"logprobs"_s, QJsonValue::Null},
            {u"finish_reason"_s, finish}};
}

StreamScript openAiScript(const ProviderAnswer &answer, const QString &id, qint64 created)
{
    const auto event = [&](const QJsonObject &delta, const QJsonValue &finish) {
        return compact(openAiChunk(answer, id, created, {openAiChoice(delta, finish)}));
    };
    StreamScript script;
    script.sendsDone = true;
    script.opening.append(
        event({{u"role"_s, u"assistant"_s}, {u"content"_s, QString(u""_s)}}, QJsonValue::Null));
    for (const QString &piece : textPieces(answer)) {
        if (survives(piece))
            script.texts.append(event({{u"content"_s, piece}}, QJsonValue::Null));
    }
    script.closing.append(event({}, answer.finishReason));
    if (answer.model.streamsUsage) {
        QJsonObject usage = openAiChunk(answer, id, created, {});
        usage.insert(u"usage"_s, QJsonObject{{u"prompt_tokens"_s, answer.promptTokens},
                                             {u"completion_tokens"_s, answer.completionTokens},
                                             {u"total_tokens"_s, answer.totalTokens()}});
        script.closing.append(compact(usage));
        script.reportedTokens = answer.totalTokens();
    }
    return script;
}

StreamScript anthropicScript(const ProviderAnswer &answer, const QString &id)
{
    StreamScript script;
    const QJsonObject message{{u"id"_s, u"msg_"_s + id},
                              {u"type"_s, u"message"_s},
                              {u"role"_s, u"assistant"_s},
                              {u"model"_s, answer.model.actualModel},
                              {u"content"_s, QJsonArray{}},
                              {u"stop_reason"_s, QJsonValue::Null},
                              {u"stop_sequence"_s, QJsonValue::Null},
                              {u"usage"_s, QJsonObject{{u"input_tokens"_s, answer.promptTokens},
                                                       {u"output_tokens"_s, 1}}}};
    script.opening = {compact({{u"type"_s, u"message_start"_s}, {u"message"_s, message}}),
                      compact({{u"type"_s, u"content_block_start"_s},
                               {u"index"_s, 0},
                               {u"content_block"_s,
                                QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, QString(u""_s)}}}}),
                      compact({{u"type"_s, u"ping"_s}})};
    for (const QString &piece : textPieces(answer)) {
        if (!survives(piece))
            continue;
        script.texts.append(
            compact({{u"type"_s, u"content_block_delta"_s},
                     {u"index"_s, 0},
                     {u"delta"_s, QJsonObject{{u"type"_s, u"text_delta"_s}, {u"text"_s, piece}}}}));
    }
    script.closing = {
        compact({{u"type"_s, u"content_block_stop"_s}, {u"index"_s, 0}}),
        compact({{u"type"_s, u"message_delta"_s},
                 {u"delta"_s, QJsonObject{{u"stop_reason"_s, answer.finishReason},
                                          {u"stop_sequence"_s, QJsonValue::Null}}},
                 {u"usage"_s, QJsonObject{{u"output_tokens"_s, answer.completionTokens}}}}),
        compact({{u"type"_s, u"message_stop"_s}})};
    return script;
}

QByteArray geminiEvent(const ProviderAnswer &answer, const QString &piece, bool last)
{
    QJsonObject candidate{
        {u"content"_s, QJsonObject{{u"parts"_s, QJsonArray{QJsonObject{{u"text"_s, piece}}}},
                                   {u"role"_s, u"model"_s}}},
        {u"index"_s, 0}};
    QJsonObject usage{{u"promptTokenCount"_s, answer.promptTokens},
                      {u"totalTokenCount"_s, answer.promptTokens}};
    if (last) {
        candidate.insert(u"finishReason"_s, answer.finishReason);
        usage.insert(u"candidatesTokenCount"_s, answer.completionTokens);
        usage.insert(u"totalTokenCount"_s, answer.totalTokens());
    }
    return compact({{u"candidates"_s, QJsonArray{candidate}},
                    {u"usageMetadata"_s, usage},
                    {u"modelVersion"_s, answer.model.actualModel}});
}

StreamScript geminiScript(const ProviderAnswer &answer)
{
    StreamScript script;
    const QStringList pieces = textPieces(answer);
    // Gemini sends few, large events: a sentence or so each.
    constexpr qsizetype PiecesPerEvent = 12;
    for (qsizetype from = 0; from < pieces.size(); from += PiecesPerEvent) {
        const QString text = pieces.mid(from, PiecesPerEvent).join(QString());
        if (survives(text)) {
            const bool last = from + PiecesPerEvent >= pieces.size();
            script.texts.append(geminiEvent(answer, text, last));
        }
    }
    return script;
}

} // namespace

StreamScript streamScript(const ProviderAnswer &answer, const QString &id, qint64 createdSeconds)
{
    if (answer.model.provider == u"anthropic"_s)
        return anthropicScript(answer, id);
    if (answer.model.provider == u"gemini"_s)
        return geminiScript(answer);
    return openAiScript(answer, id, createdSeconds);
}

Response streamHead()
{
    Response head;
    head.contentType = "text/event-stream; charset=utf-8";
    head.headers = {
        {"cache-control", "no-cache"}, {"connection", "keep-alive"}, {"x-accel-buffering", "no"}};
    return head;
}

QByteArray errorEvent(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    QByteArray ascii;
    for (const QChar c : QString::fromUtf8(list.mid(1, list.size() - 2))) {
        if (c.unicode() < 0x7f)
            ascii += char(c.unicode());
        else
            ascii += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return "{\"error\": " + ascii + '}';
}

QByteArray sseEvent(const QByteArray &data)
{
    return "data: " + data + "\n\n";
}

} // namespace litedeck::demo
