// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyReply.h"

#include "core/demo/Provider.h"
#include "core/demo/Resource.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// Where the texts stand that no reply of the library has.
const QJsonObject &seed()
{
    static const QJsonObject read = jsonResource(u"litellm/seed.json"_s).object();
    return read;
}

/// A text in pieces that end with a space.
QStringList wordsOf(const QString &text)
{
    QStringList words = text.split(u' ');
    for (qsizetype i = 0; i + 1 < words.size(); ++i)
        words[i] += u' ';
    return words;
}

/// The alias, or the provider's name after a fallback.
QString shownModel(const ProxyReply &reply, const ProxyRequest &request)
{
    return reply.fallbacks > 0 ? reply.model.model.actualModel : request.model;
}

QJsonObject usageOf(const ProxyReply &reply)
{
    return {{u"prompt_tokens"_s, reply.tokens.prompt},
            {u"completion_tokens"_s, reply.tokens.completion},
            {u"total_tokens"_s, reply.tokens.total()},
            {u"completion_tokens_details"_s,
             QJsonObject{{u"reasoning_tokens"_s, reply.tokens.reasoning},
                         {u"text_tokens"_s, reply.tokens.completion - reply.tokens.reasoning}}},
            {u"prompt_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, 0}}}};
}

QJsonObject toolCall(const QString &arguments)
{
    return {{u"index"_s, 0},
            {u"id"_s, u"call_1"_s},
            {u"type"_s, u"function"_s},
            {u"function"_s,
             QJsonObject{{u"name"_s, seed()[u"tool"][u"name"]}, {u"arguments"_s, arguments}}}};
}

QJsonObject chunkOf(const ProxyReply &reply, const ProxyRequest &request, qint64 created,
                    const QJsonObject &delta, const QString &finish = {})
{
    QJsonObject choice{{u"index"_s, 0}, {u"delta"_s, delta}};
    if (!finish.isEmpty())
        choice.insert(u"finish_reason"_s, finish);
    return {{u"id"_s, reply.id},
            {u"object"_s, u"chat.completion.chunk"_s},
            {u"created"_s, created},
            {u"model"_s, shownModel(reply, request)},
            {u"choices"_s, QJsonArray{choice}}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

ProxyReply askProxyModel(const ProxyModel &asked, const ProxyRequest &request,
                         const DemoScenario &scenario, Rng &rng)
{
    ProxyReply reply;
    const ProxyModel *other = findProxyModel(asked.fallback);
    reply.model = other == nullptr ? asked : *other;
    reply.fallbacks = other == nullptr ? 0 : 1;
    reply.id = u"chatcmpl-"_s + rng.hex(20);
    const ProviderAnswer answer =
        askProvider(reply.model.model, request.messages, request.maxTokens, scenario);
    reply.pieces = textPieces(answer);
    reply.finishReason = answer.finishReason;
    reply.tokens = {.prompt = answer.promptTokens, .completion = answer.completionTokens};
    reply.silenceMs = answer.silenceMs;
    reply.writingMs = answer.writingMs;
    if (reply.model.thinks) {
        reply.thoughts = seed()[u"thoughts"].toString();
        reply.tokens.reasoning = tokensOf(reply.thoughts);
        reply.tokens.completion += reply.tokens.reasoning;
    }
    if (reply.model.callsTool) {
        reply.callsTool = true;
        reply.pieces.clear();
        reply.finishReason = u"tool_calls"_s;
    }
    if (reply.model.endsEarly) {
        reply.pieces = reply.pieces.mid(0, reply.pieces.size() / 2);
        reply.tokens.completion = tokensOf(reply.pieces.join(QString()));
    }
    return reply;
}

QJsonObject wholeReply(const ProxyReply &reply, const ProxyRequest &request, qint64 created)
{
    QJsonObject message{{u"role"_s, u"assistant"_s}};
    message.insert(u"content"_s,
                   reply.callsTool ? QJsonValue() : QJsonValue(reply.pieces.join(QString())));
    if (reply.callsTool) {
        QJsonObject call = toolCall(seed()[u"tool"][u"arguments"].toString());
        call.remove(u"index"_s);
        message.insert(u"tool_calls"_s, QJsonArray{call});
    }
    if (!reply.thoughts.isEmpty())
        message.insert(u"reasoning_content"_s, reply.thoughts);
    const QJsonObject choice{
        {u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, reply.finishReason}};
    return {{u"id"_s, reply.id},
            {u"object"_s, u"chat.completion"_s},
            {u"created"_s, created},
            {u"model"_s, shownModel(reply, request)},
            {u"choices"_s, QJsonArray{choice}},
            {u"usage"_s, usageOf(reply)}};
}

QList<QByteArray> replyEvents(const ProxyReply &reply, const ProxyRequest &request, qint64 created)
{
    const auto event = [&](const QJsonObject &delta) {
        return compact(chunkOf(reply, request, created, delta));
    };
    QList<QByteArray> events{event({{u"role"_s, u"assistant"_s}, {u"content"_s, QString(u""_s)}})};
    if (!reply.thoughts.isEmpty()) {
        for (const QString &word : wordsOf(reply.thoughts))
            events.append(event({{u"reasoning_content"_s, word}}));
    }
    for (const QString &piece : reply.pieces)
        events.append(event({{u"content"_s, piece}}));
    if (reply.callsTool) {
        events.append(event({{u"tool_calls"_s, QJsonArray{toolCall({})}}}));
        const QJsonObject function{{u"arguments"_s, seed()[u"tool"][u"arguments"]}};
        const QJsonObject rest{{u"index"_s, 0}, {u"function"_s, function}};
        events.append(event({{u"tool_calls"_s, QJsonArray{rest}}}));
    }
    return events;
}

QList<QByteArray> closingEvents(const ProxyReply &reply, const ProxyRequest &request,
                                qint64 created, bool tellsCost)
{
    QList<QByteArray> events{compact(chunkOf(reply, request, created, {}, reply.finishReason))};
    if (!request.wantsUsage)
        return events;
    QJsonObject usage = usageOf(reply);
    // One out of the proxy's store still tells what the first one cost.
    if (tellsCost && reply.model.hasPrice)
        usage.insert(u"cost"_s, reply.cost().total());
    QJsonObject last = chunkOf(reply, request, created, {});
    last.insert(u"usage"_s, usage);
    events.append(compact(last));
    return events;
}

} // namespace litedeck::demo
