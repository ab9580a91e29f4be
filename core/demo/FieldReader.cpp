// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/FieldReader.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

QJsonObject complaint(const QString &type, const QJsonArray &loc, const QString &message,
                      const QJsonValue &input, const QJsonObject &context)
{
    QJsonObject object{
        {u"type"_s, type}, {u"loc"_s, loc}, {u"msg"_s, message}, {u"input"_s, input}};
    if (!context.isEmpty())
        object.insert(u"ctx"_s, context);
    return object;
}

Response unprocessable(const QJsonArray &complaints)
{
    return Response::json(QJsonObject{{u"detail"_s, complaints}}, 422);
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
    if (error.error != QJsonParseError::NoError || read.size() != 1) {
        return unprocessable({complaint(u"json_invalid"_s, {u"body"_s, error.offset},
                                        u"JSON decode error"_s, QJsonObject{}, {})});
    }
    *value = read.at(0);
    return std::nullopt;
}

FieldReader::FieldReader(const QJsonValue &body)
    : m_place(u"body"_s)
    , m_fields(body.toObject())
    , m_input(body)
{
    if (body.isNull()) {
        complain(u"missing"_s, {}, u"Field required"_s, body);
    } else if (!body.isObject()) {
        complain(u"model_attributes_type"_s, {},
                 u"Input should be a valid dictionary or object to extract fields from"_s, body);
    }
}

FieldReader::FieldReader(const QUrlQuery &query)
    : m_place(u"query"_s)
    , m_input(QJsonValue::Null)
{
    const QList<std::pair<QString, QString>> items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, text] : items)
        m_fields.insert(name, text);
}

QJsonValue FieldReader::value(const QString &name) const
{
    return m_fields.value(name);
}

void FieldReader::complain(const QString &type, const QJsonArray &tail, const QString &message,
                           const QJsonValue &input, const QJsonObject &context)
{
    QJsonArray loc{m_place};
    for (const QJsonValue &part : tail)
        loc.append(part);
    m_complaints.append(complaint(type, loc, message, input, context));
}

void FieldReader::missing(const QString &name)
{
    // A body that is no object was complained about as a whole.
    if (m_place == u"query"_s || m_input.isObject())
        complain(u"missing"_s, {name}, u"Field required"_s, m_input);
}

void FieldReader::wrongType(const QString &name, QJsonValue::Type wanted)
{
    switch (wanted) {
    case QJsonValue::Object:
        return complain(u"dict_type"_s, {name}, u"Input should be a valid dictionary"_s,
                        value(name));
    case QJsonValue::Array:
        return complain(u"list_type"_s, {name}, u"Input should be a valid list"_s, value(name));
    default:
        return complain(u"string_type"_s, {name}, u"Input should be a valid string"_s, value(name));
    }
}

QString FieldReader::string(const QString &name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        missing(name);
    else if (!found.isString())
        wrongType(name, QJsonValue::String);
    return found.toString();
}

QJsonValue FieldReader::optionalString(const QString &name)
{
    optional(name, QJsonValue::String);
    const QJsonValue found = value(name);
    return found.isString() ? found : QJsonValue(QJsonValue::Null);
}

QJsonValue FieldReader::object(const QString &name, bool required)
{
    const QJsonValue found = value(name);
    if (found.isUndefined()) {
        if (required)
            missing(name);
        return QJsonObject{};
    }
    if (!found.isObject() && (required || !found.isNull()))
        wrongType(name, QJsonValue::Object);
    return found;
}

QJsonArray FieldReader::objects(const QString &name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        missing(name);
    else if (!found.isArray())
        wrongType(name, QJsonValue::Array);
    const QJsonArray list = found.toArray();
    for (int i = 0; i < list.size(); ++i) {
        if (!list.at(i).isObject()) {
            complain(u"dict_type"_s, {name, i}, u"Input should be a valid dictionary"_s,
                     list.at(i));
        }
    }
    return list;
}

void FieldReader::optional(const QString &name, QJsonValue::Type type)
{
    const QJsonValue found = value(name);
    if (!found.isUndefined() && !found.isNull() && found.type() != type)
        wrongType(name, type);
}

void FieldReader::optionalNumber(const QString &name)
{
    const QJsonValue found = value(name);
    bool ok = true;
    if (found.isString())
        found.toString().trimmed().toDouble(&ok);
    if (!ok) {
        complain(u"float_parsing"_s, {name},
                 u"Input should be a valid number, unable to parse string as a number"_s, found);
    } else if (found.isObject() || found.isArray()) {
        complain(u"float_type"_s, {name}, u"Input should be a valid number"_s, found);
    }
}

void FieldReader::optionalInteger(const QString &name)
{
    const QJsonValue found = value(name);
    if (found.isString()) {
        integer(name, 0);
    } else if (found.isObject() || found.isArray()) {
        complain(u"int_type"_s, {name}, u"Input should be a valid integer"_s, found);
    } else if (found.toDouble() != std::floor(found.toDouble())) {
        complain(u"int_from_float"_s, {name},
                 u"Input should be a valid integer, got a number with a fractional part"_s, found);
    }
}

QString FieldReader::oneOf(const QString &name, const QStringList &words)
{
    const QJsonValue found = value(name);
    if (found.isUndefined()) {
        missing(name);
    } else if (!words.contains(found.toString())) {
        QStringList quoted;
        for (const QString &word : words)
            quoted.append(u'\'' + word + u'\'');
        const QString expected = quoted.join(u" or "_s);
        complain(u"literal_error"_s, {name}, u"Input should be "_s + expected, found,
                 {{u"expected"_s, expected}});
    }
    return found.toString();
}

std::optional<qint64> FieldReader::integer(const QString &name, qint64 fallback)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        return fallback;
    const QString text = found.toString().trimmed();
    static const QRegularExpression whole(u"^[+-]?[0-9]+$"_s);
    if (!whole.match(text).hasMatch()) {
        complain(u"int_parsing"_s, {name},
                 u"Input should be a valid integer, unable to parse string as an integer"_s, found);
        return fallback;
    }
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

Response FieldReader::failure() const
{
    return unprocessable(m_complaints);
}

} // namespace litedeck::demo
