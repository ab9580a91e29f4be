// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/ModelInfo.h"

#include "core/gateway/WireSupport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The price of a million tokens.
std::optional<double> priceIn(JsonReader &json, QLatin1StringView key)
{
    constexpr double Million = 1e6;
    const auto price = json.optionalNumber(key);
    return price ? std::optional(*price * Million) : std::nullopt;
}

Model readModel(JsonReader &json)
{
    Model model;
    model.alias = {json.text("model_group"_L1)};
    model.provider = json.optionalTexts("providers"_L1).value(0);
    model.inputPrice = priceIn(json, "input_cost_per_token"_L1);
    model.outputPrice = priceIn(json, "output_cost_per_token"_L1);
    // An integer that the proxy writes with a fraction.
    if (const auto tokens = json.optionalNumber("max_input_tokens"_L1))
        model.contextTokens = qint64(*tokens);
    model.takesImages = json.optionalBoolean("supports_vision"_L1);
    model.callsTools = json.optionalBoolean("supports_function_calling"_L1);
    model.reasons = json.optionalBoolean("supports_reasoning"_L1);
    return model;
}

} // namespace

Expected<QStringList, QString> parseModelNames(const QByteArray &bytes)
{
    return wire::parseWith<QStringList>(bytes, u"models"_s, [](JsonReader &json) {
        QStringList names;
        json.forEach("data"_L1, [&names](JsonReader &model) { names += model.text("id"_L1); });
        // A team that may call all has such a name in its list.
        names.removeAll(u"all-proxy-models"_s);
        names.removeAll(u"all-team-models"_s);
        names.sort(Qt::CaseInsensitive);
        return names;
    });
}

Expected<Model, QString> parseModelInfo(const QByteArray &bytes, const ModelAlias &alias)
{
    return wire::parseWith<Model>(bytes, u"model"_s, [&alias](JsonReader &json) {
        // One of which nothing is known can be called all the same.
        Model known{.alias = alias};
        json.forEach("data"_L1, [&known](JsonReader &group) {
            const Model model = readModel(group);
            if (model.alias == known.alias)
                known = model;
        });
        return known;
    });
}

} // namespace litedeck
