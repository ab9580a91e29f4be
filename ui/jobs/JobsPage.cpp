// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobsPage.h"

#include "core/jobs/JobBook.h"
#include "core/jobs/JobCostsBook.h"
#include "core/jobs/JobsFeed.h"
#include "core/server/Server.h"
#include "core/team/LedgerHistory.h"
#include "ui/jobs/JobFilterBar.h"
#include "ui/jobs/JobInspector.h"
#include "ui/jobs/JobsListView.h"
#include "ui/jobs/JobsModel.h"
#include "ui/jobs/JobsToolbar.h"
#include "ui/jobs/SummariesView.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"

#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr Milliseconds AgeInterval{15'000};

} // namespace

JobsPage::JobsPage(const JobsContent &content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_book(new JobBook(this))
    , m_model(new JobsModel(*m_book, this, RecordWords(content.server.features())))
    , m_feed(new JobsFeed(content.server, content.clock, content.redactor, *m_book, this))
    , m_toolbar(new JobsToolbar(*m_feed, *m_model, RecordWords(content.server.features()), this))
    , m_tabs(named(u"jobsTabs"_s, new QTabWidget(this)))
    , m_list(new JobsListView(m_content, *m_model, *m_feed))
    , m_summaries(new SummariesView(m_content, *m_model))
    , m_ageTimer(content.clock.createTimer())
{
    setObjectName(u"jobsPage"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Sections of the jobs"));
    m_tabs->addTab(m_list, tr("List"));
    m_tabs->addTab(m_summaries, tr("Summaries"));

    columnOf(this, Spacing::S, {m_toolbar, {m_tabs, 1}},
             {Spacing::XL, Spacing::L, Spacing::XL, Spacing::L});
    connectParts();
    addShortcuts();
    m_book->setFigures(content.costs.figures());
    if (content.ledger != nullptr) {
        connect(content.ledger, &LedgerHistory::changed, this, &JobsPage::onLedgerChanged);
        onLedgerChanged();
    }
}

JobsPage::~JobsPage() = default;

void JobsPage::connectParts()
{
    connect(m_feed, &JobsFeed::changed, this, &JobsPage::onChanged);
    connect(m_feed, &JobsFeed::failed, this, &JobsPage::errorOccurred);
    connect(m_feed, &JobsFeed::listed, this, &JobsPage::jobsListed);
    connect(m_feed, &JobsFeed::recovered, this, &JobsPage::recovered);
    connect(m_model, &JobsModel::arranged, m_toolbar, &JobsToolbar::refresh);
    connect(m_model, &JobsModel::arranged, m_summaries, &SummariesView::refresh);
    connect(m_list, &JobsListView::errorOccurred, this, &JobsPage::detailFailed);
    connect(m_list->inspector(), &JobInspector::jobFetched, this, &JobsPage::detailRecovered);
    connect(m_list->inspector(), &JobInspector::turnRequested, this, &JobsPage::turnRequested);
    connect(m_list->inspector(), &JobInspector::retryRequested, this, &JobsPage::retryRequested);
    connect(&m_content.costs, &JobCostsBook::failed, this, &JobsPage::detailFailed);
    connect(&m_content.costs, &JobCostsBook::figured, this, &JobsPage::detailRecovered);
    connect(&m_content.costs, &JobCostsBook::figured, this, &JobsPage::onFigured);
    connect(m_summaries, &SummariesView::conversationRequested, this, &JobsPage::showJobsOf);
    connect(m_ageTimer.get(), &Timer::fired, this, &JobsPage::updateAge);
    connect(m_ageTimer.get(), &Timer::fired, m_list, &JobsListView::followTime);
}

void JobsPage::addShortcuts()
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_list->filterBar(), &JobFilterBar::focusSearch);
    auto *close = new QShortcut(Qt::Key_Escape, this);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, m_list, &JobsListView::closeInspector);
}

void JobsPage::showJob(const JobId &id)
{
    m_tabs->setCurrentWidget(m_list);
    m_list->showJob(id);
}

void JobsPage::refresh()
{
    m_feed->refresh();
}

void JobsPage::setSight(Sight sight)
{
    m_list->setSight(sight);
    m_feed->setAllowed(sight == Sight::Granted);
}

void JobsPage::look()
{
    m_feed->look();
}

void JobsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setWatched(true);
    watchLedger(true);
    m_list->followTime();
    updateAge();
}

void JobsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setWatched(false);
    watchLedger(false);
    m_ageTimer->stop();
}

void JobsPage::onFigured(const QHash<JobId, JobFigures> &figures)
{
    m_book->setFigures(figures);
    m_summaries->refresh();
}

void JobsPage::watchLedger(bool watched)
{
    if (m_content.ledger != nullptr)
        m_content.ledger->setWatched(*this, watched);
}

void JobsPage::onLedgerChanged()
{
    const LedgerHistory &ledger = *m_content.ledger;
    if (m_ledger == ledger.facts())
        return;
    const qsizetype known = m_ledger ? ledger.untouchedLines() : 0;
    m_ledger = ledger.facts();
    QHash<JobId, qint64> credits;
    for (qsizetype line = 0; line < ledger.lines().size() - known; ++line) {
        const JobId &job = ledger.lines().at(line).transaction.job;
        if (!job.isEmpty())
            credits.insert(job, m_ledger->byJob.value(job));
    }
    m_book->setCredits(credits);
}

void JobsPage::showJobsOf(const ConversationId &conversation)
{
    m_tabs->setCurrentWidget(m_list);
    m_list->filterBar()->showText(conversation.value);
}

void JobsPage::onChanged()
{
    m_summaries->refresh();
    m_list->refresh();
    m_toolbar->refresh();
    updateAge();
}

void JobsPage::updateAge()
{
    m_toolbar->setAgeText(formatAsOf(m_feed->loadedAt(), m_content.clock.utcNow()));
    // What changes more often than that must not keep it from firing.
    if (isVisible() && !m_ageTimer->isActive())
        m_ageTimer->start(AgeInterval);
}

} // namespace litedeck
