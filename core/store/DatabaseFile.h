// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StoreError.h"

#include <QString>

#include <optional>

namespace litedeck {

/// What the first bytes of a file tell without SQLite, which would touch it.
struct DatabaseHeader
{
    enum class State : quint8 { Missing, Readable, Damaged };

    State state = State::Missing; ///< An empty file counts as missing.
    int userVersion = 0;          ///< As of the last checkpoint.
};

/// Reads the header of a database file (sqlite.org/fileformat.html, section 1.3).
DatabaseHeader readDatabaseHeader(const QString &path);

/// Whether a write-ahead log with content lies beside the file, as after a killed run.
bool hasWriteAheadLog(const QString &path);

/// Which file stands at a path, whatever its content.
struct FileIdentity
{
    quint64 device = 0;
    quint64 number = 0; ///< On the device; 0 where the system tells none.

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// Nothing when no file is there.
std::optional<FileIdentity> identityOf(const QString &path);

/// Renames a database that no connection holds, and its write-ahead log, to a name with a timestamp
/// that is not taken yet; returns the new path of the file. Error: Damaged, nothing moved.
StoreResult<QString> setDatabaseAside(const QString &path);

/// Gives a database that no connection holds another name, together with its write-ahead log.
/// False, and nothing moved, when it is not there or the name is taken.
bool renameDatabase(const QString &path, const QString &target);

} // namespace litedeck
