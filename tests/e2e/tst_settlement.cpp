// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Question.h"
#include "SettlementLine.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace std::chrono_literals;

namespace {

/// A settlement that is running, and what it tells.
struct Watched
{
    Watched(SettlementLine &line, const OpenCall &call, const CallEnd &end)
        : settlement(line.server().inquire(call, end, nullptr))
    {
        QObject::connect(settlement, &Inquiry::waiting, &context,
                         [this](CallFate why) { waits += why; });
        QObject::connect(settlement, &Inquiry::settled, &context,
                         [this](const CallFinding &found) { finding = found; });
        settlement->start();
    }

    QObject context;
    QPointer<Inquiry> settlement;
    QList<CallFate> waits;
    std::optional<CallFinding> finding;
};

} // namespace

class tst_Settlement : public QObject
{
    Q_OBJECT

private slots:
    void looksForHalfAMinuteBeforeItSaysThatACallNeverRan();
    void neverSaysThatWhatArrivedNeverRan_data();
    void neverSaysThatWhatArrivedNeverRan();
    void findsARequestThatAProxyHeld_data();
    void findsARequestThatAProxyHeld();
    void addsUpAllJobsOfACall();
    void findsCreditsDeepInTheLedger();
    void looksOnceAfterARefusal();
    void tellsThatACallWasCharged();
    void waitsWhileTheProviderMayRun();
    void closesWhatTheProviderCannotEndAnyMore_data();
    void closesWhatTheProviderCannotEndAnyMore();
    void completesAgainOnlyAfterALook();
    void doesNotCompleteAgainWhenOnlyTheAnswerWasLost();
    void findsAJobOnLaterPages();
};

void tst_Settlement::looksForHalfAMinuteBeforeItSaysThatACallNeverRan()
{
    SettlementLine line;
    Watched watched(line, callOf(line, u"never"_s), endWith(Outcome::Ambiguous));
    Milliseconds passed{0};
    int looks = 0;
    for (const Milliseconds next : AbsenceLooks) {
        QTRY_COMPARE(line.clock.untilNextTimer(), next - passed);
        QCOMPARE(line.looks(), ++looks);
        QVERIFY(!watched.finding);
        QCOMPARE(watched.waits, QList{CallFate::NotFoundYet});
        line.clock.advance(next - passed);
        passed = next;
    }
    QCOMPARE(passed, 30s);
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::NeverRan);
    QCOMPARE(line.looks(), 4);
}

void tst_Settlement::neverSaysThatWhatArrivedNeverRan_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("hadText");
    QTest::newRow("text, then a cut") << Outcome::Ambiguous << true;
    QTest::newRow("text, then the gateway's error") << Outcome::Rejected << true;
    QTest::newRow("a whole reply") << Outcome::Committed << false;
}

void tst_Settlement::neverSaysThatWhatArrivedNeverRan()
{
    QFETCH(Outcome, outcome);
    QFETCH(bool, hadText);
    SettlementLine line;
    Watched watched(line, callOf(line, u"gone"_s), endWith(outcome, hadText));
    QVERIFY(line.passUntil(line.clock.monotonicNow() + 31s));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Unknown);
}

void tst_Settlement::findsARequestThatAProxyHeld_data()
{
    QTest::addColumn<Milliseconds>("held");
    for (const auto held : {2'500ms, 4'000ms, 6'000ms, 29'000ms})
        QTest::addRow("%lld ms", static_cast<long long>(held.count())) << Milliseconds(held);
}

void tst_Settlement::findsARequestThatAProxyHeld()
{
    QFETCH(Milliseconds, held);
    SettlementLine line;
    line.gateway.addFault({.method = "POST", .times = 1, .held = true});
    const OpenCall call = callOf(line, u"held"_s);
    const Question question(line.server(),
                            {.call = {.callKey = u"held"_s}, .delivery = Delivery::Whole});
    QTRY_VERIFY(question.result);
    QVERIFY(!*question.result);
    QCOMPARE(question.result->error().outcome, Outcome::Ambiguous);
    const Milliseconds lostAt = line.clock.monotonicNow();
    Watched watched(line, call, endWith(Outcome::Ambiguous));
    QVERIFY(line.passUntil(lostAt + held));
    QVERIFY(!watched.finding);
    line.gateway.deliverHeld();
    QTRY_COMPARE(line.gateway.creditsRemaining(), 999);
    QVERIFY(line.passUntil(lostAt + 31s));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
    QCOMPARE(watched.finding->charge.credits, Measured<qint64>::reported(1));
}

