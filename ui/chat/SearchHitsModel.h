// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/TurnSearch.h"

#include <QAbstractListModel>

namespace litedeck {

/// What a search in all conversations found.
class SearchHitsModel : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchHitsModel)

public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(const QList<SearchHit> &hits);
    const SearchHit &hit(int row) const { return m_hits.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: the title. Tool tip and accessible text: all that is known of the hit.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<SearchHit> m_hits;
};

} // namespace litedeck
