// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobsFeed.h"

#include "core/jobs/JobBook.h"
#include "core/jobs/JobListLoader.h"
#include "core/server/Server.h"

#include <utility>

namespace litedeck {

JobsFeed::JobsFeed(const Server &server, Clock &clock, const Redactor &redactor, JobBook &book,
                   QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_book(book)
    , m_all(new JobListLoader(server, redactor, this))
    , m_newest(new JobListLoader(server, redactor, this))
    , m_timer(clock.createTimer())
{
    listenTo(*m_all);
    listenTo(*m_newest);
    connect(m_timer.get(), &Timer::fired, this, &JobsFeed::look);
}

void JobsFeed::listenTo(const JobListLoader &loader)
{
    connect(&loader, &JobListLoader::pageArrived, this, &JobsFeed::onPage);
    connect(&loader, &JobListLoader::finished, this, &JobsFeed::onLoaded);
    connect(&loader, &JobListLoader::failed, this, &JobsFeed::onFailed);
}

bool JobsFeed::isLoading() const
{
    return m_all->isRunning() || m_newest->isRunning();
}

void JobsFeed::refresh()
{
    m_quiet = false;
    load(Depth::Everything);
}

void JobsFeed::loadOlder()
{
    m_newest->stop();
    m_depth = Depth::Everything;
    m_all->startMore();
    emit changed();
}

void JobsFeed::stop()
{
    m_all->stop();
    m_newest->stop();
    m_hasOlder = m_hasOlder || m_depth == Depth::Everything;
    if (m_watched)
        m_timer->start(LookInterval);
    emit changed();
}

void JobsFeed::setWatched(bool watched)
{
    m_watched = watched;
    if (watched)
        look();
    else
        m_timer->stop();
}

void JobsFeed::setAllowed(bool allowed)
{
    if (m_allowed == allowed)
        return;
    m_allowed = allowed;
    m_all->stop();
    m_newest->stop();
    m_timer->stop();
    if (std::exchange(m_error, std::nullopt))
        emit recovered();
    emit changed();
    look();
}

void JobsFeed::look()
{
    if (!m_watched || isLoading())
        return;
    m_quiet = true;
    load(m_loadedAt.isValid() ? Depth::Newest : Depth::Everything);
}

void JobsFeed::load(Depth depth)
{
    if (!m_allowed)
        return;
    m_timer->stop();
    m_unchecked.clear();
    m_check.drop();
    m_depth = depth;
    m_mergesBefore = m_book.merges();
    m_pages = 0;
    m_newest->stop();
    if (depth == Depth::Everything) {
        m_book.beginCensus();
        m_all->start();
    } else {
        m_newest->start(JobListLoader::GlanceSize);
    }
    emit changed();
}

void JobsFeed::onPage(const QList<Record> &jobs)
{
    ++m_pages;
    const int added = m_book.merge(jobs);
    m_loadedAt = m_clock.utcNow();
    if (std::exchange(m_error, std::nullopt))
        emit recovered();
    if (m_depth == Depth::Newest && added < jobs.size())
        m_newest->finishRun();
    emit changed();
    emit listed(jobs);
}

void JobsFeed::onLoaded()
{
    if (m_depth == Depth::Everything) {
        m_hasOlder = false;
        m_book.removeMissing();
    } else {
        m_unchecked = m_book.openUnseen(m_mergesBefore).mid(0, CheckedPerLook);
        checkNext();
    }
    if (m_watched)
        m_timer->start(LookInterval);
    emit changed();
}

void JobsFeed::onFailed(const Error &error)
{
    const bool known = m_quiet && m_error && m_error->category == error.category;
    m_error = error;
    m_hasOlder = m_hasOlder || (m_depth == Depth::Everything && m_book.size() > 0);
    if (m_watched)
        m_timer->start(LookInterval);
    emit changed();
    if (!known && error.category != ErrorCategory::Cancelled)
        emit failed(error);
}

void JobsFeed::checkNext()
{
    if (m_unchecked.isEmpty())
        return;
    const JobId id = m_unchecked.takeFirst();
    m_check = m_server.record(id)->then(
        this, [this, id](const Expected<Record, Error> &job) { onChecked(id, job); });
}

void JobsFeed::onChecked(const JobId &id, const Expected<Record, Error> &job)
{
    if (job) {
        m_book.merge({redacted(*job, m_redactor)});
    } else if (job.error().category == ErrorCategory::JobNotFound) {
        m_book.remove({id});
    } else {
        // Nobody asked for it, and the next look is not far.
        m_unchecked.clear();
        return;
    }
    emit changed();
    checkNext();
}

} // namespace litedeck
