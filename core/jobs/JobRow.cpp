// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/JobRow.h"

#include "jobs/FailureGroups.h"

#include <QJsonDocument>

#include <algorithm>

namespace litedeck {

namespace {

QByteArray haystackOf(const Job &job)
{
    const QByteArray metadata = QJsonDocument(job.metadata).toJson(QJsonDocument::Compact);
    const QStringList parts{job.id.value,     job.type,   job.models.join(u' '),
                            job.errorMessage, job.userId, QString::fromUtf8(metadata)};
    return parts.join(u'\n').toCaseFolded().toUtf8();
}

} // namespace

QList<JobChange> JobBook::merge(const QList<Job> &jobs)
{
    QList<JobChange> changes;
    m_rows.reserve(m_rows.size() + jobs.size());
    for (const Job &job : jobs) {
        JobRowPtr &row = m_rows[job.id];
        if (row && row->job == job)
            continue;
        const JobRowPtr before = row;
        if (job.isOpen())
            m_open.insert(job.id);
        else
            m_open.remove(job.id);
        row = makeRow(job, before ? before->figures : waitingFigures(job.id));
        changes.append({before, row});
    }
    return changes;
}

QList<JobChange> JobBook::setFigures(const QHash<JobId, JobFigures> &figures)
{
    QList<JobChange> changes;
    for (auto it = figures.cbegin(); it != figures.cend(); ++it) {
        const auto known = m_rows.find(it.key());
        if (known == m_rows.end()) {
            m_waiting.insert(it.key(), it.value());
            continue;
        }
        if ((*known)->figures == it.value())
            continue;
        auto after = std::make_shared<JobRow>(**known);
        after->figures = it.value();
        changes.append({*known, after});
        *known = std::move(after);
    }
    return changes;
}

QList<JobChange> JobBook::remove(const QSet<JobId> &ids)
{
    QList<JobChange> changes;
    for (const JobId &id : ids) {
        m_open.remove(id);
        if (const JobRowPtr before = m_rows.take(id))
            changes.append({before, nullptr});
    }
    return changes;
}

QSet<JobId> JobBook::ids() const
{
    return {m_rows.keyBegin(), m_rows.keyEnd()};
}

int JobBook::openSince(const QDateTime &then) const
{
    return int(std::count_if(m_open.cbegin(), m_open.cend(), [&](const JobId &id) {
        return m_rows.value(id)->job.createdAt < then;
    }));
}

JobRows JobBook::rows() const
{
    return {m_rows.cbegin(), m_rows.cend()};
}

JobRowPtr JobBook::makeRow(Job job, const std::optional<JobFigures> &figures)
{
    job.type = shared(job.type);
    job.userId = shared(job.userId);
    job.team.value = shared(job.team.value);
    m_types.insert(job.type);
    for (QString &model : job.models) {
        model = shared(model);
        m_models.insert(model);
    }
    auto row = std::make_shared<JobRow>();
    if (job.status == JobStatus::Failed)
        row->cause = shared(failureCause(job.errorMessage));
    row->haystack = haystackOf(job);
    row->createdMs = job.createdAt.isValid() ? job.createdAt.toMSecsSinceEpoch() : 0;
    row->figures = figures;
    row->job = std::move(job);
    return row;
}

std::optional<JobFigures> JobBook::waitingFigures(const JobId &id)
{
    const auto waiting = m_waiting.constFind(id);
    if (waiting == m_waiting.cend())
        return std::nullopt;
    const JobFigures figures = *waiting;
    m_waiting.erase(waiting);
    return figures;
}

QString JobBook::shared(const QString &text)
{
    return *m_texts.insert(text);
}

} // namespace litedeck
