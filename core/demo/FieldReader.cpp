// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/FieldReader.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

// FastAPI has a type and a text for each way to be wrong. Clients show what they are told.
QJsonObject refusal(const QString &type, const QJsonArray &place, const QString &message)
{
    return {{u"type"_s, type}, {u"loc"_s, place}, {u"msg"_s, message}};
}

Response unprocessable(const QJsonArray &refusals)
{
    return Response::json(QJsonObject{{u"detail"_s, refusals}}, 422);
}

bool isWholeNumber(const QString &text)
{
    static const QRegularExpression whole(u"^[+-]?[0-9]+$"_s);
    return whole.match(text.trimmed()).hasMatch();
}

bool isNumber(const QString &text)
{
    bool ok = false;
    text.trimmed().toDouble(&ok);
    return ok;
}

} // namespace

std::optional<Response> parseBody(const Request &request, QJsonValue *value)
{
    *value = QJsonValue(QJsonValue::Null);
    if (request.body.isEmpty())
        return std::nullopt;
    const QByteArray type = request.header("Content-Type").toLower();
    if (!type.isEmpty() && !type.contains("json")) {
        *value = QString::fromUtf8(request.body); // FastAPI hands such a body on as bytes
        return std::nullopt;
    }
    // A scalar is JSON too, but Qt reads only objects and lists.
    QJsonParseError error;
    const QJsonArray read = QJsonDocument::fromJson('[' + request.body + ']', &error).array();
    if (error.error != QJsonParseError::NoError || read.size() != 1)
        return unprocessable({refusal(u"json_invalid"_s, {u"body"_s}, u"JSON decode error"_s)});
    *value = read.at(0);
    return std::nullopt;
}

FieldReader::FieldReader(const QJsonValue &body)
    : m_place(u"body"_s)
    , m_fields(body.toObject())
    , m_hasFields(body.isObject())
{
    if (!m_hasFields)
        refuse({}, body.isNull());
}

FieldReader::FieldReader(const QUrlQuery &query)
    : m_place(u"query"_s)
{
    const QList<std::pair<QString, QString>> items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, text] : items)
        m_fields.insert(name, text);
}

void FieldReader::refuse(const QJsonArray &place, bool isMissing)
{
    QJsonArray whole{m_place};
    for (const QJsonValue &part : place)
        whole.append(part);
    m_refusals.append(isMissing ? refusal(u"missing"_s, whole, u"Field required"_s)
                                : refusal(u"value_error"_s, whole, u"Input should be valid"_s));
}

QJsonValue FieldReader::required(const QString &name, QJsonValue::Type type)
{
    const QJsonValue found = m_fields.value(name);
    if (m_hasFields && found.type() != type)
        refuse({name}, found.isUndefined());
    return found;
}

QJsonValue FieldReader::optional(const QString &name, QJsonValue::Type type)
{
    const QJsonValue found = m_fields.value(name);
    if (!found.isUndefined() && !found.isNull() && found.type() != type)
        refuse({name}, false);
    return found;
}

QString FieldReader::string(const QString &name)
{
    return required(name, QJsonValue::String).toString();
}

QJsonValue FieldReader::optionalString(const QString &name)
{
    const QJsonValue found = optional(name, QJsonValue::String);
    return found.isString() ? found : QJsonValue(QJsonValue::Null);
}

QJsonValue FieldReader::optionalObject(const QString &name)
{
    const QJsonValue found = optional(name, QJsonValue::Object);
    return found.isUndefined() ? QJsonObject{} : found;
}

QJsonArray FieldReader::objects(const QString &name)
{
    const QJsonArray list = required(name, QJsonValue::Array).toArray();
    for (int i = 0; i < list.size(); ++i) {
        if (!list.at(i).isObject())
            refuse({name, i}, false);
    }
    return list;
}

void FieldReader::optionalNumber(const QString &name)
{
    const QJsonValue found = m_fields.value(name);
    const bool fits =
        found.isString() ? isNumber(found.toString()) : !found.isObject() && !found.isArray();
    if (!fits)
        refuse({name}, false);
}

void FieldReader::optionalInteger(const QString &name)
{
    const QJsonValue found = m_fields.value(name);
    const bool isWhole =
        !found.isObject() && !found.isArray() && found.toDouble() == std::floor(found.toDouble());
    if (found.isString() ? !isWholeNumber(found.toString()) : !isWhole)
        refuse({name}, false);
}

QString FieldReader::oneOf(const QString &name, const QStringList &words)
{
    const QJsonValue found = m_fields.value(name);
    if (m_hasFields && !words.contains(found.toString()))
        refuse({name}, found.isUndefined());
    return found.toString();
}

std::optional<qint64> FieldReader::integer(const QString &name, qint64 fallback)
{
    const QJsonValue found = m_fields.value(name);
    if (found.isUndefined())
        return fallback;
    if (!isWholeNumber(found.toString())) {
        refuse({name}, false);
        return fallback;
    }
    bool ok = false;
    const qint64 number = found.toString().trimmed().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

Response FieldReader::failure() const
{
    return unprocessable(m_refusals);
}

} // namespace litedeck::demo
