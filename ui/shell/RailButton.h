// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QAbstractButton>

namespace litedeck {

/// An icon over a short label, with a count at the icon's corner.
class RailButton : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RailButton)

public:
    RailButton(const QString &iconName, const QString &label, QWidget *parent = nullptr);

    void setCount(int count, Tone tone);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintCount(QPainter &painter, const QRectF &iconRect, const Theme &theme) const;

    QString m_iconName;
    int m_count = 0;
    Tone m_tone = Tone::Danger;
};

} // namespace litedeck
