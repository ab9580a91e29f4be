// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/store/StoreError.h"

namespace litedeck {

class Database;

/// Files that went along with messages, in the table of Schema.cpp. Every function runs on the
/// database's thread.
namespace AttachmentTable {

/// Exchanges what is kept of the turn, which is in its table already.
StoreResult<> write(const Database &database, const Turn &turn);
/// Adds what is kept to these turns of a conversation.
StoreResult<> join(const Database &database, const ConversationId &id, QList<Turn> &turns);

} // namespace AttachmentTable

} // namespace litedeck
