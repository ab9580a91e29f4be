// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/team/Runway.h"

#include <QTest>

#include <cmath>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

// A Monday morning.
const QDateTime Now(QDate(2026, 11, 23), QTime(9, 0), Utc);

/// Writes ledgers by hand, the oldest line first.
class Book
{
public:
    explicit Book(qint64 balance)
        : m_balance(balance)
    {}

    Book &add(double daysAgo, const QString &type, qint64 change, const QString &reason = {})
    {
        Transaction line;
        line.id = QString::number(m_lines.size());
        line.job = {u"job-%1"_s.arg(m_lines.size())};
        line.type = type;
        line.amount = std::abs(change);
        line.before = m_balance;
        line.after = m_balance += change;
        line.reason = reason;
        line.createdAt = Now.addMSecs(-qint64(daysAgo * 86'400'000));
        m_lines.prepend(line);
        return *this;
    }
    Book &charge(double daysAgo, qint64 credits = 1, const QString &type = u"summary"_s)
    {
        return add(daysAgo, u"deduction"_s, -credits,
                   u"Job %1 completed (job_based mode: %2 credits)"_s.arg(type).arg(credits));
    }
    Book &open(double daysAgo) { return add(daysAgo, u"allocation"_s, 0); }

    const QList<Transaction> &lines() const { return m_lines; }
    Runway runway() const { return runway(m_balance); }
    Runway runway(qint64 remaining) const
    {
        return estimateRunway({.lines = m_lines, .remaining = remaining, .now = Now});
    }

private:
    qint64 m_balance;
    QList<Transaction> m_lines;
};

/// So many credits on each of the days before now, the oldest first.
Book daily(const QList<int> &days, qint64 balance = 1000)
{
    Book book(balance);
    book.open(double(days.size()) + 0.1);
    for (int day = 0; day < days.size(); ++day) {
        if (days.at(day) > 0)
            book.charge(double(days.size() - day) - 0.5, days.at(day));
    }
    return book;
}

} // namespace

class tst_Runway : public QObject
{
    Q_OBJECT

private slots:
    void saysWhyThereIsNoForecast_data();
    void saysWhyThereIsNoForecast();
    void steadyUse();
    void refillsAreNoUse();
    void weekendsCount();
    void partOfAWeekIsLeftOut();
    void burstsWidenTheBand();
    void fewerDaysWidenTheBand();
    void anUnboundedEnd();
    void missingLinesShortenTheDays();
    void aLedgerAheadOfTheClock();
    void forecastGoesDownToZero();
    void coversEightOfTenWeeks();
    void byType();
    void byMonth();
};

void tst_Runway::saysWhyThereIsNoForecast_data()
{
    QTest::addColumn<QList<Transaction>>("lines");
    QTest::addColumn<qint64>("remaining");
    QTest::addColumn<RunwayState>("state");
    const auto row = [](const char *name, const Book &book, qint64 remaining, RunwayState state) {
        QTest::newRow(name) << book.lines() << remaining << state;
    };
    using enum RunwayState;
    row("none", Book(0), 500, NoLines);
    row("none and no credits", Book(0), 0, NoLines);
    row("one refill", Book(0).add(9, u"allocation"_s, 500), 500, NoCharges);
    row("all refills",
        Book(0)
            .add(60, u"allocation"_s, 500)
            .add(30, u"subscription_payment"_s, 200)
            .add(3, u"one_time_payment"_s, 50)
            .add(1, u"refund"_s, 1),
        751, NoCharges);
    row("one charge", Book(500).open(20).charge(3), 499, OneCharge);
    row("one charge alone", Book(500).charge(3), 499, OneCharge);
    row("younger than a day", Book(500).open(0.5).charge(0.4).charge(0.1), 498, TooShort);
    row("younger than two days", Book(500).open(1.9).charge(1.4).charge(0.1), 498, TooShort);
    row("two days", Book(500).open(2.1).charge(1.4).charge(0.1), 498, Known);
    row("idle for four weeks", Book(500).charge(40).charge(35).charge(30), 497, Idle);
    row("used up", Book(3).open(9).charge(4).charge(2).charge(1), 0, Empty);
    row("in debt", Book(2).open(9).charge(4).charge(2).charge(1), -1, Empty);
}

