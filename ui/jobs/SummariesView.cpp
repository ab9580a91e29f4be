// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/SummariesView.h"

#include "core/base/Background.h"
#include "core/jobs/JobCostsBook.h"
#include "core/jobs/JobTables.h"
#include "core/team/LedgerHistory.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/jobs/JobsContent.h"
#include "ui/jobs/JobsModel.h"
#include "ui/jobs/SummariesModel.h"
#include "ui/jobs/SummariesPlot.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/plot/PlotCard.h"

#include <QComboBox>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int LeastColumnWidth = 72;
/// How many groups are looked at for the widths of the columns.
constexpr int MeasuredRows = 64;
constexpr int ProgressWidth = 140;
constexpr int PlotHeight = 280;
/// Below this the table needs the room of the plot.
constexpr int LeastHeight = 560;

} // namespace

SummariesView::SummariesView(const JobsContent &content, const JobsModel &jobs, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_jobs(jobs)
    , m_model(new SummariesModel(content.conversationTitle, this))
    , m_grouping(named(u"summariesGrouping"_s, new QComboBox(this)))
    , m_note(named(u"summariesNote"_s, new MutedLabel({}, this)))
    , m_read(named(u"readCosts"_s, new QPushButton(this)))
    , m_progress(named(u"readingProgress"_s, new QProgressBar(this)))
    , m_stop(named(u"stopReading"_s, new QPushButton(tr("Stop reading"), this)))
    , m_export(new IconButton(u"export"_s, tr("Export summaries"), this))
    , m_stack(new QStackedWidget)
    , m_state(new EmptyState(u"cost"_s, tr("No jobs to sum up"),
                             tr("The jobs that the list shows are summed up here.")))
    , m_plot(named(u"summariesPlot"_s, new PlotCard(tr("Compared"), SummariesPlot::headers())))
    , m_table(named(u"summariesTable"_s, new RowTable))
{
    setObjectName(u"summaries"_s);
    m_plot->setFixedHeight(PlotHeight);
    columnOf(this, Spacing::M, {createToolbar(), m_note, m_plot, {createCard(), 1}},
             {0, Spacing::M, 0, 0});

    JobCostsBook &costs = content.costs;
    connect(&costs, &JobCostsBook::progressed, this, &SummariesView::updateReading);
    connect(&costs, &JobCostsBook::readingEnded, this, &SummariesView::updateReading);
    if (content.ledger != nullptr)
        connect(content.ledger, &LedgerHistory::changed, this, &SummariesView::refresh);
    updateReading();
}

QLayout *SummariesView::createToolbar()
{
    m_grouping->setAccessibleName(tr("Sum up by"));
    m_grouping->addItem(tr("By type"), int(CostGrouping::Type));
    m_grouping->addItem(tr("By model"), int(CostGrouping::Model));
    m_grouping->addItem(tr("By day"), int(CostGrouping::Day));
    m_grouping->addItem(tr("By conversation"), int(CostGrouping::Conversation));
    m_progress->setAccessibleName(tr("Costs read"));
    m_progress->setFixedWidth(ProgressWidth);
    m_progress->setTextVisible(false);
    m_export->setObjectName(u"exportSummaries"_s);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &SummariesView::refresh);
    connect(m_read, &QPushButton::clicked, this, &SummariesView::readCosts);
    connect(m_stop, &QPushButton::clicked, &m_content.costs, &JobCostsBook::stop);
    connect(m_export, &IconButton::clicked, this, &SummariesView::exportTable);

    auto *line =
        rowOf(nullptr, Spacing::S, {m_grouping, Stretch{}, m_progress, m_stop, m_read, m_export});
    return line;
}

QWidget *SummariesView::createCard()
{
    m_state->setObjectName(u"summariesState"_s);
    m_table->setAccessibleName(tr("Summaries"));
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(LeastColumnWidth);
    header->setResizeContentsPrecision(MeasuredRows);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SummariesModel::Key, QHeaderView::Stretch);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const CostGroup &group = m_model->rows().at(index.row());
        if (m_model->grouping() == CostGrouping::Conversation && !group.key.isEmpty())
            emit conversationRequested({group.key});
    });
    auto *card = new Card;
    card->setFlush(true);
    card->content()->addWidget(m_stack, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
    return card;
}

