// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/ErrorHistoryModel.h"

#include "base/Redactor.h"
#include "diagnostics/RequestWords.h"
#include "errors/ErrorTexts.h"
#include "widgets/Format.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString endName(ErrorEnd end)
{
    switch (end) {
    case ErrorEnd::WorkedAgain:
        return ErrorHistoryModel::tr("Worked again");
    case ErrorEnd::Dismissed:
        //: The user took the error from the list.
        return ErrorHistoryModel::tr("Dismissed");
    case ErrorEnd::Superseded:
        //: The error says nothing any more, since its call was stopped, made anew or removed.
        return ErrorHistoryModel::tr("Superseded");
    }
    Q_UNREACHABLE();
}

QString laneName(ErrorEntry::Lane lane)
{
    switch (lane) {
    case ErrorEntry::Lane::CanBeRetried:
        return ErrorHistoryModel::tr("Can be retried");
    case ErrorEntry::Lane::NeedsAttention:
        return ErrorHistoryModel::tr("Needs attention");
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorHistoryModel::ErrorHistoryModel(const ErrorLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(log.history().crbegin(), log.history().crend())
{
    connect(&log, &ErrorLog::historyAdded, this, &ErrorHistoryModel::onHistoryAdded);
}

int ErrorHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ErrorHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ErrorHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PastError &past = pastError(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(past, index.column());
    case Qt::ToolTipRole:
        return index.column() == Title
                   ? QVariant(Redactor().redact(errorExplanation(past.entry.error)))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Times
                   ? QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter))
                   : QVariant();
    default:
        return {};
    }
}

QString ErrorHistoryModel::display(const PastError &past, int column) const
{
    switch (Column(column)) {
    case Ended:
        return RequestWords::timeOfDay(past.endedAt);
    case Title:
        return errorTitle(past.entry.error);
    case Ending:
        return endName(past.end);
    case Lane:
        return laneName(past.entry.lane());
    case Times:
        return formatCount(past.entry.count);
    case FirstSeen:
        return RequestWords::timeOfDay(past.entry.firstAt);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ErrorHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Times)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Ended:
        //: When an error ended, a column of times.
        return tr("Ended");
    case Title:
        return tr("Error");
    case Ending:
        return tr("How it ended");
    case Lane:
        //: Which of the two lists of errors it stood in.
        return tr("List");
    case Times:
        //: How often an error came.
        return tr("Times");
    case FirstSeen:
        return tr("First seen");
    case ColumnCount:
        break;
    }
    return {};
}

void ErrorHistoryModel::onHistoryAdded(const PastError &past, qsizetype dropped)
{
    if (dropped > 0) {
        const int rows = rowCount();
        beginRemoveRows({}, rows - int(dropped), rows - 1);
        m_rows.resize(size_t(rows - int(dropped)));
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_rows.push_front(past);
    endInsertRows();
}

} // namespace litedeck
