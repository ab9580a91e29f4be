// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WaysOut.h"
#include "core/chat/TurnCharges.h"
#include "core/jobs/JobReconciler.h"
#include "ui/words/CostLine.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMessageBox>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto ListPath = "/api/teams/*/jobs"_L1;

int calls(const Deck &deck)
{
    return deck.gateway.countRequests("POST", StreamPath);
}

/// What the error panel says of the call's effect, empty while it says nothing.
QString effect(Deck &deck)
{
    const auto *label = deck.find<QLabel>(u"errorOutcome"_s);
    return label != nullptr && label->isVisible() ? label->text() : QString();
}

/// Sends a message whose answer is lost; `fault` says how.
bool sendAndLose(Deck &deck, demo::Fault fault)
{
    if (!deck.choose(u"gpt-4o-mini"_s))
        return false;
    fault.pathPattern = QString(StreamPath);
    fault.times = 1;
    deck.gateway.addFault(fault);
    deck.send(u"Hello"_s);
    return true;
}

} // namespace

/// What the window says of a call whose effect was in doubt, and what it does next.
class tst_Money : public QObject
{
    Q_OBJECT

private slots:
    void neverRan();
    void ranAndWasCharged();
    void stillRunning();
    void unknown();
    void stoppedWhileItIsInDoubt();
    void heldByAProxy_data();
    void heldByAProxy();
    void heldWhileItWasStopped();
    void ranLongAfterItWasGivenUp();
    void ranLongAfterItWasStopped();
    void retryKeepsWhatWasPaid();
    void asksBeforeItMayCostTwice();
    void asksNothingBeforeWhatCostNothing();
};

void tst_Money::neverRan()
{
    Deck deck;
    const int before = deck.gateway.creditsRemaining();
    QVERIFY(sendAndLose(deck, {.drop = true}));
    QTRY_VERIFY(effect(deck).startsWith("The server knows no job"_L1));
    // More looks come after pauses, and the next attempt after another one.
    // In steps that are shorter than that one.
    const auto isScheduled = [&deck] {
        return deck.named<QAbstractButton>(u"Cancel retry"_s) != nullptr;
    };
    QVERIFY(QTest::qWaitFor([&] { return isScheduled() || (deck.pass(200ms) && isScheduled()); },
                            20'000));
    QVERIFY(effect(deck).contains("never ran"_L1));
    QCOMPARE(calls(deck), 1);
    deck.named<QAbstractButton>(u"Retry now"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(calls(deck), 2);
    QTRY_COMPARE(deck.gateway.creditsRemaining(), before - 1);
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

void tst_Money::ranAndWasCharged()
{
    Deck deck;
    const int before = deck.gateway.creditsRemaining();
    QVERIFY(sendAndLose(deck, {.processFirst = true, .drop = true}));
    QTRY_VERIFY(effect(deck).contains("ran and was charged"_L1));
    QVERIFY(effect(deck).contains("cannot be had again"_L1));
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(deck.lastTurn().error->fate, CallFate::Charged);
    QTRY_COMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
    deck.clock.advance(120s);
    QCOMPARE(calls(deck), 1);
    QCOMPARE(deck.gateway.creditsRemaining(), before - 1);
}

void tst_Money::stillRunning()
{
    Deck deck({.providerDelayMs = 60'000, .abandonsOnDisconnect = false});
    deck.settings.set(Keys::WholeReplySeconds, 120);
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(calls(deck), 1);
    // Our own patience ends before the provider answers.
    deck.clock.advance(120s);
    QTRY_VERIFY(effect(deck).contains("still running"_L1));
    QCOMPARE(calls(deck), 1);
    QVERIFY(!deck.isOver());
    deck.named<QAbstractButton>(u"Stop"_s)->click();
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(calls(deck), 1);
}

void tst_Money::unknown()
{
    Deck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    deck.gateway.addFault({.method = "GET", .pathPattern = QString(ListPath), .status = 503});
    QVERIFY(sendAndLose(deck, {.processFirst = true, .drop = true}));
    QTRY_VERIFY(effect(deck).contains("could not be asked"_L1));
    QCOMPARE(deck.lastTurn().error->fate, CallFate::Unknown);
    // The look is repeated when the server can be asked again.
    deck.gateway.clearFaults();
    deck.clock.advance(JobReconciler::FirstPause);
    QTRY_VERIFY(effect(deck).contains("ran and was charged"_L1));
    QCOMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
    QCOMPARE(calls(deck), 1);
}

void tst_Money::stoppedWhileItIsInDoubt()
{
    Deck deck;
    QVERIFY(sendAndLose(deck, {.drop = true}));
    QTRY_VERIFY(effect(deck).startsWith("The server knows no job"_L1));
    deck.named<QAbstractButton>(u"Stop"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Stopped);
    QCOMPARE(notice(deck),
             u"Stopped before anything had arrived. The gateway may finish it, and its credit may "
             "still be taken."_s);
    deck.clock.advance(60s);
    QCOMPARE(calls(deck), 1);
}

void tst_Money::heldByAProxy_data()
{
    QTest::addColumn<Milliseconds>("held");
    for (const auto held : {2'500ms, 4'000ms, 6'000ms})
        QTest::addRow("%lld ms", static_cast<long long>(held.count())) << Milliseconds(held);
}

void tst_Money::heldByAProxy()
{
    QFETCH(Milliseconds, held);
    Deck deck;
    const int before = deck.gateway.creditsRemaining();
    QVERIFY(sendAndLose(deck, {.held = true}));
    QTRY_VERIFY(effect(deck).startsWith("The server knows no job"_L1));
    QVERIFY(deck.pass(held));
    deck.gateway.deliverHeld();
    QTRY_COMPARE(deck.gateway.creditsRemaining(), before - 1);
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    QCOMPARE(deck.lastTurn().error->fate, CallFate::Charged);
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().cost.credits.isKnown(); }));
    QVERIFY(deck.pass(120s));
    QCOMPARE(calls(deck), 1);
    QCOMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
    QCOMPARE(deck.gateway.creditsRemaining(), before - 1);
}

void tst_Money::heldWhileItWasStopped()
{
    Deck deck;
    QVERIFY(sendAndLose(deck, {.held = true}));
    QTRY_VERIFY(effect(deck).startsWith("The server knows no job"_L1));
    deck.named<QAbstractButton>(u"Stop"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Stopped);
    QVERIFY(deck.pass(5s));
    QVERIFY(!deck.lastTurn().cost.credits.isKnown());
    deck.gateway.deliverHeld();
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().cost.credits.isKnown(); }));
    QCOMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
}

void tst_Money::ranLongAfterItWasGivenUp()
{
    Deck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    QVERIFY(sendAndLose(deck, {.held = true}));
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().error->fate == CallFate::NeverRan; }));
    QCOMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(0));
    // It is asked again, and then both run.
    deck.transcript()->trigger(1, WayOut::Retry);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().cost.credits.isKnown(); }));
    deck.gateway.deliverHeld();
    QTRY_COMPARE(deck.gateway.jobs().size(), 2 + demo::DemoScenario().pastJobs);
    // Whoever looks at the jobs sees that the turn is put right.
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
    QVERIFY(deck.passUntil([&deck] { return !deck.lastTurn().lost.isEmpty(); }));
    QVERIFY(deck.pass(120s));
    QCOMPARE(deck.lastTurn().lost.size(), 1);
    QCOMPARE(deck.lastTurn().lost.constFirst().credits, Measured<qint64>::reported(1));
    QCOMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
    // Neither a look at the same list nor another start adds anything.
    const Turn put = deck.lastTurn();
    deck.open();
    QVERIFY(deck.openConversation());
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
    QVERIFY(deck.pass(60s));
    QCOMPARE(deck.lastTurn(), put);
}

