// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck {

/// Whether a team may call; any word but "active" keeps it out.
enum class TeamStatus : quint8 { Active, Suspended, Paused, Unknown };

TeamStatus parseTeamStatus(const QString &text);

/// What a call takes from the balance.
enum class BudgetMode : quint8 { JobBased, ConsumptionUsd, ConsumptionTokens, Unknown };

BudgetMode parseBudgetMode(const QString &text);

/// A team's account, from `GET /api/credits/teams/{id}/balance` or inside `GET /api/teams/{id}`.
struct Balance
{
    TeamId team;
    QString organization;
    qint64 allocated = 0;
    qint64 used = 0;
    qint64 remaining = 0;
    std::optional<qint64> limit;
    bool autoRefill = false;
    std::optional<qint64> refillAmount;
    QString refillPeriod;
    std::optional<QDateTime> lastRefillAt;
    BudgetMode mode = BudgetMode::Unknown;
    double creditsPerDollar = 0;
    qint64 tokensPerCredit = 0;
    double costMarkup = 0; ///< Percent on top of what a model costs, before credits are counted.
    TeamStatus status = TeamStatus::Unknown;
    QString statusText; ///< The server's word.
    std::optional<QDateTime> updatedAt;

    friend bool operator==(const Balance &, const Balance &) = default;
};

/// A team, from `GET /api/teams/{id}`, which answers without a key and even when the team is
/// suspended. Its `virtual_key` is a secret and is not read.
struct Team
{
    TeamId id;
    QString organization;
    Balance balance;
    QStringList accessGroups;
    QStringList models; ///< Aliases that the team may call.

    friend bool operator==(const Team &, const Team &) = default;
};

/// One line of the ledger; the type is the server's word, such as "deduction" or "allocation".
struct Transaction
{
    QString id;
    JobId job;
    QString type;
    qint64 amount = 0;
    qint64 before = 0;
    qint64 after = 0;
    QString reason;
    QDateTime createdAt;

    friend bool operator==(const Transaction &, const Transaction &) = default;
};

/// The answer to `POST /api/credits/teams/{id}/check`.
struct CreditCheck
{
    bool enough = false;
    qint64 needed = 0;
    std::optional<qint64> remaining; ///< Not told when there are too few.
    QString problem;

    friend bool operator==(const CreditCheck &, const CreditCheck &) = default;
};

/// A model alias, from `GET /api/models`, which lists all aliases and not only the team's.
struct Model
{
    ModelAlias alias;
    QString displayName;
    QString provider;
    QString actualModel;
    QString description;
    std::optional<double> inputPrice; ///< US dollars for a million tokens, as the server stores it.
    std::optional<double> outputPrice; ///< Likewise.
    QStringList accessGroups;
    bool active = false;

    friend bool operator==(const Model &, const Model &) = default;
};

/// The answer to `GET /api/model-groups/{group}/resolve`.
struct ModelGroup
{
    QString name;
    QString primaryModel;
    QStringList fallbackModels; ///< Resolved by the server, but never tried.
    bool teamHasAccess = false;
    QString problem;

    friend bool operator==(const ModelGroup &, const ModelGroup &) = default;
};

} // namespace litedeck
