// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/AllowanceWords.h"

#include "core/team/BudgetPace.h"
#include "ui/words/Format.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace litedeck {

QString AllowanceWords::readout(const std::optional<Allowance> &allowance, AmountUnit unit)
{
    if (!allowance)
        return unit == AmountUnit::NanoDollars ? tr("Budget: not known yet")
                                               : tr("Credits: not known yet");
    const bool isMoney = allowance->unit == AmountUnit::NanoDollars;
    if (!allowance->left) {
        const QString used = figure(allowance->used, allowance->unit);
        //: %1 is a number of credits or an amount of dollars.
        return isMoney ? tr("Budget: %1 used, no limit").arg(used)
                       : tr("Credits: %1 used, no limit").arg(used);
    }
    const QString left = figure(*allowance->left, allowance->unit);
    if (!allowance->limit)
        return isMoney ? tr("Budget: %1").arg(left) : tr("Credits: %1").arg(left);
    const QString limit = figure(*allowance->limit, allowance->unit);
    //: %1 is what is left of %2.
    return isMoney ? tr("Budget: %1 of %2").arg(left, limit)
                   : tr("Credits: %1 of %2").arg(left, limit);
}

QString AllowanceWords::left(const std::optional<Allowance> &allowance)
{
    if (!allowance)
        return tr("not known yet");
    return allowance->left ? amount(*allowance->left, allowance->unit) : tr("no limit");
}

QString AllowanceWords::standing(const Allowance &allowance)
{
    const auto say = [&allowance](qint64 number) { return figure(number, allowance.unit); };
    QString text;
    if (!allowance.left)
        text = tr("%1 used, no limit").arg(say(allowance.used));
    else if (!allowance.limit)
        text = tr("%1 left").arg(say(*allowance.left));
    else
        text = tr("%1 of %2 left").arg(say(*allowance.left), say(*allowance.limit));
    return withRenewal(text, allowance);
}

QString AllowanceWords::usage(const Allowance &allowance)
{
    if (!allowance.left || !allowance.limit)
        return standing(allowance);
    const auto say = [&allowance](qint64 number) { return figure(number, allowance.unit); };
    //: %1 and %2 are what is used of how much, %3 what is left.
    const QString text = tr("%1 used of %2, %3 left")
                             .arg(say(allowance.used), say(*allowance.limit), say(*allowance.left));
    return withRenewal(text, allowance);
}

QString AllowanceWords::withRenewal(const QString &text, const Allowance &allowance)
{
    const QString again = renewal(allowance);
    //: %1 is a text such as "$0.42 of $2.00 left", %2 says when use begins again.
    return again.isEmpty() ? text : tr("%1; begins again %2").arg(text, again);
}

QString AllowanceWords::renewal(const Allowance &allowance)
{
    if (!allowance.resetsAt)
        return {};
    const QString when = formatTime(*allowance.resetsAt);
    //: %1 is a date and time, %2 a text such as "every 30 days".
    return allowance.period.isEmpty() ? when : tr("%1, then %2").arg(when, every(allowance.period));
}

QString AllowanceWords::every(const QString &period)
{
    const auto known = BudgetPeriod::parse(period);
    if (known)
        return everyOf(*known);
    //: %1 is the server's word for a period that we do not know.
    return tr("every %1").arg(period);
}

QString AllowanceWords::everyOf(const BudgetPeriod &period)
{
    const int number = period.number;
    switch (period.unit) {
    case BudgetPeriod::Unit::Second:
        return number == 1 ? tr("every second") : tr("every %1 seconds").arg(number);
    case BudgetPeriod::Unit::Minute:
        return number == 1 ? tr("every minute") : tr("every %1 minutes").arg(number);
    case BudgetPeriod::Unit::Hour:
        return number == 1 ? tr("every hour") : tr("every %1 hours").arg(number);
    case BudgetPeriod::Unit::Day:
        return number == 1 ? tr("every day") : tr("every %1 days").arg(number);
    case BudgetPeriod::Unit::Month:
        return number == 1 ? tr("every month") : tr("every %1 months").arg(number);
    }
    Q_UNREACHABLE();
}

QString AllowanceWords::pace(const Allowance &allowance, const QDateTime &now)
{
    const auto pace = paceOf(allowance, now);
    if (!pace)
        return {};
    constexpr int Week = 7;
    const QDate day = pace->end.toLocalTime().date();
    const qint64 days = now.toLocalTime().date().daysTo(day);
    if (pace->lasts)
        //: %1 is a day such as "1 Dec".
        return tr("lasts to the reset on %1").arg(shortDay(day));
    if (days == 0)
        return tr("used up today at this pace");
    //: %1 is a day of the week, or a day such as "12 Dec".
    return tr("used up on %1 at this pace")
        .arg(days < Week ? QLocale().dayName(day.dayOfWeek()) : shortDay(day));
}

QString AllowanceWords::shortDay(const QDate &day)
{
    //: A day without its year, in the letters of QLocale::toString().
    return QLocale().toString(day, tr("d MMM"));
}

QString AllowanceWords::until(const Allowance &allowance)
{
    if (!allowance.resetsAt)
        return {};
    const QDateTime local = allowance.resetsAt->toLocalTime();
    //: %1 is a day such as "2 Dec", %2 a time of day.
    return tr("until %1 %2")
        .arg(shortDay(local.date()), QLocale().toString(local.time(), u"HH:mm"_s));
}

QString AllowanceWords::name(const Allowance &allowance)
{
    const QString &name = allowance.name;
    switch (allowance.scope) {
    case Allowance::Scope::Team:
        return name.isEmpty() ? tr("Team") : tr("Team “%1”").arg(name);
    case Allowance::Scope::Key:
        return name.isEmpty() ? tr("This key") : tr("Key “%1”").arg(name);
    case Allowance::Scope::Member:
        return tr("You in this team");
    case Allowance::Scope::User:
        return tr("You in all teams");
    case Allowance::Scope::Other:
        return name.isEmpty() ? tr("Another budget") : name;
    }
    Q_UNREACHABLE();
}

QString AllowanceWords::figure(qint64 amount, AmountUnit unit)
{
    switch (unit) {
    case AmountUnit::Credits:
        return formatCount(amount);
    case AmountUnit::NanoDollars:
        return formatUsd(Measured<Usd>::reported({amount}));
    }
    Q_UNREACHABLE();
}

QString AllowanceWords::amount(qint64 amount, AmountUnit unit)
{
    return unit == AmountUnit::Credits ? formatCredits(amount) : figure(amount, unit);
}

Tone AllowanceWords::tone(AllowanceLevel level)
{
    switch (level) {
    case AllowanceLevel::Ample:
        return Tone::Neutral;
    case AllowanceLevel::Low:
        return Tone::Warning;
    case AllowanceLevel::Scarce:
        return Tone::Danger;
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
