// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DeckStyle.h"

#include "ui/widgets/StylePainting.h"
#include "ui/widgets/Tone.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr auto RoleProperty = "litedeckButtonRole";
constexpr int ScrollBarWidth = 12;
constexpr int ShortestHandle = 28;
constexpr int RowHeight = 32;

/// A field that lies inside a combo or spin box, which draws the body for both.
bool isEmbedded(const QWidget *widget)
{
    const QWidget *parent = widget != nullptr ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox *>(parent) != nullptr ||
           qobject_cast<const QAbstractSpinBox *>(parent) != nullptr;
}

/// The frame of a scroll area: far enough from the viewport for the square corners of the one to
/// stay inside the round corners of the other.
bool isFramedArea(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget) != nullptr &&
           qobject_cast<const QHeaderView *>(widget) == nullptr && !isEmbedded(widget);
}

void drawAreaFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Theme theme = Theme::of(option->palette);
    const bool focused = option->state.testFlag(QStyle::State_HasFocus);
    const bool typed = widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit");
    const bool ring = focused && (typed || paint::hasKeyboardFocus(option));
    paint::box(painter, option->rect, Radius::S, option->palette.color(QPalette::Base),
               ring    ? theme.accent
               : typed ? paint::controlBorder(theme)
                       : theme.border,
               ring ? 2 : 1);
}

/// The room for the mark of a sorted column; 0 for others.
int headerArrowWidth(const QStyleOption *option)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    return header != nullptr && header->sortIndicator != QStyleOptionHeader::None ? 14 : 0;
}

QSize toolButtonSize(const QStyleOption *option, const QSize &contents)
{
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (tool == nullptr || tool->toolButtonStyle == Qt::ToolButtonIconOnly || tool->text.isEmpty())
        return contents + QSize(10, 10);
    const bool menu = tool->features.testFlag(QStyleOptionToolButton::HasMenu);
    return {contents.width() + 18 + (menu ? 18 : 0), contents.height() + 10};
}

QRect scrollBarPart(const QStyleOptionSlider *bar, QStyle::SubControl part)
{
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int handle = length;
    if (range > 0)
        handle = qBound(qMin(ShortestHandle, length),
                        int(qint64(length) * bar->pageStep / (range + bar->pageStep)), length);
    const int start = QStyle::sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    int from = 0;
    int size = 0;
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        size = length;
        break;
    case QStyle::SC_ScrollBarSlider:
        from = start;
        size = handle;
        break;
    case QStyle::SC_ScrollBarSubPage:
        size = start;
        break;
    case QStyle::SC_ScrollBarAddPage:
        from = start + handle;
        size = length - from;
        break;
    default:
        break;
    }
    const QRect rect = horizontal ? QRect(from, 0, size, bar->rect.height())
                                  : QRect(0, from, bar->rect.width(), size);
    return QStyle::visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
}

} // namespace

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(RoleProperty, int(role));
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    if (button == nullptr)
        return ButtonRole::Plain;
    const QVariant set = button->property(RoleProperty);
    if (set.isValid())
        return ButtonRole(set.toInt());
    const auto *push = qobject_cast<const QPushButton *>(button);
    return push != nullptr && push->isDefault() ? ButtonRole::Primary : ButtonRole::Plain;
}

DeckStyle::DeckStyle()
    : QProxyStyle(u"Fusion"_s)
{}

void DeckStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

void DeckStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    const Theme theme = Theme::of(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool flat = push != nullptr && push->features.testFlag(QStyleOptionButton::Flat);
        paint::button(painter, option, buttonRole(widget), flat);
        return;
    }
    case PE_PanelButtonTool:
        paint::button(painter, option, buttonRole(widget), false);
        return;
    case PE_PanelLineEdit:
        if (!isEmbedded(widget))
            paint::field(painter, option->rect, theme, option->state,
                         option->state.testFlag(State_HasFocus));
        return;
    case PE_FrameLineEdit:
    case PE_FrameTabWidget:
        return;
    case PE_Frame:
        if (isFramedArea(widget)) {
            drawAreaFrame(option, painter, widget);
            return;
        }
        break;
    case PE_FrameFocusRect:
        // Buttons draw the ring with their body.
        if (qobject_cast<const QPushButton *>(widget) == nullptr &&
            option->state.testFlag(State_KeyboardFocusChange))
            paint::focusRing(painter, option->rect, 4, theme);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(painter, option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioButton(painter, option);
        return;
    case PE_PanelItemViewItem:
        paint::itemBackground(painter, option, widget);
        return;
    case PE_PanelItemViewRow:
        if (widget != nullptr && widget->inherits("QTableView"))
            painter->fillRect(
                QRectF(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                mixed(theme.surface, theme.border, 0.6));
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        paint::chevron(painter, option->rect, Qt::DownArrow, theme.mutedText);
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        paint::chevron(painter, option->rect, Qt::UpArrow, theme.mutedText);
        return;
    case PE_IndicatorArrowRight:
        paint::chevron(painter, option->rect, Qt::RightArrow, theme.mutedText);
        return;
    case PE_IndicatorArrowLeft:
        paint::chevron(painter, option->rect, Qt::LeftArrow, theme.mutedText);
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool up = header != nullptr && header->sortIndicator == QStyleOptionHeader::SortUp;
        paint::chevron(painter, option->rect, up ? Qt::DownArrow : Qt::UpArrow, theme.accent);
        return;
    }
    case PE_FrameTabBarBase:
        painter->fillRect(
            QRectF(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            theme.border);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, theme.surface);
        paint::box(painter, option->rect, 0, {}, paint::controlBorder(theme));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        if (theme.dark)
            paint::box(painter, option->rect, 0, {}, paint::controlBorder(theme));
        return;
    case PE_PanelScrollAreaCorner:
        paint::scrollGround(painter, option->rect, widget);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QRect DeckStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(bar, subControl);
    }
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, subControl, widget)
            .adjusted(option->direction == Qt::RightToLeft ? 0 : 6, 0,
                      option->direction == Qt::RightToLeft ? -6 : 0, 0);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 2, -28, -2));
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow) {
        const QRect rect = option->rect;
        return visualRect(option->direction, rect,
                          {rect.right() - 27, rect.top(), 24, rect.height()});
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect DeckStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    if (element == SE_LineEditContents && !isEmbedded(widget))
        return option->rect.adjusted(7, 2, -7, -2);
    const QRect rect = option->rect;
    const int arrow = headerArrowWidth(option);
    if (element == SE_HeaderArrow)
        return visualRect(option->direction, rect,
                          {rect.right() - arrow - Spacing::XS, rect.top(), arrow, rect.height()});
    if (element == SE_HeaderLabel)
        return visualRect(
            option->direction, rect,
            rect.adjusted(Spacing::M, 0, arrow > 0 ? -arrow - Spacing::S : -Spacing::M, 0));
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize DeckStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {qMax(72, size.width() + 30), qMax(ControlHeight, size.height())};
    case CT_LineEdit:
    case CT_SpinBox:
        return isEmbedded(widget)
                   ? result
                   : QSize(result.width() + 10, qMax(ControlHeight, result.height()));
    case CT_ComboBox:
        return {size.width() + 44, qMax(ControlHeight, result.height())};
    case CT_ToolButton:
        return toolButtonSize(option, size).expandedTo({28, 28});
    case CT_ItemViewItem:
        return {result.width() + 8, qMax(RowHeight, result.height())};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool line = item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
        return line ? QSize(result.width(), 9)
                    : QSize(result.width() + 16, qMax(30, result.height()));
    }
    case CT_TabBarTab:
        return {result.width() + 8, qMax(36, result.height())};
    case CT_HeaderSection:
        return {result.width() + 8, qMax(RowHeight, result.height())};
    default:
        return result;
    }
}

int DeckStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return ScrollBarWidth;
    case PM_ScrollBarSliderMin:
        return ShortestHandle;
    case PM_DefaultFrameWidth:
        return isFramedArea(widget) ? 3 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return Spacing::S;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return 18;
    case PM_SplitterWidth:
        return 7;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return Spacing::XS;
    case PM_ToolTipLabelFrameWidth:
        return Spacing::S;
    case PM_FocusFrameHMargin: // The distance of an item's text from its edges.
        if (qobject_cast<const QTableView *>(widget) != nullptr)
            return Spacing::M - 1;
        return qobject_cast<const QListView *>(widget) != nullptr ? Spacing::XS + 1 : 3;
    case PM_HeaderMargin:
        return Spacing::S;
    case PM_HeaderMarkSize:
        return 10;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return Spacing::M;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Spacing::S;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeckStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace litedeck
