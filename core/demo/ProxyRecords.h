// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck::demo {

/// Whose money a call takes; each of them may have a limit.
enum class Payer : quint8 { Key, Member, User, Team };

/// What a payer may spend, in US dollars.
struct ProxyBudget
{
    double spend = 0; ///< In this period.
    double total = 0; ///< Ever.
    std::optional<double> limit;
    QString period;     ///< "1d", "7d" or "30d".
    QDateTime resetsAt; ///< A midnight in UTC: the next one, Monday's, or that of the 1st.

    bool isUsedUp() const { return limit && spend >= *limit; }
    /// Begins the next period when this one is over.
    void resetIfDue(const QDateTime &now);
};

/// Somebody else who takes from the team's budget.
struct Colleague
{
    QString user; ///< Empty for a key that belongs to nobody.
    QString email;
    QString keyAlias;
    double spend = 0;
    std::optional<double> limit;

    /// The hash by which the proxy names the key.
    QString token() const;
};

/// Key, user and team as the proxy stores them.
struct ProxyAccount
{
    QString virtualKey;
    QString keyHash; ///< SHA-256, as the proxy names keys.
    QString keyAlias;
    int tokensPerMinute = 0;
    QString user; ///< Empty for a key that belongs to nobody.
    QString email;
    QString team;     ///< Of the key; empty for one outside of teams.
    QString homeTeam; ///< Of the user, who may look at it with any key.
    QString teamAlias;
    QList<Colleague> colleagues;

    /// How the proxy shows a key that it must not tell.
    QString keyName() const { return QStringLiteral("sk-...") + virtualKey.right(4); }
};

/// Tokens of one call.
struct ProxyTokens
{
    int prompt = 0;
    int completion = 0; ///< With those of reasoning.
    int reasoning = 0;
    int cached = 0; ///< Of the prompt, which the provider still knew.

    int total() const { return prompt + completion; }
};

/// What one call took, in US dollars.
struct ProxyCost
{
    double input = 0; ///< With what it took to read the cache.
    double output = 0;
    double cacheRead = 0;

    double total() const { return input + output; }
};

/// A row of the log of requests: a call that is over.
struct ProxyRow
{
    QString requestId; ///< The provider's when it answered, else the call's.
    QString callId;    ///< That the client chose.
    bool isFailure = false;
    bool isFromCache = false;
    ProxyCost cost;
    ProxyTokens tokens;
    QDateTime startedAt;
    QDateTime firstTokenAt;
    QDateTime endedAt;
    QString model;      ///< With its provider: "openai/gpt-4o".
    QString group;      ///< The alias that answered; empty when none was reached.
    QString askedGroup; ///< The alias that was asked.
    QString provider;
    QString endUser;
    QString session;
    QStringList tags;
    QStringList guardrails; ///< That looked at it.
    int fallbacks = 0;
    QJsonValue clientMetadata = QJsonValue::Null; ///< `spend_logs_metadata`.
    QJsonObject error;                            ///< `error_information`; empty for none.

    double spend() const { return isFromCache ? 0.0 : cost.total(); }
};

/// How the two ways to read the log write times.
enum class RowTimes : quint8 { Page, List };

/// A row as the log shows it.
QJsonObject toJson(const ProxyRow &row, const ProxyAccount &account, bool isOld, RowTimes times);

/// A time as most answers write it: UTC, Z; null when invalid.
QJsonValue isoTime(const QDateTime &time);
/// A number as Python writes a float.
QString pythonFloat(double value);

} // namespace litedeck::demo
