// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/SaasInquiry.h"

#include "core/gateway/Gateway.h"

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
/// How much of the ledger is read until the lines of the jobs are found; it has no pages.
constexpr std::array LedgerDepths{50, 400, 3'200, 10'000};
/// The clocks of two machines differ by less than this.
constexpr auto ClockSkew = 1h;
/// Between the looks at a job that may still run; the last one again and again.
constexpr std::array<Milliseconds, 5> RunPauses{2s, 4s, 8s, 16s, 30s};
/// How long a job may take to be booked after its text went out.
constexpr std::array<Milliseconds, 2> BookingPauses{1s, 4s};

} // namespace

SaasInquiry::SaasInquiry(const Gateway &gateway, const Ledger &ledger, const OpenCall &call,
                         const CallEnd &end, QObject *parent)
    : Inquiry(parent)
    , m_gateway(gateway)
    , m_jobs(gateway)
    , m_ledger(ledger)
    , m_call(call)
    , m_end(end)
    , m_pause(gateway.clock().createTimer())
{
    connect(m_pause.get(), &Timer::fired, this, &SaasInquiry::look);
}

void SaasInquiry::look()
{
    m_found.clear();
    m_isListRead = true;
    m_pages = 0;
    lookAt({});
}

void SaasInquiry::lookAt(const QString &cursor)
{
    ++m_pages;
    m_jobs.list(PageSize, cursor)->then(this, [this](const Expected<RecordPage, Error> &page) {
        onJobsListed(page);
    });
}

void SaasInquiry::onJobsListed(const Expected<RecordPage, Error> &page)
{
    if (!page) {
        finishWith(page.error());
        return;
    }
    for (const Record &job : page->records) {
        if (job.call.callKey == m_call.callKey)
            m_found.append(job);
    }
    // An earlier attempt of the call may have left a job further back.
    const bool isOlder = !page->records.isEmpty() && isBefore(page->records.constLast().createdAt);
    if (page->next.isEmpty() || isOlder) {
        judge();
    } else if (m_pages < MaxPages) {
        lookAt(page->next);
    } else {
        m_isListRead = false;
        judge();
    }
}

bool SaasInquiry::isBefore(const QDateTime &time) const
{
    return time < m_call.sentAt.addDuration(-ClockSkew);
}

void SaasInquiry::judge()
{
    if (mayStillCome()) {
        waitForIt();
        return;
    }
    if (m_found.isEmpty()) {
        const bool hasRun = m_end.hadText || m_end.outcome == Outcome::Committed;
        finish(hasRun || !m_isListRead ? CallFate::Unknown : CallFate::NeverRan);
        return;
    }
    m_finding.job = m_found.constFirst().id;
    if (m_found.constFirst().isOpen()) {
        if (const auto pause = nextPause()) {
            m_pause->start(*pause);
            return;
        }
    }
    const auto open = std::find_if(m_found.cbegin(), m_found.cend(),
                                   [](const Record &job) { return job.isOpen(); });
    if (open != m_found.cend()) {
        closeJob(open->id);
        return;
    }
    m_finding.error.reset();
    readCosts();
}

bool SaasInquiry::mayStillCome() const
{
    if (m_absences == AbsenceLooks.size())
        return false;
    if (m_found.isEmpty())
        return m_end.hadText || m_end.outcome != Outcome::Rejected;
    // The jobs of earlier attempts tell nothing of the last one.
    return m_end.outcome == Outcome::Ambiguous && !m_end.hadText && m_found.size() < m_end.attempts;
}

void SaasInquiry::waitForIt()
{
    if (m_absences == 0)
        emit waiting(CallFate::NotFoundYet);
    const auto since = m_absences == 0 ? Milliseconds::zero() : AbsenceLooks[m_absences - 1];
    m_pause->start(AbsenceLooks[m_absences++] - since);
}

Milliseconds SaasInquiry::longestRun() const
{
    const Milliseconds patience = m_gateway.patience().wholeReply;
    return std::max(ShortestRun,
                    patience > Milliseconds::zero() ? patience : CallPatience().wholeReply);
}

