// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/TeamMemory.h"

#include "core/saas/Wire.h"
#include "core/store/AnswerTable.h"
#include "core/store/Store.h"
#include "core/team/TeamMonitor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODateWithMs))
                : QJsonValue(QJsonValue::Null);
}

QString wordOf(BudgetMode mode)
{
    switch (mode) {
    case BudgetMode::JobBased:
        return u"job_based"_s;
    case BudgetMode::ConsumptionUsd:
        return u"consumption_usd"_s;
    case BudgetMode::ConsumptionTokens:
        return u"consumption_tokens"_s;
    case BudgetMode::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QJsonObject creditsJson(const Balance &balance)
{
    return {{u"team_id"_s, balance.team.value},
            {u"organization_id"_s, balance.organization},
            {u"credits_allocated"_s, balance.allocated},
            {u"credits_used"_s, balance.used},
            {u"credits_remaining"_s, balance.remaining},
            {u"credit_limit"_s, orNull(balance.limit)},
            {u"auto_refill"_s, balance.autoRefill},
            {u"refill_amount"_s, orNull(balance.refillAmount)},
            {u"refill_period"_s, balance.refillPeriod},
            {u"last_refill_at"_s, orNull(balance.lastRefillAt)},
            {u"budget_mode"_s, wordOf(balance.mode)},
            {u"credits_per_dollar"_s, balance.creditsPerDollar},
            {u"tokens_per_credit"_s, balance.tokensPerCredit},
            {u"cost_markup_percentage"_s, balance.costMarkup},
            {u"status"_s, balance.statusText},
            {u"updated_at"_s, orNull(balance.updatedAt)}};
}

} // namespace

TeamMemory::TeamMemory(const TeamId &team, Store &store, TeamMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_team(team)
    , m_store(store)
    , m_monitor(monitor)
{
    connect(&monitor, &TeamMonitor::changed, this, &TeamMemory::keep);
}

void TeamMemory::load()
{
    m_store.post(
        [team = m_team](const Database &database) {
            return AnswerTable::load(database, team, Question.toString());
        },
        this,
        [this](const StoreResult<std::optional<KnownAnswer>> &answer) {
            if (!answer || !*answer)
                return;
            if (const auto team = fromJson((*answer)->json))
                m_monitor.recall(*team, (*answer)->at);
        });
}

void TeamMemory::keep()
{
    if (!m_monitor.isConfirmed() || m_keptAt == m_monitor.updatedAt())
        return;
    m_keptAt = m_monitor.updatedAt();
    m_store.write([team = m_team, answer = KnownAnswer{toJson(*m_monitor.team()), m_keptAt}](
                      const Database &database) {
        return AnswerTable::save(database, team, Question.toString(), answer);
    });
}

QByteArray TeamMemory::toJson(const Team &team)
{
    const QJsonObject json{
        {u"team_id"_s, team.id.value},
        {u"organization_id"_s, team.organization},
        {u"credits"_s, creditsJson(team.balance)},
        {u"access_groups"_s, QJsonArray::fromStringList(team.accessGroups)},
        {u"allowed_model_aliases"_s, QJsonArray::fromStringList(team.models)},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Expected<Team, QString> TeamMemory::fromJson(const QByteArray &json)
{
    return wire::parseTeam(json);
}

} // namespace litedeck
