// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/SearchHitsModel.h"

#include "ui/words/Format.h"

namespace litedeck {

SearchHitsModel::SearchHitsModel(QObject *parent)
    : TableModel(1, parent)
{}

void SearchHitsModel::setHits(const QList<SearchHit> &hits)
{
    clearRows();
    setRows(hits);
}

TableHeading SearchHitsModel::heading(int) const
{
    return {{}, ColumnKind::Text};
}

TableCell SearchHitsModel::cell(int row, int) const
{
    const SearchHit &hit = at(row);
    const QString known =
        hit.excerpt.isEmpty()
            ? tr("%1, %2").arg(hit.title, formatTime(hit.at))
            //: A message that was found: %1 title of the conversation, %2 time, %3 words around.
            : tr("%1, %2: %3").arg(hit.title, formatTime(hit.at), hit.excerpt);
    return {.text = hit.title, .toolTip = known, .spoken = known};
}

} // namespace litedeck
