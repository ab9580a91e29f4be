// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/RequestLogModel.h"

#include "core/base/Redactor.h"
#include "ui/words/Format.h"
#include "ui/words/RequestWords.h"

namespace litedeck {

RequestLogModel::RequestLogModel(const RequestLog &log, QObject *parent)
    : TableModel(ColumnCount, parent, {log.entries().crbegin(), log.entries().crend()})
{
    // A copy: the log has already changed when it tells so.
    connect(&log, &RequestLog::entryAdded, this, &RequestLogModel::prependRow);
    connect(&log, &RequestLog::cleared, this, &RequestLogModel::clearRows);
}

TableHeading RequestLogModel::heading(int column) const
{
    switch (Column(column)) {
    case Time:
        return {tr("Time"), ColumnKind::Text};
    case Method:
        return {tr("Method"), ColumnKind::Text};
    case Path:
        return {tr("Path"), ColumnKind::Text};
    case Result:
        return {tr("Result"), ColumnKind::Text};
    case Effect:
        //: What a request did on the server: done, rejected, not sent, unclear.
        return {tr("Effect"), ColumnKind::Text};
    case Duration:
        return {tr("Duration"), ColumnKind::Number};
    case Attempt:
        return {tr("Attempt"), ColumnKind::Number};
    case Request:
        return {tr("Request"), ColumnKind::Text};
    }
    Q_UNREACHABLE();
}

TableCell RequestLogModel::cell(int row, int column) const
{
    const RequestLogEntry &entry = at(row);
    switch (Column(column)) {
    case Time:
        return {.text = RequestWords::timeOfDay(entry.at)};
    case Method:
        return {.text = entry.method};
    case Path:
        return {.text = entry.path, .toolTip = entry.path};
    case Result:
        return {.text = RequestWords::result(entry),
                .tone = RequestWords::tone(entry),
                .explained = [&entry] { return Redactor().redact(entry.errorText); }};
    case Effect:
        return {.text = RequestWords::outcome(entry.outcome)};
    case Duration:
        return {.text = formatDuration(entry.duration)};
    case Attempt:
        return {.text = formatCount(entry.attempt)};
    case Request:
        return {.text = shortId(entry.requestId)};
    }
    Q_UNREACHABLE();
}

QVariant RequestLogModel::rowData(int row, int role) const
{
    const RequestLogEntry &entry = at(row);
    switch (RowRole(role)) {
    case FailureRole:
        return entry.isFailure();
    case HaystackRole:
        return QStringList{entry.method,
                           entry.path,
                           RequestWords::result(entry),
                           RequestWords::outcome(entry.outcome),
                           entry.errorText,
                           entry.exceptionClass,
                           entry.job.value,
                           entry.requestId}
            .join(u' ')
            .toCaseFolded();
    }
    return {};
}

} // namespace litedeck
