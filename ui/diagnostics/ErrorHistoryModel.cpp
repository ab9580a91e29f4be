// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/ErrorHistoryModel.h"

#include "core/base/Redactor.h"
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

ErrorHistoryModel::ErrorHistoryModel(const ErrorBoard &board, QObject *parent)
    : TableModel(ColumnCount, parent, {board.history().crbegin(), board.history().crend()})
{
    // A copy: the board has already changed when it tells so.
    connect(&board, &ErrorBoard::historyAdded, this, &ErrorHistoryModel::prependRow);
}

TableHeading ErrorHistoryModel::heading(int column) const
{
    switch (Column(column)) {
    case Ended:
        //: When an error ended, a column of times.
        return {tr("Ended"), ColumnKind::Text};
    case Title:
        return {tr("Error"), ColumnKind::Text};
    case Ending:
        return {tr("How it ended"), ColumnKind::Text};
    case Lane:
        //: Which of the two lists of errors it stood in.
        return {tr("List"), ColumnKind::Text};
    case Times:
        //: How often an error came.
        return {tr("Times"), ColumnKind::Number};
    case FirstSeen:
        return {tr("First seen"), ColumnKind::Text};
    }
    Q_UNREACHABLE();
}

TableCell ErrorHistoryModel::cell(int row, int column) const
{
    const PastError &past = at(row);
    switch (Column(column)) {
    case Ended:
        return {.text = RequestWords::timeOfDay(past.endedAt)};
    case Title:
        return {.text = errorTitle(past.entry.error), .explained = [&past] {
                    return Redactor().redact(errorExplanation(past.entry.error));
                }};
    case Ending:
        return {.text = endName(past.end)};
    case Lane:
        return {.text = laneName(past.entry.lane())};
    case Times:
        return {.text = formatCount(past.entry.count)};
    case FirstSeen:
        return {.text = RequestWords::timeOfDay(past.entry.firstAt)};
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
