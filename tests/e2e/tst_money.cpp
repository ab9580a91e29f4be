// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WaysOut.h"
#include "jobs/JobReconciler.h"

#include <QAbstractButton>
#include <QLabel>

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
};

void tst_Money::neverRan()
{
    Deck deck;
    const int before = deck.gateway.creditsRemaining();
    QVERIFY(sendAndLose(deck, {.drop = true}));
    QTRY_VERIFY(effect(deck).startsWith("The request was sent"_L1));
    // The second look comes after a pause, and the next attempt after another one.
    QVERIFY(deck.passUntil(
        [&deck] { return deck.named<QAbstractButton>(u"Cancel retry"_s) != nullptr; }));
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
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(calls(deck), 1);
    // Our own limit for a stream ends before the provider answers.
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
    QTRY_VERIFY(effect(deck).startsWith("The request was sent"_L1));
    deck.named<QAbstractButton>(u"Stop"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Stopped);
    QCOMPARE(notice(deck), u"Stopped before anything had arrived."_s);
    deck.clock.advance(60s);
    QCOMPARE(calls(deck), 1);
}

QTEST_MAIN(tst_Money)
#include "tst_money.moc"
