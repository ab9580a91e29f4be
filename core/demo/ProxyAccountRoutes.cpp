// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyModels.h"
#include "core/demo/ProxyRoom.h"
#include "core/demo/Resource.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

void insertBudget(QJsonObject &json, const ProxyBudget &budget)
{
    json.insert(u"spend"_s, budget.spend);
    json.insert(u"total_spend"_s, budget.total);
    json.insert(u"max_budget"_s, budget.limit ? QJsonValue(*budget.limit) : QJsonValue());
    json.insert(u"budget_duration"_s, budget.period);
    json.insert(u"budget_reset_at"_s, isoTime(budget.resetsAt));
}

QJsonObject keyEntry(ProxyStore &store)
{
    static const QJsonObject blank = jsonResource(u"litellm/key.json"_s).object();
    const ProxyAccount &account = store.account();
    QJsonObject json = blank;
    insertBudget(json, store.budget(Payer::Key));
    json.insert(u"key_name"_s, account.keyName());
    json.insert(u"key_alias"_s, account.keyAlias);
    json.insert(u"user_id"_s, textOrNull(account.user));
    json.insert(u"team_id"_s, textOrNull(account.team));
    const int requests = store.traits().requestsPerMinute;
    json.insert(u"rpm_limit"_s, requests > 0 ? QJsonValue(requests) : QJsonValue());
    json.insert(u"tpm_limit"_s, account.tokensPerMinute);
    return json;
}

/// The budget of a member or a colleague in the team.
QJsonObject membership(const QString &user, const QString &team, const ProxyBudget &budget)
{
    static const QJsonObject blank = jsonResource(u"litellm/team.json"_s)[u"membership"].toObject();
    QJsonObject json = blank;
    json.insert(u"user_id"_s, user);
    json.insert(u"team_id"_s, team);
    json.insert(u"spend"_s, budget.spend);
    json.insert(u"total_spend"_s, budget.total);
    if (!budget.limit) {
        json.insert(u"budget_id"_s, QJsonValue::Null);
        json.insert(u"litellm_budget_table"_s, QJsonValue::Null);
        json.insert(u"budget_source"_s, u"none"_s);
        return json;
    }
    QJsonObject table = json.value(u"litellm_budget_table"_s).toObject();
    table.insert(u"max_budget"_s, *budget.limit);
    table.insert(u"budget_duration"_s, textOrNull(budget.period));
    table.insert(u"budget_reset_at"_s, isoTime(budget.resetsAt));
    json.insert(u"litellm_budget_table"_s, table);
    return json;
}

QJsonObject roleOf(const QString &user, const QString &email)
{
    return {{u"user_id"_s, user},
            {u"user_email"_s, email},
            {u"role"_s, u"user"_s},
            {u"user_alias"_s, QJsonValue::Null}};
}

std::optional<Response> keyInfo(ProxyStore &store, const Call &)
{
    return Response::json(
        QJsonObject{{u"key"_s, store.account().keyHash}, {u"info"_s, keyEntry(store)}});
}

std::optional<Response> teamInfo(ProxyStore &store, const Call &call)
{
    static const QJsonObject blank = jsonResource(u"litellm/team.json"_s)[u"team_info"].toObject();
    const ProxyAccount &account = store.account();
    const QString id = parameter(call, u"team_id"_s);
    if (id.isEmpty() || (id != account.team && id != account.homeTeam))
        return refusal(store.failure(u"not-in-team"_s, {{u"team"_s, id}}));
    QJsonArray roles;
    QJsonArray keys;
    QJsonArray members;
    if (id == account.team) {
        QJsonObject own = keyEntry(store);
        own.insert(u"token"_s, account.keyHash);
        keys.append(own);
    }
    if (store.has(Payer::User)) {
        roles.append(roleOf(account.user, account.email));
        members.append(membership(account.user, id, store.budget(Payer::Member)));
    }
    for (const Colleague &colleague : account.colleagues) {
        QJsonObject key = jsonResource(u"litellm/key.json"_s).object();
        key.insert(u"token"_s, colleague.token());
        key.insert(u"key_name"_s, u"sk-..."_s + colleague.token().right(4));
        key.insert(u"key_alias"_s, colleague.keyAlias);
        key.insert(u"user_id"_s, textOrNull(colleague.user));
        key.insert(u"team_id"_s, id);
        key.insert(u"spend"_s, colleague.spend);
        key.insert(u"total_spend"_s, colleague.spend);
        keys.append(key);
        if (colleague.user.isEmpty())
            continue;
        roles.append(roleOf(colleague.user, colleague.email));
        members.append(membership(
            colleague.user, id,
            {.spend = colleague.spend, .total = colleague.spend, .limit = colleague.limit}));
    }
    QJsonObject info = blank;
    insertBudget(info, store.budget(Payer::Team));
    info.remove(u"total_spend"_s);
    info.insert(u"team_id"_s, id);
    info.insert(u"team_alias"_s, account.teamAlias);
    info.insert(u"members_with_roles"_s, roles);
    return Response::json(QJsonObject{{u"team_id"_s, account.team},
                                      {u"team_info"_s, info},
                                      {u"keys"_s, keys},
                                      {u"team_memberships"_s, members}});
}

