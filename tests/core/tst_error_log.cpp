// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/ErrorLog.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Error failure(ErrorCategory category, RetryVerdict verdict)
{
    Error error;
    error.category = category;
    error.verdict = verdict;
    return error;
}

const ErrorOrigin FirstTurn{.kind = ErrorOrigin::Kind::Turn, .turn = {u"1"_s}};
const ErrorOrigin SecondTurn{.kind = ErrorOrigin::Kind::Turn, .turn = {u"2"_s}};
const Error Limited = failure(ErrorCategory::RateLimited, RetryVerdict::Automatic);
const Error Refused = failure(ErrorCategory::Authentication, RetryVerdict::Never);

} // namespace

class tst_ErrorLog : public QObject
{
    Q_OBJECT

private slots:
    void lanes_data();
    void lanes();
    void aPendingRetryIsInTheFirstLane();
    void countsTheSameErrorFromTheSamePlace();
    void keepsDifferentOnesApart();
    void keepsAnEntryWhileItsRetryRuns();
    void foldsWhatIsRefinedToTheSame();
    void tellsOfEachReport();
    void resolvesByOrigin();
    void refinesTheNewestOfAPlace();
    void ignoresWhatTheUserStopped();
};

void tst_ErrorLog::lanes_data()
{
    using Lane = ErrorEntry::Lane;
    QTest::addColumn<RetryVerdict>("verdict");
    QTest::addColumn<Lane>("lane");
    QTest::newRow("automatic") << RetryVerdict::Automatic << Lane::CanBeRetried;
    QTest::newRow("later") << RetryVerdict::Later << Lane::CanBeRetried;
    QTest::newRow("switch") << RetryVerdict::SwitchEndpoint << Lane::CanBeRetried;
    QTest::newRow("manual") << RetryVerdict::Manual << Lane::NeedsAttention;
    QTest::newRow("never") << RetryVerdict::Never << Lane::NeedsAttention;
}

void tst_ErrorLog::lanes()
{
    QFETCH(RetryVerdict, verdict);
    ErrorEntry entry;
    entry.error.verdict = verdict;
    QTEST(entry.lane(), "lane");
}

void tst_ErrorLog::aPendingRetryIsInTheFirstLane()
{
    ErrorEntry entry;
    entry.error.verdict = RetryVerdict::Never;
    entry.retry = PendingRetry();
    QCOMPARE(entry.lane(), ErrorEntry::Lane::CanBeRetried);
}

void tst_ErrorLog::countsTheSameErrorFromTheSamePlace()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    QSignalSpy added(&log, &ErrorLog::entryAdded);
    QSignalSpy changed(&log, &ErrorLog::entryChanged);
    log.report(FirstTurn, Limited);
    clock.advance(5s);
    log.report(FirstTurn, Limited);
    QCOMPARE(added.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(log.entries().size(), 1);
    const ErrorEntry &entry = log.entries().constFirst();
    QCOMPARE(entry.count, 2);
    QCOMPARE(entry.firstAt.secsTo(entry.lastAt), 5);
}

void tst_ErrorLog::keepsDifferentOnesApart()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    log.report(FirstTurn, Limited);
    log.report(FirstTurn, Refused);
    log.report(SecondTurn, Limited);
    QCOMPARE(log.entries().size(), 3);
}

void tst_ErrorLog::keepsAnEntryWhileItsRetryRuns()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    log.report(FirstTurn, Limited, PendingRetry{2, 4, clock.utcNow().addSecs(1)});
    QVERIFY(log.entries().constFirst().retry);
    log.retryStarted(FirstTurn);
    QCOMPARE(log.entries().size(), 1);
    QVERIFY(!log.entries().constFirst().retry);
}

void tst_ErrorLog::foldsWhatIsRefinedToTheSame()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    const Error denied = failure(ErrorCategory::PermissionDenied, RetryVerdict::Never);
    const Error suspended = failure(ErrorCategory::TeamSuspended, RetryVerdict::Never);
    const QDateTime first = clock.utcNow();
    for (int i = 0; i < 3; ++i) {
        log.report(FirstTurn, denied);
        log.refine(FirstTurn, suspended);
        clock.advance(1min);
    }
    log.report(SecondTurn, denied);
    log.refine(SecondTurn, suspended);
    QCOMPARE(log.entries().size(), 2);
    const ErrorEntry &entry = log.entries().constFirst();
    QCOMPARE(entry.error, suspended);
    QCOMPARE(entry.count, 3);
    QCOMPARE(entry.firstAt, first);
    QCOMPARE(entry.lastAt, first.addSecs(120));
}

void tst_ErrorLog::tellsOfEachReport()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    QSignalSpy reported(&log, &ErrorLog::reported);
    log.report(FirstTurn, Limited);
    log.report(FirstTurn, Limited);
    log.report(FirstTurn, failure(ErrorCategory::Cancelled, RetryVerdict::Manual));
    log.refine(FirstTurn, Refused);
    QCOMPARE(reported.count(), 2);
    QCOMPARE(reported.constLast().at(0).value<ErrorOrigin>(), FirstTurn);
    QCOMPARE(reported.constLast().at(1).value<Error>(), Limited);
}

void tst_ErrorLog::resolvesByOrigin()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    QSignalSpy removed(&log, &ErrorLog::entryRemoved);
    log.report(FirstTurn, Limited);
    log.report(FirstTurn, Refused);
    log.report(SecondTurn, Limited);
    log.resolve(FirstTurn);
    QCOMPARE(removed.count(), 2);
    QCOMPARE(log.entries().size(), 1);
    log.dismiss(log.entries().constFirst().number);
    QVERIFY(log.entries().isEmpty());
}

void tst_ErrorLog::refinesTheNewestOfAPlace()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    log.report(FirstTurn, Refused);
    log.report(FirstTurn, Limited);
    log.report(SecondTurn, Limited);
    QSignalSpy changed(&log, &ErrorLog::entryChanged);
    Error settled = Limited;
    settled.fate = CallFate::Charged;
    log.refine(FirstTurn, settled);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(log.entries().at(0).error, Refused);
    QCOMPARE(log.entries().at(1).error, settled);
    QCOMPARE(log.entries().at(1).count, 1);
    QCOMPARE(log.entries().at(1).lane(), ErrorEntry::Lane::NeedsAttention);
    QCOMPARE(log.entries().at(2).error, Limited);
}

void tst_ErrorLog::ignoresWhatTheUserStopped()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    log.report(FirstTurn, failure(ErrorCategory::Cancelled, RetryVerdict::Manual));
    QVERIFY(log.entries().isEmpty());
}

QTEST_GUILESS_MAIN(tst_ErrorLog)
#include "tst_error_log.moc"
