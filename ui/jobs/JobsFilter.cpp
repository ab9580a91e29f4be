// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/JobsFilter.h"

#include "jobs/JobsModel.h"

#include <algorithm>

namespace litedeck {

JobsFilter::JobsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(JobsModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
    sort(JobsModel::Created, Qt::DescendingOrder);
}

void JobsFilter::setText(const QString &text)
{
    QStringList words = text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    invalidateRowsFilter();
}

void JobsFilter::setStatus(std::optional<JobStatus> status)
{
    if (m_status == status)
        return;
    m_status = status;
    invalidateRowsFilter();
}

bool JobsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex cell = sourceModel()->index(row, 0, parent);
    if (m_status && cell.data(JobsModel::StatusRole).toInt() != int(*m_status))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString haystack = cell.data(JobsModel::HaystackRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&haystack](const QString &word) { return haystack.contains(word); });
}

bool JobsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (QSortFilterProxyModel::lessThan(left, right))
        return true;
    if (left.column() == JobsModel::Created || QSortFilterProxyModel::lessThan(right, left))
        return false;
    // Among equals the newest first, whichever way the column is sorted.
    const auto created = [](const QModelIndex &cell) {
        return cell.siblingAtColumn(JobsModel::Created).data(JobsModel::SortRole).toDateTime();
    };
    return sortOrder() == Qt::AscendingOrder ? created(left) > created(right)
                                             : created(left) < created(right);
}

} // namespace litedeck
