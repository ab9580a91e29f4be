// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Expected.h"
#include "chat/Conversation.h"
#include "gateway/AccountApi.h"
#include "gateway/JobsApi.h"

#include <QObject>

namespace litedeck {

/// The member of a job's metadata that carries the id which Litedeck made for a call.
inline constexpr QLatin1StringView CallKeyMember("litedeck_call");

/// Finds out what became of a call after it ended, and closes its job when the server left it open
/// (row A21 of the error guide).
///
/// A streamed job's id is told nowhere, so the job is looked up in the team's list by the id in its
/// metadata; then its costs and its line in the ledger are read. Emits settled() exactly once and
/// deletes itself after it.
class CallSettlement : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallSettlement)

public:
    /// How many of the newest jobs and ledger lines are looked through.
    static constexpr int SearchDepth = 20;

    /// What was found; `job` is empty when the server does not know the call.
    struct Finding
    {
        std::optional<Job> job;
        std::optional<JobCosts> costs;
        std::optional<qint64> credits; ///< Taken from the balance for this job.
        std::optional<Error> error;    ///< Why less was found than there may be.
    };

    /// `gateway` outlives the settlement. `failure` is the message that an open job is closed with;
    /// empty after a success, when an open job is left alone.
    CallSettlement(const Gateway &gateway, const QString &callKey, const QString &failure,
                   QObject *parent = nullptr);

    void start();

signals:
    void settled(const litedeck::CallSettlement::Finding &finding);

private:
    void onJobsListed(const Expected<JobPage, Error> &page);
    void closeJob();
    void readCosts();
    void readLedger();
    void finish();
    void finishWith(const Error &error);

    const JobsApi m_jobs;
    const CreditsApi m_credits;
    const QString m_callKey;
    const QString m_failure;
    Finding m_finding;
};

} // namespace litedeck
