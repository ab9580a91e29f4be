// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Badge.h"

#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/StylePainting.h"

#include <QPainter>

namespace litedeck {

namespace {

constexpr int SidePadding = 9;
constexpr int PillHeight = 22;
constexpr int IconSide = 14;
constexpr int IconGap = 5;

QFont badgeFont()
{
    QFont font = Fonts::small();
    font.setWeight(QFont::DemiBold);
    return font;
}

qreal pillWidth(const QString &text, bool hasIcon)
{
    const qreal words = QFontMetricsF(badgeFont()).horizontalAdvance(text);
    return words + 2 * SidePadding + (hasIcon ? IconSide + IconGap : 0);
}

qreal paintPill(QPainter *painter, const QRectF &rect, const QString &text, Tone tone,
                const QString &iconName, const QPalette &palette)
{
    const Theme theme = Theme::of(palette);
    const ToneColors colors = toneColors(theme, tone);
    QRectF pill(rect.left(), 0, qMin(rect.width(), pillWidth(text, !iconName.isEmpty())),
                PillHeight);
    pill.moveTop(rect.center().y() - PillHeight / 2.0);
    paint::box(painter, pill, PillHeight / 2.0, colors.background,
               mixed(colors.background, colors.text, 0.24));
    qreal left = pill.left() + SidePadding;
    if (!iconName.isEmpty()) {
        painter->drawPixmap(
            QPointF(left - 1, pill.center().y() - IconSide / 2.0),
            tintedPixmap(iconName, colors.text, IconSide, painter->device()->devicePixelRatio()));
        left += IconSide + IconGap - 1;
    }
    const QRectF words(left, pill.top(), pill.right() - SidePadding - left + 1, PillHeight);
    painter->save();
    painter->setFont(badgeFont());
    painter->setPen(colors.text);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetricsF(badgeFont()).elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
    return pill.width();
}

} // namespace

Badge::Badge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Badge::Badge(const QString &text, Tone tone, QWidget *parent)
    : Badge(parent)
{
    setStatus(text, tone);
}

void Badge::setStatus(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return {qRound(pillWidth(m_text, !m_iconName.isEmpty()) + 0.5), PillHeight};
}

qreal Badge::paint(QPainter *painter, const QRectF &rect, const QString &text, Tone tone,
                   const QPalette &palette)
{
    return paintPill(painter, rect, text, tone, {}, palette);
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(&painter, rect(), m_text, m_tone, m_iconName, palette());
}

} // namespace litedeck
