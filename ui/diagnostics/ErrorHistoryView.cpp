// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/ErrorHistoryView.h"

#include "ui/diagnostics/ErrorHistoryModel.h"
#include "ui/errors/EvidenceDialog.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorReport.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolTip>

#include <array>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int WideTable = 820;   // below, the evidence tells when it was first seen
constexpr int MediumTable = 640; // below, the evidence tells the rest
constexpr std::array<int, ErrorHistoryModel::ColumnCount> ColumnWidths{96, 240, 144, 144, 72, 104};

} // namespace

ErrorHistoryView::ErrorHistoryView(const ErrorBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_model(new ErrorHistoryModel(board, this))
    , m_count(named(u"errorHistoryCount"_s, new MutedLabel({}, this)))
    , m_evidence(new QPushButton(icon(u"evidence"_s), tr("Show evidence"), this))
    , m_copy(named(u"historyCopy"_s, new QPushButton(icon(u"copy"_s), tr("Copy report"), this)))
    , m_stack(new QStackedWidget)
    , m_table(named(u"errorHistoryTable"_s, new RowTable))
{
    setObjectName(u"errorHistoryView"_s);
    m_evidence->setObjectName(u"historyEvidence"_s);
    m_evidence->setAccessibleName(m_evidence->text());
    m_copy->setAccessibleName(m_copy->text());
    createTable();
    auto *empty = new EmptyState(u"success"_s, tr("No error has ended yet"),
                                 tr("What was wrong and works again, or was dismissed, can still "
                                    "be read here until Litedeck is closed."));
    empty->setObjectName(u"errorHistoryEmpty"_s);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);

    auto *line = rowOf(nullptr, Spacing::M, {{m_count, 1}, m_evidence, m_copy});
    auto *card = new Card;
    card->setFlush(true);
    card->content()->addWidget(m_stack, 1);
    columnOf(this, Spacing::S, {line, {card, 1}}, {0, Spacing::M, 0, 0});

    connect(m_evidence, &QPushButton::clicked, this, &ErrorHistoryView::showEvidence);
    connect(m_copy, &QPushButton::clicked, this, &ErrorHistoryView::copyReport);
    connect(m_table, &QTableView::activated, this, &ErrorHistoryView::showEvidence);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ErrorHistoryView::updateState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ErrorHistoryView::updateState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ErrorHistoryView::updateState);
    updateState();
}

void ErrorHistoryView::createTable()
{
    m_table->setAccessibleName(tr("Error history"));
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    for (int column = 0; column < ErrorHistoryModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, ColumnWidths.at(size_t(column)));
    header->setSectionResizeMode(ErrorHistoryModel::Title, QHeaderView::Stretch);
}

void ErrorHistoryView::showEvidence()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    auto *dialog = new EvidenceDialog(m_model->at(current.row()).entry, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ErrorHistoryView::copyReport()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    QGuiApplication::clipboard()->setText(errorReport(m_model->at(current.row()).entry));
    QToolTip::showText(m_copy->mapToGlobal(QPoint(0, m_copy->height())), tr("Copied"), m_copy);
}

void ErrorHistoryView::updateState()
{
    const int rows = m_model->rowCount();
    m_count->setText(tr("%n error(s) ended", nullptr, rows));
    m_stack->setCurrentIndex(rows > 0 ? 1 : 0);
    const bool any = m_table->currentIndex().isValid();
    m_evidence->setEnabled(any);
    m_copy->setEnabled(any);
}

void ErrorHistoryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_table->setColumnHidden(ErrorHistoryModel::Lane, width() < MediumTable);
    m_table->setColumnHidden(ErrorHistoryModel::FirstSeen, width() < WideTable);
}

} // namespace litedeck
