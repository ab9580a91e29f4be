// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace litedeck::demo {

/// Which server the gateway plays.
enum class DemoKind : quint8 { SaasLiteLlm, LiteLlm };

/// Whose key it is, which decides what it may see.
enum class KeyOwner : quint8 {
    Member,   ///< Of a person in a team.
    Service,  ///< Of a team, and of no person.
    Solo,     ///< Of a person, and of no team.
    Nobody,   ///< Of neither.
    CallsOnly ///< A member's, with `key_type: llm_api`.
};

/// Why a key opens nothing, if so.
enum class KeyState : quint8 { Active, Blocked, Expired, TeamBlocked };

/// What kind of plain LiteLLM proxy is played, and what its key is like.
struct ProxyTraits
{
    KeyOwner owner = KeyOwner::Member;
    KeyState state = KeyState::Active;
    bool isOld = false;        ///< LiteLLM 1.81.16 instead of 1.108.7.
    bool isOverBudget = false; ///< The key has spent what it may until its reset.
    int requestsPerMinute = 0; ///< Limit of the key; 0 is none.
};

} // namespace litedeck::demo
