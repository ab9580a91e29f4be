// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/errors/Error.h"
#include "core/server/Charge.h"
#include "core/server/ChatRequest.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace litedeck {

/// Where a turn is in its life.
enum class TurnState : quint8 {
    Pending,     ///< Sent; no text yet (the real server is silent until the provider has finished).
    Streaming,   ///< Text is arriving.
    Complete,    ///< The reply came to its own end.
    Stopped,     ///< The user stopped it; the text so far is kept.
    Failed,      ///< It ended with an error before any text.
    Interrupted, ///< It ended with an error or a crash after some text, which is kept.
};

/// What a turn used and cost, each number with how it came to be known.
struct TurnCost
{
    Measured<qint64> promptTokens;
    Measured<qint64> completionTokens;
    Measured<qint64> totalTokens;
    Measured<Usd> cost;
    Measured<qint64> credits;
    Measured<Milliseconds> latency;         ///< From sending to the end.
    Measured<Milliseconds> timeToFirstText; ///< From sending to the first text.

    friend bool operator==(const TurnCost &, const TurnCost &) = default;
};

/// A prompt and its reply.
struct Turn
{
    TurnId id;
    TurnId parent;         ///< The turn that it follows; empty for a first one. See TurnTree.
    ModelAlias model;      ///< That was asked.
    ModelAlias answeredBy; ///< Another one, which the server asked when that failed; else empty.
    QString prompt;
    QList<Attachment> attachments; ///< Sent with the prompt.
    QString reply;                 ///< Markdown, as far as it has arrived.
    QString reasoning;             ///< What the model thought aloud, where the provider tells.
    QString finishReason;          ///< The provider's own word, such as "stop" or "end_turn".
    TurnState state = TurnState::Pending;
    int leftOut = 0; ///< Of the turns that it follows, how many first ones were not sent along;
                     ///< deleted ones count.
    QDateTime sentAt;
    QString callKey; ///< Of its last call, if that is a job of its own.
    JobId jobId;     ///< Empty until the job was found; a streamed answer never names it.
    TurnCost cost;
    QList<JobCharge> lost; ///< What other tries took whose replies were lost. See TurnCharges.
    std::optional<Error> error;
    qint64 order = 0;       ///< Its place in the order in which the turns were written.
    qint64 rank = 0;        ///< Of the versions of a turn, the one that ranks highest is shown.
    bool isDeleted = false; ///< Kept until the next start, so that deleting can be undone.

    /// The model that the reply is of, as far as is known.
    const ModelAlias &replier() const { return answeredBy.isEmpty() ? model : answeredBy; }
    friend bool operator==(const Turn &, const Turn &) = default;
};

/// How the calls of a conversation are booked.
enum class Billing : quint8 {
    PerMessage,      ///< Each message is a job of its own, charged when its reply has come.
    PerConversation, ///< All messages are calls of one job, charged when the user finishes it.
};

/// What a conversation is asked with, apart from its messages.
struct ChatSettings
{
    QString systemPrompt;
    ChatParameters parameters;
    Billing billing = Billing::PerMessage;

    friend bool operator==(const ChatSettings &, const ChatSettings &) = default;
};

/// A chat with its turns.
struct Conversation
{
    ConversationId id;
    QString title; ///< Made from the first message until the user renames it.
    QDateTime createdAt;
    QDateTime updatedAt;
    ModelAlias model; ///< For the next turn.
    ChatSettings settings;
    JobId openJob;              ///< The job that is to be finished; empty when none is.
    QString draft;              ///< What was written and not sent.
    bool hasDraftFiles = false; ///< Files wait to be sent with it.
    bool isPinned = false;
    bool isArchived = false;
    QList<Turn> turns;  ///< Those that are shown, oldest first.
    QList<Turn> asides; ///< Other versions and what follows them, and what was deleted.

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

} // namespace litedeck
