// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/LedgerTable.h"

#include "core/base/Utc.h"
#include "core/store/Database.h"
#include "core/store/Query.h"

namespace litedeck::LedgerTable {

using namespace Qt::StringLiterals;

namespace {

StoreResult<> saveLine(const Database &database, const TeamId &team, const LedgerLine &line)
{
    Query query(database,
                uR"(INSERT OR REPLACE INTO ledger_lines(team_id, line_id, place, gap_below,
                              job_id, type, amount, balance_before, balance_after, reason, created_at)
                              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s);
    const Transaction &entry = line.transaction;
    return query.bind(team.value)
        .bind(entry.id)
        .bind(line.place)
        .bind(qint64(line.gapBelow))
        .bind(entry.job.value)
        .bind(entry.type)
        .bind(entry.amount)
        .bind(entry.before)
        .bind(entry.after)
        .bind(entry.reason)
        .bind(qint64(entry.createdAt.toMSecsSinceEpoch()))
        .run();
}

LedgerLine readLine(const Query &row)
{
    return {.transaction = {.id = row.text(0),
                            .job = {row.text(3)},
                            .type = row.text(4),
                            .amount = row.number(5),
                            .before = row.number(6),
                            .after = row.number(7),
                            .reason = row.text(8),
                            .createdAt = QDateTime::fromMSecsSinceEpoch(row.number(9), Utc)},
            .place = row.number(1),
            .gapBelow = row.number(2) != 0};
}

} // namespace

StoreResult<> save(const Database &database, const TeamId &team, const QList<LedgerLine> &lines)
{
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const LedgerLine &line : lines) {
        if (auto saved = saveLine(database, team, line); !saved)
            return saved;
    }
    return transaction.commit();
}

StoreResult<QList<LedgerLine>> load(const Database &database, const TeamId &team)
{
    QList<LedgerLine> lines;
    Query query(database, uR"(SELECT line_id, place, gap_below, job_id, type, amount,
                                     balance_before, balance_after, reason, created_at
                              FROM ledger_lines WHERE team_id = ? ORDER BY place DESC)"_s);
    const auto read =
        query.bind(team.value).forEach([&lines](const Query &row) { lines += readLine(row); });
    if (!read)
        return Unexpected{read.error()};
    return lines;
}

} // namespace litedeck::LedgerTable
