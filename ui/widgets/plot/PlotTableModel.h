// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TableModel.h"

#include <QStringList>

namespace litedeck {

/// The table behind a plot: texts under fixed headers; all columns but the first are numbers.
class PlotTableModel : public TableModel<QStringList>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotTableModel)

public:
    explicit PlotTableModel(const QStringList &headers, QObject *parent = nullptr);

    /// Each row has as many texts as there are headers.
    using TableModel::setRows;

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;

private:
    const QStringList m_headers;
};

} // namespace litedeck
