// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Query.h"

#include "core/base/Utc.h"
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

Query &Query::bind(const QVariant &value)
{
    QVariant bound = value;
    if (value.typeId() == QMetaType::QDateTime)
        bound = value.toDateTime().isValid() ? value.toDateTime().toMSecsSinceEpoch() : QVariant();
    else if (value.typeId() == QMetaType::QString && value.toString().isNull())
        bound = u""_s;
    else if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        bound = QByteArray("");
    m_query.addBindValue(bound);
    return *this;
}

QDateTime Query::time(int column) const
{
    return m_query.isNull(column) ? QDateTime()
                                  : QDateTime::fromMSecsSinceEpoch(number(column), Utc);
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

StoreResult<> inTransaction(const Database &database, const std::function<StoreResult<>()> &write)
{
    if (auto begun = database.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    StoreResult<> done = write();
    if (done)
        done = database.execute(u"COMMIT"_s);
    // A failed rollback leaves nothing to do: SQLite has rolled back by itself
    // (sqlite.org/lang_transaction.html).
    if (!done)
        static_cast<void>(database.execute(u"ROLLBACK"_s));
    return done;
}

} // namespace litedeck
