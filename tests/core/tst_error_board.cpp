// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/ErrorBoard.h"
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

class tst_ErrorBoard : public QObject
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

void tst_ErrorBoard::lanes_data()
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

void tst_ErrorBoard::lanes()
{
    QFETCH(RetryVerdict, verdict);
    ErrorEntry entry;
    entry.error.verdict = verdict;
    QTEST(entry.lane(), "lane");
}

void tst_ErrorBoard::aPendingRetryIsInTheFirstLane()
{
    ErrorEntry entry;
    entry.error.verdict = RetryVerdict::Never;
    entry.retry = PendingRetry();
    QCOMPARE(entry.lane(), ErrorEntry::Lane::CanBeRetried);
}

void tst_ErrorBoard::countsTheSameErrorFromTheSamePlace()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    QSignalSpy added(&board, &ErrorBoard::entryAdded);
    QSignalSpy changed(&board, &ErrorBoard::entryChanged);
    board.report(FirstTurn, Limited);
    clock.advance(5s);
    board.report(FirstTurn, Limited);
    QCOMPARE(added.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(board.entries().size(), 1);
    const ErrorEntry &entry = board.entries().constFirst();
    QCOMPARE(entry.count, 2);
    QCOMPARE(entry.firstAt.secsTo(entry.lastAt), 5);
}

void tst_ErrorBoard::keepsDifferentOnesApart()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    board.report(FirstTurn, Limited);
    board.report(FirstTurn, Refused);
    board.report(SecondTurn, Limited);
    QCOMPARE(board.entries().size(), 3);
}

void tst_ErrorBoard::keepsAnEntryWhileItsRetryRuns()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    board.report(FirstTurn, Limited, PendingRetry{2, 4, clock.utcNow().addSecs(1)});
    QVERIFY(board.entries().constFirst().retry);
    board.retryStarted(FirstTurn);
    QCOMPARE(board.entries().size(), 1);
    QVERIFY(!board.entries().constFirst().retry);
    QVERIFY(board.entries().constFirst().isTrying);
    board.report(FirstTurn, Refused);
    QVERIFY(!board.entries().at(0).isTrying);
    QVERIFY(!board.entries().at(1).isTrying);
    board.schedule(FirstTurn, Limited, {.due = clock.utcNow().addSecs(60), .isQueued = true});
    QCOMPARE(board.entries().size(), 2);
    QCOMPARE(board.entries().at(0).count, 1);
    QVERIFY(board.entries().at(0).retry);
    board.callOff(FirstTurn);
    QVERIFY(!board.entries().at(0).retry);
    QVERIFY(!board.entries().at(0).isTrying);
}

void tst_ErrorBoard::aRetryThatCameToAnotherErrorIsOver()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    board.report(FirstTurn, Limited, PendingRetry{.nextAttempt = 2, .maxAttempts = 4});
    board.report(SecondTurn, Limited, PendingRetry{.nextAttempt = 2, .maxAttempts = 4});
    // The breaker held the attempt, so that none began.
    board.report(FirstTurn, failure(ErrorCategory::CircuitOpen, RetryVerdict::Later));
    QVERIFY(!board.entries().at(0).retry);
    QVERIFY(board.entries().at(1).retry);
}

void tst_ErrorBoard::foldsWhatIsRefinedToTheSame()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    const Error denied = failure(ErrorCategory::PermissionDenied, RetryVerdict::Never);
    const Error suspended = failure(ErrorCategory::TeamSuspended, RetryVerdict::Never);
    const QDateTime first = clock.utcNow();
    for (int i = 0; i < 3; ++i) {
        board.report(FirstTurn, denied);
        board.refine(FirstTurn, suspended);
        clock.advance(1min);
    }
    board.report(SecondTurn, denied);
    board.refine(SecondTurn, suspended);
    QCOMPARE(board.entries().size(), 2);
    const ErrorEntry &entry = board.entries().constFirst();
    QCOMPARE(entry.error, suspended);
    QCOMPARE(entry.count, 3);
    QCOMPARE(entry.firstAt, first);
    QCOMPARE(entry.lastAt, first.addSecs(120));
}

void tst_ErrorBoard::tellsOfEachReport()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    QSignalSpy reported(&board, &ErrorBoard::reported);
    board.report(FirstTurn, Limited);
    board.report(FirstTurn, Limited);
    board.report(FirstTurn, failure(ErrorCategory::Cancelled, RetryVerdict::Manual));
    board.refine(FirstTurn, Refused);
    QCOMPARE(reported.count(), 2);
    QCOMPARE(reported.constLast().at(0).value<ErrorOrigin>(), FirstTurn);
    QCOMPARE(reported.constLast().at(1).value<Error>(), Limited);
}

