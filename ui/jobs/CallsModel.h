// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/JobCosts.h"

#include <QAbstractTableModel>
#include <QHash>

namespace litedeck {

/// The calls of one job with what each cost, in the order of the server.
class CallsModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallsModel)

public:
    enum Column { Model, Purpose, TokensIn, TokensOut, Latency, Cost, ColumnCount };

    explicit CallsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Shows these calls: rows that stay are updated, the others come or go. `reports` are what
    /// completing the job told of them.
    void setCalls(const QList<CallCost> &calls, const QList<CallReport> &reports = {});

private:
    QString display(const CallCost &call, int column) const;

    QString latencyOf(const CallCost &call) const;
    QString errorOf(const CallCost &call) const;

    QList<CallCost> m_calls;
    QHash<CallId, CallReport> m_reports;
};

} // namespace litedeck
