// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Salvage.h"

#include "core/base/NewId.h"
#include "core/conversation/ChatContext.h"
#include "core/conversation/StoredNames.h"
#include "core/store/AccountTables.h"
#include "core/store/Database.h"
#include "core/store/PageRows.h"
#include "core/store/Query.h"
#include "core/store/TurnGrams.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

/// The forms that a value of a row may have.
enum class Form : quint8 { Null, Integer, Time, Text, Blob };

bool has(const QVariant &value, Form form)
{
    switch (form) {
    case Form::Null:
        return !value.isValid();
    case Form::Integer:
        return value.typeId() == QMetaType::LongLong;
    case Form::Time:
        return !value.isValid() || value.typeId() == QMetaType::LongLong;
    case Form::Text:
        return value.typeId() == QMetaType::QString;
    case Form::Blob:
        return value.typeId() == QMetaType::QByteArray;
    }
    Q_UNREACHABLE();
}

/// A table that is worth keeping, told by how its rows begin: where the damage is, nothing else
/// says what a page belongs to.
struct Shape
{
    QLatin1StringView table;
    bool isIndex;     ///< It has no row ids.
    qsizetype fewest; ///< Columns since its first version.
    qsizetype most;   ///< Where a longer row would be another table's; 0 for no limit.
    QList<Form> forms;
};

const QList<Shape> &shapes()
{
    using enum Form;
    static const QList<Shape> all{
        {"turns"_L1, false, 27, 0, {Null, Text, Integer, Integer, Text, Text}},
        {"conversations"_L1, false, 6, 20, {Null, Text, Text, Text, Time, Time}},
        {"reply_parts"_L1, false, 4, 4, {Null, Integer, Text, Text}},
        {"attachments"_L1, false, 5, 5, {Null, Integer, Text, Text, Blob}},
        {"draft_files"_L1, false, 6, 6, {Null, Text, Text, Text, Blob, Text}},
        {"queued_turns"_L1, false, 3, 3, {Null, Integer, Integer}},
        {"open_calls"_L1, false, 4, 20, {Text, Text, Text, Integer}},
        {"ledger_lines"_L1, true, 11, 11, {Text, Text, Integer, Integer, Text, Text, Integer}},
        {"known_answers"_L1, true, 4, 4, {Text, Text, Text, Integer}},
        {"job_costs"_L1, true, 3, 3, {Text, Text, Text}},
    };
    return all;
}

bool fits(const PageRow &row, const Shape &shape)
{
    // A row of which the end is lost is worth keeping where it holds text of a person.
    const bool isTurn = shape.table == "turns"_L1;
    if (row.isIndex != shape.isIndex || (row.isCut && !isTurn))
        return false;
    const qsizetype fewest = row.isCut ? shape.forms.size() : shape.fewest;
    if (row.values.size() < fewest || (shape.most > 0 && row.values.size() > shape.most))
        return false;
    for (qsizetype i = 0; i < shape.forms.size(); ++i) {
        if (!has(row.values.at(i), shape.forms.at(i)))
            return false;
    }
    return true;
}

/// The schema's own rows begin like those of open calls.
bool isOfSchema(const PageRow &row)
{
    static const QStringList kinds{u"table"_s, u"index"_s, u"trigger"_s, u"view"_s};
    return !row.isIndex && !row.values.isEmpty() && kinds.contains(row.values.first().toString());
}

struct Column
{
    QString name;
    bool isText = false;
    bool isNullable = false;
};

/// Writes rows as they stood on their pages. New columns are only ever added behind the others, so
/// rows of older versions fit as well.
class RowWriter
{
public:
    explicit RowWriter(const Database &database)
        : m_database(database)
    {}

