// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/CallSettlement.h"

namespace litedeck {

CallSettlement::CallSettlement(const Gateway &gateway, const QString &callKey,
                               const QString &failure, QObject *parent)
    : QObject(parent)
    , m_jobs(gateway)
    , m_credits(gateway)
    , m_callKey(callKey)
    , m_failure(failure)
{}

void CallSettlement::start()
{
    m_jobs.list(SearchDepth, 0)->then(this, [this](const Expected<JobPage, Error> &page) {
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
        if (job.metadata.value(CallKeyMember).toString() == m_callKey)
            m_finding.job = job;
    }
    if (!m_finding.job) {
        finish();
        return;
    }
    const JobStatus status = m_finding.job->status;
    const bool isOpen = status == JobStatus::Pending || status == JobStatus::InProgress;
    if (isOpen && !m_failure.isEmpty())
        closeJob();
    else
        readCosts();
}

void CallSettlement::closeJob()
{
    m_jobs.complete(m_finding.job->id, false, m_failure)
        ->then(this, [this](const Expected<CompletedJob, Error> &completed) {
            if (!completed) {
                finishWith(completed.error());
                return;
            }
            m_finding.job->status = completed->status;
            m_finding.job->completedAt = completed->completedAt;
            readCosts();
        });
}

void CallSettlement::readCosts()
{
    m_jobs.costs(m_finding.job->id)->then(this, [this](const Expected<JobCosts, Error> &costs) {
        if (!costs) {
            finishWith(costs.error());
            return;
        }
        m_finding.costs = *costs;
        if (m_finding.job->creditApplied)
            readLedger();
        else
            finish();
    });
}

void CallSettlement::readLedger()
{
    m_credits.transactions(SearchDepth)
        ->then(this, [this](const Expected<QList<Transaction>, Error> &ledger) {
            if (!ledger) {
                finishWith(ledger.error());
                return;
            }
            for (const Transaction &line : *ledger) {
                if (line.job == m_finding.job->id)
                    m_finding.credits = m_finding.credits.value_or(0) + line.before - line.after;
            }
            finish();
        });
}

void CallSettlement::finishWith(const Error &error)
{
    m_finding.error = error;
    finish();
}

void CallSettlement::finish()
{
    emit settled(m_finding);
    deleteLater();
}

} // namespace litedeck
