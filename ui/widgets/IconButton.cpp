// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/IconButton.h"

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Icon.h"

namespace litedeck {

IconButton::IconButton(const QString &iconName, const QString &name, QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setIconSize({IconSize, IconSize});
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAction(iconName, name);
}

void IconButton::setAction(const QString &iconName, const QString &name)
{
    m_iconName = iconName;
    setAccessibleName(name);
    setToolTip(name);
    updateIcon();
}

void IconButton::setTone(Tone tone)
{
    m_tone = tone;
    updateIcon();
}

QSize IconButton::sizeHint() const
{
    return {ControlHeight, ControlHeight};
}

void IconButton::updateIcon()
{
    setIcon(litedeck::icon(m_iconName, m_tone));
}

} // namespace litedeck
