// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/EndpointMetrics.h"

#include <QAbstractTableModel>

namespace litedeck {

/// EndpointMetrics as a table, one endpoint a row; refresh() changes only what differs.
class MetricsModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricsModel)

public:
    enum Column { Endpoint, Requests, Errors, ErrorRate, Average, P95, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    /// `metrics` outlives the model, which reads it now and at each refresh().
    explicit MetricsModel(const EndpointMetrics &metrics, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    void refresh();

private:
    QString display(const EndpointStats &stats, int column) const;
    QVariant sortKey(const EndpointStats &stats, int column) const;

    const EndpointMetrics &m_metrics;
    QList<EndpointStats> m_rows; ///< By endpoint, in alphabetical order.
};

} // namespace litedeck
