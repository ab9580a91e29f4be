// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/OpenCallTable.h"

#include "base/Utc.h"
#include "store/Database.h"
#include "store/Query.h"

namespace litedeck::OpenCallTable {

using namespace Qt::StringLiterals;

StoreResult<> insert(const Database &database, const OpenCall &call)
{
    Query query(database, uR"(INSERT OR REPLACE INTO
                              open_calls(call_key, conversation_uuid, turn_uuid, sent_at)
                              VALUES (?, ?, ?, ?))"_s);
    return query.bind(call.callKey)
        .bind(call.conversation.value)
        .bind(call.turn.value)
        .bind(qint64(call.sentAt.toMSecsSinceEpoch()))
        .run();
}

StoreResult<> remove(const Database &database, const QString &callKey)
{
    Query query(database, u"DELETE FROM open_calls WHERE call_key = ?"_s);
    return query.bind(callKey).run();
}

StoreResult<QList<OpenCall>> load(const Database &database)
{
    QList<OpenCall> calls;
    Query query(database, uR"(SELECT call_key, conversation_uuid, turn_uuid, sent_at
                              FROM open_calls ORDER BY sent_at, call_key)"_s);
    const auto read = query.forEach([&calls](const Query &row) {
        calls.append({.callKey = row.text(0),
                      .conversation = {row.text(1)},
                      .turn = {row.text(2)},
                      .sentAt = QDateTime::fromMSecsSinceEpoch(row.number(3), Utc)});
    });
    if (!read)
        return Unexpected{read.error()};
    return calls;
}

} // namespace litedeck::OpenCallTable
