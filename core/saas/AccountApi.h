// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Gateway.h"
#include "core/gateway/Reply.h"
#include "core/server/Account.h"
#include "core/server/Server.h"

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

    /// The balance, which only who has the key is told.
    Reply<KeyAccepted> *checkKey() const;
    /// The newest `limit` lines of the ledger, newest first; the server cannot page further back.
    Reply<QList<Transaction>> *transactions(int limit) const;
    Reply<CreditCheck> *check(int creditsNeeded) const;

private:
    const Gateway &m_gateway;
};

} // namespace litedeck
