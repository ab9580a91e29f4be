// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/LedgerLine.h"
#include "core/store/StoreError.h"

namespace litedeck {

class Database;

/// The kept ledger in the table of Schema.cpp. Every function runs on the database's thread.
namespace LedgerTable {

/// Adds these lines, or changes those of the same id.
StoreResult<> save(const Database &database, const TeamId &team, const QList<LedgerLine> &lines);
/// All lines of the team, the newest first.
StoreResult<QList<LedgerLine>> load(const Database &database, const TeamId &team);

} // namespace LedgerTable

} // namespace litedeck
