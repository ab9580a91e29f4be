// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/diagnostics/EndpointMetrics.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace litedeck {

class Redactor;

// What the diagnostics hand out as files, in UTF-8; the names of fields stay the same over
// versions, and numbers are written as machines read them.

/// A table after RFC 4180 with a line of names; latencies in ms, the error rate from 0 to 1.
QByteArray metricsCsv(const QList<EndpointStats> &stats);
/// The same as a JSON object, with the time at which the metrics were taken.
QByteArray metricsJson(const QList<EndpointStats> &stats, const QDateTime &takenAt);
/// One attempt a line, as in the log file, oldest first.
QByteArray requestLines(const QList<RequestLogEntry> &entries, const TeamId &team,
                        const Redactor &redactor);

} // namespace litedeck
