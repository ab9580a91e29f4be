// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace litedeck {

/// Whether a key may see something, or why it may not.
enum class Sight : quint8 {
    Granted,
    CallsOnly,    ///< The key is for calls of models and nothing else.
    NobodysKey,   ///< The key belongs to no user, and only users have requests to see.
    NotPermitted, ///< An administrator has not allowed it to the team.
    NotThere,     ///< There is nothing to see, such as a team of a key outside of teams.
};

/// What a key may see besides calling models; servers without such differences grant all.
struct KeySight
{
    Sight budgets = Sight::Granted;
    Sight requests = Sight::Granted;     ///< The user's own, and what they cost by day.
    Sight teamRequests = Sight::Granted; ///< Those of everybody in the team.

    friend bool operator==(const KeySight &, const KeySight &) = default;
};

} // namespace litedeck
