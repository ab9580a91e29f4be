// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/StylePainting.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int DiscSide = 64;
constexpr int IconSide = 30;
constexpr int TextWidth = 420;

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &sentence,
                       QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new MutedLabel({}, this))
    , m_action(named(u"emptyStateAction"_s, new QPushButton(this)))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setFont(Fonts::title());
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setButtonRole(m_action, ButtonRole::Primary);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);

    auto *words = new QWidget(this);
    columnOf(words, Spacing::S,
             {m_icon,
              Gap{Spacing::S},
              m_title,
              m_sentence,
              Gap{Spacing::S},
              {m_action, 0, Qt::AlignHCenter}});
    words->setMaximumWidth(TextWidth);

    auto *row = rowOf(nullptr, -1, {Stretch{}, {words, 100}, Stretch{}});
    // Slightly above the middle looks centred.
    columnOf(this, -1, {Stretch{2}, row, Stretch{3}},
             {Spacing::XL, Spacing::XL, Spacing::XL, Spacing::XL});
    setContent(iconName, title, sentence);
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &sentence,
                            Tone tone)
{
    m_iconName = iconName;
    m_tone = tone;
    m_title->setText(title);
    m_sentence->setText(sentence);
    //: Read aloud by screen readers: %1 is a title, %2 a sentence.
    setAccessibleName(tr("%1. %2").arg(title, sentence));
    updateIcon();
}

void EmptyState::setAction(const QString &label)
{
    m_action->setText(label);
    m_action->setAccessibleName(label);
    m_action->setVisible(!label.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void EmptyState::updateIcon()
{
    const qreal ratio = devicePixelRatioF();
    const ToneColors colors = toneColors(Theme::of(palette()), m_tone);
    QPixmap disc((QSizeF(DiscSide, DiscSide) * ratio).toSize());
    disc.setDevicePixelRatio(ratio);
    disc.fill(Qt::transparent);
    QPainter painter(&disc);
    paint::box(&painter, QRectF(0, 0, DiscSide, DiscSide), DiscSide / 2.0, colors.background);
    const qreal inset = (DiscSide - IconSide) / 2.0;
    painter.drawPixmap(QPointF(inset, inset),
                       tintedPixmap(m_iconName, colors.text, IconSide, ratio));
    painter.end();
    m_icon->setPixmap(disc);
}

} // namespace litedeck
