// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/SpendLog.h"

#include "core/base/JsonReader.h"
#include "core/gateway/WireSupport.h"
#include "core/server/CallMetadata.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

SpendRow readRow(JsonReader &json)
{
    const auto text = [&json](QLatin1StringView key) {
        return json.optionalText(key).value_or(QString());
    };
    const QJsonObject metadata = json.raw().value("metadata"_L1).toObject();
    SpendRow row;
    row.requestId = json.text("request_id"_L1);
    row.callId = text("litellm_call_id"_L1);
    row.kind = text("call_type"_L1);
    row.hasFailed = text("status"_L1) == "failure"_L1;
    row.isFromCache = text("cache_hit"_L1) == "True"_L1;
    row.spend = Usd::fromDouble(json.optionalNumber("spend"_L1).value_or(0));
    row.promptTokens = json.optionalInteger("prompt_tokens"_L1).value_or(0);
    row.completionTokens = json.optionalInteger("completion_tokens"_L1).value_or(0);
    row.startedAt = json.time("startTime"_L1);
    row.endedAt = json.optionalTime("endTime"_L1).value_or(QDateTime());
    row.model = text("model_group"_L1);
    // What failed at the door belongs to no group.
    if (row.model.isEmpty())
        row.model = text("model"_L1);
    row.user = text("user"_L1);
    // A stream that the client left is a success with an error.
    if (row.hasFailed)
        row.failure =
            metadata.value("error_information"_L1).toObject().value("error_message"_L1).toString();
    row.metadata = metadata.value("spend_logs_metadata"_L1).toObject();
    row.call = callIn(row.metadata, row.startedAt);
    return row;
}

Expected<QList<SpendRow>, QString> rowsIn(const QJsonObject &object)
{
    JsonReader json(object, u"log"_s);
    QList<SpendRow> rows;
    json.forEach("data"_L1, [&rows](JsonReader &row) { rows += readRow(row); });
    if (!json.ok())
        return Unexpected{json.problem()};
    return rows;
}

/// Whether its cost cannot be told from that of a model without a price.
bool isOfUnknownCost(const SpendRow &row)
{
    return row.isCharged() && row.spend == Usd();
}

/// A row without the paths and the code of the proxy's machine, which are nobody's business.
QJsonObject withoutTrace(QJsonObject row)
{
    QJsonObject metadata = row.value("metadata"_L1).toObject();
    QJsonObject error = metadata.value("error_information"_L1).toObject();
    if (!error.contains("traceback"_L1))
        return row;
    error.remove("traceback"_L1);
    metadata.insert("error_information"_L1, error);
    row.insert("metadata"_L1, metadata);
    return row;
}

} // namespace

Expected<QList<SpendRow>, QString> parseSpendRows(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isArray())
        return Unexpected{u"log: not a list"_s};
    return rowsIn({{"data"_L1, document.array()}});
}

Expected<QList<SpendRow>, QString> parseSpendPage(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return Unexpected{u"log: not an object"_s};
    return rowsIn(document.object());
}

Expected<QList<QJsonObject>, QString> parseRawRows(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isArray())
        return Unexpected{u"log: not a list"_s};
    QList<QJsonObject> rows;
    for (const QJsonValue &row : document.array())
        rows += withoutTrace(row.toObject());
    return rows;
}

Charge chargeOf(const QList<SpendRow> &rows)
{
    Usd cost;
    qint64 prompt = 0;
    qint64 completion = 0;
    for (const SpendRow &row : rows) {
        cost += row.spend;
        prompt += row.promptTokens;
        completion += row.completionTokens;
    }
    Charge charge;
    if (std::none_of(rows.cbegin(), rows.cend(), isOfUnknownCost))
        charge.cost = Measured<Usd>::reported(cost);
    if (prompt + completion > 0) {
        charge.promptTokens = Measured<qint64>::reported(prompt);
        charge.completionTokens = Measured<qint64>::reported(completion);
    }
    return charge;
}

Record recordOf(const SpendRow &row)
{
    Record record;
    record.id = {row.call.callKey.isEmpty() || row.callId.isEmpty() ? row.requestId : row.callId};
    record.group = row.model;
    record.userId = row.user;
    record.status = row.hasFailed ? RecordStatus::Failed : RecordStatus::Completed;
    record.createdAt = row.startedAt;
    record.startedAt = row.startedAt;
    if (row.endedAt.isValid())
        record.completedAt = row.endedAt;
    record.models = {row.model};
    record.errorMessage = row.failure;
    record.charging = row.isCharged() ? Charging::Charged : Charging::None;
    record.charge = chargeOf({row});
    record.metadata = row.metadata;
    record.call = row.call;
    return record;
}

JobCosts costsOf(const QList<SpendRow> &rows)
{
    JobCosts costs;
    for (const SpendRow &row : rows) {
        const Record record = recordOf(row);
        costs.id = record.id;
        costs.status = record.status;
        costs.total += row.spend;
        costs.calls += CallCost{.id = {row.requestId},
                                .model = row.model,
                                .promptTokens = row.promptTokens,
                                .completionTokens = row.completionTokens,
                                .cost = row.spend,
                                .createdAt = row.startedAt};
    }
    return costs;
}

} // namespace litedeck
