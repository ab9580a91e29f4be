// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/Account.h"
#include "widgets/Tone.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// What a team's status and credits together mean.
enum class TeamState : quint8 { Active, OutOfCredits, Suspended, Paused, Other };

/// The state of an account: out of credits only matters while the team may call at all.
TeamState stateOf(const Balance &balance);

/// What is said about a team, the same on its page and elsewhere.
class TeamWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::TeamWords)

public:
    /// A word or two; the server's own word when it is not one of ours.
    static QString state(const Balance &balance);
    static Tone tone(TeamState state);
    /// What the state means and whom to ask, in one or two sentences.
    static QString explanation(const Balance &balance);
    /// What a call takes from the balance, in one sentence.
    static QString budgetMode(const Balance &balance);
    /// When credits are added without anybody asking.
    static QString autoRefill(const Balance &balance);
    /// A type of the ledger, such as "deduction", in plain words; others as the server writes them.
    static QString transactionType(const QString &type);
};

/// Danger below a tenth of what was allocated, Warning below a quarter.
Tone creditsTone(const Balance &balance);

} // namespace litedeck
