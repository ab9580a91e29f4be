// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/ErrorLaneView.h"

#include "ui/errors/ErrorEntryView.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"

#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

ErrorLaneView::ErrorLaneView(ErrorEntry::Lane lane, QWidget *parent)
    : QWidget(parent)
    , m_scroll(named(u"laneList"_s, new QScrollArea(this)))
    , m_count(named(u"laneCount"_s, new Badge(this)))
    , m_empty(named(u"laneEmpty"_s, new MutedLabel({}, this)))
{
    const bool retryable = lane == ErrorEntry::Lane::CanBeRetried;
    const QString name = retryable ? tr("Can be retried") : tr("Needs attention");
    setObjectName(retryable ? u"retryLane"_s : u"attentionLane"_s);
    m_empty->setText(retryable ? tr("Nothing waits for another try.")
                               : tr("Nothing needs attention."));

    auto *sheet = new QWidget;
    m_column = columnOf(sheet, Spacing::S, {m_empty, Stretch{}}, {0, 0, Spacing::XS, Spacing::S});
    m_scroll->setAccessibleName(name);
    showSheet(m_scroll, sheet);

    auto *head = rowOf(nullptr, Spacing::S, {new SectionHeading(name, this), m_count, Stretch{}});
    columnOf(this, Spacing::S, {head, {m_scroll, 1}});
    updateCount();
}

ErrorEntryView *ErrorLaneView::view(quint64 number) const
{
    const auto found =
        std::find_if(m_views.cbegin(), m_views.cend(),
                     [number](const ErrorEntryView *v) { return v->entry().number == number; });
    return found == m_views.cend() ? nullptr : *found;
}

void ErrorLaneView::reveal(quint64 number)
{
    ErrorEntryView *entry = view(number);
    if (entry == nullptr)
        return;
    entry->takeFocus();
    m_scroll->verticalScrollBar()->setValue(entry->y());
}

ErrorEntryView *ErrorLaneView::add(const ErrorEntry &entry, const QDateTime &now)
{
    auto *view = new ErrorEntryView(entry, now, m_scroll->widget());
    m_views.prepend(view);
    m_column->insertWidget(0, view);
    // A layout shows what it gets only in the next turn of the event loop; announcing comes first.
    view->show();
    updateCount();
    return view;
}

bool ErrorLaneView::remove(quint64 number)
{
    ErrorEntryView *gone = view(number);
    if (gone == nullptr)
        return false;
    m_views.removeOne(gone);
    // Hiding hands the keyboard focus on; deleting would drop it.
    gone->hide();
    gone->deleteLater();
    updateCount();
    return true;
}

void ErrorLaneView::updateCount()
{
    const int count = int(m_views.size());
    m_count->setStatus(QLocale().toString(count), Tone::Neutral);
    //: How many errors a list has, read aloud by screen readers.
    m_count->setAccessibleName(tr("%n error(s)", nullptr, count));
    m_empty->setVisible(count == 0);
}

} // namespace litedeck
