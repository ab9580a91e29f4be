// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <QHash>

#include <optional>

namespace litedeck {

/// How long models let wait for their last replies, as far as this run has seen them: those that
/// came, and those of the chats that were opened.
class ReplyTimes
{
public:
    /// What half of the replies took to begin; the quarters above and below are left out.
    struct Usual
    {
        Milliseconds from{0};
        Milliseconds to{0};
        bool comesWhole = false; ///< Replies of this server arrive in one piece.

        friend bool operator==(const Usual &, const Usual &) = default;
    };

    /// A turn counts once, and only when it is complete.
    void note(const Turn &turn);
    /// None for a model of which less than two replies were seen.
    std::optional<Usual> usual(const ModelAlias &model) const;

private:
    static constexpr qsizetype MostKept = 20; ///< Of each model.

    struct Seen
    {
        TurnId turn;
        Milliseconds wait;
        /// Whether it came in one piece; none for a reply too short to tell.
        std::optional<bool> wasWhole;
    };

    bool comesWhole() const;

    QHash<ModelAlias, QList<Seen>> m_seen;
};

} // namespace litedeck
