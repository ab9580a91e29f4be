// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/ConversationFile.h"

class QJsonArray;

namespace litedeck {

/// A conversation from messages as OpenAI's API takes them
/// (platform.openai.com/docs/api-reference/chat): system and developer messages become the system
/// prompt, each user message begins a turn, and what an assistant says is its reply.
Expected<ImportedConversations, ImportProblem>
readMessageList(const QJsonArray &messages, const QString &model, const QDateTime &now);

} // namespace litedeck
