// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/JobInspector.h"

#include "base/Redactor.h"
#include "errors/ErrorTexts.h"
#include "jobs/JobCostsView.h"
#include "jobs/JobDetails.h"
#include "jobs/JobWords.h"
#include "widgets/EmptyState.h"
#include "widgets/FactList.h"
#include "widgets/Format.h"
#include "widgets/IconButton.h"
#include "widgets/SectionHeading.h"
#include "widgets/Theme.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr Milliseconds SettleTime{120};

} // namespace

JobInspector::JobInspector(const Gateway &gateway, QWidget *parent)
    : Card(tr("Job details"), parent)
    , m_gateway(gateway)
    , m_api(gateway)
    , m_settle(gateway.clock().createTimer())
    , m_stack(new QStackedWidget(this))
    , m_state(new EmptyState(u"jobs"_s, {}, {}, this))
    , m_scroll(new QScrollArea(this))
    , m_details(new JobDetails(this))
    , m_costs(new JobCostsView(this))
    , m_metadata(new FactList(this))
    , m_noMetadata(new MutedLabel(JobWords::notRecorded(), this))
{
    setObjectName(u"jobInspector"_s);
    setFlush(true);
    auto *close = new IconButton(u"close"_s, tr("Close job details"), this);
    close->setObjectName(u"closeJobInspector"_s);
    addHeaderWidget(close);
    connect(close, &IconButton::clicked, this, &JobInspector::closeRequested);
    connect(m_state, &EmptyState::actionRequested, this, &JobInspector::requestJob);
    connect(m_costs, &JobCostsView::retryRequested, this, &JobInspector::requestCosts);
    connect(m_settle.get(), &Timer::fired, this, &JobInspector::requestCosts);
    m_state->setObjectName(u"jobInspectorState"_s);
    m_metadata->setObjectName(u"jobMetadata"_s);

    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(Spacing::L, 0, Spacing::L, Spacing::L);
    column->setSpacing(Spacing::S);
    column->addWidget(m_details);
    column->addSpacing(Spacing::L);
    column->addWidget(new SectionHeading(tr("Costs"), sheet));
    column->addWidget(m_costs);
    column->addSpacing(Spacing::L);
    column->addWidget(new SectionHeading(tr("Metadata"), sheet));
    column->addWidget(m_metadata);
    column->addWidget(m_noMetadata);
    column->addStretch(1);
    m_scroll->setObjectName(u"jobInspectorScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(sheet);
    // The card paints the surface.
    m_scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_scroll);
    content()->addWidget(m_stack, 1);
    clear();
}

JobInspector::~JobInspector()
{
    abandonRequest();
}

void JobInspector::setJob(const Job &job)
{
    if (m_job && *m_job == job)
        return;
    const bool fresh = !m_job || m_job->id != job.id;
    showJob(job);
    abandonRequest();
    if (fresh)
        m_costs->showLoading();
    m_settle->start(SettleTime);
}

void JobInspector::fetchJob(const JobId &id)
{
    m_id = id;
    m_job.reset();
    requestJob();
}

void JobInspector::clear()
{
    abandonRequest();
    m_settle->stop();
    m_id = {};
    m_job.reset();
    m_state->setContent(u"jobs"_s, tr("No job selected"),
                        tr("Select a job to see when it ran, what it cost and why it failed."));
    m_state->setAction({});
    m_stack->setCurrentWidget(m_state);
}

void JobInspector::showJob(const Job &job)
{
    const bool other = m_id != job.id;
    m_id = job.id;
    m_job = job;
    m_details->showJob(job);
    showMetadata(job.metadata);
    m_stack->setCurrentWidget(m_scroll);
    if (other)
        m_scroll->ensureVisible(0, 0);
}

void JobInspector::showMetadata(const QJsonObject &metadata)
{
    m_metadata->clear();
    const QList<Fact> facts = flattened(metadata);
    for (const Fact &fact : facts)
        m_metadata->setFact(fact.label, m_gateway.redactor().redact(fact.value));
    m_metadata->setVisible(!facts.isEmpty());
    m_noMetadata->setVisible(facts.isEmpty());
}

void JobInspector::requestJob()
{
    abandonRequest();
    m_settle->stop();
    m_state->setContent(u"clock"_s, tr("Loading the job…"), m_id.value);
    m_state->setAction({});
    m_stack->setCurrentWidget(m_state);
    auto *reply = m_api.job(m_id);
    reply->then(this, [this](const Expected<Job, Error> &job) { onJob(job); });
    m_request = reply;
}

void JobInspector::requestCosts()
{
    abandonRequest();
    auto *reply = m_api.costs(m_id);
    reply->then(this, [this](const Expected<JobCosts, Error> &costs) { onCosts(costs); });
    m_request = reply;
}

void JobInspector::onJob(const Expected<Job, Error> &job)
{
    m_request.clear();
    if (!job) {
        m_state->setContent(u"error"_s, tr("The job could not be loaded"),
                            errorInShort(job.error()), Tone::Danger);
        m_state->setAction(tr("Retry"));
        emit errorOccurred(job.error());
        return;
    }
    const Job clean = redacted(*job, m_gateway.redactor());
    showJob(clean);
    m_costs->showLoading();
    requestCosts();
    emit jobFetched(clean);
}

void JobInspector::onCosts(const Expected<JobCosts, Error> &costs)
{
    m_request.clear();
    if (costs) {
        m_costs->showCosts(*costs);
        return;
    }
    m_costs->showFailure(tr("The costs could not be loaded. %1").arg(errorInShort(costs.error())));
    emit errorOccurred(costs.error());
}

void JobInspector::abandonRequest()
{
    if (!m_request)
        return;
    ReplyBase *request = m_request;
    m_request.clear();
    request->disconnect(this);
    request->cancel();
}

} // namespace litedeck
