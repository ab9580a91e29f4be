// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Provider.h"

#include "core/demo/ProviderFailures.h"
#include "core/demo/ReplyLibrary.h"
#include "core/demo/Rng.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr int BurstCharacters = 200000;
constexpr int MsPerToken = 6;

QString lastUserText(const QJsonArray &messages)
{
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        const QJsonObject message = messages.at(i).toObject();
        if (message.value(u"role").toString() != u"user"_s)
            continue;
        if (message.value(u"content").isString())
            return message.value(u"content").toString();
        QString text;
        const QJsonArray parts = message.value(u"content").toArray();
        for (const QJsonValue &part : parts)
            text += part[u"text"].toString();
        return text;
    }
    return {};
}

QString finishWord(const QString &provider, bool cutShort)
{
    if (provider == u"anthropic"_s)
        return cutShort ? u"max_tokens"_s : u"end_turn"_s;
    if (provider == u"gemini"_s)
        return cutShort ? u"MAX_TOKENS"_s : u"STOP"_s;
    return cutShort ? u"length"_s : u"stop"_s;
}

QString replyText(const Model &model, const QString &prompt, quint32 seed, qsizetype turns)
{
    if (model.behaviour == Behaviour::MarkdownTour)
        return markdownTour();
    if (model.behaviour == Behaviour::Burst)
        return longText(BurstCharacters);
    return reply(prompt, stableHash(prompt.toUtf8(), seed + quint32(turns)));
}

} // namespace

double ProviderAnswer::costUsd() const
{
    return (promptTokens * model.priceIn + completionTokens * model.priceOut) / 1e6;
}

int tokensOf(const QString &text)
{
    return text.isEmpty() ? 0 : int(std::max<qsizetype>(1, (text.size() + 2) / 4));
}

ProviderAnswer askProvider(const Model &model, const QJsonArray &messages, int maxTokens,
                           const DemoScenario &scenario)
{
    ProviderAnswer answer;
    answer.model = model;
    answer.failure = plainFailure(model);
    answer.streamFailure = streamFailure(model);
    const bool roleMissing =
        std::any_of(messages.cbegin(), messages.cend(),
                    [](const QJsonValue &message) { return message[u"role"].isUndefined(); });
    if (model.provider == u"anthropic"_s && roleMissing)
        answer.failure = answer.streamFailure = missingRoleFailure();
    const QString prompt = lastUserText(messages);
    answer.text = replyText(model, prompt, scenario.seed, messages.size());
    bool cutShort = false;
    if (model.behaviour == Behaviour::CutShort)
        maxTokens = std::min(maxTokens > 0 ? maxTokens : 120, 120);
    if (maxTokens > 0 && tokensOf(answer.text) > maxTokens) {
        answer.text.truncate(maxTokens * 4);
        if (answer.text.back().isHighSurrogate())
            answer.text.chop(1);
        cutShort = true;
    }
    if (model.behaviour == Behaviour::NullContent)
        answer.text.clear();
    answer.finishReason = model.behaviour == Behaviour::NullContent
                              ? u"tool_calls"_s
                              : finishWord(model.provider, cutShort);
    for (const QJsonValue &message : messages)
        answer.promptTokens += 4 + tokensOf(message[u"content"].toString());
    answer.completionTokens = std::max(12, tokensOf(answer.text));
    const bool slow =
        model.behaviour == Behaviour::SlowText || model.behaviour == Behaviour::Timeout;
    answer.silenceMs = slow ? scenario.slowThinkerMs : scenario.providerDelayMs;
    // Writing and trying again take their time as well; a scenario without waiting has none of it.
    answer.writingMs = scenario.providerDelayMs == 0 ? 0 : answer.completionTokens * MsPerToken;
    answer.retryMs = scenario.providerDelayMs == 0 ? 0 : retryMs(model);
    return answer;
}

QStringList textPieces(const ProviderAnswer &answer)
{
    // Cutting between whole characters only, since JSON cannot carry half of a surrogate pair.
    const qsizetype size = answer.model.behaviour == Behaviour::Burst ? 24 : 5;
    QStringList pieces;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, answer.text);
    qsizetype from = 0;
    while (from < answer.text.size()) {
        finder.setPosition(std::min(from + size, answer.text.size()));
        if (!finder.isAtBoundary())
            finder.toNextBoundary();
        const qsizetype to = finder.position() > from ? finder.position() : answer.text.size();
        pieces.append(answer.text.mid(from, to - from));
        from = to;
    }
    return pieces;
}

} // namespace litedeck::demo
