// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ProxyModels.h"
#include "core/demo/ProxyRequest.h"

#include <QJsonArray>

namespace litedeck::demo {

struct DemoScenario;

/// What the provider behind the proxy answers to one call.
struct ProxyReply
{
    ProxyModel model; ///< That answers; after a fallback not the one that was asked.
    int fallbacks = 0;
    QString id; ///< The provider's.
    QString thoughts;
    QStringList pieces; ///< The text, as it is streamed.
    bool callsTool = false;
    QString finishReason;
    ProxyTokens tokens;
    int silenceMs = 0; ///< Before its first byte.
    int writingMs = 0; ///< How long it writes a whole reply.

    /// What it cost; nothing without a price.
    ProxyCost cost() const { return costOf(model, tokens); }
};

/// Asks the provider of a model of litellm/models.json.
ProxyReply askProxyModel(const ProxyModel &asked, const ProxyRequest &request,
                         const DemoScenario &scenario, Rng &rng);

/// The whole reply as a JSON body.
QJsonObject wholeReply(const ProxyReply &reply, const ProxyRequest &request, qint64 created);
/// The events of a reply up to its last word, each as the JSON behind `data: `.
QList<QByteArray> replyEvents(const ProxyReply &reply, const ProxyRequest &request, qint64 created);
/// What follows: the reason of the end and the usage, without a cost on old proxies.
QList<QByteArray> closingEvents(const ProxyReply &reply, const ProxyRequest &request,
                                qint64 created, bool tellsCost);

} // namespace litedeck::demo