std::optional<Milliseconds> SaasInquiry::nextPause()
{
    if (m_end.outcome == Outcome::Rejected)
        return std::nullopt;
    const QDateTime sentAt = m_end.lastSentAt.isValid() ? m_end.lastSentAt : m_call.sentAt;
    const Milliseconds age(sentAt.msecsTo(m_gateway.clock().utcNow()));
    if (!m_end.hadText && age > longestRun())
        return std::nullopt;
    const auto pauses = m_end.hadText ? std::span<const Milliseconds>(BookingPauses)
                                      : std::span<const Milliseconds>(RunPauses);
    if (m_end.hadText && m_waits == pauses.size())
        return std::nullopt;
    if (m_waits == 0)
        emit waiting(CallFate::StillRunning);
    return pauses[std::min(m_waits++, pauses.size() - 1)];
}

void SaasInquiry::closeJob(const JobId &id)
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

void SaasInquiry::readCosts()
{
    if (m_costsRead == m_found.size()) {
        readLedger();
        return;
    }
    m_jobs.costs(m_found.at(m_costsRead++).id)
        ->then(this, [this](const Expected<JobCosts, Error> &costs) {
            if (costs)
                m_costs.append(*costs);
            else
                m_finding.error = costs.error();
            readCosts();
        });
}

void SaasInquiry::readLedger()
{
    const bool mayBeCharged = std::any_of(m_found.cbegin(), m_found.cend(), [](const Record &job) {
        return job.status == RecordStatus::Completed || job.isCharged();
    });
    // One that completed between the look and the closing no longer says that it was charged.
    if (!mayBeCharged && m_closings == 0) {
        tell({});
        return;
    }
    const int depth = LedgerDepths[m_ledgerReads++];
    m_ledger.newest(depth)->then(this,
                                 [this, depth](const Expected<QList<Transaction>, Error> &ledger) {
                                     if (!ledger)
                                         finishWith(ledger.error());
                                     else if (ledger->size() < depth || showsAll(*ledger))
                                         tell(*ledger);
                                     else
                                         readLedger();
                                 });
}

bool SaasInquiry::showsAll(const QList<Transaction> &ledger) const
{
    if (m_ledgerReads == LedgerDepths.size() || isBefore(ledger.constLast().createdAt))
        return true;
    return std::all_of(m_found.cbegin(), m_found.cend(), [&ledger](const Record &job) {
        const bool isPaid = std::any_of(ledger.cbegin(), ledger.cend(),
                                        [&job](const Transaction &t) { return t.job == job.id; });
        return isPaid || (job.status != RecordStatus::Completed && !job.isCharged());
    });
}

void SaasInquiry::tell(const QList<Transaction> &ledger)
{
    bool isCharged = false;
    for (const Record &job : std::as_const(m_found)) {
        JobCharge charge{.job = job.id};
        for (const Transaction &line : ledger) {
            if (line.job == job.id)
                charge.credits =
                    Measured<qint64>::reported(charge.credits.value + line.before - line.after);
        }
        const auto costs = std::find_if(m_costs.cbegin(), m_costs.cend(),
                                        [&job](const JobCosts &read) { return read.id == job.id; });
        if (costs != m_costs.cend() && costs->total != Usd())
            charge.cost = Measured<Usd>::reported(costs->total);
        // A job that was completed twice says that no credit was applied, though one was.
        isCharged = isCharged || job.isCharged() || charge.credits.value > 0;
        if (job.id != m_finding.job) {
            if (!charge.isNothing())
                m_finding.lost.append(charge);
            continue;
        }
        if (costs != m_costs.cend()) {
            m_finding.charge = costs->charge();
            m_finding.costs = *costs;
        }
        m_finding.charge.credits = charge.credits;
    }
    finish(isCharged ? CallFate::Charged : CallFate::Uncharged);
}

void SaasInquiry::finishWith(const Error &error)
{
    m_finding.error = error;
    finish(CallFate::Unknown);
}

void SaasInquiry::finish(CallFate fate)
{
    m_finding.fate = fate;
    const bool tookNothing = fate == CallFate::NeverRan || fate == CallFate::Uncharged;
    if (tookNothing && !m_finding.charge.credits.isKnown())
        m_finding.charge.credits = Measured<qint64>::reported(0);
    emit settled(m_finding);
    deleteLater();
}

} // namespace litedeck
