// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/RequestLogFilter.h"

#include "ui/diagnostics/RequestLogModel.h"

#include <algorithm>

namespace litedeck {

RequestLogFilter::RequestLogFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{}

void RequestLogFilter::setText(const QString &text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RequestLogFilter::setFailuresOnly(bool failuresOnly)
{
    m_failuresOnly = failuresOnly;
    invalidateFilter();
}

bool RequestLogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_failuresOnly && !index.data(RequestLogModel::FailureRole).toBool())
        return false;
    const QString haystack = index.data(RequestLogModel::HaystackRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&haystack](const QString &word) { return haystack.contains(word); });
}

} // namespace litedeck
