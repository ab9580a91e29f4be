// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/SearchHitsModel.h"

#include "ui/widgets/ToolTipText.h"
#include "ui/words/Format.h"

namespace litedeck {

void SearchHitsModel::setHits(const QList<SearchHit> &hits)
{
    if (!m_hits.isEmpty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_hits.size()) - 1);
        m_hits.clear();
        endRemoveRows();
    }
    if (hits.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(hits.size()) - 1);
    m_hits = hits;
    endInsertRows();
}

int SearchHitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchHitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return hit.title;
    case Qt::ToolTipRole:
        return plainToolTip(data(index, Qt::AccessibleTextRole).toString());
    case Qt::AccessibleTextRole:
        if (hit.excerpt.isEmpty())
            return tr("%1, %2").arg(hit.title, formatTime(hit.at));
        //: A message that was found: %1 title of the conversation, %2 time, %3 words around.
        return tr("%1, %2: %3").arg(hit.title, formatTime(hit.at), hit.excerpt);
    default:
        return {};
    }
}

} // namespace litedeck
