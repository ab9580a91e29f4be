// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/base/JsonReader.h"

#include <QJsonDocument>

namespace litedeck::wire {

/// Reads a JSON object with `read` and turns what does not fit into the error.
template <typename T, typename Read>
Expected<T, QString> parseWith(const QByteArray &bytes, const QString &name, Read read)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (!document.isObject()) {
        const QString problem = parseError.error != QJsonParseError::NoError
                                    ? parseError.errorString()
                                    : QStringLiteral("not an object");
        return Unexpected{name + QStringLiteral(": ") + problem};
    }
    JsonReader json(document.object(), name);
    T value = read(json);
    if (!json.ok())
        return Unexpected{json.problem()};
    return value;
}

} // namespace litedeck::wire
