// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"

#include <QString>

#include <memory>

namespace litedeck {

/// A file whose existence means nothing and whose lock is one holder's alone. The system takes the
/// lock away with the process, however that ends.
class FileLock
{
    Q_DISABLE_COPY_MOVE(FileLock)

public:
    enum class Failure : quint8 {
        Taken,       ///< Somebody else holds it, in this process or another.
        Unavailable, ///< The file cannot be made or locked.
    };

    /// Waits for `patience` at most while somebody else holds it.
    static Expected<std::unique_ptr<FileLock>, Failure> acquire(const QString &path,
                                                                Milliseconds patience);
    /// Removes the file, unless another one has taken its place.
    ~FileLock();

private:
    FileLock(const QByteArray &path, int descriptor);

    QByteArray m_path;
    int m_descriptor;
};

} // namespace litedeck
