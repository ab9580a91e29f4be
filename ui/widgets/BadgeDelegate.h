// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace litedeck {

/// Paints the cells of a table that have a tone as a badge, and tints the rows of what failed.
class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BadgeDelegate)

public:
    /// `toneRole` is an int, a Tone, in cells that are badges, and not valid in others.
    explicit BadgeDelegate(int toneRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    /// Whether the row of this cell stands for something that failed.
    virtual bool isFailed(const QModelIndex &index) const = 0;

private:
    const int m_toneRole;
};

} // namespace litedeck
