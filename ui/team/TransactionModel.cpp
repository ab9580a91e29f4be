// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/TransactionModel.h"

#include "team/Ledger.h"
#include "team/TeamWords.h"
#include "widgets/Format.h"
#include "widgets/Tone.h"

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
    const Transaction &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(line, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Job && !line.job.isEmpty())
            return line.job.value;
        return index.column() == Reason ? QVariant(line.reason.toHtmlEscaped()) : QVariant();
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

QVariant TransactionModel::display(const Transaction &line, int column) const
{
    switch (column) {
    case Time:
        return formatTime(line.createdAt);
    case Type:
        return TeamWords::transactionType(line.type);
    case Amount:
        return formatSigned(signedAmount(line));
    case After:
        return formatCount(line.after);
    case Reason:
        return line.reason;
    case Job:
        return line.job.isEmpty() ? u"–"_s : shortId(line.job.value);
    default:
        return {};
    }
}

bool TransactionModel::prependNew(const QList<Transaction> &transactions)
{
    const qsizetype added = transactions.size() - m_lines.size();
    if (added < 0 || !std::equal(m_lines.cbegin(), m_lines.cend(), transactions.cbegin() + added))
        return false;
    if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
        m_lines = transactions;
        endInsertRows();
    }
    return true;
}

void TransactionModel::setTransactions(const QList<Transaction> &transactions)
{
    if (prependNew(transactions))
        return;
    QSet<QString> wanted;
    for (const Transaction &line : transactions)
        wanted.insert(line.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (wanted.contains(m_lines.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_lines.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < transactions.size(); ++row) {
        const Transaction &line = transactions.at(row);
        if (row < rowCount() && m_lines.at(row).id == line.id) {
            if (m_lines.at(row) != line) {
                m_lines[row] = line;
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
            continue;
        }
        beginInsertRows({}, row, row);
        m_lines.insert(row, line);
        endInsertRows();
    }
    // Lines that changed their place were inserted anew; what they left behind is at the end.
    if (const int extra = rowCount() - int(transactions.size()); extra > 0) {
        beginRemoveRows({}, rowCount() - extra, rowCount() - 1);
        m_lines.resize(transactions.size());
        endRemoveRows();
    }
}

} // namespace litedeck
