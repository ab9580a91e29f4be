// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace litedeck {

/// The table behind a plot: texts under fixed headers; all columns but the first are numbers.
class PlotTableModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotTableModel)

public:
    explicit PlotTableModel(const QStringList &headers, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Each row has as many texts as there are headers.
    void setRows(const QList<QStringList> &rows);

private:
    const QStringList m_headers;
    QList<QStringList> m_rows;
};

} // namespace litedeck
