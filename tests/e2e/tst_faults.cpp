// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "ui/words/ErrorTexts.h"

#include <QAbstractButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The fault, of calls only.
demo::Fault onCalls(demo::Fault fault)
{
    fault.method = "POST";
    fault.pathPattern = StreamPath;
    return fault;
}

int calls(Deck &deck)
{
    return deck.gateway.countRequests("POST", StreamPath);
}

/// Asks a model that works, through a gateway whose calls fail so; false when nothing can be asked.
bool askInto(Deck &deck, const demo::Fault &fault)
{
    if (!deck.choose(u"gpt-4o-mini"_s))
        return false;
    deck.gateway.addFault(onCalls(fault));
    deck.send(u"Hello"_s);
    return true;
}

} // namespace

/// What the real window does when a call fails.
class tst_Faults : public QObject
{
    Q_OBJECT

private slots:
    void survivesEachFault_data();
    void survivesEachFault();
    void chargesOnceWhateverTheServerDoes_data();
    void chargesOnceWhateverTheServerDoes();
    void retriesARateLimitAndTellsIt();
    void retriesNowAtAPress();
    void cancelsARetry();
    void A12_interruptedStreamKeepsItsText();
    void A13_streamTimeoutIsNoInterruption();
};

void tst_Faults::survivesEachFault_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<ErrorCategory>("category");
    const auto row = [](const QString &model, ErrorCategory category) {
        QTest::newRow(qPrintable(model)) << model << category;
    };
    row(u"fault-auth"_s, ErrorCategory::ProviderAuthentication);
    // In a stream the server passes on the provider's status and loses its text.
    row(u"fault-context"_s, ErrorCategory::BadRequest);
    row(u"fault-quota"_s, ErrorCategory::RateLimited);
    row(u"fault-no-credentials"_s, ErrorCategory::ProviderNotConfigured);
    row(u"fault-drop"_s, ErrorCategory::ConnectionFailed);
    row(u"fault-reset"_s, ErrorCategory::ConnectionFailed);
    row(u"fault-cut"_s, ErrorCategory::StreamInterrupted);
    row(u"fault-500-text"_s, ErrorCategory::InternalServerError);
    row(u"fault-malformed"_s, ErrorCategory::MalformedReply);
}

void tst_Faults::survivesEachFault()
{
    QFETCH(QString, model);
    QFETCH(ErrorCategory, category);
    Deck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    deck.open();
    QVERIFY(deck.choose(model));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    const Turn turn = deck.lastTurn();
    QVERIFY(turn.state == TurnState::Failed || turn.state == TurnState::Interrupted);
    QVERIFY(turn.error);
    QCOMPARE(turn.error->category, category);
    QCOMPARE(turn.reply.isEmpty(), turn.state == TurnState::Failed);
    QVERIFY(deck.find(u"errorPanel"_s)->isVisible());
    QCOMPARE(calls(deck), 1);
    // What the server knows of the call is looked up, and the program can still be used.
    QTRY_VERIFY(deck.gateway.countRequests("GET", u"/api/teams/*/jobs"_s) > 0);
    QVERIFY(!deck.session()->isBusy());
}

void tst_Faults::chargesOnceWhateverTheServerDoes_data()
{
    QTest::addColumn<demo::Fault>("fault");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("charged");
    // What the team's jobs show not to have run is sent again; what ran, or may have, is not.
    const auto row = [](const char *name, const demo::Fault &fault, int attempts, int charged = 0) {
        QTest::newRow(name) << onCalls(fault) << attempts << charged;
    };
    row("drop", {.drop = true}, 4);
    row("drop after it ran", {.processFirst = true, .drop = true}, 1, 1);
    row("reset", {.reset = true}, 4);
    row("half a head", {.halfHead = true}, 4);
    row("garbage", {.garbage = true}, 4);
    row("502", {.status = 502, .body = "<html>Bad Gateway</html>", .contentType = "text/html"}, 4);
    row("504", {.status = 504, .body = "<html>Timeout</html>", .contentType = "text/html"}, 4);
    row("500 of a crash",
        {.status = 500, .body = "Internal Server Error", .contentType = "text/plain"}, 4);
    // A proxy answers for a call that ran.
    const auto afterItRan = [](int status, const QByteArray &body, const QByteArray &type) {
        return demo::Fault{
            .processFirst = true, .status = status, .body = body, .contentType = type};
    };
    const QByteArray plain = "text/plain";
    const QByteArray html = "text/html";
    const QByteArray json = "application/json";
    row("503 of Envoy after it ran",
        afterItRan(503, "upstream connect error or disconnect/reset before headers.", plain), 1, 1);
    row("503 of nginx after it ran", afterItRan(503, "<html>503</html>", html), 1, 1);
    row("408 of Envoy after it ran", afterItRan(408, "stream timeout", plain), 1, 1);
    row("429 after it ran", afterItRan(429, "<html>429</html>", html), 1, 1);
    row("504 of Vercel after it ran", afterItRan(504, R"({"error":{"code":"504"}})", json), 1, 1);
    row("504 of Tyk after it ran", afterItRan(504, R"({"error":"hard timeout"})", json), 1, 1);
    row("502 of Spring after it ran",
        afterItRan(502, R"({"status":502,"error":"Bad Gateway"})", json), 1, 1);
    row("500 with an error after it ran", afterItRan(500, R"({"error":"x"})", json), 1, 1);
    row("a page to log in", {.status = 200, .body = "<html>Log in</html>", .contentType = html}, 1);
}

