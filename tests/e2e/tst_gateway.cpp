// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Line.h"
#include "Question.h"
#include "core/gateway/ChatStream.h"
#include "core/saas/JobsApi.h"
#include "core/server/Account.h"
#include "core/server/Ledger.h"
#include "core/server/LedgerLine.h"
#include "core/server/Model.h"
#include "tests/support/SaasGateway.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_Gateway : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryEndpoint();
    void walksAJobThroughItsLife();
    void refusalsAreClassified();
    void sixStreamsDoNotBlockABalance();
    void cancelledReplyComesAtOnce();
    void openBreakerHoldsCallsUntilHealth();
    void healthNeverCarriesTheKey();
    void aGuardThatWantsTheKeyLives();
    void pageInPlaceOfHealthKeepsTheBreakerOpen();
    void goodAnswerHalfOpensTheBreaker();
    void pollsDoNotOpenTheBreaker();
    void redirectNamesItsTarget();
    void misfittingReplyIsAnError();
};

void tst_Gateway::readsEveryEndpoint()
{
    Line line;
    const JobsApi jobs(gatewayOf(*line.connection));

    const auto team = answer(line.server().account());
    QVERIFY(team);
    QCOMPARE(team->team, TeamId{line.gateway.teamId()});
    QCOMPARE(team->status, Account::Status::Active);
    QVERIFY(team->models.contains(u"gpt-4o-mini"_s));
    QCOMPARE(team->creditsLeft(), line.gateway.creditsRemaining());

    QVERIFY(answer(line.server().checkKey()));

    const auto ledger = answer(line.server().ledger()->newest(20));
    QVERIFY(ledger);
    QCOMPARE(ledger->size(), 20);
    QCOMPARE(ledger->constFirst().after, team->creditsLeft());

    QVERIFY(answer(line.server().model({u"gpt-4o-mini"_s})));

    const auto page = answer(jobs.list(50));
    QVERIFY(page);
    QCOMPARE(page->records.size(), 50);
    QCOMPARE(page->next, u"50"_s);
    const auto older = answer(jobs.list(50, page->next));
    QVERIFY(older);
    QVERIFY(!page->records.contains(older->records.constFirst()));
    const auto job = answer(jobs.job(page->records.constFirst().id));
    QVERIFY(job);
    QCOMPARE(*job, page->records.constFirst());
    QVERIFY(answer(jobs.costs(job->id)));
}

void tst_Gateway::walksAJobThroughItsLife()
{
    Line line;
    const JobsApi jobs(gatewayOf(*line.connection));
    const auto created = answer(jobs.create(u"chat"_s, {{u"a"_s, 1}}));
    QVERIFY(created);
    QCOMPARE(created->status, RecordStatus::Pending);
    const Question call(line.server(), {.job = created->id, .delivery = Delivery::Whole});
    QTRY_VERIFY(call.result);
    QVERIFY(*call.result);
    QVERIFY(!call.text.isEmpty());
    const auto completed = answer(jobs.complete(created->id, true, {}));
    QVERIFY(completed);
    QCOMPARE(completed->id, created->id);
    QCOMPARE(completed->calls.size(), 1);
    const auto ended = answer(jobs.job(created->id));
    QVERIFY(ended);
    QCOMPARE(ended->status, RecordStatus::Completed);
    QVERIFY(ended->isCharged());
    const Question single(line.server());
    QTRY_VERIFY(single.result);
    QVERIFY(*single.result);
    const auto newest = answer(jobs.list(1));
    QVERIFY(newest);
    QVERIFY(newest->records.constFirst().id != created->id);
    QCOMPARE(newest->records.constFirst().status, RecordStatus::Completed);
}

void tst_Gateway::refusalsAreClassified()
{
    Line line;
    const JobsApi jobs(gatewayOf(*line.connection));
    const auto missing = answer(jobs.job({u"00000000-0000-4000-8000-000000000000"_s}));
    QVERIFY(!missing);
    QCOMPARE(missing.error().category, ErrorCategory::JobNotFound);
    line.gateway.setTeamStatus(u"paused"_s);
    const auto paused = answer(jobs.list(10));
    QVERIFY(!paused);
    QCOMPARE(paused.error().category, ErrorCategory::TeamPaused);
    line.gateway.setVirtualKey(u"sk-another-key-1234567890"_s);
    const auto refused = answer(jobs.list(10));
    QVERIFY(!refused);
    QCOMPARE(refused.error().category, ErrorCategory::Authentication);
}

