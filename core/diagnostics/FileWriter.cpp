// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/FileWriter.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

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
    const auto deliver = [guard = QPointer(context),
                          done = std::move(done)](const std::optional<QString> &problem) {
        if (guard)
            done(problem);
    };
    QThreadPool::globalInstance()->start([path, content = std::move(content), deliver] {
        const QByteArray bytes = content();
        const auto problem = bytes.isNull() ? std::nullopt : save(path, bytes);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [deliver, problem] { deliver(problem); },
            Qt::QueuedConnection);
    });
}

} // namespace litedeck
