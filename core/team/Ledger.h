// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/ChargeRule.h"
#include "core/server/LedgerLine.h"

#include <QList>

#include <optional>

namespace litedeck {

/// What a line of the ledger is about; only charges are use, all else comes from people.
enum class LineKind : quint8 { Charge, CreditsAdded, Refund, Adjustment };

LineKind kindOf(const Transaction &line);
/// Whether money was paid for credits. Such a line tells by its amount what it did, and by nothing
/// else: the server writes the credits that were ever allocated into its two balances, where all
/// other lines have those that remain (replenish_credits() in its src/api/credits.py).
bool isPayment(const Transaction &line);
/// What a line did to the balance; the server gives amounts without a sign.
qint64 signedAmount(const Transaction &line);
/// The job's type out of the reason of a charge ("Job summary completed (job_based mode: …)" in the
/// server's src/saas_api.py); empty when it does not say.
QString jobTypeOf(const Transaction &line);

/// What was taken for a message that was a job of its own.
struct MessageCharge
{
    JobId job;
    ChargeRule::Kind rule = ChargeRule::Kind::Unknown; ///< Of the team, at that time.
    qint64 credits = 0;

    friend bool operator==(const MessageCharge &, const MessageCharge &) = default;
};

/// Read out of the reason, which tells such jobs from others ("Streaming single-call job chat
/// completed (consumption_tokens mode: 1 credits)"); empty for any other line.
std::optional<MessageCharge> messageChargeOf(const Transaction &line);

/// The kept lines, the newest first, with the newest lines that the server just gave. Lines are
/// known by their id; an answer that does not reach down to what is kept leaves a gap.
QList<LedgerLine> mergedLedger(const QList<LedgerLine> &kept, const QList<Transaction> &newest);

/// The balance after a line, given a ledger with its newest line first. That of a payment follows
/// from the lines beside it, and is empty where those are missing.
std::optional<qint64> balanceAfter(const QList<LedgerLine> &lines, qsizetype row);

/// One place where the ledger does not tell the whole story.
struct LedgerProblem
{
    enum class Kind : quint8 {
        MissingLines, ///< Nobody asked in time; no fault of the ledger.
        WrongAmount,  ///< A line says another amount than its two balances do.
        WrongChain,   ///< A line begins with another balance than the one before it ended with.
        WrongBalance, ///< The newest line ends with another balance than the account has.
    };

    Kind kind = Kind::MissingLines;
    QDateTime at; ///< Of the line that follows; UTC.
    /// The balance or amount by the older line, or by the balances; empty when they do not tell.
    std::optional<qint64> expected;
    std::optional<qint64> found; ///< What the line or the account says; likewise.

    friend bool operator==(const LedgerProblem &, const LedgerProblem &) = default;
};

/// The ledger, checked line by line.
struct LedgerAudit
{
    QList<LedgerProblem> problems; ///< The newest first.
    QDateTime since;               ///< From here on no line is missing; invalid without lines.

    /// Whether something is wrong, which missing lines are not.
    bool addsUp() const;
    friend bool operator==(const LedgerAudit &, const LedgerAudit &) = default;
};

/// Whether the newest line ends with the account's balance; empty when it does, or when it does not
/// tell.
QList<LedgerProblem> balanceProblem(const QList<LedgerLine> &lines, qint64 remaining);

/// Adds the ledger up again. `remaining` is the account's balance at the time of the newest line,
/// when that is known.
LedgerAudit auditLedger(const QList<LedgerLine> &lines, std::optional<qint64> remaining);

/// The balance at one moment.
struct BalancePoint
{
    QDateTime at; ///< UTC.
    qint64 credits = 0;

    friend bool operator==(const BalancePoint &, const BalancePoint &) = default;
};

/// The balance at the end of each of the last days, counted back from `now`, the oldest first; days
/// before `since`, where lines may be missing, are left out. The last point is the newest line's.
QList<BalancePoint> dailyBalance(const QList<LedgerLine> &lines, const QDateTime &since,
                                 const QDateTime &now, int mostDays);

} // namespace litedeck
