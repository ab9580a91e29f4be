// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/store/StoreError.h"

namespace litedeck {

class Database;

/// What the search in runs of letters knows of the turns; see gramsOf(). Runs on the database's
/// thread, within the transactions of those who write turns.
namespace TurnGrams {

/// Keeps it in step with a turn that was written.
StoreResult<> write(const Database &database, const Turn &turn);

/// Adds what is not known of all stored turns.
StoreResult<> addAll(const Database &database);

} // namespace TurnGrams

} // namespace litedeck
