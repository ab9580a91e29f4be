// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/JobCosts.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// A call of a job with what completing the job told of it, if anything.
struct CallRow
{
    CallCost call;
    CallReport report;

    friend bool operator==(const CallRow &, const CallRow &) = default;
};

/// The calls of one job with what each cost, in the order of the server.
class CallsModel : public TableModel<CallRow>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallsModel)

public:
    enum Column { Model, Purpose, TokensIn, TokensOut, Latency, Cost };
    static constexpr int ColumnCount = Cost + 1;

    explicit CallsModel(QObject *parent = nullptr);

    /// Shows these calls: rows that stay are updated, the others come or go. `reports` are what
    /// completing the job told of them.
    void setCalls(const QList<CallCost> &calls, const QList<CallReport> &reports = {});

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;

private:
    TableCell shown(const CallRow &row, Column column) const;
};

} // namespace litedeck
