// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Database.h"

#include "store/DatabaseFile.h"
#include "store/Query.h"
#include "store/Schema.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr auto InMemoryPath = ":memory:"_L1;

QString timeoutOption(Milliseconds busyTimeout)
{
    return u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count());
}

StoreError newerError(const QString &path, qint64 version)
{
    return {StoreErrorKind::Newer, u"schema version %1"_s.arg(version), path, {}};
}

/// SQLite falls back to reading a file that it may not write, and then fails at the first write.
bool isWriteProtected(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo directory(file.path());
    return (file.exists() && !file.isWritable()) || (directory.isDir() && !directory.isWritable());
}

} // namespace

Database::Database(const QString &path)
    : m_path(path)
    , m_connectionName("litedeck-"_L1 + QUuid::createUuid().toString(QUuid::Id128))
{}

Database::~Database()
{
    QSqlDatabase::removeDatabase(m_connectionName);
}

bool Database::isInMemory() const
{
    return m_path == InMemoryPath;
}

StoreResult<std::unique_ptr<Database>> Database::open(const QString &path, Milliseconds busyTimeout)
{
    auto opened = tryOpen(path, busyTimeout);
    if (!opened && opened.error().kind == StoreErrorKind::Damaged)
        return startAfresh(opened.error(), busyTimeout);
    return opened;
}

StoreResult<std::unique_ptr<Database>> Database::openInMemory()
{
    std::unique_ptr<Database> database(new Database(InMemoryPath));
    if (auto connected = database->connectTo({}); !connected)
        return Unexpected{connected.error()};
    if (auto prepared = database->prepare(); !prepared)
        return Unexpected{prepared.error()};
    return database;
}

StoreResult<std::unique_ptr<Database>> Database::replaceDamaged(std::unique_ptr<Database> damaged,
                                                                const StoreError &error)
{
    damaged.reset();
    return startAfresh(error, BusyTimeout);
}

StoreResult<std::unique_ptr<Database>> Database::startAfresh(const StoreError &damage,
                                                             Milliseconds busyTimeout)
{
    const auto aside = setDatabaseAside(damage.path);
    if (!aside)
        return Unexpected{aside.error()};
    auto opened = tryOpen(damage.path, busyTimeout);
    if (!opened)
        return opened;
    std::unique_ptr<Database> database = std::move(opened).value();
    database->m_notice = damage;
    database->m_notice->setAsidePath = *aside;
    return database;
}

StoreResult<std::unique_ptr<Database>> Database::tryOpen(const QString &path,
                                                         Milliseconds busyTimeout)
{
    if (isWriteProtected(path))
        return Unexpected{StoreError{StoreErrorKind::ReadOnly, u"not writable"_s, path, {}}};
    if (auto refused = refuseNewer(path, busyTimeout); !refused)
        return Unexpected{refused.error()};
    std::unique_ptr<Database> database(new Database(path));
    if (auto connected = database->connectTo(timeoutOption(busyTimeout)); !connected)
        return Unexpected{connected.error()};
    if (auto prepared = database->prepare(); !prepared)
        return Unexpected{prepared.error()};
    return database;
}

StoreResult<> Database::refuseNewer(const QString &path, Milliseconds busyTimeout)
{
    const DatabaseHeader header = readDatabaseHeader(path);
    if (header.state == DatabaseHeader::State::Damaged)
        return Unexpected{StoreError{StoreErrorKind::Damaged, u"not a database"_s, path, {}}};
    if (header.userVersion > SchemaVersion)
        return Unexpected{newerError(path, header.userVersion)};
    if (header.state == DatabaseHeader::State::Missing || !hasWriteAheadLog(path))
        return Done{};

    // The version may stand in the log only. A writing connection would fold the log into the file
    // when it closes, a reading one does not.
    Database probe(path);
    if (auto connected = probe.connectTo(timeoutOption(busyTimeout) + ";QSQLITE_OPEN_READONLY"_L1);
        !connected)
        return connected;
    const auto version = probe.readNumber(u"PRAGMA user_version"_s);
    if (!version)
        return Unexpected{version.error()};
    if (*version > SchemaVersion)
        return Unexpected{newerError(path, *version)};
    return Done{};
}

StoreResult<> Database::connectTo(const QString &options)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    connection.setDatabaseName(m_path);
    connection.setConnectOptions(options);
    if (!connection.open())
        return Unexpected{storeErrorFrom(connection.lastError(), m_path)};
    return Done{};
}

StoreResult<> Database::prepare()
{
    // A commit survives the end of the process at once and a power cut after the next checkpoint;
    // synchronous=FULL would cost a disk flush for each batch of a stream.
    for (const QString &pragma : {u"PRAGMA locking_mode=EXCLUSIVE"_s, u"PRAGMA journal_mode=WAL"_s,
                                  u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA foreign_keys=ON"_s}) {
        if (auto done = execute(pragma); !done)
            return done;
    }
    return migrate(*this);
}

StoreResult<> Database::execute(const QString &sql) const
{
    return Query(*this, sql).run();
}

StoreResult<qint64> Database::readNumber(const QString &sql) const
{
    qint64 number = 0;
    Query query(*this, sql);
    if (auto read = query.forEach([&number](const Query &row) { number = row.number(0); }); !read)
        return Unexpected{read.error()};
    return number;
}

} // namespace litedeck
