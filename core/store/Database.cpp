// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include "core/base/FileLock.h"
#include "core/base/PrivateFile.h"
#include "core/store/DatabasePages.h"
#include "core/store/Query.h"
#include "core/store/Salvage.h"
#include "core/store/Schema.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logDatabase, "litedeck.store")

constexpr auto InMemoryPath = ":memory:"_L1;
constexpr int StepsBetweenLooks = 2'000; // of SQLite's machine, far below a millisecond

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
    if (const auto salvaged = salvage(*aside, *database))
        database->m_notice->salvaged = *salvaged;
    else
        qCWarning(logDatabase) << "nothing was salvaged:" << salvaged.error().message;
    return database;
}

StoreResult<std::unique_ptr<Database>> Database::tryOpen(const QString &path,
                                                         Milliseconds busyTimeout)
{
    if (isWriteProtected(path))
        return Unexpected{StoreError{StoreErrorKind::ReadOnly, u"not writable"_s, path, {}}};
    std::unique_ptr<Database> database(new Database(path));
    if (auto locked = database->lock(busyTimeout); !locked)
        return Unexpected{locked.error()};
    if (auto refused = refuseNewer(path, busyTimeout); !refused)
        return Unexpected{refused.error()};
    makePrivate(path);
    if (auto connected = database->connectTo(timeoutOption(busyTimeout)); !connected)
        return Unexpected{connected.error()};
    if (auto prepared = database->prepare(); !prepared)
        return Unexpected{prepared.error()};
    database->m_file = identityOf(path);
    return database;
}

StoreResult<std::unique_ptr<Database>> Database::openForReading(const QString &path)
{
    std::unique_ptr<Database> database(new Database(path));
    if (auto connected =
            database->connectTo(timeoutOption(BusyTimeout) + ";QSQLITE_OPEN_READONLY"_L1);
        !connected)
        return Unexpected{connected.error()};
    const auto version = database->readNumber(u"PRAGMA user_version"_s);
    if (!version)
        return Unexpected{version.error()};
    database->m_isReader = true;
    return database;
}

void Database::giveUpPlace()
{
    m_lock.reset();
}

StoreResult<> Database::copyTo(const QString &path) const
{
    makePrivate(path);
    Query query(*this, u"VACUUM INTO ?"_s);
    query.bind(path);
    return query.run();
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
    // SQLite would leave out what stands behind the damage, without a word.
    if (LogFrames(path).isDamaged())
        return Unexpected{StoreError{StoreErrorKind::Damaged, u"damaged log"_s, path, {}}};

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

StoreResult<> Database::lock(Milliseconds busyTimeout)
{
    auto lock = FileLock::acquire(m_path + "-lock"_L1, busyTimeout);
    if (lock)
        m_lock = std::move(lock).value();
    else if (lock.error() == FileLock::Failure::Taken)
        return Unexpected{StoreError{StoreErrorKind::Locked, u"held by another one"_s, m_path, {}}};
    return Done{};
}

StoreResult<> Database::prepare()
{
    StoreResult<> entered = enterLogMode(m_lock ? u"NORMAL"_s : u"EXCLUSIVE"_s);
    // The memory that readers share is a file of some size, which a full disk has no room for and
    // some file systems cannot give.
    const bool lacksSharing = m_lock && !entered &&
                              entered.error().kind != StoreErrorKind::Locked &&
                              entered.error().kind != StoreErrorKind::Damaged;
    if (lacksSharing) {
        QSqlDatabase again = connection();
        again.close();
        if (!again.open())
            return Unexpected{storeErrorFrom(again.lastError(), m_path)};
        entered = enterLogMode(u"EXCLUSIVE"_s);
    }
    if (!entered)
        return entered;
    m_isShared = m_lock && !lacksSharing && !isInMemory();
    // A commit survives the end of the process at once and a power cut after the next checkpoint;
    // synchronous=FULL would cost a disk flush for each batch of a stream.
    auto done = executeAll({u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA foreign_keys=ON"_s});
    return done ? migrate(*this) : done;
}

StoreResult<> Database::enterLogMode(const QString &lockingMode) const
{
    auto entered =
        executeAll({u"PRAGMA locking_mode="_s + lockingMode, u"PRAGMA journal_mode=WAL"_s});
    // Only a write finds out whether one can be made.
    return entered ? inTransaction(*this, [] { return Done{}; }) : entered;
}

sqlite3 *Database::handle() const
{
    const QVariant handle = connection().driver()->handle();
    const bool isSqlite = qstrcmp(handle.typeName(), "sqlite3*") == 0;
    return isSqlite ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

void Database::stopWhen(std::function<bool()> isOver)
{
    m_isOver = std::move(isOver);
    QString source;
    Query query(*this, u"SELECT sqlite_source_id()"_s);
    const auto read = query.forEach([&source](const Query &row) { source = row.text(0); });
    // A handle of another build must not meet our functions.
    if (!read || source != QLatin1StringView(sqlite3_sourceid()))
        return;
    const auto ask = [](void *database) {
        return static_cast<const Database *>(database)->m_isOver() ? 1 : 0;
    };
    if (m_isOver)
        sqlite3_progress_handler(handle(), StepsBetweenLooks, ask, this);
    else
        sqlite3_progress_handler(handle(), 0, nullptr, nullptr);
}

StoreResult<> Database::execute(const QString &sql) const
{
    return Query(*this, sql).run();
}

StoreResult<> Database::executeAll(const QStringList &statements) const
{
    for (const QString &statement : statements) {
        if (auto done = execute(statement); !done)
            return done;
    }
    return Done{};
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
