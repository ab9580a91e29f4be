// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/Ledger.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// The newest lines of the team's ledger, the newest first.
class TransactionModel : public TableModel<LedgerLine>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransactionModel)

public:
    enum Column { Time, Type, Amount, After, Reason, Job };
    static constexpr int ColumnCount = Job + 1;
    enum RowRole { JobIdRole = FirstRowRole }; ///< QString, the whole id; empty without a job.

    explicit TransactionModel(QObject *parent = nullptr);

    /// Shows `lines`, the newest first: new ones are inserted, changed ones updated, and those that
    /// are no longer among them removed. So many of the oldest as `untouched` are not looked at:
    /// they are those that are shown.
    void setLines(const QList<LedgerLine> &lines, qsizetype untouched);
    const Transaction &transactionAt(int row) const { return at(row).transaction; }

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;
    QVariant rowData(int row, int role) const override;
};

} // namespace litedeck
