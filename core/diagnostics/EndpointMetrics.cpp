// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/EndpointMetrics.h"

#include <algorithm>

namespace litedeck {

namespace {

/// The value below which 95 % lie, by the nearest rank as in the guide.
Milliseconds percentile95(QList<Milliseconds> latencies)
{
    if (latencies.isEmpty())
        return Milliseconds::zero();
    const qsizetype rank = std::min(latencies.size() * 95 / 100, latencies.size() - 1);
    std::nth_element(latencies.begin(), latencies.begin() + rank, latencies.end());
    return latencies.at(rank);
}

} // namespace

EndpointMetrics::EndpointMetrics(const RequestLog &log, QObject *parent)
    : QObject(parent)
{
    connect(&log, &RequestLog::entryAdded, this, &EndpointMetrics::record);
}

void EndpointMetrics::record(const RequestLogEntry &entry)
{
    // The endpoint never heard of it.
    if (entry.error == ErrorCategory::CircuitOpen)
        return;
    Series &series = m_series[entry.method + u' ' + entry.endpoint];
    if (series.latencies.size() < Window)
        series.latencies.append(entry.duration);
    else
        series.latencies[series.requests % Window] = entry.duration;
    ++series.requests;
    // What the user stopped is no failure of the server.
    if (entry.isFailure() && entry.error != ErrorCategory::Cancelled)
        ++series.errors;
    series.total += entry.duration;
    emit changed();
}

QList<EndpointStats> EndpointMetrics::stats() const
{
    QList<EndpointStats> list;
    for (auto it = m_series.cbegin(); it != m_series.cend(); ++it) {
        const Series &series = it.value();
        list.append({.endpoint = it.key(),
                     .requests = series.requests,
                     .errors = series.errors,
                     .averageLatency = series.total / series.requests,
                     .p95Latency = percentile95(series.latencies)});
    }
    return list;
}

void EndpointMetrics::reset()
{
    m_series.clear();
    emit changed();
}

} // namespace litedeck
