// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that wait for later (row A7 of the SaaS LiteLLM error-handling guide), through the real
// window.
#include "WaysOut.h"
#include "core/chat/TurnQueue.h"
#include "ui/chat/transcript/EntryChrome.h"
#include "ui/words/Format.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Lets time pass until the server has seen so many messages.
bool passUntilSent(Deck &deck, int messages)
{
    return deck.passUntil(
        [&] { return deck.gateway.countRequests("POST", StreamPath) >= messages; });
}

} // namespace

class tst_Queue : public QObject
{
    Q_OBJECT

private slots:
    void A7_queueForLater();
    void A7_queueSurvivesARestart();
    void A7_overdueAfterARestart();
    void A7_queueAgainAndCancel();
    void A7_queuedFromTheTurn();
    void A7_heldWhileTheTeamMayNotCall();
    void A7_waitsForItsConversation();
};

void tst_Queue::A7_queueForLater()
{
    Deck deck;
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(1));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::RateLimited);
    QVERIFY(deck.named<QAbstractButton>(u"Retry now"_s));
    const QDateTime due = deck.clock.utcNow().addSecs(60);
    press(deck, u"Queue for later"_s);
    QVERIFY(!deck.named<QAbstractButton>(u"Queue for later"_s));
    QVERIFY(deck.named<QAbstractButton>(u"Cancel retry"_s));
    QCOMPARE(panelText(deck, u"errorCountdown"_s),
             u"Queued, goes out at "_s + formatTimeOfDay(due));
    QVERIFY(notice(deck).endsWith(u"Queued, goes out at %1."_s.arg(formatTimeOfDay(due))));
    QVERIFY(deck.pass(59s));
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
    QVERIFY(passUntilSent(deck, 2));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 2);
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
    QCOMPARE(notice(deck), QString());

    // Done is done, also after a restart.
    deck.open();
    QTRY_VERIFY(isReady(deck));
    deck.clock.advance(3600s);
    QTRY_VERIFY(!deck.workspace->catalogue().summaries().isEmpty());
    QVERIFY(!QTest::qWaitFor([&deck] { return deck.gateway.countRequests("POST", StreamPath) > 2; },
                             200));
}

void tst_Queue::A7_queueSurvivesARestart()
{
    Deck deck;
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(1));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Queue for later"_s));
    press(deck, u"Queue for later"_s);
    const QString shown = panelText(deck, u"errorCountdown"_s);
    QVERIFY(shown.startsWith(u"Queued"_s));

    deck.open();
    QTRY_COMPARE(panelText(deck, u"errorCountdown"_s), shown);
    QCOMPARE(panelText(deck, u"errorTitle"_s), u"Rate limit reached"_s);
    QTRY_VERIFY(!deck.workspace->catalogue().summaries().isEmpty());
    press(deck, u"Show turn"_s);
    QTRY_VERIFY(notice(deck).contains(shown));
    QVERIFY(passUntilSent(deck, 2));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 2);
}

void tst_Queue::A7_overdueAfterARestart()
{
    Deck deck;
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(1));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Queue for later"_s));
    press(deck, u"Queue for later"_s);
    deck.workspace.reset();
    deck.clock.advance(3600s);
    // Goes out although nobody has opened its conversation.
    deck.open();
    QVERIFY(passUntilSent(deck, 2));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
}

void tst_Queue::A7_queueAgainAndCancel()
{
    Deck deck;
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(-1));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Queue for later"_s));
    press(deck, u"Queue for later"_s);
    QVERIFY(passUntilSent(deck, 2));
    // It was refused in this second or in the one before.
    const auto isQueuedFor = [&deck](int seconds) {
        const QDateTime due = deck.clock.utcNow().addSecs(seconds);
        return panelText(deck, u"errorCountdown"_s) ==
               u"Queued, goes out at "_s + formatTimeOfDay(due);
    };
    QTRY_VERIFY(isQueuedFor(120) || isQueuedFor(119));
    QCOMPARE(entryCount(deck), 1);

    press(deck, u"Cancel retry"_s);
    QVERIFY(deck.named<QAbstractButton>(u"Queue for later"_s));
    QCOMPARE(deck.lastTurn().state, TurnState::Failed);
    QVERIFY(!notice(deck).contains(u"Queued"_s));
    deck.open();
    QTRY_VERIFY(isReady(deck));
    deck.clock.advance(3600s);
    QVERIFY(!QTest::qWaitFor([&deck] { return deck.gateway.countRequests("POST", StreamPath) > 2; },
                             200));
    QVERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

void tst_Queue::A7_queuedFromTheTurn()
{
    Deck deck;
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(1));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::RateLimited);
    TranscriptView *transcript = deck.transcript();
    const qsizetype last = transcript->stack().size() - 1;
    const auto offers = [&](const EntryAction &action) {
        return EntryChrome::actions(transcript->stack().at(last)).contains(action);
    };
    QVERIFY(offers(WayOut::Queue));
    transcript->trigger(last, WayOut::Queue);
    QVERIFY(!offers(WayOut::Queue));
    QVERIFY(offers(WayOut::CancelRetry));
    transcript->trigger(last, WayOut::CancelRetry);
    QVERIFY(offers(WayOut::Queue));
    transcript->trigger(last, WayOut::Queue);
    press(deck, u"Retry now"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    deck.clock.advance(3600s);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 2);
}

void tst_Queue::A7_heldWhileTheTeamMayNotCall()
{
    Deck deck;
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(1));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Queue for later"_s));
    press(deck, u"Queue for later"_s);
    deck.gateway.setTeamStatus(u"suspended"_s);
    QVERIFY(deck.passUntil([&deck] { return deck.named(u"Team status: suspended"_s) != nullptr; }));
    // Past the time at which the message is due.
    QVERIFY(deck.pass(60s));
    QTRY_COMPARE(panelText(deck, u"errorCountdown"_s),
                 u"Queued, goes out as soon as the server allows it"_s);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
    deck.gateway.setTeamStatus(u"active"_s);
    QVERIFY(passUntilSent(deck, 2));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 2);
}

void tst_Queue::A7_waitsForItsConversation()
{
    Deck deck({.textPaceMs = 20});
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(1));
    deck.send(u"First"_s);
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Queue for later"_s));
    press(deck, u"Queue for later"_s);
    deck.send(u"Second"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Streaming);
    deck.clock.advance(60s);
    QTRY_VERIFY(panelText(deck, u"errorCountdown"_s).startsWith(u"Queued, goes out at"_s));
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 2);
    QTRY_COMPARE_WITH_TIMEOUT(deck.lastTurn().state, TurnState::Complete, 20'000);
    QVERIFY(passUntilSent(deck, 3));
    QTRY_COMPARE(deck.session()->conversation().turns.constFirst().state, TurnState::Complete);
}

QTEST_MAIN(tst_Queue)
#include "tst_queue.moc"
