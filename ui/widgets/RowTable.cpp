// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/TableLook.h"

#include "widgets/Fonts.h"

#include <QHeaderView>
#include <QTableView>

namespace litedeck {

namespace {

constexpr int RowHeight = 36;

} // namespace

void polishTable(QTableView *table)
{
    table->setShowGrid(false);
    table->setAlternatingRowColors(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);

    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(
        qMax(RowHeight, table->fontMetrics().height() + 14));

    QFont headerFont = Fonts::small();
    headerFont.setWeight(QFont::DemiBold);
    QHeaderView *header = table->horizontalHeader();
    header->setFont(headerFont);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setStretchLastSection(true);
}

} // namespace litedeck
