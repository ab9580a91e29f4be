// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyModels.h"

#include "core/demo/Resource.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr double PerMillion = 1e6;

ProxyModel proxyModelFrom(const QJsonValue &entry)
{
    ProxyModel model{.model = modelFrom(entry),
                     .provider = entry[u"provider"].toString(),
                     .hasPrice = entry[u"input"].isDouble(),
                     .maxInputTokens = entry[u"max_input"].toInt(),
                     .maxOutputTokens = entry[u"max_output"].toInt(),
                     .seesImages = entry[u"vision"].toBool(),
                     .knowsTools = entry[u"tools"].toBool(),
                     .canReason = entry[u"reasoning"].toBool(),
                     .failure = entry[u"failure"].toString(),
                     .fallback = entry[u"fallback"].toString(),
                     .isCached = entry[u"cached"].toBool(),
                     .thinks = entry[u"thinks"].toBool(),
                     .callsTool = entry[u"calls_tool"].toBool(),
                     .endsEarly = entry[u"ends_early"].toBool()};
    model.model.provider = u"openai"_s;
    return model;
}

QList<ProxyModel> readProxyModels()
{
    QList<ProxyModel> models;
    const QJsonArray entries = jsonResource(u"litellm/models.json"_s).array();
    for (const QJsonValue &entry : entries)
        models.append(proxyModelFrom(entry));
    return models;
}

} // namespace

const QList<ProxyModel> &proxyModels()
{
    static const QList<ProxyModel> models = readProxyModels();
    return models;
}

const ProxyModel *findProxyModel(const QString &alias)
{
    for (const ProxyModel &model : proxyModels()) {
        if (model.model.alias == alias)
            return &model;
    }
    return nullptr;
}

QStringList callableAliases()
{
    QStringList aliases;
    for (const ProxyModel &model : proxyModels()) {
        if (model.model.allowed)
            aliases.append(model.model.alias);
    }
    return aliases;
}

ProxyCost costOf(const ProxyModel &model, const ProxyTokens &tokens)
{
    // Reading it again costs half.
    const double inputPrice = model.model.priceIn / PerMillion;
    const double cacheRead = tokens.cached * inputPrice / 2;
    return {.input = (tokens.prompt - tokens.cached) * inputPrice + cacheRead,
            .output = tokens.completion * model.model.priceOut / PerMillion,
            .cacheRead = cacheRead};
}

void fail(ProxyRow &row, const ProxyFailure &failure, const ProxyModel *model)
{
    row.isFailure = true;
    row.requestId = row.callId;
    if (failure.fields.contains(u"guardrail_name"_s))
        row.guardrails = QStringList{failure.fields.value(u"guardrail_name"_s).toString()};
    row.error = failure.toJson(model == nullptr ? QString() : model->provider);
    if (model == nullptr || !(failure.isMidway || failure.chargesPrompt))
        row.tokens = {};
    row.cost = model == nullptr ? ProxyCost() : costOf(*model, row.tokens);
    if (model != nullptr)
        return;
    row.model = row.askedGroup;
    row.group.clear();
    row.provider.clear();
}

QJsonObject clientLeftError()
{
    return {{u"error_code"_s, u"499"_s},
            {u"error_class"_s, u"ClientDisconnected"_s},
            {u"error_message"_s, u"Client disconnected the request"_s}};
}

QJsonObject modelEntry(const ProxyModel &model)
{
    return {{u"id"_s, model.model.alias},
            {u"object"_s, u"model"_s},
            {u"created"_s, 1677610602},
            {u"owned_by"_s, u"openai"_s},
            {u"mode"_s, u"chat"_s},
            {u"max_input_tokens"_s, model.maxInputTokens},
            {u"max_output_tokens"_s, model.maxOutputTokens}};
}

QJsonObject groupEntry(const ProxyModel &model)
{
    static const QJsonObject blank = jsonResource(u"litellm/model-group.json"_s).object();
    QJsonObject json = blank;
    json.insert(u"model_group"_s, model.model.alias);
    json.insert(u"providers"_s, QJsonArray{model.provider});
    json.insert(u"max_input_tokens"_s, double(model.maxInputTokens));
    json.insert(u"max_output_tokens"_s, double(model.maxOutputTokens));
    if (model.hasPrice) {
        json.insert(u"input_cost_per_token"_s, model.model.priceIn / PerMillion);
        json.insert(u"output_cost_per_token"_s, model.model.priceOut / PerMillion);
    }
    json.insert(u"supports_vision"_s, model.seesImages);
    json.insert(u"supports_function_calling"_s, model.knowsTools);
    json.insert(u"supports_reasoning"_s, model.canReason);
    return json;
}

} // namespace litedeck::demo
