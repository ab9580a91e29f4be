// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobCostsBook.h"

#include "core/server/Server.h"
#include "core/store/AccountTables.h"
#include "core/store/Store.h"

namespace litedeck {

JobCostsBook::JobCostsBook(const Server &server, const TeamId &team, Clock &clock, Store &store,
                           QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_team(team)
    , m_store(store)
    , m_pause(clock.createTimer())
{
    connect(m_pause.get(), &Timer::fired, this, &JobCostsBook::askNext);
}

void JobCostsBook::load()
{
    m_store.post([team = m_team](Database &database) { return JobCostTable::load(database, team); },
                 this,
                 [this](const StoreResult<QHash<JobId, JobCosts>> &kept) {
                     if (!kept)
                         return;
                     for (auto it = kept->cbegin(); it != kept->cend(); ++it) {
                         if (!m_costs.contains(it.key()))
                             m_costs.insert(it.key(), it.value());
                     }
                     emit figured(figures());
                 });
}

const JobCosts *JobCostsBook::costs(const JobId &job) const
{
    const auto found = m_costs.constFind(job);
    return found == m_costs.cend() ? nullptr : &*found;
}

const CompletedJob *JobCostsBook::completion(const JobId &job) const
{
    const auto found = m_completions.constFind(job);
    return found == m_completions.cend() ? nullptr : &*found;
}

QHash<JobId, JobFigures> JobCostsBook::figures() const
{
    QHash<JobId, JobFigures> figures;
    figures.reserve(m_costs.size());
    for (const JobCosts &costs : m_costs)
        figures.insert(costs.id, figuresOf(costs));
    return figures;
}

void JobCostsBook::keep(const JobCosts &costs)
{
    if (isOpen(costs.status))
        return; // they may grow
    const JobCosts *known = this->costs(costs.id);
    if (known != nullptr && *known == costs)
        return;
    m_costs.insert(costs.id, costs);
    if (costs.status != RecordStatus::Unknown) {
        m_store.write([team = m_team, costs](Database &database) {
            return JobCostTable::save(database, team, costs);
        });
    }
    emit figured({{costs.id, figuresOf(costs)}});
}

void JobCostsBook::read(const QList<JobId> &jobs)
{
    const bool running = isReading();
    QSet<JobId> queued(m_queue.cbegin(), m_queue.cend());
    if (!running)
        m_done = m_total = 0;
    for (const JobId &job : jobs) {
        if (m_costs.contains(job) || queued.contains(job))
            continue;
        queued.insert(job);
        m_queue.append(job);
        ++m_total;
    }
    if (running || m_queue.isEmpty())
        return;
    emit progressed();
    askNext();
}

void JobCostsBook::stop()
{
    if (!isReading())
        return;
    m_request.drop();
    end();
}

void JobCostsBook::askNext()
{
    m_request =
        m_server.costs(m_queue.constFirst())
            ->then(this, [this](const Expected<JobCosts, Error> &costs) { onCosts(costs); });
}

void JobCostsBook::onCosts(const Expected<JobCosts, Error> &costs)
{
    if (!costs && costs.error().category != ErrorCategory::JobNotFound) {
        end();
        emit failed(costs.error());
        return;
    }
    if (costs)
        keep(*costs);
    m_queue.removeFirst();
    ++m_done;
    emit progressed();
    if (m_queue.isEmpty())
        end();
    else
        m_pause->start(Pause);
}

void JobCostsBook::end()
{
    m_pause->stop();
    m_queue.clear();
    emit readingEnded();
}

} // namespace litedeck
