// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/OpenJobsCloser.h"

#include "core/jobs/JobCompletion.h"

namespace litedeck {

OpenJobsCloser::OpenJobsCloser(const Server &server, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_clock(clock)
{}

void OpenJobsCloser::close(const QList<JobId> &jobs)
{
    m_waiting = jobs;
    m_done = 0;
    m_total = int(jobs.size());
    closeNext();
}

void OpenJobsCloser::closeNext()
{
    m_isClosing = !m_waiting.isEmpty();
    emit progressed();
    if (!m_isClosing)
        return;
    auto *completion =
        new JobCompletion(m_server, m_clock, m_waiting.takeFirst(), JobCompletion::LeftOpen, this);
    connect(completion, &JobCompletion::completed, this, &OpenJobsCloser::completed);
    connect(completion, &JobCompletion::finished, this, &OpenJobsCloser::onFinished);
    completion->start();
}

void OpenJobsCloser::onFinished(const Expected<Record, Error> &job)
{
    ++m_done;
    if (job) {
        emit fetched(*job);
    } else if (job.error().category != ErrorCategory::JobNotFound) {
        m_waiting.clear();
        emit failed(job.error());
    }
    closeNext();
}

} // namespace litedeck