void tst_ErrorBoard::resolvesByOrigin()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    QSignalSpy removed(&board, &ErrorBoard::entryRemoved);
    board.report(FirstTurn, Limited);
    board.report(FirstTurn, Refused);
    board.report(SecondTurn, Limited);
    board.resolve(FirstTurn);
    QCOMPARE(removed.count(), 2);
    QCOMPARE(board.entries().size(), 1);
    board.dismiss(board.entries().constFirst().number);
    QVERIFY(board.entries().isEmpty());
}

void tst_ErrorBoard::refusalsEndWithTheSuspension()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    const Error paused = failure(ErrorCategory::TeamPaused, RetryVerdict::Never);
    board.report(FirstTurn, paused);
    board.report(FirstTurn, Limited);
    board.report(SecondTurn, paused);
    board.schedule(SecondTurn, paused, {.due = clock.utcNow(), .isQueued = true});
    board.endTeamRefusals();
    QCOMPARE(board.entries().size(), 2);
    QVERIFY(!board.contains(FirstTurn, ErrorCategory::TeamPaused));
    QVERIFY(board.contains(SecondTurn, ErrorCategory::TeamPaused));
    QCOMPARE(board.history().constLast().end, ErrorEnd::Superseded);
}

void tst_ErrorBoard::refinesTheNewestOfAPlace()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    board.report(FirstTurn, Refused);
    board.report(FirstTurn, Limited);
    board.report(SecondTurn, Limited);
    QSignalSpy changed(&board, &ErrorBoard::entryChanged);
    Error settled = Limited;
    settled.fate = CallFate::Charged;
    board.refine(FirstTurn, settled);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(board.entries().at(0).error, Refused);
    QCOMPARE(board.entries().at(1).error, settled);
    QCOMPARE(board.entries().at(1).count, 1);
    QCOMPARE(board.entries().at(1).lane(), ErrorEntry::Lane::NeedsAttention);
    QCOMPARE(board.entries().at(2).error, Limited);
}

void tst_ErrorBoard::keepsWhatLeftAsHistory()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    QStringList order;
    connect(&board, &ErrorBoard::entryRemoved, this, [&order] { order += u"removed"_s; });
    connect(&board, &ErrorBoard::historyAdded, this, [&order] { order += u"kept"_s; });
    board.report(FirstTurn, Limited);
    board.report(FirstTurn, Limited);
    board.report(SecondTurn, Refused);
    board.report(SecondTurn, Limited);
    const QList<ErrorEntry> listed = board.entries();
    clock.advance(30s);
    board.resolve(FirstTurn);
    board.dismiss(listed.at(1).number);
    board.resolve(SecondTurn, ErrorEnd::Superseded);
    board.dismiss(listed.at(1).number);
    QVERIFY(board.entries().isEmpty());
    QCOMPARE(board.history().size(), 3);
    const QList<ErrorEnd> ends{ErrorEnd::WorkedAgain, ErrorEnd::Dismissed, ErrorEnd::Superseded};
    for (qsizetype i = 0; i < ends.size(); ++i) {
        QCOMPARE(board.history().at(i).entry, listed.at(i));
        QCOMPARE(board.history().at(i).end, ends.at(i));
        QCOMPARE(board.history().at(i).endedAt, clock.utcNow());
    }
    QCOMPARE(board.history().constFirst().entry.count, 2);
    QCOMPARE(order.size(), 6);
    QCOMPARE(order.mid(0, 2), QStringList({u"removed"_s, u"kept"_s}));
}

void tst_ErrorBoard::historyIsBounded()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    qsizetype dropped = 0;
    connect(&board, &ErrorBoard::historyAdded, this,
            [&dropped](const PastError &, qsizetype count) { dropped += count; });
    for (qsizetype i = 0; i < ErrorBoard::HistoryCapacity + 3; ++i) {
        board.report(FirstTurn, Limited);
        board.resolve(FirstTurn);
    }
    QCOMPARE(board.history().size(), ErrorBoard::HistoryCapacity);
    QCOMPARE(dropped, 3);
    QCOMPARE(board.history().constFirst().entry.number, 4U);
}

void tst_ErrorBoard::whatIsFoldedLeavesNoTrace()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    board.report(FirstTurn, Limited);
    board.report(FirstTurn, Refused);
    board.refine(FirstTurn, Limited);
    QCOMPARE(board.entries().size(), 1);
    QVERIFY(board.history().isEmpty());
}

void tst_ErrorBoard::ignoresWhatTheUserStopped()
{
    test::FakeClock clock;
    ErrorBoard board(clock);
    board.report(FirstTurn, failure(ErrorCategory::Cancelled, RetryVerdict::Manual));
    QVERIFY(board.entries().isEmpty());
}

QTEST_GUILESS_MAIN(tst_ErrorBoard)
#include "tst_error_board.moc"
