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

std::optional<qint64> countIn(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<Usd> amountIn(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(Usd::fromDouble(value.toDouble())) : std::nullopt;
}

QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts += text.toString();
    texts.removeAll(QString());
    return texts;
}

/// What the proxy adds to each request is no tag that anybody gave it.
bool isOfTheClient(const QString &tag)
{
    return tag.startsWith("User-Agent: "_L1);
}

RequestDetail readDetail(JsonReader &json, const QJsonObject &metadata)
{
    const QJsonValue costs = metadata.value("cost_breakdown"_L1);
    const QJsonValue usage = metadata.value("usage_object"_L1);
    const QJsonValue error = metadata.value("error_information"_L1);
    RequestDetail detail;
    detail.session = json.optionalText("session_id"_L1).value_or(QString());
    const QString asked = metadata.value("original_model_group"_L1).toString();
    if (asked != json.optionalText("model_group"_L1).value_or(QString()))
        detail.modelAsked = asked;
    detail.provider = json.optionalText("custom_llm_provider"_L1).value_or(QString());
    detail.key = metadata.value("user_api_key_alias"_L1).toString();
    detail.cachedTokens = countIn(usage["prompt_tokens_details"_L1]["cached_tokens"_L1]);
    detail.reasoningTokens = countIn(usage["completion_tokens_details"_L1]["reasoning_tokens"_L1]);
    detail.inputCost = amountIn(costs["input_cost"_L1]);
    detail.outputCost = amountIn(costs["output_cost"_L1]);
    detail.cacheReadCost = amountIn(costs["cache_read_cost"_L1]);
    detail.discount = amountIn(costs["discount_amount"_L1]).value_or(Usd());
    detail.margin = amountIn(costs["margin_total_amount"_L1]).value_or(Usd());
    detail.isFromCache = json.optionalText("cache_hit"_L1) == u"True"_s;
    detail.retries = metadata.value("attempted_retries"_L1).toInt();
    detail.fallbacks = metadata.value("attempted_fallbacks"_L1).toInt();
    detail.guardrails = textsIn(metadata.value("applied_guardrails"_L1));
    detail.tags = textsIn(json.raw().value("request_tags"_L1));
    detail.tags.removeIf(isOfTheClient);
    detail.errorClass = error["error_class"_L1].toString();
    detail.errorCode = error["error_code"_L1].toString();
    detail.errorCause = error["normalized_error"_L1].toString();
    return detail;
}

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
    row.spend = Usd::fromDouble(json.optionalNumber("spend"_L1).value_or(0));
    row.promptTokens = json.optionalInteger("prompt_tokens"_L1).value_or(0);
    row.completionTokens = json.optionalInteger("completion_tokens"_L1).value_or(0);
    row.startedAt = json.time("startTime"_L1);
    row.endedAt = json.optionalTime("endTime"_L1).value_or(QDateTime());
    row.detail = readDetail(json, metadata);
    const auto firstToken = json.optionalTime("completionStartTime"_L1);
    // What failed, or came in one piece, has none of its own.
    if (firstToken && !row.hasFailed && *firstToken < row.endedAt)
        row.detail.untilFirstToken = Milliseconds(row.startedAt.msecsTo(*firstToken));
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
    record.group = row.detail.session;
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
                                .createdAt = row.startedAt,
                                .detail = row.detail};
    }
    return costs;
}

} // namespace litedeck
