// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/CostSummaries.h"

#include <QAbstractTableModel>

namespace litedeck {

/// Sums over the jobs, one row a group. What is not known is said beside the sum.
class SummariesModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummariesModel)

public:
    enum Column {
        Key,
        Jobs,
        FailedJobs,
        Calls,
        FailedCalls,
        Tokens,
        Cost,
        Credits,
        Average,
        P95,
        ColumnCount
    };
    /// What a conversation is called; empty when it is not kept here.
    using Titles = std::function<QString(const ConversationId &)>;

    explicit SummariesModel(Titles titles, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    CostGrouping grouping() const { return m_grouping; }
    const QList<CostGroup> &groups() const { return m_groups; }
    /// Shows these groups: rows that stay are updated, the others come or go.
    void setGroups(CostGrouping grouping, const QList<CostGroup> &groups);
    /// What a group is called.
    QString title(const CostGroup &group) const;

private:
    QString display(const CostGroup &group, int column) const;
    QString toolTip(const CostGroup &group, int column) const;

    const Titles m_titles;
    CostGrouping m_grouping = CostGrouping::Type;
    QList<CostGroup> m_groups;
};

} // namespace litedeck
