// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"
#include "core/conversation/JobCharge.h"
#include "core/gateway/AccountApi.h"
#include "core/gateway/JobsApi.h"
#include "core/store/OpenCallTable.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace litedeck {

/// The member of a job's metadata that carries the id which Litedeck made for a call.
inline constexpr QLatin1StringView CallKeyMember("litedeck_call");

/// How a call ended, as far as this side can tell.
struct CallEnd
{
    Outcome outcome = Outcome::Ambiguous;
    /// The message that an open job is closed with.
    QString failure;
    /// Text has arrived, so the call ran; the provider was done and the job ends at once or never.
    bool hadText = false;
    /// How many attempts left; each may have left a job.
    int attempts = 1;
    /// When the last of them did, UTC; invalid for the time of the call.
    QDateTime lastSentAt;
};

/// What was found on the server.
struct CallFinding
{
    CallFate fate = CallFate::Unknown;
    std::optional<Job> job; ///< Of the last attempt; empty when the server does not know the call.
    std::optional<JobCosts> costs; ///< Of that job.
    std::optional<qint64> credits; ///< Taken from the balance for that job.
    /// What earlier attempts took whose replies were lost; none for those that took nothing.
    QList<JobCharge> lost;
    std::optional<Error> error; ///< Why less was found than there may be.
};

/// Finds out what became of a call after it ended, and closes its jobs when the server left them
/// open (row A21 of the error guide).
///
/// A streamed job's id is told nowhere, so the job is looked up in the team's list by the id in its
/// metadata. One that is not there is looked for again, since a proxy may still hold the request.
/// An open job may still run, whether or not somebody listens: for 150 s, or for as long as a whole
/// reply is waited for. Only after that it is closed as failed, and each further try to close it
/// comes after a new look, because a job that is completed again and again is charged again.
///
/// Emits waiting() once with NotFoundYet and once with StillRunning when these have to be waited
/// out, settled() exactly once, and deletes itself after it.
class CallSettlement : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallSettlement)

public:
    /// For this time at least a provider can be running for a call.
    static constexpr Milliseconds ShortestRun{150'000};
    /// When a job that is not there is looked for again, from the first look on; only after the
    /// last of them the call is said never to have run.
    static constexpr std::array<Milliseconds, 3> AbsenceLooks{
        Milliseconds(2'000), Milliseconds(10'000), Milliseconds(30'000)};

    /// `gateway` outlives the settlement.
    CallSettlement(const Gateway &gateway, const OpenCall &call, const CallEnd &end,
                   QObject *parent = nullptr);
    ~CallSettlement() override;

    void start() { look(); }

signals:
    void waiting(litedeck::CallFate why);
    void settled(const litedeck::CallFinding &finding);

private:
    void look();
    void lookAt(int offset);
    void onJobsListed(const Expected<JobPage, Error> &page);
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
    const CreditsApi m_credits;
    const OpenCall m_call;
    const CallEnd m_end;
    CallFinding m_finding;
    QList<Job> m_found;       ///< Jobs of this call, one an attempt, the newest first.
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
