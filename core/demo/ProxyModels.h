// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ModelCatalogue.h"
#include "core/demo/ProxyFailures.h"
#include "core/demo/ProxyRecords.h"

namespace litedeck::demo {

/// A model group of the plain proxy: what its provider writes, and what the proxy tells of it.
struct ProxyModel
{
    Model model;      ///< Its provider is always OpenAI: the proxy speaks no other dialect.
    QString provider; ///< The one behind it.
    bool hasPrice = true;
    int maxInputTokens = 0;
    int maxOutputTokens = 0;
    bool seesImages = false;
    bool knowsTools = false;
    bool canReason = false;
    QString failure;  ///< How it fails, by its name in failures.json; empty: it works.
    QString fallback; ///< The alias that answers instead; empty for none.
    bool isCached = false;
    bool thinks = false;    ///< Shows its reasoning.
    bool callsTool = false; ///< Answers with a call of a tool.
    bool endsEarly = false; ///< Its provider stops without a word, which the proxy does not tell.
};

/// All models of litellm/models.json, ordinary ones first.
const QList<ProxyModel> &proxyModels();
/// The model of that alias, or null.
const ProxyModel *findProxyModel(const QString &alias);
/// The aliases that the key may call.
QStringList callableAliases();
/// What those tokens cost; nothing without a price.
ProxyCost costOf(const ProxyModel &model, const ProxyTokens &tokens);
/// Makes a row that of a call which failed: with its tokens so far, if those are billed. Without a
/// model it reached none.
void fail(ProxyRow &row, const ProxyFailure &failure, const ProxyModel *model);
/// What stands in the row of a stream whose client has left.
QJsonObject clientLeftError();

/// A model as `/v1/models` shows it.
QJsonObject modelEntry(const ProxyModel &model);
/// A model as `/model_group/info` shows it.
QJsonObject groupEntry(const ProxyModel &model);

} // namespace litedeck::demo
