// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/server/OpenCall.h"
#include "core/store/StoreError.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace litedeck {

class Database;

/// A call with one of its jobs, and whether its turn tells of that.
struct BookedCall
{
    enum class State : quint8 {
        Foreign,  ///< Of a turn that is not kept here.
        Open,     ///< What it took is being found out.
        Booked,   ///< A turn of its conversation has the job.
        Unbooked, ///< None has it.
    };

    OpenCall call;
    JobId job;
    State state = State::Foreign;
};

/// Open calls in the table of Schema.cpp. Every function runs on the database's thread.
namespace OpenCallTable {

StoreResult<> insert(const Database &database, const OpenCall &call);
StoreResult<> remove(const Database &database, const QString &callKey);
/// All of them, the oldest first.
StoreResult<QList<OpenCall>> load(const Database &database);
/// The same calls, each with its state.
StoreResult<QList<BookedCall>> classify(const Database &database, QList<BookedCall> calls);

} // namespace OpenCallTable

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
