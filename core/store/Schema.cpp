// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Schema.h"

#include "core/store/AccountTables.h"
#include "core/store/Database.h"
#include "core/store/Query.h"
#include "core/store/TurnGrams.h"

#include <QStringList>

#include <algorithm>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

// Times are milliseconds since 1970 in UTC, NULL when unknown. Money is in nano-dollars. Each
// measured number stands beside its provenance: 0 unknown, 1 estimated, 2 reported.
QStringList conversationTables()
{
    return {
        uR"(CREATE TABLE conversations (
                id INTEGER PRIMARY KEY,
                uuid TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL,
                model TEXT NOT NULL,
                created_at INTEGER,
                updated_at INTEGER
            ) STRICT)"_s,
        uR"(CREATE TABLE turns (
                id INTEGER PRIMARY KEY,
                uuid TEXT NOT NULL UNIQUE,
                conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
                ordinal INTEGER NOT NULL,
                model TEXT NOT NULL,
                prompt TEXT NOT NULL,
                reply TEXT NOT NULL,
                reasoning TEXT NOT NULL,
                finish_reason TEXT NOT NULL,
                state TEXT NOT NULL,
                sent_at INTEGER,
                job_id TEXT NOT NULL,
                error TEXT NOT NULL,
                prompt_tokens INTEGER NOT NULL,
                prompt_tokens_provenance INTEGER NOT NULL,
                completion_tokens INTEGER NOT NULL,
                completion_tokens_provenance INTEGER NOT NULL,
                total_tokens INTEGER NOT NULL,
                total_tokens_provenance INTEGER NOT NULL,
                cost_nano_usd INTEGER NOT NULL,
                cost_provenance INTEGER NOT NULL,
                credits INTEGER NOT NULL,
                credits_provenance INTEGER NOT NULL,
                latency_ms INTEGER NOT NULL,
                latency_provenance INTEGER NOT NULL,
                first_text_ms INTEGER NOT NULL,
                first_text_provenance INTEGER NOT NULL
            ) STRICT)"_s,
        u"CREATE INDEX turns_by_conversation ON turns(conversation_id, ordinal)"_s,
        // Finds the turns of a killed run without reading every turn there is.
        u"CREATE INDEX open_turns ON turns(id) WHERE state IN ('pending', 'streaming')"_s,
        // A growing reply is kept in parts until its turn is saved: appending to the row itself
        // would write the whole reply, and index it, again and again.
        uR"(CREATE TABLE reply_parts (
                id INTEGER PRIMARY KEY,
                turn_id INTEGER NOT NULL REFERENCES turns(id) ON DELETE CASCADE,
                kind TEXT NOT NULL,
                text TEXT NOT NULL
            ) STRICT)"_s,
        u"CREATE INDEX reply_parts_by_turn ON reply_parts(turn_id)"_s,
    };
}

// An index over the turns' own text, kept in step by triggers (sqlite.org/fts5.html, 4.4.3).
QStringList searchTables()
{
    return {
        uR"(CREATE VIRTUAL TABLE turn_search USING fts5(
                prompt, reply, content='turns', content_rowid='id',
                tokenize='unicode61 remove_diacritics 2'))"_s,
        uR"(CREATE TRIGGER turn_search_insert AFTER INSERT ON turns BEGIN
                INSERT INTO turn_search(rowid, prompt, reply)
                VALUES (new.id, new.prompt, new.reply);
            END)"_s,
        uR"(CREATE TRIGGER turn_search_delete AFTER DELETE ON turns BEGIN
                INSERT INTO turn_search(turn_search, rowid, prompt, reply)
                VALUES ('delete', old.id, old.prompt, old.reply);
            END)"_s,
        uR"(CREATE TRIGGER turn_search_update AFTER UPDATE OF prompt, reply ON turns
            WHEN old.prompt IS NOT new.prompt OR old.reply IS NOT new.reply BEGIN
                INSERT INTO turn_search(turn_search, rowid, prompt, reply)
                VALUES ('delete', old.id, old.prompt, old.reply);
                INSERT INTO turn_search(rowid, prompt, reply)
                VALUES (new.id, new.prompt, new.reply);
            END)"_s,
        u"INSERT INTO turn_search(turn_search) VALUES ('rebuild')"_s,
    };
}

