// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobBook.h"

#include "core/jobs/FailureGroups.h"

#include <QJsonDocument>

#include <algorithm>
#include <atomic>

namespace litedeck {

namespace {

/// Copied as a whole when one of its jobs changes while a snapshot is out.
constexpr size_t ChunkSize = 128;

template <typename T>
std::optional<T> takeWaiting(QHash<JobId, T> &waiting, const JobId &id)
{
    return waiting.contains(id) ? std::optional(waiting.take(id)) : std::nullopt;
}

QByteArray haystackOf(const Record &job)
{
    const QByteArray metadata = QJsonDocument(job.metadata).toJson(QJsonDocument::Compact);
    const QStringList parts{job.id.value,     job.group,  job.models.join(u' '),
                            job.errorMessage, job.userId, QString::fromUtf8(metadata)};
    return parts.join(u'\n').toCaseFolded().toUtf8();
}

} // namespace

void JobBook::tell(const QList<JobChange> &changes)
{
    if (!changes.isEmpty())
        emit changed(changes);
}

int JobBook::merge(const QList<Record> &jobs)
{
    ++m_merges;
    const qsizetype known = size();
    QList<JobChange> changes;
    for (const Record &job : jobs) {
        if (job.isOpen())
            m_open.insert(job.id, m_merges);
        else
            m_open.remove(job.id);
        const size_t *place = m_places.find(job.id);
        if (place != nullptr)
            m_counted[*place] = m_census;
        const JobRowPtr before = place != nullptr ? at(*place) : nullptr;
        if (before && before->job == job)
            continue;
        const JobRowPtr after = makeRow(job, before);
        if (before) {
            setRow(*place, after);
        } else {
            m_places.insert(job.id, m_counted.size());
            m_counted.push_back(m_census);
            chunkAt(m_counted.size() - 1).push_back(after);
        }
        changes.append({before, after});
    }
    tell(changes);
    return int(size() - known);
}

template <typename T>
void JobBook::setEach(const QHash<JobId, T> &values, std::optional<T> JobRow::*member,
                      QHash<JobId, T> &waiting)
{
    QList<JobChange> changes;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const size_t *place = m_places.find(it.key());
        if (place == nullptr) {
            waiting.insert(it.key(), it.value());
            continue;
        }
        const JobRowPtr before = at(*place);
        if ((*before).*member == it.value())
            continue;
        auto after = std::make_shared<JobRow>(*before);
        (*after).*member = it.value();
        setRow(*place, after);
        changes.append({before, after});
    }
    tell(changes);
}

void JobBook::setFigures(const QHash<JobId, JobFigures> &figures)
{
    setEach(figures, &JobRow::figures, m_waiting);
}

void JobBook::setCredits(const QHash<JobId, qint64> &credits)
{
    setEach(credits, &JobRow::credits, m_waitingCredits);
}

void JobBook::remove(const QSet<JobId> &ids)
{
    QList<JobChange> changes;
    for (const JobId &id : ids) {
        const size_t *found = m_places.find(id);
        if (found == nullptr)
            continue;
        // The last one takes its place.
        const size_t place = *found;
        const size_t last = m_counted.size() - 1;
        changes.append({at(place), nullptr});
        if (place != last) {
            m_places.insert(at(last)->job.id, place);
            m_counted[place] = m_counted[last];
            setRow(place, at(last));
        }
        chunkAt(last).pop_back();
        if (m_chunks.back()->empty())
            m_chunks.pop_back();
        m_counted.pop_back();
        m_places.remove(id);
        m_open.remove(id);
    }
    tell(changes);
}

QSet<JobId> JobBook::missing() const
{
    QSet<JobId> missing;
    for (size_t place = 0; place < m_counted.size(); ++place) {
        if (m_counted[place] != m_census)
            missing.insert(at(place)->job.id);
    }
    return missing;
}

JobRowPtr JobBook::row(const JobId &id) const
{
    const size_t *place = m_places.find(id);
    return place != nullptr ? at(*place) : nullptr;
}

int JobBook::openSince(const QDateTime &then) const
{
    return int(std::count_if(m_open.keyBegin(), m_open.keyEnd(),
                             [&](const JobId &id) { return row(id)->job.createdAt < then; }));
}

QList<JobId> JobBook::openUnseen(quint64 since) const
{
    QList<JobId> unseen;
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        if (it.value() <= since)
            unseen.append(it.key());
    }
    std::sort(unseen.begin(), unseen.end(), [this](const JobId &a, const JobId &b) {
        const quint64 seenA = m_open.value(a);
        const quint64 seenB = m_open.value(b);
        return seenA != seenB ? seenA < seenB : row(a)->createdMs < row(b)->createdMs;
    });
    return unseen;
}

JobRows JobBook::rows() const
{
    std::vector<const JobRow *> list;
    list.reserve(m_counted.size());
    for (const auto &chunk : m_chunks) {
        for (const JobRowPtr &row : *chunk)
            list.push_back(row.get());
    }
    return shared(std::move(list));
}

JobRows JobBook::shared(std::vector<const JobRow *> list) const
{
    return {std::move(list), {m_chunks.cbegin(), m_chunks.cend()}};
}

const JobRowPtr &JobBook::at(size_t place) const
{
    return (*m_chunks[place / ChunkSize])[place % ChunkSize];
}

void JobBook::setRow(size_t place, JobRowPtr row)
{
    chunkAt(place)[place % ChunkSize] = std::move(row);
}

JobChunk &JobBook::chunkAt(size_t place)
{
    const size_t number = place / ChunkSize;
    if (number == m_chunks.size()) {
        m_chunks.push_back(std::make_shared<JobChunk>());
        m_chunks.back()->reserve(ChunkSize);
    }
    std::shared_ptr<JobChunk> &chunk = m_chunks[number];
    if (chunk.use_count() > 1) {
        chunk = std::make_shared<JobChunk>(*chunk);
        chunk->reserve(ChunkSize);
    }
    // Whoever read it on another thread is done with it.
    std::atomic_thread_fence(std::memory_order_acquire);
    return *chunk;
}

JobRowPtr JobBook::makeRow(Record job, const JobRowPtr &before)
{
    job.group = unified(job.group);
    job.userId = unified(job.userId);
    m_types.insert(job.group);
    for (QString &model : job.models) {
        model = unified(model);
        m_models.insert(model);
    }
    auto row = std::make_shared<JobRow>();
    if (job.status == RecordStatus::Failed)
        row->cause = unified(failureCause(job.errorMessage));
    row->haystack = haystackOf(job);
    row->createdMs = job.createdAt.isValid() ? job.createdAt.toMSecsSinceEpoch() : 0;
    row->figures = before ? before->figures : takeWaiting(m_waiting, job.id);
    if (const auto told = figuresOf(job))
        row->figures = told;
    row->credits = before ? before->credits : takeWaiting(m_waitingCredits, job.id);
    if (job.charge.credits.isKnown())
        row->credits = job.charge.credits.value;
    row->job = std::move(job);
    return row;
}

} // namespace litedeck
