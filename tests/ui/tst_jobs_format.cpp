// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "ui/words/Format.h"
#include "ui/words/ModelWords.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace litedeck;

class tst_JobsFormat : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatAModelCan();
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void writesDollars_data();
    void writesDollars();
    void writesCounts();
    void writesDurations_data();
    void writesDurations();
    void writesAges_data();
    void writesAges();
    void writesTimesInTheLocale();
    void shortensOnlyUuids();
};

void tst_JobsFormat::tellsWhatAModelCan()
{
    QCOMPARE(modelFacts({.alias = {u"m"_s},
                         .inputPrice = 3,
                         .outputPrice = 15,
                         .contextTokens = 128'000,
                         .takesImages = true,
                         .callsTools = true,
                         .reasons = false}),
             u"128,000 tokens of context, images, tools; $3.00 in and $15.00 out for a million "
             "tokens"_s);
    QCOMPARE(modelFacts({.alias = {u"m"_s}, .inputPrice = 0.15, .outputPrice = 0.6}),
             u"$0.15 in and $0.60 out for a million tokens"_s);
    QCOMPARE(modelFacts({.alias = {u"m"_s}}), QString());
}

void tst_JobsFormat::writesDollars_data()
{
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<Provenance>("provenance");
    QTest::addColumn<QString>("text");
    QTest::newRow("reported") << qint64(4'200'000) << Provenance::Reported << u"$0.00420"_s;
    QTest::newRow("estimated") << qint64(4'200'000) << Provenance::Estimated << u"≈ $0.00420"_s;
    QTest::newRow("unknown") << qint64(0) << Provenance::Unknown << u"not reported"_s;
    QTest::newRow("free") << qint64(0) << Provenance::Reported << u"$0.00"_s;
    QTest::newRow("tiny") << qint64(400) << Provenance::Reported << u"less than $0.000001"_s;
    QTest::newRow("grouped") << qint64(1'234'500'000'000) << Provenance::Reported << u"$1,234.50"_s;
    // Of one kind, so written in one way.
    QTest::newRow("small") << qint64(280'000) << Provenance::Reported << u"$0.000280"_s;
    QTest::newRow("smaller") << qint64(223'000) << Provenance::Reported << u"$0.000223"_s;
    QTest::newRow("no digit too many")
        << qint64(4'435'600) << Provenance::Reported << u"$0.00444"_s;
    QTest::newRow("cents") << qint64(15'700'000) << Provenance::Reported << u"$0.0157"_s;
    QTest::newRow("more") << qint64(123'456'789) << Provenance::Reported << u"$0.12"_s;
    QTest::newRow("tiny estimate")
        << qint64(400) << Provenance::Estimated << u"less than $0.000001"_s;
    QTest::newRow("negative") << qint64(-500'000'000) << Provenance::Reported << u"−$0.50"_s;
}

void tst_JobsFormat::writesDollars()
{
    QFETCH(qint64, nano);
    QFETCH(Provenance, provenance);
    QTEST(formatUsd({Usd{nano}, provenance}), "text");
    // What somebody set is not padded.
    QCOMPARE(formatPrice(Usd{1'000'000}), u"$0.001"_s);
    QCOMPARE(formatPrice(Usd{600'000'000}), u"$0.60"_s);
}

void tst_JobsFormat::writesCounts()
{
    QCOMPARE(formatCount(1234), u"1,234"_s);
    QCOMPARE(formatCount(Measured<qint64>::estimated(1234)), u"≈ 1,234"_s);
    QCOMPARE(formatCount(Measured<qint64>()), u"not reported"_s);
    QCOMPARE(formatTokens(Measured<qint64>()), u"not reported"_s);
    QVERIFY(formatTokens(Measured<qint64>::reported(1234)).startsWith(u"1,234 token"));
    QVERIFY(formatCredits(412).startsWith(u"412 credit"));
    QCOMPARE(formatSigned(1500), u"+1,500"_s);
    QCOMPARE(formatSigned(-1), u"−1"_s);
    QCOMPARE(formatSigned(0), u"0"_s);
}

void tst_JobsFormat::writesDurations_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0 << u"0 ms"_s;
    QTest::newRow("negative") << -5 << u"0 ms"_s;
    QTest::newRow("ms") << 840 << u"840 ms"_s;
    QTest::newRow("tenths") << 4'200 << u"4.2 s"_s;
    QTest::newRow("whole") << 4'000 << u"4 s"_s;
    QTest::newRow("below a minute") << 59'949 << u"59.9 s"_s;
    QTest::newRow("rounded to a minute") << 59'960 << u"1 min 0 s"_s;
    QTest::newRow("minutes") << 125'000 << u"2 min 5 s"_s;
    QTest::newRow("hours") << 11'520'000 << u"3 h 12 min"_s;
    QTest::newRow("days") << 183'600'000 << u"2 d 3 h"_s;
}

void tst_JobsFormat::writesDurations()
{
    QFETCH(int, ms);
    QTEST(formatDuration(Milliseconds(ms)), "text");
}

void tst_JobsFormat::writesAges_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("the clock went back") << -90 << u"just now"_s;
    QTest::newRow("now") << 4 << u"just now"_s;
    QTest::newRow("seconds") << 42 << u"42 s ago"_s;
    QTest::newRow("minutes") << 179 << u"2 min ago"_s;
    QTest::newRow("hours") << 7'200 << u"2 h ago"_s;
    QTest::newRow("days") << 260'000 << u"3 d ago"_s;
}

void tst_JobsFormat::writesAges()
{
    QFETCH(int, seconds);
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 16), Utc);
    QTEST(formatAge(now.addSecs(-seconds), now), "text");
}

void tst_JobsFormat::writesTimesInTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QDateTime time = QDateTime(QDate(2026, 11, 22), QTime(9, 14)).toUTC();
    QCOMPARE(formatTimeOfDay(time), u"09:14"_s);
    QCOMPARE(formatTime(time), u"22.11.26 09:14"_s);
    QCOMPARE(formatAsOf(time, time.addSecs(125)), u"as of 09:14, 2 min ago"_s);
    QCOMPARE(formatTime({}), QString());
    QCOMPARE(formatAsOf({}, time), QString());
    QCOMPARE(formatUsd(Measured<Usd>::reported(Usd{4'200'000})), u"$0,00420"_s);
}

void tst_JobsFormat::shortensOnlyUuids()
{
    QCOMPARE(shortId(u"7f0c1f6e-0b8e-4f8e-9b1a-2f7d9f6f5a10"_s), u"7f0c1f6e"_s);
    QCOMPARE(shortId(u"team-acme-research"_s), u"team-acme-research"_s);
}

QTEST_GUILESS_MAIN(tst_JobsFormat)
#include "tst_jobs_format.moc"
