// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConnectionFiles.h"

#include "core/base/FileLock.h"
#include "core/settings/ServerAddress.h"
#include "core/store/DatabaseFile.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// How people write one and the same address.
QStringList spellings(const QUrl &typed)
{
    const QUrl bare = normalised(typed);
    QUrl withPort = bare;
    withPort.setPort(bare.port(bare.scheme() == "https"_L1 ? 443 : 80));
    QStringList all{typed.toString()};
    for (const QUrl &url : {bare, withPort})
        all << url.toString() << url.toString() + u'/';
    return all;
}

} // namespace

QString ConnectionFiles::database(const QString &directory, const ProfileId &id)
{
    return QDir(directory).filePath(id.value + ".sqlite"_L1);
}

void ConnectionFiles::takeOver(const QString &directory, const QUrl &typed, const TeamId &team)
{
    const QString wanted = database(directory, unsavedProfileId(typed, team));
    for (const QString &spelling : spellings(typed)) {
        if (QFile::exists(wanted))
            return;
        renameDatabase(database(directory, profileIdOf(spelling, team)), wanted);
    }
}

bool ConnectionFiles::remove(const QString &directory, const ProfileId &id)
{
    // The database with its logs, what was set aside as damaged, and copies by day.
    const QRegularExpression own(
        QRegularExpression::anchoredPattern(QRegularExpression::escape(id.value) +
                                            uR"((\.damaged-.*|(-\d{4}-\d\d-\d\d)?\.sqlite.*))"_s));
    // Another Litedeck that has it open would write all to it again.
    const auto lock = FileLock::acquire(database(directory, id) + "-lock"_L1, Milliseconds(0));
    if (!lock && lock.error() == FileLock::Failure::Taken)
        return false;
    bool isGone = true;
    for (const QString &folder : {directory, QDir(directory).filePath(u"backups"_s)}) {
        const QDir files(folder);
        for (const QString &name : files.entryList(QDir::Files | QDir::Hidden)) {
            if (own.match(name).hasMatch())
                isGone = QFile::remove(files.filePath(name)) && isGone;
        }
    }
    return isGone;
}

} // namespace litedeck
