// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/DatabaseFile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype HeaderSize = 100;
constexpr qsizetype UserVersionOffset = 60;

QString logPath(const QString &path)
{
    return path + "-wal"_L1;
}

QString freeNameBeside(const QString &path)
{
    const QFileInfo info(path);
    const QString stem = info.path() + u'/' + info.completeBaseName() + ".damaged-"_L1 +
                         QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString name = stem + suffix;
    for (int n = 2; QFileInfo::exists(name) || QFileInfo::exists(logPath(name)); ++n)
        name = stem + u'-' + QString::number(n) + suffix;
    return name;
}

} // namespace

DatabaseHeader readDatabaseHeader(const QString &path)
{
    QFile file(path);
    if (!file.exists() || (file.size() == 0 && QFileInfo(path).isFile()))
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {DatabaseHeader::State::Readable, 0}; // SQLite says why it cannot be opened.
    const QByteArray header = file.read(HeaderSize);
    if (header.size() < HeaderSize || !header.startsWith("SQLite format 3\0"_ba))
        return {DatabaseHeader::State::Damaged, 0};
    return {DatabaseHeader::State::Readable,
            qFromBigEndian<qint32>(header.constData() + UserVersionOffset)};
}

bool hasWriteAheadLog(const QString &path)
{
    return QFileInfo(logPath(path)).size() > 0;
}

std::optional<FileIdentity> identityOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return FileIdentity{found.st_dev, found.st_ino};
#else
    return QFileInfo::exists(path) ? std::optional(FileIdentity()) : std::nullopt;
#endif
}

StoreResult<QString> setDatabaseAside(const QString &path)
{
    const QString target = freeNameBeside(path);
    QFile file(path);
    if (!file.rename(target))
        return Unexpected{StoreError{StoreErrorKind::Damaged, file.errorString(), path, {}}};
    // A log without its database would be replayed into the new file, so it must go as well.
    if (QFile log(logPath(path)); log.exists() && !log.rename(logPath(target))) {
        QFile::rename(target, path);
        return Unexpected{StoreError{StoreErrorKind::Damaged, log.errorString(), path, {}}};
    }
    QFile::remove(path + "-shm"_L1);
    return target;
}

bool renameDatabase(const QString &path, const QString &target)
{
    // QFile::rename() replaces nothing.
    if (QFileInfo::exists(logPath(target)) || !QFile::rename(path, target))
        return false;
    if (QFileInfo::exists(logPath(path)) && !QFile::rename(logPath(path), logPath(target))) {
        QFile::rename(target, path);
        return false;
    }
    QFile::remove(path + "-shm"_L1); // made anew from the log
    return true;
}

} // namespace litedeck
