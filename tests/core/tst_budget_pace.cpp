// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/team/BudgetPace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

/// A budget of 100 that begins again on 1 December.
Allowance budget(qint64 used, const QString &period)
{
    return {.unit = AmountUnit::NanoDollars,
            .used = used,
            .limit = 100,
            .left = 100 - used,
            .period = period,
            .resetsAt = QDateTime(QDate(2026, 12, 1), QTime(0, 0), Utc)};
}

QDateTime november(int day, int hour = 0)
{
    return {QDate(2026, 11, day), QTime(hour, 0), Utc};
}

} // namespace

class tst_BudgetPace : public QObject
{
    Q_OBJECT

private slots:
    void foresees_data();
    void foresees();
    void saysNothingWithoutGrounds();
};

void tst_BudgetPace::foresees_data()
{
    QTest::addColumn<qint64>("used");
    QTest::addColumn<QString>("period");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("lasts");
    QTest::addColumn<QDateTime>("end");
    const QDateTime reset = november(30).addDays(1);
    const auto row = [](const char *name, qint64 used, const QString &period, const QDateTime &now,
                        bool lasts, const QDateTime &end) {
        QTest::newRow(name) << used << period << now << lasts << end;
    };
    row("half, in half a month", 50, u"30d"_s, november(16), true, reset);
    row("more than half", 75, u"30d"_s, november(16), false, november(21));
    row("unused", 0, u"30d"_s, november(16), true, reset);
    row("a month", 75, u"1mo"_s, november(16), false, november(21));
    row("a week", 80, u"7d"_s, november(28), false, november(29));
    row("a day", 50, u"1d"_s, november(30, 6), false, november(30, 12));
    row("hours", 50, u"12h"_s, november(30, 15), false, november(30, 18));
    row("minutes", 50, u"720m"_s, november(30, 15), false, november(30, 18));
    row("seconds", 50, u"43200s"_s, november(30, 15), false, november(30, 18));
}

void tst_BudgetPace::foresees()
{
    QFETCH(qint64, used);
    QFETCH(QString, period);
    QFETCH(QDateTime, now);
    const auto pace = paceOf(budget(used, period), now);
    QVERIFY(pace);
    QTEST(pace->lasts, "lasts");
    QTEST(pace->end, "end");
}

void tst_BudgetPace::saysNothingWithoutGrounds()
{
    QVERIFY(!paceOf(budget(50, u"30d"_s), november(3))); // the first tenth
    QVERIFY(paceOf(budget(50, u"30d"_s), november(4)));
    QVERIFY(!paceOf(budget(100, u"30d"_s), november(16)));
    QVERIFY(!paceOf(budget(50, u"fortnight"_s), november(16)));
    QVERIFY(!paceOf(budget(50, {}), november(16)));
    QVERIFY(!paceOf(budget(50, u"30d"_s), november(30).addDays(2)));
    Allowance boundless = budget(50, u"30d"_s);
    boundless.left.reset();
    QVERIFY(!paceOf(boundless, november(16)));
    Allowance endless = budget(50, u"30d"_s);
    endless.resetsAt.reset();
    QVERIFY(!paceOf(endless, november(16)));
}

QTEST_APPLESS_MAIN(tst_BudgetPace)
#include "tst_budget_pace.moc"
