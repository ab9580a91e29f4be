// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WireClient.h"

inline QJsonObject parsed(const QByteArray &data)
{
    return QJsonDocument::fromJson(data).object();
}

/// The text of one event, in any dialect.
inline QString textOf(const QByteArray &data)
{
    const QJsonObject event = parsed(data);
    if (event.contains(QLatin1String("choices")))
        return event.value(u"choices")[0][u"delta"][u"content"].toString();
    if (event.contains(QLatin1String("candidates")))
        return event.value(u"candidates")[0][u"content"][u"parts"][0][u"text"].toString();
    return event.value(u"delta")[u"text"].toString();
}

inline QString textOf(const WireAnswer &answer)
{
    QString text;
    for (const QByteArray &event : answer.events())
        text += textOf(event);
    return text;
}
