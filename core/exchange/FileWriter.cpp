// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/FileWriter.h"

#include "core/base/Background.h"

#include <QSaveFile>

namespace litedeck {

namespace {

std::optional<QString> save(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return std::nullopt;
    return file.errorString();
}

} // namespace

void writeFile(const QString &path, std::function<QByteArray()> content, QObject *context,
               std::function<void(const std::optional<QString> &problem)> done)
{
    inBackground(
        [path, content = std::move(content)] {
            const QByteArray bytes = content();
            return bytes.isNull() ? std::nullopt : save(path, bytes);
        },
        context, std::move(done));
}

} // namespace litedeck
