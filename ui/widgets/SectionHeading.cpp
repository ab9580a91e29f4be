// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SectionHeading.h"

#include "ui/widgets/Fonts.h"
#include "ui/widgets/Theme.h"

#include <QEvent>

#include <algorithm>

namespace litedeck {

SectionHeading::SectionHeading(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setFont(Fonts::heading());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    makeRoom();
}

void SectionHeading::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

void SectionHeading::makeRoom()
{
    const int overhang = text().isEmpty() ? 0 : -fontMetrics().leftBearing(text().front());
    setContentsMargins(std::max(0, overhang), 0, 0, 0);
}

MutedLabel::MutedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    updateColor();
}

void MutedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColor();
}

void MutedLabel::updateColor()
{
    // Setting a palette sends PaletteChange again; the second time there is nothing to change.
    QPalette changed = palette();
    const QColor color = Theme::of(changed).mutedText;
    if (changed.color(QPalette::Active, QPalette::WindowText) == color)
        return;
    changed.setColor(QPalette::Active, QPalette::WindowText, color);
    changed.setColor(QPalette::Inactive, QPalette::WindowText, color);
    setPalette(changed);
}

} // namespace litedeck
