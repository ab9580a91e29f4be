// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace litedeck {

/// What answers at an address, found out without a key and free of charge.
enum class ServerKind : quint8 { SaasLiteLlm, LiteLlmProxy, Other };

/// Whether an answer to `GET /health` is SaaS LiteLLM's.
bool isSaasLiteLlm(const QByteArray &health);
/// Whether an answer to `GET /health/liveliness` is that of a plain LiteLLM proxy.
bool isLiteLlmProxy(const QByteArray &liveliness);

} // namespace litedeck
