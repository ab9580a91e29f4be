// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/DateHeading.h"

#include <QCoreApplication>
#include <QLocale>

namespace litedeck {

namespace {

struct DateHeading
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::DateHeading)
};

} // namespace

QString dateHeading(QDate day, QDate today)
{
    const qint64 age = day.daysTo(today);
    if (age <= 0)
        //: This and the following are headings above the chats of these days.
        return DateHeading::tr("Today");
    if (age == 1)
        return DateHeading::tr("Yesterday");
    if (age <= 7)
        return DateHeading::tr("Previous 7 days");
    if (age <= 30)
        return DateHeading::tr("Previous 30 days");
    return day.year() == today.year() ? QLocale().standaloneMonthName(day.month())
                                      : QString::number(day.year());
}

} // namespace litedeck