void tst_Runway::saysWhyThereIsNoForecast()
{
    QFETCH(QList<Transaction>, lines);
    QFETCH(qint64, remaining);
    const Runway runway = estimateRunway({.lines = lines, .remaining = remaining, .now = Now});
    QTEST(runway.state, "state");
    const bool isKnown = runway.state == RunwayState::Known;
    QCOMPARE(!runway.forecast.isEmpty(), isKnown);
    QCOMPARE(runway.daysLeft > 0, isKnown);
}

void tst_Runway::steadyUse()
{
    const Runway runway = daily(QList<int>(14, 10)).runway(90);
    QCOMPARE(runway.state, RunwayState::Known);
    QCOMPARE(runway.days, 14);
    QCOMPARE(runway.used, 140);
    QCOMPARE(runway.perDay, 10.0);
    QCOMPARE(runway.deviation, 0.0);
    QCOMPARE(runway.daysLeft, 9.0);
    QCOMPARE(runway.daysAtLeast, 9.0);
    QCOMPARE(runway.daysAtMost, 9.0);
}

void tst_Runway::refillsAreNoUse()
{
    Book book(100);
    book.open(14.1);
    for (int day = 14; day > 0; --day)
        book.charge(day - 0.5, 5).add(day - 0.6, u"one_time_payment"_s, 50);
    book.add(0.2, u"refund"_s, 5).add(0.1, u"manual_adjustment"_s, -300);
    const Runway runway = book.runway();
    QCOMPARE(runway.perDay, 5.0);
    QCOMPARE(runway.used, 70);
}

void tst_Runway::weekendsCount()
{
    // Now is a Monday, so the two newest days are a weekend.
    const QList<int> week{10, 10, 10, 10, 10, 0, 0};
    const Runway runway = daily(week + week).runway(100);
    QCOMPARE(runway.days, 14);
    QCOMPARE(runway.used, 100);
    QCOMPARE(runway.perDay, 100.0 / 14);
    QCOMPARE(runway.daysLeft, 14.0);
    QVERIFY(runway.daysAtLeast < 14.0);
}

void tst_Runway::partOfAWeekIsLeftOut()
{
    // Ten days hold one weekend or two; the newest seven always hold one.
    const Runway runway = daily({99, 99, 99, 7, 7, 7, 7, 7, 0, 0}).runway(100);
    QCOMPARE(runway.days, 7);
    QCOMPARE(runway.used, 35);
    QCOMPARE(daily(QList<int>(60, 1)).runway().days, Runway::MostDays);
    QCOMPARE(daily({3, 3, 3}).runway().days, 3);
}

void tst_Runway::burstsWidenTheBand()
{
    const Runway steady = daily(QList<int>(14, 10)).runway(100);
    QList<int> burst(14, 0);
    burst[3] = 120;
    burst[9] = 20;
    const Runway bursty = daily(burst).runway(100);
    QCOMPARE(bursty.perDay, steady.perDay);
    QCOMPARE(bursty.daysLeft, steady.daysLeft);
    QVERIFY(bursty.daysAtLeast < 0.5 * steady.daysAtLeast);
    QVERIFY(!bursty.daysAtMost || *bursty.daysAtMost > 2 * *steady.daysAtMost);
}

void tst_Runway::fewerDaysWidenTheBand()
{
    const QList<int> pair{8, 12};
    QList<int> many;
    for (int i = 0; i < 14; ++i)
        many += pair;
    const Runway few = daily(pair + pair).runway(100);
    const Runway lots = daily(many).runway(100);
    QCOMPARE(few.perDay, lots.perDay);
    QVERIFY(few.daysAtLeast < lots.daysAtLeast);
    QVERIFY(*few.daysAtMost > *lots.daysAtMost);
}

void tst_Runway::anUnboundedEnd()
{
    QList<int> once(14, 0);
    once[5] = 100;
    Book book = daily(once);
    book.charge(0.1, 1);
    const Runway runway = book.runway(500);
    QCOMPARE(runway.state, RunwayState::Known);
    QVERIFY(!runway.daysAtMost);
    QVERIFY(runway.daysAtLeast > 0 && runway.daysAtLeast < runway.daysLeft);
    QCOMPARE(runway.forecast.constLast().high, 500.0);
}

