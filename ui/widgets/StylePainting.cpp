// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StylePainting.h"

#include "ui/widgets/Tone.h"

#include <QAbstractScrollArea>
#include <QListView>
#include <QPainter>
#include <QTableView>

namespace litedeck::paint {

namespace {

/// Pointer feedback: a little of the text colour over whatever lies beneath.
QColor withFeedback(const QColor &base, const Theme &theme, QStyle::State state)
{
    if (state.testFlag(QStyle::State_Sunken))
        return mixed(base, theme.text, 0.13);
    if (state.testFlag(QStyle::State_MouseOver))
        return mixed(base, theme.text, 0.06);
    return base;
}

void plainButton(QPainter *painter, const QStyleOption *option, const Theme &theme, bool flat)
{
    const QStyle::State state = option->state;
    const bool on = state.testFlag(QStyle::State_On);
    const bool touched =
        state.testFlag(QStyle::State_Sunken) || state.testFlag(QStyle::State_MouseOver);
    if (on) {
        const QColor border = flat ? QColor() : mixed(theme.accentSoft, theme.accent, 0.6);
        box(painter, option->rect, Radius::S, withFeedback(theme.accentSoft, theme, state), border);
    } else if (!flat) {
        const QColor rest = theme.dark ? theme.raised : theme.surface;
        box(painter, option->rect, Radius::S, withFeedback(rest, theme, state),
            controlBorder(theme));
    } else if (touched) {
        QColor veil = theme.text;
        veil.setAlphaF(state.testFlag(QStyle::State_Sunken) ? 0.14F : 0.08F);
        box(painter, option->rect, Radius::S, veil);
    }
}

} // namespace

QColor controlBorder(const Theme &theme)
{
    return mixed(theme.border, theme.mutedText, 0.35);
}

void box(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
         const QColor &border, qreal borderWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
    painter->setPen(border.isValid() ? QPen(border, borderWidth) : Qt::NoPen);
    const qreal inset = border.isValid() ? borderWidth / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset,
                             radius - inset);
    painter->restore();
}

void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const Theme &theme)
{
    box(painter, rect, radius, {}, theme.accent, 2);
}

bool hasKeyboardFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) &&
           option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

void chevron(QPainter *painter, const QRectF &rect, Qt::ArrowType direction, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(rect.center());
    switch (direction) {
    case Qt::UpArrow:
        painter->rotate(180);
        break;
    case Qt::LeftArrow:
        painter->rotate(90);
        break;
    case Qt::RightArrow:
        painter->rotate(-90);
        break;
    case Qt::DownArrow:
    case Qt::NoArrow:
        break;
    }
    painter->drawPolyline(QPolygonF({{-4, -2}, {0, 2}, {4, -2}}));
    painter->restore();
}

void button(QPainter *painter, const QStyleOption *option, ButtonRole role, bool flat)
{
    const Theme theme = Theme::of(option->palette);
    const QRectF rect = option->rect;
    if (!option->state.testFlag(QStyle::State_Enabled)) {
        if (!flat || role == ButtonRole::Primary)
            box(painter, rect, Radius::S, mixed(theme.surface, theme.window, 0.7), theme.border);
        return;
    }
    switch (role) {
    case ButtonRole::Plain:
        plainButton(painter, option, theme, flat);
        break;
    case ButtonRole::Primary:
        box(painter, rect, Radius::S, withFeedback(theme.accent, theme, option->state));
        break;
    case ButtonRole::Danger:
        box(painter, rect, Radius::S, withFeedback(theme.dangerSoft, theme, option->state),
            mixed(theme.dangerSoft, theme.danger, 0.45));
        break;
    }
    if (!hasKeyboardFocus(option))
        return;
    if (role == ButtonRole::Primary)
        box(painter, rect.adjusted(2, 2, -2, -2), Radius::S - 2, {}, theme.onAccent, 1.5);
    focusRing(painter, rect, Radius::S, theme);
}

QColor buttonText(const QStyleOption *option, ButtonRole role)
{
    const Theme theme = Theme::of(option->palette);
    if (!option->state.testFlag(QStyle::State_Enabled))
        return option->palette.color(QPalette::Disabled, QPalette::ButtonText);
    if (role == ButtonRole::Primary)
        return theme.onAccent;
    if (role == ButtonRole::Danger)
        return theme.danger;
    return option->state.testFlag(QStyle::State_On) ? theme.accent : theme.text;
}