void tst_Settlement::addsUpAllJobsOfACall()
{
    SettlementLine line;
    const CallContext context{.call = {.callKey = u"twice"_s}, .delivery = Delivery::Whole};
    const OpenCall call = callOf(line, u"twice"_s);
    JobId first;
    for (int i = 0; i < 2; ++i) {
        const Question question(line.server(), context);
        QTRY_VERIFY(question.result);
        QVERIFY(*question.result);
        if (i > 0)
            break;
        first = {line.gateway.jobs().at(0)["job_id"_L1].toString()};
        // Others work too, so that the first one is on another page of the list.
        constexpr int Others = 60;
        line.answers = 0;
        for (int other = 0; other < Others; ++other)
            JobsApi(line.api()).create(u"chat"_s, {});
        QTRY_COMPARE(line.answers, Others);
    }
    OpenCall early = call;
    early.sentAt = QDateTime::fromString(
        line.gateway.job(first.value).value("created_at"_L1).toString(), Qt::ISODate);
    Watched watched(line, early, endWith(Outcome::Ambiguous));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->charge.credits, Measured<qint64>::reported(1));
    QCOMPARE(watched.finding->lost.size(), 1);
    QCOMPARE(watched.finding->lost.constFirst().job, first);
    QCOMPARE(watched.finding->lost.constFirst().credits, Measured<qint64>::reported(1));
    QVERIFY(watched.finding->lost.constFirst().cost.isKnown());
}

void tst_Settlement::findsCreditsDeepInTheLedger()
{
    SettlementLine line;
    const Question question(line.server(),
                            {.call = {.callKey = u"deep"_s}, .delivery = Delivery::Whole});
    QTRY_VERIFY(question.result);
    const QJsonObject job = line.gateway.jobs().at(0).toObject();
    // What colleagues did since, more than one reading of the ledger shows.
    constexpr int Others = 450;
    for (int i = 0; i < Others; ++i)
        line.gateway.setCredits(i % 2 == 0 ? 500 : 501);
    OpenCall call = callOf(line, u"deep"_s);
    call.sentAt = QDateTime::fromString(job.value("created_at"_L1).toString(), Qt::ISODate);
    line.gateway.clearRequests();
    Watched watched(line, call, endWith(Outcome::Ambiguous));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
    QCOMPARE(watched.finding->charge.credits, Measured<qint64>::reported(1));
    QStringList reads;
    for (const demo::SeenRequest &request : line.gateway.requests()) {
        if (request.path.endsWith("/transactions"_L1))
            reads += request.query.toString();
    }
    QCOMPARE(reads, (QStringList{u"limit=50"_s, u"limit=400"_s, u"limit=3200"_s}));
}

void tst_Settlement::looksOnceAfterARefusal()
{
    SettlementLine line;
    Watched watched(line, callOf(line, u"never"_s), endWith(Outcome::Rejected));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::NeverRan);
    QCOMPARE(watched.finding->charge.credits, Measured<qint64>::reported(0));
    QCOMPARE(line.looks(), 1);
}

void tst_Settlement::tellsThatACallWasCharged()
{
    SettlementLine line;
    const Question question(line.server(),
                            {.call = {.callKey = u"paid"_s}, .delivery = Delivery::Whole});
    QTRY_VERIFY(question.result);
    QVERIFY(*question.result);
    Watched watched(line, callOf(line, u"paid"_s), endWith(Outcome::Ambiguous));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
    QCOMPARE(watched.finding->charge.credits, Measured<qint64>::reported(1));
    QVERIFY(watched.finding->charge.cost.isKnown());
    QCOMPARE(line.closings(), 0);
}

