// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/CircuitBreaker.h"
#include "core/resilience/RetryBudget.h"
#include "core/resilience/RetryPolicy.h"
#include "tests/support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace litedeck;
using namespace std::chrono_literals;

namespace {

Error failure(ErrorCategory category, RetryVerdict verdict, Outcome outcome)
{
    Error error;
    error.category = category;
    error.verdict = verdict;
    error.outcome = outcome;
    return error;
}

} // namespace

class tst_Resilience : public QObject
{
    Q_OBJECT

private slots:
    void backoffFollowsTheGuide_data();
    void backoffFollowsTheGuide();
    void backoffJitterIsAQuarter();
    void safety_data();
    void safety();
    void policyStopsAfterMaxRetries();
    void policyWaitsLongerWhenUnavailable();
    void policyHonoursRetryAfter_data();
    void policyHonoursRetryAfter();
    void timeoutsGrow();
    void budgetIsShared();
    void breakerOpensAfterFiveFailures();
    void breakerIgnoresClientErrors_data();
    void breakerIgnoresClientErrors();
    void breakerProbesAfterAMinute();
    void failedProbeWaitsOnceMore();
    void halfOpenLetsOneCallTry_data();
    void halfOpenLetsOneCallTry();
    void cancelledTrialIsNoVerdict();
    void successResetsTheCount();
};

