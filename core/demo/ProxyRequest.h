// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"
#include "core/demo/Rng.h"

#include <QJsonArray>

#include <optional>

namespace litedeck::demo {

/// What the proxy reads of a `POST /v1/chat/completions`.
struct ProxyRequest
{
    QString callId;
    QString session;
    QString endUser;
    QStringList tags;
    QJsonValue metadata = QJsonValue::Null; ///< `spend_logs_metadata`.
    QString model;
    QJsonArray messages;
    int maxTokens = 0;
    int timeoutSeconds = 0; ///< 0 is the proxy's own limit, which is longer than anybody waits.
    bool isStreamed = false;
    bool wantsUsage = false; ///< Of a stream.
};

/// Reads headers and body; nothing when the body is no JSON object. Ids that are missing are made.
std::optional<ProxyRequest> readProxyRequest(const Request &request, Rng &rng);

} // namespace litedeck::demo
