// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/JobsPage.h"

#include "errors/ErrorTexts.h"
#include "jobs/JobInspector.h"
#include "jobs/JobListLoader.h"
#include "jobs/JobsDelegate.h"
#include "jobs/JobsFilter.h"
#include "jobs/JobsModel.h"
#include "jobs/JobsToolbar.h"
#include "widgets/EmptyState.h"
#include "widgets/Format.h"
#include "widgets/InlineNotice.h"
#include "widgets/TableLook.h"
#include "widgets/Theme.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr Milliseconds AgeInterval{15'000};
constexpr int NarrowWidth = 960; // below, the details stand under the table
constexpr int LeastInspectorWidth = 412;
constexpr int LargestInspectorWidth = 560;
constexpr std::array<int, JobsModel::ColumnCount> ColumnWidths{124, 148, 140, 164, 92, 152, 240};

} // namespace

JobsPage::JobsPage(const Gateway &gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_model(new JobsModel(this))
    , m_filter(new JobsFilter(this))
    , m_loader(new JobListLoader(gateway, this))
    , m_toolbar(new JobsToolbar(this))
    , m_notice(new InlineNotice({}, Tone::Danger, this))
    , m_splitter(new QSplitter(this))
    , m_stack(new QStackedWidget)
    , m_state(new EmptyState(u"jobs"_s, {}, {}))
    , m_table(new QTableView)
    , m_inspector(new JobInspector(gateway))
    , m_ageTimer(gateway.clock().createTimer())
{
    setObjectName(u"jobsPage"_s);
    m_filter->setSourceModel(m_model);
    createTable();
    m_state->setObjectName(u"jobsState"_s);
    m_notice->setObjectName(u"jobsNotice"_s);
    m_notice->setAction(tr("Retry"));
    m_notice->hide();

    auto *card = new Card;
    card->setFlush(true);
    card->content()->addWidget(m_stack, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
    m_splitter->setObjectName(u"jobsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Spacing::M);
    m_splitter->addWidget(card);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_inspector->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addWidget(m_toolbar);
    column->addWidget(m_notice);
    column->addWidget(m_splitter, 1);
    connectParts();
    addShortcuts();
    updateState();
}

JobsPage::~JobsPage() = default;

void JobsPage::createTable()
{
    m_table->setObjectName(u"jobsTable"_s);
    m_table->setAccessibleName(tr("Jobs"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new JobsDelegate(m_table));
    polishTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JobsModel::Created, Qt::DescendingOrder);
    for (int column = 0; column < JobsModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, ColumnWidths.at(size_t(column)));
}

void JobsPage::connectParts()
{
    connect(m_loader, &JobListLoader::pageArrived, this, &JobsPage::onPage);
    connect(m_loader, &JobListLoader::finished, this, &JobsPage::onLoaded);
    connect(m_loader, &JobListLoader::failed, this, &JobsPage::onFailed);
    connect(m_toolbar, &JobsToolbar::searchChanged, this, &JobsPage::setSearch);
    connect(m_toolbar, &JobsToolbar::statusChanged, this, &JobsPage::setStatus);
    connect(m_toolbar, &JobsToolbar::refreshRequested, this, &JobsPage::refresh);
    connect(m_toolbar, &JobsToolbar::olderRequested, this, &JobsPage::loadOlder);
    connect(m_notice, &InlineNotice::actionRequested, this, &JobsPage::refresh);
    connect(m_state, &EmptyState::actionRequested, this, [this] {
        if (m_model->rowCount() > 0)
            m_toolbar->clearFilters();
        else
            refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobsPage::onCurrentChanged);
    connect(m_inspector, &JobInspector::closeRequested, this, &JobsPage::closeInspector);
    connect(m_inspector, &JobInspector::errorOccurred, this, &JobsPage::errorOccurred);
    connect(m_inspector, &JobInspector::jobFetched, this, [this](const Job &job) {
        m_model->merge({job});
        updateState();
        select(job.id);
    });
    connect(m_ageTimer.get(), &Timer::fired, this, &JobsPage::updateAge);
}

void JobsPage::addShortcuts()
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_toolbar, &JobsToolbar::focusSearch);
    auto *close = new QShortcut(Qt::Key_Escape, this);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, &JobsPage::closeInspector);
}

void JobsPage::showJob(const JobId &id)
{
    if (select(id))
        return;
    openInspector();
    m_inspector->fetchJob(id);
}

void JobsPage::refresh()
{
    load(Depth::Everything);
}

void JobsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_loader->isRunning())
        load(m_loadedAt.isValid() ? Depth::Newest : Depth::Everything);
    updateAge();
}

void JobsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ageTimer->stop();
}

void JobsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeSplitter();
}

void JobsPage::load(Depth depth)
{
    m_depth = depth;
    m_knownBefore = m_model->ids();
    m_loader->start();
    updateState();
}

void JobsPage::loadOlder()
{
    m_depth = Depth::Everything;
    m_loader->startMore();
    updateState();
}

void JobsPage::onPage(const QList<Job> &jobs)
{
    const JobId shown = m_inspector->jobId();
    const int added = m_model->merge(jobs);
    if (m_depth == Depth::Newest && added < jobs.size())
        m_loader->finishRun();
    if (const Job *job = m_model->job(shown))
        m_inspector->setJob(*job);
    updateState();
}

