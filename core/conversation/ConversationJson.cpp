// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/ConversationJson.h"

#include "core/conversation/StoredNames.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr QLatin1StringView JobMember("job");
constexpr QLatin1StringView CreditsMember("credits");
constexpr QLatin1StringView CostMember("nano_usd");

} // namespace

QJsonArray chargesToArray(const QList<JobCharge> &charges)
{
    QJsonArray array;
    for (const JobCharge &charge : charges) {
        QJsonObject json{{JobMember, charge.job.value}};
        if (charge.credits.isKnown())
            json.insert(CreditsMember, charge.credits.value);
        if (charge.cost.isKnown())
            json.insert(CostMember, charge.cost.value.nano);
        array.append(json);
    }
    return array;
}

QList<JobCharge> chargesFromArray(const QJsonArray &array)
{
    QList<JobCharge> charges;
    for (const QJsonValue &each : array) {
        const QJsonObject json = each.toObject();
        JobCharge charge{.job = {json.value(JobMember).toString()}};
        if (json.contains(CreditsMember))
            charge.credits = Measured<qint64>::reported(json.value(CreditsMember).toInteger());
        if (json.contains(CostMember))
            charge.cost = Measured<Usd>::reported({json.value(CostMember).toInteger()});
        if (!charge.job.isEmpty() && !charge.isNothing())
            charges.append(charge);
    }
    return charges;
}

