// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/Jobs.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <vector>

namespace litedeck {

/// The team's jobs, one row each, in the order in which they became known; sorting and filtering
/// are JobsFilter's. Changes row by row, never resets.
class JobsModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsModel)

public:
    enum Column { Status, Type, Model, Created, Duration, Credits, ErrorText, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< QString, the job's id.
        StatusRole,            ///< int, a JobStatus.
        SortRole,              ///< What the column sorts by.
        HaystackRole,          ///< QString, all text to search in, case-folded.
        BadgeToneRole,         ///< int, a Tone, in cells that are painted as a badge.
    };

    explicit JobsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Adds those that are new and updates those that changed; returns how many were new.
    int merge(const QList<Job> &jobs);
    /// Takes away the jobs of these ids.
    void remove(const QSet<JobId> &ids);

    /// The job of that id, or null; valid until the next change.
    const Job *job(const JobId &id) const;
    const Job &jobAt(int row) const { return m_rows.at(size_t(row)).job; }
    /// The first cell of that job; invalid when unknown.
    QModelIndex indexOf(const JobId &id) const;
    QSet<JobId> ids() const;

private:
    struct Row
    {
        Job job;
        QString haystack;
    };

    QVariant display(const Job &job, int column) const;
    QVariant sortKey(const Job &job, int column) const;
    QVariant toolTip(const Job &job, int column) const;
    QVariant badgeTone(const Job &job, int column) const;

    std::vector<Row> m_rows;
    QHash<JobId, int> m_rowOf;
};

} // namespace litedeck
