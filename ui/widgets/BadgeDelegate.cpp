// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BadgeDelegate.h"

#include "ui/widgets/Badge.h"
#include "ui/widgets/CellModel.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace litedeck {

namespace {

constexpr int BadgeIndent = Spacing::M;
constexpr qreal FailedTint = 0.5;

} // namespace

void BadgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    if (!option.state.testFlag(QStyle::State_Selected) && isFailed(index)) {
        const Theme theme = Theme::of(option.palette);
        // Without the line below the row.
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1),
                          mixed(theme.surface, theme.dangerSoft, FailedTint));
    }
    const QVariant tone = index.data(CellModel::ToneRole);
    if (!tone.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, {});
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    Badge::paint(painter, QRectF(option.rect).adjusted(BadgeIndent, 0, -BadgeIndent, 0), text,
                 Tone(tone.toInt()), option.palette);
}

} // namespace litedeck
