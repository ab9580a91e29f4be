// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ConversationFilter.h"

#include "ui/words/DateHeading.h"

namespace litedeck {

ConversationFilter::ConversationFilter(Clock &clock, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_clock(clock)
    , m_dayTimer(clock.createTimer())
{
    sort(0);
    connect(this, &QAbstractItemModel::rowsInserted, this, &ConversationFilter::updateHeadings);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &ConversationFilter::updateHeadings);
    connect(this, &QAbstractItemModel::rowsMoved, this, &ConversationFilter::updateHeadings);
    connect(this, &QAbstractItemModel::layoutChanged, this, &ConversationFilter::updateHeadings);
    connect(this, &QAbstractItemModel::modelReset, this, &ConversationFilter::updateHeadings);
    connect(this, &QAbstractItemModel::dataChanged, this, &ConversationFilter::updateHeadings);
    connect(m_dayTimer.get(), &Timer::fired, this, [this] {
        updateHeadings();
        m_dayTimer->start(DayCheckInterval);
    });
    m_dayTimer->start(DayCheckInterval);
}

void ConversationFilter::setShowsArchived(bool archived)
{
    if (m_showsArchived == archived)
        return;
    m_showsArchived = archived;
    invalidateFilter();
}

QVariant ConversationFilter::data(const QModelIndex &index, int role) const
{
    if (role == HeadingRole)
        return m_headings.value(index.row());
    const QVariant value = QSortFilterProxyModel::data(index, role);
    const QString heading =
        role == Qt::AccessibleTextRole ? m_headings.value(index.row()) : QString();
    //: %1 is the heading of a group of chats, such as "Today", %2 the first chat of it.
    return heading.isEmpty() ? value : tr("%1: %2").arg(heading, value.toString());
}

bool ConversationFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(ConversationListModel::ArchivedRole).toBool() == m_showsArchived;
}

bool ConversationFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool isLeftPinned = left.data(ConversationListModel::PinnedRole).toBool();
    const bool isRightPinned = right.data(ConversationListModel::PinnedRole).toBool();
    return isLeftPinned == isRightPinned ? left.row() < right.row() : isLeftPinned;
}

QString ConversationFilter::groupOf(int row, QDate today) const
{
    const QModelIndex at = index(row, 0);
    if (at.data(ConversationListModel::PinnedRole).toBool())
        //: A heading above the pinned chats.
        return tr("Pinned");
    const QDateTime time = at.data(ConversationListModel::UpdatedAtRole).toDateTime();
    return dateHeading(time.toLocalTime().date(), today);
}

QMap<int, QString> ConversationFilter::findHeadings() const
{
    // Groups are whole, so the end of each is looked for instead of asking every row.
    QMap<int, QString> headings;
    const QDate today = m_clock.utcNow().toLocalTime().date();
    const int rows = rowCount();
    for (int row = 0; row < rows;) {
        const QString group = groupOf(row, today);
        headings.insert(row, group);
        for (int end = rows; row < end;) {
            const int middle = row + (end - row) / 2;
            if (groupOf(middle, today) == group)
                row = middle + 1;
            else
                end = middle;
        }
    }
    return headings;
}

void ConversationFilter::updateHeadings()
{
    QMap<int, QString> headings = findHeadings();
    if (headings == m_headings)
        return;
    m_headings.swap(headings);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0),
                         {HeadingRole, Qt::AccessibleTextRole});
}

} // namespace litedeck
