// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/RotatingFile.h"

#include <QFile>

namespace litedeck {

RotatingFile::RotatingFile(QString path, RotationLimits limits)
    : m_path(std::move(path))
    , m_limits(limits)
{}

std::optional<QString> RotatingFile::append(const QByteArray &line) const
{
    QFile file(m_path);
    if (file.size() > 0 && file.size() + line.size() > m_limits.bytes) {
        if (auto problem = rotate())
            return problem;
    }
    const bool isOpen = file.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered,
                                  QFile::ReadOwner | QFile::WriteOwner);
    if (!isOpen)
        return file.errorString();
    const qint64 before = file.size();
    if (file.write(line) == line.size())
        return std::nullopt;
    const QString problem = file.errorString();
    // On a full disk a part of a line may be there, which would spoil the next one too.
    file.resize(before);
    return problem;
}

std::optional<QString> RotatingFile::rotate() const
{
    for (int number = m_limits.files - 1; number > 0; --number) {
        const QString from = numbered(number - 1);
        if (!QFile::exists(from))
            continue;
        QFile::remove(numbered(number));
        QFile file(from);
        if (!file.rename(numbered(number)))
            return file.errorString();
    }
    // With one file only, there is none to set aside.
    QFile last(m_path);
    if (m_limits.files <= 1 && !last.remove())
        return last.errorString();
    return std::nullopt;
}

QString RotatingFile::numbered(int number) const
{
    return number == 0 ? m_path : m_path + QLatin1Char('.') + QString::number(number);
}

} // namespace litedeck
