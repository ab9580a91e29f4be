// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobCostsView.h"

#include "ui/jobs/CallsModel.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"
#include "ui/words/JobWords.h"

#include <QHeaderView>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int MostRowsAtOnce = 8;

/// The one model of all calls that tell theirs; empty when there are several or none.
QString onlyModelOf(const JobCosts &costs)
{
    QString only;
    for (const CallCost &call : costs.calls) {
        if (call.model.isEmpty() || call.model == only)
            continue;
        if (!only.isEmpty())
            return {};
        only = call.model;
    }
    return only;
}

} // namespace

JobCostsView::JobCostsView(QWidget *parent)
    : QWidget(parent)
    , m_calls(new CallsModel(this))
    , m_total(named(u"jobTotalCost"_s, new QLabel(this)))
    , m_note(named(u"jobCostsNote"_s, new MutedLabel({}, this)))
    , m_latency(named(u"jobLatency"_s, new MutedLabel({}, this)))
    , m_mismatch(named(u"jobCostsMismatch"_s, new InlineNotice({}, Tone::Warning, this)))
    , m_export(named(u"exportCalls"_s, new IconButton(u"export"_s, tr("Export calls"), this)))
    , m_failure(named(u"jobCostsFailure"_s, new InlineNotice({}, Tone::Danger, this)))
    , m_table(named(u"jobCalls"_s, new RowTable(this)))
{
    m_total->setFont(Fonts::title());
    m_total->setTextFormat(Qt::PlainText);
    m_total->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mismatch->setClosable(false);
    connect(m_export, &IconButton::clicked, this, &JobCostsView::exportRequested);
    m_failure->setClosable(false);
    m_failure->setAction(tr("Retry"));
    connect(m_failure, &InlineNotice::actionRequested, this, &JobCostsView::retryRequested);

    m_table->setAccessibleName(tr("Calls"));
    m_table->setModel(m_calls);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMinimumSectionSize(48);
    for (const int column : {CallsModel::Model, CallsModel::Purpose})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *head = rowOf(nullptr, -1, {{m_total, 1}, m_export});
    columnOf(this, Spacing::XS,
             {head, m_note, m_latency, m_mismatch, m_failure, Gap{Spacing::XS}, m_table});
    showLoading();
}

void JobCostsView::showLoading()
{
    hideCosts();
    m_failure->hide();
    m_note->setText(tr("Loading costs…"));
    m_note->show();
}

void JobCostsView::hideCosts()
{
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_total, m_latency, m_mismatch, m_export, m_table})
        part->hide();
}

void JobCostsView::showCosts(const JobCosts &costs, const CompletedJob *completion)
{
    m_failure->hide();
    m_shown = {costs.calls,
               completion != nullptr ? std::optional(completion->calls) : std::nullopt};
    m_calls->setCalls(costs.calls, m_shown.reports.value_or(QList<CallReport>()));
    showTotal(costs);
    showCompletion(costs, completion);
    m_export->setVisible(!costs.calls.isEmpty());
    m_table->setColumnHidden(CallsModel::Latency, completion == nullptr);
    // A column that says the same in each row only takes room; the note says it once.
    m_table->setColumnHidden(CallsModel::Model, !onlyModelOf(costs).isEmpty());
    fitTable();
    m_table->setVisible(!costs.calls.isEmpty());
}

void JobCostsView::showFailure(const QString &reason)
{
    hideCosts();
    m_note->hide();
    m_failure->setMessage(reason, Tone::Danger);
    m_failure->show();
}

void JobCostsView::showTotal(const JobCosts &costs)
{
    const int calls = int(costs.calls.size());
    const int unknown =
        int(std::count_if(costs.calls.cbegin(), costs.calls.cend(), [](const CallCost &call) {
            return !costOf(call).isKnown() && !hasFailed(call);
        }));
    const JobFigures figures = figuresOf(costs);
    const bool known = costs.total.nano != 0 || figures.cost.isKnown();
    m_total->setText(formatUsd(known ? Measured<Usd>::reported(costs.total) : Measured<Usd>()));
    //: Read aloud by screen readers; %1 is an amount or "not reported".
    m_total->setAccessibleName(tr("Total cost: %1").arg(m_total->text()));
    m_total->show();

    QString note = calls == 0 ? tr("No calls recorded") : tr("%Ln call(s)", nullptr, calls);
    if (const QString model = onlyModelOf(costs); !model.isEmpty())
        //: %1 is a text such as "4 calls", %2 the name of a model.
        note = tr("%1 of %2").arg(note, model);
    if (unknown > 0 && known)
        note = tr("%1, %2 of them without a reported cost").arg(note, formatCount(unknown));
    else if (unknown > 0)
        note = tr("%1; the server booked neither tokens nor a cost").arg(note);
    if (figures.failedCalls > 0)
        //: %1 is a text such as "4 calls of gpt-4o".
        note = tr("%1, %Ln failed", nullptr, figures.failedCalls).arg(note);
    m_note->setText(note);
    m_note->show();
}

void JobCostsView::showCompletion(const JobCosts &costs, const CompletedJob *completion)
{
    // What is logged of a request has its own lines.
    m_latency->setVisible(!costs.calls.isEmpty() && !costs.calls.constFirst().detail);
    m_latency->setText(
        completion != nullptr
            ? tr("Average latency of a call: %1").arg(formatDuration(completion->averageLatency))
            // The server tells them once, to whoever completes the job.
            : tr("Latency and error of each call: %1").arg(JobWords::notRecorded().toLower()));
    const bool differ = completion != nullptr && completion->totalCost != costs.total;
    m_mismatch->setVisible(differ);
    if (differ)
        m_mismatch->setMessage(
            tr("The server's sums differ: completing the job reported %1, its "
               "calls come to %2. A markup of your team is in the first one only.")
                .arg(formatUsd(Measured<Usd>::reported(completion->totalCost)),
                     formatUsd(Measured<Usd>::reported(costs.total))),
            Tone::Warning);
}

void JobCostsView::fitTable()
{
    const int rows = std::clamp(m_calls->rowCount(), 1, MostRowsAtOnce);
    const int row = m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * row +
                            Spacing::S);
    m_table->setVerticalScrollBarPolicy(
        m_calls->rowCount() > MostRowsAtOnce ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

} // namespace litedeck
