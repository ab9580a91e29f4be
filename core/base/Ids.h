// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace litedeck {

/// A text id that cannot be mistaken for another kind of id.
template <typename Tag>
struct StrongId
{
    QString value;

    bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend bool operator<(const StrongId &a, const StrongId &b) { return a.value < b.value; }
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using TeamId = StrongId<struct TeamTag>;                 ///< The server's name of a team.
using JobId = StrongId<struct JobTag>;                   ///< The server's UUID of a job.
using CallId = StrongId<struct CallTag>;                 ///< The server's UUID of one LLM call.
using ModelAlias = StrongId<struct ModelTag>;            ///< What a request names as its model.
using ConversationId = StrongId<struct ConversationTag>; ///< Ours, a UUID.
using TurnId = StrongId<struct TurnTag>; ///< Ours, a UUID; also sent in job metadata.

} // namespace litedeck
