// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace litedeck {

/// The content of a message, which providers write as a text or as a list of parts.
struct ContentParts
{
    QString text;
    QString reasoning;

    static ContentParts from(const QJsonValue &content);

    friend bool operator==(const ContentParts &, const ContentParts &) = default;
};

} // namespace litedeck