void tst_Runway::missingLinesShortenTheDays()
{
    const Book book = daily(QList<int>(21, 4));
    const Runway runway = estimateRunway(
        {.lines = book.lines(), .since = Now.addDays(-5), .remaining = 40, .now = Now});
    QCOMPARE(runway.days, 5);
    QCOMPARE(runway.used, 20);
    QCOMPARE(runway.daysLeft, 10.0);
}

void tst_Runway::aLedgerAheadOfTheClock()
{
    const Book book = daily(QList<int>(14, 10));
    const Runway runway =
        estimateRunway({.lines = book.lines(), .remaining = 50, .now = Now.addDays(-30)});
    QCOMPARE(runway.state, RunwayState::Known);
    QCOMPARE(runway.days, 7); // from the newest line on, thirteen and a half days are known
    QVERIFY(runway.daysLeft > 3 && runway.daysLeft < 6);
}

void tst_Runway::forecastGoesDownToZero()
{
    const Runway runway = daily({8, 12, 9, 11, 10, 7, 13}).runway(100);
    QCOMPARE(runway.forecast.constFirst(), (ForecastPoint{Now, 100, 100, 100}));
    for (qsizetype i = 1; i < runway.forecast.size(); ++i) {
        const ForecastPoint &point = runway.forecast.at(i);
        QCOMPARE(point.at, Now.addDays(i));
        QVERIFY(point.low <= point.expected && point.expected <= point.high);
        QVERIFY(point.low >= 0 && point.high <= 100);
        QVERIFY(point.expected <= runway.forecast.at(i - 1).expected);
    }
    QCOMPARE(runway.forecast.constLast().expected, 0.0);
    QVERIFY(runway.forecast.size() <= Runway::MostForecastDays + 1);
    QVERIFY(daily(QList<int>(28, 1), 9000).runway().forecast.size() ==
            Runway::MostForecastDays + 1);
}

void tst_Runway::coversEightOfTenWeeks()
{
    // Days that differ at random: how often does the true end lie in the band?
    quint32 state = 7;
    const auto random = [&state] {
        state = state * 1664525u + 1013904223u;
        return double(state >> 8) / double(1u << 24);
    };
    const auto use = [&random] { return int(20 * random() * random() + 5 * random()); };
    int inside = 0;
    constexpr int Trials = 400;
    for (int trial = 0; trial < Trials; ++trial) {
        QList<int> past;
        for (int day = 0; day < 28; ++day)
            past += use();
        const Runway runway = daily(past).runway(100);
        int left = 100;
        int days = 0;
        while (left > 0) {
            left -= use();
            ++days;
        }
        if (days >= std::floor(runway.daysAtLeast) && days <= std::ceil(*runway.daysAtMost))
            ++inside;
    }
    QVERIFY2(inside > 0.75 * Trials && inside < 0.97 * Trials, qPrintable(QString::number(inside)));
}

void tst_Runway::byType()
{
    Book book(1000);
    book.open(14.1)
        .charge(20, 50, u"old"_s)
        .charge(3, 2, u"summary"_s)
        .charge(2, 9, u"invoice check"_s)
        .charge(1, 4, u"summary"_s)
        .add(0.5, u"deduction"_s, -3, u"taken by hand"_s);
    const auto types = burnByType(book.lines(), Now.addDays(-14), {});
    QCOMPARE(types,
             (QList<TypeBurn>{{u"invoice check"_s, 9, 1}, {u"summary"_s, 6, 2}, {{}, 3, 1}}));
    const JobId unnamed = book.lines().constFirst().job;
    QCOMPARE(burnByType(book.lines(), Now.addDays(-14), {{unnamed, u"import"_s}}).at(2).type,
             u"import"_s);
    QCOMPARE(burnByType(book.lines(), {}, {}).constFirst().type, u"old"_s);
}

void tst_Runway::byMonth()
{
    Book book(1000);
    book.add(90, u"allocation"_s, 10).charge(80, 5).charge(79, 1).charge(2, 7);
    const auto months = burnByMonth(book.lines());
    QCOMPARE(months, (QList<MonthBurn>{{QDate(2026, 9, 1), 6, 2},
                                       {QDate(2026, 10, 1), 0, 0},
                                       {QDate(2026, 11, 1), 7, 1}}));
    QVERIFY(burnByMonth({}).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Runway)
#include "tst_runway.moc"
