// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/AccountJson.h"

#include "core/base/JsonReader.h"
#include "core/base/StoredName.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace litedeck {

template <>
struct StoredNames<TeamState>
{
    static constexpr auto Otherwise = TeamState::Unknown;
    static constexpr StoredName<TeamState> All[] = {
        {TeamState::Unknown, "unknown"},
        {TeamState::Active, "active"},
        {TeamState::OutOfCredits, "out_of_credits"},
        {TeamState::Suspended, "suspended"},
        {TeamState::Paused, "paused"},
        {TeamState::Other, "other"},
    };
};

template <>
struct StoredNames<Account::Status>
{
    static constexpr auto Otherwise = Account::Status::Unknown;
    static constexpr StoredName<Account::Status> All[] = {
        {Account::Status::Active, "active"},
        {Account::Status::Suspended, "suspended"},
        {Account::Status::Paused, "paused"},
        {Account::Status::Unknown, "unknown"},
    };
};

template <>
struct StoredNames<Allowance::Scope>
{
    static constexpr auto Otherwise = Allowance::Scope::Other;
    static constexpr StoredName<Allowance::Scope> All[] = {
        {Allowance::Scope::Team, "team"},     {Allowance::Scope::Key, "key"},
        {Allowance::Scope::Member, "member"}, {Allowance::Scope::User, "user"},
        {Allowance::Scope::Other, "other"},
    };
};

template <>
struct StoredNames<AmountUnit>
{
    static constexpr auto Otherwise = AmountUnit::Credits;
    static constexpr StoredName<AmountUnit> All[] = {
        {AmountUnit::Credits, "credits"},
        {AmountUnit::NanoDollars, "nano_dollars"},
    };
};

template <>
struct StoredNames<ChargeRule::Kind>
{
    static constexpr auto Otherwise = ChargeRule::Kind::Unknown;
    static constexpr StoredName<ChargeRule::Kind> All[] = {
        {ChargeRule::Kind::Unknown, "unknown"}, {ChargeRule::Kind::PerJob, "per_job"},
        {ChargeRule::Kind::ByCost, "by_cost"},  {ChargeRule::Kind::ByTokens, "by_tokens"},
        {ChargeRule::Kind::Dollars, "dollars"},
    };
};

namespace {

constexpr int Format = 1;

QJsonValue timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODateWithMs))
                : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const Allowance &allowance)
{
    QJsonObject json{{u"scope"_s, storedName(allowance.scope)},
                     {u"name"_s, allowance.name},
                     {u"unit"_s, unitToJson(allowance.unit)},
                     {u"used"_s, allowance.used},
                     {u"limit"_s, orNull(allowance.limit)},
                     {u"left"_s, orNull(allowance.left)},
                     {u"cap"_s, orNull(allowance.cap)},
                     {u"period"_s, allowance.period},
                     {u"resets_at"_s, timeOrNull(allowance.resetsAt)}};
    if (const auto &refill = allowance.refill)
        json[u"refill"_s] = QJsonObject{{u"on"_s, refill->isOn},
                                        {u"amount"_s, orNull(refill->amount)},
                                        {u"period"_s, refill->period},
                                        {u"last_at"_s, timeOrNull(refill->lastAt)}};
    return json;
}

Allowance readAllowance(JsonReader &json)
{
    Allowance allowance;
    allowance.scope = valueNamed<Allowance::Scope>(json.text("scope"_L1));
    allowance.name = json.text("name"_L1);
    allowance.unit = unitFromJson(json.text("unit"_L1));
    allowance.used = json.integer("used"_L1);
    allowance.limit = json.optionalInteger("limit"_L1);
    allowance.left = json.optionalInteger("left"_L1);
    allowance.cap = json.optionalInteger("cap"_L1);
    allowance.period = json.text("period"_L1);
    allowance.resetsAt = json.optionalTime("resets_at"_L1);
    if (json.has("refill"_L1)) {
        JsonReader refill = json.reader("refill"_L1);
        allowance.refill = Refill{refill.boolean("on"_L1), refill.optionalInteger("amount"_L1),
                                  refill.text("period"_L1), refill.optionalTime("last_at"_L1)};
    }
    return allowance;
}

QJsonObject toJson(const ChargeRule &rule)
{
    return {{u"kind"_s, storedName(rule.kind)},
            {u"credits_per_dollar"_s, rule.creditsPerDollar},
            {u"markup"_s, rule.markup},
            {u"tokens_per_credit"_s, rule.tokensPerCredit}};
}

ChargeRule readChargeRule(JsonReader json)
{
    return {valueNamed<ChargeRule::Kind>(json.text("kind"_L1)),
            json.number("credits_per_dollar"_L1), json.number("markup"_L1),
            json.integer("tokens_per_credit"_L1)};
}

} // namespace

QByteArray accountToJson(const Account &account)
{
    QJsonArray allowances;
    for (const Allowance &allowance : account.allowances)
        allowances += toJson(allowance);
    const QJsonObject json{
        {u"format"_s, Format},
        {u"team"_s, account.team.value},
        {u"name"_s, account.name},
        {u"organization"_s, account.organization},
        {u"status"_s, storedName(account.status)},
        {u"status_word"_s, account.statusWord},
        {u"allowances"_s, allowances},
        {u"access_groups"_s, QJsonArray::fromStringList(account.accessGroups)},
        {u"models"_s, QJsonArray::fromStringList(account.models)},
        {u"charges"_s, toJson(account.charges)},
        {u"updated_at"_s, timeOrNull(account.updatedAt)},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Expected<Account, QString> accountFromJson(const QByteArray &bytes)
{
    JsonReader json(QJsonDocument::fromJson(bytes).object(), u"account"_s);
    if (json.integer("format"_L1) != Format && json.ok())
        return Unexpected{u"account: another format"_s};
    Account account;
    account.team = {json.text("team"_L1)};
    account.name = json.text("name"_L1);
    account.organization = json.text("organization"_L1);
    account.status = valueNamed<Account::Status>(json.text("status"_L1));
    account.statusWord = json.text("status_word"_L1);
    json.forEach("allowances"_L1, [&account](JsonReader &allowance) {
        account.allowances += readAllowance(allowance);
    });
    account.accessGroups = json.texts("access_groups"_L1);
    account.models = json.texts("models"_L1);
    account.charges = readChargeRule(json.reader("charges"_L1));
    account.updatedAt = json.optionalTime("updated_at"_L1);
    if (!json.ok())
        return Unexpected{json.problem()};
    return account;
}

QJsonValue stateToJson(TeamState state)
{
    return QString(storedName(state));
}

std::optional<TeamState> stateFromJson(const QJsonValue &value)
{
    using enum TeamState;
    constexpr std::array Numbered = {Unknown, Active, OutOfCredits, Suspended, Paused, Other};
    if (value.isString())
        return valueNamed<TeamState>(value.toString());
    const int number = value.toInt(-1);
    const bool isOne = number >= 0 && number < int(Numbered.size());
    return isOne ? std::optional(Numbered.at(size_t(number))) : std::nullopt;
}

QJsonValue unitToJson(AmountUnit unit)
{
    return QString(storedName(unit));
}

AmountUnit unitFromJson(const QJsonValue &value)
{
    return valueNamed<AmountUnit>(value.toString());
}

} // namespace litedeck
