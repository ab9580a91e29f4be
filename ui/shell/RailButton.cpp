// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RailButton.h"

#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/StylePainting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int IconSide = 22;
constexpr int SmallestWidth = 64;
constexpr int Height = 58;
constexpr int LargestCount = 99;

} // namespace

RailButton::RailButton(const QString &iconName, const QString &label, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    setText(label);
    setAccessibleName(label);
    setFont(Fonts::small());
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RailButton::setCount(int count, Tone tone)
{
    m_count = count;
    m_tone = tone;
    setAccessibleDescription(count > 0 ? tr("%n item(s) need attention", nullptr, count)
                                       : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return {qMax(SmallestWidth, QFontMetrics(bold).horizontalAdvance(text()) + Spacing::M), Height};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    const Theme theme = Theme::of(palette());
    const QRectF area = rect();
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (isChecked())
        paint::box(&painter, area, Radius::M, theme.accentSoft);
    else if (hovered || isDown())
        paint::box(&painter, area, Radius::M,
                   mixed(theme.window, theme.text, isDown() ? 0.1 : 0.05));
    if (paint::hasKeyboardFocus(&option))
        paint::focusRing(&painter, area, Radius::M, theme);

    const QColor color = isChecked() ? theme.accent : hovered ? theme.text : theme.mutedText;
    QRectF iconRect(0, area.top() + 9, IconSide, IconSide);
    iconRect.moveLeft(area.center().x() - IconSide / 2.0);
    painter.drawPixmap(iconRect.topLeft(),
                       tintedPixmap(m_iconName, color, IconSide, devicePixelRatioF()));

    QFont labelFont = font();
    labelFont.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
    painter.setFont(labelFont);
    painter.setPen(color);
    painter.drawText(area.adjusted(0, iconRect.bottom() + 3, 0, -5),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextHideMnemonic, text());
    if (m_count > 0)
        paintCount(painter, iconRect, theme);
}

void RailButton::paintCount(QPainter &painter, const QRectF &iconRect, const Theme &theme) const
{
    const QString label =
        m_count > LargestCount ? u"%1+"_s.arg(LargestCount) : QString::number(m_count);
    QFont countFont = font();
    countFont.setPointSizeF(countFont.pointSizeF() * 0.88);
    countFont.setWeight(QFont::Bold);
    const qreal width = qMax(17.0, QFontMetricsF(countFont).horizontalAdvance(label) + 9.0);
    const QRectF pill(iconRect.right() - 7, iconRect.top() - 6, width, 17);
    // The rim keeps the pill apart from the strokes of the icon.
    const QColor rim = isChecked() ? theme.accentSoft : theme.window;
    paint::box(&painter, pill.adjusted(-2, -2, 2, 2), 10.5, rim);
    const QColor fill = toneColors(theme, m_tone).text;
    paint::box(&painter, pill, 8.5, fill);
    painter.setFont(countFont);
    painter.setPen(theme.dark ? theme.window : theme.surface);
    painter.drawText(pill, Qt::AlignCenter, label);
}

void RailButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        event->ignore(); // The rail moves between its buttons; QAbstractButton would only focus.
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace litedeck
