// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ConversationTables.h"

#include "store/Database.h"
#include "store/Query.h"
#include "store/StoredNames.h"
#include "store/TurnColumns.h"

namespace litedeck::ConversationTables {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ReplyKind = "reply"_L1;
constexpr auto ReasoningKind = "reasoning"_L1;

/// Runs `write()` in a transaction.
template <typename Write>
StoreResult<> inTransaction(const Database &database, Write write)
{
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto written = write(); !written)
        return written;
    return transaction.commit();
}

StoreResult<> writeConversation(const Database &database, const Conversation &conversation)
{
    Query query(database, uR"(INSERT INTO conversations(uuid, title, model, created_at, updated_at)
                              VALUES (?, ?, ?, ?, ?)
                              ON CONFLICT(uuid) DO UPDATE SET
                                  title = excluded.title, model = excluded.model,
                                  created_at = excluded.created_at,
                                  updated_at = excluded.updated_at)"_s);
    query.bind(conversation.id.value).bind(conversation.title).bind(conversation.model.value);
    bindTime(query, conversation.createdAt);
    bindTime(query, conversation.updatedAt);
    return query.run();
}

StoreResult<> writeTurn(const Database &database, const ConversationId &conversation,
                        qint64 ordinal, const Turn &turn)
{
    Query query(database, uR"(INSERT INTO turns(%1, ordinal, conversation_id)
                    VALUES (%2, ?, (SELECT id FROM conversations WHERE uuid = ?))
                    ON CONFLICT(uuid) DO UPDATE SET %3, ordinal = excluded.ordinal,
                        conversation_id = excluded.conversation_id)"_s.arg(
                              turnColumns(), turnPlaceholders(), turnUpdates()));
    bindTurn(query, turn);
    if (auto written = query.bind(ordinal).bind(conversation.value).run(); !written)
        return written;
    Query parts(database, uR"(DELETE FROM reply_parts
                              WHERE turn_id = (SELECT id FROM turns WHERE uuid = ?))"_s);
    return parts.bind(turn.id.value).run();
}

StoreResult<> appendPart(const Database &database, const TurnId &turn, QLatin1StringView kind,
                         const QString &text)
{
    if (text.isEmpty())
        return Done{};
    Query query(database, uR"(INSERT INTO reply_parts(turn_id, kind, text)
                              SELECT id, ?, ? FROM turns WHERE uuid = ?)"_s);
    return query.bind(QString(kind)).bind(text).bind(turn.value).run();
}

/// Adds the parts of growing replies to the turns that they belong to.
StoreResult<> joinParts(const Database &database, const ConversationId &id, QList<Turn> &turns)
{
    QHash<TurnId, Turn *> byId;
    for (Turn &turn : turns)
        byId.insert(turn.id, &turn);
    Query query(database, uR"(SELECT t.uuid, p.kind, p.text
                              FROM conversations c
                              JOIN turns t ON t.conversation_id = c.id
                              JOIN reply_parts p ON p.turn_id = t.id
                              WHERE c.uuid = ? ORDER BY p.id)"_s);
    return query.bind(id.value).forEach([&byId](const Query &row) {
        if (Turn *turn = byId.value({row.text(0)}))
            (row.text(1) == ReasoningKind ? turn->reasoning : turn->reply) += row.text(2);
    });
}

struct OpenTurn
{
    ConversationId conversation;
    qint64 ordinal = 0;
    Turn turn;
};

StoreResult<QList<OpenTurn>> openTurns(const Database &database)
{
    QList<OpenTurn> open;
    Query query(database,
                uR"(SELECT (SELECT uuid FROM conversations c WHERE c.id = conversation_id),
                                     ordinal, %1
                              FROM turns WHERE state IN ('pending', 'streaming')
                              ORDER BY id)"_s.arg(turnColumns()));
    auto read = query.forEach([&open](const Query &row) {
        open.append({{row.text(0)}, row.number(1), turnFrom(row, 2)});
    });
    if (!read)
        return Unexpected{read.error()};
    return open;
}

} // namespace

StoreResult<QList<ConversationSummary>> loadSummaries(const Database &database)
{
    QList<ConversationSummary> summaries;
    Query query(database, uR"(SELECT uuid, title, model, created_at, updated_at,
                                  (SELECT count(*) FROM turns t WHERE t.conversation_id = c.id)
                              FROM conversations c ORDER BY updated_at DESC, id DESC)"_s);
    auto read = query.forEach([&summaries](const Query &row) {
        summaries.append({{row.text(0)},
                          row.text(1),
                          timeFrom(row, 3),
                          timeFrom(row, 4),
                          {row.text(2)},
                          row.number(5)});
    });
    if (!read)
        return Unexpected{read.error()};
    return summaries;
}

