// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Account.h"
#include "core/team/Ledger.h"
#include "core/team/TeamStanding.h"
#include "ui/widgets/Tone.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// What is said about a team, the same on its page and elsewhere.
class TeamWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::TeamWords)

public:
    /// What is said of a state of the team.
    struct OfState
    {
        QString name =
            {}; ///< As state() has it; empty for one that only the server has a word for.
        QString icon;
        Tone tone;
        QString explanation; ///< What it means and whom to ask, in one or two sentences.
        QString hold = {};   ///< Why sending is held, in a sentence or two; empty when it is not.
    };

    /// A word or two for the middle of a sentence, such as "out of credits"; the server's own
    /// `word` when it is not one of ours. `bound` is what binds first: its unit chooses the words.
    static QString state(TeamState state, const QString &word, const Allowance &bound = {});
    /// The same standing alone, such as "Out of credits".
    static QString stateTitle(TeamState state, const QString &word, const Allowance &bound = {});
    /// "Team status: out of credits".
    static QString status(TeamState state, const QString &word, const Allowance &bound = {});
    /// All that is said of a state.
    static OfState of(TeamState state, const Allowance &bound = {});
    /// What a call takes from the balance, in one sentence.
    static QString chargeRule(const ChargeRule &rule);
    /// What the next call will take, in a sentence or two.
    static QString nextCall(const ChargeRule &rule);
    /// When credits are added without anybody asking.
    static QString autoRefill(const Refill &refill);
    /// A type of the ledger, such as "deduction", in plain words; others as the server writes them.
    static QString transactionType(const QString &type);
    /// What the ledger's audit found, in a few sentences; empty when it found nothing.
    static QString audit(const LedgerAudit &audit);

private:
    /// Of a team or key that is out of money.
    static OfState ofBudgetUsedUp(const Allowance &bound);
    /// Of a key that is blocked, itself or with its team.
    static OfState ofBlocked();
};

} // namespace litedeck
