// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ModelCatalogue.h"

#include "core/demo/Resource.h"

#include <QJsonArray>
#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

QList<Model> readModels()
{
    QList<Model> models;
    const QJsonArray entries = jsonResource(u"models.json"_s).array();
    for (const QJsonValue &entry : entries)
        models.append(modelFrom(entry));
    return models;
}

} // namespace

Behaviour behaviourNamed(const QByteArray &name)
{
    bool isKnown = false;
    const int value = QMetaEnum::fromType<Behaviour>().keyToValue(name.constData(), &isKnown);
    Q_ASSERT(isKnown);
    return static_cast<Behaviour>(value);
}

QString nameOf(Behaviour behaviour)
{
    return QString::fromLatin1(QMetaEnum::fromType<Behaviour>().valueToKey(int(behaviour)));
}

Model modelFrom(const QJsonValue &entry)
{
    const QByteArray behaviour = entry[u"behaviour"].toString(u"Text"_s).toLatin1();
    return {.alias = entry[u"alias"].toString(),
            .displayName = entry[u"name"].toString(),
            .provider = entry[u"provider"].toString(),
            .actualModel = entry[u"model"].toString(),
            .description = entry[u"description"].toString(),
            .priceIn = entry[u"input"].toDouble(),
            .priceOut = entry[u"output"].toDouble(),
            .behaviour = behaviourNamed(behaviour),
            .streamsUsage = entry[u"streams_usage"].toBool(),
            .allowed = entry[u"allowed"].toBool(true),
            .active = entry[u"active"].toBool(true)};
}

const QList<Model> &allModels()
{
    static const QList<Model> models = readModels();
    return models;
}

const Model *findModel(const QString &alias)
{
    for (const Model &model : allModels()) {
        if (model.alias == alias)
            return &model;
    }
    return nullptr;
}

QStringList allowedAliases()
{
    QStringList aliases;
    for (const Model &model : allModels()) {
        if (model.allowed)
            aliases.append(model.alias);
    }
    aliases.sort();
    return aliases;
}

QJsonObject toJson(const Model &model)
{
    const QString group = !model.allowed                        ? u"research"_s
                          : model.alias.startsWith(u"fault-"_s) ? u"fault-drill"_s
                                                                : u"standard"_s;
    return {{u"model_alias"_s, model.alias},
            {u"display_name"_s, model.displayName},
            {u"provider"_s, model.provider},
            {u"actual_model"_s, model.actualModel},
            {u"litellm_model_id"_s, QJsonValue::Null},
            {u"access_groups"_s, QJsonArray{group}},
            {u"description"_s, model.description},
            {u"pricing_input"_s, model.priceIn},
            {u"pricing_output"_s, model.priceOut},
            {u"status"_s, model.active ? u"active"_s : u"inactive"_s},
            {u"teams_using"_s, QJsonValue::Null},
            {u"created_at"_s, u"2026-01-12T09:14:05.718232"_s},
            {u"updated_at"_s, u"2026-03-02T16:40:31.042917"_s}};
}

} // namespace litedeck::demo
