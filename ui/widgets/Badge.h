// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QWidget>

namespace litedeck {

/// A pill with a short status such as "Active"; the text says it, the tone only underlines it.
class Badge : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Badge)

public:
    explicit Badge(QWidget *parent = nullptr);
    Badge(const QString &text, Tone tone, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }
    /// Also sets the accessible name to `text`; set a fuller one afterwards where needed.
    void setStatus(const QString &text, Tone tone);
    /// An icon before the text, as for icon(); empty for none.
    void setIconName(const QString &iconName);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// Paints a badge at the leading edge of `rect`, vertically centred, for delegates; returns its
    /// width in device-independent pixels.
    static qreal paint(QPainter *painter, const QRectF &rect, const QString &text, Tone tone,
                       const QPalette &palette);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_iconName;
    Tone m_tone = Tone::Neutral;
};

} // namespace litedeck
