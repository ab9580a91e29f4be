// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/RequestLogModel.h"

#include "base/Redactor.h"
#include "diagnostics/RequestWords.h"
#include "widgets/Format.h"

using namespace Qt::StringLiterals;

namespace litedeck {

RequestLogModel::RequestLogModel(const RequestLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(log.entries().crbegin(), log.entries().crend())
{
    connect(&log, &RequestLog::entryAdded, this, &RequestLogModel::onEntryAdded);
    connect(&log, &RequestLog::cleared, this, &RequestLogModel::onCleared);
}

int RequestLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RequestLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RequestLogEntry &entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, index.column());
    case Qt::ToolTipRole:
        return toolTip(entry, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Duration || index.column() == Attempt
                   ? QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter))
                   : QVariant();
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
        return index.column() == Result ? QVariant(int(RequestWords::tone(entry))) : QVariant();
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

QVariant RequestLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Duration || section == Attempt))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
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

void RequestLogModel::onEntryAdded(const RequestLogEntry &entry, qsizetype dropped)
{
    if (dropped > 0) {
        const int rows = rowCount();
        beginRemoveRows({}, rows - int(dropped), rows - 1);
        m_rows.resize(size_t(rows - int(dropped)));
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_rows.push_front(entry);
    endInsertRows();
}

void RequestLogModel::onCleared()
{
    if (m_rows.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_rows.clear();
    endRemoveRows();
}

} // namespace litedeck
