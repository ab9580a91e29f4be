// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobInspector.h"

#include "core/base/Background.h"
#include "core/base/Redactor.h"
#include "core/errors/Classifier.h"
#include "core/jobs/CostSummaries.h"
#include "core/jobs/FailureGroups.h"
#include "core/jobs/JobBook.h"
#include "core/jobs/JobCompletion.h"
#include "core/jobs/JobCostsBook.h"
#include "core/jobs/JobTables.h"
#include "core/server/Server.h"
#include "core/team/LedgerHistory.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/jobs/FailureView.h"
#include "ui/jobs/JobCostsView.h"
#include "ui/jobs/JobDetails.h"
#include "ui/jobs/JobFilterBar.h"
#include "ui/jobs/JobsContent.h"
#include "ui/jobs/JobsModel.h"
#include "ui/jobs/RawJobDialog.h"
#include "ui/jobs/RequestFacts.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/JobWords.h"

#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr Milliseconds SettleTime{120};

} // namespace

JobInspector::JobInspector(const JobsContent &content, const JobBook &book, QWidget *parent)
    : Card(RecordWords(content.server.features()).details(), parent)
    , m_content(content)
    , m_words(content.server.features())
    , m_book(book)
    , m_settle(content.clock.createTimer())
    , m_stack(new QStackedWidget(this))
    , m_state(named(u"jobInspectorState"_s, new EmptyState(u"jobs"_s, {}, {}, this)))
    , m_scroll(named(u"jobInspectorScroll"_s, new QScrollArea(this)))
    , m_details(new JobDetails(m_words, this))
    , m_failure(new FailureView(m_words, this))
    , m_actions(new QWidget(this))
    , m_retry(named(u"retryJob"_s, new QPushButton(tr("Try again"), this)))
    , m_turn(named(u"openTurn"_s, new QPushButton(tr("Open conversation"), this)))
    , m_complete(named(u"completeJob"_s, new QPushButton(tr("Complete as failed…"), this)))
    , m_raw(named(u"showRawJob"_s, new QPushButton(tr("Show JSON"), this)))
    , m_costs(new JobCostsView(this))
    , m_logged(named(u"requestFacts"_s, new FactList(this)))
    , m_metadata(named(u"jobMetadata"_s, new FactList(this)))
    , m_noMetadata(new MutedLabel(JobWords::notRecorded(), this))
{
    setObjectName(u"jobInspector"_s);
    setFlush(true);
    setAccessibleName(tr("Job details"));
    auto *close = new IconButton(u"close"_s, tr("Close job details"), this);
    close->setObjectName(u"closeJobInspector"_s);
    addHeaderWidget(close);
    connect(close, &IconButton::clicked, this, &JobInspector::closeRequested);
    connect(m_state, &EmptyState::actionRequested, this, &JobInspector::requestJob);
    connect(m_costs, &JobCostsView::retryRequested, this, &JobInspector::requestCosts);
    if (content.ledger != nullptr)
        connect(content.ledger, &LedgerHistory::changed, this, &JobInspector::onLedgerChanged);
    connect(m_costs, &JobCostsView::exportRequested, this, &JobInspector::exportCalls);
    connect(m_settle.get(), &Timer::fired, this, &JobInspector::requestCosts);
    connect(m_failure, &FailureView::causeRequested, this, &JobInspector::causeRequested);
    connect(m_failure, &FailureView::jobRequested, this, &JobInspector::jobRequested);
    connect(&content.costs, &JobCostsBook::readingEnded, this, [this] {
        if (m_job)
            showFailure(*m_job);
    });
    createActions();

    QWidget *sheet = createSheet();
    showSheet(m_scroll, sheet);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_scroll);
    this->content()->addWidget(m_stack, 1);
    clear();
}

void JobInspector::createActions()
{
    setButtonRole(m_retry, ButtonRole::Primary);
    connect(m_retry, &QPushButton::clicked, this,
            [this] { emit retryRequested(m_job->call.conversation, m_job->call.turn); });
    connect(m_turn, &QPushButton::clicked, this,
            [this] { emit turnRequested(m_job->call.conversation, m_job->call.turn); });
    connect(m_complete, &QPushButton::clicked, this, &JobInspector::askToComplete);
    connect(m_raw, &QPushButton::clicked, this, [this] {
        (new RawJobDialog(m_content.server, m_content.redactor, m_id, window()))->open();
    });
    rowOf(m_actions, Spacing::S, {m_retry, m_turn, m_complete, m_raw, Stretch{}},
          {0, Spacing::XS, 0, Spacing::XS});
}

