// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/TurnSteps.h"

#include "core/base/NewId.h"
#include "core/chat/TurnCharges.h"
#include "core/conversation/ChatContext.h"
#include "core/conversation/TurnTree.h"

namespace litedeck::TurnSteps {

namespace {

void complete(Turn &turn, const StreamedReply &reply)
{
    turn.state = TurnState::Complete;
    turn.finishReason = reply.finishReason;
    turn.answeredBy = reply.answeredBy;
    if (reply.usage.promptTokens)
        turn.cost.promptTokens = Measured<qint64>::reported(*reply.usage.promptTokens);
    if (reply.usage.completionTokens)
        turn.cost.completionTokens = Measured<qint64>::reported(*reply.usage.completionTokens);
    if (reply.usage.cost)
        turn.cost.cost = Measured<Usd>::reported(*reply.usage.cost);
}

void stop(Turn &turn, Outcome outcome)
{
    turn.state = TurnState::Stopped;
    // Nobody looks for what never left, so this is all that will be known.
    if (outcome == Outcome::NotSent)
        turn.cost.credits = Measured<qint64>::reported(0);
}

void fail(Turn &turn, const Conversation &conversation, const Error &error)
{
    turn.state = turn.reply.isEmpty() ? TurnState::Failed : TurnState::Interrupted;
    turn.error = error;
    turn.error->earlierMessages = earlierMessages(conversation, turn);
    turn.error->hadText = !turn.reply.isEmpty();
}

} // namespace

JobId sharedJob(const Conversation &conversation)
{
    const bool isShared = conversation.settings.billing == Billing::PerConversation;
    return isShared ? conversation.openJob : JobId();
}

Turn begun(const Conversation &conversation, const TurnId &parent, const QString &prompt,
           const QList<Attachment> &attachments, const QDateTime &now)
{
    Turn turn;
    turn.id = {newId()};
    turn.model = conversation.model;
    turn.prompt = prompt;
    turn.attachments = attachments;
    turn.sentAt = now;
    turn.jobId = sharedJob(conversation);
    // What did not fit a moment ago will not fit now.
    const Turn *before = TurnTree::find(conversation, parent);
    if (before != nullptr && before->model == turn.model)
        turn.leftOut = before->leftOut;
    return turn;
}

void askAgain(Turn &turn, const Conversation &conversation, Context context, const QDateTime &now)
{
    turn.state = TurnState::Pending;
    if (context == Context::Shorter)
        turn.leftOut = leftOutForHalf(conversation, turn);
    else if (turn.model != conversation.model)
        turn.leftOut = 0;
    turn.model = conversation.model;
    turn.answeredBy = {};
    turn.error.reset();
    // What a try in the same job took is told together with this one's.
    if (turn.jobId != sharedJob(conversation))
        TurnCharges::putAside(turn);
    turn.jobId = sharedJob(conversation);
    turn.cost = {};
    turn.sentAt = now;
}

void end(Turn &turn, const Conversation &conversation, const Expected<StreamedReply, Error> &result)
{
    if (result)
        complete(turn, *result);
    else if (result.error().category == ErrorCategory::Cancelled)
        stop(turn, result.error().outcome);
    else
        fail(turn, conversation, result.error());
}

} // namespace litedeck::TurnSteps
