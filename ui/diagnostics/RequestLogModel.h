// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnostics/RequestLog.h"

#include <QAbstractTableModel>

#include <deque>

namespace litedeck {

/// The attempts of a RequestLog, newest first. Rows come and go one by one.
class RequestLogModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLogModel)

public:
    enum Column { Time, Method, Path, Result, Effect, Duration, Attempt, Request, ColumnCount };
    enum Role {
        FailureRole = Qt::UserRole, ///< bool
        HaystackRole,               ///< QString, all text to search in, case-folded.
        BadgeToneRole,              ///< int, a Tone, in cells that are painted as a badge.
    };

    /// `log` outlives the model.
    explicit RequestLogModel(const RequestLog &log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    const RequestLogEntry &entryAt(int row) const { return m_rows.at(size_t(row)); }

private:
    void onEntryAdded(const RequestLogEntry &entry, qsizetype dropped);
    void onCleared();
    QVariant toolTip(const RequestLogEntry &entry, int column) const;
    QString display(const RequestLogEntry &entry, int column) const;

    // A copy: the log has already changed when it tells so.
    std::deque<RequestLogEntry> m_rows;
};

} // namespace litedeck
