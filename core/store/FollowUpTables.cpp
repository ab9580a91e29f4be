// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/FollowUpTables.h"

#include "core/conversation/ConversationJson.h"
#include "core/store/Database.h"
#include "core/store/Query.h"

using namespace Qt::StringLiterals;

namespace litedeck::OpenCallTable {

StoreResult<> insert(const Database &database, const OpenCall &call)
{
    Query query(database, uR"(INSERT OR REPLACE INTO
                              open_calls(call_key, conversation_uuid, turn_uuid, sent_at)
                              VALUES (?, ?, ?, ?))"_s);
    return query.bind(call.callKey)
        .bind(call.conversation.value)
        .bind(call.turn.value)
        .bind(call.sentAt.toMSecsSinceEpoch())
        .run();
}

StoreResult<> remove(const Database &database, const QString &callKey)
{
    Query query(database, u"DELETE FROM open_calls WHERE call_key = ?"_s);
    return query.bind(callKey).run();
}

StoreResult<QList<OpenCall>> load(const Database &database)
{
    // What is kept of a turn came by the last of its calls: one with text is not asked for again.
    Query query(database, uR"(
        SELECT call_key, conversation_uuid, turn_uuid, sent_at,
            sent_at = (SELECT max(sent_at) FROM open_calls later
                       WHERE later.turn_uuid = open_calls.turn_uuid)
            AND EXISTS (SELECT 1 FROM turns
                        WHERE uuid = turn_uuid AND (reply <> '' OR reasoning <> '' OR id IN
                            (SELECT turn_id FROM reply_parts WHERE turn_id = turns.id)))
        FROM open_calls ORDER BY sent_at, call_key)"_s);
    return query.list([](const Query &row) {
        return OpenCall{.callKey = row.text(0),
                        .conversation = {row.text(1)},
                        .turn = {row.text(2)},
                        .sentAt = row.time(3),
                        .hadText = row.number(4) != 0};
    });
}

StoreResult<QList<BookedCall>> classify(const Database &database, QList<BookedCall> calls)
{
    for (BookedCall &each : calls) {
        // A job that was found to be free, and is charged later, is not booked. The job of a whole
        // conversation may be booked on other turns than the one that opened it;
        // these are read only then, with all their text.
        Query query(database, uR"(
            SELECT EXISTS (SELECT 1 FROM open_calls WHERE call_key = ?),
                CASE WHEN (job_id = ? AND NOT (credits_provenance = 2 AND credits = 0))
                    OR instr(lost, ?) > 0 THEN 1
                ELSE EXISTS (SELECT 1 FROM turns other
                             WHERE other.conversation_id = turns.conversation_id
                                 AND ((other.job_id = ? AND NOT (other.credits_provenance = 2
                                                             AND other.credits = 0))
                                      OR instr(other.lost, ?) > 0)) END
            FROM turns WHERE uuid = ?)"_s);
        query.bind(each.call.callKey);
        for (int i = 0; i < 4; ++i)
            query.bind(each.job.value);
        const auto read = query.bind(each.call.turn.value).forEach([&each](const Query &row) {
            each.state = row.number(0) != 0   ? BookedCall::State::Open
                         : row.number(1) != 0 ? BookedCall::State::Booked
                                              : BookedCall::State::Unbooked;
        });
        if (!read)
            return Unexpected{read.error()};
    }
    return calls;
}

} // namespace litedeck::OpenCallTable

namespace litedeck::QueueTable {

StoreResult<> save(const Database &database, const QueuedTurn &queued)
{
    Query query(database, uR"(INSERT OR REPLACE INTO queued_turns(turn_id, due_at, attempts)
                              SELECT id, ?, ? FROM turns WHERE uuid = ?)"_s);
    return query.bind(queued.dueAt.toMSecsSinceEpoch())
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
    // CROSS keeps SQLite from going through all turns that are kept to find the few queued ones.
    Query query(database, uR"(SELECT c.uuid, t.uuid, q.due_at, q.attempts, t.error
                              FROM queued_turns q
                              CROSS JOIN turns t ON t.id = q.turn_id
                              CROSS JOIN conversations c ON c.id = t.conversation_id
                              WHERE t.state = 'failed' AND t.reply = ''
                                  AND NOT t.deleted AND NOT c.deleted
                              ORDER BY q.due_at, q.turn_id)"_s);
    return query.list([](const Query &row) {
        return QueuedTurn{.conversation = {row.text(0)},
                          .turn = {row.text(1)},
                          .dueAt = row.time(2),
                          .attempts = static_cast<int>(row.number(3)),
                          .error = errorFromJson(row.text(4)).value_or(Error())};
    });
}

} // namespace litedeck::QueueTable
