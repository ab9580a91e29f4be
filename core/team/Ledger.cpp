// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/Ledger.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace litedeck {

LineKind kindOf(const Transaction &line)
{
    const QString word = line.type.toLower();
    // What is taken without a job was taken by somebody's hand.
    if (word == "deduction"_L1 && !line.job.isEmpty())
        return LineKind::Charge;
    if (word == "refund"_L1)
        return LineKind::Refund;
    if (word == "allocation"_L1 || word.endsWith("_payment"_L1))
        return LineKind::CreditsAdded;
    return LineKind::Adjustment;
}

qint64 signedAmount(const Transaction &line)
{
    return line.after - line.before;
}

QString jobTypeOf(const Transaction &line)
{
    if (kindOf(line) != LineKind::Charge)
        return {};
    for (const QLatin1StringView begin :
         {"Streaming single-call job "_L1, "Single-call job "_L1, "Job "_L1}) {
        if (!line.reason.startsWith(begin))
            continue;
        const qsizetype end = line.reason.lastIndexOf(" completed"_L1);
        return end > begin.size() ? line.reason.sliced(begin.size(), end - begin.size())
                                  : QString();
    }
    return {};
}

QList<LedgerLine> mergedLedger(const QList<LedgerLine> &kept, const QList<Transaction> &newest)
{
    if (newest.isEmpty())
        return kept;
    QSet<QString> given;
    for (const Transaction &line : newest)
        given.insert(line.id);
    QList<LedgerLine> older;
    // Below a line that was kept before, nothing new is known.
    bool gapBelow = true;
    for (const LedgerLine &line : kept) {
        if (!given.contains(line.transaction.id))
            older += line;
        else if (line.transaction.id == newest.constLast().id)
            gapBelow = line.gapBelow;
    }
    if (older.isEmpty())
        gapBelow = false;
    QList<LedgerLine> merged;
    merged.reserve(newest.size() + older.size());
    qint64 place = (older.isEmpty() ? 0 : older.constFirst().place) + newest.size();
    for (const Transaction &line : newest)
        merged += {line, place--, false};
    merged.last().gapBelow = gapBelow;
    return merged + older;
}

bool LedgerAudit::addsUp() const
{
    return std::all_of(problems.cbegin(), problems.cend(), [](const LedgerProblem &problem) {
        return problem.kind == LedgerProblem::Kind::MissingLines;
    });
}

QList<LedgerProblem> balanceProblem(const Transaction &newest, qint64 remaining)
{
    if (remaining == newest.after)
        return {};
    return {{LedgerProblem::Kind::WrongBalance, newest.createdAt, newest.after, remaining}};
}

LedgerAudit auditLedger(const QList<LedgerLine> &lines, std::optional<qint64> remaining)
{
    using enum LedgerProblem::Kind;
    LedgerAudit audit;
    if (lines.isEmpty())
        return audit;
    if (remaining)
        audit.problems = balanceProblem(lines.constFirst().transaction, *remaining);
    bool isWhole = true;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const LedgerLine &line = lines.at(row);
        const Transaction &entry = line.transaction;
        if (isWhole)
            audit.since = entry.createdAt;
        const qint64 moved = std::abs(signedAmount(entry));
        const bool wrongWay = kindOf(entry) == LineKind::Charge && entry.after > entry.before;
        if (moved != std::abs(entry.amount) || wrongWay)
            audit.problems += {WrongAmount, entry.createdAt, moved, entry.amount};
        if (line.gapBelow)
            isWhole = false;
        const bool isOldest = row + 1 == lines.size();
        const qint64 before = isOldest ? entry.before : lines.at(row + 1).transaction.after;
        if (line.gapBelow || before != entry.before)
            audit.problems +=
                {line.gapBelow ? MissingLines : WrongChain, entry.createdAt, before, entry.before};
    }
    return audit;
}

QList<BalancePoint> dailyBalance(const QList<LedgerLine> &lines, const QDateTime &since,
                                 const QDateTime &now, int mostDays)
{
    QList<BalancePoint> points;
    if (lines.isEmpty())
        return points;
    QDateTime end = std::max(now, lines.constFirst().transaction.createdAt);
    qsizetype row = 0;
    for (int day = 0; day <= mostDays && end >= since; ++day, end = end.addDays(-1)) {
        while (row < lines.size() && lines.at(row).transaction.createdAt > end)
            ++row;
        if (row == lines.size())
            break;
        points.prepend({end, lines.at(row).transaction.after});
    }
    return points;
}

} // namespace litedeck
