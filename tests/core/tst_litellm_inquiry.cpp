// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/Inquiry.h"

#include "LiteLlmFixture.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray NewEnough = "1.103.0";
const QByteArray First = "/spend/logs?request_id=KEY-1";
const QByteArray Second = "/spend/logs?request_id=KEY-2";

QByteArray row(const QByteArray &status, const QByteArray &spend, const QByteArray &more = {})
{
    return R"([{"request_id":"r","call_type":"acompletion","status":")" + status + R"(","spend":)" +
           spend +
           R"(,"prompt_tokens":100,"completion_tokens":50,"startTime":"2026-11-22T09:00:00Z")" +
           more + "}]";
}

const QByteArray Reply1 = row("success", "0.00105");
const QByteArray Failure = row("failure", "0.0");

/// An inquiry that runs, and what it tells.
struct Watched
{
    Watched(LiteLlmLine &line, CallEnd end)
    {
        if (!end.lastSentAt.isValid())
            end.lastSentAt = line.clock.utcNow();
        Inquiry *inquiry = line.server.inquire({.callKey = u"KEY"_s, .sentAt = line.clock.utcNow()},
                                               end, &context);
        QObject::connect(inquiry, &Inquiry::waiting, &context,
                         [this](CallFate why) { waits += why; });
        QObject::connect(inquiry, &Inquiry::settled, &context,
                         [this](const CallFinding &found) { finding = found; });
        inquiry->start();
    }

    QObject context;
    QList<CallFate> waits;
    std::optional<CallFinding> finding;
};

/// Lets the time go by from look to look until there is a finding; tells how much went by.
Milliseconds letPass(LiteLlmLine &line, const Watched &watched)
{
    Milliseconds passed{0};
    // The timers of a request that is under way are its limits.
    while (QTest::qWaitFor([&] { return line.isIdle(); }) && !watched.finding) {
        const Milliseconds next = line.clock.untilNextTimer();
        passed += next;
        line.clock.advance(next);
    }
    return passed;
}

} // namespace

class tst_LiteLlmInquiry : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatACallCost();
    void tellsWhatOnlyThePromptCost();
    void tellsWhatAttemptsCostWhoseRepliesWereLost();
    void looksOnceAfterARefusal();
    void tellsOfAFailureThatCostNothing();
    void saysOfALostCallForLongThatItMayRun();
    void neverSaysThatWhatArrivedNeverRan_data();
    void neverSaysThatWhatArrivedNeverRan();
    void provesNothingWithAnOldProxy_data();
    void provesNothingWithAnOldProxy();
    void findsTheRowThatComesLate();
    void knowsNothingWithABlindKey_data();
    void knowsNothingWithABlindKey();
    void tellsWhyItCouldNotLook();
    void looksForEveryAttemptOfAnEarlierRun();
    void waitsForAnAttemptAfterAFailureOfAnEarlierRun();
};

void tst_LiteLlmInquiry::tellsWhatACallCost()
{
    LiteLlmLine line;
    line.on(First, 200, Reply1);
    Watched watched(line, {.outcome = Outcome::Committed, .hadText = true});
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
    QCOMPARE(watched.finding->job.value, u"KEY-1"_s);
    QCOMPARE(watched.finding->charge, (Charge{.cost = Measured<Usd>::reported({1'050'000}),
                                              .promptTokens = Measured<qint64>::reported(100),
                                              .completionTokens = Measured<qint64>::reported(50)}));
    QVERIFY(watched.waits.isEmpty());
}

void tst_LiteLlmInquiry::tellsWhatOnlyThePromptCost()
{
    LiteLlmLine line;
    line.on(First, 200, payload(u"row-timeout.json"_s));
    Watched watched(line, {.outcome = Outcome::Ambiguous});
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
    QCOMPARE(watched.finding->charge.cost, Measured<Usd>::reported({24'000}));
}

void tst_LiteLlmInquiry::tellsWhatAttemptsCostWhoseRepliesWereLost()
{
    LiteLlmLine line;
    line.on(First, 200, row("success", "0.002"));
    line.on(Second, 200, Reply1);
    Watched watched(line, {.outcome = Outcome::Committed, .attempts = 2});
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->job.value, u"KEY-2"_s);
    QCOMPARE(watched.finding->charge.cost, Measured<Usd>::reported({1'050'000}));
    QCOMPARE(
        watched.finding->lost,
        (QList<JobCharge>{{.job = {u"KEY-1"_s}, .cost = Measured<Usd>::reported({2'000'000})}}));
}

void tst_LiteLlmInquiry::looksOnceAfterARefusal()
{
    LiteLlmLine line;
    line.on("/spend/logs", 200, "[]");
    Watched watched(line, {.outcome = Outcome::Rejected});
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::NeverRan);
    QCOMPARE(watched.finding->charge.cost, Measured<Usd>::reported({}));
    QVERIFY(!watched.finding->charge.credits.isKnown());
    QCOMPARE(line.raw.requests().size(), 1);
}

void tst_LiteLlmInquiry::tellsOfAFailureThatCostNothing()
{
    LiteLlmLine line;
    line.on(First, 200, Failure);
    Watched watched(line, {.outcome = Outcome::Ambiguous});
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Uncharged);
    QCOMPARE(watched.finding->charge.cost, Measured<Usd>::reported({}));
}

