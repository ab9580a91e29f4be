// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/Ledger.h"

#include <QAbstractTableModel>

namespace litedeck {

/// The newest lines of the team's ledger, the newest first.
class TransactionModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransactionModel)

public:
    enum Column { Time, Type, Amount, After, Reason, Job, ColumnCount };
    enum Role {
        JobIdRole = Qt::UserRole, ///< QString, the whole job id; empty without a job.
        ToneRole,                 ///< int, a Tone: Success for credits that came.
    };

    explicit TransactionModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Shows `lines`, the newest first: new ones are inserted, changed ones updated, and those that
    /// are no longer among them removed. So many of the oldest as `untouched` are not looked at:
    /// they are those that are shown.
    void setLines(const QList<LedgerLine> &lines, qsizetype untouched);
    const Transaction &transactionAt(int row) const { return m_lines.at(row).transaction; }

private:
    QVariant display(int row, int column) const;

    QList<LedgerLine> m_lines;
};

} // namespace litedeck
