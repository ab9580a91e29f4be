// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/conversation/Conversation.h"
#include "core/gateway/ChatStream.h"

namespace litedeck {

/// What becomes of a turn as a value: how it begins, is asked again and ends.
namespace TurnSteps {

/// How much of the conversation goes along when a turn is asked for again.
enum class Context : quint8 {
    Whole,  ///< As before; all of it when the model is another one.
    Shorter ///< The newest turns whose text is at most half of what went along before.
};

/// The job that the next call is booked on; empty for one of its own.
JobId sharedJob(const Conversation &conversation);

/// A turn that asks the conversation's model, right after `parent`, which is empty for a first one.
Turn begun(const Conversation &conversation, const TurnId &parent, const QString &prompt,
           const QList<Attachment> &attachments, const QDateTime &now);

/// The conversation's model is asked for a shown turn once more.
void askAgain(Turn &turn, const Conversation &conversation, Context context, const QDateTime &now);

/// The run of a shown turn ended so.
void end(Turn &turn, const Conversation &conversation,
         const Expected<StreamedReply, Error> &result);

} // namespace TurnSteps

} // namespace litedeck
