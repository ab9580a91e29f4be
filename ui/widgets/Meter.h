// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QWidget>

namespace litedeck {

/// A thin bar that shows what part is left; only an illustration, so a text beside it says the
/// same.
class Meter : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Meter)

public:
    explicit Meter(QWidget *parent = nullptr);

    /// `part` from 0 to 1; values outside are cut.
    void setPart(qreal part);
    /// Neutral bars take the accent.
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal m_part = 0;
    Tone m_tone = Tone::Neutral;
};

} // namespace litedeck
