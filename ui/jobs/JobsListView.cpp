// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobsListView.h"

#include "core/jobs/JobTables.h"
#include "core/jobs/JobsFeed.h"
#include "core/server/Server.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/jobs/JobFilterBar.h"
#include "ui/jobs/JobInspector.h"
#include "ui/jobs/JobsContent.h"
#include "ui/jobs/JobsModel.h"
#include "ui/jobs/JobsTable.h"
#include "ui/jobs/OpenJobsNotice.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorTexts.h"

#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int NarrowWidth = 960; // below, the details stand under the table
constexpr int LeastInspectorWidth = 412;
constexpr int LargestInspectorWidth = 560;

} // namespace

JobsListView::JobsListView(const JobsContent &content, JobsModel &model, JobsFeed &feed,
                           QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_words(content.server.features())
    , m_model(model)
    , m_feed(feed)
    , m_table(new JobsTable(model, content.settings, m_words))
    , m_filters(new JobFilterBar(content.clock, m_words, m_table->columnsMenu(), this))
    , m_notice(named(u"jobsNotice"_s, new InlineNotice({}, Tone::Danger, this)))
    , m_openNotice(new OpenJobsNotice(content, model, this))
    , m_splitter(named(u"jobsSplitter"_s, new QSplitter(this)))
    , m_stack(new QStackedWidget)
    , m_state(named(u"jobsState"_s, new EmptyState(u"jobs"_s, {}, {})))
    , m_inspector(new JobInspector(content, model.book()))
{
    setObjectName(u"jobsList"_s);
    m_notice->setAction(tr("Retry"));
    m_notice->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Spacing::M);
    m_splitter->addWidget(createCard());
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_inspector->hide();

    columnOf(this, Spacing::M, {m_filters, m_notice, m_openNotice, {m_splitter, 1}},
             {0, Spacing::M, 0, 0});
    connectParts();
    refresh();
}

