// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/SummariesModel.h"

#include "ui/words/Format.h"
#include "ui/words/JobWords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// `sum` is none when it is not known; one that leaves something out says so.
TableCell sumCell(const std::optional<QString> &sum, bool partial, const QStringList &notes = {})
{
    TableCell cell{.text = sum.value_or(u"–"_s), .toolTip = notes.join(u' ')};
    if (!sum)
        cell.spoken = SummariesModel::tr("not known");
    else if (partial) {
        cell.text.prepend(u"≥ "_s);
        //: A sum that leaves something out; %1 is such as "$0.12" or "1,234".
        cell.spoken = SummariesModel::tr("at least %1").arg(*sum);
    }
    return cell;
}

/// Why the costs of a group are not known as a whole.
QStringList missingCosts(const CostGroup &group)
{
    QStringList notes;
    if (const int unread = group.unreadJobs - group.openJobs; unread > 0)
        notes += SummariesModel::tr("The costs of %Ln job(s) were not read yet.", nullptr, unread);
    if (group.openJobs > 0)
        notes += SummariesModel::tr("%Ln job(s) are still open; their costs are not final.",
                                    nullptr, group.openJobs);
    return notes;
}

TableCell callsCell(const CostGroup &group, qint64 calls)
{
    const bool isRead = group.unreadJobs < group.jobs;
    return sumCell(isRead ? std::optional(formatCount(calls)) : std::nullopt, group.unreadJobs > 0,
                   missingCosts(group));
}

/// `text` is the sum, or that it was not reported.
TableCell costCell(const CostGroup &group, bool isKnown, const QString &text)
{
    QStringList notes = missingCosts(group);
    if (group.uncostedCalls > 0)
        notes += SummariesModel::tr("The server told neither tokens nor a cost of %Ln call(s).",
                                    nullptr, int(group.uncostedCalls));
    const bool isRead = isKnown || group.unreadJobs < group.jobs;
    return sumCell(isRead ? std::optional(text) : std::nullopt, isKnown && group.isPartial(),
                   notes);
}

TableCell creditsCell(const CostGroup &group)
{
    QStringList notes;
    if (group.uncreditedJobs > 0)
        notes += SummariesModel::tr("The known part of the ledger lacks %Ln job(s).", nullptr,
                                    group.uncreditedJobs);
    const bool isKnown = group.credits.isKnown();
    return sumCell(isKnown ? std::optional(formatCount(group.credits)) : std::nullopt,
                   group.uncreditedJobs > 0, notes);
}

TableCell latencyCell(const std::optional<Milliseconds> &latency)
{
    return sumCell(latency ? std::optional(JobWords::duration(*latency)) : std::nullopt, false);
}

} // namespace

SummariesModel::SummariesModel(Titles titles, QObject *parent)
    : TableModel(ColumnCount, parent)
    , m_titles(std::move(titles))
{}

TableHeading SummariesModel::heading(int column) const
{
    const auto aboutTimes = [] {
        return tr("From the start of a job to its end; the server keeps whole seconds.");
    };
    switch (Column(column)) {
    case Key:
        return {keyHeading(), ColumnKind::Text};
    case Jobs:
        return {tr("Jobs"), ColumnKind::Number};
    case FailedJobs:
        //: Column: how many jobs failed.
        return {tr("Failed"), ColumnKind::Number};
    case Calls:
        return {tr("Calls"), ColumnKind::Number};
    case FailedCalls:
        return {tr("Failed calls"), ColumnKind::Number};
    case Tokens:
        return {tr("Tokens"), ColumnKind::Number};
    case Cost:
        return {tr("Cost"), ColumnKind::Number};
    case Credits:
        return {tr("Credits"), ColumnKind::Number};
    case Average:
        //: Column: how long a job took on average.
        return {tr("Average"), ColumnKind::Number, aboutTimes()};
    case P95:
        //: Column: the time within which 95 of 100 jobs ended.
        return {tr("95 %"), ColumnKind::Number, aboutTimes()};
    }
    Q_UNREACHABLE();
}

QString SummariesModel::keyHeading() const
{
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

TableCell SummariesModel::cell(int row, int column) const
{
    const CostGroup &group = at(row);
    switch (Column(column)) {
    case Key:
        return {.text = title(group)};
    case Jobs:
        return {.text = formatCount(group.jobs)};
    case FailedJobs:
        return {.text = formatCount(group.failedJobs)};
    case Calls:
        return callsCell(group, group.calls);
    case FailedCalls:
        return callsCell(group, group.failedCalls);
    case Tokens:
        return costCell(group, group.tokens.isKnown(), formatCount(group.tokens));
    case Cost:
        return costCell(group, group.cost.isKnown(), formatUsd(group.cost));
    case Credits:
        return creditsCell(group);
    case Average:
        return latencyCell(group.averageLatency);
    case P95:
        return latencyCell(group.p95Latency);
    }
    Q_UNREACHABLE();
}

void SummariesModel::setGroups(CostGrouping grouping, const QList<CostGroup> &groups)
{
    if (m_grouping != grouping) {
        m_grouping = grouping;
        emit headerDataChanged(Qt::Horizontal, Key, Key);
    }
    setRows(groups);
}

} // namespace litedeck
