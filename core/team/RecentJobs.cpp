// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/RecentJobs.h"

#include "core/server/Server.h"

namespace litedeck {

ChargeReview reviewCharges(const QList<Job> &jobs, const QSet<JobId> &charged,
                           const QDateTime &since)
{
    ChargeReview review;
    for (const Job &job : jobs) {
        if (job.status != JobStatus::Completed)
            continue;
        ++review.completed;
        if (job.creditApplied || charged.contains(job.id))
            continue;
        const QDateTime at = job.completedAt.value_or(job.createdAt);
        if (since.isValid() && at >= since)
            review.uncharged += job.id;
        else
            review.unsure += job.id;
    }
    return review;
}

std::optional<double> failureShare(const QList<Job> &jobs, const QDateTime &now)
{
    int ended = 0;
    int failed = 0;
    for (const Job &job : jobs) {
        if (job.createdAt < now.addDays(-1))
            continue;
        const bool hasFailed = job.status == JobStatus::Failed;
        failed += hasFailed ? 1 : 0;
        ended += hasFailed || job.status == JobStatus::Completed ? 1 : 0;
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

RecentJobs::~RecentJobs()
{
    if (!m_request)
        return;
    m_request->disconnect(this);
    m_request->cancel();
}

void RecentJobs::refresh()
{
    if (m_request)
        return;
    m_askedAt = m_clock.utcNow();
    auto *reply = m_server.records(Jobs, 0);
    m_request = reply;
    reply->then(this, [this](const Expected<JobPage, Error> &page) {
        m_request.clear();
        if (!page)
            return;
        m_isKnown = true;
        m_jobs = page->jobs;
        emit changed();
    });
}

QHash<JobId, QString> RecentJobs::types() const
{
    QHash<JobId, QString> types;
    for (const Job &job : m_jobs)
        types.insert(job.id, job.type);
    return types;
}

} // namespace litedeck