void tst_Settlement::waitsWhileTheProviderMayRun()
{
    SettlementLine line;
    const JobId id = line.createJob(u"slow"_s);
    Watched watched(line, callOf(line, u"slow"_s), endWith(Outcome::Ambiguous));
    QTRY_COMPARE(line.clock.untilNextTimer(), 2s);
    QCOMPARE(watched.waits, QList{CallFate::StillRunning});
    QCOMPARE(line.closings(), 0);
    bool ended = false;
    JobsApi(line.api()).complete(id, true, {})->then(&line.context, [&ended](const auto &) {
        ended = true;
    });
    QTRY_VERIFY(ended);
    line.clock.advance(2s);
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
    QCOMPARE(watched.waits, QList{CallFate::StillRunning});
    QCOMPARE(line.closings(), 1);
}

void tst_Settlement::closesWhatTheProviderCannotEndAnyMore_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("hadText");
    QTest::addColumn<Milliseconds>("waits");
    QTest::newRow("refused") << Outcome::Rejected << false << Milliseconds(0);
    QTest::newRow("cut after text") << Outcome::Ambiguous << true << Milliseconds(5s);
    // As long as a whole reply is waited for, and to the look after it.
    QTest::newRow("silent") << Outcome::Ambiguous << false << Milliseconds(630s);
}

void tst_Settlement::closesWhatTheProviderCannotEndAnyMore()
{
    QFETCH(Outcome, outcome);
    QFETCH(bool, hadText);
    QFETCH(Milliseconds, waits);
    SettlementLine line;
    const JobId id = line.createJob(u"lost"_s);
    Watched watched(line, callOf(line, u"lost"_s), endWith(outcome, hadText));
    const Milliseconds before = line.clock.monotonicNow();
    line.answers = 0;
    for (int looks = 1; line.clock.monotonicNow() - before < waits; ++looks) {
        QTRY_COMPARE(line.answers, looks);
        QCOMPARE(line.closings(), 0);
        line.clock.advance(line.clock.untilNextTimer());
    }
    QTRY_VERIFY(watched.finding);
    QCOMPARE(line.clock.monotonicNow() - before, waits);
    QCOMPARE(watched.finding->fate, CallFate::Uncharged);
    QCOMPARE(line.closings(), 1);
    const QJsonObject job = line.gateway.job(id.value);
    QCOMPARE(job.value("status"_L1).toString(), u"FAILED"_s);
    QCOMPARE(job.value("error_message"_L1).toString(), u"It was stopped"_s);
}

void tst_Settlement::completesAgainOnlyAfterALook()
{
    SettlementLine line;
    line.createJob(u"lost"_s);
    line.gateway.addFault(
        {.method = "POST", .pathPattern = QString(CompletePath), .times = 1, .drop = true});
    line.gateway.clearRequests();
    Watched watched(line, callOf(line, u"lost"_s), endWith(Outcome::Rejected));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Uncharged);
    QByteArrayList methods;
    for (const demo::SeenRequest &request : line.gateway.requests())
        methods += request.method;
    // At the end the costs, and the ledger: what was closed may have been charged before.
    QCOMPARE(methods, (QByteArrayList{"GET", "POST", "GET", "POST", "GET", "GET", "GET"}));
}

void tst_Settlement::doesNotCompleteAgainWhenOnlyTheAnswerWasLost()
{
    SettlementLine line;
    line.createJob(u"lost"_s);
    line.gateway.addFault({.method = "POST",
                           .pathPattern = QString(CompletePath),
                           .times = 1,
                           .processFirst = true,
                           .drop = true});
    Watched watched(line, callOf(line, u"lost"_s), endWith(Outcome::Rejected));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Uncharged);
    QCOMPARE(line.closings(), 1);
}

void tst_Settlement::findsAJobOnLaterPages()
{
    SettlementLine line;
    const JobId id = line.createJob(u"old"_s);
    constexpr int Others = 60;
    line.answers = 0;
    for (int i = 0; i < Others; ++i)
        JobsApi(line.api()).create(u"chat"_s, {});
    QTRY_COMPARE(line.answers, Others);
    OpenCall call = callOf(line, u"old"_s);
    call.sentAt = QDateTime::fromString(
        line.gateway.job(id.value).value("created_at"_L1).toString(), Qt::ISODate);
    Watched watched(line, call, endWith(Outcome::Rejected));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->job, id);
}

QTEST_GUILESS_MAIN(tst_Settlement)
#include "tst_settlement.moc"