StoreResult<Conversation> loadConversation(const Database &database, const ConversationId &id)
{
    Conversation conversation;
    Query head(database, uR"(SELECT title, model, created_at, updated_at
                             FROM conversations WHERE uuid = ?)"_s);
    auto read = head.bind(id.value).forEach([&conversation, &id](const Query &row) {
        conversation = {id, row.text(0), timeFrom(row, 2), timeFrom(row, 3), {row.text(1)}, {}};
    });
    if (!read)
        return Unexpected{read.error()};
    if (conversation.id.isEmpty())
        return Unexpected{
            StoreError{StoreErrorKind::Other, u"no such conversation"_s, database.path(), {}}};
    Query turns(database, uR"(SELECT %1 FROM turns
                              WHERE conversation_id = (SELECT id FROM conversations WHERE uuid = ?)
                              ORDER BY ordinal, id)"_s.arg(turnColumns()));
    read = turns.bind(id.value).forEach(
        [&conversation](const Query &row) { conversation.turns.append(turnFrom(row, 0)); });
    if (!read)
        return Unexpected{read.error()};
    if (auto joined = joinParts(database, id, conversation.turns); !joined)
        return Unexpected{joined.error()};
    return conversation;
}

StoreResult<> saveConversation(const Database &database, const Conversation &conversation)
{
    return inTransaction(database, [&]() -> StoreResult<> {
        if (auto written = writeConversation(database, conversation); !written)
            return written;
        for (qsizetype n = 0; n < conversation.turns.size(); ++n) {
            if (auto written = writeTurn(database, conversation.id, n, conversation.turns.at(n));
                !written)
                return written;
        }
        return Done{};
    });
}

StoreResult<> saveTurn(const Database &database, const ConversationId &conversation, qint64 ordinal,
                       const Turn &turn)
{
    return inTransaction(database, [&]() -> StoreResult<> {
        if (auto written = writeTurn(database, conversation, ordinal, turn); !written)
            return written;
        Query query(database, uR"(UPDATE conversations
                                  SET updated_at = max(coalesce(updated_at, 0), ?)
                                  WHERE uuid = ?)"_s);
        if (!turn.sentAt.isValid())
            return Done{};
        return query.bind(turn.sentAt.toMSecsSinceEpoch()).bind(conversation.value).run();
    });
}

StoreResult<> appendReplies(const Database &database, const QHash<TurnId, ReplyDelta> &deltas)
{
    return inTransaction(database, [&]() -> StoreResult<> {
        for (auto it = deltas.cbegin(); it != deltas.cend(); ++it) {
            if (auto done = appendPart(database, it.key(), ReasoningKind, it->reasoning); !done)
                return done;
            if (auto done = appendPart(database, it.key(), ReplyKind, it->reply); !done)
                return done;
        }
        return Done{};
    });
}

StoreResult<> rename(const Database &database, const ConversationId &id, const QString &title)
{
    Query query(database, u"UPDATE conversations SET title = ? WHERE uuid = ?"_s);
    return query.bind(title).bind(id.value).run();
}

StoreResult<> remove(const Database &database, const ConversationId &id)
{
    return Query(database, u"DELETE FROM conversations WHERE uuid = ?"_s).bind(id.value).run();
}

StoreResult<> removeTurn(const Database &database, const TurnId &id)
{
    return Query(database, u"DELETE FROM turns WHERE uuid = ?"_s).bind(id.value).run();
}

StoreResult<QList<RecoveredTurn>> recoverOpenTurns(const Database &database)
{
    const auto open = openTurns(database);
    if (!open)
        return Unexpected{open.error()};
    QList<RecoveredTurn> recovered;
    auto closed = inTransaction(database, [&]() -> StoreResult<> {
        for (OpenTurn entry : *open) {
            QList<Turn> turns{std::move(entry.turn)};
            if (auto joined = joinParts(database, entry.conversation, turns); !joined)
                return joined;
            Turn &turn = turns.first();
            turn.state = TurnState::Interrupted;
            if (auto written = writeTurn(database, entry.conversation, entry.ordinal, turn);
                !written)
                return written;
            recovered.append({entry.conversation, turn.id, turn.reply.size()});
        }
        return Done{};
    });
    if (!closed)
        return Unexpected{closed.error()};
    return recovered;
}

} // namespace litedeck::ConversationTables
