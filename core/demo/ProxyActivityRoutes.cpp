// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyRoom.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// What some rows took together.
struct Sums
{
    double spend = 0;
    qint64 prompt = 0;
    qint64 completion = 0;
    qint64 cached = 0;
    qint64 successes = 0;
    qint64 failures = 0;
    qint64 milliseconds = 0;

    void add(const ProxyRow &row)
    {
        spend += row.spend();
        prompt += row.tokens.prompt;
        completion += row.tokens.completion;
        cached += row.tokens.cached;
        ++(row.isFailure ? failures : successes);
        milliseconds += row.startedAt.msecsTo(row.endedAt);
    }
};

/// With `prefix` before each name, as the totals have it.
QJsonObject toJson(const Sums &sums, const QString &prefix = {})
{
    return {{prefix + u"spend"_s, sums.spend},
            {prefix + u"prompt_tokens"_s, sums.prompt},
            {prefix + u"completion_tokens"_s, sums.completion},
            {prefix + u"total_tokens"_s, sums.prompt + sums.completion},
            {prefix + u"cache_read_input_tokens"_s, sums.cached},
            {prefix + u"cache_creation_input_tokens"_s, 0},
            {prefix + u"successful_requests"_s, sums.successes},
            {prefix + u"failed_requests"_s, sums.failures},
            {prefix + u"api_requests"_s, sums.successes + sums.failures},
            {prefix + u"total_response_time_ms"_s, sums.milliseconds}};
}

using Parts = QMap<QString, Sums>;

QJsonObject toJson(const Parts &parts, const QJsonObject &metadata)
{
    QJsonObject json;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        json.insert(part.key(), QJsonObject{{u"metrics"_s, toJson(part.value())},
                                            {u"metadata"_s, metadata},
                                            {u"api_key_breakdown"_s, QJsonObject{}}});
    }
    return json;
}

/// A day as both kinds of activity show it; `entity` is the user or the team.
QJsonObject toJson(const QDate &day, const QList<const ProxyRow *> &rows,
                   const ProxyAccount &account, const QString &entity)
{
    Sums all;
    Parts models;
    Parts groups;
    Parts providers;
    Parts endpoints;
    for (const ProxyRow *row : rows) {
        all.add(*row);
        models[row->model].add(*row);
        groups[row->group].add(*row);
        providers[row->provider].add(*row);
        endpoints[u"/chat/completions"_s].add(*row);
    }
    const QJsonObject key{{u"key_alias"_s, account.keyAlias}, {u"team_id"_s, account.team}};
    return {{u"date"_s, day.toString(Qt::ISODate)},
            {u"metrics"_s, toJson(all)},
            {u"breakdown"_s, QJsonObject{{u"models"_s, toJson(models, {})},
                                         {u"model_groups"_s, toJson(groups, {})},
                                         {u"providers"_s, toJson(providers, {})},
                                         {u"endpoints"_s, toJson(endpoints, {})},
                                         {u"mcp_servers"_s, QJsonObject{}},
                                         {u"api_keys"_s, toJson({{account.keyHash, all}}, key)},
                                         {u"entities"_s, toJson({{entity, all}}, {})}}}};
}

Response activity(const ProxyStore &store, const Call &call, const QString &entity, bool inOnePage)
{
    const QDateTime from = dateParameter(call, u"start_date"_s, false);
    const QDateTime to = dateParameter(call, u"end_date"_s, true);
    if (!from.isValid() || !to.isValid())
        return refusal(store.failure(u"no-activity-dates"_s));
    const QString key = parameter(call, u"api_key"_s);
    const bool isOtherKey = !key.isEmpty() && key != store.account().keyHash;
    QMap<QDate, QList<const ProxyRow *>> days;
    Sums all;
    for (const ProxyRow *row : rowsBetween(store, from, to)) {
        if (isOtherKey)
            continue;
        days[row->startedAt.date()].append(row);
        all.add(*row);
    }
    // A page holds rows of a table with one for each model of a day, here whole days.
    constexpr qsizetype DaysOfPage = 10;
    const qsizetype size = inOnePage ? std::max<qsizetype>(days.size(), 1) : DaysOfPage;
    const qsizetype number = std::max(1, parameter(call, u"page"_s).toInt());
    const qsizetype pages = std::max<qsizetype>(1, (days.size() + size - 1) / size);
    QJsonArray results;
    QList<QDate> newestFirst = days.keys();
    std::reverse(newestFirst.begin(), newestFirst.end());
    for (const QDate &day : newestFirst.mid((number - 1) * size, size))
        results.append(toJson(day, days.value(day), store.account(), entity));
    QJsonObject metadata = toJson(all, u"total_"_s);
    metadata.insert(u"page"_s, number);
    metadata.insert(u"total_pages"_s, pages);
    metadata.insert(u"has_more"_s, number < pages);
    return Response::json(QJsonObject{{u"results"_s, results}, {u"metadata"_s, metadata}});
}

std::optional<Response> userActivity(ProxyStore &store, const Call &call)
{
    return activity(store, call, store.account().user, false);
}

std::optional<Response> aggregatedActivity(ProxyStore &store, const Call &call)
{
    return activity(store, call, store.account().user, true);
}

/// A plain member sees what its own key took.
std::optional<Response> teamActivity(ProxyStore &store, const Call &call)
{
    const QString own = store.account().homeTeam;
    const QString team = parameter(call, u"team_ids"_s);
    if (!team.isEmpty() && team != own)
        return refusal(store.failure(u"activity-of-other-team"_s, {{u"team"_s, team}}));
    return activity(store, call, own, false);
}

} // namespace

void addProxyActivityRoutes(Router &router, ProxyStore &store)
{
    addProxyRoute(router, store, u"/user/daily/activity"_s, ProxyRight::Activity, &userActivity);
    addProxyRoute(router, store, u"/user/daily/activity/aggregated"_s, ProxyRight::Activity,
                  &aggregatedActivity);
    addProxyRoute(router, store, u"/team/daily/activity"_s, ProxyRight::TeamActivity,
                  &teamActivity);
}

} // namespace litedeck::demo
