// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/TurnTree.h"

#include <QSet>

#include <algorithm>

namespace litedeck::TurnTree {

namespace {

/// The indices of turns by what they follow, in the order of the list.
using Followers = QHash<TurnId, QList<qsizetype>>;

Followers followersIn(const QList<Turn> &turns)
{
    Followers followers;
    for (qsizetype i = 0; i < turns.size(); ++i)
        followers[turns.at(i).parent].append(i);
    return followers;
}

/// Which turns are not deleted or have such a turn after them.
QSet<TurnId> livingAmong(const QList<Turn> &turns)
{
    QSet<TurnId> living;
    for (auto turn = turns.crbegin(); turn != turns.crend(); ++turn) {
        if (turn->isDeleted && !living.contains(turn->id))
            continue;
        living.insert(turn->id);
        living.insert(turn->parent);
    }
    return living;
}

/// All turns, each one after the one that it follows.
QList<Turn> allOf(const Conversation &conversation)
{
    QList<Turn> all = conversation.turns + conversation.asides;
    std::stable_sort(all.begin(), all.end(),
                     [](const Turn &a, const Turn &b) { return a.order < b.order; });
    return all;
}

qint64 highestRank(const Conversation &conversation)
{
    qint64 highest = 0;
    for (const QList<Turn> *turns : {&conversation.turns, &conversation.asides}) {
        for (const Turn &turn : *turns)
            highest = std::max(highest, turn.rank);
    }
    return highest;
}

template <typename C>
auto findAnywhere(C &conversation, const TurnId &id) -> decltype(&conversation.turns.front())
{
    const auto isIt = [&id](const Turn &turn) { return turn.id == id; };
    for (auto *turns : {&conversation.turns, &conversation.asides}) {
        const auto found = std::find_if(turns->cbegin(), turns->cend(), isIt);
        if (found != turns->cend())
            return &(*turns)[found - turns->cbegin()];
    }
    return nullptr;
}

} // namespace

void arrange(Conversation &conversation, const QList<Turn> &all)
{
    const Followers followers = followersIn(all);
    const QSet<TurnId> living = livingAmong(all);
    QSet<qsizetype> shown;
    conversation.turns.clear();
    conversation.asides.clear();
    qsizetype at = -1;
    while (true) {
        qsizetype next = -1;
        for (const qsizetype index : followers.value(at < 0 ? TurnId() : all.at(at).id)) {
            const bool ranksHigher = next < 0 || all.at(index).rank >= all.at(next).rank;
            // What stands before what it follows is damaged, and would lead round in a circle.
            if (index > at && ranksHigher && living.contains(all.at(index).id))
                next = index;
        }
        if (next < 0)
            break;
        at = next;
        if (all.at(at).isDeleted)
            continue;
        shown.insert(at);
        conversation.turns.append(all.at(at));
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!shown.contains(i))
            conversation.asides.append(all.at(i));
    }
}

QHash<TurnId, VersionPlace> versions(const Conversation &conversation)
{
    QHash<TurnId, QList<TurnId>> others;
    for (const Turn &turn : allOf(conversation)) {
        if (!turn.isDeleted)
            others[turn.parent].append(turn.id);
    }
    QHash<TurnId, VersionPlace> places;
    for (const Turn &turn : conversation.turns) {
        const QList<TurnId> &siblings = others[turn.parent];
        if (siblings.size() < 2)
            continue;
        const qsizetype at = siblings.indexOf(turn.id);
        places.insert(turn.id, {.previous = siblings.value(at - 1),
                                .next = siblings.value(at + 1),
                                .number = static_cast<int>(at) + 1,
                                .count = static_cast<int>(siblings.size())});
    }
    return places;
}

QList<TurnId> show(Conversation &conversation, const TurnId &id)
{
    const qint64 rank = highestRank(conversation) + 1;
    QList<TurnId> ranked;
    for (Turn *turn = find(conversation, id); turn != nullptr;
         turn = find(conversation, turn->parent)) {
        turn->rank = rank;
        ranked.append(turn->id);
    }
    arrange(conversation, allOf(conversation));
    return ranked;
}

bool setDeleted(Conversation &conversation, const TurnId &id, bool deleted)
{
    Turn *turn = find(conversation, id);
    if (turn == nullptr)
        return false;
    turn->isDeleted = deleted;
    arrange(conversation, allOf(conversation));
    return true;
}

bool cutAfter(Conversation &conversation, const TurnId &id)
{
    QList<Turn> &shown = conversation.turns;
    TurnId last = id;
    // Above a deleted turn its own predecessor is shown. What is damaged may lead round in a
    // circle.
    for (qsizetype steps = conversation.asides.size(); steps > 0; --steps) {
        const Turn *hidden = placeOf(conversation, last) < 0 ? find(conversation, last) : nullptr;
        if (hidden == nullptr)
            break;
        last = hidden->parent;
    }
    const qsizetype kept = placeOf(conversation, last) + 1;
    if (kept == shown.size())
        return false;
    conversation.asides += shown.sliced(kept);
    shown.resize(kept);
    return true;
}

void add(Conversation &conversation, Turn turn, const TurnId &parent)
{
    turn.parent = parent;
    turn.rank = highestRank(conversation) + 1;
    turn.order = conversation.turns.size() + conversation.asides.size();
    cutAfter(conversation, parent);
    conversation.turns.append(std::move(turn));
}

qsizetype placeOf(const Conversation &conversation, const TurnId &id)
{
    const QList<Turn> &shown = conversation.turns;
    const auto found = std::find_if(shown.cbegin(), shown.cend(),
                                    [&id](const Turn &turn) { return turn.id == id; });
    return found == shown.cend() ? -1 : found - shown.cbegin();
}

const Turn *find(const Conversation &conversation, const TurnId &id)
{
    return findAnywhere(conversation, id);
}

Turn *find(Conversation &conversation, const TurnId &id)
{
    return findAnywhere(conversation, id);
}

} // namespace litedeck::TurnTree
