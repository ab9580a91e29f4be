// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/CostSummaries.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// Sums over the jobs, one row a group. What is not known is said beside the sum.
class SummariesModel : public TableModel<CostGroup>
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
    };
    static constexpr int ColumnCount = P95 + 1;
    /// What a conversation is called; empty when it is not kept here.
    using Titles = std::function<QString(const ConversationId &)>;

    explicit SummariesModel(Titles titles, QObject *parent = nullptr);

    CostGrouping grouping() const { return m_grouping; }
    /// Shows these groups: rows that stay are updated, the others come or go.
    void setGroups(CostGrouping grouping, const QList<CostGroup> &groups);
    /// What a group is called.
    QString title(const CostGroup &group) const;

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;

private:
    QString keyHeading() const;

    const Titles m_titles;
    CostGrouping m_grouping = CostGrouping::Type;
};

} // namespace litedeck
