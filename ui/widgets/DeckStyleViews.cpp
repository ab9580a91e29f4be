// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DeckStyle.h"

#include "ui/widgets/StylePainting.h"

#include <QListView>
#include <QPainter>
#include <QStyleOption>

namespace litedeck {

bool DeckStyle::drawViewControl(ControlElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_ItemViewItem:
        drawItem(option, painter, widget);
        return true;
    case CE_Header:
        drawHeader(option, painter, widget);
        return true;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paint::headerSection(painter, option);
        return true;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader copy(*header);
            copy.palette.setColor(QPalette::ButtonText, Theme::of(option->palette).mutedText);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return true;
        }
        return false;
    case CE_TabBarTabShape:
        paint::tab(painter, option);
        return true;
    case CE_TabBarTabLabel:
        drawTabLabel(option, painter, widget);
        return true;
    case CE_MenuItem:
        drawMenuItem(option, painter, widget);
        return true;
    default:
        return false;
    }
}

void DeckStyle::drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item == nullptr)
        return;
    QStyleOptionViewItem copy(*item);
    const Theme theme = Theme::of(option->palette);
    // Selected rows are soft, so their text keeps the colour that the model or we gave it.
    const QPalette::ColorGroup group =
        item->state.testFlag(State_Enabled) ? QPalette::Active : QPalette::Disabled;
    for (const auto each : {QPalette::Active, QPalette::Inactive})
        copy.palette.setColor(each, QPalette::HighlightedText,
                              item->palette.color(group, QPalette::Text));
    copy.state.setFlag(State_HasFocus, false);
    QProxyStyle::drawControl(CE_ItemViewItem, &copy, painter, widget);
    if (paint::hasKeyboardFocus(item)) {
        const bool inList = qobject_cast<const QListView *>(widget) != nullptr;
        const QRectF rect = inList ? QRectF(item->rect).adjusted(2, 1, -2, -1) : QRectF(item->rect);
        paint::focusRing(painter, rect, inList ? Radius::S : 3, theme);
    }
}

void DeckStyle::drawHeader(const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header == nullptr)
        return;
    // The base draws label and arrow in rectangles of its own, past subElementRect().
    painter->save();
    painter->setClipRect(option->rect);
    proxy()->drawControl(CE_HeaderSection, option, painter, widget);
    QStyleOptionHeader part(*header);
    part.rect = subElementRect(SE_HeaderLabel, option, widget);
    proxy()->drawControl(CE_HeaderLabel, &part, painter, widget);
    if (header->sortIndicator != QStyleOptionHeader::None) {
        part.rect = subElementRect(SE_HeaderArrow, option, widget);
        proxy()->drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
    }
    painter->restore();
}

void DeckStyle::drawTabLabel(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (tab == nullptr)
        return;
    QStyleOptionTab copy(*tab);
    copy.state.setFlag(State_HasFocus, false);
    if (tab->state.testFlag(State_Enabled)) {
        const Theme theme = Theme::of(option->palette);
        const bool selected = tab->state.testFlag(State_Selected);
        copy.palette.setColor(QPalette::WindowText, selected ? theme.text : theme.mutedText);
    }
    QProxyStyle::drawControl(CE_TabBarTabLabel, &copy, painter, widget);
    if (paint::hasKeyboardFocus(tab))
        paint::focusRing(painter, QRectF(tab->rect).adjusted(2, 4, -2, -6), Radius::S,
                         Theme::of(option->palette));
}

void DeckStyle::drawMenuItem(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (item == nullptr)
        return;
    const Theme theme = Theme::of(option->palette);
    QStyleOptionMenuItem copy(*item);
    const bool separator = item->menuItemType == QStyleOptionMenuItem::Separator;
    if (separator && item->text.isEmpty()) {
        painter->fillRect(
            QRectF(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
            theme.border);
        return;
    }
    if (item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled))
        paint::box(painter, QRectF(item->rect).adjusted(1, 1, -1, -1), Radius::S, theme.accentSoft);
    copy.state.setFlag(State_Selected, false);
    QProxyStyle::drawControl(CE_MenuItem, &copy, painter, widget);
}

} // namespace litedeck
