// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Clock.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck {

/// What some servers log of a request beyond what it cost.
struct RequestDetail
{
    QString session;    ///< The server's id of the conversation.
    QString modelAsked; ///< That another one answered for; empty when it answered itself.
    QString provider;
    QString key; ///< What people call the key.
    std::optional<Milliseconds> untilFirstToken;
    std::optional<qint64> cachedTokens;    ///< Of the prompt, read from the provider's cache.
    std::optional<qint64> reasoningTokens; ///< Of the reply.
    std::optional<Usd> inputCost;
    std::optional<Usd> outputCost;
    std::optional<Usd> cacheReadCost; ///< Is part of the input's.
    Usd discount;                     ///< Is taken off already.
    Usd margin;                       ///< Is added already.
    bool isFromCache = false;         ///< The server's own answer to the same question earlier.
    int retries = 0;                  ///< That the server made by itself.
    int fallbacks = 0;                ///< To other models.
    QStringList guardrails;           ///< That were applied.
    QStringList tags;
    QString errorClass; ///< Such as "RateLimitError"; empty for what went well.
    QString errorCode;  ///< Such as "429".
    QString errorCause; ///< The server's word for it, such as "503_PROVIDER_OVERLOADED".

    friend bool operator==(const RequestDetail &, const RequestDetail &) = default;
};

} // namespace litedeck
