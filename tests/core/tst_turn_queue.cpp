// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/TurnQueue.h"
#include "core/errors/Verdict.h"
#include "core/errors/WayOut.h"
#include "core/store/ConversationTables.h"
#include "tst_store_samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace litedeck::samples;
using namespace std::chrono_literals;

class tst_TurnQueue : public QObject
{
    Q_OBJECT

private slots:
    void waits_data();
    void waits();
    void offersToQueue_data();
    void offersToQueue();
    void isKeptOnDisk();
};

void tst_TurnQueue::waits_data()
{
    using Wait = std::optional<Milliseconds>;
    QTest::addColumn<int>("attempts");
    QTest::addColumn<Wait>("asked");
    QTest::addColumn<Milliseconds>("expected");
    QTest::addColumn<ErrorCategory>("category");
    const auto row = [](const char *name, int attempts, const Wait &asked, Milliseconds expected,
                        ErrorCategory category = ErrorCategory::RateLimited) {
        QTest::newRow(name) << attempts << asked << expected << category;
    };
    row("first", 0, {}, 1min);
    row("second", 1, {}, 2min);
    row("third", 2, {}, 5min);
    row("fourth", 3, {}, 15min);
    row("fifth", 4, {}, 30min);
    row("any later", 40, {}, 30min);
    row("the server asks for more", 0, 10min, 10min);
    row("the server asks for less", 0, 20s, 20s);
    row("again, for less", 2, 20s, 5min);
    row("again, for more", 2, 3h, 3h);
    row("paused", 0, {}, 0min, ErrorCategory::TeamPaused);
    row("paused once more", 1, {}, 2min, ErrorCategory::TeamPaused);
}

void tst_TurnQueue::waits()
{
    QFETCH(int, attempts);
    QFETCH(std::optional<Milliseconds>, asked);
    QFETCH(ErrorCategory, category);
    Error error;
    error.category = category;
    error.retryAfter = asked;
    QTEST(TurnQueue::waitBefore(attempts, error), "expected");
}

void tst_TurnQueue::offersToQueue_data()
{
    using enum ErrorCategory;
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, ErrorCategory category, Outcome outcome, bool expected) {
        QTest::newRow(name) << category << outcome << expected;
    };
    row("rate limit", RateLimited, Outcome::Rejected, true);
    row("overloaded", Overloaded, Outcome::Rejected, true);
    row("503", ServiceUnavailable, Outcome::Rejected, true);
    row("open breaker", CircuitOpen, Outcome::NotSent, true);
    row("503 of nobody knows whom", ServiceUnavailable, Outcome::Ambiguous, false);
    row("it ran", RateLimited, Outcome::Committed, false);
    row("no connection", ConnectionFailed, Outcome::NotSent, false);
    row("suspended", TeamSuspended, Outcome::Rejected, true);
    row("paused", TeamPaused, Outcome::Rejected, true);
    row("out of credits", InsufficientCredits, Outcome::Rejected, true);
    row("out of credits after it ran", InsufficientCredits, Outcome::Committed, false);
    row("key refused", Authentication, Outcome::Rejected, false);
    row("bad request", BadRequest, Outcome::Rejected, false);
}

void tst_TurnQueue::offersToQueue()
{
    QFETCH(ErrorCategory, category);
    QFETCH(Outcome, outcome);
    Error error;
    error.category = category;
    error.verdict = usualVerdict(category).retry;
    error.outcome = outcome;
    QTEST(waysOut(error).contains(WayOut::Queue), "expected");
}

void tst_TurnQueue::isKeptOnDisk()
{
    const QTemporaryDir directory;
    auto opened = Database::open(directory.filePath(u"deck.db"_s));
    QVERIFY(opened);
    const Database &database = **opened;
    Turn late = emptyTurn(u"late"_s, TurnState::Failed);
    late.error = fullError();
    const Turn early = emptyTurn(u"early"_s, TurnState::Failed);
    const Turn answered = emptyTurn(u"answered"_s, TurnState::Complete);
    QVERIFY(ConversationTables::saveConversation(database,
                                                 conversation(u"c"_s, {late, early, answered})));
    const auto queued = [](const Turn &turn, qint64 due, int attempts) {
        return QueuedTurn{.conversation = {u"c"_s},
                          .turn = turn.id,
                          .dueAt = utc(due),
                          .attempts = attempts,
                          .error = turn.error.value_or(Error())};
    };
    QVERIFY(QueueTable::save(database, queued(late, 1, 0)));
    QVERIFY(QueueTable::save(database, queued(late, 9'000, 2)));
    QVERIFY(QueueTable::save(database, queued(early, 5'000, 1)));
    QVERIFY(QueueTable::save(database, queued(answered, 1'000, 0)));
    QVERIFY(QueueTable::save(database, queued(emptyTurn(u"unknown"_s), 1'000, 0)));
    const auto loaded = QueueTable::load(database);
    QVERIFY(loaded);
    QCOMPARE(*loaded, (QList{queued(early, 5'000, 1), queued(late, 9'000, 2)}));

    QVERIFY(QueueTable::remove(database, early.id));
    QVERIFY(ConversationTables::setDeleted(database, late.id, true));
    QCOMPARE(QueueTable::load(database)->size(), 0);
}

QTEST_GUILESS_MAIN(tst_TurnQueue)
#include "tst_turn_queue.moc"
