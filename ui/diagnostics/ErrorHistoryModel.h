// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/ErrorLog.h"

#include <QAbstractTableModel>

#include <deque>

namespace litedeck {

/// The history of an ErrorLog, newest first. Rows come and go one by one.
class ErrorHistoryModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorHistoryModel)

public:
    enum Column { Ended, Title, Ending, Lane, Times, FirstSeen, ColumnCount };

    /// `log` outlives the model.
    explicit ErrorHistoryModel(const ErrorLog &log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    const PastError &pastError(int row) const { return m_rows.at(size_t(row)); }

private:
    void onHistoryAdded(const PastError &past, qsizetype dropped);
    QString display(const PastError &past, int column) const;

    // A copy: the log has already changed when it tells so.
    std::deque<PastError> m_rows;
};

} // namespace litedeck
