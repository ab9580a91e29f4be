// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/ErrorHistoryModel.h"

#include "core/base/Redactor.h"
#include "ui/widgets/ToolTipText.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"
#include "ui/words/RequestWords.h"

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
    : NewestFirstModel(ColumnCount, {log.history().crbegin(), log.history().crend()}, parent)
{
    connect(&log, &ErrorLog::historyAdded, this, &ErrorHistoryModel::prepend);
}

QVariant ErrorHistoryModel::cell(const PastError &past, int column, int role) const
{
    if (role == Qt::DisplayRole)
        return display(past, column);
    if (role == Qt::ToolTipRole && column == Title)
        return plainToolTip(Redactor().redact(errorExplanation(past.entry.error)));
    return {};
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

QString ErrorHistoryModel::columnName(int column) const
{
    switch (Column(column)) {
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

} // namespace litedeck
