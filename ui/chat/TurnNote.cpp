// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/TurnNote.h"

#include "chat/ChatContext.h"
#include "chat/ChatView.h"
#include "chat/TurnQueue.h"
#include "errors/ErrorTexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString leftOutText(const Turn &turn, const Conversation &conversation)
{
    const QList<Turn> earlier = conversation.turns.first(firstSent(conversation, turn));
    // A prompt without a reply is never sent along.
    const auto exchanges = std::count_if(earlier.cbegin(), earlier.cend(),
                                         [](const Turn &t) { return !t.reply.isEmpty(); });
    if (exchanges == 0)
        return {};
    return ChatView::tr("Sent without the %n oldest message(s) of this chat.", nullptr,
                        static_cast<int>(2 * exchanges));
}

QString failureText(const Turn &turn, const Conversation &conversation, const TurnQueue &queue,
                    const QDateTime &now)
{
    QStringList lines{errorSummary(*turn.error), leftOutText(turn, conversation)};
    if (queue.contains(turn.id))
        lines += queuedText(queue.dueAt(turn.id), now) + u'.';
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// The providers' words for a reply that ended with calls of tools.
bool endedWithToolCall(const Turn &turn)
{
    return turn.finishReason == "tool_calls"_L1 || turn.finishReason == "function_call"_L1 ||
           turn.finishReason == "tool_use"_L1;
}

/// What is to be said of a reply that came whole.
TurnNote replyNote(const Turn &turn, const Conversation &conversation)
{
    // The server drops calls of tools from replies in one piece.
    if (turn.reply.isEmpty() && endedWithToolCall(turn))
        return {ChatView::tr("The model called a tool instead of answering, and the server did "
                             "not pass the call on."),
                Tone::Warning};
    return {leftOutText(turn, conversation), Tone::Neutral};
}

} // namespace

TurnNote noteOf(const Turn &turn, const Conversation &conversation, const TurnQueue &queue,
                const QDateTime &now)
{
    const bool hasArrived = !turn.reply.isEmpty() || !turn.reasoning.isEmpty();
    switch (turn.state) {
    case TurnState::Failed:
    case TurnState::Interrupted:
        if (turn.error)
            return {failureText(turn, conversation, queue, now), Tone::Danger};
        return {hasArrived
                    ? ChatView::tr("Interrupted when Litedeck ended. What had arrived is kept.")
                    : ChatView::tr("Interrupted when Litedeck ended, before anything had arrived."),
                Tone::Warning};
    case TurnState::Stopped:
        return {hasArrived ? ChatView::tr("Stopped. What had arrived is kept.")
                           : ChatView::tr("Stopped before anything had arrived."),
                Tone::Neutral};
    case TurnState::Complete:
        return replyNote(turn, conversation);
    case TurnState::Pending:
    case TurnState::Streaming:
        return {leftOutText(turn, conversation), Tone::Neutral};
    }
    Q_UNREACHABLE();
}

Turn withFileNames(Turn turn)
{
    if (turn.attachments.isEmpty())
        return turn;
    QStringList names;
    for (const Attachment &attachment : turn.attachments)
        names += attachment.name;
    if (!turn.prompt.isEmpty())
        turn.prompt += u"\n\n"_s;
    //: %1 is a list of file names.
    turn.prompt += ChatView::tr("Attached: %1").arg(names.join(u", "_s));
    return turn;
}

} // namespace litedeck
