// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/JobsApi.h"

#include "core/saas/Wire.h"

using namespace Qt::StringLiterals;

namespace litedeck {

Reply<CreatedJob> *JobsApi::create(const QString &type, const QJsonObject &metadata) const
{
    const QJsonObject body{
        {u"team_id"_s, m_gateway.team().value}, {u"job_type"_s, type}, {u"metadata"_s, metadata}};
    return new Reply<CreatedJob>(
        m_gateway.call(m_gateway.send(HttpMethod::Post, Effect::Creates, "/api/jobs/create", body)),
        wire::parseCreatedJob);
}

Reply<Record> *JobsApi::job(const JobId &id) const
{
    return new Reply<Record>(m_gateway.call(m_gateway.get("/api/jobs/{id}", id.value)),
                             wire::parseJob);
}

Reply<CompletedJob> *JobsApi::complete(const JobId &id, bool succeeded, const QString &error) const
{
    // The server cannot store a longer text and would fail over it.
    constexpr qsizetype LongestErrorText = 900;
    QJsonObject body{{u"status"_s, succeeded ? u"completed"_s : u"failed"_s}};
    if (!error.isEmpty())
        body.insert(u"error_message"_s, error.left(LongestErrorText));
    return new Reply<CompletedJob>(
        m_gateway.call(m_gateway.send(HttpMethod::Post, Effect::Charges, "/api/jobs/{id}/complete",
                                      body, id.value)),
        wire::parseCompletedJob);
}

Reply<JobCosts> *JobsApi::costs(const JobId &id) const
{
    return new Reply<JobCosts>(m_gateway.call(m_gateway.get("/api/jobs/{id}/costs", id.value)),
                               wire::parseJobCosts);
}

Reply<QJsonObject> *JobsApi::rawJob(const JobId &id) const
{
    return new Reply<QJsonObject>(m_gateway.call(m_gateway.get("/api/jobs/{id}", id.value)),
                                  wire::parseObject);
}

Reply<QJsonObject> *JobsApi::rawCosts(const JobId &id) const
{
    return new Reply<QJsonObject>(m_gateway.call(m_gateway.get("/api/jobs/{id}/costs", id.value)),
                                  wire::parseObject);
}

Reply<RecordPage> *JobsApi::list(int limit, const QString &cursor) const
{
    const int offset = cursor.toInt();
    return new Reply<RecordPage>(
        m_gateway.call(m_gateway.get(
            "/api/teams/{id}/jobs", m_gateway.team().value,
            {{u"limit"_s, QString::number(limit)}, {u"offset"_s, QString::number(offset)}})),
        [offset, limit](const QByteArray &json) {
            return wire::parseJobPage(json, offset, limit);
        });
}

} // namespace litedeck
