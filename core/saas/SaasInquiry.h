// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saas/JobsApi.h"
#include "core/server/Inquiry.h"
#include "core/server/Ledger.h"
#include "core/server/LedgerLine.h"

#include <memory>

namespace litedeck {

/// Finds the jobs of a call after it ended, and closes them when the server left them open (row A21
/// of the error guide).
///
/// A streamed job's id is told nowhere, so the job is looked up in the team's list by the id in its
/// metadata. One that is not there is looked for again, since a proxy may still hold the request.
/// An open job may still run, whether or not somebody listens: for 150 s, or for as long as a whole
/// reply is waited for. Only after that it is closed as failed, and each further try to close it
/// comes after a new look, because a job that is completed again and again is charged again.
class SaasInquiry final : public Inquiry
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SaasInquiry)

public:
    /// For this time at least a provider can be running for a call.
    static constexpr Milliseconds ShortestRun{150'000};

    /// Gateway and ledger outlive the inquiry.
    SaasInquiry(const Gateway &gateway, const Ledger &ledger, const OpenCall &call,
                const CallEnd &end, QObject *parent = nullptr);

    void start() override { look(); }

private:
    void look();
    void lookAt(const QString &cursor);
    void onJobsListed(const Expected<RecordPage, Error> &page);
    /// Whether that was before the call, whichever clock is right.
    bool isBefore(const QDateTime &time) const;
    void judge();
    /// Whether the job of the last attempt is not there, but may still come.
    bool mayStillCome() const;
    void waitForIt();
    /// How long a call may run on the server.
    Milliseconds longestRun() const;
    /// The pause before the next look at an open job, or none when it has run for long enough.
    std::optional<Milliseconds> nextPause();
    void closeJob(const JobId &id);
    /// Of all jobs of the call, one after the other.
    void readCosts();
    void readLedger();
    /// Whether what was read of the ledger has the lines of all jobs, as far as there are any.
    bool showsAll(const QList<Transaction> &ledger) const;
    void tell(const QList<Transaction> &ledger);
    void finishWith(const Error &error);
    void finish(CallFate fate);

    const Gateway &m_gateway;
    const JobsApi m_jobs;
    const Ledger &m_ledger;
    const OpenCall m_call;
    const CallEnd m_end;
    CallFinding m_finding;
    QList<Record> m_found;    ///< Jobs of this call, one an attempt, the newest first.
    int m_pages = 0;          ///< Of the list, read by this look.
    bool m_isListRead = true; ///< Back to the time of the call.
    std::unique_ptr<Timer> m_pause;
    size_t m_absences = 0;
    size_t m_waits = 0;
    int m_closings = 0;
    QList<JobCosts> m_costs; ///< Of the jobs, as far as they are read.
    qsizetype m_costsRead = 0;
    size_t m_ledgerReads = 0;
};

} // namespace litedeck
