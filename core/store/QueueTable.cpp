// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/QueueTable.h"

#include "core/conversation/ErrorJson.h"
#include "core/store/Database.h"
#include "core/store/Query.h"
#include "core/store/TurnColumns.h"

namespace litedeck::QueueTable {

using namespace Qt::StringLiterals;

StoreResult<> save(const Database &database, const QueuedTurn &queued)
{
    Query query(database, uR"(INSERT OR REPLACE INTO queued_turns(turn_id, due_at, attempts)
                              SELECT id, ?, ? FROM turns WHERE uuid = ?)"_s);
    return query.bind(qint64(queued.dueAt.toMSecsSinceEpoch()))
        .bind(qint64(queued.attempts))
        .bind(queued.turn.value)
        .run();
}

StoreResult<> remove(const Database &database, const TurnId &turn)
{
    Query query(database, uR"(DELETE FROM queued_turns
                              WHERE turn_id = (SELECT id FROM turns WHERE uuid = ?))"_s);
    return query.bind(turn.value).run();
}

StoreResult<QList<QueuedTurn>> load(const Database &database)
{
    QList<QueuedTurn> queued;
    // CROSS keeps SQLite from going through all turns that are kept to find the few queued ones.
    Query query(database, uR"(SELECT c.uuid, t.uuid, q.due_at, q.attempts, t.error
                              FROM queued_turns q
                              CROSS JOIN turns t ON t.id = q.turn_id
                              CROSS JOIN conversations c ON c.id = t.conversation_id
                              WHERE t.state = 'failed' AND t.reply = ''
                                  AND NOT t.deleted AND NOT c.deleted
                              ORDER BY q.due_at, q.turn_id)"_s);
    const auto read = query.forEach([&queued](const Query &row) {
        queued.append({.conversation = {row.text(0)},
                       .turn = {row.text(1)},
                       .dueAt = timeFrom(row, 2),
                       .attempts = static_cast<int>(row.number(3)),
                       .error = errorFromJson(row.text(4)).value_or(Error())});
    });
    if (!read)
        return Unexpected{read.error()};
    return queued;
}

} // namespace litedeck::QueueTable
