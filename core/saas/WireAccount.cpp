// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/WireSupport.h"
#include "core/saas/Wire.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace wire {

namespace {

Account::Status statusFrom(const QString &text)
{
    const QString word = text.toLower();
    if (word == "active"_L1)
        return Account::Status::Active;
    if (word == "suspended"_L1)
        return Account::Status::Suspended;
    if (word == "paused"_L1)
        return Account::Status::Paused;
    return Account::Status::Unknown;
}

ChargeRule::Kind chargeKindFrom(const QString &text)
{
    const QString word = text.toLower();
    if (word == "job_based"_L1)
        return ChargeRule::Kind::PerJob;
    if (word == "consumption_usd"_L1)
        return ChargeRule::Kind::ByCost;
    if (word == "consumption_tokens"_L1)
        return ChargeRule::Kind::ByTokens;
    return ChargeRule::Kind::Unknown;
}

Allowance readCredits(JsonReader &json)
{
    Allowance credits;
    credits.used = json.integer("credits_used"_L1);
    credits.limit = json.integer("credits_allocated"_L1);
    credits.left = json.integer("credits_remaining"_L1);
    credits.cap = json.optionalInteger("credit_limit"_L1);
    credits.refill = Refill{json.optionalBoolean("auto_refill"_L1).value_or(false),
                            json.optionalInteger("refill_amount"_L1),
                            json.optionalText("refill_period"_L1).value_or(QString()),
                            json.optionalTime("last_refill_at"_L1)};
    return credits;
}

ChargeRule readChargeRule(JsonReader &json)
{
    return {chargeKindFrom(json.optionalText("budget_mode"_L1).value_or(QString())),
            json.optionalNumber("credits_per_dollar"_L1).value_or(0.0),
            json.optionalNumber("cost_markup_percentage"_L1).value_or(0.0),
            json.optionalInteger("tokens_per_credit"_L1).value_or(0)};
}

} // namespace

Parsed<Allowance> parseBalance(const QByteArray &bytes)
{
    return parseWith<Allowance>(bytes, u"balance"_s, readCredits);
}

Parsed<Account> parseTeam(const QByteArray &bytes)
{
    return parseWith<Account>(bytes, u"team"_s, [](JsonReader &json) {
        Account account;
        account.team = {json.text("team_id"_L1)};
        account.organization = json.optionalText("organization_id"_L1).value_or(QString());
        JsonReader credits = json.reader("credits"_L1);
        // The documented server puts the status beside the credits, the real one into them.
        JsonReader &told = credits.has("status"_L1) ? credits : json;
        account.statusWord = told.optionalText("status"_L1).value_or(QString());
        account.status = statusFrom(account.statusWord);
        account.allowances = {readCredits(credits)};
        account.accessGroups = json.optionalTexts("access_groups"_L1);
        account.models = json.optionalTexts("allowed_model_aliases"_L1);
        account.charges = readChargeRule(credits);
        account.updatedAt = credits.optionalTime("updated_at"_L1);
        return account;
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

Parsed<Model> parseModel(const QByteArray &bytes)
{
    return parseWith<Model>(bytes, u"model"_s, [](JsonReader &json) {
        return Model{.alias = {json.text("model_alias"_L1)},
                     .provider = json.optionalText("provider"_L1).value_or(QString()),
                     .inputPrice = json.optionalNumber("pricing_input"_L1),
                     .outputPrice = json.optionalNumber("pricing_output"_L1)};
    });
}

Parsed<QJsonObject> parseObject(const QByteArray &bytes)
{
    return parseWith<QJsonObject>(bytes, u"reply"_s, [](JsonReader &json) { return json.raw(); });
}

} // namespace wire

} // namespace litedeck
