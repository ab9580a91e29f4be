// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowTable.h"

#include "ui/widgets/Fonts.h"

#include <QHeaderView>
#include <QScrollBar>

namespace litedeck {

namespace {

constexpr int RowHeight = 36;

} // namespace

RowTable::RowTable(QWidget *parent)
    : QTableView(parent)
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(qMax(RowHeight, fontMetrics().height() + 14));

    QFont headerFont = Fonts::small();
    headerFont.setWeight(QFont::DemiBold);
    QHeaderView *header = horizontalHeader();
    header->setFont(headerFont);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setStretchLastSection(true);
}

void RowTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int left = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(left);
}

QModelIndex RowTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action != MoveLeft && action != MoveRight)
        return QTableView::moveCursor(action, modifiers);
    const bool forward = (action == MoveRight) == isLeftToRight();
    horizontalScrollBar()->triggerAction(forward ? QAbstractSlider::SliderSingleStepAdd
                                                 : QAbstractSlider::SliderSingleStepSub);
    return currentIndex();
}

} // namespace litedeck
