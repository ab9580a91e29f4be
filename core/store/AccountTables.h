// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/server/JobCosts.h"
#include "core/server/LedgerLine.h"
#include "core/store/StoreError.h"

#include <QDateTime>
#include <QHash>

#include <optional>

namespace litedeck {

class Database;

/// What the server last answered about a team; never holds a secret.
struct KnownAnswer
{
    QByteArray json; ///< In a format of ours, without what is secret.
    QDateTime at;    ///< When it came, in UTC.

    friend bool operator==(const KnownAnswer &, const KnownAnswer &) = default;
};

/// Last answers in the table of Schema.cpp, by team and question, such as "team". Every function
/// runs on the database's thread.
namespace AnswerTable {

StoreResult<> save(const Database &database, const TeamId &team, const QString &question,
                   const KnownAnswer &answer);
StoreResult<std::optional<KnownAnswer>> load(const Database &database, const TeamId &team,
                                             const QString &question);

} // namespace AnswerTable

/// The kept ledger in the table of Schema.cpp. Every function runs on the database's thread.
namespace LedgerTable {

/// Adds these lines, or changes those of the same id.
StoreResult<> save(const Database &database, const TeamId &team, const QList<LedgerLine> &lines);
/// All lines of the team, the newest first.
StoreResult<QList<LedgerLine>> load(const Database &database, const TeamId &team);

} // namespace LedgerTable

/// Costs of finished jobs in the table of Schema.cpp. Every function runs on the database's thread.
namespace JobCostTable {

/// Adds the costs of a job, or takes them in place of those that are kept.
StoreResult<> save(const Database &database, const TeamId &team, const JobCosts &costs);
/// All costs of the team's jobs; lines that cannot be read are left out.
StoreResult<QHash<JobId, JobCosts>> load(const Database &database, const TeamId &team);
/// Up to version 13 the lines were in the server's own format; those become lines of ours.
StoreResult<> rewriteOld(const Database &database);

} // namespace JobCostTable

} // namespace litedeck
