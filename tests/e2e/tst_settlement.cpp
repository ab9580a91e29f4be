// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Question.h"
#include "demo/DemoGateway.h"
#include "gateway/Connection.h"
#include "jobs/JobReconciler.h"
#include "net/HttpExchange.h"
#include "resilience/Attempt.h"
#include "store/ConversationTables.h"
#include "store/Store.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto ListPath = "/api/teams/*/jobs"_L1;
constexpr auto CompletePath = "/api/jobs/*/complete"_L1;

/// A connection to an embedded gateway of its own, and a clock that the test advances.
struct Line
{
    Line()
        : gateway({.pastJobs = 0})
    {
        gateway.listen();
        connection =
            std::make_unique<Connection>(GatewayAddress{.server = gateway.baseUrl(),
                                                        .team = {gateway.teamId()},
                                                        .virtualKey = gateway.virtualKey()},
                                         RetryPolicy{.maxRetries = 0}, clock);
        QObject::connect(&connection->attempts(), &AttemptFeed::attemptEnded, &context,
                         [this] { ++answers; });
    }

    const Gateway &api() const { return connection->gateway(); }
    int looks() const { return gateway.countRequests("GET", ListPath); }
    int closings() const { return gateway.countRequests("POST", CompletePath); }

    /// Lets time pass, a step at a time, but never while a request is under way.
    bool passUntil(Milliseconds time)
    {
        while (clock.monotonicNow() < time) {
            QCoreApplication::processEvents();
            if (!QTest::qWaitFor(
                    [this] { return connection->findChildren<HttpExchange *>().isEmpty(); }))
                return false;
            const Milliseconds left = time - clock.monotonicNow();
            clock.advance(std::min(left, std::max(clock.untilNextTimer(), Milliseconds(1))));
        }
        return true;
    }

    JobId createJob(const QString &callKey)
    {
        JobId id;
        auto *reply = JobsApi(api()).create(u"chat"_s, {{QString(CallKeyMember), callKey}});
        reply->then(&context, [&id](const Expected<CreatedJob, Error> &job) { id = job->id; });
        return QTest::qWaitFor([&id] { return !id.isEmpty(); }) ? id : JobId();
    }

    demo::DemoGateway gateway;
    FakeClock clock;
    std::unique_ptr<Connection> connection;
    int answers = 0; ///< Of all requests.
    QObject context;
};

/// A settlement that is running, and what it tells.
struct Watched
{
    Watched(Line &line, const OpenCall &call, const CallEnd &end)
        : settlement(new CallSettlement(line.api(), call, end))
    {
        QObject::connect(settlement, &CallSettlement::waiting, &context,
                         [this](CallFate why) { waits += why; });
        QObject::connect(settlement, &CallSettlement::settled, &context,
                         [this](const CallFinding &found) { finding = found; });
        settlement->start();
    }

    QObject context;
    QPointer<CallSettlement> settlement;
    QList<CallFate> waits;
    std::optional<CallFinding> finding;
};

OpenCall callOf(const Line &line, const QString &key)
{
    return {.callKey = key, .sentAt = line.clock.utcNow()};
}

CallEnd endWith(Outcome outcome, bool hadText = false)
{
    return {.outcome = outcome, .failure = u"It was stopped"_s, .hadText = hadText};
}

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
    void asksAgainWhenTheServerCouldNotBeAsked();
    void closesWhatAnEarlierRunLeftOpen();
    void closesSoonWhatHadShownTextInAnEarlierRun();
    void givesUpWhatNobodyKnowsAfterADay();
};