void tst_LiteLlmInquiry::saysOfALostCallForLongThatItMayRun()
{
    LiteLlmLine line;
    line.tellVersion(NewEnough);
    line.on("/spend/logs", 200, "[]");
    Watched watched(line, {.outcome = Outcome::Ambiguous});
    const Milliseconds passed = letPass(line, watched);
    QVERIFY(watched.finding);
    QVERIFY(passed > 620s && passed <= 650s);
    QCOMPARE(watched.waits, QList{CallFate::StillRunning});
    QCOMPARE(watched.finding->fate, CallFate::NeverRan);
}

void tst_LiteLlmInquiry::neverSaysThatWhatArrivedNeverRan_data()
{
    QTest::addColumn<CallEnd>("end");
    QTest::newRow("whole") << CallEnd{.outcome = Outcome::Committed};
    QTest::newRow("text, then a cut") << CallEnd{.outcome = Outcome::Ambiguous, .hadText = true};
}

void tst_LiteLlmInquiry::neverSaysThatWhatArrivedNeverRan()
{
    QFETCH(CallEnd, end);
    LiteLlmLine line;
    line.tellVersion(NewEnough);
    line.on("/spend/logs", 200, "[]");
    Watched watched(line, end);
    QCOMPARE(letPass(line, watched), 30s);
    QCOMPARE(watched.waits, QList{CallFate::NotFoundYet});
    QCOMPARE(watched.finding->fate, CallFate::Unknown);
    QVERIFY(!watched.finding->charge.cost.isKnown());
}

void tst_LiteLlmInquiry::provesNothingWithAnOldProxy_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("none told") << QByteArray();
    QTest::newRow("old") << "1.102.9"_ba;
    QTest::newRow("odd") << "dev"_ba;
}

void tst_LiteLlmInquiry::provesNothingWithAnOldProxy()
{
    QFETCH(QByteArray, version);
    LiteLlmLine line;
    line.tellVersion(version);
    line.on("/spend/logs", 200, "[]");
    Watched watched(line, {.outcome = Outcome::Ambiguous});
    QVERIFY(letPass(line, watched) > 620s);
    QCOMPARE(watched.finding->fate, CallFate::Unknown);
}

void tst_LiteLlmInquiry::findsTheRowThatComesLate()
{
    LiteLlmLine line;
    const QByteArray nothing = RawServer::reply(200, "[]");
    line.on(First, {nothing, nothing, nothing, nothing, RawServer::reply(200, Reply1)});
    Watched watched(line, {.outcome = Outcome::Ambiguous});
    QCOMPARE(letPass(line, watched), 60s);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
}

void tst_LiteLlmInquiry::knowsNothingWithABlindKey_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("of nobody") << 401;
    QTest::newRow("for calls only") << 403;
}

void tst_LiteLlmInquiry::knowsNothingWithABlindKey()
{
    QFETCH(int, status);
    LiteLlmLine line;
    line.on("/spend/logs", status, R"({"detail":"no"})");
    Watched watched(line, {.outcome = Outcome::Ambiguous});
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Unknown);
    QVERIFY(!watched.finding->error);
    QCOMPARE(line.raw.requests().size(), 1);
}

void tst_LiteLlmInquiry::tellsWhyItCouldNotLook()
{
    LiteLlmLine line(RetryPolicy{.maxRetries = 0});
    line.on("/spend/logs", 500, "{}");
    Watched watched(line, {.outcome = Outcome::Ambiguous});
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Unknown);
    QVERIFY(watched.finding->error);
}

void tst_LiteLlmInquiry::looksForEveryAttemptOfAnEarlierRun()
{
    LiteLlmLine line;
    line.on(First, 200, Failure);
    line.on("/spend/logs?request_id=KEY-3", 200, Reply1);
    line.on("/spend/logs", 200, "[]");
    Watched watched(line, {.outcome = Outcome::Ambiguous, .attempts = 0});
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
    QCOMPARE(watched.finding->job.value, u"KEY-3"_s);
    QVERIFY(watched.finding->lost.isEmpty());
    QCOMPARE(line.raw.requests().size(), 11);
}

void tst_LiteLlmInquiry::waitsForAnAttemptAfterAFailureOfAnEarlierRun()
{
    LiteLlmLine line;
    line.tellVersion(NewEnough);
    line.on(First, 200, Failure);
    line.on("/spend/logs", 200, "[]");
    CallEnd end{.outcome = Outcome::Ambiguous, .attempts = 0};
    end.lastSentAt = line.clock.utcNow().addSecs(-600);
    Watched watched(line, end);
    QCOMPARE(letPass(line, watched), 30s);
    QCOMPARE(watched.waits, QList{CallFate::StillRunning});
    QCOMPARE(watched.finding->fate, CallFate::Uncharged);
}

QTEST_GUILESS_MAIN(tst_LiteLlmInquiry)
#include "tst_litellm_inquiry.moc"
