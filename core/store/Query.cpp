// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Query.h"

#include "core/store/Database.h"

#include <QSqlError>

namespace litedeck {

using namespace Qt::StringLiterals;

Query::Query(const Database &database, const QString &sql)
    : m_query(database.connection())
    , m_path(database.path())
{
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(sql);
}

Query &Query::bind(const QString &text)
{
    m_query.addBindValue(text.isNull() ? u""_s : text);
    return *this;
}

Query &Query::bind(qint64 number)
{
    m_query.addBindValue(number);
    return *this;
}

Query &Query::bind(const QByteArray &bytes)
{
    m_query.addBindValue(bytes.isNull() ? QByteArray("") : bytes);
    return *this;
}

Query &Query::bindNull()
{
    m_query.addBindValue(QVariant());
    return *this;
}

StoreResult<> Query::run()
{
    if (m_prepared)
        m_query.exec();
    return state();
}

StoreResult<> Query::state() const
{
    if (m_query.lastError().isValid())
        return Unexpected{storeErrorFrom(m_query.lastError(), m_path)};
    return Done{};
}

SqlTransaction::SqlTransaction(const Database &database)
    : m_database(database)
{}

SqlTransaction::~SqlTransaction()
{
    // A failed rollback leaves nothing to do: SQLite has rolled back by itself
    // (sqlite.org/lang_transaction.html).
    if (m_open)
        static_cast<void>(Query(m_database, u"ROLLBACK"_s).run());
}

StoreResult<> SqlTransaction::begin()
{
    StoreResult<> begun = Query(m_database, u"BEGIN IMMEDIATE"_s).run();
    m_open = begun.hasValue();
    return begun;
}

StoreResult<> SqlTransaction::commit()
{
    StoreResult<> committed = Query(m_database, u"COMMIT"_s).run();
    if (committed)
        m_open = false;
    return committed;
}

} // namespace litedeck
