// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/KeyInfo.h"

#include "core/gateway/WireSupport.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString textIn(JsonReader &json, QLatin1StringView key)
{
    return json.optionalText(key).value_or(QString());
}

/// The limit, its period and its reset; what was spent stands elsewhere for the members of a team.
void readLimit(JsonReader &json, ProxyBudget &budget)
{
    if (const auto limit = json.optionalNumber("max_budget"_L1))
        budget.limit = Usd::fromDouble(*limit);
    budget.period = textIn(json, "budget_duration"_L1);
    budget.resetsAt = json.optionalTime("budget_reset_at"_L1);
}

ProxyBudget readBudget(JsonReader &json)
{
    ProxyBudget budget;
    budget.spent = Usd::fromDouble(json.optionalNumber("spend"_L1).value_or(0));
    readLimit(json, budget);
    return budget;
}

QString readKeyName(JsonReader &json)
{
    const QString alias = textIn(json, "key_alias"_L1);
    return alias.isEmpty() ? textIn(json, "key_name"_L1) : alias;
}

} // namespace

Expected<KeyInfo, QString> parseKeyInfo(const QByteArray &bytes)
{
    return wire::parseWith<KeyInfo>(bytes, u"key"_s, [](JsonReader &json) {
        JsonReader info = json.reader("info"_L1);
        KeyInfo key;
        key.alias = readKeyName(info);
        key.user = textIn(info, "user_id"_L1);
        key.team = {textIn(info, "team_id"_L1)};
        key.isBlocked = info.optionalBoolean("blocked"_L1).value_or(false);
        key.expiresAt = info.optionalTime("expires"_L1);
        key.budget = readBudget(info);
        key.requestsPerMinute = info.optionalInteger("rpm_limit"_L1);
        key.tokensPerMinute = info.optionalInteger("tpm_limit"_L1);
        return key;
    });
}

Expected<TeamInfo, QString> parseTeamInfo(const QByteArray &bytes)
{
    return wire::parseWith<TeamInfo>(bytes, u"team"_s, [](JsonReader &json) {
        JsonReader info = json.reader("team_info"_L1);
        TeamInfo team;
        team.id = {json.text("team_id"_L1)};
        team.alias = textIn(info, "team_alias"_L1);
        team.isBlocked = info.optionalBoolean("blocked"_L1).value_or(false);
        team.budget = readBudget(info);
        team.showsAllRequests =
            info.optionalTexts("team_member_permissions"_L1).contains("/spend/logs"_L1);
        const auto readKey = [&team](JsonReader &key) {
            team.keys.append({readKeyName(key), readBudget(key)});
        };
        if (json.has("keys"_L1))
            json.forEach("keys"_L1, readKey);
        if (!json.has("team_memberships"_L1))
            return team;
        json.forEach("team_memberships"_L1, [&team](JsonReader &member) {
            ProxyBudget budget = readBudget(member);
            if (member.has("litellm_budget_table"_L1)) {
                JsonReader limit = member.reader("litellm_budget_table"_L1);
                readLimit(limit, budget);
            }
            team.members.insert(member.text("user_id"_L1), budget);
        });
        return team;
    });
}

Expected<UserInfo, QString> parseUserInfo(const QByteArray &bytes)
{
    return wire::parseWith<UserInfo>(bytes, u"user"_s, [](JsonReader &json) {
        JsonReader info = json.reader("user_info"_L1);
        return UserInfo{.id = info.text("user_id"_L1), .budget = readBudget(info)};
    });
}

} // namespace litedeck
