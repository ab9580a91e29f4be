// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/diagnostics/RequestLog.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QString>

namespace litedeck {

/// The metrics of one endpoint (row A19 of the error guide).
struct EndpointStats
{
    QString endpoint; ///< "POST /api/jobs/{id}/llm-call"
    qint64 requests = 0;
    qint64 errors = 0;
    Milliseconds averageLatency{0};
    Milliseconds p95Latency{0}; ///< Of the newest EndpointMetrics::Window requests.

    double errorRate() const
    {
        return requests > 0 ? static_cast<double>(errors) / static_cast<double>(requests) : 0.0;
    }
    friend bool operator==(const EndpointStats &, const EndpointStats &) = default;
};

/// Counts every attempt by endpoint.
class EndpointMetrics : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndpointMetrics)

public:
    /// How many latencies an endpoint keeps for its percentile.
    static constexpr qsizetype Window = 1'000;

    /// `log` outlives the metrics.
    explicit EndpointMetrics(const RequestLog &log, QObject *parent = nullptr);

    /// By endpoint, in alphabetical order.
    QList<EndpointStats> stats() const;
    void reset();

signals:
    void changed();

private:
    void record(const RequestLogEntry &entry);

    struct Series
    {
        qint64 requests = 0;
        qint64 errors = 0;
        Milliseconds total{0};
        QList<Milliseconds> latencies; ///< The newest ones, in no order.
    };

    QMap<QString, Series> m_series;
};

} // namespace litedeck
