// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/CallsModel.h"

#include "ui/words/Format.h"
#include "ui/words/JobWords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The column of the cost says that nothing was reported; here a dash does, but not to the ear.
TableCell tokensCell(const CallCost &call, qint64 tokens)
{
    const Measured<qint64> measured = tokensOf(call, tokens);
    return {.text = measured.isKnown() ? formatCount(measured) : u"–"_s,
            .spoken = formatTokens(measured)};
}

} // namespace

CallsModel::CallsModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{}

TableHeading CallsModel::heading(int column) const
{
    switch (Column(column)) {
    case Model:
        return {tr("Model"), ColumnKind::Text};
    case Purpose:
        return {tr("Purpose"), ColumnKind::Text};
    case TokensIn:
        //: Column: tokens of the prompt.
        return {tr("In"), ColumnKind::Number, tr("Tokens of the prompt")};
    case TokensOut:
        //: Column: tokens of the reply.
        return {tr("Out"), ColumnKind::Number, tr("Tokens of the reply")};
    case Latency:
        return {tr("Latency"), ColumnKind::Number};
    case Cost:
        return {tr("Cost"), ColumnKind::Number};
    }
    Q_UNREACHABLE();
}

TableCell CallsModel::cell(int row, int column) const
{
    const CallRow &told = at(row);
    TableCell cell = shown(told, Column(column));
    if (hasFailed(told.call)) {
        const QString &error = told.report.error;
        //: %1 is an error text or "Not recorded".
        cell.toolTip =
            tr("The call failed: %1").arg(error.isEmpty() ? JobWords::notRecorded() : error);
    } else {
        cell.toolTip = tr("%1, %2").arg(cell.text, formatTime(told.call.createdAt));
    }
    return cell;
}

TableCell CallsModel::shown(const CallRow &row, Column column) const
{
    const CallCost &call = row.call;
    switch (column) {
    case Model:
        return {.text = call.model.isEmpty() ? JobWords::notRecorded() : call.model};
    case Purpose:
        return {.text = call.purpose.isEmpty() ? u"–"_s : call.purpose};
    case TokensIn:
        return tokensCell(call, call.promptTokens);
    case TokensOut:
        return tokensCell(call, call.completionTokens);
    case Latency:
        return {.text = row.report.latency ? formatDuration(*row.report.latency) : u"–"_s};
    case Cost:
        //: In place of the cost of a call.
        return {.text = hasFailed(call) ? tr("failed") : formatUsd(costOf(call))};
    }
    Q_UNREACHABLE();
}

void CallsModel::setCalls(const QList<CallCost> &calls, const QList<CallReport> &reports)
{
    QHash<CallId, CallReport> byId;
    for (const CallReport &report : reports)
        byId.insert(report.id, report);
    QList<CallRow> rows;
    for (const CallCost &call : calls)
        rows += {call, byId.value(call.id)};
    setRows(rows);
}

} // namespace litedeck
