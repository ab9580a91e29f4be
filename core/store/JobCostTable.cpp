// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/JobCostTable.h"

#include "core/saas/Wire.h"
#include "core/store/Database.h"
#include "core/store/Query.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace litedeck::JobCostTable {

using namespace Qt::StringLiterals;

namespace {

constexpr double NanoPerDollar = 1e9;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

double dollars(Usd amount)
{
    return double(amount.nano) / NanoPerDollar;
}

/// In the server's own format, so that the same reader reads both.
QByteArray wireJson(const JobCosts &costs)
{
    QJsonArray calls;
    for (const CallCost &call : costs.calls) {
        calls.append(QJsonObject{{u"call_id"_s, call.id.value},
                                 {u"model"_s, orNull(call.model)},
                                 {u"purpose"_s, orNull(call.purpose)},
                                 {u"prompt_tokens"_s, call.promptTokens},
                                 {u"completion_tokens"_s, call.completionTokens},
                                 {u"cost_usd"_s, dollars(call.cost)},
                                 {u"created_at"_s, call.createdAt.toString(Qt::ISODateWithMs)}});
    }
    const QJsonObject sums{{u"total_cost_usd"_s, dollars(costs.total)}, {u"breakdown"_s, calls}};
    return QJsonDocument(QJsonObject{{u"job_id"_s, costs.id.value},
                                     {u"job_type"_s, costs.type},
                                     {u"status"_s, jobStatusFilter(costs.status)},
                                     {u"costs"_s, sums}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

StoreResult<> save(const Database &database, const TeamId &team, const JobCosts &costs)
{
    Query query(database,
                u"INSERT OR REPLACE INTO job_costs(team_id, job_id, json) VALUES (?, ?, ?)"_s);
    return query.bind(team.value)
        .bind(costs.id.value)
        .bind(QString::fromUtf8(wireJson(costs)))
        .run();
}

StoreResult<QHash<JobId, JobCosts>> load(const Database &database, const TeamId &team)
{
    QHash<JobId, JobCosts> costs;
    Query query(database, u"SELECT json FROM job_costs WHERE team_id = ?"_s);
    query.bind(team.value);
    const auto read = query.forEach([&costs](const Query &row) {
        if (const auto job = wire::parseJobCosts(row.text(0).toUtf8()))
            costs.insert(job->id, *job);
    });
    if (!read)
        return Unexpected{read.error()};
    return costs;
}

} // namespace litedeck::JobCostTable