CostGrouping SummariesView::chosenGrouping() const
{
    return CostGrouping(m_grouping->currentData().toInt());
}

void SummariesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (LedgerHistory *ledger = m_content.ledger) {
        ledger->setWatched(*this, true);
        if (!ledger->isFresh() || ledger->error())
            ledger->refresh();
    }
    refresh();
}

void SummariesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_content.ledger != nullptr)
        m_content.ledger->setWatched(*this, false);
}

void SummariesView::refresh()
{
    if (!isVisible())
        return;
    m_again = m_running;
    if (m_running)
        return;
    const CostGrouping grouping = chosenGrouping();
    if (m_jobs.rowCount() <= JobsModel::FewJobs) {
        show(grouping, costGroups(m_jobs.shown(), grouping, credits()));
        return;
    }
    m_running = true;
    inBackground([rows = m_jobs.shown(), grouping,
                  credits = credits()] { return costGroups(rows, grouping, credits); },
                 this,
                 [this, grouping](const QList<CostGroup> &groups) {
                     m_running = false;
                     show(grouping, groups);
                     if (m_again)
                         refresh();
                 });
}

void SummariesView::show(CostGrouping grouping, const QList<CostGroup> &groups)
{
    m_model->setGroups(grouping, groups);
    m_stack->setCurrentWidget(groups.isEmpty() ? static_cast<QWidget *>(m_state) : m_table);
    m_export->setEnabled(!groups.isEmpty());
    m_plot->setPlot(SummariesPlot::plot(*m_model));
    updateReading();
    updatePlot();
}

void SummariesView::updatePlot()
{
    m_plot->setVisible(!m_model->rows().isEmpty() && height() >= LeastHeight);
}

void SummariesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updatePlot();
}

void SummariesView::updateReading()
{
    const JobCostsBook &costs = m_content.costs;
    const bool reading = costs.isReading();
    m_progress->setVisible(reading);
    m_stop->setVisible(reading);
    m_progress->setMaximum(std::max(1, costs.total()));
    m_progress->setValue(costs.done());
    int jobs = 0;
    int unread = 0;
    for (const CostGroup &group : m_model->rows()) {
        jobs += group.jobs;
        unread += group.unreadJobs - group.openJobs;
    }
    m_read->setVisible(!reading && unread > 0);
    m_read->setText(tr("Read the costs of %Ln job(s)", nullptr, unread));
    QString note = m_jobs.filter().isEmpty() ? tr("%Ln job(s)", nullptr, jobs)
                                             : tr("%Ln job(s) that the filters of the list let "
                                                  "through",
                                                  nullptr, jobs);
    if (unread > 0)
        //: %1 is a text such as "300 jobs".
        note = tr("%1; the costs of %Ln of them are not read yet", nullptr, unread).arg(note);
    m_note->setText(note);
}

void SummariesView::readCosts()
{
    QList<JobId> unread;
    for (const JobRow *row : m_jobs.shown()) {
        if (!row->figures && !row->job.isOpen())
            unread.append(row->job.id);
    }
    m_content.costs.read(unread);
}

void SummariesView::exportTable()
{
    QHash<QString, QString> titles;
    if (m_model->grouping() == CostGrouping::Conversation) {
        for (const CostGroup &group : m_model->rows())
            titles.insert(group.key, m_model->title(group));
    }
    const ExportTable table = summariesTable(m_model->rows(), m_model->grouping(), titles);
    auto *dialog = new ExportDialog(tr("Export summaries"), u"litedeck-summaries"_s,
                                    tableFormats(table, m_content.redactor), window());
    dialog->open();
}

QHash<JobId, qint64> SummariesView::credits() const
{
    return m_content.ledger != nullptr ? m_content.ledger->facts()->byJob : QHash<JobId, qint64>();
}

} // namespace litedeck