// What has to be seen to after this run, whatever ends it. An open call outlives its conversation:
// its job has to be closed on the server even when the text is gone.
QStringList followUpTables()
{
    return {
        uR"(CREATE TABLE open_calls (
                call_key TEXT PRIMARY KEY,
                conversation_uuid TEXT NOT NULL,
                turn_uuid TEXT NOT NULL,
                sent_at INTEGER NOT NULL
            ) STRICT)"_s,
        uR"(CREATE TABLE queued_turns (
                turn_id INTEGER PRIMARY KEY REFERENCES turns(id) ON DELETE CASCADE,
                due_at INTEGER NOT NULL,
                attempts INTEGER NOT NULL
            ) STRICT)"_s,
    };
}

// What the server told about a team, for when it cannot be asked. The ledger's balances are the
// server's; `place` counts up from the oldest line, since times are only whole seconds.
QStringList teamTables()
{
    return {
        uR"(CREATE TABLE ledger_lines (
                team_id TEXT NOT NULL,
                line_id TEXT NOT NULL,
                place INTEGER NOT NULL,
                gap_below INTEGER NOT NULL,
                job_id TEXT NOT NULL,
                type TEXT NOT NULL,
                amount INTEGER NOT NULL,
                balance_before INTEGER NOT NULL,
                balance_after INTEGER NOT NULL,
                reason TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                PRIMARY KEY(team_id, line_id)
            ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE known_answers (
                team_id TEXT NOT NULL,
                question TEXT NOT NULL,
                json TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY(team_id, question)
            ) STRICT, WITHOUT ROWID)"_s,
    };
}

// Turns become a tree: each one of an older file follows the one before it.
QStringList versionTables()
{
    return {
        u"ALTER TABLE conversations ADD COLUMN settings TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE conversations ADD COLUMN open_job TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE conversations ADD COLUMN draft TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE conversations ADD COLUMN archived INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE conversations ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE turns ADD COLUMN parent_uuid TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE turns ADD COLUMN rank INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE turns ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0"_s,
        uR"(UPDATE turns SET parent_uuid = coalesce(
                (SELECT p.uuid FROM turns p
                 WHERE p.conversation_id = turns.conversation_id
                     AND (p.ordinal, p.id) < (turns.ordinal, turns.id)
                 ORDER BY p.ordinal DESC, p.id DESC LIMIT 1), ''))"_s,
        uR"(CREATE TABLE attachments (
                id INTEGER PRIMARY KEY,
                turn_id INTEGER NOT NULL REFERENCES turns(id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                media_type TEXT NOT NULL,
                data BLOB NOT NULL
            ) STRICT)"_s,
        u"CREATE INDEX attachments_by_turn ON attachments(turn_id)"_s,
    };
}

// Words are searched while they are typed: as many first letters as words usually have get indexes
// of their own, without which all words that begin so are merged for each search
// (sqlite.org/fts5.html, 4.2). In return the index does without the places of words within a text,
// which only phrases would need (4.6).
QStringList prefixIndex()
{
    return {
        u"DROP TABLE turn_search"_s,
        uR"(CREATE VIRTUAL TABLE turn_search USING fts5(
                prompt, reply, content='turns', content_rowid='id',
                prefix='1 2 3 4 5 6 7 8 9 10', detail=none,
                tokenize='unicode61 remove_diacritics 2'))"_s,
        u"INSERT INTO turn_search(turn_search) VALUES ('rebuild')"_s,
    };
}

// What the calls of finished jobs cost does not change any more.
QStringList costTables()
{
    return {
        uR"(CREATE TABLE job_costs (
                team_id TEXT NOT NULL,
                job_id TEXT NOT NULL,
                json TEXT NOT NULL,
                PRIMARY KEY(team_id, job_id)
            ) STRICT, WITHOUT ROWID)"_s,
    };
}