QWidget *JobInspector::createSheet()
{
    auto *sheet = new QWidget;
    columnOf(sheet, Spacing::S,
             {m_details, Gap{Spacing::S}, new SectionHeading(tr("Costs"), sheet), m_costs, m_logged,
              Gap{Spacing::L}, new SectionHeading(tr("Metadata"), sheet), m_metadata, m_noMetadata,
              Stretch{}},
             {Spacing::L, 0, Spacing::L, Spacing::L});
    m_details->insertBelowError(m_actions);
    m_details->insertBelowError(m_failure);
    return sheet;
}

JobInspector::~JobInspector() = default;

void JobInspector::setJob(const Record &job)
{
    if (m_job && *m_job == job)
        return;
    const bool fresh = !m_job || m_job->id != job.id;
    showJob(job);
    m_request.drop();
    m_settle->stop();
    const JobCosts *known = m_content.costs.costs(job.id);
    if (!job.isOpen() && known != nullptr) {
        showCosts(*known);
        return;
    }
    if (fresh) {
        m_costs->showLoading();
        m_logged->clear();
    }
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
    m_request.drop();
    m_settle->stop();
    m_id = {};
    m_job.reset();
    m_state->setContent(u"jobs"_s, m_words.noneSelected(), m_words.selectOne());
    m_state->setAction({});
    m_stack->setCurrentWidget(m_state);
}

std::optional<qint64> JobInspector::credits() const
{
    if (m_content.ledger == nullptr)
        return std::nullopt;
    const QHash<JobId, qint64> &byJob = m_content.ledger->facts()->byJob;
    const auto found = byJob.constFind(m_id);
    return found == byJob.cend() ? std::nullopt : std::optional(*found);
}

void JobInspector::onLedgerChanged()
{
    if (m_job)
        m_details->showCharge(*m_job, credits());
}

void JobInspector::showJob(const Record &job)
{
    const bool other = m_id != job.id;
    m_id = job.id;
    m_job = job;
    if (other)
        m_worked = {};
    m_details->showJob(job, credits());
    showActions(job);
    showFailure(job);
    showMetadata(job.metadata);
    m_stack->setCurrentWidget(m_scroll);
    if (other)
        m_scroll->ensureVisible(0, 0);
}

void JobInspector::showActions(const Record &job)
{
    const ConversationId conversation = job.call.conversation;
    const bool kept = !conversation.isEmpty() && m_content.conversationTitle &&
                      !m_content.conversationTitle(conversation).isEmpty();
    const QDateTime now = m_content.clock.utcNow();
    const bool longOpen =
        job.isOpen() && job.createdAt.addMSecs(JobFilterBar::LongOpen.count()) < now;
    m_turn->setVisible(kept);
    m_retry->setVisible(kept && job.status == RecordStatus::Failed);
    m_complete->setVisible(longOpen && m_content.server.features().jobs);
}

void JobInspector::showFailure(const Record &job)
{
    const JobRowPtr row = m_book.row(job.id);
    m_failure->setVisible(row && job.status == RecordStatus::Failed);
    if (m_failure->isHidden())
        return;
    m_failure->showFailure(*row, classifyText(job.errorMessage, m_content.redactor));
    const Likeness likeness = m_words.areJobs() ? Likeness::Type : Likeness::Model;
    if (m_book.size() <= JobsModel::FewJobs) {
        showRelatives(row, relativesOf(m_book.rows(), *row, likeness));
        return;
    }
    inBackground(
        [rows = m_book.rows(), row, likeness] { return relativesOf(rows, *row, likeness); }, this,
        [this, row](const FailureRelatives &found) { showRelatives(row, found); });
}

