// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/JobDesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

CallRecord &JobDesk::addCall(JobRecord &job, const QString &group)
{
    CallRecord record;
    record.id = m_store.rng().uuid();
    record.modelGroup = group;
    record.createdAt = QDateTime::currentDateTimeUtc();
    job.calls.append(record);
    return job.calls.last();
}

CallRecord JobDesk::addPlainCall(JobRecord &job, const ProviderAnswer &answer,
                                 const QJsonValue &purpose, bool priced)
{
    CallRecord &record = addCall(job, answer.model.alias);
    record.model = answer.model.alias;
    record.latencyMs = std::max(answer.silenceMs + answer.writingMs, 1);
    record.purpose = purpose;
    record.promptTokens = answer.promptTokens;
    record.completionTokens = answer.completionTokens;
    record.totalTokens = answer.totalTokens();
    record.costUsd = answer.costUsd();
    const double markup = 1 + m_store.team().costMarkupPercentage / 100;
    record.clientCostUsd = priced ? answer.costUsd() * markup : 0.0;
    return record;
}

void JobDesk::addFailedCall(JobRecord &job, const QString &group, const QJsonValue &purpose,
                            const QString &error, bool failsJob)
{
    CallRecord &record = addCall(job, group);
    record.purpose = purpose;
    record.error = error;
    if (!failsJob)
        return;
    job.status = u"FAILED"_s;
    job.completedAt = QDateTime::currentDateTimeUtc();
    job.error = error;
}

void JobDesk::complete(JobRecord &job, const QString &form)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    job.status = u"COMPLETED"_s;
    job.completedAt = now;
    job.summarised = true;
    m_store.charge(job, form + u"-call job"_s, now);
}

void JobDesk::completed(const QString &jobId, const ProviderAnswer &answer, int tokens)
{
    JobRecord &job = *m_store.job(jobId);
    CallRecord &record = addCall(job, answer.model.alias);
    record.model = answer.model.alias;
    record.latencyMs = std::max(answer.silenceMs + answer.writingMs, 1);
    if (tokens > 0) {
        record.promptTokens = answer.promptTokens;
        record.completionTokens = answer.completionTokens;
        record.totalTokens = tokens;
        record.costUsd = answer.costUsd();
    }
    complete(job, u"Streaming single"_s);
}

void JobDesk::failed(const QString &jobId, const QString &error)
{
    JobRecord &job = *m_store.job(jobId);
    addFailedCall(job, job.model, QJsonValue::Null, error, true);
}

} // namespace litedeck::demo
