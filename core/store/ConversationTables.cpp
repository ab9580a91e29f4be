// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationTables.h"

#include "core/conversation/ConversationJson.h"
#include "core/conversation/StoredNames.h"
#include "core/conversation/TurnTree.h"
#include "core/store/Database.h"
#include "core/store/FileTables.h"
#include "core/store/Query.h"
#include "core/store/TurnColumns.h"
#include "core/store/TurnGrams.h"

#include <QUuid>

namespace litedeck::ConversationTables {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ReplyKind = "reply"_L1;
constexpr auto ReasoningKind = "reasoning"_L1;

StoreResult<> writeConversation(const Database &database, const Conversation &conversation)
{
    Query query(database, uR"(INSERT INTO conversations(uuid, title, model, settings, open_job,
                                  draft, pinned, archived, created_at, updated_at)
                              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                              ON CONFLICT(uuid) DO UPDATE SET
                                  title = excluded.title, model = excluded.model,
                                  settings = excluded.settings, open_job = excluded.open_job,
                                  draft = excluded.draft, pinned = excluded.pinned,
                                  archived = excluded.archived,
                                  created_at = excluded.created_at,
                                  updated_at = excluded.updated_at)"_s);
    query.bind(conversation.id.value).bind(conversation.title).bind(conversation.model.value);
    query.bind(chatSettingsToJson(conversation.settings)).bind(conversation.openJob.value);
    query.bind(conversation.draft);
    query.bind(qint64(conversation.isPinned)).bind(qint64(conversation.isArchived));
    return query.bind(conversation.createdAt).bind(conversation.updatedAt).run();
}

StoreResult<> writeTurn(const Database &database, const ConversationId &conversation,
                        const Turn &turn)
{
    Query query(database, uR"(INSERT INTO turns(%1, conversation_id)
                    VALUES (%2, (SELECT id FROM conversations WHERE uuid = ?))
                    ON CONFLICT(uuid) DO UPDATE SET %3,
                        conversation_id = excluded.conversation_id)"_s.arg(
                              turnColumns(), turnPlaceholders(), turnUpdates()));
    bindTurn(query, turn);
    if (auto written = query.bind(conversation.value).run(); !written)
        return written;
    if (auto written = TurnGrams::write(database, turn); !written)
        return written;
    if (auto written = AttachmentTable::write(database, turn); !written)
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

StoreResult<> writeWhole(const Database &database, const Conversation &conversation)
{
    if (auto written = writeConversation(database, conversation); !written)
        return written;
    for (const Turn &turn : conversation.turns + conversation.asides) {
        if (auto written = writeTurn(database, conversation.id, turn); !written)
            return written;
    }
    return Done{};
}

struct OpenTurn
{
    ConversationId conversation;
    Turn turn;
};

StoreResult<QList<OpenTurn>> openTurns(const Database &database)
{
    Query query(database,
                uR"(SELECT (SELECT uuid FROM conversations c WHERE c.id = conversation_id),
                                     %1
                              FROM turns WHERE state IN ('pending', 'streaming')
                              ORDER BY id)"_s.arg(turnColumns()));
    return query.list([](const Query &row) { return OpenTurn{{row.text(0)}, turnFrom(row, 1)}; });
}

} // namespace

StoreResult<QList<ConversationSummary>> loadSummaries(const Database &database)
{
    Query query(database, uR"(SELECT uuid, title, model, created_at, updated_at,
                                  pinned, archived,
                                  draft <> '' OR EXISTS (SELECT 1 FROM draft_files f
                                                         WHERE f.draft = c.uuid),
                                  open_job
                              FROM conversations c WHERE NOT deleted
                              ORDER BY updated_at DESC, id DESC)"_s);
    return query.list([](const Query &row) {
        return ConversationSummary{.id = {row.text(0)},
                                   .title = row.text(1),
                                   .createdAt = row.time(3),
                                   .updatedAt = row.time(4),
                                   .model = {row.text(2)},
                                   .isPinned = row.number(5) != 0,
                                   .isArchived = row.number(6) != 0,
                                   .hasDraft = row.number(7) != 0,
                                   .openJob = {row.text(8)}};
    });
}

StoreResult<Conversation> loadConversation(const Database &database, const ConversationId &id)
{
    Conversation conversation;
    Query head(database, uR"(SELECT title, model, created_at, updated_at, settings, open_job,
                                 draft, pinned, archived,
                                 EXISTS (SELECT 1 FROM draft_files f WHERE f.draft = uuid)
                             FROM conversations WHERE uuid = ?)"_s);
    auto read = head.bind(id.value).forEach([&conversation, &id](const Query &row) {
        conversation = {.id = id,
                        .title = row.text(0),
                        .createdAt = row.time(2),
                        .updatedAt = row.time(3),
                        .model = {row.text(1)},
                        .settings = chatSettingsFromJson(row.text(4)),
                        .openJob = {row.text(5)},
                        .draft = row.text(6),
                        .hasDraftFiles = row.number(9) != 0,
                        .isPinned = row.number(7) != 0,
                        .isArchived = row.number(8) != 0};
    });
    if (!read)
        return Unexpected{read.error()};
    if (conversation.id.isEmpty())
        return Unexpected{
            StoreError{StoreErrorKind::Other, u"no such conversation"_s, database.path(), {}}};
    Query turns(database, uR"(SELECT %1 FROM turns
                              WHERE conversation_id = (SELECT id FROM conversations WHERE uuid = ?)
                              ORDER BY ordinal, id)"_s.arg(turnColumns()));
    auto all = turns.bind(id.value).list([](const Query &row) { return turnFrom(row, 0); });
    if (!all)
        return Unexpected{all.error()};
    QList<Turn> joined = std::move(all).value();
    for (const auto join : {joinParts, AttachmentTable::join}) {
        if (auto done = join(database, id, joined); !done)
            return Unexpected{done.error()};
    }
    TurnTree::arrange(conversation, joined);
    return conversation;
}

