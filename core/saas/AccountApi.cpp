// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/AccountApi.h"

#include "core/saas/Wire.h"

using namespace Qt::StringLiterals;

namespace litedeck {

Reply<Team> *TeamsApi::team() const
{
    return new Reply<Team>(m_gateway.call(m_gateway.get("/api/teams/{id}", m_gateway.team().value)),
                           wire::parseTeam);
}

Reply<QList<Model>> *TeamsApi::models() const
{
    return new Reply<QList<Model>>(m_gateway.call(m_gateway.get("/api/models")), wire::parseModels);
}

Reply<Model> *TeamsApi::model(const ModelAlias &alias) const
{
    return new Reply<Model>(m_gateway.call(m_gateway.get("/api/models/{id}", alias.value)),
                            wire::parseModel);
}

Reply<ModelGroup> *TeamsApi::resolveModelGroup(const QString &group) const
{
    return new Reply<ModelGroup>(
        m_gateway.call(m_gateway.get("/api/model-groups/{id}/resolve", group,
                                     {{u"team_id"_s, m_gateway.team().value}})),
        wire::parseModelGroup);
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

Reply<CreditCheck> *CreditsApi::check(int creditsNeeded) const
{
    HttpRequest request =
        m_gateway.send(HttpMethod::Post, Effect::Safe, "/api/credits/teams/{id}/check", {},
                       m_gateway.team().value);
    // The number goes into the query: the server ignores a body.
    request.url.setQuery(QUrlQuery{{u"credits_needed"_s, QString::number(creditsNeeded)}});
    return new Reply<CreditCheck>(m_gateway.call(request), wire::parseCreditCheck);
}

} // namespace litedeck
