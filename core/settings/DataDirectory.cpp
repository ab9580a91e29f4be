// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/DataDirectory.h"

#include "core/base/PrivateFile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

bool lastExistingPartIsFile(const QString &path)
{
    QFileInfo part(path);
    while (!part.exists() && !part.isRoot())
        part.setFile(part.path());
    return part.isFile();
}

/// Asks the file system by writing, since mode bits say nothing of quotas and read-only mounts.
bool canWriteTo(const QString &directory)
{
    QTemporaryFile probe(directory + "/.probe-XXXXXX"_L1);
    return probe.open();
}

/// Earlier versions let others read what is in a directory that others may look into.
void hideFiles(const DataDirectory &data)
{
    const QDir directory(data.path);
    const QStringList names{u"*.sqlite*"_s, QFileInfo(data.settingsPath()).fileName()};
    for (const QString &name : directory.entryList(names, QDir::Files | QDir::NoSymLinks))
        makePrivate(directory.filePath(name));
}

/// The program's name stands in it once; AppDataLocation would have the organisation's as well.
QString ownDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/litedeck"_L1;
}

} // namespace

QString DataDirectory::settingsPath() const
{
    return path + "/litedeck.ini"_L1;
}

Expected<DataDirectory, DataDirectoryError> DataDirectory::prepare(const QString &path)
{
    const bool isOwn = path.isEmpty();
    const QString wanted = QDir(isOwn ? ownDirectory() : path).absolutePath();
    if (!QFileInfo(wanted).isDir()) {
        if (lastExistingPartIsFile(wanted))
            return Unexpected{DataDirectoryError{DataDirectoryProblem::NotADirectory, wanted}};
        if (!QDir().mkpath(QFileInfo(wanted).path()) || !QDir().mkdir(wanted, OwnerOnly))
            return Unexpected{DataDirectoryError{DataDirectoryProblem::CannotCreate, wanted}};
    } else if (isOwn) {
        QFile::setPermissions(wanted, OwnerOnly);
    }
    const DataDirectory data{wanted, canWriteTo(wanted)};
    if (data.writable)
        hideFiles(data);
    return data;
}

} // namespace litedeck
