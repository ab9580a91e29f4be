// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/InlineNotice.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StylePainting.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int IconColumn = Spacing::M + IconSize + Spacing::S + 2;

QString iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Accent:
        return u"info"_s;
    case Tone::Success:
        return u"success"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Danger:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

InlineNotice::InlineNotice(const QString &text, Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_text(new QLabel(this))
    , m_action(named(u"noticeAction"_s, new QPushButton(this)))
    , m_close(named(u"noticeClose"_s, new IconButton(u"close"_s, tr("Close"), this)))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setContentsMargins(0, Spacing::XS, 0, Spacing::XS);
    m_text->setMinimumHeight(ControlHeight);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &InlineNotice::actionRequested);
    connect(m_close, &IconButton::clicked, this, &InlineNotice::closeNotice);

    rowOf(this, Spacing::S,
          {{m_text, 1}, {m_action, 0, Qt::AlignVCenter}, {m_close, 0, Qt::AlignTop}},
          {IconColumn, Spacing::S, Spacing::S, Spacing::S});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setMessage(text, tone);
}

void InlineNotice::setMessage(const QString &text, Tone tone)
{
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    update();
}

void InlineNotice::setAction(const QString &label)
{
    m_action->setText(label);
    m_action->setAccessibleName(label);
    m_action->setVisible(!label.isEmpty());
}

void InlineNotice::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void InlineNotice::closeNotice()
{
    hide();
    emit closed();
}

void InlineNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors colors = toneColors(Theme::of(palette()), m_tone);
    paint::box(&painter, rect(), Radius::S, colors.background,
               mixed(colors.background, colors.text, 0.3));
    const int line = qMax(ControlHeight, m_text->fontMetrics().height());
    const qreal top = Spacing::S + (line - IconSize) / 2.0;
    const qreal left =
        layoutDirection() == Qt::RightToLeft ? width() - Spacing::M - IconSize : Spacing::M;
    painter.drawPixmap(QPointF(left, top),
                       tintedPixmap(iconFor(m_tone), colors.text, IconSize, devicePixelRatioF()));
}

} // namespace litedeck
