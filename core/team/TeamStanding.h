// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/server/Account.h"

namespace litedeck {

/// What a team's status and credits together mean for its work.
enum class TeamState : quint8 {
    Unknown, ///< Nobody has said.
    Active,
    OutOfCredits, ///< Active without credits: the server may run jobs, but cannot charge them.
    Suspended,
    Paused,
    Other, ///< A status that we do not know; the server refuses all but "active".
};

/// The state of an account: out of credits only matters while the team may call at all.
TeamState stateOf(const Account &account);

/// Whether the team may work, and how we know; each function gives what follows from one event.
struct TeamStanding
{
    /// Where a standing comes from; an account's word counts more than what calls met.
    enum class Source : quint8 { None, Memory, Account, Refusal };

    TeamState state = TeamState::Unknown;
    Source source = Source::None;
    QDateTime since; ///< When this state was first met, in UTC.

    /// Whether calls are held back: the state is known, and it is not active.
    bool holds() const { return state != TeamState::Active && state != TeamState::Unknown; }
    /// Whether it was this run that found the state.
    bool isFresh() const { return source == Source::Account || source == Source::Refusal; }

    /// The account as the server told it just now.
    TeamStanding afterAnswer(const Account &account, const QDateTime &now) const;
    /// The account as an earlier run knew it; only counts while nothing else is known.
    TeamStanding afterMemory(const Account &account, const QDateTime &then) const;
    /// A call was refused: suspended, paused and out of credits are believed when the text said so.
    TeamStanding afterRefusal(const Error &error, const QDateTime &now) const;

    friend bool operator==(const TeamStanding &, const TeamStanding &) = default;
};

} // namespace litedeck
