// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QToolButton>

namespace litedeck {

/// A square tool button that shows only an icon; its name is the accessible name and the tool tip.
class IconButton : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconButton)

public:
    /// `iconName` as for icon(); `name` is what the button does, translated, such as tr("Send").
    IconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);

    /// Changes both, as for a button that is either Send or Stop.
    void setAction(const QString &iconName, const QString &name);
    void setTone(Tone tone);

    QSize sizeHint() const override;

private:
    void updateIcon();

    QString m_iconName;
    Tone m_tone = Tone::Neutral;
};

} // namespace litedeck
