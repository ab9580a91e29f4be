// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoStore.h"
#include "core/demo/Provider.h"

namespace litedeck::demo {

/// Books what became of calls: their records, the state of their jobs, the credits.
class JobDesk
{
    Q_DISABLE_COPY_MOVE(JobDesk)

public:
    explicit JobDesk(DemoStore &store)
        : m_store(store)
    {}

    /// A stream was forwarded: its job is COMPLETED, and a credit taken.
    void completed(const QString &jobId, const ProviderAnswer &answer, int tokens);
    /// A stream failed: its job is FAILED, and no credit taken.
    void failed(const QString &jobId, const QString &error);

    /// Adds a call that was answered in one piece. `priced` is set for llm-call alone: only there
    /// the server stores the price that `complete` and usage sum.
    CallRecord addPlainCall(JobRecord &job, const ProviderAnswer &answer, const QJsonValue &purpose,
                            bool priced);
    /// Adds a call that failed; with `failsJob` its job ends as well.
    void addFailedCall(JobRecord &job, const QString &group, const QJsonValue &purpose,
                       const QString &error, bool failsJob);
    /// Ends a job of create-and-call and takes its credit; `form` is "Streaming single" or
    /// "Single".
    void complete(JobRecord &job, const QString &form);

private:
    CallRecord &addCall(JobRecord &job, const QString &group);

    DemoStore &m_store;
};

} // namespace litedeck::demo
