// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyRecords.h"

#include "core/demo/Resource.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

QJsonObject usageOf(const ProxyRow &row)
{
    if (row.isFailure)
        return {};
    return {{u"prompt_tokens"_s, row.tokens.prompt},
            {u"completion_tokens"_s, row.tokens.completion},
            {u"total_tokens"_s, row.tokens.total()},
            {u"prompt_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, row.tokens.cached}}},
            {u"completion_tokens_details"_s,
             QJsonObject{{u"reasoning_tokens"_s, row.tokens.reasoning},
                         {u"text_tokens"_s, row.tokens.completion - row.tokens.reasoning}}}};
}

QJsonValue breakdownOf(const ProxyRow &row)
{
    if (row.isFailure)
        return QJsonValue::Null;
    return QJsonObject{{u"input_cost"_s, row.cost.input},
                       {u"output_cost"_s, row.cost.output},
                       {u"total_cost"_s, row.cost.total()},
                       {u"original_cost"_s, row.cost.total()},
                       {u"cache_read_cost"_s, row.cost.cacheRead},
                       {u"discount_amount"_s, 0.0},
                       {u"margin_total_amount"_s, 0.0}};
}

QString rowTime(const QDateTime &time, RowTimes times)
{
    return time.toUTC().toString(times == RowTimes::Page ? u"yyyy-MM-dd'T'HH:mm:ss.zzz'+00:00'"_s
                                                         : u"yyyy-MM-dd'T'HH:mm:ss.zzz'000Z'"_s);
}

QJsonObject metadataOf(const ProxyRow &row, const ProxyAccount &account, bool isOld,
                       QJsonObject metadata)
{
    QJsonObject error = row.error;
    if (isOld)
        error.remove(u"normalized_error"_s);
    else
        metadata.insert(u"litellm_call_id"_s, row.callId);
    metadata.insert(u"status"_s, row.isFailure ? u"failure"_s : QJsonValue());
    metadata.insert(u"usage_object"_s, usageOf(row));
    metadata.insert(u"cost_breakdown"_s, breakdownOf(row));
    metadata.insert(u"user_api_key"_s, account.keyHash);
    metadata.insert(u"user_api_key_alias"_s, account.keyAlias);
    metadata.insert(u"user_api_key_user_id"_s, account.user);
    metadata.insert(u"user_api_key_team_id"_s, account.team);
    metadata.insert(u"user_api_key_team_alias"_s,
                    account.team.isEmpty() ? QJsonValue() : QJsonValue(account.teamAlias));
    metadata.insert(u"original_model_group"_s, row.askedGroup);
    metadata.insert(u"applied_guardrails"_s, QJsonArray::fromStringList(row.guardrails));
    metadata.insert(u"attempted_fallbacks"_s, row.fallbacks);
    metadata.insert(u"spend_logs_metadata"_s, row.clientMetadata);
    metadata.insert(u"error_information"_s, error.isEmpty() ? QJsonValue() : error);
    return metadata;
}

} // namespace

void ProxyBudget::resetIfDue(const QDateTime &now)
{
    if (resetsAt.isValid() && now < resetsAt)
        return;
    if (resetsAt.isValid())
        spend = 0;
    QDate day = now.toUTC().date();
    if (period == u"30d"_s)
        day = QDate(day.year(), day.month(), 1).addMonths(1);
    else
        day = day.addDays(period == u"7d"_s ? 8 - day.dayOfWeek() : 1);
    resetsAt = QDateTime(day, QTime(0, 0), QTimeZone::utc());
}

QString Colleague::token() const
{
    return QString::fromLatin1(
        QCryptographicHash::hash(keyAlias.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QJsonValue isoTime(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

QString pythonFloat(double value)
{
    const QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    return text.contains(u'.') || text.contains(u'e') ? text : text + u".0"_s;
}

QJsonObject toJson(const ProxyRow &row, const ProxyAccount &account, bool isOld, RowTimes times)
{
    static const QJsonObject blank = jsonResource(u"litellm/row.json"_s).object();
    QJsonObject json = blank;
    json.insert(u"request_id"_s, row.requestId);
    json.insert(u"litellm_call_id"_s, row.callId);
    json.insert(u"status"_s, row.isFailure ? u"failure"_s : u"success"_s);
    json.insert(u"cache_hit"_s, row.isFromCache ? u"True"_s : u"False"_s);
    json.insert(u"spend"_s, row.spend());
    json.insert(u"prompt_tokens"_s, row.tokens.prompt);
    json.insert(u"completion_tokens"_s, row.tokens.completion);
    json.insert(u"total_tokens"_s, row.tokens.total());
    json.insert(u"startTime"_s, rowTime(row.startedAt, times));
    json.insert(u"completionStartTime"_s, rowTime(row.firstTokenAt, times));
    json.insert(u"endTime"_s, rowTime(row.endedAt, times));
    json.insert(u"request_duration_ms"_s, row.startedAt.msecsTo(row.endedAt));
    json.insert(u"model"_s, row.model);
    json.insert(u"model_group"_s, row.group);
    json.insert(u"custom_llm_provider"_s, row.provider);
    json.insert(u"api_key"_s, account.keyHash);
    json.insert(u"user"_s, account.user);
    json.insert(u"team_id"_s, account.team);
    json.insert(u"end_user"_s, row.endUser);
    json.insert(u"session_id"_s, row.session);
    // The proxy adds one of its own.
    json.insert(u"request_tags"_s,
                QJsonArray::fromStringList(row.tags + QStringList{u"User-Agent: Litedeck"_s}));
    json.insert(u"metadata"_s,
                metadataOf(row, account, isOld, json.value(u"metadata"_s).toObject()));
    if (isOld)
        json.remove(u"litellm_call_id"_s);
    return json;
}

} // namespace litedeck::demo
