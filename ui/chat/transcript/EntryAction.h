// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/WayOut.h"

#include <QHashFunctions>

namespace litedeck {

/// What can be done with a message by one press; either of the transcript's own, or a way out of
/// the message's error.
struct EntryAction
{
    enum class Kind : quint8 {
        ShowThoughts,
        HideThoughts,
        Copy,
        Edit,
        Delete,
        PreviousVersion,
        NextVersion,
        CompareVersions,
        Continue,
        Regenerate,
        ErrorDetails,
        JobDetails,
        TakeWayOut, ///< `way` says which.
    };
    using enum Kind;

    constexpr EntryAction(Kind action = Copy)
        : kind(action)
    {}
    constexpr EntryAction(WayOut out)
        : kind(TakeWayOut)
        , way(out)
    {}

    bool foldsThoughts() const { return kind == ShowThoughts || kind == HideThoughts; }

    Kind kind;
    WayOut way = {};

    friend bool operator==(const EntryAction &, const EntryAction &) = default;
    friend size_t qHash(const EntryAction &action, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, quint8(action.kind), quint8(action.way));
    }
};

} // namespace litedeck
