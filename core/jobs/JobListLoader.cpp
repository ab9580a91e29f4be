// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobListLoader.h"

#include "core/jobs/JobFacts.h"
#include "core/server/Server.h"

namespace litedeck {

JobListLoader::JobListLoader(const Server &server, const Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_redactor(redactor)
{}

void JobListLoader::start(int pageSize)
{
    m_next.clear();
    m_pageSize = pageSize;
    startMore();
}

void JobListLoader::startMore()
{
    m_seen = {};
    m_enough = false;
    m_running = true;
    requestPage();
}

void JobListLoader::stop()
{
    m_request.drop();
    m_running = false;
}

void JobListLoader::requestPage()
{
    m_request = m_server.records(m_pageSize, m_next)
                    ->then(this, [this](const Expected<RecordPage, Error> &page) { onPage(page); });
}

void JobListLoader::onPage(const Expected<RecordPage, Error> &page)
{
    if (!page) {
        m_running = false;
        emit failed(page.error());
        return;
    }
    bool hasNew = false;
    QList<Record> jobs;
    jobs.reserve(page->records.size());
    for (const Record &job : page->records) {
        hasNew = hasNew || !m_seen.contains(job.id);
        m_seen.insert(job.id, true);
        jobs += redacted(job, m_redactor);
    }
    m_next = page->next;
    // A full page without anything new would be repeated for ever. An empty one is of days on which
    // nothing ran.
    const bool more = !m_next.isEmpty() && (hasNew || page->records.isEmpty());
    emit pageArrived(jobs);
    if (more && !m_enough) {
        requestPage();
        return;
    }
    m_running = false;
    emit finished();
}

} // namespace litedeck
