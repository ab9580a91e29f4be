// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <QHash>

namespace litedeck {

/// The place of a shown turn among its versions, which are the turns that follow the same one.
struct VersionPlace
{
    TurnId previous; ///< Empty for the oldest version.
    TurnId next;     ///< Empty for the newest.
    int number = 1;  ///< Counts from 1, the oldest.
    int count = 1;

    friend bool operator==(const VersionPlace &, const VersionPlace &) = default;
};

/// A conversation's turns are a tree: to ask again or otherwise adds a version beside the old one,
/// and nothing is lost. What is shown goes from a first turn to an end, at each step by the version
/// that ranks highest. A deleted turn keeps its place, so that what follows it stays.
namespace TurnTree {

/// Sorts `all` turns, each of which comes after the one that it follows, into those that are shown
/// and the others.
void arrange(Conversation &conversation, const QList<Turn> &all);

/// The turns that are shown and have other versions.
QHash<TurnId, VersionPlace> versions(const Conversation &conversation);

/// Shows a turn, what it follows and what followed it last; returns the turns that were ranked
/// anew, which are none when there is no such turn.
QList<TurnId> show(Conversation &conversation, const TurnId &id);

/// Hides a turn, or brings it back; false when there is no such turn.
bool setDeleted(Conversation &conversation, const TurnId &id, bool deleted);

/// Shows nothing after a turn, or nothing at all for an empty one; false when it is the end
/// already. Makes room for a version that is about to be added. Of a turn that is not shown, such
/// as a deleted one, what comes before it counts.
bool cutAfter(Conversation &conversation, const TurnId &id);

/// Adds a turn after `parent`, as the version that is shown; `parent` is empty for a first turn.
void add(Conversation &conversation, Turn turn, const TurnId &parent);

/// The index of a shown turn; -1 when it is not shown.
qsizetype placeOf(const Conversation &conversation, const TurnId &id);

/// The turn, shown or not; null when there is none.
const Turn *find(const Conversation &conversation, const TurnId &id);
Turn *find(Conversation &conversation, const TurnId &id);

} // namespace TurnTree

} // namespace litedeck