QJsonObject userEntry(ProxyStore &store)
{
    static const QJsonObject blank = jsonResource(u"litellm/user.json"_s).object();
    const ProxyAccount &account = store.account();
    QJsonObject json = blank;
    insertBudget(json, store.budget(Payer::User));
    json.remove(u"total_spend"_s);
    json.insert(u"user_id"_s, account.user);
    json.insert(u"user_email"_s, account.email);
    json.insert(u"teams"_s, QJsonArray{account.homeTeam});
    return json;
}

std::optional<Response> userInfo(ProxyStore &store, const Call &)
{
    return Response::json(QJsonObject{{u"user_id"_s, store.account().user},
                                      {u"user_info"_s, userEntry(store)},
                                      {u"keys"_s, QJsonArray{keyEntry(store)}},
                                      {u"teams"_s, QJsonArray{}}});
}

std::optional<Response> shortUserInfo(ProxyStore &store, const Call &)
{
    return Response::json(userEntry(store));
}

/// The callable models, each as `entry` shows it.
Response modelList(QJsonObject (*entry)(const ProxyModel &), const QString &wanted)
{
    QJsonArray list;
    for (const ProxyModel &model : proxyModels()) {
        if (model.model.allowed && (wanted.isEmpty() || model.model.alias == wanted))
            list.append(entry(model));
    }
    return Response::json(QJsonObject{{u"data"_s, list}, {u"object"_s, u"list"_s}});
}

std::optional<Response> listModels(ProxyStore &store, const Call &)
{
    if (const auto failure = store.usedUp())
        return refusal(*failure);
    return modelList(&modelEntry, {});
}

std::optional<Response> modelGroups(ProxyStore &, const Call &call)
{
    return modelList(&groupEntry, parameter(call, u"model_group"_s));
}

/// Calls every model for money, which is why nobody should ask for it.
std::optional<Response> health(ProxyStore &store, const Call &)
{
    QJsonArray endpoints;
    for (const ProxyModel &model : proxyModels()) {
        ProxyRow row;
        row.callId = store.rng().uuid();
        row.requestId = u"chatcmpl-"_s + store.rng().hex(20);
        row.session = store.rng().uuid();
        row.model = model.provider + u'/' + model.model.actualModel;
        row.group = row.askedGroup = model.model.alias;
        row.provider = model.provider;
        row.tokens = {.prompt = 8, .completion = 5};
        row.cost = costOf(model, row.tokens);
        row.startedAt = row.firstTokenAt = row.endedAt = store.now();
        row.tags = QStringList{u"litellm-internal-health-check"_s};
        store.book(row);
        endpoints.append(QJsonObject{{u"model"_s, row.model}});
    }
    return Response::json(QJsonObject{{u"healthy_endpoints"_s, endpoints},
                                      {u"unhealthy_endpoints"_s, QJsonArray{}},
                                      {u"healthy_count"_s, endpoints.size()},
                                      {u"unhealthy_count"_s, 0}});
}

Response isAlive(const Call &)
{
    Response response;
    response.body = "\"I'm alive!\"";
    return response;
}

Response isReady(const Call &)
{
    return Response::json(QJsonObject{{u"status"_s, u"healthy"_s}, {u"db"_s, u"connected"_s}});
}

} // namespace

void addProxyAccountRoutes(Router &router, ProxyStore &store)
{
    for (const QString &path : {u"/health/liveliness"_s, u"/health/liveness"_s})
        router.add("GET", path, Access::Open, false, &isAlive);
    router.add("GET", u"/health/readiness"_s, Access::Open, false, &isReady);
    // Every kind of key may ask for it, which is what makes it dangerous.
    addProxyRoute(router, store, u"/health"_s, ProxyRight::Calls, &health);
    for (const QString &path : {u"/v1/models"_s, u"/models"_s})
        addProxyRoute(router, store, path, ProxyRight::Calls, &listModels);
    addProxyRoute(router, store, u"/model_group/info"_s, ProxyRight::Calls, &modelGroups);
    addProxyRoute(router, store, u"/key/info"_s, ProxyRight::Key, &keyInfo);
    addProxyRoute(router, store, u"/team/info"_s, ProxyRight::Team, &teamInfo);
    addProxyRoute(router, store, u"/user/info"_s, ProxyRight::User, &userInfo);
    addProxyRoute(router, store, u"/v2/user/info"_s, ProxyRight::UserShort, &shortUserInfo);
}

} // namespace litedeck::demo
