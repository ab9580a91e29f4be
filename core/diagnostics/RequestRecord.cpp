// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/RequestRecord.h"

#include "core/base/Redactor.h"
#include "core/conversation/StoredNames.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck {

/// For logs and exports.
template <>
struct StoredNames<WireEnd>
{
    static constexpr auto Otherwise = WireEnd::Complete;
    static constexpr StoredName<WireEnd> All[] = {
        {WireEnd::Complete, "complete"},
        {WireEnd::ConnectionRefused, "connection_refused"},
        {WireEnd::HostNotFound, "host_not_found"},
        {WireEnd::ProxyUnreachable, "proxy_unreachable"},
        {WireEnd::ProxyAuthentication, "proxy_authentication"},
        {WireEnd::TlsFailed, "tls_failed"},
        {WireEnd::ConnectTimeout, "connect_timeout"},
        {WireEnd::FirstByteTimeout, "first_byte_timeout"},
        {WireEnd::IdleTimeout, "idle_timeout"},
        {WireEnd::TotalTimeout, "total_timeout"},
        {WireEnd::Cut, "cut"},
        {WireEnd::NetworkLost, "network_lost"},
        {WireEnd::RedirectRefused, "redirect_refused"},
        {WireEnd::TooLarge, "too_large"},
        {WireEnd::Protocol, "protocol"},
        {WireEnd::Cancelled, "cancelled"},
    };
};

namespace {

qint64 count(Milliseconds duration)
{
    return duration.count();
}

} // namespace

QJsonObject requestRecord(const RequestLogEntry &entry, const TeamId &team)
{
    QJsonObject record{
        {u"time"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)},
        {u"request_id"_s, entry.requestId},
        {u"attempt"_s, entry.attempt},
        {u"method"_s, entry.method},
        {u"url"_s, entry.url},
        {u"endpoint"_s, entry.endpoint},
        {u"team_id"_s, team.value},
        {u"end"_s, storedName(entry.end)},
        {u"outcome"_s, storedName(entry.outcome)},
        {u"duration_ms"_s, count(entry.duration)},
        {u"sent_bytes"_s, entry.sent},
        {u"received_bytes"_s, entry.received},
        {u"retry_follows"_s, entry.retryIn.has_value()},
    };
    // What is not known is left out, so that no number stands for "none".
    if (!entry.job.isEmpty())
        record.insert(u"job_id"_s, entry.job.value);
    if (entry.status != 0)
        record.insert(u"status"_s, entry.status);
    if (entry.retryIn)
        record.insert(u"retry_in_ms"_s, count(*entry.retryIn));
    if (entry.timesSent > 1)
        record.insert(u"times_sent"_s, entry.timesSent);
    if (entry.error)
        record.insert(u"error_type"_s, storedName(*entry.error));
    if (!entry.errorText.isEmpty())
        record.insert(u"error"_s, entry.errorText);
    if (!entry.exceptionClass.isEmpty())
        record.insert(u"exception_class"_s, entry.exceptionClass);
    return record;
}

QByteArray jsonLine(const QJsonObject &record, const Redactor &redactor)
{
    return QJsonDocument(redactor.redact(record)).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace litedeck
