// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountTables.h"

#include "core/base/JsonReader.h"
#include "core/store/Database.h"
#include "core/store/Query.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck::AnswerTable {

StoreResult<> save(const Database &database, const TeamId &team, const QString &question,
                   const KnownAnswer &answer)
{
    return Query(database, uR"(INSERT OR REPLACE INTO known_answers(team_id, question, json, at)
                               VALUES (?, ?, ?, ?))"_s)
        .bind(team.value)
        .bind(question)
        .bind(QString::fromUtf8(answer.json))
        .bind(answer.at.toMSecsSinceEpoch())
        .run();
}

StoreResult<std::optional<KnownAnswer>> load(const Database &database, const TeamId &team,
                                             const QString &question)
{
    Query query(database, uR"(SELECT json, at FROM known_answers
                              WHERE team_id = ? AND question = ?)"_s);
    const auto found = query.bind(team.value).bind(question).list([](const Query &row) {
        return KnownAnswer{row.text(0).toUtf8(), row.time(1)};
    });
    if (!found)
        return Unexpected{found.error()};
    return found->isEmpty() ? std::nullopt : std::optional(found->constFirst());
}

} // namespace litedeck::AnswerTable

namespace litedeck::LedgerTable {

namespace {

StoreResult<> saveLine(const Database &database, const TeamId &team, const LedgerLine &line)
{
    Query query(database,
                uR"(INSERT OR REPLACE INTO ledger_lines(team_id, line_id, place, gap_below,
                              job_id, type, amount, balance_before, balance_after, reason, created_at)
                              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s);
    const Transaction &entry = line.transaction;
    return query.bind(team.value)
        .bind(entry.id)
        .bind(line.place)
        .bind(qint64(line.gapBelow))
        .bind(entry.job.value)
        .bind(entry.type)
        .bind(entry.amount)
        .bind(entry.before)
        .bind(entry.after)
        .bind(entry.reason)
        .bind(entry.createdAt.toMSecsSinceEpoch())
        .run();
}

LedgerLine readLine(const Query &row)
{
    return {.transaction = {.id = row.text(0),
                            .job = {row.text(3)},
                            .type = row.text(4),
                            .amount = row.number(5),
                            .before = row.number(6),
                            .after = row.number(7),
                            .reason = row.text(8),
                            .createdAt = row.time(9)},
            .place = row.number(1),
            .gapBelow = row.number(2) != 0};
}

} // namespace

StoreResult<> save(const Database &database, const TeamId &team, const QList<LedgerLine> &lines)
{
    return inTransaction(database, [&]() -> StoreResult<> {
        for (const LedgerLine &line : lines) {
            if (auto saved = saveLine(database, team, line); !saved)
                return saved;
        }
        return Done{};
    });
}

StoreResult<QList<LedgerLine>> load(const Database &database, const TeamId &team)
{
    Query query(database, uR"(SELECT line_id, place, gap_below, job_id, type, amount,
                                     balance_before, balance_after, reason, created_at
                              FROM ledger_lines WHERE team_id = ? ORDER BY place DESC)"_s);
    return query.bind(team.value).list(readLine);
}

} // namespace litedeck::LedgerTable

namespace litedeck::JobCostTable {

namespace {

QJsonObject toJson(const RequestDetail &detail)
{
    QJsonObject json{{u"session"_s, detail.session},
                     {u"model_asked"_s, detail.modelAsked},
                     {u"provider"_s, detail.provider},
                     {u"key"_s, detail.key},
                     {u"discount"_s, detail.discount.nano},
                     {u"margin"_s, detail.margin.nano},
                     {u"from_cache"_s, detail.isFromCache},
                     {u"retries"_s, detail.retries},
                     {u"fallbacks"_s, detail.fallbacks},
                     {u"guardrails"_s, QJsonArray::fromStringList(detail.guardrails)},
                     {u"tags"_s, QJsonArray::fromStringList(detail.tags)},
                     {u"error_class"_s, detail.errorClass},
                     {u"error_code"_s, detail.errorCode},
                     {u"error_cause"_s, detail.errorCause}};
    const auto add = [&json](const QString &name, const std::optional<qint64> &number) {
        if (number)
            json.insert(name, *number);
    };
    const auto nano = [](const std::optional<Usd> &amount) {
        return amount ? std::optional(amount->nano) : std::nullopt;
    };
    add(u"first_token_ms"_s, detail.untilFirstToken
                                 ? std::optional<qint64>(detail.untilFirstToken->count())
                                 : std::nullopt);
    add(u"cached_tokens"_s, detail.cachedTokens);
    add(u"reasoning_tokens"_s, detail.reasoningTokens);
    add(u"input_cost"_s, nano(detail.inputCost));
    add(u"output_cost"_s, nano(detail.outputCost));
    add(u"cache_read_cost"_s, nano(detail.cacheReadCost));
    return json;
}

/// Nothing where the server logs no more than what a call cost.
std::optional<RequestDetail> readDetail(JsonReader &call)
{
    if (!call.has(u"detail"_s))
        return std::nullopt;
    JsonReader json = call.reader(u"detail"_s);
    const auto text = [&json](const QString &name) {
        return json.optionalText(name).value_or(QString());
    };
    const auto amount = [&json](const QString &name) {
        const auto nano = json.optionalInteger(name);
        return nano ? std::optional(Usd{*nano}) : std::nullopt;
    };
    const auto firstToken = json.optionalInteger(u"first_token_ms"_s);
    return RequestDetail{.session = text(u"session"_s),
                         .modelAsked = text(u"model_asked"_s),
                         .provider = text(u"provider"_s),
                         .key = text(u"key"_s),
                         .untilFirstToken =
                             firstToken ? std::optional(Milliseconds(*firstToken)) : std::nullopt,
                         .cachedTokens = json.optionalInteger(u"cached_tokens"_s),
                         .reasoningTokens = json.optionalInteger(u"reasoning_tokens"_s),
                         .inputCost = amount(u"input_cost"_s),
                         .outputCost = amount(u"output_cost"_s),
                         .cacheReadCost = amount(u"cache_read_cost"_s),
                         .discount = amount(u"discount"_s).value_or(Usd()),
                         .margin = amount(u"margin"_s).value_or(Usd()),
                         .isFromCache = json.optionalBoolean(u"from_cache"_s).value_or(false),
                         .retries = int(json.optionalInteger(u"retries"_s).value_or(0)),
                         .fallbacks = int(json.optionalInteger(u"fallbacks"_s).value_or(0)),
                         .guardrails = json.optionalTexts(u"guardrails"_s),
                         .tags = json.optionalTexts(u"tags"_s),
                         .errorClass = text(u"error_class"_s),
                         .errorCode = text(u"error_code"_s),
                         .errorCause = text(u"error_cause"_s)};
}

QString toJson(const JobCosts &costs)
{
    QJsonArray calls;
    for (const CallCost &call : costs.calls) {
        QJsonObject json{{u"id"_s, call.id.value},
                         {u"model"_s, call.model},
                         {u"purpose"_s, call.purpose},
                         {u"prompt_tokens"_s, call.promptTokens},
                         {u"completion_tokens"_s, call.completionTokens},
                         {u"nano_usd"_s, call.cost.nano},
                         {u"at"_s, call.createdAt.toString(Qt::ISODateWithMs)}};
        if (call.detail)
            json.insert(u"detail"_s, toJson(*call.detail));
        calls.append(json);
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
                                .createdAt = call.optionalTime(u"at"_s).value_or(QDateTime()),
                                .detail = readDetail(call)};
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
