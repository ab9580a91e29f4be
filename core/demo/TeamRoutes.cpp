// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/FieldReader.h"
#include "core/demo/ModelCatalogue.h"
#include "core/demo/Room.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

Response getTeam(const DemoStore &store, const Call &call)
{
    const TeamRecord &team = store.team();
    const QString id = call.path.value(u"team_id"_s);
    if (id != team.id)
        return Response::detail(404, u"Team '%1' not found"_s.arg(id));
    return Response::json(
        QJsonObject{{u"team_id"_s, team.id},
                    {u"organization_id"_s, team.organizationId},
                    {u"credits"_s, toJson(team)},
                    {u"access_groups"_s, QJsonArray{u"standard"_s, u"fault-drill"_s}},
                    {u"allowed_model_aliases"_s, QJsonArray::fromStringList(allowedAliases())},
                    {u"virtual_key"_s, team.virtualKey},
                    {u"credits_allocated"_s, team.allocated},
                    {u"credits_remaining"_s, team.remaining()}});
}

double rounded(double value, int digits)
{
    const double scale = std::pow(10.0, digits);
    return std::round(value * scale) / scale;
}

Response listTeams(const DemoStore &store)
{
    const TeamRecord &team = store.team();
    return Response::json(
        QJsonArray{QJsonObject{{u"team_id"_s, team.id},
                               {u"organization_id"_s, team.organizationId},
                               {u"credits_allocated"_s, team.allocated},
                               {u"credits_remaining"_s, team.remaining()},
                               {u"credits_used"_s, team.used},
                               {u"access_groups"_s, QJsonArray{u"standard"_s, u"fault-drill"_s}},
                               {u"virtual_key"_s, team.virtualKey},
                               {u"budget_mode"_s, team.budgetMode},
                               {u"credits_per_dollar"_s, team.creditsPerDollar},
                               {u"status"_s, team.status},
                               {u"created_at"_s, naiveTime(team.createdAt)}}});
}

/// What SQL's LIKE says of `pattern%`, as the server asks.
bool isLike(const QString &text, const QString &pattern)
{
    QString expression = QRegularExpression::escape(pattern);
    expression.replace(u"\\%"_s, u".*"_s).replace(u'_', u'.');
    return QRegularExpression(u"^(?:"_s + expression + u')').match(text).hasMatch();
}

Response getUsage(const DemoStore &store, const Call &call)
{
    FieldReader fields(call.request.query);
    const QString period = fields.string(u"period"_s);
    if (!fields.ok())
        return fields.failure();
    if (call.path.value(u"team_id"_s) != store.team().id)
        return Response::detail(403, u"Cannot access usage data for a different team"_s);
    int total = 0;
    int completed = 0;
    int failed = 0;
    int tokens = 0;
    double cost = 0.0;
    QMap<QString, std::pair<int, double>> types;
    for (const JobRecord &job : store.jobs()) {
        // The server compares the month's text, so a day never matches and a year does.
        if (job.teamId != store.team().id || !isLike(job.createdAt.toString(u"yyyy-MM"_s), period))
            continue;
        ++total;
        completed += job.status == u"COMPLETED"_s ? 1 : 0;
        failed += job.status == u"FAILED"_s ? 1 : 0;
        auto &[count, typeCost] = types[job.type];
        ++count;
        if (!job.summarised)
            continue;
        const QJsonObject summary = store.costSummary(job);
        typeCost += summary.value(u"total_cost_usd").toDouble();
        cost += summary.value(u"total_cost_usd").toDouble();
        tokens += summary.value(u"total_tokens").toInt();
    }
    QJsonObject byType;
    for (auto it = types.cbegin(); it != types.cend(); ++it) {
        byType.insert(it.key(), QJsonObject{{u"count"_s, it->first}, {u"cost_usd"_s, it->second}});
    }
    const QJsonObject summary{{u"total_jobs"_s, total},
                              {u"successful_jobs"_s, completed},
                              {u"failed_jobs"_s, failed},
                              {u"total_cost_usd"_s, rounded(cost, 2)},
                              {u"total_tokens"_s, tokens},
                              {u"avg_cost_per_job"_s, total == 0 ? 0.0 : rounded(cost / total, 4)}};
    return Response::json(QJsonObject{{u"team_id"_s, store.team().id},
                                      {u"period"_s, period},
                                      {u"summary"_s, summary},
                                      {u"job_types"_s, byType}});
}

} // namespace

void addTeamRoutes(Router &router, const Premises &premises)
{
    DemoStore &store = premises.store;
    // The real server asks for no key in these two, although the answers hold one.
    router.add("GET", u"/api/teams"_s, Access::Open, false,
               [&store](const Call &) { return listTeams(store); });
    router.add("GET", u"/api/teams/{team_id}"_s, Access::Open, false,
               [&store](const Call &call) { return getTeam(store, call); });
    // For administrators only; a team's key counts as none.
    router.add("GET", u"/api/jobs/teams/{team_id}"_s, Access::Open, false, [](const Call &) {
        return Response::detail(401, u"Authentication required. Provide either 'Authorization: "
                                     u"Bearer <token>' or 'X-Admin-Key: <master_key>'"_s);
    });
    router.add("GET", u"/api/teams/{team_id}/usage"_s, Access::TeamKey, false,
               [&store](const Call &call) { return getUsage(store, call); });
}

} // namespace litedeck::demo
