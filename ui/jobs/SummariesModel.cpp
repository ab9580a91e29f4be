// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/SummariesModel.h"

#include "ui/widgets/ToolTipText.h"
#include "ui/words/Format.h"
#include "ui/words/JobWords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString dash()
{
    return u"–"_s;
}

/// Before a sum that leaves something out.
constexpr QStringView AtLeast(u"≥ ");

QString latencyText(const std::optional<Milliseconds> &latency)
{
    return latency ? JobWords::duration(*latency) : dash();
}

} // namespace

SummariesModel::SummariesModel(Titles titles, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(std::move(titles))
{}

int SummariesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

int SummariesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SummariesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CostGroup &group = m_groups.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(group, index.column());
    case Qt::AccessibleTextRole: {
        const QString shown = display(group, index.column());
        if (shown.startsWith(AtLeast))
            //: A sum that leaves something out; %1 is such as "$0.12" or "1,234".
            return tr("at least %1").arg(shown.sliced(AtLeast.size()));
        return shown == dash() ? tr("not known") : shown;
    }
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(group, index.column()));
    case Qt::TextAlignmentRole:
        return int((index.column() == Key ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant SummariesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Key ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && (section == Average || section == P95))
        return tr("From the start of a job to its end; the server keeps whole seconds.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key:
        switch (m_grouping) {
        case CostGrouping::Type:
            return tr("Type");
        case CostGrouping::Model:
            return tr("Model");
        case CostGrouping::Day:
            return tr("Day");
        case CostGrouping::Conversation:
            return tr("Conversation");
        }
        Q_UNREACHABLE();
    case Jobs:
        return tr("Jobs");
    case FailedJobs:
        //: Column: how many jobs failed.
        return tr("Failed");
    case Calls:
        return tr("Calls");
    case FailedCalls:
        return tr("Failed calls");
    case Tokens:
        return tr("Tokens");
    case Cost:
        return tr("Cost");
    case Credits:
        return tr("Credits");
    case Average:
        //: Column: how long a job took on average.
        return tr("Average");
    case P95:
        //: Column: the time within which 95 of 100 jobs ended.
        return tr("95 %");
    default:
        return {};
    }
}

QString SummariesModel::title(const CostGroup &group) const
{
    switch (m_grouping) {
    case CostGrouping::Day:
        return QLocale().toString(QDate::fromString(group.key, Qt::ISODate), QLocale::ShortFormat);
    case CostGrouping::Conversation: {
        if (group.key.isEmpty())
            return tr("Not from Litedeck");
        const QString title = m_titles ? m_titles({group.key}) : QString();
        //: A conversation that is not kept here; %1 is the beginning of its id.
        return title.isEmpty() ? tr("Unknown conversation %1").arg(shortId(group.key)) : title;
    }
    case CostGrouping::Type:
    case CostGrouping::Model:
        return group.key.isEmpty() ? JobWords::notRecorded() : group.key;
    }
    Q_UNREACHABLE();
}

QString SummariesModel::display(const CostGroup &group, int column) const
{
    const bool unread = group.unreadJobs == group.jobs;
    const auto atLeast = [](const QString &sum) { return AtLeast.toString() + sum; };
    const auto sum = [&](const auto &measured, const QString &text, bool partial) {
        if (!measured.isKnown())
            return unread ? dash() : text;
        return partial ? atLeast(text) : text;
    };
    switch (column) {
    case Key:
        return title(group);
    case Jobs:
        return formatCount(group.jobs);
    case FailedJobs:
        return formatCount(group.failedJobs);
    case Calls:
        if (unread)
            return dash();
        return group.unreadJobs > 0 ? atLeast(formatCount(group.calls)) : formatCount(group.calls);
    case FailedCalls:
        if (unread)
            return dash();
        return group.unreadJobs > 0 ? atLeast(formatCount(group.failedCalls))
                                    : formatCount(group.failedCalls);
    case Tokens:
        return sum(group.tokens, formatCount(group.tokens), group.isPartial());
    case Cost:
        return sum(group.cost, formatUsd(group.cost), group.isPartial());
    case Credits:
        if (!group.credits.isKnown())
            return dash();
        return group.uncreditedJobs > 0 ? atLeast(formatCount(group.credits))
                                        : formatCount(group.credits);
    case Average:
        return latencyText(group.averageLatency);
    case P95:
        return latencyText(group.p95Latency);
    default:
        return {};
    }
}

QString SummariesModel::toolTip(const CostGroup &group, int column) const
{
    QStringList sentences;
    if (column == Credits && group.uncreditedJobs > 0)
        sentences +=
            tr("The known part of the ledger lacks %Ln job(s).", nullptr, group.uncreditedJobs);
    const bool ofCosts =
        column == Calls || column == FailedCalls || column == Tokens || column == Cost;
    const int unread = group.unreadJobs - group.openJobs;
    if (ofCosts && unread > 0)
        sentences += tr("The costs of %Ln job(s) were not read yet.", nullptr, unread);
    if (ofCosts && group.openJobs > 0)
        sentences +=
            tr("%Ln job(s) are still open; their costs are not final.", nullptr, group.openJobs);
    if ((column == Tokens || column == Cost) && group.uncostedCalls > 0)
        sentences += tr("The server told neither tokens nor a cost of %Ln call(s).", nullptr,
                        int(group.uncostedCalls));
    return sentences.join(u' ');
}

void SummariesModel::setGroups(CostGrouping grouping, const QList<CostGroup> &groups)
{
    if (m_grouping != grouping) {
        m_grouping = grouping;
        emit headerDataChanged(Qt::Horizontal, Key, Key);
    }
    const int before = rowCount();
    const int after = int(groups.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_groups.resize(after);
        endRemoveRows();
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_groups.at(row) == groups.at(row))
            continue;
        m_groups[row] = groups.at(row);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_groups += groups.mid(before);
        endInsertRows();
    }
}

} // namespace litedeck
