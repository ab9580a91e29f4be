// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/Exports.h"

#include "core/diagnostics/RequestRecord.h"
#include "core/exchange/TableExport.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck {

QByteArray metricsCsv(const QList<EndpointStats> &stats)
{
    QByteArray table = "endpoint,requests,errors,error_rate,average_ms,p95_ms\r\n";
    for (const EndpointStats &row : stats) {
        const QByteArrayList fields{csvText(row.endpoint),
                                    QByteArray::number(row.requests),
                                    QByteArray::number(row.errors),
                                    QByteArray::number(row.errorRate(), 'f', 4),
                                    QByteArray::number(qint64(row.averageLatency.count())),
                                    QByteArray::number(qint64(row.p95Latency.count()))};
        table += fields.join(',') + "\r\n";
    }
    return table;
}

QByteArray metricsJson(const QList<EndpointStats> &stats, const QDateTime &takenAt)
{
    QJsonArray endpoints;
    for (const EndpointStats &row : stats) {
        endpoints.append(
            QJsonObject{{u"endpoint"_s, row.endpoint},
                        {u"requests"_s, row.requests},
                        {u"errors"_s, row.errors},
                        {u"error_rate"_s, row.errorRate()},
                        {u"average_ms"_s, static_cast<qint64>(row.averageLatency.count())},
                        {u"p95_ms"_s, static_cast<qint64>(row.p95Latency.count())}});
    }
    return QJsonDocument(QJsonObject{{u"taken_at"_s, takenAt.toUTC().toString(Qt::ISODate)},
                                     {u"endpoints"_s, endpoints}})
        .toJson();
}

QByteArray requestLines(const QList<RequestLogEntry> &entries, const TeamId &team,
                        const Redactor &redactor)
{
    QByteArray lines;
    for (const RequestLogEntry &entry : entries)
        lines += jsonLine(requestRecord(entry, team), redactor);
    return lines;
}

} // namespace litedeck
