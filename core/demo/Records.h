// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace litedeck::demo {

/// One call of a provider, as the server stores it.
struct CallRecord
{
    QString id;
    QString model;      ///< Empty for a failed call.
    QString modelGroup; ///< What the request named.
    QJsonValue purpose = QJsonValue::Null;
    int promptTokens = 0;
    int completionTokens = 0;
    int totalTokens = 0;
    QJsonValue latencyMs = QJsonValue::Null;
    double costUsd = 0.0;       ///< What `/costs` sums.
    double clientCostUsd = 0.0; ///< With the markup; `complete` and usage sum it. Only llm-call
                                ///< sets it.
    QString error;              ///< Empty for a call that went well.
    QDateTime createdAt;
};

/// One job. Times are UTC; an invalid one is null on the wire.
struct JobRecord
{
    QString id;
    QString teamId;
    QString type;
    QJsonValue userId = QJsonValue::Null;
    QString status = QStringLiteral("PENDING");
    QJsonValue metadata = QJsonObject{};
    QString error; ///< Empty is null on the wire.
    QDateTime createdAt;
    QDateTime startedAt;
    QDateTime completedAt;
    bool creditApplied = false;
    QString model; ///< The first one used; the server forgets the others.
    QList<CallRecord> calls;
    bool summarised = false; ///< A cost summary was stored, so usage counts its costs.
};

/// One line of the credit ledger; the amount has no sign, the type gives the direction.
struct TransactionRecord
{
    QString id;
    QString jobId; ///< Empty is null on the wire.
    QString type;
    int amount = 0;
    int before = 0;
    int after = 0;
    QString reason;
    QDateTime createdAt;
};

/// The team and its credit account.
struct TeamRecord
{
    QString id;
    QString organizationId;
    QString status;
    QString virtualKey;
    int allocated = 0;
    int used = 0;
    QString budgetMode;
    double creditsPerDollar = 0;
    int tokensPerCredit = 0;
    double costMarkupPercentage = 0;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime lastRefillAt;

    int remaining() const { return allocated - used; }
};

} // namespace litedeck::demo
