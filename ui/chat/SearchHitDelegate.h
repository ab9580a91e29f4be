// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/TurnSearch.h"

#include <QStyledItemDelegate>

namespace litedeck {

class SearchHitsModel;

/// Draws what was found: the title, and below it the words around with the matches marked.
class SearchHitDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchHitDelegate)

public:
    /// `model` outlives the delegate.
    explicit SearchHitDelegate(const SearchHitsModel &model, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const SearchHitsModel &m_model;
};

} // namespace litedeck
