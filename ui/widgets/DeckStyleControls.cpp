// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DeckStyle.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/StylePainting.h"
#include "ui/widgets/Tone.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int LabelGap = 6;
constexpr int MenuArrowWidth = 18;

/// The same icon in one colour, for buttons whose body is coloured.
QPixmap recolored(QPixmap pixmap, const QColor &color)
{
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(), pixmap.deviceIndependentSize()), color);
    painter.end();
    return pixmap;
}

QIcon::Mode iconMode(QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return QIcon::Disabled;
    return state.testFlag(QStyle::State_MouseOver) ? QIcon::Active : QIcon::Normal;
}

} // namespace

void DeckStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButtonLabel(option, painter, widget,
                            {push->text, push->icon, push->iconSize,
                             push->features.testFlag(QStyleOptionButton::HasMenu)});
            return;
        }
        break;
    case CE_PushButtonBevel:
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
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
            paint::scrollGround(painter, option->rect, widget);
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
    paint::button(painter, tool, buttonRole(widget), tool->state.testFlag(State_AutoRaise));
    const bool hasText = tool->toolButtonStyle != Qt::ToolButtonIconOnly && !tool->text.isEmpty();
    const bool underneath = hasText && tool->toolButtonStyle == Qt::ToolButtonTextUnderIcon;
    if (underneath || tool->features.testFlag(QStyleOptionToolButton::Arrow)) {
        proxy()->drawControl(CE_ToolButtonLabel, tool, painter, widget);
        return;
    }
    const bool hasIcon = tool->toolButtonStyle != Qt::ToolButtonTextOnly;
    drawButtonLabel(option, painter, widget,
                    {hasText ? tool->text : QString(), hasIcon ? tool->icon : QIcon(),
                     tool->iconSize,
                     hasText && tool->features.testFlag(QStyleOptionToolButton::HasMenu)});
}

void DeckStyle::drawButtonLabel(const QStyleOption *option, QPainter *painter,
                                const QWidget *widget, const ButtonLabel &label) const
{
    const ButtonRole role = buttonRole(widget);
    const QColor color = paint::buttonText(option, role);
    const QStyle::State state = option->state;
    const bool one =
        state.testFlag(State_Enabled) && (role != ButtonRole::Plain || state.testFlag(State_On));
    QRect room = option->rect;
    if (label.menu) {
        const QRect arrow(room.right() - 6 - MenuArrowWidth, room.top(), MenuArrowWidth,
                          room.height());
        paint::chevron(painter, visualRect(option->direction, option->rect, arrow), Qt::DownArrow,
                       color);
        room = visualRect(option->direction, room, room.adjusted(0, 0, -MenuArrowWidth, 0));
    }
    const bool underline = styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0;
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine |
                      (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int words = option->fontMetrics.size(flags, label.text).width();
    const int picture = label.icon.isNull() ? 0 : label.iconSize.width();
    const int gap = picture > 0 && words > 0 ? LabelGap : 0;
    QRect inner(0, room.top(), picture + gap + words, room.height());
    inner.moveLeft(room.left() + qMax(0, (room.width() - inner.width()) / 2));
    if (picture > 0) {
        const qreal ratio = painter->device()->devicePixelRatio();
        const QPixmap pixmap = label.icon.pixmap(label.iconSize, ratio, iconMode(state),
                                                 state.testFlag(State_On) ? QIcon::On : QIcon::Off);
        const QRect place(inner.left(), room.top() + (room.height() - label.iconSize.height()) / 2,
                          picture, label.iconSize.height());
        painter->drawPixmap(visualRect(option->direction, room, place),
                            one ? recolored(pixmap, color) : pixmap);
    }
    painter->setPen(color);
    const QRect place(inner.left() + picture + gap, room.top(),
                      qMin(words + 1, room.right() - inner.left() - picture - gap), room.height());
    painter->drawText(visualRect(option->direction, room, place), flags, label.text);
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

QIcon DeckStyle::standardIcon(StandardPixmap which, const QStyleOption *option,
                              const QWidget *widget) const
{
    // Qt's own one is a picture, for which the plug-ins that read pictures would be loaded.
    if (which == SP_LineEditClearButton)
        return icon(u"close"_s, Tone::Neutral);
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace litedeck