void tst_Resilience::backoffFollowsTheGuide_data()
{
    QTest::addColumn<int>("retry");
    QTest::addColumn<qint64>("milliseconds");
    // Row A15: attempts at 0, 1, 3, 7, 15 s; at most 32 s.
    QTest::newRow("A15 retry 1") << 1 << qint64(1'000);
    QTest::newRow("A15 retry 2") << 2 << qint64(2'000);
    QTest::newRow("A15 retry 3") << 3 << qint64(4'000);
    QTest::newRow("A15 retry 4") << 4 << qint64(8'000);
    QTest::newRow("A15 retry 6") << 6 << qint64(32'000);
    QTest::newRow("A15 capped") << 7 << qint64(32'000);
    QTest::newRow("A15 no overflow") << 100'000 << qint64(32'000);
}

void tst_Resilience::backoffFollowsTheGuide()
{
    QFETCH(int, retry);
    QFETCH(qint64, milliseconds);
    QCOMPARE(Backoff().delay(retry, 0.5).count(), milliseconds);
}

void tst_Resilience::backoffJitterIsAQuarter()
{
    QCOMPARE(Backoff().delay(3, 0.0), Milliseconds(3'000));
    QVERIFY(Backoff().delay(3, 0.999999) <= Milliseconds(5'000));
    QVERIFY(Backoff().delay(3, 0.999999) > Milliseconds(4'990));
}

void tst_Resilience::safety_data()
{
    QTest::addColumn<Effect>("effect");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("safe");
    for (const Effect reads : {Effect::Safe, Effect::Idempotent}) {
        for (const Outcome outcome : {Outcome::NotSent, Outcome::Rejected, Outcome::Ambiguous})
            QTest::addRow("effect %d outcome %d", int(reads), int(outcome))
                << reads << outcome << true;
    }
    for (const Effect writes : {Effect::Creates, Effect::Charges}) {
        for (const Outcome outcome :
             {Outcome::NotSent, Outcome::Rejected, Outcome::Ambiguous, Outcome::Committed})
            QTest::addRow("effect %d outcome %d", int(writes), int(outcome))
                << writes << outcome
                << (outcome == Outcome::NotSent || outcome == Outcome::Rejected);
    }
}

void tst_Resilience::safety()
{
    QFETCH(Effect, effect);
    QFETCH(Outcome, outcome);
    QFETCH(bool, safe);
    const auto error =
        failure(ErrorCategory::InternalServerError, RetryVerdict::Automatic, outcome);
    QCOMPARE(RetryPolicy::isSafe(error, effect), safe);
    for (const RetryVerdict verdict : {RetryVerdict::Manual, RetryVerdict::Never,
                                       RetryVerdict::Later, RetryVerdict::SwitchEndpoint}) {
        QVERIFY(!RetryPolicy::isSafe(failure(ErrorCategory::Unknown, verdict, outcome), effect));
    }
}

void tst_Resilience::policyStopsAfterMaxRetries()
{
    const auto error =
        failure(ErrorCategory::InternalServerError, RetryVerdict::Automatic, Outcome::Rejected);
    const RetryPolicy policy; // Row A8: up to 3 times.
    QCOMPARE(policy.delayAfter(error, Effect::Charges, 1, 0.5), Milliseconds(1s));
    QCOMPARE(policy.delayAfter(error, Effect::Charges, 3, 0.5), Milliseconds(4s));
    QCOMPARE(policy.delayAfter(error, Effect::Charges, 4, 0.5), std::nullopt);
    QCOMPARE(RetryPolicy{.maxRetries = 0}.delayAfter(error, Effect::Safe, 1, 0.5), std::nullopt);
}

void tst_Resilience::policyWaitsLongerWhenUnavailable()
{
    // Row A9.
    const auto error =
        failure(ErrorCategory::ServiceUnavailable, RetryVerdict::Automatic, Outcome::Rejected);
    QCOMPARE(RetryPolicy().delayAfter(error, Effect::Charges, 1, 0.5), Milliseconds(5s));
    QCOMPARE(RetryPolicy().delayAfter(error, Effect::Charges, 2, 0.5), Milliseconds(10s));
}

void tst_Resilience::policyHonoursRetryAfter_data()
{
    QTest::addColumn<qint64>("retryAfter");
    QTest::addColumn<qint64>("delay");
    QTest::newRow("longer than ours") << qint64(20'000) << qint64(20'000);
    QTest::newRow("shorter than ours") << qint64(100) << qint64(1'000);
    QTest::newRow("at the bound") << qint64(120'000) << qint64(120'000);
    QTest::newRow("too long to wait for") << qint64(120'001) << qint64(-1);
}

void tst_Resilience::policyHonoursRetryAfter()
{
    QFETCH(qint64, retryAfter);
    QFETCH(qint64, delay);
    Error error = failure(ErrorCategory::RateLimited, RetryVerdict::Automatic, Outcome::Rejected);
    error.retryAfter = Milliseconds(retryAfter);
    const auto found = RetryPolicy().delayAfter(error, Effect::Charges, 1, 0.5);
    QCOMPARE(found ? found->count() : -1, delay);
}

void tst_Resilience::timeoutsGrow()
{
    const TimeLimits limits;
    const auto timeout = failure(ErrorCategory::Timeout, RetryVerdict::Automatic, Outcome::NotSent);
    QCOMPARE(RetryPolicy().limitsAfter(timeout, limits).total, Milliseconds(45s)); // Row A11.
    const auto other =
        failure(ErrorCategory::RateLimited, RetryVerdict::Automatic, Outcome::Rejected);
    QCOMPARE(RetryPolicy().limitsAfter(other, limits), limits);
}

void tst_Resilience::budgetIsShared()
{
    RetryBudget budget;
    QSignalSpy changed(&budget, &RetryBudget::changed);
    for (int i = 0; i < 10; ++i)
        QVERIFY(budget.take());
    QVERIFY(!budget.take());
    QCOMPARE(changed.count(), 10);
    budget.recordSuccess();
    QVERIFY(!budget.take());
    budget.recordSuccess();
    QVERIFY(budget.take());
    for (int i = 0; i < 100; ++i)
        budget.recordSuccess();
    QCOMPARE(budget.tokens(), RetryBudget::Capacity);
}

void tst_Resilience::breakerOpensAfterFiveFailures()
{
    test::FakeClock clock;
    CircuitBreaker breaker(clock);
    for (int i = 0; i < 4; ++i)
        breaker.recordFailure(ErrorCategory::InternalServerError);
    QVERIFY(breaker.allows());
    breaker.recordFailure(ErrorCategory::RateLimited);
    QVERIFY(!breaker.allows());
    QVERIFY(!breaker.admit());
    QCOMPARE(breaker.state(), CircuitBreaker::State::Open);
    QCOMPARE(breaker.timeToProbe(), Milliseconds(60s));
    // A late success of a call that began before is no probe.
    breaker.recordSuccess();
    breaker.recordAnswer(breaker.breaks() - 1);
    QVERIFY(!breaker.allows());
    breaker.reset();
    QVERIFY(breaker.allows());
    QCOMPARE(breaker.failures(), 0);
}

void tst_Resilience::breakerIgnoresClientErrors_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::newRow("400") << ErrorCategory::BadRequest;
    QTest::newRow("401") << ErrorCategory::Authentication;
    QTest::newRow("403") << ErrorCategory::PermissionDenied;
    QTest::newRow("404") << ErrorCategory::NotFound;
    QTest::newRow("422") << ErrorCategory::ValidationFailed;
    QTest::newRow("provider key") << ErrorCategory::ProviderAuthentication;
    QTest::newRow("quota") << ErrorCategory::ProviderQuotaExceeded;
    QTest::newRow("cancelled") << ErrorCategory::Cancelled;
}

void tst_Resilience::breakerIgnoresClientErrors()
{
    QFETCH(ErrorCategory, category);
    test::FakeClock clock;
    CircuitBreaker breaker(clock);
    for (int i = 0; i < 20; ++i)
        breaker.recordFailure(category);
    QVERIFY(breaker.allows());
}

void tst_Resilience::breakerProbesAfterAMinute()
{
    test::FakeClock clock;
    CircuitBreaker breaker(clock);
    QSignalSpy probes(&breaker, &CircuitBreaker::probeNeeded);
    for (int i = 0; i < 5; ++i)
        breaker.recordFailure(ErrorCategory::Overloaded);
    clock.advance(59'999ms);
    QCOMPARE(probes.count(), 0);
    clock.advance(1ms);
    QCOMPARE(probes.count(), 1);
    QVERIFY(!breaker.allows());
    breaker.recordProbe(true);
    QCOMPARE(breaker.state(), CircuitBreaker::State::HalfOpen);
    QVERIFY(breaker.admit());
    breaker.recordSuccess();
    QCOMPARE(breaker.state(), CircuitBreaker::State::Closed);
}

void tst_Resilience::failedProbeWaitsOnceMore()
{
    test::FakeClock clock;
    CircuitBreaker breaker(clock);
    QSignalSpy probes(&breaker, &CircuitBreaker::probeNeeded);
    for (int i = 0; i < 5; ++i)
        breaker.recordFailure(ErrorCategory::Overloaded);
    clock.advance(60s);
    breaker.recordProbe(false);
    QCOMPARE(breaker.state(), CircuitBreaker::State::Open);
    clock.advance(60s);
    QCOMPARE(probes.count(), 2);
}

void tst_Resilience::halfOpenLetsOneCallTry_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<CircuitBreaker::State>("state");
    QTest::newRow("server failure")
        << ErrorCategory::InternalServerError << CircuitBreaker::State::Open;
    // Neither says whether the server is well.
    QTest::newRow("client's error") << ErrorCategory::BadRequest << CircuitBreaker::State::HalfOpen;
    QTest::newRow("no connection")
        << ErrorCategory::ConnectionFailed << CircuitBreaker::State::HalfOpen;
}

void tst_Resilience::halfOpenLetsOneCallTry()
{
    QFETCH(ErrorCategory, category);
    QFETCH(CircuitBreaker::State, state);
    test::FakeClock clock;
    CircuitBreaker breaker(clock);
    for (int i = 0; i < 5; ++i)
        breaker.recordFailure(ErrorCategory::Overloaded);
    // A good answer to anything says that the server is there again.
    breaker.recordAnswer(breaker.breaks());
    QCOMPARE(breaker.state(), CircuitBreaker::State::HalfOpen);
    QVERIFY(breaker.admit());
    QVERIFY(!breaker.allows());
    QVERIFY(!breaker.admit());
    breaker.recordFailure(category);
    QCOMPARE(breaker.state(), state);
    QCOMPARE(breaker.allows(), state == CircuitBreaker::State::HalfOpen);
}

void tst_Resilience::cancelledTrialIsNoVerdict()
{
    test::FakeClock clock;
    CircuitBreaker breaker(clock);
    for (int i = 0; i < 5; ++i)
        breaker.recordFailure(ErrorCategory::Overloaded);
    // Whoever presses Retry now is the probe.
    breaker.tryNow();
    QVERIFY(breaker.admit());
    QSignalSpy changed(&breaker, &CircuitBreaker::stateChanged);
    breaker.recordNoVerdict();
    QCOMPARE(changed.count(), 1);
    QVERIFY(breaker.admit());
    breaker.recordSuccess();
    QCOMPARE(breaker.state(), CircuitBreaker::State::Closed);
    QCOMPARE(breaker.failures(), 0);
}

void tst_Resilience::successResetsTheCount()
{
    test::FakeClock clock;
    CircuitBreaker breaker(clock);
    for (int i = 0; i < 20; ++i) {
        breaker.recordFailure(ErrorCategory::InternalServerError);
        if (i % 4 == 3)
            breaker.recordSuccess();
    }
    QVERIFY(breaker.allows());
}

QTEST_GUILESS_MAIN(tst_Resilience)
#include "tst_resilience.moc"
