// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/TurnNote.h"

#include "core/chat/TurnQueue.h"
#include "core/conversation/ChatContext.h"
#include "core/gateway/FinishReason.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::TurnNote)
};

QString leftOutText(const Turn &turn, const Conversation &conversation)
{
    const QList<Turn> earlier = conversation.turns.first(firstSent(conversation, turn));
    // A prompt without a reply is never sent along.
    const auto exchanges = std::count_if(earlier.cbegin(), earlier.cend(),
                                         [](const Turn &t) { return !t.reply.isEmpty(); });
    if (exchanges == 0)
        return {};
    return Text::tr("Sent without the %n oldest message(s) of this chat.", nullptr,
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

/// The provider's own word, which is short unless somebody means ill.
QString wordOf(const Turn &turn)
{
    constexpr qsizetype LongestWord = 60;
    return turn.finishReason.left(LongestWord);
}

/// What is to be said of a reply that came whole and without a word.
TurnNote emptyNote(const Turn &turn)
{
    switch (finishReasonOf(turn.finishReason)) {
    case FinishReason::Stop:
        return {turn.reasoning.isEmpty()
                    ? Text::tr("The reply is empty: the model ended it without a word.")
                    : Text::tr("The reply is empty: the model reasoned and then gave none."),
                Tone::Warning};
    case FinishReason::Length:
        return {Text::tr("The reply is empty: the model reached its limit of length before the "
                         "first word."),
                Tone::Warning};
    case FinishReason::ToolCalls:
        // The server drops calls of tools from replies in one piece.
        return {Text::tr("The model called a tool instead of answering, and the server did "
                         "not pass the call on."),
                Tone::Warning};
    case FinishReason::Filtered:
        //: %1 is the provider's own word, such as "content_filter" or "SAFETY".
        return {Text::tr("The provider's content policy held the reply back (%1). Put it in "
                         "other words, or choose another model.")
                    .arg(wordOf(turn)),
                Tone::Warning};
    case FinishReason::Error:
        //: %1 is the provider's own word, such as "error".
        return {Text::tr("The reply is empty: the provider failed (%1).").arg(wordOf(turn)),
                Tone::Danger};
    case FinishReason::Other:
        //: %1 is the provider's own word for why a reply ended.
        return {Text::tr("The reply is empty: the provider ended it (%1).").arg(wordOf(turn)),
                Tone::Warning};
    }
    Q_UNREACHABLE();
}

/// What is to be said of how the text of a reply ended.
TurnNote endNote(const Turn &turn)
{
    switch (finishReasonOf(turn.finishReason)) {
    case FinishReason::Stop:
    case FinishReason::ToolCalls:
        return {};
    case FinishReason::Length:
        return {Text::tr("The reply reached its limit of length. Continue asks for the rest in "
                         "a new call."),
                Tone::Warning};
    case FinishReason::Filtered:
        //: %1 is the provider's own word, such as "content_filter" or "SAFETY".
        return {
            Text::tr("The provider's content policy ended the reply here (%1).").arg(wordOf(turn)),
            Tone::Warning};
    case FinishReason::Error:
        //: %1 is the provider's own word, such as "error".
        return {Text::tr("The provider failed and ended the reply here (%1). Continue asks for "
                         "the rest in a new call.")
                    .arg(wordOf(turn)),
                Tone::Danger};
    case FinishReason::Other:
        //: %1 is the provider's own word for why a reply ended.
        return {Text::tr("The provider ended the reply (%1).").arg(wordOf(turn)), Tone::Neutral};
    }
    Q_UNREACHABLE();
}

/// What is to be said of a reply that came whole.
TurnNote replyNote(const Turn &turn, const Conversation &conversation)
{
    TurnNote note = turn.reply.isEmpty() ? emptyNote(turn) : endNote(turn);
    QStringList lines{note.text, leftOutText(turn, conversation)};
    if (turn.reply.isEmpty() && turn.cost.credits.value > 0)
        //: %1 is an amount such as "1 credit".
        lines[0] += u' ' + Text::tr("It cost %1.").arg(formatCredits(turn.cost.credits.value));
    lines.removeAll(QString());
    note.text = lines.join(u'\n');
    return note;
}

/// What is to be said of a reply that the user stopped.
QString stoppedText(const Turn &turn, const Conversation &conversation)
{
    const bool hasArrived = !turn.reply.isEmpty() || !turn.reasoning.isEmpty();
    const QString stopped = hasArrived ? Text::tr("Stopped. What had arrived is kept.")
                                       : Text::tr("Stopped before anything had arrived.");
    // Nobody can take a call back from the gateway.
    const bool isSettled = turn.cost.credits.isKnown() || turn.cost.cost.isKnown();
    if (isSettled)
        return stopped;
    const QString rest =
        conversation.settings.billing == Billing::PerMessage
            ? Text::tr("The gateway may finish it, and its credit may still be taken.")
            : Text::tr("The gateway may finish it, and it then counts when the chat is charged.");
    return stopped + u' ' + rest;
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
                    ? Text::tr("Interrupted when Litedeck ended. What had arrived is kept.")
                    : Text::tr("Interrupted when Litedeck ended, before anything had arrived."),
                Tone::Warning};
    case TurnState::Stopped:
        return {stoppedText(turn, conversation), Tone::Neutral};
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
    turn.prompt += Text::tr("Attached: %1").arg(names.join(u", "_s));
    return turn;
}

} // namespace litedeck
