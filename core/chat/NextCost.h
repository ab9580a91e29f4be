// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/conversation/Conversation.h"
#include "core/team/CreditRules.h"

#include <optional>

namespace litedeck {

// What the next message takes, estimated before it is sent. The reply comes on top.

/// English text has about this many characters a token, by OpenAI's rule of thumb.
inline constexpr int CharactersPerToken = 4;
/// A flat number, as what an image takes depends on its size and on the model.
inline constexpr int TokensPerImage = 1000;

/// How much is sent.
struct SendSize
{
    qint64 characters = 0;
    qint64 images = 0;

    /// Estimated.
    qint64 tokens() const;
    friend SendSize operator+(const SendSize &a, const SendSize &b)
    {
        return {a.characters + b.characters, a.images + b.images};
    }
    friend bool operator==(const SendSize &, const SendSize &) = default;
};

SendSize sizeOf(const QString &text, const QList<Attachment> &attachments);
/// What goes along with the next message of a conversation, or with a new version of a turn.
SendSize contextSize(const Conversation &conversation, const TurnId &versionOf = {});

/// What a message takes, as far as it can be known before there is a reply.
struct NextCost
{
    /// How many credits are taken.
    enum class Credits : quint8 {
        Unknown,     ///< The server did not say how they are counted.
        Exactly,     ///< `credits`, when the reply has come.
        About,       ///< As Exactly, by the server's rule and what is sent.
        Lately,      ///< As Exactly, by what the newest messages took.
        WhenFinished ///< None now; the whole chat is charged when the user finishes it, and this
                     ///< message adds about `credits` to it, when that is more than one.
    };

    qint64 tokens = 0;       ///< Sent, without the reply.
    std::optional<Usd> cost; ///< Of those tokens; empty when the model's price is not known.
    Credits creditRule = Credits::Unknown;
    qint64 credits = 0;

    friend bool operator==(const NextCost &, const NextCost &) = default;
};

/// `price` is that of a message of its own.
NextCost nextCost(const SendSize &size, const std::optional<Model> &model,
                  const ChargeRule &charges, Billing billing, const MessagePrice &price);

} // namespace litedeck
