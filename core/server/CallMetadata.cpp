// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/CallMetadata.h"

namespace litedeck {

namespace {

constexpr QLatin1StringView CallKey("litedeck_call");
constexpr QLatin1StringView TurnKey("litedeck_turn");
constexpr QLatin1StringView ConversationKey("litedeck_conversation");

} // namespace

QJsonObject metadataOf(const OpenCall &call)
{
    return {{CallKey, call.callKey},
            {TurnKey, call.turn.value},
            {ConversationKey, call.conversation.value}};
}

OpenCall callIn(const QJsonObject &metadata, const QDateTime &createdAt)
{
    return {.callKey = metadata.value(CallKey).toString(),
            .conversation = {metadata.value(ConversationKey).toString()},
            .turn = {metadata.value(TurnKey).toString()},
            .sentAt = createdAt};
}

} // namespace litedeck
