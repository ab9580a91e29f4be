// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PrivateFile.h"

#include <QFile>

namespace litedeck {

bool makePrivate(const QString &path)
{
    constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(path);
    // A file that is there is not opened: closing it would end the locks that SQLite has on it.
    return file.exists() ? file.setPermissions(OwnerOnly)
                         : file.open(QFile::WriteOnly | QFile::NewOnly, OwnerOnly);
}

} // namespace litedeck
