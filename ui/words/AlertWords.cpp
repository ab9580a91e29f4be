// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/AlertWords.h"

#include "ui/words/AllowanceWords.h"
#include "ui/words/Format.h"
#include "ui/words/RunwayWords.h"
#include "ui/words/TeamWords.h"

#include <QLocale>

namespace litedeck {

QString AlertWords::sentence(AlertKind alert, const AlertInput &input)
{
    switch (alert) {
    case AlertKind::Credits:
        //: %1 is a text such as "412 credits".
        return tr("Only %1 left.").arg(formatCredits(input.credits.value_or(0)));
    case AlertKind::Days:
        //: %1 is a number of days such as "3 days" or "less than a day".
        return tr("At this pace the credits last %1.")
            .arg(RunwayWords::days(input.daysLeft.value_or(0)));
    case AlertKind::Status:
        if (input.state == TeamState::Active)
            return tr("Your team is active again. Messages can be sent, and queued ones go out.");
        return tr("The team's status has changed.") + u' ' +
               TeamWords::of(input.state, input.bound).explanation;
    case AlertKind::Budget: {
        const Allowance budget = input.fullest.value_or(Allowance());
        //: %1 is a percentage, %2 names a budget, such as "Key “deck”" or "You in this team".
        return tr("%1 % of a budget is used (%2).")
            .arg(QLocale().toString(100 * usedPartOf(budget), 'f', 0),
                 AllowanceWords::name(budget));
    }
    case AlertKind::KeyExpiry:
        if (input.keyDays.value_or(0) <= 0)
            return tr("Your key has expired. Ask for a new one.");
        //: %1 is a number of days such as "3 days" or "less than a day".
        return tr("Your key expires in %1. Ask for a new one in time.")
            .arg(RunwayWords::days(*input.keyDays));
    case AlertKind::Failures:
        //: %1 is a percentage.
        return tr("%1 % of the jobs of the last 24 hours failed.")
            .arg(QLocale().toString(100 * input.failureShare.value_or(0), 'f', 0));
    }
    Q_UNREACHABLE();
}

QString AlertWords::text(const QList<AlertKind> &alerts, const AlertInput &input)
{
    QStringList sentences;
    for (const AlertKind alert : alerts)
        sentences += sentence(alert, input);
    return sentences.join(u' ');
}

Tone AlertWords::tone(const QList<AlertKind> &alerts, const AlertInput &input)
{
    const bool isGood = alerts.size() == 1 && alerts.constFirst() == AlertKind::Status &&
                        input.state == TeamState::Active;
    return isGood ? Tone::Success : Tone::Warning;
}

} // namespace litedeck