void tst_Money::ranLongAfterItWasStopped()
{
    Deck deck;
    QVERIFY(sendAndLose(deck, {.held = true}));
    QTRY_VERIFY(effect(deck).startsWith("The server knows no job"_L1));
    deck.named<QAbstractButton>(u"Stop"_s)->click();
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().cost.credits.isKnown(); }));
    QCOMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(0));
    deck.gateway.deliverHeld();
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().cost.credits.value == 1; }));
    QVERIFY(deck.lastTurn().lost.isEmpty());
}

void tst_Money::retryKeepsWhatWasPaid()
{
    Deck deck;
    const int before = deck.gateway.creditsRemaining();
    QVERIFY(sendAndLose(deck, {.processFirst = true, .drop = true}));
    QTRY_VERIFY(deck.isOver());
    QTRY_COMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
    deck.transcript()->trigger(1, WayOut::Retry);
    auto *box = deck.window().findChild<QMessageBox *>(u"askAgain"_s);
    QVERIFY(box);
    QCOMPARE(box->text(), u"The first reply was charged. Asking again costs once more."_s);
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(deck.lastTurn().state, TurnState::Failed);
    QCOMPARE(calls(deck), 1);

    deck.transcript()->trigger(1, WayOut::Retry);
    deck.window().findChild<QAbstractButton *>(u"askAgainButton"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QTRY_COMPARE(deck.gateway.creditsRemaining(), before - 2);
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().cost.credits.isKnown(); }));
    QCOMPARE(deck.lastTurn().lost.size(), 1);
    const QString cost = costLine(deck.lastTurn());
    QVERIFY2(cost.contains(u"2 credit(s), 1 of them for a reply that was lost"_s),
             qPrintable(cost));
    deck.open();
    QVERIFY(deck.openConversation());
    QCOMPARE(costLine(deck.lastTurn()), cost);
}

void tst_Money::asksBeforeItMayCostTwice()
{
    Deck deck;
    const int before = deck.gateway.creditsRemaining();
    deck.settings.set(Keys::MaxRetries, 0);
    deck.gateway.addFault({.method = "GET", .pathPattern = QString(ListPath), .status = 503});
    QVERIFY(sendAndLose(deck, {.processFirst = true, .drop = true}));
    QTRY_VERIFY(effect(deck).contains("could not be asked"_L1));
    deck.gateway.clearFaults();
    deck.transcript()->trigger(1, WayOut::Retry);
    auto *box = deck.window().findChild<QMessageBox *>(u"askAgain"_s);
    QVERIFY(box);
    QVERIFY(box->text().startsWith("The first message may still be charged."_L1));
    deck.window().findChild<QAbstractButton *>(u"askAgainButton"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    // Both are settled in the end, the first one to the same turn.
    QVERIFY(deck.passUntil([&deck] {
        return deck.lastTurn().cost.credits.isKnown() && !deck.lastTurn().lost.isEmpty();
    }));
    QCOMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
    QCOMPARE(TurnCharges::lostCredits(deck.lastTurn()), Measured<qint64>::reported(1));
    QCOMPARE(deck.gateway.creditsRemaining(), before - 2);
}

void tst_Money::asksNothingBeforeWhatCostNothing()
{
    Deck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    QVERIFY(sendAndLose(deck, {.status = 503, .body = R"({"detail":"Not now"})"}));
    QTRY_VERIFY(deck.isOver());
    deck.transcript()->trigger(1, WayOut::Retry);
    QVERIFY(!deck.window().findChild<QMessageBox *>(u"askAgain"_s));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
}

QTEST_MAIN(tst_Money)
#include "tst_money.moc"
