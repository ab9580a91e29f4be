// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/MetricsModel.h"

#include "ui/words/Format.h"

#include <QLocale>

namespace litedeck {

MetricsModel::MetricsModel(const EndpointMetrics &metrics, QObject *parent)
    : TableModel(ColumnCount, parent, metrics.stats())
    , m_metrics(metrics)
{}

TableHeading MetricsModel::heading(int column) const
{
    switch (Column(column)) {
    case Endpoint:
        return {tr("Endpoint"), ColumnKind::Text};
    case Requests:
        return {tr("Requests"), ColumnKind::Number};
    case Errors:
        return {tr("Errors"), ColumnKind::Number};
    case ErrorRate:
        return {tr("Error rate"), ColumnKind::Number};
    case Average:
        return {tr("Average"), ColumnKind::Number};
    case P95:
        //: The 95th percentile of the latencies.
        return {tr("p95"), ColumnKind::Number};
    }
    Q_UNREACHABLE();
}

TableCell MetricsModel::cell(int row, int column) const
{
    const EndpointStats &stats = at(row);
    switch (Column(column)) {
    case Endpoint:
        return {.text = stats.endpoint, .toolTip = stats.endpoint};
    case Requests:
        return {.text = formatCount(stats.requests), .sortKey = stats.requests};
    case Errors:
        return {.text = formatCount(stats.errors), .sortKey = stats.errors};
    case ErrorRate:
        //: A share in percent, such as "12.5 %".
        return {.text = tr("%1 %").arg(QLocale().toString(stats.errorRate() * 100.0, 'f', 1)),
                .sortKey = stats.errorRate()};
    case Average:
        return {.text = formatDuration(stats.averageLatency),
                .sortKey = qint64(stats.averageLatency.count())};
    case P95:
        return {.text = formatDuration(stats.p95Latency),
                .sortKey = qint64(stats.p95Latency.count())};
    }
    Q_UNREACHABLE();
}

void MetricsModel::refresh()
{
    mergeRows(m_metrics.stats(), &EndpointStats::endpoint);
}

} // namespace litedeck
