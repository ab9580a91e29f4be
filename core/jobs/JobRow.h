// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/JobFacts.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace litedeck {

/// A job with what is derived from it once, so that a hundred thousand can be searched and sorted.
struct JobRow
{
    Job job;
    std::optional<JobFigures> figures; ///< Once the job's costs were read.
    QString cause;                     ///< See failureCause(); empty for jobs that did not fail.
    QByteArray haystack;  ///< All text to search in, case-folded, UTF-8 (half as large as UTF-16).
    qint64 createdMs = 0; ///< Milliseconds since 1970, for comparing.
};

/// Rows never change once they are shared, so other threads may read them.
using JobRowPtr = std::shared_ptr<const JobRow>;
using JobRows = std::vector<JobRowPtr>;

/// One job that came (nothing before), changed, or went (nothing after).
struct JobChange
{
    JobRowPtr before;
    JobRowPtr after;
};

/// All jobs that are known, by id. Owner's thread only; its rows may go to other threads.
class JobBook
{
    Q_DISABLE_COPY_MOVE(JobBook)

public:
    JobBook() = default;

    /// Adds those that are new and exchanges those that changed.
    QList<JobChange> merge(const QList<Job> &jobs);
    /// Takes over figures of jobs; those of jobs that are not known yet wait for them.
    QList<JobChange> setFigures(const QHash<JobId, JobFigures> &figures);
    QList<JobChange> remove(const QSet<JobId> &ids);

    JobRowPtr row(const JobId &id) const { return m_rows.value(id); }
    qsizetype size() const { return m_rows.size(); }
    QSet<JobId> ids() const;
    /// Every type and every model that a job ever had.
    const QSet<QString> &types() const { return m_types; }
    const QSet<QString> &models() const { return m_models; }
    /// How many jobs are still open that were created before then.
    int openSince(const QDateTime &then) const;
    /// A snapshot in no particular order.
    JobRows rows() const;

private:
    JobRowPtr makeRow(Job job, const std::optional<JobFigures> &figures);
    std::optional<JobFigures> waitingFigures(const JobId &id);
    /// One string for equal texts, since a hundred thousand jobs have a handful of types.
    QString shared(const QString &text);

    QHash<JobId, JobRowPtr> m_rows;
    QHash<JobId, JobFigures> m_waiting; ///< Figures of jobs that are not known yet.
    QSet<JobId> m_open;
    QSet<QString> m_texts;
    QSet<QString> m_types;
    QSet<QString> m_models;
};

} // namespace litedeck
