// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/store/StoreError.h"

#include <QDateTime>
#include <QList>

namespace litedeck {

class Database;

/// A turn that failed and is to be asked again later.
struct QueuedTurn
{
    ConversationId conversation;
    TurnId turn;
    QDateTime dueAt;  ///< UTC.
    int attempts = 0; ///< Times that the queue asked for it.
    Error error;      ///< What it failed with last; kept with the turn, not in the queue.

    friend bool operator==(const QueuedTurn &, const QueuedTurn &) = default;
};

/// Queued turns in the table of Schema.cpp. Every function runs on the database's thread.
namespace QueueTable {

/// Adds the turn or changes its time; a turn that is not stored is not queued.
StoreResult<> save(const Database &database, const QueuedTurn &queued);
StoreResult<> remove(const Database &database, const TurnId &turn);
/// All of them that still have no reply, the first due first.
StoreResult<QList<QueuedTurn>> load(const Database &database);

} // namespace QueueTable

} // namespace litedeck
