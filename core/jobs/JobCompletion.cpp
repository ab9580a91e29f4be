// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobCompletion.h"

#include "core/errors/Verdict.h"
#include "core/gateway/Reply.h"
#include "core/server/Inquiry.h"
#include "core/server/JobClosing.h"
#include "core/server/Server.h"

namespace litedeck {

JobCompletion::JobCompletion(const Server &server, Clock &clock, const JobId &job,
                             const QString &failure, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_id(job)
    , m_failure(failure)
    , m_pause(clock.createTimer())
{
    connect(m_pause.get(), &Timer::fired, this, &JobCompletion::look);
}

void JobCompletion::look()
{
    m_server.record(m_id)->then(this,
                                [this](const Expected<Record, Error> &job) { onLooked(job); });
}

void JobCompletion::onLooked(const Expected<Record, Error> &job)
{
    if (job && job->isOpen() && m_doubt) {
        if (m_looks < AbsenceLooks.size()) {
            lookLater();
            return;
        }
        finish(Unexpected{withFate(*m_doubt, CallFate::Uncharged)});
        return;
    }
    if (!job || !job->isOpen() || m_isSent) {
        finish(job);
        return;
    }
    m_isSent = true;
    m_server.jobClosing()
        ->complete(m_id, m_failure)
        ->then(this, [this](const Expected<CompletedJob, Error> &report) { onCompleted(report); });
}

void JobCompletion::onCompleted(const Expected<CompletedJob, Error> &report)
{
    if (report) {
        emit completed(*report);
        look();
        return;
    }
    const Outcome outcome = report.error().outcome;
    if (outcome == Outcome::NotSent || outcome == Outcome::Rejected) {
        finish(Unexpected{report.error()});
        return;
    }
    m_doubt = report.error();
    lookLater();
}

void JobCompletion::lookLater()
{
    m_pause->start(AbsenceLooks[m_looks] -
                   (m_looks == 0 ? Milliseconds::zero() : AbsenceLooks[m_looks - 1]));
    ++m_looks;
}

void JobCompletion::finish(const Expected<Record, Error> &job)
{
    emit finished(job);
    deleteLater();
}

} // namespace litedeck
