// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/JobCostTable.h"

#include "core/base/JsonReader.h"
#include "core/store/Database.h"
#include "core/store/Query.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace litedeck::JobCostTable {

using namespace Qt::StringLiterals;

namespace {

QString toJson(const JobCosts &costs)
{
    QJsonArray calls;
    for (const CallCost &call : costs.calls) {
        calls.append(QJsonObject{{u"id"_s, call.id.value},
                                 {u"model"_s, call.model},
                                 {u"purpose"_s, call.purpose},
                                 {u"prompt_tokens"_s, call.promptTokens},
                                 {u"completion_tokens"_s, call.completionTokens},
                                 {u"nano_usd"_s, call.cost.nano},
                                 {u"at"_s, call.createdAt.toString(Qt::ISODateWithMs)}});
    }
    const QJsonObject json{{u"status"_s, storedName(costs.status)},
                           {u"nano_usd"_s, costs.total.nano},
                           {u"calls"_s, calls}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<JobCosts> fromJson(const JobId &id, const QString &text)
{
    JsonReader json(QJsonDocument::fromJson(text.toUtf8()).object(), u"costs"_s);
    JobCosts costs{.id = id,
                   .status = valueNamed<RecordStatus>(json.text(u"status"_s)),
                   .total = {json.integer(u"nano_usd"_s)}};
    json.forEach(u"calls"_s, [&costs](JsonReader &call) {
        costs.calls += CallCost{.id = {call.text(u"id"_s)},
                                .model = call.optionalText(u"model"_s).value_or(QString()),
                                .purpose = call.optionalText(u"purpose"_s).value_or(QString()),
                                .promptTokens = call.integer(u"prompt_tokens"_s),
                                .completionTokens = call.integer(u"completion_tokens"_s),
                                .cost = {call.integer(u"nano_usd"_s)},
                                .createdAt = call.optionalTime(u"at"_s).value_or(QDateTime())};
    });
    return json.ok() ? std::optional(costs) : std::nullopt;
}

} // namespace

StoreResult<> save(const Database &database, const TeamId &team, const JobCosts &costs)
{
    Query query(database,
                u"INSERT OR REPLACE INTO job_costs(team_id, job_id, json) VALUES (?, ?, ?)"_s);
    return query.bind(team.value).bind(costs.id.value).bind(toJson(costs)).run();
}

StoreResult<QHash<JobId, JobCosts>> load(const Database &database, const TeamId &team)
{
    QHash<JobId, JobCosts> costs;
    Query query(database, u"SELECT job_id, json FROM job_costs WHERE team_id = ?"_s);
    query.bind(team.value);
    const auto read = query.forEach([&costs](const Query &row) {
        if (const auto job = fromJson({row.text(0)}, row.text(1)))
            costs.insert(job->id, *job);
    });
    if (!read)
        return Unexpected{read.error()};
    return costs;
}

StoreResult<> rewriteOld(const Database &database)
{
    return database.execute(uR"(
        UPDATE job_costs SET json = json_object(
            'status', json_extract(json, '$.status'),
            'nano_usd', CAST(round(json_extract(json, '$.costs.total_cost_usd') * 1e9) AS INTEGER),
            'calls', (SELECT json_group_array(json_object(
                    'id', json_extract(value, '$.call_id'),
                    'model', json_extract(value, '$.model'),
                    'purpose', json_extract(value, '$.purpose'),
                    'prompt_tokens', json_extract(value, '$.prompt_tokens'),
                    'completion_tokens', json_extract(value, '$.completion_tokens'),
                    'nano_usd', CAST(round(json_extract(value, '$.cost_usd') * 1e9) AS INTEGER),
                    'at', json_extract(value, '$.created_at')))
                FROM json_each(job_costs.json, '$.costs.breakdown') WHERE type = 'object'))
        WHERE CASE WHEN json_valid(json) THEN json_type(json, '$.costs') END = 'object')"_s);
}

} // namespace litedeck::JobCostTable
