// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/OpenJobsNotice.h"

#include "core/jobs/CostSummaries.h"
#include "core/jobs/JobCostsBook.h"
#include "core/jobs/OpenJobsCloser.h"
#include "core/server/Server.h"
#include "ui/jobs/JobFilterBar.h"
#include "ui/jobs/JobsContent.h"
#include "ui/jobs/JobsModel.h"
#include "ui/widgets/ButtonRole.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

OpenJobsNotice::OpenJobsNotice(const JobsContent &content, const JobsModel &model, QWidget *parent)
    : InlineNotice({}, Tone::Warning, parent)
    , m_content(content)
    , m_model(model)
    , m_closer(new OpenJobsCloser(content.server, content.clock, this))
{
    setObjectName(u"jobsOpen"_s);
    hide();
    connect(this, &InlineNotice::actionRequested, this, &OpenJobsNotice::onAction);
    connect(this, &InlineNotice::closed, this, [this] { m_isDismissed = true; });
    connect(&model, &JobsModel::arranged, this, &OpenJobsNotice::refresh);
    connect(m_closer, &OpenJobsCloser::progressed, this, &OpenJobsNotice::refresh);
    connect(m_closer, &OpenJobsCloser::failed, this, &OpenJobsNotice::errorOccurred);
    connect(m_closer, &OpenJobsCloser::completed, this,
            [this](const CompletedJob &report) { m_content.costs.keep(report); });
    connect(m_closer, &OpenJobsCloser::fetched, this,
            [this](const Record &job) { emit jobFetched(redacted(job, m_content.redactor)); });
}

void OpenJobsNotice::refresh()
{
    setClosable(!m_closer->isClosing());
    if (m_closer->isClosing()) {
        setMessage(tr("Completing job %L1 of %L2 as failed…")
                       .arg(m_closer->done() + 1)
                       .arg(m_closer->total()),
                   Tone::Accent);
        setAction(tr("Stop"));
        show();
        return;
    }
    if (m_model.filter().openSince.isValid()) {
        const QList<JobId> jobs = listed();
        // One has its own button beside its details.
        tell(jobs.size() > 1 ? int(jobs.size()) : 0, tr("Complete all as failed…"));
    } else {
        const QDateTime since = m_content.clock.utcNow().addMSecs(-JobFilterBar::LongOpen.count());
        // Who looks for something else has no need of it.
        tell(m_model.filter().isEmpty() ? m_model.book().openSince(since) : 0, tr("Show them"));
    }
}

void OpenJobsNotice::tell(int jobs, const QString &action)
{
    setVisible(jobs > 0 && !m_isDismissed && m_content.server.features().jobs);
    if (jobs == 0)
        return;
    setAction(action);
    setMessage(tr("%Ln job(s) are open for more than 15 minutes; whoever started them may be gone.",
                  nullptr, jobs),
               Tone::Warning);
}

void OpenJobsNotice::onAction()
{
    if (m_closer->isClosing())
        m_closer->stop();
    else if (m_model.filter().openSince.isValid())
        ask(listed());
    else
        emit listRequested();
}

void OpenJobsNotice::ask(const QList<JobId> &jobs)
{
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Complete all as failed"),
        tr("Complete %Ln job(s) as failed? They take no credit. Programs that still work on them "
           "can go on calling, but the jobs stay failed.",
           nullptr, int(jobs.size())),
        QMessageBox::Cancel, window());
    box->setObjectName(u"completeAllQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(tr("Complete all as failed"), QMessageBox::AcceptRole);
    yes->setObjectName(u"completeAllConfirmed"_s);
    setButtonRole(yes, ButtonRole::Danger);
    connect(yes, &QPushButton::clicked, this, [this, jobs] { m_closer->close(jobs); });
    box->open();
}

QList<JobId> OpenJobsNotice::listed() const
{
    QList<JobId> jobs;
    for (const JobRow *row : m_model.shown()) {
        const ConversationId chat = row->job.call.conversation;
        const bool isKeptHere = !chat.isEmpty() && m_content.conversationTitle &&
                                !m_content.conversationTitle(chat).isEmpty();
        // The rows follow the filter a moment later.
        if (m_model.filter().accepts(*row) && !isKeptHere)
            jobs.append(row->job.id);
    }
    return jobs;
}

} // namespace litedeck
