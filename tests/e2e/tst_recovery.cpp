// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A server that is away for a moment, and errors that leave when it is well again, through the real
// window.
#include "WaysOut.h"
#include "ui/errors/ErrorPanel.h"
#include "ui/shell/ShellFrame.h"
#include "ui/widgets/Badge.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The server answers, but nothing works behind it.
demo::Fault noDatabase(const QByteArray &method, int times = -1)
{
    return {.method = method,
            .pathPattern = u"/api/**"_s,
            .times = times,
            .status = 500,
            .body = R"({"detail":"Internal error"})"};
}

QString serverState(Deck &deck)
{
    return deck.find(u"serverName"_s)->accessibleName();
}

QString teamState(Deck &deck)
{
    return deck.find<Badge>(u"teamStatus"_s)->text();
}

/// Lets the call fail until the breaker holds it.
bool isHeld(Deck &deck)
{
    return deck.passUntil([&deck] { return category(deck) == ErrorCategory::CircuitOpen; });
}

void showPage(Deck &deck, Page page)
{
    deck.window().findChild<ShellFrame *>()->setCurrentPage(page);
}

} // namespace

class tst_Recovery : public QObject
{
    Q_OBJECT

private slots:
    void hiccupCostsNoMinute();
    void heldMessageCountsDown();
    void retryNowIsTheProbe();
    void wrongKeyIsSeenAtStart();
    void refusedKeyIsOneCard();
    void jobsErrorLeaves();
    void ledgerErrorLeaves();
    void oneAttemptCountsOnce();
};

void tst_Recovery::hiccupCostsNoMinute()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(noDatabase({}));
    deck.send(u"First"_s);
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    QCOMPARE(category(deck), ErrorCategory::InternalServerError);
    deck.send(u"Second"_s);
    QVERIFY(isHeld(deck));
    QVERIFY2(!serverState(deck).endsWith(u"connected"_s), qPrintable(serverState(deck)));

    deck.gateway.clearFaults();
    const QDateTime well = deck.clock.utcNow();
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().state == TurnState::Complete; }));
    const qint64 waited = well.secsTo(deck.clock.utcNow());
    QVERIFY2(waited <= 20, qPrintable(QString::number(waited)));
    QTRY_VERIFY2(serverState(deck).endsWith(u"connected"_s), qPrintable(serverState(deck)));
}

void tst_Recovery::heldMessageCountsDown()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(noDatabase({}));
    deck.send(u"First"_s);
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    deck.send(u"Second"_s);
    QVERIFY(isHeld(deck));
    const auto countdown = [&deck] {
        for (const QLabel *label :
             deck.find(u"errorPanel"_s)->findChildren<QLabel *>(u"errorCountdown"_s)) {
            if (label->text().startsWith(u"Queued, goes out in"_s))
                return label->text();
        }
        return QString();
    };
    QTRY_VERIFY(!countdown().isEmpty());
    const QString first = countdown();
    deck.clock.advance(5s);
    QVERIFY(!countdown().isEmpty());
    QVERIFY2(countdown() != first, qPrintable(first));
    QVERIFY(deck.named<QAbstractButton>(u"Retry now"_s));
    QVERIFY(deck.named<QAbstractButton>(u"Cancel retry"_s));
}

void tst_Recovery::retryNowIsTheProbe()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    // What the rest of the window asks for goes on failing.
    deck.gateway.addFault(noDatabase("GET"));
    deck.gateway.addFault(noDatabase("POST", 5));
    deck.send(u"First"_s);
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    deck.send(u"Second"_s);
    QVERIFY(isHeld(deck));
    const TurnId held = deck.lastTurn().id;
    MainWindow &window = deck.workspace->window();
    auto *panel = window.findChild<ErrorPanel *>();
    QVERIFY(panel);
    emit panel->wayOutRequested(WayOut::Retry,
                                ErrorOrigin::ofTurn(deck.session()->conversation().id, held));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
}

void tst_Recovery::wrongKeyIsSeenAtStart()
{
    Deck deck;
    const demo::Fault refused{.method = "GET",
                              .pathPattern = u"/api/credits/**"_s,
                              .status = 401,
                              .body = R"({"detail":"Invalid API key"})"};
    deck.gateway.addFault(refused);
    deck.open();
    QTRY_COMPARE(teamState(deck), u"Team status: key refused"_s);
    QVERIFY2(serverState(deck).endsWith(u"refuses the key"_s), qPrintable(serverState(deck)));
    QTRY_COMPARE(panelText(deck, u"errorTitle"_s), u"The virtual key was refused"_s);
    QVERIFY(deck.named<QAbstractButton>(u"Change key"_s));

    // The gateway takes it again.
    deck.gateway.clearFaults();
    showPage(deck, Page::Jobs);
    QTRY_COMPARE(teamState(deck), u"Team status: active"_s);
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

void tst_Recovery::refusedKeyIsOneCard()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = u"/api/**"_s,
                           .status = 401,
                           .body = R"({"detail":"Invalid API key"})"});
    deck.open();
    showPage(deck, Page::Team);
    QVERIFY(deck.comesToRest());
    showPage(deck, Page::Jobs);
    QTRY_COMPARE(panelText(deck, u"errorTitle"_s), u"The virtual key was refused"_s);
    QVERIFY(deck.pass(60s));
    QCOMPARE(entryCount(deck), 1);
}

void tst_Recovery::jobsErrorLeaves()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    showPage(deck, Page::Jobs);
    QVERIFY(deck.comesToRest());
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = u"/api/teams/*/jobs"_s,
                           .status = 500,
                           .body = R"({"detail":"Internal error"})"});
    QVERIFY(deck.passUntil(
        [&deck] { return panelText(deck, u"errorTitle"_s) == u"The server failed"_s; }));
    deck.gateway.clearFaults();
    QVERIFY(deck.passUntil([&deck] { return deck.find(u"errorPanel"_s)->isHidden(); }));
}

void tst_Recovery::ledgerErrorLeaves()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = u"/api/credits/teams/*/transactions"_s,
                           .status = 500,
                           .body = R"({"detail":"Internal error"})"});
    showPage(deck, Page::Team);
    QVERIFY(deck.passUntil(
        [&deck] { return panelText(deck, u"errorTitle"_s) == u"The server failed"_s; }));
    deck.gateway.clearFaults();
    QVERIFY(deck.passUntil([&deck] { return deck.find(u"errorPanel"_s)->isHidden(); }));
}

void tst_Recovery::oneAttemptCountsOnce()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    // Of each attempt the server is asked whether it ran before another one goes out.
    deck.gateway.addFault({.method = "POST", .pathPattern = StreamPath, .drop = true});
    deck.send(u"Hello"_s);
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    const int attempts = deck.gateway.countRequests("POST", StreamPath);
    QVERIFY(attempts > 1);
    QVERIFY2(panelText(deck, u"errorRepeats"_s).startsWith(QString::number(attempts) + u' '),
             qPrintable(panelText(deck, u"errorRepeats"_s)));
}

QTEST_MAIN(tst_Recovery)
#include "tst_recovery.moc"
