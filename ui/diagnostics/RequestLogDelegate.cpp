// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/RequestLogDelegate.h"

#include "diagnostics/RequestLogModel.h"
#include "widgets/Badge.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace litedeck {

namespace {

constexpr int BadgeIndent = Spacing::S;
constexpr qreal FailedTint = 0.5;

bool isFailure(const QModelIndex &index)
{
    const auto tone =
        index.siblingAtColumn(RequestLogModel::Result).data(RequestLogModel::BadgeToneRole);
    return Tone(tone.toInt()) == Tone::Danger;
}

} // namespace

RequestLogDelegate::RequestLogDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void RequestLogDelegate::initStyleOption(QStyleOptionViewItem *option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool loud =
        index.column() == RequestLogModel::Path || index.column() == RequestLogModel::Method;
    if (!loud)
        option->palette.setColor(QPalette::Text, Theme::of(option->palette).mutedText);
    if (index.column() == RequestLogModel::Path)
        option->textElideMode = Qt::ElideMiddle;
}

void RequestLogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    if (!option.state.testFlag(QStyle::State_Selected) && isFailure(index))
        painter->fillRect(option.rect, mixed(theme.surface, theme.dangerSoft, FailedTint));
    const QVariant tone = index.data(RequestLogModel::BadgeToneRole);
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
