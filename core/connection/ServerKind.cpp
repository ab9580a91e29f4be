// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/ServerKind.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck {

bool isSaasLiteLlm(const QByteArray &health)
{
    const QJsonObject json = QJsonDocument::fromJson(health).object();
    return json.value(QLatin1StringView("service")).toString() == QLatin1StringView("saas-llm-api");
}

bool isLiteLlmProxy(const QByteArray &liveliness)
{
    return liveliness.trimmed() == "\"I'm alive!\"";
}

} // namespace litedeck
