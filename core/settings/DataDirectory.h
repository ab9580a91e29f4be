// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"

#include <QString>

namespace litedeck {

/// Why there is no data directory.
enum class DataDirectoryProblem : quint8 {
    CannotCreate,
    NotADirectory, ///< The path, or a part of it, is a file.
};

/// One failure to have a data directory.
struct DataDirectoryError
{
    DataDirectoryProblem problem = DataDirectoryProblem::CannotCreate;
    QString path;

    friend bool operator==(const DataDirectoryError &, const DataDirectoryError &) = default;
};

/// The directory of everything that the program keeps, but for the virtual keys.
struct DataDirectory
{
    QString path; ///< Absolute.
    bool writable = false;

    QString settingsPath() const;

    /// The directory at `path`, or for an empty path the user's own one, `litedeck` where data of
    /// programs belongs (XDG Base Directory Specification); created with mode 0700
    /// when missing. A directory that was there keeps its mode, unless it is the user's own one.
    static Expected<DataDirectory, DataDirectoryError> prepare(const QString &path = {});

    friend bool operator==(const DataDirectory &, const DataDirectory &) = default;
};

} // namespace litedeck
