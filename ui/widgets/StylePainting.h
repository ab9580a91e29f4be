// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Theme.h"

#include <QStyleOption>

class QPainter;

/// The strokes that DeckStyle and our own widgets are drawn with; all sizes are
/// device-independent pixels.
namespace litedeck::paint {

/// The border of what can be operated: visible on its own, unlike the hairline of surfaces.
QColor controlBorder(const Theme &theme);

/// A rounded rectangle whose border lies inside `rect`; an invalid colour leaves that part out.
void box(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
         const QColor &border = {}, qreal borderWidth = 1);

/// The 2 px ring inside `rect` that shows where the keyboard is.
void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const Theme &theme);

/// Whether the ring belongs on this control: it has the focus, and the keyboard brought it there.
bool hasKeyboardFocus(const QStyleOption *option);

void chevron(QPainter *painter, const QRectF &rect, Qt::ArrowType direction, const QColor &color);

/// The body of a push or tool button; `flat` ones have none until the pointer is over them.
void button(QPainter *painter, const QStyleOption *option, ButtonRole role, bool flat);
/// The colour of a button's text and icon.
QColor buttonText(const QStyleOption *option, ButtonRole role);

/// The body of an input field; `focused` fields get the accent border however focus came.
void field(QPainter *painter, const QRectF &rect, const Theme &theme, QStyle::State state,
           bool focused);

void checkBox(QPainter *painter, const QStyleOption *option);
void radioButton(QPainter *painter, const QStyleOption *option);
/// The ground of a scroll bar or of the corner between two: that of the area which they belong to.
void scrollGround(QPainter *painter, const QRect &rect, const QWidget *widget);
void scrollHandle(QPainter *painter, const QStyleOption *option, const QRect &handle);
void headerSection(QPainter *painter, const QStyleOption *option);
void tab(QPainter *painter, const QStyleOption *option);
void itemBackground(QPainter *painter, const QStyleOption *option, const QWidget *view);
void progress(QPainter *painter, const QStyleOption *option, bool contents);

} // namespace litedeck::paint
