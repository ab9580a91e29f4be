// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ElidedLabel.h"

#include "ui/widgets/Theme.h"
#include "ui/widgets/ToolTipText.h"

#include <QEvent>
#include <QPainter>

namespace litedeck {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_shorter.clear();
    m_details.clear();
    setAccessibleName(text);
    setAccessibleDescription({});
    updateToolTip();
    updateGeometry();
    update();
}

void ElidedLabel::setShorter(const QStringList &texts)
{
    m_shorter = texts;
    update();
}

void ElidedLabel::setDetails(const QString &details)
{
    m_details = details;
    setAccessibleDescription(details);
    updateToolTip();
}

QString ElidedLabel::shownText() const
{
    QString shown;
    for (const QString &text : QStringList(m_text) + m_shorter) {
        shown = fontMetrics().elidedText(text, m_mode, width());
        if (shown == text)
            break;
    }
    return shown;
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setMuted(bool muted)
{
    m_muted = muted;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * 6), fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    const bool faded = !isEnabled();
    painter.setPen(faded     ? palette().color(QPalette::Disabled, QPalette::WindowText)
                   : m_muted ? theme.mutedText
                             : palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shownText());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateToolTip();
        updateGeometry();
    }
}

void ElidedLabel::updateToolTip()
{
    if (m_details.isEmpty())
        setToolTip(sizeHint().width() > width() ? plainToolTip(m_text) : QString());
    else
        setToolTip(plainToolTip(m_text + u'\n' + m_details));
}

} // namespace litedeck
