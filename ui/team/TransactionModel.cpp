// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/TransactionModel.h"

#include "core/base/Background.h"
#include "ui/widgets/Tone.h"
#include "ui/widgets/ToolTipText.h"
#include "ui/words/Format.h"
#include "ui/words/TeamWords.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

bool isNumber(int column)
{
    return column == TransactionModel::Amount || column == TransactionModel::After;
}

} // namespace

TransactionModel::TransactionModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

int TransactionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int TransactionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TransactionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Transaction &line = transactionAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), index.column());
    case Qt::ToolTipRole:
        if (index.column() == Job && !line.job.isEmpty())
            return plainToolTip(line.job.value);
        return index.column() == Reason ? QVariant(plainToolTip(line.reason)) : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                        : QVariant();
    case JobIdRole:
        return line.job.value;
    case ToneRole:
        return int(signedAmount(line) > 0 ? Tone::Success : Tone::Neutral);
    default:
        return {};
    }
}

QVariant TransactionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Type:
        return tr("What");
    case Amount:
        return tr("Credits");
    case After:
        return tr("Balance");
    case Reason:
        return tr("Reason");
    case Job:
        return tr("Job");
    default:
        return {};
    }
}

QVariant TransactionModel::display(int row, int column) const
{
    const Transaction &line = transactionAt(row);
    switch (column) {
    case Time:
        return formatTime(line.createdAt);
    case Type:
        return TeamWords::transactionType(line.type);
    case Amount:
        return formatSigned(signedAmount(line));
    case After: {
        const auto balance = balanceAfter(m_lines, row);
        return balance ? formatCount(*balance) : u"–"_s;
    }
    case Reason:
        return line.reason;
    case Job:
        return line.job.isEmpty() ? u"–"_s : shortId(line.job.value);
    default:
        return {};
    }
}

void TransactionModel::setLines(const QList<LedgerLine> &lines, qsizetype untouched)
{
    if (lines.isSharedWith(m_lines))
        return;
    const qsizetype before = m_lines.size() - untouched;
    const qsizetype after = lines.size() - untouched;
    if (before == 0) {
        // The usual case, also for very long ledgers: what was there stays, new ones come on top.
        if (after > 0)
            beginInsertRows({}, 0, int(after) - 1);
        releaseInBackground(std::exchange(m_lines, lines));
        if (after > 0)
            endInsertRows();
        // The line above one of payments tells what they left.
        for (qsizetype row = after; row < m_lines.size() && isPayment(transactionAt(int(row)));
             ++row)
            emit dataChanged(index(int(row), After), index(int(row), After));
        return;
    }
    QSet<QString> wanted;
    for (qsizetype row = 0; row < after; ++row)
        wanted.insert(lines.at(row).transaction.id);
    qsizetype left = before;
    for (qsizetype row = before - 1; row >= 0; --row) {
        if (wanted.contains(m_lines.at(row).transaction.id))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_lines.removeAt(row);
        endRemoveRows();
        --left;
    }
    for (qsizetype row = 0; row < after; ++row) {
        const LedgerLine &line = lines.at(row);
        if (row < left && m_lines.at(row).transaction.id == line.transaction.id) {
            const bool isChanged = m_lines.at(row).transaction != line.transaction;
            m_lines[row] = line;
            if (isChanged)
                emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
            continue;
        }
        beginInsertRows({}, int(row), int(row));
        m_lines.insert(row, line);
        endInsertRows();
        ++left;
    }
    // Lines that changed their place were inserted anew; what they left behind comes after them.
    if (left > after) {
        beginRemoveRows({}, int(after), int(left) - 1);
        m_lines.remove(after, left - after);
        endRemoveRows();
    }
}

} // namespace litedeck
