// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/TeamTables.h"

using namespace Qt::StringLiterals;

namespace litedeck {

ExportTable ledgerTable(const QList<LedgerLine> &lines)
{
    ExportTable table;
    table.names = {u"created_at"_s, u"type"_s,   u"credits"_s,
                   u"balance"_s,    u"reason"_s, u"job_id"_s};
    table.rows = lines.size();
    table.cells = [lines](qsizetype row) -> QVariantList {
        const Transaction &line = lines.at(row).transaction;
        const auto balance = balanceAfter(lines, row);
        return {line.createdAt,     line.type,
                signedAmount(line), balance ? QVariant(*balance) : QVariant(),
                line.reason,        line.job.isEmpty() ? QVariant() : QVariant(line.job.value)};
    };
    return table;
}

} // namespace litedeck
