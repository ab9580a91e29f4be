// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Allowance.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Tone.h"

class QLabel;

namespace litedeck {

class Meter;
class MutedLabel;
class Readout;

/// What is left of the allowance that binds: the number, a bar of it, and where it came from and
/// went.
class CreditsCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CreditsCard)

public:
    explicit CreditsCard(QWidget *parent = nullptr);

    /// Before the first call, nothing is known and nothing is claimed.
    void setAllowance(const Allowance &allowance);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColor();

    Tone m_tone = Tone::Neutral;
    QLabel *m_remaining;
    MutedLabel *m_allocated;
    Meter *m_meter;
    Readout *m_used;
    Readout *m_total;
    Readout *m_limit;
};

} // namespace litedeck
