// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Expected.h"
#include "core/base/Ids.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <optional>

namespace litedeck {

/// What a key, a user, a team or a member of it may spend. The proxy books some 10 s late.
struct ProxyBudget
{
    Usd spent;                ///< In this period.
    std::optional<Usd> limit; ///< Empty for none.
    QString period;           ///< The proxy's word, such as "30d"; empty when it never ends.
    std::optional<QDateTime> resetsAt;

    friend bool operator==(const ProxyBudget &, const ProxyBudget &) = default;
};

/// The answer to `GET /key/info`, without the key's hash.
struct KeyInfo
{
    QString alias; ///< What people call it, or its beginning and end.
    QString user;  ///< Empty for a key that belongs to nobody.
    TeamId team;   ///< Empty for a key outside of teams.
    bool isBlocked = false;
    std::optional<QDateTime> expiresAt;
    ProxyBudget budget;
    std::optional<qint64> requestsPerMinute;
    std::optional<qint64> tokensPerMinute;

    friend bool operator==(const KeyInfo &, const KeyInfo &) = default;
};

/// The answer to `GET /team/info`.
struct TeamInfo
{
    TeamId id;
    QString alias;
    bool isBlocked = false;
    ProxyBudget budget;
    QMap<QString, ProxyBudget> members;          ///< By user, of what they may spend in this team.
    QList<std::pair<QString, ProxyBudget>> keys; ///< Of the team, by what people call them.
    bool showsAllRequests = false;               ///< To every member.

    friend bool operator==(const TeamInfo &, const TeamInfo &) = default;
};

/// The answer to `GET /user/info`: over all keys and teams of the user.
struct UserInfo
{
    QString id;
    ProxyBudget budget;

    friend bool operator==(const UserInfo &, const UserInfo &) = default;
};

Expected<KeyInfo, QString> parseKeyInfo(const QByteArray &bytes);
Expected<TeamInfo, QString> parseTeamInfo(const QByteArray &bytes);
Expected<UserInfo, QString> parseUserInfo(const QByteArray &bytes);

} // namespace litedeck
