// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/MetricsModel.h"

#include "ui/words/Format.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace litedeck {

MetricsModel::MetricsModel(const EndpointMetrics &metrics, QObject *parent)
    : QAbstractTableModel(parent)
    , m_metrics(metrics)
    , m_rows(metrics.stats())
{}

int MetricsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MetricsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MetricsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EndpointStats &stats = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(stats, index.column());
    case Qt::ToolTipRole:
        return index.column() == Endpoint ? QVariant(stats.endpoint) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Endpoint
                   ? QVariant()
                   : QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    case SortRole:
        return sortKey(stats, index.column());
    default:
        return {};
    }
}

QString MetricsModel::display(const EndpointStats &stats, int column) const
{
    switch (Column(column)) {
    case Endpoint:
        return stats.endpoint;
    case Requests:
        return formatCount(stats.requests);
    case Errors:
        return formatCount(stats.errors);
    case ErrorRate:
        //: A share in percent, such as "12.5 %".
        return tr("%1 %").arg(QLocale().toString(stats.errorRate() * 100.0, 'f', 1));
    case Average:
        return formatDuration(stats.averageLatency);
    case P95:
        return formatDuration(stats.p95Latency);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MetricsModel::sortKey(const EndpointStats &stats, int column) const
{
    switch (Column(column)) {
    case Endpoint:
        return stats.endpoint;
    case Requests:
        return stats.requests;
    case Errors:
        return stats.errors;
    case ErrorRate:
        return stats.errorRate();
    case Average:
        return qint64(stats.averageLatency.count());
    case P95:
        return qint64(stats.p95Latency.count());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MetricsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != Endpoint)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Endpoint:
        return tr("Endpoint");
    case Requests:
        return tr("Requests");
    case Errors:
        return tr("Errors");
    case ErrorRate:
        return tr("Error rate");
    case Average:
        return tr("Average");
    case P95:
        //: The 95th percentile of the latencies.
        return tr("p95");
    case ColumnCount:
        break;
    }
    return {};
}

void MetricsModel::refresh()
{
    const QList<EndpointStats> now = m_metrics.stats();
    int row = 0;
    for (const EndpointStats &stats : now) {
        while (row < m_rows.size() && m_rows.at(row).endpoint < stats.endpoint) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
        if (row == m_rows.size() || m_rows.at(row).endpoint != stats.endpoint) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, stats);
            endInsertRows();
        } else if (m_rows.at(row) != stats) {
            m_rows[row] = stats;
            emit dataChanged(index(row, Requests), index(row, ColumnCount - 1));
        }
        ++row;
    }
    if (row < m_rows.size()) {
        beginRemoveRows({}, row, int(m_rows.size()) - 1);
        m_rows.remove(row, m_rows.size() - row);
        endRemoveRows();
    }
}

} // namespace litedeck
