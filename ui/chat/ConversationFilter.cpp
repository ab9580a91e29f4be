// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ConversationFilter.h"

#include "chat/ConversationListModel.h"

namespace litedeck {

ConversationFilter::ConversationFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    sort(0);
}

void ConversationFilter::setShowsArchived(bool archived)
{
    if (m_showsArchived == archived)
        return;
    m_showsArchived = archived;
    invalidateFilter();
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

} // namespace litedeck
