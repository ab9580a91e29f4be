// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"

#include <QMetaType>
#include <QString>

#include <optional>

class QSqlError;

namespace litedeck {

/// Why the store could not do what it was asked to.
enum class StoreErrorKind : quint8 {
    Newer,       ///< The file was written by a newer version of the program; it was not touched.
    Damaged,     ///< Not a database, or a broken one; see setAsidePath.
    Locked,      ///< Another instance of the program holds the file.
    ReadOnly,    ///< The file or its directory cannot be written.
    Full,        ///< The disk, or the quota on it, is full.
    Interrupted, ///< Nobody waits for the result any more.
    Other,
};

/// What could be read of a damaged file, beside what there was as far as that can be told.
struct Salvaged
{
    int chats = 0;
    int knownChats = 0;
    int messages = 0;
    int knownMessages = 0;

    friend bool operator==(const Salvaged &, const Salvaged &) = default;
};

/// One failure of the store.
struct StoreError
{
    StoreErrorKind kind = StoreErrorKind::Other;
    QString message;      ///< In SQLite's or the file system's own words, for a report.
    QString path;         ///< The database file; ":memory:" for one that is not on disk.
    QString setAsidePath; ///< Where a damaged file was moved to; empty when it was not moved.
    std::optional<Salvaged> salvaged = std::nullopt; ///< What the file in its place has of it.

    friend bool operator==(const StoreError &, const StoreError &) = default;
};

/// Sorts an error of the SQLite driver by its primary result code (sqlite.org/rescode.html).
StoreError storeErrorFrom(const QSqlError &error, const QString &path);

/// The value of an operation that only succeeds or fails.
struct Done
{
    friend bool operator==(const Done &, const Done &) = default;
};

/// What every operation of the store returns.
template <typename T = Done>
using StoreResult = Expected<T, StoreError>;

} // namespace litedeck

Q_DECLARE_METATYPE(litedeck::StoreError)
