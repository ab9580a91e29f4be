// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Backups.h"

#include "core/settings/Settings.h"
#include "core/store/Database.h"
#include "core/store/Query.h"
#include "core/store/Store.h"

#include <QDir>
#include <QFileInfo>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions OwnersAlone = QFile::ReadOwner | QFile::WriteOwner;

/// The first of the copy's own faults; empty for a whole copy.
QString faultOf(const QString &path)
{
    const auto copy = Database::openForReading(path);
    if (!copy)
        return copy.error().message;
    QString fault;
    Query query(**copy, u"PRAGMA quick_check(1)"_s);
    const auto read = query.forEach([&fault](const Query &row) {
        if (row.text(0) != "ok"_L1)
            fault = row.text(0);
    });
    return read ? fault : read.error().message;
}

/// Writes a copy; returns what is wrong with it, or nothing. Fails for what concerns the database
/// itself.
StoreResult<QString> writeCopy(const Database &database, const QString &path)
{
    const QString unfinished = path + ".part"_L1;
    QFile file(unfinished);
    // SQLite takes an empty file for a new one, and leaves its mode as it is.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.setPermissions(OwnersAlone))
        return file.errorString();
    file.close();
    const auto copied = database.copyTo(unfinished);
    QString fault = copied ? faultOf(unfinished) : copied.error().message;
    if (fault.isEmpty()) {
        QFile::remove(path);
        if (!file.rename(path))
            fault = file.errorString();
    }
    if (!fault.isEmpty())
        QFile::remove(unfinished);
    const bool isOfDatabase = !copied && (copied.error().kind == StoreErrorKind::Damaged ||
                                          copied.error().kind == StoreErrorKind::Interrupted);
    if (isOfDatabase)
        return Unexpected{copied.error()};
    return fault;
}

void removeAllBut(int kept, const QString &directory, const QString &name)
{
    QDir folder(directory);
    const QString day = u"[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"_s;
    const QStringList copies = folder.entryList({name + u'-' + day + ".sqlite"_L1}, QDir::Files,
                                                QDir::Name | QDir::Reversed);
    for (const QString &copy : copies.sliced(qMin<qsizetype>(kept, copies.size())))
        folder.remove(copy);
}

} // namespace

Backups::Backups(Store &store, const Settings &settings, Clock &clock, const QString &databasePath,
                 QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(settings)
    , m_clock(clock)
    , m_timer(clock.createTimer())
    , m_directory(directoryIn(QFileInfo(databasePath).path()))
    , m_name(QFileInfo(databasePath).completeBaseName())
{
    connect(m_timer.get(), &Timer::fired, this, &Backups::look);
}

QString Backups::directoryIn(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(u"backups"_s);
}

void Backups::look()
{
    m_timer->start(Pause);
    const int kept = m_settings.get(Keys::Backups);
    const QString day = m_clock.utcNow().toLocalTime().date().toString(Qt::ISODate);
    const QString path = m_directory + u'/' + m_name + u'-' + day + ".sqlite"_L1;
    if (kept == 0 || m_isWriting || QFileInfo::exists(path))
        return;
    m_isWriting = true;
    m_store.read(
        Store::Reader::Backup,
        [path, kept, name = m_name,
         directory = m_directory](Database &database) -> StoreResult<QString> {
            // Where nothing can be read beside the writer, a copy would hold up all writing.
            if (!database.isReader())
                return QString();
            const bool isMade = QDir(directory).exists() ||
                                (QDir().mkpath(directory) &&
                                 QFile::setPermissions(directory, OwnersAlone | QFile::ExeOwner));
            if (!isMade)
                return u"cannot make the directory"_s;
            auto fault = writeCopy(database, path);
            if (fault && fault->isEmpty())
                removeAllBut(kept, directory, name);
            return fault;
        },
        this,
        [this, path](const StoreResult<QString> &fault) {
            m_isWriting = false;
            if (!fault)
                return; // The store tells of its own faults.
            if (!fault->isEmpty())
                emit failed(path, *fault);
            else if (QFileInfo::exists(path))
                emit written(path);
        });
}

} // namespace litedeck
