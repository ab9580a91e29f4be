// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobRow.h"
#include "core/jobs/ShardedHash.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace litedeck {

/// One job that came (nothing before), changed, or went (nothing after).
struct JobChange
{
    JobRowPtr before;
    JobRowPtr after;
};

/// All jobs that are known, by id. Owner's thread only; its rows may go to other threads.
///
/// Each function that changes something ends with one changed(), if there was something to change.
class JobBook : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobBook)

public:
    using QObject::QObject;

    /// Adds those that are new and exchanges those that changed; returns how many were new.
    int merge(const QList<Record> &jobs);
    /// Takes over figures of jobs; those of jobs that are not known yet wait for them.
    void setFigures(const QHash<JobId, JobFigures> &figures);
    /// Takes over what the ledger says of jobs; likewise.
    void setCredits(const QHash<JobId, qint64> &credits);
    void remove(const QSet<JobId> &ids);

    /// From here on it is noted which jobs merge() brings; removeMissing() takes the others away.
    void beginCensus() { ++m_census; }
    void removeMissing() { remove(missing()); }
    /// Those that it has not brought since.
    QSet<JobId> missing() const;

    JobRowPtr row(const JobId &id) const;
    qsizetype size() const { return qsizetype(m_counted.size()); }
    /// Every type and every model that a job ever had.
    const QSet<QString> &types() const { return m_types; }
    const QSet<QString> &models() const { return m_models; }
    /// How many jobs are still open that were created before then.
    int openSince(const QDateTime &then) const;
    /// How often merge() was called.
    quint64 merges() const { return m_merges; }
    /// The jobs that were open when merge() brought them last, which was not after so many calls
    /// of it; those first that it has not brought for longest, of several the oldest.
    QList<JobId> openUnseen(quint64 since) const;
    /// A snapshot in no particular order.
    JobRows rows() const;
    /// These of its rows, in a form for other threads.
    JobRows shared(std::vector<const JobRow *> list) const;

signals:
    /// In the order in which it happened; a job may be there more than once.
    void changed(const QList<litedeck::JobChange> &changes);

private:
    void tell(const QList<JobChange> &changes);
    const JobRowPtr &at(size_t place) const;
    void setRow(size_t place, JobRowPtr row);
    /// The chunk of that place, to be changed; copied when a snapshot has it.
    JobChunk &chunkAt(size_t place);
    /// A row for a job, with what is known beside it.
    JobRowPtr makeRow(Record job, const JobRowPtr &before);
    /// Exchanges one member of a row, or lets its value wait for the row.
    template <typename T>
    void setEach(const QHash<JobId, T> &values, std::optional<T> JobRow::*member,
                 QHash<JobId, T> &waiting);
    /// One string for equal texts, since a hundred thousand jobs have a handful of types.
    QString unified(const QString &text) { return *m_texts.insert(text); }

    std::vector<std::shared_ptr<JobChunk>> m_chunks; ///< All but the last one are full.
    ShardedHash<JobId, size_t> m_places;             ///< In all chunks together.
    std::vector<quint32> m_counted; ///< By place: the census that last saw the job.
    quint32 m_census = 0;
    QHash<JobId, JobFigures> m_waiting;    ///< Figures of jobs that are not known yet.
    QHash<JobId, qint64> m_waitingCredits; ///< Likewise.
    quint64 m_merges = 0;
    QHash<JobId, quint64> m_open; ///< With the last call of merge() that brought the job.
    QSet<QString> m_texts;
    QSet<QString> m_types;
    QSet<QString> m_models;
};

} // namespace litedeck
