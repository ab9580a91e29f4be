// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/server/ChargeRule.h"
#include "core/server/Model.h"

#include <QList>

#include <optional>

namespace litedeck {

// How many credits the server takes: complete_job() and its like in its src/saas_api.py.

/// Whole credits that a finished job takes when this is booked for its calls, at least one. Empty
/// when the server did not say how they are counted, or counts by a cost that is not known.
std::optional<qint64> creditsFor(const ChargeRule &charges, qint64 tokens,
                                 const std::optional<Usd> &cost);

/// How a message is charged that is a job of its own.
struct MessagePrice
{
    enum class Rule : quint8 {
        Unknown, ///< The server did not say how credits are counted.
        Flat,    ///< `credits` a message, whatever its length.
        BySize,  ///< As creditsFor() says, for what goes out and what comes back.
    };

    /// So many charges have to agree before they count.
    static constexpr qsizetype LeastCharges = 2;

    Rule rule = Rule::Unknown;
    qint64 credits = 0;
    bool isLearned = false; ///< From what the newest messages took.

    friend bool operator==(const MessagePrice &, const MessagePrice &) = default;
};

/// What a message with this model costs. The server books no tokens for a streamed reply, except
/// those that Fireworks tells by itself, and never a cost for a single call, so that most take the
/// least there is. `lately` is what the newest such messages took, the newest first: where the rule
/// is not known, or says something else, they are believed.
MessagePrice messagePrice(const ChargeRule &charges, const std::optional<Model> &model,
                          bool isStreamed, const QList<qint64> &lately);

} // namespace litedeck