void tst_Faults::chargesOnceWhateverTheServerDoes()
{
    QFETCH(demo::Fault, fault);
    Deck deck;
    const int before = deck.gateway.creditsRemaining();
    QVERIFY(askInto(deck, fault));
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    QVERIFY(deck.lastTurn().error);
    QTRY_VERIFY(deck.gateway.countRequests("GET", u"/api/teams/*/jobs"_s) > 0);
    QTEST(calls(deck), "attempts");
    QTEST(before - deck.gateway.creditsRemaining(), "charged");
}

void tst_Faults::retriesARateLimitAndTellsIt()
{
    Deck deck;
    QVERIFY(askInto(deck, {.times = 1,
                           .status = 429,
                           .body = R"({"detail":"Rate limit exceeded"})",
                           .headers = {{"Retry-After", "7"}}}));
    QTRY_VERIFY(deck.named(u"Cancel retry"_s));
    QVERIFY(deck.find(u"errorPanel"_s)->isVisible());
    deck.clock.advance(6s);
    QCOMPARE(calls(deck), 1);
    deck.clock.advance(2s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(calls(deck), 2);
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

void tst_Faults::retriesNowAtAPress()
{
    Deck deck;
    QVERIFY(
        askInto(deck, {.times = 1, .status = 503, .body = R"({"detail":"Service unavailable"})"}));
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Retry now"_s));
    auto *retry = deck.named<QAbstractButton>(u"Retry now"_s);
    retry->setFocus();
    QTest::keyClick(retry, Qt::Key_Space);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
}

void tst_Faults::cancelsARetry()
{
    Deck deck;
    QVERIFY(askInto(deck, {.status = 429, .body = R"({"detail":"Rate limit exceeded"})"}));
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Cancel retry"_s));
    deck.named<QAbstractButton>(u"Cancel retry"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Stopped);
    deck.clock.advance(120s);
    QCOMPARE(calls(deck), 1);
}

void tst_Faults::A12_interruptedStreamKeepsItsText()
{
    Deck deck;
    QVERIFY(askInto(deck, {.cutAfterBytes = 2'000, .cutWithReset = true}));
    QTRY_VERIFY(deck.isOver());
    const Turn turn = deck.lastTurn();
    QCOMPARE(turn.state, TurnState::Interrupted);
    QVERIFY(!turn.reply.isEmpty());
    QCOMPARE(turn.error->category, ErrorCategory::StreamInterrupted);
    // Nothing is sent again by itself, and the text is there after the next start.
    deck.clock.advance(120s);
    QCOMPARE(calls(deck), 1);
    QTRY_VERIFY(deck.gateway.countRequests("GET", u"/api/teams/*/jobs"_s) > 0);
    deck.open();
    QVERIFY(deck.openConversation());
    QCOMPARE(deck.lastTurn().reply, turn.reply);
}

void tst_Faults::A13_streamTimeoutIsNoInterruption()
{
    Deck deck;
    QVERIFY(askInto(deck, {.cutAfterBytes = 2'000, .cutWithSilence = true}));
    QTRY_VERIFY(!deck.lastTurn().reply.isEmpty());
    // 5 s more than the guide and the gateway give the provider, whose error is to arrive.
    deck.clock.advance(124s);
    QVERIFY(!deck.isOver());
    deck.clock.advance(1s);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(deck.lastTurn().state, TurnState::Interrupted);
    QVERIFY(!deck.lastTurn().reply.isEmpty());
    QCOMPARE(deck.lastTurn().error->category, ErrorCategory::Timeout);
    QVERIFY(errorSummary(*deck.lastTurn().error).startsWith(u"No more text came for 2 min 5 s"_s));
    QCOMPARE(calls(deck), 1);
}

QTEST_MAIN(tst_Faults)
#include "tst_faults.moc"