void JobsPage::onLoaded()
{
    m_error.reset();
    m_loadedAt = m_gateway.clock().utcNow();
    if (m_depth == Depth::Everything) {
        if (m_loader->isComplete())
            m_model->remove(m_knownBefore - m_loader->seen());
        m_toolbar->setOlderAvailable(!m_loader->isComplete());
    }
    updateState();
    updateAge();
}

void JobsPage::onFailed(const Error &error)
{
    m_error = error;
    updateState();
    if (error.category != ErrorCategory::Cancelled)
        emit errorOccurred(error);
}

void JobsPage::setSearch(const QString &text)
{
    changeFilter([this, &text] { m_filter->setText(text); });
}

void JobsPage::setStatus(std::optional<JobStatus> status)
{
    changeFilter([this, status] { m_filter->setStatus(status); });
}

template <typename Change>
void JobsPage::changeFilter(Change change)
{
    // A view whose current row goes away moves on to the next one; the details should not.
    m_filtering = true;
    change();
    const QModelIndex shown = m_filter->mapFromSource(m_model->indexOf(m_inspector->jobId()));
    if (shown.isValid())
        m_table->setCurrentIndex(shown);
    else
        m_table->selectionModel()->clear();
    m_filtering = false;
    updateState();
}

void JobsPage::onCurrentChanged(const QModelIndex &current)
{
    if (m_filtering || !current.isValid())
        return;
    const Job job = m_model->jobAt(m_filter->mapToSource(current).row());
    m_inspector->setJob(job);
    openInspector();
}

bool JobsPage::select(const JobId &id)
{
    const QModelIndex source = m_model->indexOf(id);
    if (!source.isValid())
        return false;
    if (!m_filter->mapFromSource(source).isValid())
        m_toolbar->clearFilters();
    const QModelIndex shown = m_filter->mapFromSource(source);
    m_table->setCurrentIndex(shown);
    m_table->scrollTo(shown, QAbstractItemView::PositionAtCenter);
    return true;
}

void JobsPage::openInspector()
{
    if (!m_inspector->isHidden())
        return;
    m_inspector->show();
    // The details show the error whole, and the other columns need the room.
    m_table->setColumnHidden(JobsModel::ErrorText, true);
    arrangeSplitter();
    const bool beside = m_splitter->orientation() == Qt::Horizontal;
    const int room = beside ? m_splitter->width() : m_splitter->height();
    const int details =
        beside ? std::clamp(room * 30 / 100, LeastInspectorWidth, LargestInspectorWidth)
               : room * 52 / 100;
    m_splitter->setSizes({room - details, details});
    m_table->scrollTo(m_table->currentIndex());
}

void JobsPage::closeInspector()
{
    if (m_inspector->isHidden())
        return;
    m_inspector->hide();
    m_inspector->clear();
    m_table->setColumnHidden(JobsModel::ErrorText, false);
    m_table->selectionModel()->clear();
    m_table->setFocus(Qt::OtherFocusReason);
}

void JobsPage::arrangeSplitter()
{
    const auto wanted = width() < NarrowWidth ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != wanted)
        m_splitter->setOrientation(wanted);
}

void JobsPage::updateState()
{
    const bool loading = m_loader->isRunning();
    m_toolbar->setLoading(loading);
    updateCount();
    const bool cached = m_model->rowCount() > 0;
    m_notice->setVisible(m_error.has_value() && cached && !loading);
    if (m_error)
        m_notice->setMessage(tr("The list could not be refreshed. %1").arg(errorInShort(*m_error)),
                             Tone::Danger);
    m_stack->setCurrentWidget(m_filter->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_state);
    if (cached) {
        m_state->setContent(u"filter"_s, tr("No job matches"),
                            tr("None of the jobs has this status and these words."));
        m_state->setAction(tr("Clear filters"));
    } else if (loading) {
        m_state->setContent(u"clock"_s, tr("Loading jobs…"), tr("The newest come first."));
        m_state->setAction({});
    } else if (m_error) {
        m_state->setContent(u"error"_s, tr("The jobs could not be loaded"), errorInShort(*m_error),
                            Tone::Danger);
        m_state->setAction(tr("Retry"));
    } else {
        m_state->setContent(u"jobs"_s, tr("No jobs yet"),
                            tr("Each message that you send and each program that calls with the "
                               "team's key makes one."));
        m_state->setAction({});
    }
}

void JobsPage::updateCount()
{
    const int all = m_model->rowCount();
    if (all == 0 && !m_loadedAt.isValid()) {
        m_toolbar->setCountText({}); // not known, which is not none
        return;
    }
    QString text = tr("%Ln job(s)", nullptr, all);
    if (m_filter->isFiltering())
        //: %1 is a number, %2 a text such as "300 jobs".
        text = tr("%1 of %2").arg(formatCount(m_filter->rowCount()), text);
    if (m_loader->isRunning())
        //: %1 is a text such as "300 jobs"; more are being fetched.
        text = tr("%1, loading…").arg(text);
    m_toolbar->setCountText(text);
}

void JobsPage::updateAge()
{
    m_toolbar->setAgeText(formatAsOf(m_loadedAt, m_gateway.clock().utcNow()));
    if (isVisible())
        m_ageTimer->start(AgeInterval);
}

} // namespace litedeck
