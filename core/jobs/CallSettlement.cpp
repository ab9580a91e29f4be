// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/CallSettlement.h"

#include "gateway/Gateway.h"

#include <algorithm>
#include <array>
#include <span>

namespace litedeck {

namespace {

using namespace std::chrono_literals;

constexpr int PageSize = 50;
/// A team that starts more jobs than this between a call and the look at it is not served.
constexpr int MaxPages = 20;
constexpr int MaxClosings = 3;
constexpr int LedgerDepth = 50;
/// The clocks of two machines differ by less than this.
constexpr auto ClockSkew = 1h;
/// Together the time for which the server waits for a provider.
constexpr std::array<Milliseconds, 7> RunPauses{2s, 4s, 8s, 16s, 30s, 30s, 30s};
/// How long a job may take to be booked after its text went out.
constexpr std::array<Milliseconds, 2> BookingPauses{1s, 4s};

} // namespace

CallSettlement::CallSettlement(const Gateway &gateway, const OpenCall &call, const CallEnd &end,
                               QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_jobs(gateway)
    , m_credits(gateway)
    , m_call(call)
    , m_end(end)
    , m_pause(gateway.clock().createTimer())
{
    connect(m_pause.get(), &Timer::fired, this, &CallSettlement::look);
}

CallSettlement::~CallSettlement() = default;

void CallSettlement::look()
{
    m_found.clear();
    lookAt(0);
}

void CallSettlement::lookAt(int offset)
{
    m_jobs.list(PageSize, offset)->then(this, [this](const Expected<JobPage, Error> &page) {
        onJobsListed(page);
    });
}

void CallSettlement::onJobsListed(const Expected<JobPage, Error> &page)
{
    if (!page) {
        finishWith(page.error());
        return;
    }
    for (const Job &job : page->jobs) {
        if (job.metadata.value(CallKeyMember).toString() == m_call.callKey)
            m_found.append(job);
    }
    const bool isOlder = !page->jobs.isEmpty() &&
                         page->jobs.constLast().createdAt < m_call.sentAt.addDuration(-ClockSkew);
    const int next = page->offset + PageSize;
    if (m_found.isEmpty() && page->mayHaveMore && !isOlder && next < PageSize * MaxPages)
        lookAt(next);
    else
        judge();
}

void CallSettlement::judge()
{
    if (m_found.isEmpty()) {
        if (m_end.outcome == Outcome::Ambiguous && m_absences++ == 0)
            m_pause->start(AbsencePause);
        else
            finish(CallFate::NeverRan);
        return;
    }
    m_finding.job = m_found.constFirst();
    if (m_found.constFirst().isOpen()) {
        if (const auto pause = nextPause()) {
            m_pause->start(*pause);
            return;
        }
    }
    const auto open =
        std::find_if(m_found.cbegin(), m_found.cend(), [](const Job &job) { return job.isOpen(); });
    if (open != m_found.cend())
        closeJob(open->id);
    else
        readCosts();
}

std::optional<Milliseconds> CallSettlement::nextPause()
{
    if (m_end.outcome == Outcome::Rejected)
        return std::nullopt;
    const auto age = m_call.sentAt.msecsTo(m_gateway.clock().utcNow());
    if (!m_end.hadText && age > LongestRun.count())
        return std::nullopt;
    const auto pauses = m_end.hadText ? std::span<const Milliseconds>(BookingPauses)
                                      : std::span<const Milliseconds>(RunPauses);
    if (m_waits == pauses.size())
        return std::nullopt;
    if (m_waits == 0)
        emit stillRunning();
    return pauses[m_waits++];
}

void CallSettlement::closeJob(const JobId &id)
{
    if (m_closings++ == MaxClosings) {
        finish(CallFate::StillRunning);
        return;
    }
    m_jobs.complete(id, false, m_end.failure)
        ->then(this, [this](const Expected<CompletedJob, Error> &completed) {
            if (!completed)
                m_finding.error = completed.error();
            look();
        });
}

void CallSettlement::readCosts()
{
    m_finding.error.reset();
    m_jobs.costs(m_finding.job->id)->then(this, [this](const Expected<JobCosts, Error> &costs) {
        if (costs)
            m_finding.costs = *costs;
        else
            m_finding.error = costs.error();
        readLedger();
    });
}

void CallSettlement::readLedger()
{
    if (m_finding.job->status != JobStatus::Completed && !m_finding.job->creditApplied) {
        finish(CallFate::Uncharged);
        return;
    }
    m_credits.transactions(LedgerDepth)
        ->then(this, [this](const Expected<QList<Transaction>, Error> &ledger) {
            if (!ledger) {
                finishWith(ledger.error());
                return;
            }
            for (const Transaction &line : *ledger) {
                if (line.job == m_finding.job->id)
                    m_finding.credits = m_finding.credits.value_or(0) + line.before - line.after;
            }
            // A job that was completed twice says that no credit was applied, though one was.
            const bool charged = m_finding.job->creditApplied || m_finding.credits.value_or(0) > 0;
            finish(charged ? CallFate::Charged : CallFate::Uncharged);
        });
}

void CallSettlement::finishWith(const Error &error)
{
    m_finding.error = error;
    finish(CallFate::Unknown);
}

void CallSettlement::finish(CallFate fate)
{
    m_finding.fate = fate;
    emit settled(m_finding);
    deleteLater();
}

} // namespace litedeck
