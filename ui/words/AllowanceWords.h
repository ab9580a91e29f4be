// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Allowance.h"
#include "ui/widgets/Tone.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

struct BudgetPeriod;

/// What is left of an account, in the words of its unit; the same in the bar, on pages and in
/// dialogs.
class AllowanceWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::AllowanceWords)

public:
    /// "Credits: 12 of 50", "Budget: $0.42 of $2.00": what is left of how much. Unknown is said to
    /// be unknown, never shown as 0; `unit` is for that.
    static QString readout(const std::optional<Allowance> &allowance,
                           AmountUnit unit = AmountUnit::Credits);
    /// "412 credits", "$0.42", "no limit", "not known yet": what is left.
    static QString left(const std::optional<Allowance> &allowance);
    /// "$0.42 of $2.00 left", "$0.42 used, no limit"; also when use begins again.
    static QString standing(const Allowance &allowance);
    /// The same with what is used: "$1.58 used of $2.00, $0.42 left; begins again …".
    static QString usage(const Allowance &allowance);
    /// "every 30 days"; a word that is not a number of one unit stays as the server writes it.
    static QString every(const QString &period);
    /// "until 2 Dec 00:00": how long what is used up stays so; empty when nothing says it.
    static QString until(const Allowance &allowance);
    /// When use begins again: "1/12/2026 00:00, then every 30 days"; empty when nothing says so.
    static QString renewal(const Allowance &allowance);
    /// "lasts to the reset on 1 Dec", "used up on Thursday at this pace"; empty when too little is
    /// known.
    static QString pace(const Allowance &allowance, const QDateTime &now);
    /// Whose use it bounds: "Team", "Key “deck”".
    static QString name(const Allowance &allowance);
    /// A number alone, as under a heading that names the unit: "1,234", "$0.42".
    static QString figure(qint64 amount, AmountUnit unit);
    /// "412 credits", "$0.42".
    static QString amount(qint64 amount, AmountUnit unit);
    static Tone tone(AllowanceLevel level);

private:
    static QString everyOf(const BudgetPeriod &period);
    static QString shortDay(const QDate &day);
    static QString withRenewal(const QString &text, const Allowance &allowance);
};

} // namespace litedeck
