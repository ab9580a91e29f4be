// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StoreError.h"

namespace litedeck {

class Database;

/// The version of the tables that this program reads and writes, kept in PRAGMA user_version.
inline constexpr int SchemaVersion = 15;

/// Brings a database of any earlier version, an empty one included, to SchemaVersion in one
/// transaction; a failed migration leaves the database as it was.
StoreResult<> migrate(const Database &database);

} // namespace litedeck
