// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/conversation/Conversation.h"

#include <QByteArray>
#include <QList>

namespace litedeck {

class Redaction;

/// Why a file cannot be imported.
struct ImportProblem
{
    enum class Kind : quint8 {
        TooLarge,  ///< More than MostImportBytes.
        NotJson,   ///< `detail` is the parser's word, `offset` where it stopped.
        Foreign,   ///< JSON, but neither a file of ours nor a list of messages.
        Newer,     ///< A file of a later version of ours.
        Malformed, ///< `detail` is the first member that does not fit.
        Empty      ///< Nothing to import in it.
    };

    Kind kind = Kind::Foreign;
    QString detail;
    qint64 offset = 0; ///< In bytes.

    friend bool operator==(const ImportProblem &, const ImportProblem &) = default;
};

/// What was read from a file.
struct ImportedConversations
{
    /// With ids of their own, so that nothing is overwritten; those of a database keep theirs.
    QList<Conversation> conversations;
    int skippedMessages = 0; ///< Of roles that a chat has no place for, such as "tool".
    int lostMessages = 0;    ///< Of a damaged database.

    friend bool operator==(const ImportedConversations &, const ImportedConversations &) = default;
};

inline constexpr qint64 MostImportBytes = 200'000'000;

/// Conversations with all their turns, versions and attachments, in the format that
/// readConversations() takes back, without what `redaction` takes out.
QByteArray conversationFile(const QList<Conversation> &conversations, const QDateTime &exportedAt,
                            Redaction &redaction);

/// Reads a file of conversationFile(), or a list of messages as OpenAI's API takes it: an array of
/// {"role", "content"}, or an object with it as "messages". `now` is for what carries no time.
Expected<ImportedConversations, ImportProblem> readConversations(const QByteArray &file,
                                                                 const QDateTime &now);

} // namespace litedeck
