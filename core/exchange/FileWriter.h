// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace litedeck {

/// Makes the content of a file and writes it, whole or not at all, on another thread (a null
/// content is one that was given up: nothing is written); then calls
/// `done` on this one with what went wrong, if anything, in the system's words. `done` is not
/// called once `context` is gone.
void writeFile(const QString &path, std::function<QByteArray()> content, QObject *context,
               std::function<void(const std::optional<QString> &problem)> done);

} // namespace litedeck
