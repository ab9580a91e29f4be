// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/PlotTableModel.h"

namespace litedeck {

PlotTableModel::PlotTableModel(const QStringList &headers, QObject *parent)
    : TableModel(int(headers.size()), parent)
    , m_headers(headers)
{}

TableHeading PlotTableModel::heading(int column) const
{
    return {m_headers.at(column), column == 0 ? ColumnKind::Text : ColumnKind::Number};
}

TableCell PlotTableModel::cell(int row, int column) const
{
    return {.text = at(row).at(column)};
}

} // namespace litedeck