// Files of messages that are not sent yet, with what they held when they were attached. A draft is
// a conversation's, by its id, or that of a chat that is not begun.
QStringList draftTables()
{
    return {
        uR"(CREATE TABLE draft_files (
                id INTEGER PRIMARY KEY,
                draft TEXT NOT NULL,
                name TEXT NOT NULL,
                media_type TEXT NOT NULL,
                data BLOB NOT NULL,
                path TEXT NOT NULL
            ) STRICT)"_s,
        u"CREATE INDEX draft_files_by_draft ON draft_files(draft)"_s,
    };
}

// Each start looks for deleted turns, and would read all text that is kept without this.
QStringList deletedIndex()
{
    return {u"CREATE INDEX deleted_turns ON turns(conversation_id) WHERE deleted"_s};
}

// Which call a turn's cost is of, and what its lost replies took: JSON, since a turn has few.
QStringList lostReplies()
{
    return {u"ALTER TABLE turns ADD COLUMN call_key TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE turns ADD COLUMN lost TEXT NOT NULL DEFAULT ''"_s};
}

// Words of Chinese, Japanese, Korean and Thai stand in runs of letters that the first index takes
// for one word. Texts with such letters get a second index of every two neighbours; see gramsOf().
// Texts without cost nothing.
QStringList gramTables()
{
    return {
        uR"(CREATE TABLE turn_grams (
                turn_id INTEGER PRIMARY KEY REFERENCES turns(id) ON DELETE CASCADE,
                grams TEXT NOT NULL
            ) STRICT)"_s,
        uR"(CREATE VIRTUAL TABLE gram_search USING fts5(
                grams, content='turn_grams', content_rowid='turn_id', prefix='1 3', detail=none,
                tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'"))"_s,
        uR"(CREATE TRIGGER turn_grams_insert AFTER INSERT ON turn_grams BEGIN
                INSERT INTO gram_search(rowid, grams) VALUES (new.turn_id, new.grams);
            END)"_s,
        uR"(CREATE TRIGGER turn_grams_delete AFTER DELETE ON turn_grams BEGIN
                INSERT INTO gram_search(gram_search, rowid, grams)
                VALUES ('delete', old.turn_id, old.grams);
            END)"_s,
        uR"(CREATE TRIGGER turn_grams_update AFTER UPDATE OF grams ON turn_grams BEGIN
                INSERT INTO gram_search(gram_search, rowid, grams)
                VALUES ('delete', old.turn_id, old.grams);
                INSERT INTO gram_search(rowid, grams) VALUES (new.turn_id, new.grams);
            END)"_s,
    };
}

/// What makes each version of the one before it.
QList<QStringList> steps()
{
    return {conversationTables(),
            searchTables(),
            followUpTables(),
            {u"ALTER TABLE turns ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0"_s},
            teamTables(),
            versionTables(),
            {}, // Its index of prefixes is the one that version 10 replaces.
            costTables(),
            draftTables(),
            prefixIndex(),
            deletedIndex(),
            lostReplies(),
            gramTables(),
            {}, // Costs are rewritten, see below.
            {u"ALTER TABLE turns ADD COLUMN answered_by TEXT NOT NULL DEFAULT ''"_s}};
}

} // namespace

StoreResult<> migrate(const Database &database)
{
    const auto version = database.readNumber(u"PRAGMA user_version"_s);
    if (!version)
        return Unexpected{version.error()};
    if (*version == SchemaVersion)
        return Done{};
    return inTransaction(database, [&database, &version]() -> StoreResult<> {
        QStringList statements;
        for (const QStringList &step : steps().mid(std::max<qint64>(*version, 0)))
            statements += step;
        statements += u"PRAGMA user_version=%1"_s.arg(SchemaVersion);
        if (auto migrated = database.executeAll(statements); !migrated)
            return migrated;
        constexpr qint64 FirstWithGrams = 13;
        if (*version < FirstWithGrams) {
            if (auto added = TurnGrams::addAll(database); !added)
                return added;
        }
        return JobCostTable::rewriteOld(database);
    });
}

} // namespace litedeck