void field(QPainter *painter, const QRectF &rect, const Theme &theme, QStyle::State state,
           bool focused)
{
    const bool enabled = state.testFlag(QStyle::State_Enabled);
    if (focused && enabled) {
        box(painter, rect, Radius::S, theme.surface, theme.accent, 2);
        return;
    }
    const QColor rest = controlBorder(theme);
    const bool hovered = state.testFlag(QStyle::State_MouseOver);
    box(painter, rect, Radius::S, enabled ? theme.raised : theme.window,
        enabled ? (hovered ? mixed(rest, theme.mutedText, 0.5) : rest) : theme.border);
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const Theme theme = Theme::of(option->palette);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool on = option->state.testFlag(QStyle::State_On);
    const bool partly = option->state.testFlag(QStyle::State_NoChange);
    QRectF rect(0, 0, 16, 16);
    rect.moveCenter(QRectF(option->rect).center());
    if (!on && !partly) {
        box(painter, rect, 4, withFeedback(theme.surface, theme, option->state),
            enabled ? mixed(theme.border, theme.mutedText, 0.8) : theme.border, 1.25);
        return;
    }
    box(painter, rect, 4,
        enabled ? withFeedback(theme.accent, theme, option->state) : theme.border);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(enabled ? theme.onAccent : theme.mutedText, 2, Qt::SolidLine, Qt::RoundCap,
                         Qt::RoundJoin));
    painter->translate(rect.topLeft());
    if (partly)
        painter->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
    else
        painter->drawPolyline(QPolygonF({{4.2, 8.3}, {6.9, 11}, {11.8, 5.4}}));
    painter->restore();
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const Theme theme = Theme::of(option->palette);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    QRectF rect(0, 0, 16, 16);
    rect.moveCenter(QRectF(option->rect).center());
    if (option->state.testFlag(QStyle::State_On)) {
        box(painter, rect, 8, enabled ? theme.accent : theme.border);
        box(painter, rect.adjusted(5, 5, -5, -5), 3, enabled ? theme.onAccent : theme.mutedText);
        return;
    }
    box(painter, rect, 8, withFeedback(theme.surface, theme, option->state),
        enabled ? mixed(theme.border, theme.mutedText, 0.8) : theme.border, 1.25);
}

void scrollGround(QPainter *painter, const QRect &rect, const QWidget *widget)
{
    // A scroll bar lies in a container inside its area, the corner in the area itself.
    for (const QWidget *each = widget; each != nullptr && !each->isWindow();
         each = each->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(each);
        if (area == nullptr)
            continue;
        const QWidget *viewport = area->viewport();
        if (viewport->autoFillBackground())
            painter->fillRect(rect, viewport->palette().brush(viewport->backgroundRole()));
        return;
    }
}

void scrollHandle(QPainter *painter, const QStyleOption *option, const QRect &handle)
{
    const Theme theme = Theme::of(option->palette);
    const bool active = option->state.testFlag(QStyle::State_MouseOver) ||
                        option->state.testFlag(QStyle::State_Sunken);
    QRectF rect = QRectF(handle).adjusted(2, 2, -2, -2);
    if (!active) {
        const bool upright = !option->state.testFlag(QStyle::State_Horizontal);
        rect.adjust(upright ? 1 : 0, upright ? 0 : 1, upright ? -1 : 0, upright ? 0 : -1);
    }
    box(painter, rect, qMin(rect.width(), rect.height()) / 2,
        mixed(theme.border, theme.mutedText, active ? 0.7 : 0.3));
}

void headerSection(QPainter *painter, const QStyleOption *option)
{
    const Theme theme = Theme::of(option->palette);
    const bool touched = option->state.testFlag(QStyle::State_MouseOver) &&
                         option->state.testFlag(QStyle::State_Enabled);
    const QRect rect = option->rect;
    painter->fillRect(rect, touched ? mixed(theme.raised, theme.text, 0.06) : theme.raised);
    painter->fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.border);
}

void tab(QPainter *painter, const QStyleOption *option)
{
    const Theme theme = Theme::of(option->palette);
    const QRectF rect = option->rect;
    if (option->state.testFlag(QStyle::State_Selected))
        box(painter, QRectF(rect.left() + 8, rect.bottom() - 3, rect.width() - 16, 3), 1.5,
            theme.accent);
    else if (option->state.testFlag(QStyle::State_MouseOver))
        box(painter, rect.adjusted(2, 4, -2, -6), Radius::S, mixed(theme.window, theme.text, 0.06));
}

void itemBackground(QPainter *painter, const QStyleOption *option, const QWidget *view)
{
    const Theme theme = Theme::of(option->palette);
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    const bool isTable = qobject_cast<const QTableView *>(view) != nullptr;
    // A table colours whole rows, and Qt tells only the cell under the pointer.
    const bool hovered = !isTable && option->state.testFlag(QStyle::State_MouseOver) &&
                         option->state.testFlag(QStyle::State_Enabled);
    if (!selected && !hovered)
        return;
    const QColor fill = selected ? theme.accentSoft : mixed(theme.surface, theme.text, 0.05);
    if (qobject_cast<const QListView *>(view) != nullptr)
        box(painter, QRectF(option->rect).adjusted(2, 1, -2, -1), Radius::S, fill);
    else
        painter->fillRect(option->rect, fill);
}

void progress(QPainter *painter, const QStyleOption *option, bool contents)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (bar == nullptr)
        return;
    const Theme theme = Theme::of(option->palette);
    QRectF rect(option->rect.left(), 0, option->rect.width(), 6);
    rect.moveCenter(QRectF(option->rect).center());
    if (!contents) {
        box(painter, rect, 3, theme.border);
        return;
    }
    const bool busy = bar->minimum == bar->maximum;
    const int span = qMax(1, bar->maximum - bar->minimum);
    const qreal part = busy ? 1.0 : qreal(qMax(0, bar->progress - bar->minimum)) / span;
    rect.setWidth(qMin(rect.width(), qMax(6.0, rect.width() * part)));
    if (part > 0)
        box(painter, rect, 3, busy ? mixed(theme.border, theme.accent, 0.5) : theme.accent);
}

} // namespace litedeck::paint