QString chargesToJson(const QList<JobCharge> &charges)
{
    if (charges.isEmpty())
        return {};
    const QJsonDocument document(chargesToArray(charges));
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QList<JobCharge> chargesFromJson(const QString &json)
{
    return chargesFromArray(QJsonDocument::fromJson(json.toUtf8()).array());
}

namespace {

constexpr auto SystemPromptMember = "system_prompt"_L1;
constexpr auto ParametersMember = "parameters"_L1;
constexpr auto BillingMember = "billing"_L1;

} // namespace

QString chatSettingsToJson(const ChatSettings &settings)
{
    if (settings == ChatSettings())
        return {};
    const QJsonObject json{{SystemPromptMember, settings.systemPrompt},
                           {ParametersMember, settings.parameters.toJson()},
                           {BillingMember, QString(storedName(settings.billing))}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

ChatSettings chatSettingsFromJson(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    return {.systemPrompt = json.value(SystemPromptMember).toString(),
            .parameters = ChatParameters::fromJson(json.value(ParametersMember).toObject()),
            .billing = valueNamed<Billing>(json.value(BillingMember).toString())};
}

namespace {

/// Pairs of texts under these names.
template <typename Pair>
QJsonArray pairsToJson(const QList<Pair> &pairs, const QString &first, const QString &second)
{
    QJsonArray array;
    for (const auto &[one, other] : pairs)
        array.append(QJsonObject{{first, one}, {second, other}});
    return array;
}

template <typename Pair>
QList<Pair> pairsFrom(const QJsonValue &json, const QString &first, const QString &second)
{
    QList<Pair> pairs;
    for (const QJsonValue &value : json.toArray())
        pairs.append({value[first].toString(), value[second].toString()});
    return pairs;
}

QJsonObject toJson(const TlsFailure &tls)
{
    QJsonArray reasons;
    for (const TlsReason reason : tls.reasons)
        reasons.append(storedName(reason));
    return {{u"reasons"_s, reasons},
            {u"text"_s, tls.text},
            {u"subject"_s, tls.subject},
            {u"names"_s, QJsonArray::fromStringList(tls.names)},
            {u"issuer"_s, tls.issuer},
            {u"valid_from"_s, tls.validFrom.toString(Qt::ISODate)},
            {u"valid_until"_s, tls.validUntil.toString(Qt::ISODate)}};
}

TlsFailure tlsFrom(const QJsonObject &object)
{
    TlsFailure tls;
    for (const QJsonValue &reason : object.value("reasons"_L1).toArray())
        tls.reasons += valueNamed<TlsReason>(reason.toString());
    tls.text = object.value("text"_L1).toString();
    tls.subject = object.value("subject"_L1).toString();
    for (const QJsonValue &name : object.value("names"_L1).toArray())
        tls.names += name.toString();
    tls.issuer = object.value("issuer"_L1).toString();
    const auto time = [&object](QLatin1StringView key) {
        return QDateTime::fromString(object.value(key).toString(), Qt::ISODate);
    };
    tls.validFrom = time("valid_from"_L1);
    tls.validUntil = time("valid_until"_L1);
    return tls;
}

} // namespace

QString errorToJson(const std::optional<Error> &error)
{
    if (!error)
        return {};
    QJsonObject object{
        {u"category"_s, storedName(error->category)},
        {u"hands"_s, storedName(error->hands)},
        {u"verdict"_s, storedName(error->verdict)},
        {u"outcome"_s, storedName(error->outcome)},
        {u"http_status"_s, error->httpStatus},
        {u"inner_status"_s, error->innerStatus},
        {u"provider"_s, error->provider},
        {u"exception_class"_s, error->exceptionClass},
        {u"exception_status"_s, error->exceptionStatus},
        {u"message"_s, error->message},
        {u"original_text"_s, error->originalText},
        {u"validation"_s, pairsToJson(error->validation, u"path"_s, u"message"_s)},
        {u"request_line"_s, error->requestLine},
        {u"request_id"_s, error->requestId},
        {u"headers"_s, pairsToJson(error->headers, u"name"_s, u"value"_s)},
        {u"job_id"_s, error->jobId.value},
        {u"proxy"_s, error->proxy},
        {u"redirect_target"_s, error->redirectTarget},
        {u"is_guess"_s, error->isGuess},
        {u"is_page"_s, error->isPage},
        {u"earlier_messages"_s, error->earlierMessages},
        {u"allowed_models"_s, QJsonArray::fromStringList(error->allowedModels)},
    };
    if (error->tls)
        object.insert(u"tls"_s, toJson(*error->tls));
    if (error->hadText)
        object.insert(u"had_text"_s, *error->hadText);
    if (error->fate)
        object.insert(u"fate"_s, storedName(*error->fate));
    if (error->retryAfter)
        object.insert(u"retry_after_ms"_s, static_cast<qint64>(error->retryAfter->count()));
    if (error->silence)
        object.insert(u"silence_ms"_s, static_cast<qint64>(error->silence->count()));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Error> errorFromJson(const QString &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const auto text = [&object](QLatin1StringView key) { return object.value(key).toString(); };
    Error error;
    error.category = valueNamed<ErrorCategory>(text("category"_L1));
    error.hands = valueNamed<Hands>(text("hands"_L1));
    error.verdict = valueNamed<RetryVerdict>(text("verdict"_L1));
    error.outcome = valueNamed<Outcome>(text("outcome"_L1));
    error.httpStatus = object.value("http_status"_L1).toInt();
    error.innerStatus = object.value("inner_status"_L1).toInt();
    error.provider = text("provider"_L1);
    error.exceptionClass = text("exception_class"_L1);
    error.exceptionStatus = object.value("exception_status"_L1).toInt();
    error.message = text("message"_L1);
    error.originalText = text("original_text"_L1);
    error.validation =
        pairsFrom<ValidationIssue>(object.value("validation"_L1), u"path"_s, u"message"_s);
    error.requestLine = text("request_line"_L1);
    error.requestId = text("request_id"_L1);
    error.headers = pairsFrom<ReplyHeader>(object.value("headers"_L1), u"name"_s, u"value"_s);
    error.jobId = {text("job_id"_L1)};
    error.proxy = text("proxy"_L1);
    error.redirectTarget = text("redirect_target"_L1);
    if (const QJsonValue tls = object.value("tls"_L1); tls.isObject())
        error.tls = tlsFrom(tls.toObject());
    error.isGuess = object.value("is_guess"_L1).toBool();
    error.isPage = object.value("is_page"_L1).toBool();
    error.earlierMessages = object.value("earlier_messages"_L1).toInt();
    for (const QJsonValue &model : object.value("allowed_models"_L1).toArray())
        error.allowedModels += model.toString();
    if (const QJsonValue had = object.value("had_text"_L1); had.isBool())
        error.hadText = had.toBool();
    if (object.contains("fate"_L1))
        error.fate = valueNamed<CallFate>(text("fate"_L1));
    if (const QJsonValue delay = object.value("retry_after_ms"_L1); delay.isDouble())
        error.retryAfter = Milliseconds(delay.toInteger());
    if (const QJsonValue silence = object.value("silence_ms"_L1); silence.isDouble())
        error.silence = Milliseconds(silence.toInteger());
    return error;
}

} // namespace litedeck
