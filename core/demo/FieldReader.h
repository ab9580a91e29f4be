// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace litedeck::demo {

/// Parses a request body as FastAPI does before anything else: nothing when it went well (`value`
/// is null for an empty body), 422 when it is no JSON.
std::optional<Response> parseBody(const Request &request, QJsonValue *value);

/// Reads the fields of a body or a query and collects those that FastAPI would refuse.
class FieldReader
{
public:
    /// Reads a JSON body; anything but an object is refused as a whole.
    explicit FieldReader(const QJsonValue &body);
    /// Reads a query.
    explicit FieldReader(const QUrlQuery &query);

    /// A required string.
    QString string(const QString &name);
    /// A string or null; null when missing.
    QJsonValue optionalString(const QString &name);
    /// A required value of that type.
    QJsonValue required(const QString &name, QJsonValue::Type type);
    /// A value of that type, null or nothing.
    QJsonValue optional(const QString &name, QJsonValue::Type type);
    /// An object or null; an empty object when missing.
    QJsonValue optionalObject(const QString &name);
    /// A required list of objects.
    QJsonArray objects(const QString &name);
    /// Refuses what FastAPI would not read as a float.
    void optionalNumber(const QString &name);
    /// Refuses what FastAPI would not read as an int.
    void optionalInteger(const QString &name);
    /// A required string that must be one of the words.
    QString oneOf(const QString &name, const QStringList &words);
    /// A whole number of the query; FastAPI reads any size, so out of range gives nothing.
    std::optional<qint64> integer(const QString &name, qint64 fallback);

    bool ok() const { return m_refusals.isEmpty(); }
    /// The 422 with everything that was refused.
    Response failure() const;

private:
    void refuse(const QJsonArray &place, bool isMissing);

    QString m_place;
    QJsonObject m_fields;
    QJsonArray m_refusals;
    bool m_hasFields = true; ///< Else it was refused as a whole.
};

} // namespace litedeck::demo
