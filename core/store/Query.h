// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StoreError.h"

#include <QDateTime>
#include <QList>
#include <QSqlQuery>
#include <QVariant>

#include <functional>

namespace litedeck {

class Database;

/// One prepared statement; values are bound in the order of their question marks.
class Query
{
    Q_DISABLE_COPY_MOVE(Query)

public:
    /// A statement that cannot be prepared reports it from run().
    Query(const Database &database, const QString &sql);

    /// Binds the next value. A null text is bound as an empty one, since no text column is
    /// nullable; a time as milliseconds since 1970; an invalid time or value as SQL NULL.
    Query &bind(const QVariant &value);

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

    /// Runs the statement and returns what `read(*this)` makes of each row of its result.
    template <typename Read, typename T = std::invoke_result_t<Read, const Query &>>
    [[nodiscard]] StoreResult<QList<T>> list(Read read)
    {
        QList<T> all;
        const auto done = forEach([&all, &read](const Query &row) { all.append(read(row)); });
        if (!done)
            return Unexpected{done.error()};
        return all;
    }

    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    /// Invalid for SQL NULL.
    QDateTime time(int column) const;

private:
    /// The error of the last step, which QSqlQuery::next() does not tell from the last row.
    StoreResult<> state() const;

    QSqlQuery m_query;
    QString m_path;
    bool m_prepared = false;
};

/// Runs `write` in a transaction, which is rolled back when it fails; transactions do not nest. The
/// write lock is taken at once, so that no later statement can fail on it.
[[nodiscard]] StoreResult<> inTransaction(const Database &database,
                                          const std::function<StoreResult<>()> &write);

} // namespace litedeck
