// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/conversation/DraftFile.h"
#include "core/store/StoreError.h"

#include <QList>

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

/// The files of messages that are not sent, in the table of Schema.cpp. Every function runs on the
/// database's thread.
namespace DraftFileTable {

/// Takes the place of what is stored for `draft`, the id of a conversation or another name.
StoreResult<> save(const Database &database, const QString &draft, const QList<DraftFile> &files);
/// Comes after what is stored for `draft`.
StoreResult<> add(const Database &database, const QString &draft, const QList<DraftFile> &files);
/// In the order in which they were saved.
StoreResult<QList<DraftFile>> load(const Database &database, const QString &draft);

} // namespace DraftFileTable

} // namespace litedeck