    StoreResult<> write(const Shape &shape, const PageRow &row)
    {
        const auto columns = columnsOf(shape.table);
        if (!columns)
            return Unexpected{columns.error()};
        QList<QVariant> values = row.values.first(std::min(row.values.size(), columns->size()));
        if (row.isCut)
            complete(values, *columns);
        QStringList names;
        for (qsizetype i = 0; i < values.size(); ++i)
            names += columns->at(i).name;
        Query query(m_database, u"INSERT OR IGNORE INTO %1(%2) VALUES (%3)"_s.arg(
                                    QString(shape.table), names.join(u", "_s),
                                    QStringList(values.size(), u"?"_s).join(u", "_s)));
        for (qsizetype i = 0; i < values.size(); ++i) {
            // A row id stands beside its row, where the column itself is empty.
            const bool isRowId = i == 0 && !values.at(i).isValid();
            query.bind(isRowId ? QVariant(row.rowId) : values.at(i));
        }
        const StoreResult<> written = query.run();
        // A value that does not belong there is damage, too; only this row is lost by it.
        const bool isOfThisRow = !written && written.error().kind == StoreErrorKind::Other;
        return isOfThisRow ? StoreResult<>(Done{}) : written;
    }

private:
    StoreResult<QList<Column>> columnsOf(QLatin1StringView table)
    {
        const auto known = m_columns.constFind(table);
        if (known != m_columns.cend())
            return *known;
        Query query(
            m_database,
            u"SELECT name, type, \"notnull\" FROM pragma_table_info('%1')"_s.arg(QString(table)));
        auto columns = query.list([](const Query &row) {
            return Column{row.text(0), row.text(1) == "TEXT"_L1, row.number(2) == 0};
        });
        if (columns)
            m_columns.insert(table, *columns);
        return columns;
    }

    /// What is lost at the end of a turn counts as unknown, and the turn as one that was cut off.
    static void complete(QList<QVariant> &values, const QList<Column> &columns)
    {
        for (qsizetype i = values.size(); i < columns.size(); ++i) {
            const Column &column = columns.at(i);
            if (column.name == "state"_L1)
                values += QString(storedName(TurnState::Interrupted));
            else if (column.isNullable)
                values += QVariant();
            else
                values += column.isText ? QVariant(u""_s) : QVariant(qint64(0));
        }
    }

    const Database &m_database;
    QHash<QLatin1StringView, QList<Column>> m_columns;
};

/// Reads all pages of a file into a database.
class Salvager
{
public:
    Salvager(const QString &path, const Database &target)
        : m_pages(path)
        , m_target(target)
        , m_writer(target)
    {}

    StoreResult<Salvaged> run()
    {
        if (auto read = readPages(); !read)
            return Unexpected{read.error()};
        for (const auto step :
             {&Salvager::addLostHeads, &Salvager::joinTurns, &Salvager::removeStrays}) {
            if (auto done = (this->*step)(); !done)
                return Unexpected{done.error()};
        }
        for (const auto step : {&TurnGrams::addAll, &JobCostTable::rewriteOld}) {
            if (auto done = step(m_target); !done)
                return Unexpected{done.error()};
        }
        return count();
    }

private:
    StoreResult<> readPages()
    {
        StoreResult<> outcome = Done{};
        for (quint32 number = 1; outcome && number <= m_pages.count(); ++number) {
            if (m_pages.isFree(number))
                continue;
            readRows(m_pages, number, [this, &outcome](const PageRow &row) {
                if (outcome)
                    outcome = keep(row);
            });
        }
        return outcome;
    }

    StoreResult<> keep(const PageRow &row)
    {
        // The index of turns by conversation knows of those that are lost themselves.
        const bool isIndexed = row.isIndex && row.values.size() == 3 &&
                               std::all_of(row.values.cbegin(), row.values.cend(),
                                           [](const QVariant &v) { return has(v, Form::Integer); });
        if (isIndexed)
            m_indexed.insert(row.values.at(2).toLongLong(), row.values.at(0).toLongLong());
        if (isOfSchema(row))
            return Done{};
        const auto shape = std::find_if(shapes().cbegin(), shapes().cend(),
                                        [&row](const Shape &each) { return fits(row, each); });
        return shape == shapes().cend() ? Done{} : m_writer.write(*shape, row);
    }