QWidget *JobsListView::createCard()
{
    auto *card = new Card;
    card->setFlush(true);
    card->content()->addWidget(m_stack, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
    return card;
}

void JobsListView::connectParts()
{
    connect(m_filters, &JobFilterBar::filterChanged, this, &JobsListView::onFilterChanged);
    connect(m_notice, &InlineNotice::actionRequested, &m_feed, &JobsFeed::refresh);
    connect(m_state, &EmptyState::actionRequested, this, &JobsListView::onStateAction);
    connect(&m_model, &JobsModel::aboutToArrange, this, [this] { m_arranging = true; });
    connect(&m_model, &JobsModel::arranged, this, &JobsListView::onArranged);
    connect(&m_model, &JobsModel::rowLeaving, this, [this] { m_arranging = true; });
    connect(&m_model, &JobsModel::rowLeft, this, [this] { setCurrent(m_inspector->jobId()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobsListView::onCurrentChanged);
    connect(m_inspector, &JobInspector::closeRequested, this, &JobsListView::closeInspector);
    connect(m_inspector, &JobInspector::errorOccurred, this, &JobsListView::errorOccurred);
    connect(m_inspector, &JobInspector::jobFetched, this, &JobsListView::onJobFetched);
    connect(m_inspector, &JobInspector::jobRequested, this, &JobsListView::showJob);
    connect(m_inspector, &JobInspector::causeRequested, m_filters, &JobFilterBar::showCause);
    connect(m_filters, &JobFilterBar::exportRequested, this, &JobsListView::exportJobs);
    connect(m_openNotice, &OpenJobsNotice::listRequested, m_filters, &JobFilterBar::showLongOpen);
    connect(m_openNotice, &OpenJobsNotice::jobFetched, this, &JobsListView::onJobFetched);
    connect(m_openNotice, &OpenJobsNotice::errorOccurred, this, &JobsListView::errorOccurred);
}

void JobsListView::onJobFetched(const Record &job)
{
    // Details that stay open on a job which the filter no longer lets through are no reason to
    // clear the filter.
    const bool known = m_model.book().row(job.id) != nullptr;
    m_model.book().merge({job});
    refresh();
    if (!known)
        select(job.id);
}

void JobsListView::exportJobs()
{
    const ExportTable table = jobsTable(m_model.shown(), m_table->fields());
    auto *dialog = new ExportDialog(m_words.exportAll(),
                                    m_words.areJobs() ? u"litedeck-jobs"_s : u"litedeck-requests"_s,
                                    tableFormats(table, m_content.redactor), window());
    dialog->open();
}

void JobsListView::showJob(const JobId &id)
{
    if (select(id))
        return;
    openInspector();
    m_inspector->fetchJob(id);
}

void JobsListView::followTime()
{
    m_staysPut = true;
    if (!m_filters->followTime())
        m_staysPut = false;
}

void JobsListView::onFilterChanged(const JobFilter &filter)
{
    m_model.setFilter(filter);
}

void JobsListView::onArranged()
{
    // A view whose current row goes away moves on to the next one; the details should not.
    const bool staysPut = std::exchange(m_staysPut, false) && m_wanted.isEmpty();
    const JobId id = m_wanted.isEmpty() ? m_inspector->jobId() : m_wanted;
    m_wanted = {};
    setCurrent(id);
    if (!staysPut)
        m_table->scrollTo(m_table->currentIndex());
    onCurrentChanged(m_table->currentIndex());
    updateState();
}

void JobsListView::setCurrent(const JobId &id)
{
    if (const QModelIndex shown = m_model.indexOf(id); shown.isValid())
        m_table->setCurrentIndex(shown);
    else
        m_table->selectionModel()->clear();
    m_arranging = false;
}

void JobsListView::onCurrentChanged(const QModelIndex &current)
{
    if (m_arranging || !current.isValid())
        return;
    m_inspector->setJob(m_model.at(current.row()).job);
    openInspector();
}

void JobsListView::onStateAction()
{
    if (m_model.book().size() > 0)
        m_filters->clear();
    else
        m_feed.refresh();
}

bool JobsListView::select(const JobId &id)
{
    const JobRowPtr row = m_model.book().row(id);
    if (!row)
        return false;
    if (!m_model.filter().accepts(*row)) {
        m_wanted = id;
        m_filters->clear();
        return true;
    }
    const QModelIndex shown = m_model.indexOf(id);
    m_table->setCurrentIndex(shown);
    m_table->scrollTo(shown, QAbstractItemView::PositionAtCenter);
    return true;
}

void JobsListView::openInspector()
{
    if (!m_inspector->isHidden())
        return;
    m_inspector->show();
    m_table->setErrorShownElsewhere(true);
    arrangeSplitter();
    const bool beside = m_splitter->orientation() == Qt::Horizontal;
    const int room = beside ? m_splitter->width() : m_splitter->height();
    const int details =
        beside ? std::clamp(room * 30 / 100, LeastInspectorWidth, LargestInspectorWidth)
               : room * 52 / 100;
    m_splitter->setSizes({room - details, details});
    m_table->scrollTo(m_table->currentIndex());
}

void JobsListView::closeInspector()
{
    if (m_inspector->isHidden())
        return;
    m_inspector->hide();
    m_inspector->clear();
    m_table->setErrorShownElsewhere(false);
    m_table->selectionModel()->clear();
    m_table->setFocus(Qt::OtherFocusReason);
}

void JobsListView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeSplitter();
}

void JobsListView::arrangeSplitter()
{
    const auto wanted = width() < NarrowWidth ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != wanted)
        m_splitter->setOrientation(wanted);
}

void JobsListView::refresh()
{
    m_filters->setChoices(m_model.book().types(), m_model.book().models());
    updateInspector();
    updateState();
}

void JobsListView::setSight(Sight sight)
{
    m_sight = sight;
    updateState();
}

void JobsListView::updateInspector()
{
    if (const JobRowPtr row = m_model.book().row(m_inspector->jobId()))
        m_inspector->setJob(row->job);
}

void JobsListView::updateState()
{
    const bool loading = m_feed.isLoading();
    const bool cached = m_model.book().size() > 0;
    const auto &error = m_feed.error();
    m_openNotice->refresh();
    m_filters->setExportEnabled(m_model.rowCount() > 0);
    m_notice->setVisible(error.has_value() && cached && !loading);
    if (error)
        m_notice->setMessage(tr("The list could not be refreshed. %1").arg(errorInShort(*error)),
                             Tone::Danger);
    m_stack->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_state);
    if (cached) {
        m_state->setContent(u"filter"_s, m_words.noneMatches(), m_words.noneMatchesWhy());
        m_state->setAction(tr("Clear filters"));
    } else if (m_sight != Sight::Granted) {
        m_state->setContent(u"jobs"_s, m_words.notSeen(), RecordWords::whyNotSeen(m_sight));
        m_state->setAction({});
    } else if (loading) {
        m_state->setContent(u"clock"_s, m_words.loading(), tr("The newest come first."));
        m_state->setAction({});
    } else if (error) {
        m_state->setContent(u"error"_s, m_words.notLoaded(), errorInShort(*error), Tone::Danger);
        m_state->setAction(tr("Retry"));
    } else {
        m_state->setContent(u"jobs"_s, m_words.noneYet(), m_words.noneYetWhy());
        m_state->setAction({});
    }
}

} // namespace litedeck
