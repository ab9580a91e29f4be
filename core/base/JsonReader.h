// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Clock.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace litedeck {

/// Reads the members of a JSON object and remembers the first one that does not fit.
///
/// A getter for a required member returns an empty value when it is missing or of another type;
/// after reading everything, ask ok(). Readers of nested objects report to the outermost one.
class JsonReader
{
public:
    /// `name` begins the path in problem(), such as "balance".
    JsonReader(QJsonObject object, const QString &name);

    QString text(const QString &key) { return require(key, QJsonValue::String).toString(); }
    qint64 integer(const QString &key); ///< A whole number; 3.0 counts as one.
    double number(const QString &key) { return require(key, QJsonValue::Double).toDouble(); }
    bool boolean(const QString &key) { return require(key, QJsonValue::Bool).toBool(); }
    Usd dollars(const QString &key) { return Usd::fromDouble(number(key)); }
    /// ISO 8601; a time without a zone is UTC, as the server means it.
    QDateTime time(const QString &key);
    QStringList texts(const QString &key);
    QJsonObject object(const QString &key) { return require(key, QJsonValue::Object).toObject(); }
    JsonReader reader(const QString &key) { return {object(key), m_path + u'.' + key, m_problem}; }
    /// Calls `each` for every element, which has to be an object.
    void forEach(const QString &key, const std::function<void(JsonReader &)> &each);

    // Null and missing are the same; another type than the expected one is still a problem.
    std::optional<QString> optionalText(const QString &key);
    std::optional<qint64> optionalInteger(const QString &key);
    std::optional<double> optionalNumber(const QString &key);
    std::optional<bool> optionalBoolean(const QString &key);
    std::optional<QDateTime> optionalTime(const QString &key);
    QStringList optionalTexts(const QString &key) { return has(key) ? texts(key) : QStringList(); }
    QJsonObject optionalObject(const QString &key)
    {
        return has(key) ? object(key) : QJsonObject();
    }

    bool has(const QString &key) const;
    const QJsonObject &raw() const { return m_object; }
    bool ok() const { return m_problem->isEmpty(); }
    /// The first member that did not fit: "balance.status: expected text, found number".
    QString problem() const { return *m_problem; }

private:
    JsonReader(QJsonObject object, QString path, std::shared_ptr<QString> problem);
    QJsonValue require(const QString &key, QJsonValue::Type type);
    std::optional<QJsonValue> accept(const QString &key, QJsonValue::Type type);
    void complain(const QString &key, const QString &expected, const QJsonValue &found);

    QJsonObject m_object;
    QString m_path;
    std::shared_ptr<QString> m_problem;
};

/// Parses an ISO 8601 time; without a zone it is UTC. Invalid when it is not a time.
QDateTime parseServerTime(const QString &text);

} // namespace litedeck
