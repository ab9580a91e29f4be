// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/RequestLogModel.h"

#include "core/base/Redactor.h"
#include "ui/widgets/ToolTipText.h"
#include "ui/words/Format.h"
#include "ui/words/RequestWords.h"

using namespace Qt::StringLiterals;

namespace litedeck {

RequestLogModel::RequestLogModel(const RequestLog &log, QObject *parent)
    : NewestFirstModel(ColumnCount, {log.entries().crbegin(), log.entries().crend()}, parent)
{
    connect(&log, &RequestLog::entryAdded, this, &RequestLogModel::prepend);
    connect(&log, &RequestLog::cleared, this, &RequestLogModel::clear);
}

QVariant RequestLogModel::cell(const RequestLogEntry &entry, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(entry, column).toString());
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
    case BadgeToneRole:
        return column == Result ? QVariant(int(RequestWords::tone(entry))) : QVariant();
    default:
        return {};
    }
}

QVariant RequestLogModel::toolTip(const RequestLogEntry &entry, int column) const
{
    if (column == Path)
        return entry.path;
    if (column == Result && !entry.errorText.isEmpty())
        return Redactor().redact(entry.errorText);
    return {};
}

QString RequestLogModel::display(const RequestLogEntry &entry, int column) const
{
    switch (Column(column)) {
    case Time:
        return RequestWords::timeOfDay(entry.at);
    case Method:
        return entry.method;
    case Path:
        return entry.path;
    case Result:
        return RequestWords::result(entry);
    case Effect:
        return RequestWords::outcome(entry.outcome);
    case Duration:
        return formatDuration(entry.duration);
    case Attempt:
        return formatCount(entry.attempt);
    case Request:
        return shortId(entry.requestId);
    case ColumnCount:
        break;
    }
    return {};
}

QString RequestLogModel::columnName(int column) const
{
    switch (Column(column)) {
    case Time:
        return tr("Time");
    case Method:
        return tr("Method");
    case Path:
        return tr("Path");
    case Result:
        return tr("Result");
    case Effect:
        //: What a request did on the server: done, rejected, not sent, unclear.
        return tr("Effect");
    case Duration:
        return tr("Duration");
    case Attempt:
        return tr("Attempt");
    case Request:
        return tr("Request");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace litedeck
