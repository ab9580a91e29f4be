// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CellModel.h"

#include "ui/widgets/ToolTipText.h"

namespace litedeck {

namespace {

QVariant alignment(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Text:
        return {};
    case ColumnKind::Number:
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    Q_UNREACHABLE();
}

/// An empty text would hide the tool tip of the whole table.
QVariant orNothing(const QString &toolTip)
{
    return toolTip.isEmpty() ? QVariant() : toolTip;
}

QVariant toolTipOf(const TableCell &cell)
{
    return orNothing(plainToolTip(cell.explained ? cell.explained() : cell.toolTip));
}

} // namespace

CellModel::CellModel(int columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(columns)
{}

int CellModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant CellModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, column).text;
    case Qt::AccessibleTextRole:
        return cell(row, column).aloud();
    case Qt::ToolTipRole:
        return toolTipOf(cell(row, column));
    case Qt::TextAlignmentRole:
        return alignment(heading(column).kind);
    case ToneRole: {
        const std::optional<Tone> tone = cell(row, column).tone;
        return tone ? QVariant(int(*tone)) : QVariant();
    }
    case SortRole: {
        const TableCell told = cell(row, column);
        return told.sortKey.isValid() ? told.sortKey : told.text;
    }
    default:
        return role >= FirstRowRole ? rowData(row, role) : QVariant();
    }
}

QVariant CellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return heading(section).text;
    case Qt::ToolTipRole:
        return orNothing(heading(section).toolTip);
    case Qt::TextAlignmentRole:
        return alignment(heading(section).kind);
    default:
        return {};
    }
}

QVariant CellModel::rowData(int /*row*/, int /*role*/) const
{
    return {};
}

void CellModel::tellChanged(int first, int last)
{
    emit dataChanged(index(first, 0), index(last, m_columns - 1));
}

} // namespace litedeck
