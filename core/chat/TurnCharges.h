// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/server/Inquiry.h"

namespace litedeck {

/// Books on a turn what its calls took, each job once however often it is found.
namespace TurnCharges {

/// Takes over what was found of a call for the turn: of its last one as the cost of the reply, of
/// an earlier one as that of a reply that was lost.
void book(Turn &turn, const OpenCall &call, const CallFinding &finding);

/// Whether it is the last call for the turn, and not an earlier try.
bool isOfLastCall(const Turn &turn, const OpenCall &call, const CallFinding &finding = {});

/// Makes room for another try: what the last one took becomes that of a lost reply.
void putAside(Turn &turn);

/// Takes over what is known of a charge.
void take(TurnCost &cost, const Charge &charge);

/// What all lost replies of the turn took together; unknown when there is none.
Measured<qint64> lostCredits(const Turn &turn);
Measured<Usd> lostCost(const Turn &turn);

} // namespace TurnCharges

/// What asking once more for a turn without text can cost.
enum class AskingAgain : quint8 {
    CostsOnce,    ///< What went before took nothing.
    MayCostTwice, ///< Nobody knows yet what the last call took.
    CostsAgain,   ///< The last call was charged, and its reply is lost.
};

AskingAgain askingAgain(const Turn &turn);

} // namespace litedeck
