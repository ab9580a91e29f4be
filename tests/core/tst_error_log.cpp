// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/ErrorLog.h"
#include "tests/support/FakeClock.h"

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
    void aRetryThatCameToAnotherErrorIsOver();
    void foldsWhatIsRefinedToTheSame();
    void tellsOfEachReport();
    void resolvesByOrigin();
    void refusalsEndWithTheSuspension();
    void refinesTheNewestOfAPlace();
    void keepsWhatLeftAsHistory();
    void historyIsBounded();
    void whatIsFoldedLeavesNoTrace();
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
    QVERIFY(log.entries().constFirst().isTrying);
    log.report(FirstTurn, Refused);
    QVERIFY(!log.entries().at(0).isTrying);
    QVERIFY(!log.entries().at(1).isTrying);
    log.schedule(FirstTurn, Limited, {.due = clock.utcNow().addSecs(60), .isQueued = true});
    QCOMPARE(log.entries().size(), 2);
    QCOMPARE(log.entries().at(0).count, 1);
    QVERIFY(log.entries().at(0).retry);
    log.callOff(FirstTurn);
    QVERIFY(!log.entries().at(0).retry);
    QVERIFY(!log.entries().at(0).isTrying);
}

void tst_ErrorLog::aRetryThatCameToAnotherErrorIsOver()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    log.report(FirstTurn, Limited, PendingRetry{.nextAttempt = 2, .maxAttempts = 4});
    log.report(SecondTurn, Limited, PendingRetry{.nextAttempt = 2, .maxAttempts = 4});
    // The breaker held the attempt, so that none began.
    log.report(FirstTurn, failure(ErrorCategory::CircuitOpen, RetryVerdict::Later));
    QVERIFY(!log.entries().at(0).retry);
    QVERIFY(log.entries().at(1).retry);
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

void tst_ErrorLog::refusalsEndWithTheSuspension()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    const Error paused = failure(ErrorCategory::TeamPaused, RetryVerdict::Never);
    log.report(FirstTurn, paused);
    log.report(FirstTurn, Limited);
    log.report(SecondTurn, paused);
    log.schedule(SecondTurn, paused, {.due = clock.utcNow(), .isQueued = true});
    log.endTeamRefusals();
    QCOMPARE(log.entries().size(), 2);
    QVERIFY(!log.contains(FirstTurn, ErrorCategory::TeamPaused));
    QVERIFY(log.contains(SecondTurn, ErrorCategory::TeamPaused));
    QCOMPARE(log.history().constLast().end, ErrorEnd::Superseded);
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

void tst_ErrorLog::keepsWhatLeftAsHistory()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    QStringList order;
    connect(&log, &ErrorLog::entryRemoved, this, [&order] { order += u"removed"_s; });
    connect(&log, &ErrorLog::historyAdded, this, [&order] { order += u"kept"_s; });
    log.report(FirstTurn, Limited);
    log.report(FirstTurn, Limited);
    log.report(SecondTurn, Refused);
    log.report(SecondTurn, Limited);
    const QList<ErrorEntry> listed = log.entries();
    clock.advance(30s);
    log.resolve(FirstTurn);
    log.dismiss(listed.at(1).number);
    log.resolve(SecondTurn, ErrorEnd::Superseded);
    log.dismiss(listed.at(1).number);
    QVERIFY(log.entries().isEmpty());
    QCOMPARE(log.history().size(), 3);
    const QList<ErrorEnd> ends{ErrorEnd::WorkedAgain, ErrorEnd::Dismissed, ErrorEnd::Superseded};
    for (qsizetype i = 0; i < ends.size(); ++i) {
        QCOMPARE(log.history().at(i).entry, listed.at(i));
        QCOMPARE(log.history().at(i).end, ends.at(i));
        QCOMPARE(log.history().at(i).endedAt, clock.utcNow());
    }
    QCOMPARE(log.history().constFirst().entry.count, 2);
    QCOMPARE(order.size(), 6);
    QCOMPARE(order.mid(0, 2), QStringList({u"removed"_s, u"kept"_s}));
}

void tst_ErrorLog::historyIsBounded()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    qsizetype dropped = 0;
    connect(&log, &ErrorLog::historyAdded, this,
            [&dropped](const PastError &, qsizetype count) { dropped += count; });
    for (qsizetype i = 0; i < ErrorLog::HistoryCapacity + 3; ++i) {
        log.report(FirstTurn, Limited);
        log.resolve(FirstTurn);
    }
    QCOMPARE(log.history().size(), ErrorLog::HistoryCapacity);
    QCOMPARE(dropped, 3);
    QCOMPARE(log.history().constFirst().entry.number, 4U);
}

void tst_ErrorLog::whatIsFoldedLeavesNoTrace()
{
    test::FakeClock clock;
    ErrorLog log(clock);
    log.report(FirstTurn, Limited);
    log.report(FirstTurn, Refused);
    log.refine(FirstTurn, Limited);
    QCOMPARE(log.entries().size(), 1);
    QVERIFY(log.history().isEmpty());
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
