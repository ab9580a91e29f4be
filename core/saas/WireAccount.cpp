// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/Wire.h"
#include "core/saas/WireSupport.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace litedeck {

TeamStatus parseTeamStatus(const QString &text)
{
    const QString word = text.toLower();
    if (word == "active"_L1)
        return TeamStatus::Active;
    if (word == "suspended"_L1)
        return TeamStatus::Suspended;
    if (word == "paused"_L1)
        return TeamStatus::Paused;
    return TeamStatus::Unknown;
}

BudgetMode parseBudgetMode(const QString &text)
{
    const QString word = text.toLower();
    if (word == "job_based"_L1)
        return BudgetMode::JobBased;
    if (word == "consumption_usd"_L1)
        return BudgetMode::ConsumptionUsd;
    if (word == "consumption_tokens"_L1)
        return BudgetMode::ConsumptionTokens;
    return BudgetMode::Unknown;
}

namespace wire {

namespace {

Balance readBalance(JsonReader &json)
{
    Balance balance;
    balance.team = {json.text("team_id"_L1)};
    balance.organization = json.optionalText("organization_id"_L1).value_or(QString());
    balance.allocated = json.integer("credits_allocated"_L1);
    balance.used = json.integer("credits_used"_L1);
    balance.remaining = json.integer("credits_remaining"_L1);
    balance.limit = json.optionalInteger("credit_limit"_L1);
    balance.autoRefill = json.optionalBoolean("auto_refill"_L1).value_or(false);
    balance.refillAmount = json.optionalInteger("refill_amount"_L1);
    balance.refillPeriod = json.optionalText("refill_period"_L1).value_or(QString());
    balance.lastRefillAt = json.optionalTime("last_refill_at"_L1);
    balance.mode = parseBudgetMode(json.optionalText("budget_mode"_L1).value_or(QString()));
    balance.creditsPerDollar = json.optionalNumber("credits_per_dollar"_L1).value_or(0.0);
    balance.tokensPerCredit = json.optionalInteger("tokens_per_credit"_L1).value_or(0);
    balance.costMarkup = json.optionalNumber("cost_markup_percentage"_L1).value_or(0.0);
    balance.statusText = json.optionalText("status"_L1).value_or(QString());
    balance.status = parseTeamStatus(balance.statusText);
    balance.updatedAt = json.optionalTime("updated_at"_L1);
    return balance;
}

Model readModel(JsonReader &json)
{
    Model model;
    model.alias = {json.text("model_alias"_L1)};
    model.displayName = json.optionalText("display_name"_L1).value_or(model.alias.value);
    model.provider = json.optionalText("provider"_L1).value_or(QString());
    model.actualModel = json.optionalText("actual_model"_L1).value_or(QString());
    model.description = json.optionalText("description"_L1).value_or(QString());
    model.inputPrice = json.optionalNumber("pricing_input"_L1);
    model.outputPrice = json.optionalNumber("pricing_output"_L1);
    model.accessGroups = json.optionalTexts("access_groups"_L1);
    model.active = json.optionalText("status"_L1).value_or(u"active"_s) == "active"_L1;
    return model;
}

} // namespace

Parsed<Balance> parseBalance(const QByteArray &bytes)
{
    return parseWith<Balance>(bytes, u"balance"_s, readBalance);
}

Parsed<Team> parseTeam(const QByteArray &bytes)
{
    return parseWith<Team>(bytes, u"team"_s, [](JsonReader &json) {
        Team team;
        team.id = {json.text("team_id"_L1)};
        team.organization = json.optionalText("organization_id"_L1).value_or(QString());
        JsonReader credits = json.reader("credits"_L1);
        // The documented server puts the status beside the credits, the real one into them.
        const bool statusInside = credits.has("status"_L1);
        team.balance = readBalance(credits);
        if (!statusInside) {
            team.balance.statusText = json.optionalText("status"_L1).value_or(QString());
            team.balance.status = parseTeamStatus(team.balance.statusText);
        }
        team.accessGroups = json.optionalTexts("access_groups"_L1);
        team.models = json.optionalTexts("allowed_model_aliases"_L1);
        return team;
    });
}

Parsed<QList<Transaction>> parseTransactions(const QByteArray &bytes)
{
    return parseWith<QList<Transaction>>(bytes, u"ledger"_s, [](JsonReader &json) {
        QList<Transaction> transactions;
        json.forEach("transactions"_L1, [&transactions](JsonReader &line) {
            transactions += Transaction{line.text("transaction_id"_L1),
                                        {line.optionalText("job_id"_L1).value_or(QString())},
                                        line.text("transaction_type"_L1),
                                        line.integer("credits_amount"_L1),
                                        line.integer("credits_before"_L1),
                                        line.integer("credits_after"_L1),
                                        line.optionalText("reason"_L1).value_or(QString()),
                                        line.time("created_at"_L1)};
        });
        return transactions;
    });
}

Parsed<CreditCheck> parseCreditCheck(const QByteArray &bytes)
{
    return parseWith<CreditCheck>(bytes, u"credit check"_s, [](JsonReader &json) {
        return CreditCheck{json.boolean("has_credits"_L1), json.integer("credits_needed"_L1),
                           json.optionalInteger("credits_remaining"_L1),
                           json.optionalText("error"_L1).value_or(QString())};
    });
}

Parsed<QList<Model>> parseModels(const QByteArray &bytes)
{
    // The list has no name of its own; wrapping it keeps one way to report what does not fit.
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isArray())
        return Unexpected{u"models: not a list"_s};
    JsonReader json({{"models"_L1, document.array()}}, u"server"_s);
    QList<Model> models;
    json.forEach("models"_L1, [&models](JsonReader &model) { models += readModel(model); });
    if (!json.ok())
        return Unexpected{json.problem()};
    return models;
}

Parsed<Model> parseModel(const QByteArray &bytes)
{
    return parseWith<Model>(bytes, u"model"_s, readModel);
}

Parsed<ModelGroup> parseModelGroup(const QByteArray &bytes)
{
    return parseWith<ModelGroup>(bytes, u"model group"_s, [](JsonReader &json) {
        return ModelGroup{
            json.text("group_name"_L1), json.optionalText("primary_model"_L1).value_or(QString()),
            json.optionalTexts("fallback_models"_L1), json.boolean("team_has_access"_L1),
            json.optionalText("error"_L1).value_or(QString())};
    });
}

Parsed<QJsonObject> parseObject(const QByteArray &bytes)
{
    return parseWith<QJsonObject>(bytes, u"reply"_s, [](JsonReader &json) { return json.raw(); });
}

} // namespace wire

} // namespace litedeck
