// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StoreError.h"

#include <QString>

namespace litedeck {

class Database;

/// Reads what is left of a damaged database, page by page, and writes it into `target`, which is
/// empty. SQLite itself gives up everything behind a bad page; the pages beside it are whole. What
/// lost its place gets one: chats whose head is lost, and turns whose predecessor is. The damaged
/// file is only read. Fails when the target cannot be written.
StoreResult<Salvaged> salvage(const QString &path, const Database &target);

} // namespace litedeck
