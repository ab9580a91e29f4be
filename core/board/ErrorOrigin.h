// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

namespace litedeck {

/// Where an error came from, so that acting on it finds its way back.
struct ErrorOrigin
{
    /// Ledger and Job are what the pages of the team and the jobs ask beside their main thing; each
    /// is a place of its own, since the one may work while the other fails.
    enum class Kind : quint8 { Turn, Conversation, Team, Ledger, Jobs, Job, Server };

    Kind kind = Kind::Server;
    ConversationId conversation;
    TurnId turn;

    static ErrorOrigin ofTurn(const ConversationId &conversation, const TurnId &turn)
    {
        return {.kind = Kind::Turn, .conversation = conversation, .turn = turn};
    }
    static ErrorOrigin ofConversation(const ConversationId &conversation)
    {
        return {.kind = Kind::Conversation, .conversation = conversation, .turn = {}};
    }

    friend bool operator==(const ErrorOrigin &, const ErrorOrigin &) = default;
};

} // namespace litedeck