void tst_Settlement::looksForHalfAMinuteBeforeItSaysThatACallNeverRan()
{
    Line line;
    Watched watched(line, callOf(line, u"never"_s), endWith(Outcome::Ambiguous));
    Milliseconds passed{0};
    int looks = 0;
    for (const Milliseconds next : CallSettlement::AbsenceLooks) {
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
    Line line;
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
    Line line;
    line.gateway.addFault({.method = "POST", .times = 1, .held = true});
    const OpenCall call = callOf(line, u"held"_s);
    const Question question(line.api(),
                            {.type = u"chat"_s, .metadata = {{QString(CallKeyMember), u"held"_s}}});
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
    QCOMPARE(watched.finding->credits, std::optional<qint64>(1));
}

void tst_Settlement::addsUpAllJobsOfACall()
{
    Line line;
    const ChatJob job{.type = u"chat"_s, .metadata = {{QString(CallKeyMember), u"twice"_s}}};
    const OpenCall call = callOf(line, u"twice"_s);
    JobId first;
    for (int i = 0; i < 2; ++i) {
        const Question question(line.api(), job);
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
    QCOMPARE(watched.finding->credits, std::optional<qint64>(1));
    QCOMPARE(watched.finding->lost.size(), 1);
    QCOMPARE(watched.finding->lost.constFirst().job, first);
    QCOMPARE(watched.finding->lost.constFirst().credits, Measured<qint64>::reported(1));
    QVERIFY(watched.finding->lost.constFirst().cost.isKnown());
}

void tst_Settlement::findsCreditsDeepInTheLedger()
{
    Line line;
    const Question question(line.api(),
                            {.type = u"chat"_s, .metadata = {{QString(CallKeyMember), u"deep"_s}}});
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
    QCOMPARE(watched.finding->credits, std::optional<qint64>(1));
    QStringList reads;
    for (const demo::SeenRequest &request : line.gateway.requests()) {
        if (request.path.endsWith("/transactions"_L1))
            reads += request.query.toString();
    }
    QCOMPARE(reads, (QStringList{u"limit=50"_s, u"limit=400"_s, u"limit=3200"_s}));
}

void tst_Settlement::looksOnceAfterARefusal()
{
    Line line;
    Watched watched(line, callOf(line, u"never"_s), endWith(Outcome::Rejected));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::NeverRan);
    QCOMPARE(line.looks(), 1);
}

void tst_Settlement::tellsThatACallWasCharged()
{
    Line line;
    const Question question(line.api(),
                            {.type = u"chat"_s, .metadata = {{QString(CallKeyMember), u"paid"_s}}});
    QTRY_VERIFY(question.result);
    QVERIFY(*question.result);
    Watched watched(line, callOf(line, u"paid"_s), endWith(Outcome::Ambiguous));
    QTRY_VERIFY(watched.finding);
    QCOMPARE(watched.finding->fate, CallFate::Charged);
    QCOMPARE(watched.finding->credits, std::optional<qint64>(1));
    QVERIFY(watched.finding->costs);
    QCOMPARE(line.closings(), 0);
}

void tst_Settlement::waitsWhileTheProviderMayRun()
{
    Line line;
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
    QTest::newRow("silent") << Outcome::Ambiguous << false << Milliseconds(120s);
}

void tst_Settlement::closesWhatTheProviderCannotEndAnyMore()
{
    QFETCH(Outcome, outcome);
    QFETCH(bool, hadText);
    QFETCH(Milliseconds, waits);
    Line line;
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
    Line line;
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
    QCOMPARE(methods, (QByteArrayList{"GET", "POST", "GET", "POST", "GET", "GET"}));
}

void tst_Settlement::doesNotCompleteAgainWhenOnlyTheAnswerWasLost()
{
    Line line;
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
    Line line;
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
    QVERIFY(watched.finding->job);
    QCOMPARE(watched.finding->job->id, id);
}

void tst_Settlement::asksAgainWhenTheServerCouldNotBeAsked()
{
    Line line;
    const JobId id = line.createJob(u"lost"_s);
    const QTemporaryDir directory;
    Store store(directory.filePath(u"chats.sqlite"_s));
    JobLedger ledger(store);
    JobReconciler reconciler(line.api(), ledger);
    QSignalSpy left(&ledger, &JobLedger::leftOpen);
    QTRY_COMPARE(left.size(), 1);

    line.gateway.addFault(
        {.method = "GET", .pathPattern = QString(ListPath), .times = 1, .status = 503});
    QList<CallFate> fates;
    connect(&reconciler, &JobReconciler::settled, &line.context,
            [&fates](const OpenCall &, const CallFinding &found) { fates += found.fate; });
    const OpenCall call{.callKey = u"lost"_s, .sentAt = line.clock.utcNow()};
    bool written = false;
    ledger.open(call, &line.context, [&written] { written = true; });
    QTRY_VERIFY(written);
    reconciler.settle(call, endWith(Outcome::Rejected));
    QTRY_COMPARE(fates, QList{CallFate::Unknown});
    line.clock.advance(JobReconciler::FirstPause);
    QTRY_COMPARE(fates, (QList{CallFate::Unknown, CallFate::Uncharged}));
    QCOMPARE(line.gateway.job(id.value).value("status"_L1).toString(), u"FAILED"_s);
}

void tst_Settlement::closesWhatAnEarlierRunLeftOpen()
{
    Line line;
    const JobId id = line.createJob(u"lost"_s);
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"chats.sqlite"_s);
    const OpenCall call{.callKey = u"lost"_s,
                        .conversation = {u"c"_s},
                        .turn = {u"t"_s},
                        .sentAt = line.clock.utcNow()};
    {
        Store store(path);
        JobLedger ledger(store);
        bool written = false;
        ledger.open(call, &line.context, [&written] { written = true; });
        QTRY_VERIFY(written);
    }
    line.clock.advance(CallSettlement::LongestRun + 1s);
    {
        Store store(path);
        JobLedger ledger(store);
        JobReconciler reconciler(line.api(), ledger);
        QList<OpenCall> settled;
        connect(&reconciler, &JobReconciler::settled, &line.context,
                [&settled](const OpenCall &of, const CallFinding &) { settled += of; });
        QTRY_COMPARE(settled, QList{call});
        QCOMPARE(line.gateway.job(id.value).value("status"_L1).toString(), u"FAILED"_s);
    }
    Store store(path);
    JobLedger ledger(store);
    QList<OpenCall> left{call};
    connect(&ledger, &JobLedger::leftOpen, &line.context,
            [&left](const QList<OpenCall> &calls) { left = calls; });
    QTRY_VERIFY(left.isEmpty());
}

