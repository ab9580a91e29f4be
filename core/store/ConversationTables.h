// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/store/StoreError.h"

#include <QHash>
#include <QList>

namespace litedeck {

class Database;

/// What the list of conversations shows of one, without its texts.
struct ConversationSummary
{
    ConversationId id;
    QString title;
    QDateTime createdAt;
    QDateTime updatedAt;
    ModelAlias model;
    bool isPinned = false;
    bool isArchived = false;
    bool hasDraft = false;
    JobId openJob; ///< See Conversation.

    friend bool operator==(const ConversationSummary &, const ConversationSummary &) = default;
};

/// A turn that a killed run left open, now Interrupted.
struct RecoveredTurn
{
    ConversationId conversationId;
    TurnId turnId;
    qint64 characters = 0; ///< Length of the reply that was saved, in UTF-16 units; may be zero.

    friend bool operator==(const RecoveredTurn &, const RecoveredTurn &) = default;
};

/// Text that arrived for a turn and is not on disk yet.
struct ReplyDelta
{
    QString reply;
    QString reasoning;

    bool isEmpty() const { return reply.isEmpty() && reasoning.isEmpty(); }
};

/// Conversations in the tables of Schema.cpp. Every function is one transaction and runs on the
/// database's thread.
namespace ConversationTables {

/// All conversations that are not deleted, the last changed first.
StoreResult<QList<ConversationSummary>> loadSummaries(const Database &database);

/// One conversation with its turns arranged. Error: Other when there is none with this id.
StoreResult<Conversation> loadConversation(const Database &database, const ConversationId &id);

/// Writes the conversation and its turns. Stored turns that the value lacks stay.
StoreResult<> saveConversation(const Database &database, const Conversation &conversation);

/// Writes the conversation and some of its turns; it stays hidden until it `isWhole`.
StoreResult<> addPart(const Database &database, const Conversation &part, bool isWhole);

/// Writes a turn whole, in place of its parts, and moves the conversation's change time up to the
/// time of sending. Error: Other when the conversation is not stored.
StoreResult<> saveTurn(const Database &database, const ConversationId &conversation,
                       const Turn &turn);

/// Writes which versions of turns are shown; see TurnTree.
StoreResult<> saveRanks(const Database &database, const QList<TurnId> &turns, qint64 rank);

/// Adds text to open turns; text of a turn that is not stored is dropped.
StoreResult<> appendReplies(const Database &database, const QHash<TurnId, ReplyDelta> &deltas);

StoreResult<> rename(const Database &database, const ConversationId &id, const QString &title);
StoreResult<> setMarks(const Database &database, const ConversationId &id, bool isPinned,
                       bool isArchived);
/// Hides a conversation or a turn, or brings it back.
StoreResult<> setDeleted(const Database &database, const ConversationId &id, bool deleted);
StoreResult<> setDeleted(const Database &database, const TurnId &id, bool deleted);
/// Removes for good what was deleted. A turn that others follow keeps its place without its text.
StoreResult<> purge(const Database &database);

/// Closes the turns that are still Pending or Streaming as Interrupted, with the text that arrived.
/// Right only at the start of a run, before any turn of this run.
StoreResult<QList<RecoveredTurn>> recoverOpenTurns(const Database &database);

} // namespace ConversationTables

} // namespace litedeck
