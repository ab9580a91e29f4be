// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/FieldReader.h"
#include "core/demo/ModelCatalogue.h"
#include "core/demo/Room.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

Response listModels(const Call &call)
{
    QJsonArray list;
    for (const Model &model : allModels()) {
        const QJsonObject object = toJson(model);
        bool wanted = true;
        for (const QString &filter : {u"status"_s, u"provider"_s}) {
            const QString value = call.request.query.queryItemValue(filter, QUrl::FullyDecoded);
            wanted = wanted && (value.isEmpty() || object.value(filter).toString() == value);
        }
        const QString group =
            call.request.query.queryItemValue(u"access_group"_s, QUrl::FullyDecoded);
        if (wanted && (group.isEmpty() || object.value(u"access_groups").toArray().contains(group)))
            list.append(object);
    }
    return Response::json(list);
}

Response getModel(const Call &call)
{
    const QString alias = call.path.value(u"alias"_s);
    const Model *model = findModel(alias);
    if (model == nullptr)
        return Response::detail(404, u"Model alias '%1' not found"_s.arg(alias));
    return Response::json(toJson(*model));
}

Response resolveGroup(const DemoStore &store, const Call &call)
{
    FieldReader fields(call.request.query);
    const QString teamId = fields.string(u"team_id"_s);
    if (!fields.ok())
        return fields.failure();
    if (teamId != store.team().id)
        return Response::detail(403, u"Cannot resolve model group for a different team"_s);
    const QString group = call.path.value(u"group"_s);
    if (group == u"ChatAgent"_s) {
        return Response::json(QJsonObject{{u"group_name"_s, group},
                                          {u"primary_model"_s, u"gpt-4o-mini"_s},
                                          {u"fallback_models"_s, QJsonArray{u"claude-3-5-haiku"_s}},
                                          {u"team_has_access"_s, true}});
    }
    if (group == u"ResearchAgent"_s) {
        const QString error =
            u"Team '%1' does not have access to model group '%2'"_s.arg(teamId, group);
        return Response::json(QJsonObject{{u"group_name"_s, group},
                                          {u"primary_model"_s, QJsonValue::Null},
                                          {u"fallback_models"_s, QJsonArray{}},
                                          {u"team_has_access"_s, false},
                                          {u"error"_s, error}});
    }
    if (group == u"EmptyAgent"_s) {
        return Response::detail(403, u"No active models configured for group '%1'"_s.arg(group));
    }
    return Response::detail(404, u"Model group '%1' not found"_s.arg(group));
}

} // namespace

void addModelRoutes(Router &router, const Premises &premises)
{
    const DemoStore &store = premises.store;
    router.add("GET", u"/api/models"_s, Access::Open, false, &listModels);
    router.add("GET", u"/api/models/{alias}"_s, Access::Open, false, &getModel);
    router.add("GET", u"/api/model-groups/{group}/resolve"_s, Access::TeamKey, false,
               [&store](const Call &call) { return resolveGroup(store, call); });
}

} // namespace litedeck::demo
