// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/JobCosts.h"
#include "core/store/StoreError.h"

#include <QHash>

namespace litedeck {

class Database;

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
