// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/store/DatabaseFile.h"
#include "core/store/StoreError.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

struct sqlite3;

namespace litedeck {

class FileLock;

/// One open SQLite database of the current schema; lives and dies on the thread that opened it.
///
/// On disk it is in write-ahead mode and locked for this process alone, so that a second instance
/// cannot mistake our open turns for those of a killed run. The lock goes with the process. It is a
/// file beside the database, so that others of this process can read; where that file or the
/// memory that readers share cannot be had, SQLite's own exclusive mode takes its place.
class Database
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    static constexpr Milliseconds BusyTimeout{2000};

    /// Opens or creates `path`, whose directory exists, and migrates it.
    ///
    /// A damaged file is renamed with a timestamp and a new one is started; notice() tells.
    /// Errors: Newer (the file is untouched), Locked after `busyTimeout`, ReadOnly, Full, Other,
    /// and Damaged when the damaged file could not be renamed.
    static StoreResult<std::unique_ptr<Database>> open(const QString &path,
                                                       Milliseconds busyTimeout = BusyTimeout);

    /// Opens a database that this process has open already, for reading.
    static StoreResult<std::unique_ptr<Database>> openForReading(const QString &path);

    /// A database for this run only.
    static StoreResult<std::unique_ptr<Database>> openInMemory();

    /// Closes `damaged`, renames its file with a timestamp and starts a new one in its place.
    static StoreResult<std::unique_ptr<Database>> replaceDamaged(std::unique_ptr<Database> damaged,
                                                                 const StoreError &error);

    ~Database();

    const QString &path() const { return m_path; }
    bool isInMemory() const;
    /// Whether openForReading() can succeed.
    bool canBeReadBeside() const { return m_isShared; }
    /// Whether the file that is open can still be found at its path. SQLite goes on with one that
    /// was deleted, and nothing of it is kept.
    bool isInPlace() const { return isInMemory() || identityOf(m_path) == m_file; }
    /// Lets another one have the place; to be used once isInPlace() is false.
    void giveUpPlace();
    /// Writes all to a new file at `path`.
    [[nodiscard]] StoreResult<> copyTo(const QString &path) const;
    /// Whether it was opened by openForReading().
    bool isReader() const { return m_isReader; }
    QSqlDatabase connection() const { return QSqlDatabase::database(m_connectionName, false); }

    /// The damage that was found while opening, with the place where the damaged file is now.
    const std::optional<StoreError> &notice() const { return m_notice; }

    /// Ends statements with the error Interrupted as soon as `isOver` says so, which is asked all
    /// the while on this thread; null lets them run. Does nothing where Qt brings an SQLite of its
    /// own.
    void stopWhen(std::function<bool()> isOver);

    /// Runs one statement without values.
    [[nodiscard]] StoreResult<> execute(const QString &sql) const;
    /// Runs several, up to the first one that fails.
    [[nodiscard]] StoreResult<> executeAll(const QStringList &statements) const;
    /// The integer that a statement such as "PRAGMA user_version" gives.
    [[nodiscard]] StoreResult<qint64> readNumber(const QString &sql) const;

private:
    explicit Database(const QString &path);

    static StoreResult<std::unique_ptr<Database>> tryOpen(const QString &path,
                                                          Milliseconds busyTimeout);
    static StoreResult<std::unique_ptr<Database>> startAfresh(const StoreError &damage,
                                                              Milliseconds busyTimeout);
    static StoreResult<> refuseNewer(const QString &path, Milliseconds busyTimeout);
    StoreResult<> connectTo(const QString &options);
    StoreResult<> lock(Milliseconds busyTimeout);
    StoreResult<> prepare();
    StoreResult<> enterLogMode(const QString &lockingMode) const;
    sqlite3 *handle() const;

    QString m_path;
    QString m_connectionName;
    std::optional<FileIdentity> m_file; ///< None before it is open, and in memory.
    std::optional<StoreError> m_notice;
    std::unique_ptr<FileLock> m_lock; ///< Null for SQLite's own.
    bool m_isShared = false;
    bool m_isReader = false;
    std::function<bool()> m_isOver;
};

} // namespace litedeck