namespace {

/// The id of an added conversation's turn: another one where a conversation that is here has a turn
/// of that id, and the same one each time.
StoreResult<TurnId> ownTurnId(const Database &database, const ConversationId &conversation,
                              const TurnId &id)
{
    Query query(database, uR"(SELECT 1 FROM turns t JOIN conversations c ON c.id = t.conversation_id
                              WHERE t.uuid = ? AND c.uuid <> ?)"_s);
    const auto others = query.bind(id.value).bind(conversation.value).list([](const Query &row) {
        return row.number(0);
    });
    if (!others)
        return Unexpected{others.error()};
    if (others->isEmpty())
        return id;
    const QUuid own = QUuid::createUuidV5(QUuid(), conversation.value + u'/' + id.value);
    return TurnId{own.toString(QUuid::WithoutBraces)};
}

/// An added conversation whose turns are of no other.
StoreResult<Conversation> withOwnTurns(const Database &database, Conversation added)
{
    for (QList<Turn> *turns : {&added.turns, &added.asides}) {
        for (Turn &turn : *turns) {
            for (TurnId *id : {&turn.id, &turn.parent}) {
                auto own = ownTurnId(database, added.id, *id);
                if (!own)
                    return Unexpected{own.error()};
                *id = *own;
            }
        }
    }
    return added;
}

} // namespace

StoreResult<> saveConversation(const Database &database, const Conversation &conversation)
{
    return inTransaction(database, [&] { return writeWhole(database, conversation); });
}

StoreResult<> addPart(const Database &database, const Conversation &added, bool isWhole)
{
    return inTransaction(database, [&]() -> StoreResult<> {
        const auto own = withOwnTurns(database, added);
        if (!own)
            return Unexpected{own.error()};
        const Conversation &part = *own;
        if (auto written = writeWhole(database, part); !written)
            return written;
        return setDeleted(database, part.id, !isWhole);
    });
}

StoreResult<> saveTurn(const Database &database, const ConversationId &conversation,
                       const Turn &turn)
{
    return inTransaction(database, [&]() -> StoreResult<> {
        if (auto written = writeTurn(database, conversation, turn); !written)
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

StoreResult<> setMarks(const Database &database, const ConversationId &id, bool isPinned,
                       bool isArchived)
{
    Query query(database, u"UPDATE conversations SET pinned = ?, archived = ? WHERE uuid = ?"_s);
    return query.bind(qint64(isPinned)).bind(qint64(isArchived)).bind(id.value).run();
}

StoreResult<> saveRanks(const Database &database, const QList<TurnId> &turns, qint64 rank)
{
    return inTransaction(database, [&]() -> StoreResult<> {
        for (const TurnId &id : turns) {
            Query query(database, u"UPDATE turns SET rank = ? WHERE uuid = ?"_s);
            if (auto done = query.bind(rank).bind(id.value).run(); !done)
                return done;
        }
        return Done{};
    });
}

StoreResult<> setDeleted(const Database &database, const ConversationId &id, bool deleted)
{
    Query query(database, u"UPDATE conversations SET deleted = ? WHERE uuid = ?"_s);
    return query.bind(qint64(deleted)).bind(id.value).run();
}

StoreResult<> setDeleted(const Database &database, const TurnId &id, bool deleted)
{
    Query query(database, u"UPDATE turns SET deleted = ? WHERE uuid = ?"_s);
    return query.bind(qint64(deleted)).bind(id.value).run();
}

StoreResult<> purge(const Database &database)
{
    return inTransaction(database, [&]() -> StoreResult<> {
        const QStringList statements{
            uR"(DELETE FROM draft_files
                WHERE draft IN (SELECT uuid FROM conversations WHERE deleted))"_s,
            u"DELETE FROM conversations WHERE deleted"_s,
            uR"(DELETE FROM attachments WHERE turn_id IN (SELECT id FROM turns WHERE deleted))"_s,
            uR"(DELETE FROM turn_grams WHERE turn_id IN (SELECT id FROM turns WHERE deleted))"_s,
            uR"(UPDATE turns SET prompt = '', reply = '', reasoning = '', error = ''
                WHERE deleted AND prompt || reply || reasoning || error <> '')"_s,
        };
        return database.executeAll(statements);
    });
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
            if (auto joined = AttachmentTable::join(database, entry.conversation, turns); !joined)
                return joined;
            if (auto written = writeTurn(database, entry.conversation, turn); !written)
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
