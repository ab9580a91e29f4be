// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace litedeck {

/// How much a RotatingFile keeps: at most `files` files of at most `bytes` each.
struct RotationLimits
{
    qint64 bytes = 2 * 1024 * 1024;
    int files = 5;
};

/// A file that is set aside when it is full: `name` is the newest, `name.1` the one before, and the
/// oldest goes.
///
/// The file is opened for each append, so that removing it, or a second program that writes to it,
/// does no harm. Only its owner may read it.
class RotatingFile
{
public:
    explicit RotatingFile(QString path, RotationLimits limits = {});

    const QString &path() const { return m_path; }
    /// Appends a line, whole or not at all; blocks. Returns why it could not, in the system's
    /// words.
    [[nodiscard]] std::optional<QString> append(const QByteArray &line) const;

private:
    QString numbered(int number) const;
    [[nodiscard]] std::optional<QString> rotate() const;

    QString m_path;
    RotationLimits m_limits;
};

} // namespace litedeck
