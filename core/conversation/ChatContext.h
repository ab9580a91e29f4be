// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/server/ChatRequest.h"

namespace litedeck {

// What a model is told of a conversation when one of its turns is asked for.

/// The call for a shown turn: the system prompt, the earlier turns that have a reply and are not
/// left out, and the prompt itself.
ChatRequest requestFor(const Conversation &conversation, const Turn &turn);

/// What the purpose of every call for a turn ends with, wherever the turn was shown. Versions of a
/// turn are no retries of each other, so each has an end of its own.
QString purposeEnd(const TurnId &turn);

/// The call for the message that would be sent next, which is empty, or for a new version of a
/// shown turn.
ChatRequest requestForNext(const Conversation &conversation, const TurnId &versionOf = {});

/// The index of the first earlier turn that goes along with a shown turn; its own for none.
qsizetype firstSent(const Conversation &conversation, const Turn &turn);

/// How many messages of earlier turns go along with a shown turn.
int earlierMessages(const Conversation &conversation, const Turn &turn);

/// What Turn::leftOut has to be so that the text that goes along with a shown turn is
/// at most half of what went along before.
int leftOutForHalf(const Conversation &conversation, const Turn &turn);

/// The beginning of a message, as the title of its conversation.
QString titleFrom(const QString &prompt);

} // namespace litedeck
