// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/Ledger.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

std::optional<qint64> balanceBefore(const QList<LedgerLine> &lines, qsizetype row)
{
    const Transaction &line = lines.at(row).transaction;
    if (!isPayment(line))
        return line.before;
    const auto after = balanceAfter(lines, row);
    return after ? std::optional(*after - signedAmount(line)) : std::nullopt;
}

/// By the word of a charge's reason.
ChargeRule::Kind ruleNamed(const QString &word)
{
    const QString mode = word.toLower();
    if (mode == "job_based"_L1)
        return ChargeRule::Kind::PerJob;
    if (mode == "consumption_usd"_L1)
        return ChargeRule::Kind::ByCost;
    if (mode == "consumption_tokens"_L1)
        return ChargeRule::Kind::ByTokens;
    return ChargeRule::Kind::Unknown;
}

} // namespace

LineKind kindOf(const Transaction &line)
{
    const QString word = line.type.toLower();
    // What is taken without a job was taken by somebody's hand.
    if (word == "deduction"_L1 && !line.job.isEmpty())
        return LineKind::Charge;
    if (word == "refund"_L1)
        return LineKind::Refund;
    if (word == "allocation"_L1 || isPayment(line))
        return LineKind::CreditsAdded;
    return LineKind::Adjustment;
}

bool isPayment(const Transaction &line)
{
    return line.type.endsWith("_payment"_L1, Qt::CaseInsensitive);
}

qint64 signedAmount(const Transaction &line)
{
    return isPayment(line) ? std::abs(line.amount) : line.after - line.before;
}

std::optional<qint64> balanceAfter(const QList<LedgerLine> &lines, qsizetype row)
{
    qint64 paid = 0;
    for (qsizetype older = row; older < lines.size(); ++older) {
        const LedgerLine &line = lines.at(older);
        if (!isPayment(line.transaction))
            return line.transaction.after + paid;
        paid += signedAmount(line.transaction);
        if (line.gapBelow)
            break;
    }
    qint64 paidLater = 0;
    for (qsizetype newer = row - 1; newer >= 0 && !lines.at(newer).gapBelow; --newer) {
        const Transaction &line = lines.at(newer).transaction;
        if (!isPayment(line))
            return line.before - paidLater;
        paidLater += signedAmount(line);
    }
    return std::nullopt;
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

std::optional<MessageCharge> messageChargeOf(const Transaction &line)
{
    static const QRegularExpression pattern(
        u"^(?:Streaming single|Single)-call job chat completed \\((\\w+) mode:"_s);
    if (kindOf(line) != LineKind::Charge)
        return std::nullopt;
    const QRegularExpressionMatch match = pattern.match(line.reason);
    if (!match.hasMatch())
        return std::nullopt;
    return MessageCharge{line.job, ruleNamed(match.captured(1)), -signedAmount(line)};
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

QList<LedgerProblem> balanceProblem(const QList<LedgerLine> &lines, qint64 remaining)
{
    const auto after = lines.isEmpty() ? std::nullopt : balanceAfter(lines, 0);
    if (!after || *after == remaining)
        return {};
    return {{LedgerProblem::Kind::WrongBalance, lines.constFirst().transaction.createdAt, after,
             remaining}};
}

LedgerAudit auditLedger(const QList<LedgerLine> &lines, std::optional<qint64> remaining)
{
    using enum LedgerProblem::Kind;
    LedgerAudit audit;
    if (lines.isEmpty())
        return audit;
    if (remaining)
        audit.problems = balanceProblem(lines, *remaining);
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
        const auto expected = isOldest ? std::nullopt : balanceAfter(lines, row + 1);
        const auto before = balanceBefore(lines, row);
        if (line.gapBelow)
            audit.problems += {MissingLines, entry.createdAt, expected, before};
        else if (expected && !isPayment(entry) && *expected != entry.before)
            audit.problems += {WrongChain, entry.createdAt, expected, before};
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
        if (const auto credits = balanceAfter(lines, row))
            points.prepend({end, *credits});
    }
    return points;
}

} // namespace litedeck