void tst_Gateway::sixStreamsDoNotBlockABalance()
{
    Line line;
    line.gateway.addFault(
        {.method = "POST", .pathPattern = u"/api/jobs/create-and-call-stream"_s, .hang = true});
    std::vector<std::unique_ptr<ChatStream>> streams;
    for (int i = 0; i < 6; ++i) {
        streams.push_back(askModel(line.server(), {}, u"gpt-4o-mini"_s));
        streams.back()->start();
    }
    QTRY_COMPARE(line.gateway.countRequests("POST", u"*"_s), 6);
    const auto balance = answer(line.server().checkKey());
    QVERIFY(balance);
    QCOMPARE(line.gateway.openConnections(), 7);
}

void tst_Gateway::cancelledReplyComesAtOnce()
{
    Line line;
    line.gateway.addFault({.hang = true});
    auto *reply = line.server().checkKey();
    std::optional<Error> error;
    reply->then(this, [&error](const Expected<KeyAccepted, Error> &r) { error = r.error(); });
    QTRY_COMPARE(line.gateway.requests().size(), 1);
    reply->cancel();
    QVERIFY(error);
    QCOMPARE(error->category, ErrorCategory::Cancelled);
}

void tst_Gateway::openBreakerHoldsCallsUntilHealth()
{
    Line line;
    CircuitBreaker &breaker = line.connection->breaker();
    for (int i = 0; i < CircuitBreaker::FailureThreshold; ++i)
        breaker.recordFailure(ErrorCategory::InternalServerError);
    const Question held(line.server());
    QTRY_VERIFY(held.result);
    QVERIFY(!*held.result);
    QCOMPARE(held.result->error().category, ErrorCategory::CircuitOpen);
    QCOMPARE(held.result->error().outcome, Outcome::NotSent);
    QCOMPARE(line.gateway.countRequests("POST", u"*"_s), 0);
    QCOMPARE(held.result->error().retryAfter, CircuitBreaker::BreakDuration);

    line.clock.advance(CircuitBreaker::BreakDuration);
    QTRY_COMPARE(line.gateway.countRequests("GET", u"/health"_s), 1);
    QTRY_COMPARE(breaker.state(), CircuitBreaker::State::HalfOpen);
    const Question sent(line.server());
    QTRY_VERIFY(sent.result);
    QVERIFY(*sent.result);
    QCOMPARE(breaker.state(), CircuitBreaker::State::Closed);
}

void tst_Gateway::pageInPlaceOfHealthKeepsTheBreakerOpen()
{
    Line line;
    CircuitBreaker &breaker = line.connection->breaker();
    for (int i = 0; i < CircuitBreaker::FailureThreshold; ++i)
        breaker.recordFailure(ErrorCategory::InternalServerError);
    line.gateway.addFault({.method = "GET",
                           .pathPattern = u"/health"_s,
                           .status = 200,
                           .body = "<html>We are back soon</html>"});
    QSignalSpy ended(&line.connection->attempts(), &AttemptFeed::attemptEnded);
    line.clock.advance(CircuitBreaker::BreakDuration);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(breaker.state(), CircuitBreaker::State::Open);
}

void tst_Gateway::goodAnswerHalfOpensTheBreaker()
{
    Line line;
    CircuitBreaker &breaker = line.connection->breaker();
    for (int i = 0; i < CircuitBreaker::FailureThreshold; ++i)
        breaker.recordFailure(ErrorCategory::InternalServerError);
    // Reading goes on: what is left on the account can still be seen.
    QVERIFY(answer(line.server().checkKey()));
    QCOMPARE(breaker.state(), CircuitBreaker::State::HalfOpen);
    const Question sent(line.server());
    QTRY_VERIFY(sent.result);
    QVERIFY(*sent.result);
    QCOMPARE(breaker.state(), CircuitBreaker::State::Closed);
}

