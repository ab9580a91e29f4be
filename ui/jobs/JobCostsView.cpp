// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/JobCostsView.h"

#include "jobs/CallsModel.h"
#include "jobs/JobWords.h"
#include "widgets/Fonts.h"
#include "widgets/Format.h"
#include "widgets/InlineNotice.h"
#include "widgets/SectionHeading.h"
#include "widgets/TableLook.h"
#include "widgets/Theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

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
    , m_total(new QLabel(this))
    , m_note(new MutedLabel({}, this))
    , m_failure(new InlineNotice({}, Tone::Danger, this))
    , m_table(new QTableView(this))
{
    m_total->setObjectName(u"jobTotalCost"_s);
    m_total->setFont(Fonts::title());
    m_total->setTextFormat(Qt::PlainText);
    m_total->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setObjectName(u"jobCostsNote"_s);
    m_failure->setObjectName(u"jobCostsFailure"_s);
    m_failure->setClosable(false);
    m_failure->setAction(tr("Retry"));
    connect(m_failure, &InlineNotice::actionRequested, this, &JobCostsView::retryRequested);

    m_table->setObjectName(u"jobCalls"_s);
    m_table->setAccessibleName(tr("Calls"));
    polishTable(m_table);
    m_table->setModel(m_calls);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMinimumSectionSize(48);
    for (const int column : {CallsModel::Model, CallsModel::Purpose})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    column->addWidget(m_total);
    column->addWidget(m_note);
    column->addWidget(m_failure);
    column->addSpacing(Spacing::XS);
    column->addWidget(m_table);
    showLoading();
}

void JobCostsView::showLoading()
{
    m_total->hide();
    m_table->hide();
    m_failure->hide();
    m_note->setText(tr("Loading costs…"));
    m_note->show();
}

void JobCostsView::showCosts(const JobCosts &costs)
{
    m_failure->hide();
    m_calls->setCalls(costs.calls);
    showTotal(costs);
    // A column that says the same in each row only takes room; the note says it once.
    m_table->setColumnHidden(CallsModel::Model, !onlyModelOf(costs).isEmpty());
    fitTable();
    m_table->setVisible(!costs.calls.isEmpty());
}

void JobCostsView::showFailure(const QString &reason)
{
    m_total->hide();
    m_table->hide();
    m_note->hide();
    m_failure->setMessage(reason, Tone::Danger);
    m_failure->show();
}

void JobCostsView::showTotal(const JobCosts &costs)
{
    const int calls = int(costs.calls.size());
    const int unknown =
        int(std::count_if(costs.calls.cbegin(), costs.calls.cend(),
                          [](const CallCost &call) { return !costOf(call).isKnown(); }));
    const bool known = costs.total.nano != 0 || unknown < calls;
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
    m_note->setText(note);
    m_note->show();
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