void tst_Settlement::closesSoonWhatHadShownTextInAnEarlierRun()
{
    Line line;
    const JobId id = line.createJob(u"lost"_s);
    const QTemporaryDir directory;
    Store store(directory.filePath(u"chats.sqlite"_s));
    const OpenCall call{.callKey = u"lost"_s, .turn = {u"t"_s}, .sentAt = line.clock.utcNow()};
    store.write([call](Database &database) {
        Turn turn;
        turn.id = call.turn;
        turn.reply = u"Once upon a"_s;
        const Conversation conversation{.id = {u"c"_s}, .turns = {turn}};
        return ConversationTables::saveConversation(database, conversation);
    });
    store.write([call](Database &database) { return OpenCallTable::insert(database, call); });
    JobLedger ledger(store);
    JobReconciler reconciler(line.api(), ledger);
    std::optional<CallFate> fate;
    connect(&reconciler, &JobReconciler::settled, &line.context,
            [&fate](const OpenCall &, const CallFinding &found) { fate = found.fate; });
    QTRY_COMPARE(line.clock.untilNextTimer(), 1s);
    QVERIFY(line.passUntil(line.clock.monotonicNow() + 5s));
    QTRY_COMPARE(fate, CallFate::Uncharged);
    QCOMPARE(line.gateway.job(id.value).value("status"_L1).toString(), u"FAILED"_s);
}

void tst_Settlement::givesUpWhatNobodyKnowsAfterADay()
{
    Line line;
    const QTemporaryDir directory;
    Store store(directory.filePath(u"chats.sqlite"_s));
    JobLedger ledger(store);
    JobReconciler reconciler(line.api(), ledger);
    OpenCall call = callOf(line, u"gone"_s);
    call.sentAt = call.sentAt.addDuration(-JobReconciler::LongestSearch).addSecs(60);
    int settled = 0;
    connect(&reconciler, &JobReconciler::settled, &line.context, [&](const auto &, const auto &) {
        ++settled;
        QCOMPARE(reconciler.isSettling(u"gone"_s), settled == 1);
    });
    reconciler.settle(call, endWith(Outcome::Committed));
    QVERIFY(line.passUntil(line.clock.monotonicNow() + 10min));
    QCOMPARE(settled, 2);
}

QTEST_GUILESS_MAIN(tst_Settlement)
#include "tst_settlement.moc"
