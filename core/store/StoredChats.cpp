// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoredChats.h"

#include "core/store/ConversationTables.h"
#include "core/store/Database.h"
#include "core/store/DatabaseFile.h"
#include "core/store/Salvage.h"
#include "core/store/Schema.h"

namespace litedeck {

using namespace Qt::StringLiterals;

bool isChatDatabase(const QString &path)
{
    return readDatabaseHeader(path).state == DatabaseHeader::State::Readable ||
           path.endsWith(".sqlite"_L1);
}

StoreResult<StoredChats> readStoredChats(const QString &path)
{
    const DatabaseHeader header = readDatabaseHeader(path);
    if (header.userVersion > SchemaVersion)
        return Unexpected{StoreError{StoreErrorKind::Newer, {}, path, {}}};
    auto opened = Database::openInMemory();
    if (!opened)
        return Unexpected{opened.error()};
    const Database &database = **opened;
    const auto salvaged = salvage(path, database);
    if (!salvaged)
        return Unexpected{salvaged.error()};
    if (auto closed = ConversationTables::recoverOpenTurns(database); !closed)
        return Unexpected{closed.error()};
    const auto summaries = ConversationTables::loadSummaries(database);
    if (!summaries)
        return Unexpected{summaries.error()};
    StoredChats chats{{}, *salvaged};
    for (const ConversationSummary &summary : *summaries) {
        auto conversation = ConversationTables::loadConversation(database, summary.id);
        if (!conversation)
            return Unexpected{conversation.error()};
        chats.conversations += std::move(conversation).value();
        chats.conversations.last().openJob = {};
        chats.conversations.last().hasDraftFiles = false;
    }
    return chats;
}

} // namespace litedeck