void JobInspector::showRelatives(const JobRowPtr &failed, const FailureRelatives &relatives)
{
    if (failed->job.id != m_id)
        return;
    m_worked = relatives.worked;
    // Its costs may have become known since.
    const JobRowPtr worked = m_book.row(m_worked);
    m_failure->showRelatives(*failed, relatives.sameCause, worked.get(), m_content.clock.utcNow());
}

void JobInspector::readComparison()
{
    if (!m_worked.isEmpty())
        m_content.costs.read({m_worked});
    showFailure(*m_job);
}

void JobInspector::showCosts(const JobCosts &costs)
{
    const JobCosts clean = redacted(costs, m_content.redactor);
    m_costs->showCosts(clean, m_content.costs.completion(m_id));
    m_logged->clear();
    for (const CallCost &call : clean.calls) {
        for (const Fact &fact : call.detail ? RequestFacts::of(*call.detail) : QList<Fact>())
            m_logged->setFact(fact.label, fact.value);
    }
}

void JobInspector::showMetadata(const QJsonObject &metadata)
{
    m_metadata->clear();
    const QList<Fact> facts = flattened(m_content.redactor.redact(metadata));
    for (const Fact &fact : facts)
        m_metadata->setFact(fact.label, fact.value);
    m_metadata->setVisible(!facts.isEmpty());
    m_noMetadata->setVisible(facts.isEmpty());
}

void JobInspector::requestJob()
{
    m_settle->stop();
    m_state->setContent(u"clock"_s, m_words.loadingOne(), m_id.value);
    m_state->setAction({});
    m_stack->setCurrentWidget(m_state);
    m_request = m_content.server.record(m_id)->then(
        this, [this](const Expected<Record, Error> &job) { onJob(job); });
}

void JobInspector::requestCosts()
{
    m_request = m_content.server.costs(m_id)->then(
        this, [this](const Expected<JobCosts, Error> &costs) { onCosts(costs); });
}

void JobInspector::onJob(const Expected<Record, Error> &job)
{
    if (!job) {
        m_state->setContent(u"error"_s, m_words.oneNotLoaded(), errorInShort(job.error()),
                            Tone::Danger);
        m_state->setAction(tr("Retry"));
        emit errorOccurred(job.error());
        return;
    }
    const Record clean = redacted(*job, m_content.redactor);
    showJob(clean);
    m_costs->showLoading();
    requestCosts();
    emit jobFetched(clean);
}

void JobInspector::onCosts(const Expected<JobCosts, Error> &costs)
{
    if (costs) {
        m_content.costs.keep(*costs);
        showCosts(*costs);
        if (m_job && m_job->status == RecordStatus::Failed)
            readComparison();
        return;
    }
    m_costs->showFailure(tr("The costs could not be loaded. %1").arg(errorInShort(costs.error())));
    emit errorOccurred(costs.error());
}

void JobInspector::exportCalls()
{
    auto *dialog =
        new ExportDialog(tr("Export calls"), u"litedeck-calls-"_s + m_id.value.left(8),
                         tableFormats(callsTable(m_costs->costs()), m_content.redactor), window());
    dialog->open();
}

void JobInspector::askToComplete()
{
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Complete as failed"),
        tr("Complete this job as failed? It takes no credit. A program that still works on the job "
           "can go on calling, but the job stays failed."),
        QMessageBox::Cancel, window());
    box->setObjectName(u"completeQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(tr("Complete as failed"), QMessageBox::AcceptRole);
    yes->setObjectName(u"completeConfirmed"_s);
    setButtonRole(yes, ButtonRole::Danger);
    connect(yes, &QPushButton::clicked, this, &JobInspector::completeAsFailed);
    box->open();
}

void JobInspector::completeAsFailed()
{
    m_complete->setEnabled(false);
    auto *closer =
        new JobCompletion(m_content.server, m_content.clock, m_id, JobCompletion::LeftOpen, this);
    connect(closer, &JobCompletion::completed, this,
            [this](const CompletedJob &report) { m_content.costs.keep(report); });
    connect(closer, &JobCompletion::finished, this, [this](const Expected<Record, Error> &job) {
        m_complete->setEnabled(true);
        if (job)
            emit jobFetched(redacted(*job, m_content.redactor));
        else
            emit errorOccurred(job.error());
    });
    closer->start();
}

} // namespace litedeck
