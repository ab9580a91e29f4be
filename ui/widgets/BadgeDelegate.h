// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace litedeck {

/// Paints the cells of a CellModel that have a tone as a badge, and tints the rows of what failed.
class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BadgeDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    /// Whether the row of this cell stands for something that failed.
    virtual bool isFailed(const QModelIndex &index) const = 0;
};

} // namespace litedeck
