// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/AccountApi.h"

#include "core/saas/Wire.h"

using namespace Qt::StringLiterals;

namespace litedeck {

Reply<Account> *TeamsApi::team() const
{
    return new Reply<Account>(
        m_gateway.call(m_gateway.get("/api/teams/{id}", m_gateway.team().value)), wire::parseTeam);
}

Reply<Model> *TeamsApi::model(const ModelAlias &alias) const
{
    return new Reply<Model>(m_gateway.call(m_gateway.get("/api/models/{id}", alias.value)),
                            wire::parseModel);
}

Reply<KeyAccepted> *CreditsApi::checkKey() const
{
    return new Reply<KeyAccepted>(
        m_gateway.call(m_gateway.get("/api/credits/teams/{id}/balance", m_gateway.team().value)),
        [](const QByteArray &json) -> Expected<KeyAccepted, QString> {
            const auto balance = wire::parseBalance(json);
            if (!balance)
                return Unexpected{balance.error()};
            return KeyAccepted();
        });
}

Reply<QList<Transaction>> *CreditsApi::transactions(int limit) const
{
    return new Reply<QList<Transaction>>(
        m_gateway.call(m_gateway.get("/api/credits/teams/{id}/transactions", m_gateway.team().value,
                                     {{u"limit"_s, QString::number(limit)}})),
        wire::parseTransactions);
}

} // namespace litedeck
