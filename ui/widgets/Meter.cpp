// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Meter.h"

#include "ui/widgets/StylePainting.h"

#include <QPainter>

namespace litedeck {

namespace {

constexpr int BarHeight = 6;
constexpr int UsualWidth = 72;

} // namespace

Meter::Meter(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Meter::setPart(qreal part)
{
    m_part = qBound(0.0, part, 1.0);
    update();
}

void Meter::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Meter::sizeHint() const
{
    return {UsualWidth, BarHeight};
}

void Meter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    QRectF bar(0, (height() - BarHeight) / 2.0, width(), BarHeight);
    paint::box(&painter, bar, BarHeight / 2.0, theme.border);
    if (m_part <= 0)
        return;
    bar.setWidth(qMax(qreal(BarHeight), bar.width() * m_part));
    if (layoutDirection() == Qt::RightToLeft)
        bar.moveRight(width());
    paint::box(&painter, bar, BarHeight / 2.0,
               m_tone == Tone::Neutral ? theme.accent : toneColors(theme, m_tone).text);
}

} // namespace litedeck
