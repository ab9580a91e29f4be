// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/DateHeading.h"

#include <QLocale>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

/// What a day is called in the list of conversations.
class tst_DateHeading : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void namesADay_data();
    void namesADay();
};

void tst_DateHeading::namesADay_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("heading");
    QTest::newRow("tomorrow") << QDate(2026, 11, 23) << u"Today"_s;
    QTest::newRow("today") << QDate(2026, 11, 22) << u"Today"_s;
    QTest::newRow("yesterday") << QDate(2026, 11, 21) << u"Yesterday"_s;
    QTest::newRow("2 days") << QDate(2026, 11, 20) << u"Previous 7 days"_s;
    QTest::newRow("7 days") << QDate(2026, 11, 15) << u"Previous 7 days"_s;
    QTest::newRow("8 days") << QDate(2026, 11, 14) << u"Previous 30 days"_s;
    QTest::newRow("30 days") << QDate(2026, 10, 23) << u"Previous 30 days"_s;
    QTest::newRow("31 days") << QDate(2026, 10, 22) << u"October"_s;
    QTest::newRow("first of the year") << QDate(2026, 1, 1) << u"January"_s;
    QTest::newRow("last year") << QDate(2025, 12, 31) << u"2025"_s;
    QTest::newRow("long ago") << QDate(1999, 5, 4) << u"1999"_s;
}

void tst_DateHeading::namesADay()
{
    QFETCH(const QDate, day);
    QFETCH(const QString, heading);
    QCOMPARE(dateHeading(day, QDate(2026, 11, 22)), heading);
}

QTEST_GUILESS_MAIN(tst_DateHeading)
#include "tst_date_heading.moc"
