// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/store/StoreError.h"

#include <QList>

namespace litedeck {

/// The chats of a database that is not open: a backup, or a damaged one that was set aside.
struct StoredChats
{
    QList<Conversation> conversations; ///< With their own ids.
    Salvaged salvaged;
};

/// Whether the file is such a database, as its first bytes or its name tell.
bool isChatDatabase(const QString &path);

/// Reads a database as far as it can be read, without touching it. What was open in it when it was
/// copied, such as a job that was to be finished, is not open any more. Errors: Newer, Other. Runs
/// on any thread.
StoreResult<StoredChats> readStoredChats(const QString &path);

} // namespace litedeck
