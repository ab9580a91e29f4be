// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"

#include "core/base/Utc.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString nameOf(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Undefined:
        return u"nothing"_s;
    }
    Q_UNREACHABLE();
}

bool isWhole(double number)
{
    constexpr double LargestExact = 9007199254740992.0; // 2^53
    return std::abs(number) <= LargestExact && std::floor(number) == number;
}

} // namespace

QDateTime parseServerTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Utc);
    return time.toUTC();
}

JsonReader::JsonReader(QJsonObject object, const QString &name)
    : JsonReader(std::move(object), name, std::make_shared<QString>())
{}

JsonReader::JsonReader(QJsonObject object, QString path, std::shared_ptr<QString> problem)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problem(std::move(problem))
{}

void JsonReader::complain(const QString &key, const QString &expected, const QJsonValue &found)
{
    if (m_problem->isEmpty())
        *m_problem =
            u"%1.%2: expected %3, found %4"_s.arg(m_path, key, expected, nameOf(found.type()));
}

QJsonValue JsonReader::require(const QString &key, QJsonValue::Type type)
{
    QJsonValue value = m_object.value(key);
    if (value.type() != type)
        complain(key, nameOf(type), value);
    return value;
}

std::optional<QJsonValue> JsonReader::accept(const QString &key, QJsonValue::Type type)
{
    QJsonValue value = m_object.value(key);
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    if (value.type() != type) {
        complain(key, nameOf(type), value);
        return std::nullopt;
    }
    return value;
}

bool JsonReader::has(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isNull() && !value.isUndefined();
}

qint64 JsonReader::integer(const QString &key)
{
    const QJsonValue value = require(key, QJsonValue::Double);
    if (value.isDouble() && !isWhole(value.toDouble()))
        complain(key, u"a whole number"_s, value);
    return value.toInteger();
}

QDateTime JsonReader::time(const QString &key)
{
    const QJsonValue value = require(key, QJsonValue::String);
    const QDateTime time = parseServerTime(value.toString());
    if (value.isString() && !time.isValid())
        complain(key, u"a time"_s, value);
    return time;
}

QStringList JsonReader::texts(const QString &key)
{
    QStringList list;
    const QJsonArray elements = require(key, QJsonValue::Array).toArray();
    for (const QJsonValue &element : elements) {
        if (!element.isString())
            complain(key, u"a list of texts"_s, element);
        list += element.toString();
    }
    return list;
}

void JsonReader::forEach(const QString &key, const std::function<void(JsonReader &)> &each)
{
    const QJsonArray elements = require(key, QJsonValue::Array).toArray();
    for (qsizetype i = 0; i < elements.size(); ++i) {
        if (!elements.at(i).isObject())
            complain(key, u"a list of objects"_s, elements.at(i));
        JsonReader element(elements.at(i).toObject(),
                           u"%1.%2.%3"_s.arg(m_path, key, QString::number(i)), m_problem);
        each(element);
    }
}

std::optional<QString> JsonReader::optionalText(const QString &key)
{
    const auto value = accept(key, QJsonValue::String);
    return value ? std::optional(value->toString()) : std::nullopt;
}

std::optional<qint64> JsonReader::optionalInteger(const QString &key)
{
    return has(key) ? std::optional(integer(key)) : std::nullopt;
}

std::optional<double> JsonReader::optionalNumber(const QString &key)
{
    const auto value = accept(key, QJsonValue::Double);
    return value ? std::optional(value->toDouble()) : std::nullopt;
}

std::optional<bool> JsonReader::optionalBoolean(const QString &key)
{
    const auto value = accept(key, QJsonValue::Bool);
    return value ? std::optional(value->toBool()) : std::nullopt;
}

std::optional<QDateTime> JsonReader::optionalTime(const QString &key)
{
    return has(key) ? std::optional(time(key)) : std::nullopt;
}

} // namespace litedeck
