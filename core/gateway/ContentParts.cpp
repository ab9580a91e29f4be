// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/ContentParts.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// A text, or the texts of a list of parts.
QString textOf(const QJsonValue &value)
{
    if (!value.isArray())
        return value.toString();
    QString text;
    for (const QJsonValue &part : value.toArray())
        text += part.isString() ? part.toString() : part.toObject().value("text"_L1).toString();
    return text;
}

} // namespace

ContentParts ContentParts::from(const QJsonValue &content)
{
    if (!content.isArray())
        return {.text = content.toString()};
    ContentParts parts;
    for (const QJsonValue &value : content.toArray()) {
        const QJsonObject part = value.toObject();
        const QString type = part.value("type"_L1).toString();
        if (value.isString())
            parts.text += value.toString();
        else if (type == "thinking"_L1)
            parts.reasoning += textOf(part.value("thinking"_L1));
        else if (type == "reasoning"_L1)
            parts.reasoning += textOf(part.value("text"_L1));
        else if (type == "refusal"_L1)
            parts.text += part.value("refusal"_L1).toString();
        else
            parts.text += part.value("text"_L1).toString();
    }
    return parts;
}

} // namespace litedeck
