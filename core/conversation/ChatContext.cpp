// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/ChatContext.h"

#include "core/conversation/TurnTree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr qsizetype LongestTitle = 60;

/// After all others for a turn that is not there yet.
qsizetype placeOf(const Conversation &conversation, const Turn &turn)
{
    const qsizetype place = TurnTree::placeOf(conversation, turn.id);
    return place < 0 ? conversation.turns.size() : place;
}

/// How many deleted turns stand between two that are shown one after the other.
int deletedBetween(const Conversation &conversation, const TurnId &before, const Turn &turn)
{
    int count = 0;
    TurnId id = turn.parent;
    // What is damaged may lead round in a circle.
    while (id != before && count < conversation.asides.size()) {
        const Turn *hidden = TurnTree::find(conversation, id);
        if (hidden == nullptr)
            break;
        ++count;
        id = hidden->parent;
    }
    return count;
}

/// How many turns each shown one follows, deleted ones as well.
QList<int> depthsOf(const Conversation &conversation)
{
    QList<int> depths;
    TurnId before;
    int next = 0;
    for (const Turn &turn : conversation.turns) {
        next += deletedBetween(conversation, before, turn);
        depths.append(next++);
        before = turn.id;
    }
    depths.append(next);
    return depths;
}

} // namespace

qsizetype firstSent(const Conversation &conversation, const Turn &turn)
{
    if (turn.leftOut <= 0)
        return 0;
    const QList<int> depths = depthsOf(conversation);
    const auto end = depths.cbegin() + placeOf(conversation, turn);
    return std::lower_bound(depths.cbegin(), end, turn.leftOut) - depths.cbegin();
}

ChatRequest requestFor(const Conversation &conversation, const Turn &turn)
{
    ChatRequest request;
    request.model = turn.model;
    request.parameters = conversation.settings.parameters;
    if (!conversation.settings.systemPrompt.isEmpty())
        request.messages.append({u"system"_s, conversation.settings.systemPrompt});
    const qsizetype place = placeOf(conversation, turn);
    for (qsizetype i = firstSent(conversation, turn); i < place; ++i) {
        const Turn &earlier = conversation.turns.at(i);
        if (earlier.reply.isEmpty())
            continue;
        request.messages.append({u"user"_s, earlier.prompt, earlier.attachments});
        request.messages.append({u"assistant"_s, earlier.reply});
    }
    request.messages.append({u"user"_s, turn.prompt, turn.attachments});
    request.purpose = u"chat:turn-%1"_s.arg(place + 1) + purposeEnd(turn.id);
    return request;
}

QString purposeEnd(const TurnId &turn)
{
    return u':' + turn.value.left(8);
}

ChatRequest requestForNext(const Conversation &conversation, const TurnId &versionOf)
{
    Turn next;
    next.id = versionOf;
    next.model = conversation.model;
    const qsizetype place = placeOf(conversation, next);
    if (place > 0 && conversation.turns.at(place - 1).model == next.model)
        next.leftOut = conversation.turns.at(place - 1).leftOut;
    return requestFor(conversation, next);
}

int earlierMessages(const Conversation &conversation, const Turn &turn)
{
    const auto begin = conversation.turns.cbegin();
    const auto answered =
        std::count_if(begin + firstSent(conversation, turn), begin + placeOf(conversation, turn),
                      [](const Turn &earlier) { return !earlier.reply.isEmpty(); });
    return static_cast<int>(2 * answered);
}

int leftOutForHalf(const Conversation &conversation, const Turn &turn)
{
    const auto lengthOf = [&conversation](qsizetype i) {
        const Turn &earlier = conversation.turns.at(i);
        return earlier.reply.isEmpty() ? 0 : earlier.prompt.size() + earlier.reply.size();
    };
    const qsizetype place = placeOf(conversation, turn);
    const qsizetype before = firstSent(conversation, turn);
    qsizetype whole = 0;
    for (qsizetype i = before; i < place; ++i)
        whole += lengthOf(i);
    qsizetype first = place;
    for (qsizetype kept = 0; first > before; --first) {
        kept += lengthOf(first - 1);
        if (2 * kept > whole)
            break;
    }
    return depthsOf(conversation).at(first);
}

QString titleFrom(const QString &prompt)
{
    const QString line = prompt.simplified();
    if (line.size() <= LongestTitle)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', LongestTitle);
    return line.left(space > LongestTitle / 2 ? space : LongestTitle) + u'…';
}

} // namespace litedeck
