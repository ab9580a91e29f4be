// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/CostSummaries.h"

#include <algorithm>
#include <numeric>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

struct Collected
{
    CostGroup group;
    std::vector<Milliseconds> latencies;
};

QString keyOf(const JobRow &row, CostGrouping grouping)
{
    switch (grouping) {
    case CostGrouping::Type:
        return row.job.group;
    case CostGrouping::Model:
        return row.job.models.value(0);
    case CostGrouping::Day:
        return row.job.createdAt.toLocalTime().date().toString(Qt::ISODate);
    case CostGrouping::Conversation:
        return row.job.call.conversation.value;
    }
    Q_UNREACHABLE();
}

template <typename T>
void add(Measured<T> &sum, const Measured<T> &amount)
{
    if (amount.isKnown())
        sum = Measured<T>::reported(T(sum.value + amount.value));
}

void addCredits(CostGroup &group, const Record &job, const QHash<JobId, qint64> &credits)
{
    const auto taken = credits.constFind(job.id);
    if (taken != credits.cend())
        add(group.credits, Measured<qint64>::reported(*taken));
    else if (job.isCharged())
        ++group.uncreditedJobs;
    else
        add(group.credits, Measured<qint64>::reported(0));
}

void addJob(Collected &into, const JobRow &row, const QHash<JobId, qint64> &credits)
{
    CostGroup &group = into.group;
    ++group.jobs;
    if (row.job.status == RecordStatus::Failed)
        ++group.failedJobs;
    addCredits(group, row.job, credits);
    if (const auto latency = durationOf(row.job))
        into.latencies.push_back(*latency);
    if (!row.figures) {
        ++group.unreadJobs;
        group.openJobs += row.job.isOpen() ? 1 : 0;
        return;
    }
    group.calls += row.figures->calls;
    group.failedCalls += row.figures->failedCalls;
    group.uncostedCalls += row.figures->uncostedCalls;
    add(group.tokens, row.figures->tokens);
    add(group.cost, row.figures->cost);
}

CostGroup finished(Collected collected)
{
    std::vector<Milliseconds> &latencies = collected.latencies;
    if (latencies.empty())
        return collected.group;
    std::sort(latencies.begin(), latencies.end());
    const Milliseconds sum = std::accumulate(latencies.cbegin(), latencies.cend(), Milliseconds(0));
    const auto count = latencies.size();
    collected.group.averageLatency = sum / qint64(count);
    collected.group.p95Latency = latencies[(count * 95 + 99) / 100 - 1];
    return collected.group;
}

} // namespace

QList<CostGroup> costGroups(const JobRows &rows, CostGrouping grouping,
                            const QHash<JobId, qint64> &credits)
{
    QHash<QString, Collected> collected;
    for (const JobRow *row : rows)
        addJob(collected[keyOf(*row, grouping)], *row, credits);
    QList<CostGroup> groups;
    for (auto it = collected.begin(); it != collected.end(); ++it) {
        it->group.key = it.key();
        groups.append(finished(std::move(*it)));
    }
    std::sort(groups.begin(), groups.end(), [grouping](const CostGroup &a, const CostGroup &b) {
        if (grouping == CostGrouping::Day)
            return a.key > b.key;
        return a.jobs != b.jobs ? a.jobs > b.jobs : a.key < b.key;
    });
    return groups;
}

} // namespace litedeck