void tst_Gateway::pollsDoNotOpenTheBreaker()
{
    Line line;
    line.gateway.addFault({.method = "GET", .status = 500, .body = R"({"detail":"no database"})"});
    for (int i = 0; i < 2 * CircuitBreaker::FailureThreshold; ++i) {
        std::optional<Error> error;
        line.server().checkKey()->then(
            this, [&error](const Expected<KeyAccepted, Error> &r) { error = r.error(); });
        const auto isOver = [&] {
            line.clock.advance(1s);
            return error.has_value();
        };
        QVERIFY(QTest::qWaitFor(isOver, 10'000));
    }
    QCOMPARE(line.connection->breaker().failures(), 0);
    QCOMPARE(line.connection->breaker().state(), CircuitBreaker::State::Closed);
}

void tst_Gateway::healthNeverCarriesTheKey()
{
    Line line;
    QVERIFY(answer(line.connection->askKeyless("/health")));
    static_cast<void>(answer(line.connection->askKeyless("/health/liveliness")));
    CircuitBreaker &breaker = line.connection->breaker();
    for (int i = 0; i < CircuitBreaker::FailureThreshold; ++i)
        breaker.recordFailure(ErrorCategory::InternalServerError);
    line.clock.advance(CircuitBreaker::BreakDuration);
    QTRY_COMPARE(breaker.state(), CircuitBreaker::State::HalfOpen);
    QVERIFY(answer(line.server().account()));

    // A look at the first address while the second one is in use.
    const quint16 port = quint16(line.gateway.baseUrl().port());
    demo::DemoGateway second;
    QVERIFY(second.listen());
    Connection both({.server = line.gateway.baseUrl(),
                     .team = {line.gateway.teamId()},
                     .virtualKey = line.gateway.virtualKey(),
                     .secondServer = second.baseUrl()},
                    RetryPolicy(), line.clock);
    line.gateway.stop();
    auto *reply = both.server().account();
    QTRY_VERIFY(both.servers().usesSecond());
    reply->cancel();
    QVERIFY(line.gateway.listen(port));
    line.clock.advance(ServerChoice::FirstLook);
    QTRY_VERIFY(!both.servers().usesSecond());

    int looks = 0;
    for (const demo::SeenRequest &request : line.gateway.requests()) {
        const bool isHealth = request.path.startsWith(u"/health"_s);
        looks += isHealth ? 1 : 0;
        QCOMPARE(request.header("Authorization").isEmpty(), isHealth);
    }
    QCOMPARE(looks, 4);
}

void tst_Gateway::aGuardThatWantsTheKeyLives()
{
    Line line;
    line.gateway.addFault({.pathPattern = u"/health"_s, .status = 401, .body = "{}"});
    CircuitBreaker &breaker = line.connection->breaker();
    for (int i = 0; i < CircuitBreaker::FailureThreshold; ++i)
        breaker.recordFailure(ErrorCategory::InternalServerError);
    line.clock.advance(CircuitBreaker::BreakDuration);
    QTRY_COMPARE(breaker.state(), CircuitBreaker::State::HalfOpen);
}

void tst_Gateway::redirectNamesItsTarget()
{
    Line line;
    const QUrl elsewhere(u"http://127.0.0.2:9/login?next=secret"_s);
    line.gateway.addFault({.method = "GET", .redirectTo = elsewhere});
    const auto refused = answer(line.server().checkKey());
    QVERIFY(!refused);
    QCOMPARE(refused.error().category, ErrorCategory::RedirectRefused);
    QCOMPARE(refused.error().redirectTarget, u"http://127.0.0.2:9/login"_s);
}

void tst_Gateway::misfittingReplyIsAnError()
{
    Line line;
    line.gateway.addFault({.method = "GET", .status = 200, .body = R"({"team_id":7})"});
    const auto team = answer(line.server().account());
    QVERIFY(!team);
    QCOMPARE(team.error().category, ErrorCategory::MalformedReply);
    QCOMPARE(team.error().message, u"team.team_id: expected text, found a number"_s);
}

QTEST_GUILESS_MAIN(tst_Gateway)
#include "tst_gateway.moc"
