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

/// Reads the fields of a body or a query, collecting complaints in pydantic 2's words.
class FieldReader
{
public:
    /// Reads a JSON body; anything but an object is a complaint of its own.
    explicit FieldReader(const QJsonValue &body);
    /// Reads a query.
    explicit FieldReader(const QUrlQuery &query);

    /// A string; required, so null or missing is a complaint.
    QString string(const QString &name);
    /// A string or null; null when missing.
    QJsonValue optionalString(const QString &name);
    /// An object, null or (when `required` is not set) missing; missing gives an empty object.
    QJsonValue object(const QString &name, bool required);
    /// A required list of objects.
    QJsonArray objects(const QString &name);
    /// Complains about an optional value that is neither missing, null nor of that type.
    void optional(const QString &name, QJsonValue::Type type);
    /// Complains about an optional value that pydantic would not read as a float.
    void optionalNumber(const QString &name);
    /// Complains about an optional value that pydantic would not read as an int.
    void optionalInteger(const QString &name);
    /// A required string that must be one of the words.
    QString oneOf(const QString &name, const QStringList &words);
    /// A whole number of the query; pydantic reads any size, so out of range gives nothing.
    std::optional<qint64> integer(const QString &name, qint64 fallback);

    bool ok() const { return m_complaints.isEmpty(); }
    /// The 422 with everything that was wrong.
    Response failure() const;

private:
    QJsonValue value(const QString &name) const;
    void complain(const QString &type, const QJsonArray &tail, const QString &message,
                  const QJsonValue &input, const QJsonObject &context = {});
    void missing(const QString &name);
    void wrongType(const QString &name, QJsonValue::Type wanted);

    QString m_place;
    QJsonObject m_fields;
    QJsonValue m_input;
    QJsonArray m_complaints;
};

} // namespace litedeck::demo
