// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Gateway.h"
#include "core/gateway/Reply.h"
#include "core/server/JobCosts.h"

namespace litedeck {

/// Jobs: `/api/jobs/…` and the lists of a team. Replies start by themselves.
class JobsApi
{
public:
    /// `gateway` outlives the API.
    explicit JobsApi(const Gateway &gateway)
        : m_gateway(gateway)
    {}

    /// Creates a job; twice makes two of them.
    Reply<CreatedJob> *create(const QString &type, const QJsonObject &metadata) const;
    Reply<Record> *job(const JobId &id) const;
    /// Ends a job and charges it when it succeeded. A third call charges again, so this is never
    /// sent twice without a look at the job.
    Reply<CompletedJob> *complete(const JobId &id, bool succeeded, const QString &error) const;
    Reply<JobCosts> *costs(const JobId &id) const;
    /// The same two answers as they are, for people who want to see every member.
    Reply<QJsonObject> *rawJob(const JobId &id) const;
    Reply<QJsonObject> *rawCosts(const JobId &id) const;
    /// The team's jobs, newest first, from RecordPage::next of another page on.
    Reply<RecordPage> *list(int limit, const QString &cursor = {}) const;

private:
    const Gateway &m_gateway;
};

} // namespace litedeck
