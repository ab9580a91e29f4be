// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/TransactionModel.h"

#include "core/base/Background.h"
#include "ui/words/Format.h"
#include "ui/words/TeamWords.h"

using namespace Qt::StringLiterals;

namespace litedeck {

TransactionModel::TransactionModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{}

TableHeading TransactionModel::heading(int column) const
{
    switch (Column(column)) {
    case Time:
        return {tr("Time"), ColumnKind::Text};
    case Type:
        return {tr("What"), ColumnKind::Text};
    case Amount:
        return {tr("Credits"), ColumnKind::Number};
    case After:
        return {tr("Balance"), ColumnKind::Number};
    case Reason:
        return {tr("Reason"), ColumnKind::Text};
    case Job:
        return {tr("Job"), ColumnKind::Text};
    }
    Q_UNREACHABLE();
}

TableCell TransactionModel::cell(int row, int column) const
{
    const Transaction &line = transactionAt(row);
    switch (Column(column)) {
    case Time:
        return {.text = formatTime(line.createdAt)};
    case Type:
        return {.text = TeamWords::transactionType(line.type)};
    case Amount: {
        const qint64 amount = signedAmount(line);
        return {.text = formatSigned(amount),
                .tone = amount > 0 ? std::optional(Tone::Success) : std::nullopt};
    }
    case After: {
        const auto balance = balanceAfter(rows(), row);
        return {.text = balance ? formatCount(*balance) : u"–"_s};
    }
    case Reason:
        return {.text = line.reason, .toolTip = line.reason};
    case Job:
        return {.text = line.job.isEmpty() ? u"–"_s : shortId(line.job.value),
                .toolTip = line.job.value};
    }
    Q_UNREACHABLE();
}

QVariant TransactionModel::rowData(int row, int role) const
{
    return role == JobIdRole ? QVariant(transactionAt(row).job.value) : QVariant();
}

void TransactionModel::setLines(const QList<LedgerLine> &lines, qsizetype untouched)
{
    if (lines.isSharedWith(rows()))
        return;
    if (rowCount() > untouched) {
        const auto idOf = [](const LedgerLine &line) { return line.transaction.id; };
        mergeRows(lines, idOf, untouched);
        return;
    }
    // The usual case, also for very long ledgers: what was there stays, new ones come on top.
    releaseInBackground(replaceFront(lines));
    // The line above one of payments tells what they left.
    for (auto row = int(lines.size() - untouched);
         row < rowCount() && isPayment(transactionAt(row)); ++row)
        tellChanged(row, row);
}

} // namespace litedeck
