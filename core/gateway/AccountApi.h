// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Account.h"
#include "core/gateway/Gateway.h"
#include "core/gateway/Reply.h"

namespace litedeck {

/// The team itself and the models. Replies start by themselves.
class TeamsApi
{
public:
    /// `gateway` outlives the API.
    explicit TeamsApi(const Gateway &gateway)
        : m_gateway(gateway)
    {}

    /// Status, credits and allowed models in one request; answers even for a suspended team.
    Reply<Team> *team() const;
    /// All aliases of the server, not only the team's.
    Reply<QList<Model>> *models() const;
    Reply<Model> *model(const ModelAlias &alias) const;
    Reply<ModelGroup> *resolveModelGroup(const QString &group) const;
    /// Whether the server lives; its database is not checked. Goes without the key.
    Reply<QJsonObject> *health() const;
    /// What a plain LiteLLM proxy answers to the same question. Goes without the key.
    Reply<QByteArray> *liveliness() const;

private:
    const Gateway &m_gateway;
};

/// The team's credits. Replies start by themselves.
class CreditsApi
{
public:
    /// `gateway` outlives the API.
    explicit CreditsApi(const Gateway &gateway)
        : m_gateway(gateway)
    {}

    Reply<Balance> *balance() const;
    /// The newest `limit` lines of the ledger, newest first; the server cannot page further back.
    Reply<QList<Transaction>> *transactions(int limit) const;
    Reply<CreditCheck> *check(int creditsNeeded) const;

private:
    const Gateway &m_gateway;
};

} // namespace litedeck
