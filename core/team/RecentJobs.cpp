// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/RecentJobs.h"

#include "core/server/Server.h"

namespace litedeck {

ChargeReview reviewCharges(const QList<Record> &jobs, const QSet<JobId> &charged,
                           const QDateTime &since)
{
    ChargeReview review;
    for (const Record &job : jobs) {
        if (job.status != RecordStatus::Completed)
            continue;
        ++review.completed;
        if (job.charging != Charging::Uncharged || charged.contains(job.id))
            continue;
        const QDateTime at = job.completedAt.value_or(job.createdAt);
        if (since.isValid() && at >= since)
            review.uncharged += job.id;
        else
            review.unsure += job.id;
    }
    return review;
}

std::optional<double> failureShare(const QList<Record> &jobs, const QDateTime &now)
{
    int ended = 0;
    int failed = 0;
    for (const Record &job : jobs) {
        if (job.createdAt < now.addDays(-1))
            continue;
        const bool hasFailed = job.status == RecordStatus::Failed;
        failed += hasFailed ? 1 : 0;
        ended += hasFailed || job.status == RecordStatus::Completed ? 1 : 0;
    }
    if (ended < RecentJobs::LeastJobs)
        return std::nullopt;
    return double(failed) / ended;
}

RecentJobs::RecentJobs(const Server &server, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_clock(clock)
{}

void RecentJobs::refresh()
{
    if (m_request)
        return;
    m_askedAt = m_clock.utcNow();
    m_request =
        m_server.records(Jobs, {})->then(this, [this](const Expected<RecordPage, Error> &page) {
            if (!page)
                return;
            m_isKnown = true;
            m_jobs = page->records;
            emit changed();
        });
}

QHash<JobId, QString> RecentJobs::types() const
{
    QHash<JobId, QString> types;
    for (const Record &job : m_jobs)
        types.insert(job.id, job.group);
    return types;
}

} // namespace litedeck
