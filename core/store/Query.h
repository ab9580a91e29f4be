// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StoreError.h"

#include <QSqlQuery>
#include <QVariant>

namespace litedeck {

class Database;

/// One prepared statement; values are bound in the order of their question marks.
class Query
{
    Q_DISABLE_COPY_MOVE(Query)

public:
    /// A statement that cannot be prepared reports it from run().
    Query(const Database &database, const QString &sql);

    /// Binds the next value; a null string is bound as an empty one, since no text column is
    /// nullable.
    Query &bind(const QString &text);
    Query &bind(qint64 number);
    Query &bind(const QByteArray &bytes);
    /// Binds SQL NULL.
    Query &bindNull();

    [[nodiscard]] StoreResult<> run();

    /// Runs the statement and calls `row(*this)` for each row of its result.
    template <typename Row>
    [[nodiscard]] StoreResult<> forEach(Row row)
    {
        StoreResult<> started = run();
        while (started && m_query.next())
            row(*this);
        return started ? state() : started;
    }

    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    bool isNull(int column) const { return m_query.isNull(column); }

private:
    /// The error of the last step, which QSqlQuery::next() does not tell from the last row.
    StoreResult<> state() const;

    QSqlQuery m_query;
    QString m_path;
    bool m_prepared = false;
};

/// A write transaction, rolled back unless committed; transactions do not nest.
class SqlTransaction
{
    Q_DISABLE_COPY_MOVE(SqlTransaction)

public:
    explicit SqlTransaction(const Database &database);
    ~SqlTransaction();

    /// Takes the write lock at once, so that no later statement can fail on it.
    [[nodiscard]] StoreResult<> begin();
    [[nodiscard]] StoreResult<> commit();

private:
    const Database &m_database;
    bool m_open = false;
};

} // namespace litedeck