    /// Begins chats anew whose own row is lost.
    StoreResult<> addLostHeads()
    {
        Query query(m_target, uR"(SELECT conversation_id, prompt, model, min(ordinal),
                                      coalesce(min(sent_at), 0), coalesce(max(sent_at), 0)
                                  FROM turns
                                  WHERE conversation_id NOT IN (SELECT id FROM conversations)
                                  GROUP BY conversation_id)"_s);
        const auto heads = query.list([](const Query &row) {
            return QVariantList{row.number(0), newId(),       titleFrom(row.text(1)),
                                row.text(2),   row.number(4), row.number(5)};
        });
        if (!heads)
            return Unexpected{heads.error()};
        for (const QVariantList &head : *heads) {
            Query add(m_target, uR"(INSERT INTO conversations(id, uuid, title, model, created_at,
                                        updated_at) VALUES (?, ?, ?, ?, ?, ?))"_s);
            for (const QVariant &value : head)
                add.bind(value);
            if (auto added = add.run(); !added)
                return added;
        }
        return Done{};
    }

    /// Turns whose predecessor is lost follow the one before it; those of files from before there
    /// were versions all follow each other.
    StoreResult<> joinTurns()
    {
        constexpr int FirstWithVersions = 6;
        const bool isOld = m_pages.userVersion() > 0 && m_pages.userVersion() < FirstWithVersions;
        const QString lost = uR"(parent_uuid <> '' AND NOT EXISTS (
                                     SELECT 1 FROM turns p WHERE p.uuid = turns.parent_uuid
                                         AND p.conversation_id = turns.conversation_id))"_s;
        return m_target.execute(uR"(UPDATE turns SET parent_uuid = coalesce(
                (SELECT p.uuid FROM turns p
                 WHERE p.conversation_id = turns.conversation_id
                     AND (p.ordinal, p.id) < (turns.ordinal, turns.id)
                 ORDER BY p.ordinal DESC, p.id DESC LIMIT 1), '')
                WHERE )"_s + (isOld ? u"true"_s : lost));
    }

    /// Parts of turns that are lost lead nowhere.
    StoreResult<> removeStrays()
    {
        QStringList statements;
        for (const QString &table : {u"reply_parts"_s, u"attachments"_s, u"queued_turns"_s})
            statements +=
                u"DELETE FROM %1 WHERE turn_id NOT IN (SELECT id FROM turns)"_s.arg(table);
        return m_target.executeAll(statements);
    }

    StoreResult<Salvaged> count()
    {
        QHash<qint64, qint64> found; // Conversations by their turns.
        Query turns(m_target, u"SELECT id, conversation_id FROM turns"_s);
        auto read = turns.forEach(
            [&found](const Query &row) { found.insert(row.number(0), row.number(1)); });
        QSet<qint64> chats;
        Query heads(m_target, u"SELECT id FROM conversations"_s);
        if (read)
            read = heads.forEach([&chats](const Query &row) { chats.insert(row.number(0)); });
        if (!read)
            return Unexpected{read.error()};
        QSet<qint64> known = chats;
        QSet<qint64> emptied = chats;
        for (const qint64 chat : std::as_const(found))
            emptied.remove(chat);
        QSet<qint64> hadTurns;
        QHash<qint64, qint64> knownTurns = found;
        for (auto it = m_indexed.cbegin(); it != m_indexed.cend(); ++it) {
            knownTurns.insert(it.key(), it.value());
            known.insert(it.value());
            hadTurns.insert(it.value());
        }
        emptied.intersect(hadTurns);
        return Salvaged{.chats = static_cast<int>(chats.size() - emptied.size()),
                        .knownChats = static_cast<int>(known.size()),
                        .messages = static_cast<int>(found.size()),
                        .knownMessages = static_cast<int>(knownTurns.size())};
    }

    DatabasePages m_pages;
    const Database &m_target;
    RowWriter m_writer;
    QHash<qint64, qint64> m_indexed; ///< Conversations by their turns, as an index tells.
};

} // namespace

StoreResult<Salvaged> salvage(const QString &path, const Database &target)
{
    // Rows may come before those that they belong to.
    if (auto off = target.execute(u"PRAGMA foreign_keys=OFF"_s); !off)
        return Unexpected{off.error()};
    StoreResult<Salvaged> result = Salvaged();
    const auto written = inTransaction(target, [&]() -> StoreResult<> {
        result = Salvager(path, target).run();
        return result ? StoreResult<>(Done{}) : Unexpected{result.error()};
    });
    const auto on = target.execute(u"PRAGMA foreign_keys=ON"_s);
    for (const StoreResult<> &done : {on, written}) {
        if (!done)
            return Unexpected{done.error()};
    }
    return result;
}

} // namespace litedeck
