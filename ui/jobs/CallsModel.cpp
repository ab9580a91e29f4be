// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/CallsModel.h"

#include "ui/widgets/ToolTipText.h"
#include "ui/words/Format.h"
#include "ui/words/JobWords.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The column of the cost says that nothing was reported; here a dash does.
QString tokensText(const CallCost &call, qint64 tokens)
{
    const Measured<qint64> measured = tokensOf(call, tokens);
    return measured.isKnown() ? formatCount(measured) : u"–"_s;
}

} // namespace

CallsModel::CallsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

int CallsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_calls.size());
}

int CallsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CallsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CallCost &call = m_calls.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(call, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == TokensIn || index.column() == TokensOut)
            return formatTokens(tokensOf(call, index.column() == TokensIn ? call.promptTokens
                                                                          : call.completionTokens));
        return display(call, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(hasFailed(call) ? errorOf(call)
                                            : tr("%1, %2").arg(display(call, index.column()),
                                                               formatTime(call.createdAt)));
    case Qt::TextAlignmentRole:
        return int((index.column() >= TokensIn ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CallsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= TokensIn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == TokensIn)
        return tr("Tokens of the prompt");
    if (role == Qt::ToolTipRole && section == TokensOut)
        return tr("Tokens of the reply");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model:
        return tr("Model");
    case Purpose:
        return tr("Purpose");
    case TokensIn:
        //: Column: tokens of the prompt.
        return tr("In");
    case TokensOut:
        //: Column: tokens of the reply.
        return tr("Out");
    case Latency:
        return tr("Latency");
    case Cost:
        return tr("Cost");
    default:
        return {};
    }
}

QString CallsModel::display(const CallCost &call, int column) const
{
    switch (column) {
    case Model:
        return call.model.isEmpty() ? JobWords::notRecorded() : call.model;
    case Purpose:
        return call.purpose.isEmpty() ? u"–"_s : call.purpose;
    case TokensIn:
        return tokensText(call, call.promptTokens);
    case TokensOut:
        return tokensText(call, call.completionTokens);
    case Latency:
        return latencyOf(call);
    case Cost:
        //: In place of the cost of a call.
        return hasFailed(call) ? tr("failed") : formatUsd(costOf(call));
    default:
        return {};
    }
}

QString CallsModel::latencyOf(const CallCost &call) const
{
    const auto latency = m_reports.value(call.id).latency;
    return latency ? formatDuration(*latency) : u"–"_s;
}

QString CallsModel::errorOf(const CallCost &call) const
{
    const QString error = m_reports.value(call.id).error;
    //: %1 is an error text or "Not recorded".
    return tr("The call failed: %1").arg(error.isEmpty() ? JobWords::notRecorded() : error);
}

void CallsModel::setCalls(const QList<CallCost> &calls, const QList<CallReport> &reports)
{
    m_reports.clear();
    for (const CallReport &report : reports)
        m_reports.insert(report.id, report);
    const int before = rowCount();
    const int after = int(calls.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_calls.resize(after);
        endRemoveRows();
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_calls.at(row) == calls.at(row) && reports.isEmpty())
            continue;
        m_calls[row] = calls.at(row);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_calls += calls.mid(before);
        endInsertRows();
    }
}

} // namespace litedeck
