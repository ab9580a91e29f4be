// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace litedeck {

/// Lets nobody but its owner read or write a file, which is made when there is none. SQLite gives
/// the files beside a database the same mode. False when that is not possible.
bool makePrivate(const QString &path);

} // namespace litedeck
