// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Allowance.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Tone.h"

class QLabel;

namespace litedeck {

class BudgetRows;
class Meter;
class MutedLabel;
class Readout;

/// What is left of the allowance that binds: the number, a bar of it, and where it came from and
/// went; smaller, those that bind later.
class CreditsCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CreditsCard)

public:
    /// `unit` is what the server counts in.
    explicit CreditsCard(AmountUnit unit, QWidget *parent = nullptr);

    /// The one that binds first, and the others; before the first call, nothing is known and
    /// nothing is claimed.
    void setAllowances(const QList<Allowance> &allowances, const QDateTime &now);
    /// Puts more about the first one above the others.
    void addDetails(QWidget *details);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showBinding(const Allowance &allowance);
    void updateColor();

    Tone m_tone = Tone::Neutral;
    QLabel *m_remaining;
    MutedLabel *m_allocated;
    MutedLabel *m_whose;
    Meter *m_meter;
    Readout *m_used;
    Readout *m_total;
    Readout *m_limit;
    BudgetRows *m_others;
};

} // namespace litedeck
