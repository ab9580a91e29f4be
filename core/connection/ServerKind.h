// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck {

/// What answers at an address, found out without a key and free of charge.
enum class ServerKind : quint8 { SaasLiteLlm, LiteLlmProxy, Other };

/// Whether an answer to `GET /health` is SaaS LiteLLM's.
inline bool isSaasLiteLlm(const QByteArray &health)
{
    const QJsonObject json = QJsonDocument::fromJson(health).object();
    return json.value(QLatin1StringView("service")).toString() == QLatin1StringView("saas-llm-api");
}

/// Whether an answer to `GET /health/liveliness` is that of a plain LiteLLM proxy.
inline bool isLiteLlmProxy(const QByteArray &liveliness)
{
    return liveliness.trimmed() == "\"I'm alive!\"";
}

} // namespace litedeck
