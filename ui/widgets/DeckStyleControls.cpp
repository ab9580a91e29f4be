// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/DeckStyle.h"

#include "widgets/StylePainting.h"
#include "widgets/Tone.h"

#include <QPainter>
#include <QSplitter>
#include <QStyleOption>

namespace litedeck {

namespace {

/// The same icon in one colour, for buttons whose body is coloured.
QIcon recolored(const QIcon &icon, const QSize &size, const QColor &color, qreal ratio)
{
    QPixmap pixmap = icon.pixmap(size, ratio);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), size), color);
    painter.end();
    return QIcon(pixmap);
}

bool takesTextColor(ButtonRole role, QStyle::State state)
{
    return state.testFlag(QStyle::State_Enabled) &&
           (role != ButtonRole::Plain || state.testFlag(QStyle::State_On));
}

template <typename Option>
void colorContents(Option &option, ButtonRole role, const QPainter *painter)
{
    const QColor color = paint::buttonText(&option, role);
    option.palette.setColor(QPalette::ButtonText, color);
    option.palette.setColor(QPalette::WindowText, color);
    if (takesTextColor(role, option.state) && !option.icon.isNull())
        option.icon =
            recolored(option.icon, option.iconSize, color, painter->device()->devicePixelRatio());
}

} // namespace

void DeckStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*push);
            colorContents(copy, buttonRole(widget), painter);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ProgressBarGroove:
        paint::progress(painter, option, false);
        return;
    case CE_ProgressBarContents:
        paint::progress(painter, option, true);
        return;
    case CE_Splitter: {
        const Theme theme = Theme::of(option->palette);
        const bool active = option->state.testFlag(State_MouseOver);
        QRectF line = option->rect;
        const qreal width = active ? 3 : 1;
        if (option->state.testFlag(State_Horizontal)) {
            line.setWidth(width);
        } else {
            line.setHeight(width);
        }
        line.moveCenter(QRectF(option->rect).center());
        painter->fillRect(line, active ? theme.accent : theme.border);
        return;
    }
    default:
        if (drawViewControl(element, option, painter, widget))
            return;
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void DeckStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ToolButton:
        drawToolButton(option, painter, widget);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            if (bar->maximum > bar->minimum)
                paint::scrollHandle(painter, option,
                                    subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void DeckStyle::drawToolButton(const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (tool == nullptr)
        return;
    const ButtonRole role = buttonRole(widget);
    paint::button(painter, tool, role, tool->state.testFlag(State_AutoRaise));
    QStyleOptionToolButton label(*tool);
    colorContents(label, role, painter);
    const bool opensMenu = tool->features.testFlag(QStyleOptionToolButton::HasMenu) ||
                           tool->subControls.testFlag(SC_ToolButtonMenu);
    if (opensMenu && tool->toolButtonStyle != Qt::ToolButtonIconOnly) {
        const QRect arrow(tool->rect.right() - 21, tool->rect.top(), 16, tool->rect.height());
        paint::chevron(painter, visualRect(tool->direction, tool->rect, arrow), Qt::DownArrow,
                       label.palette.color(QPalette::ButtonText));
        label.rect = visualRect(tool->direction, tool->rect, tool->rect.adjusted(0, 0, -16, 0));
    }
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
}

void DeckStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo == nullptr)
        return;
    const Theme theme = Theme::of(option->palette);
    if (combo->frame) {
        const bool typed = combo->editable && option->state.testFlag(State_HasFocus);
        paint::field(painter, option->rect, theme, option->state,
                     typed || paint::hasKeyboardFocus(option) || option->state.testFlag(State_On));
    } else if (option->state.testFlag(State_MouseOver) || option->state.testFlag(State_HasFocus)) {
        paint::button(painter, option, ButtonRole::Plain, true);
    }
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    paint::chevron(painter, arrow, Qt::DownArrow,
                   option->state.testFlag(State_Enabled) ? theme.mutedText
                                                         : paint::controlBorder(theme));
}

void DeckStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (spin == nullptr)
        return;
    const Theme theme = Theme::of(option->palette);
    if (spin->frame)
        paint::field(painter, option->rect, theme, option->state,
                     option->state.testFlag(State_HasFocus));
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto draw = [&](SubControl part, Qt::ArrowType arrow, bool possible) {
        const bool pressed =
            option->activeSubControls == part && option->state.testFlag(State_Sunken);
        paint::chevron(painter, subControlRect(CC_SpinBox, option, part, widget), arrow,
                       pressed    ? theme.accent
                       : possible ? theme.mutedText
                                  : paint::controlBorder(theme));
    };
    draw(SC_SpinBoxUp, Qt::UpArrow, spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
    draw(SC_SpinBoxDown, Qt::DownArrow,
         spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
}

} // namespace litedeck
