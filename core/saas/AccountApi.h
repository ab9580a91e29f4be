// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Gateway.h"
#include "core/gateway/Reply.h"
#include "core/server/Account.h"
#include "core/server/LedgerLine.h"
#include "core/server/Model.h"
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

    /// Status, credits and allowed models in one request; answers without a key and even for a
    /// suspended team. Its `virtual_key` is a secret and is not read.
    Reply<Account> *team() const;
    Reply<Model> *model(const ModelAlias &alias) const;

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

private:
    const Gateway &m_gateway;
};

} // namespace litedeck
