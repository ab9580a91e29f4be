// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/Classifier.h"
#include "core/resilience/CircuitBreaker.h"
#include "core/resilience/RetryPolicy.h"
#include "core/saas/Wire.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace std::chrono_literals;

namespace {

Error answered(int status, const QByteArray &body)
{
    return classify({.outcome = Outcome::Rejected, .status = status, .body = body}, Redactor());
}

Error ended(WireEnd end, int status, Outcome outcome)
{
    return classify({.outcome = outcome, .end = end, .status = status}, Redactor());
}

} // namespace

/// The SaaS LiteLLM error-handling guide, as far as values alone show it. Each row of data is named
/// after a row of the guide; tests/README.md lists where all of them are tested.
class tst_Guide : public QObject
{
    Q_OBJECT

private slots:
    void errors_data();
    void errors();
    void retries_data();
    void retries();
    void A7_queuesAfterTheLastAttempt();
    void A14_typesAreToldApart();
    void A20_jobShapes();
    void A20_callShapes();
    void A22_whatCountsForTheBreaker_data();
    void A22_whatCountsForTheBreaker();
};

void tst_Guide::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<Hands>("hands");
    QTest::addColumn<QString>("message"); // what the person must be shown, at least

    using enum ErrorCategory;
    const auto row = [](const char *name, int status, const char *detail, ErrorCategory category,
                        Hands hands) {
        const QByteArray body = R"({"detail":")" + QByteArray(detail) + R"("})";
        QTest::newRow(name) << status << body << category << hands << QString::fromUtf8(detail);
    };
    row("A1 authentication", 401, "Unauthorized", Authentication, Hands::You);
    row("A1 authentication, refused", 403, "Forbidden", PermissionDenied, Hands::You);
    row("A1 client", 400, "Bad request", BadRequest, Hands::You);
    row("A1 client, gone", 404, "Not found", NotFound, Hands::You);
    row("A1 client, unprocessable", 422, "Unprocessable", ValidationFailed, Hands::You);
    row("A1 rate limiting", 429, "Rate limit exceeded", RateLimited, Hands::GatewayOperator);
    row("A1 server", 500, "Internal server error", InternalServerError, Hands::GatewayOperator);
    row("A1 server, away", 503, "Service unavailable", ServiceUnavailable, Hands::GatewayOperator);
    row("A2 missing field", 400, "Field 'messages' is required", BadRequest, Hands::You);
    row("A2 message structure", 400, "messages[0] must have a role", BadRequest, Hands::You);
    row("A2 unsupported parameter", 400, "Unsupported parameter: top_k", BadRequest, Hands::You);
    row("A2 bad JSON", 400, "Invalid JSON", BadRequest, Hands::You);
    row("A3 as documented", 401, "Invalid or missing API key", Authentication, Hands::You);
    row("A3 missing", 401, "Missing Authorization header", Authentication, Hands::You);
    row("A3 malformed", 401, "Invalid Authorization header format", Authentication, Hands::You);
    row("A3 unknown", 401, "Invalid API key", Authentication, Hands::You);
    row("A3 expired", 401, "API key expired", Authentication, Hands::You);
    row("A3 revoked", 401, "API key has been revoked", Authentication, Hands::You);
    row("A4 as documented", 403, "Team suspended or insufficient credits", InsufficientCredits,
        Hands::TeamAdmin);
    row("A4 suspended", 403, "Team access is suspended. Please contact support.", TeamSuspended,
        Hands::TeamAdmin);
    row("A4 paused", 403, "Team access is paused. Please contact support.", TeamPaused,
        Hands::TeamAdmin);
    row("A4 no credits", 403, "Team has run out of credits", InsufficientCredits, Hands::TeamAdmin);
    row("A4 model", 403, "Team 'acme' does not have access to model group 'ChatAgent'",
        ModelNotAllowed, Hands::TeamAdmin);
    row("A5 job", 404, "Job not found", JobNotFound, Hands::You);
    row("A5 team", 404, "Team 'acme' not found", NotFound, Hands::You);
    row("A5 address", 404, "Not Found", NotFound, Hands::You);
    row("A7 requests per minute", 429, "Rate limit exceeded: 60 requests per minute", RateLimited,
        Hands::GatewayOperator);
    row("A7 tokens per minute", 429, "Rate limit exceeded: 60000 tokens per minute", RateLimited,
        Hands::GatewayOperator);
    row("A7 burst", 429, "Burst limit exceeded", RateLimited, Hands::GatewayOperator);
    row("A8 database", 500, "Database connection failed", InternalServerError,
        Hands::GatewayOperator);
    row("A8 proxy away", 500, "LiteLLM proxy unavailable", InternalServerError,
        Hands::GatewayOperator);
    row("A9 maintenance", 503, "Down for maintenance", ServiceUnavailable, Hands::GatewayOperator);
    row("A9 dependency", 503, "A dependency is unavailable", ServiceUnavailable,
        Hands::GatewayOperator);
}

void tst_Guide::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = answered(status, body);
    QTEST(error.category, "category");
    QTEST(error.hands, "hands");
    QTEST(error.message, "message");
    QCOMPARE(error.httpStatus, status);
    // A16: none of these is ever sent again by itself, and of the others all are.
    const bool isFinal =
        status == 400 || status == 401 || status == 403 || status == 404 || status == 422;
    QCOMPARE(error.verdict, isFinal ? RetryVerdict::Never : RetryVerdict::Automatic);
}

void tst_Guide::retries_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<Effect>("effect");
    QTest::addColumn<QList<int>>("seconds"); // the waits, until there is none

    const auto rejected = [](const char *name, int status, const QList<int> &seconds) {
        QTest::newRow(name) << answered(status, R"({"detail":"as documented"})") << Effect::Charges
                            << seconds;
    };
    rejected("A7 rate limit", 429, {1, 2, 4});
    rejected("A8 server error", 500, {1, 2, 4});
    rejected("A9 unavailable", 503, {5, 10, 20});
    rejected("A16 bad request", 400, {});
    rejected("A16 unauthorized", 401, {});
    rejected("A16 forbidden", 403, {});
    rejected("A16 not found", 404, {});
    rejected("A16 unprocessable", 422, {});

    const QList<int> waits{1, 2, 4};
    const auto cut = [](const char *name, WireEnd end, Outcome outcome, Effect effect,
                        const QList<int> &seconds) {
        QTest::newRow(name) << ended(end, 0, outcome) << effect << seconds;
    };
    cut("A10 refused", WireEnd::ConnectionRefused, Outcome::NotSent, Effect::Charges, waits);
    cut("A10 cut while reading", WireEnd::Cut, Outcome::Ambiguous, Effect::Safe, waits);
    cut("A10 cut while charging", WireEnd::Cut, Outcome::Ambiguous, Effect::Charges, {});
    cut("A11 connecting", WireEnd::ConnectTimeout, Outcome::NotSent, Effect::Charges, waits);
    cut("A11 reading", WireEnd::FirstByteTimeout, Outcome::Ambiguous, Effect::Safe, waits);
    cut("A11 charging", WireEnd::FirstByteTimeout, Outcome::Ambiguous, Effect::Charges, {});
    QTest::newRow("A12 interrupted stream")
        << ended(WireEnd::Cut, 200, Outcome::Ambiguous) << Effect::Charges << QList<int>{};
    QTest::newRow("A13 stream timeout")
        << ended(WireEnd::TotalTimeout, 200, Outcome::Ambiguous) << Effect::Charges << QList<int>{};
}

void tst_Guide::retries()
{
    QFETCH(Error, error);
    QFETCH(Effect, effect);
    const RetryPolicy policy;
    QList<int> found;
    for (int attempt = 1;; ++attempt) {
        const auto wait = policy.delayAfter(error, effect, attempt, 0.5);
        if (!wait)
            break;
        found += int(std::chrono::duration_cast<std::chrono::seconds>(*wait).count());
    }
    QTEST(found, "seconds");
}

void tst_Guide::A7_queuesAfterTheLastAttempt()
{
    const Error error = answered(429, R"({"detail":"Rate limit exceeded"})");
    // Nothing is sent after the last attempt, and what remains can still be tried later.
    QVERIFY(!RetryPolicy().delayAfter(error, Effect::Charges, 4, 0.5));
    QCOMPARE(error.verdict, RetryVerdict::Automatic);
}

void tst_Guide::A14_typesAreToldApart()
{
    // The guide's classes: authentication, credits, rate limit, server, and the base of the rest.
    QList<ErrorCategory> categories;
    for (const auto &[status, detail] :
         {std::pair(401, "Unauthorized"), std::pair(403, "Insufficient credits"),
          std::pair(429, "Rate limit exceeded"), std::pair(500, "Internal server error"),
          std::pair(400, "Bad request"), std::pair(418, "I am a teapot")})
        categories += answered(status, R"({"detail":")" + QByteArray(detail) + R"("})").category;
    using enum ErrorCategory;
    QCOMPARE(categories, (QList<ErrorCategory>{Authentication, InsufficientCredits, RateLimited,
                                               InternalServerError, BadRequest, BadRequest}));
}

void tst_Guide::A20_jobShapes()
{
    const auto created = wire::parseCreatedJob(
        R"({"job_id":"7d3f","status":"pending","created_at":"2026-11-22T10:00:00Z"})");
    QVERIFY(created);
    QCOMPARE(created->status, RecordStatus::Pending);

    const auto completed = wire::parseCompletedJob(
        R"({"job_id":"7d3f","status":"failed","completed_at":"2026-11-22T10:00:05Z","costs":{)"
        R"("total_calls":2,"successful_calls":1,"failed_calls":1,"total_tokens":450,)"
        R"("total_cost_usd":0.0045,"avg_latency_ms":1250,"credit_applied":false,)"
        R"("credits_remaining":99},"calls":[{"call_id":"c1","purpose":"analysis",)"
        R"("model_group":"ChatAgent","tokens":450,"latency_ms":1250,"error":null},{"call_id":"c2",)"
        R"("purpose":"summary","model_group":"ChatAgent","tokens":0,"latency_ms":0,)"
        R"("error":"Rate limit exceeded"}]})");
    QVERIFY2(completed, completed ? "" : qPrintable(completed.error()));
    QCOMPARE(completed->totalCost, Usd{4'500'000});
    QCOMPARE(completed->averageLatency, Milliseconds(1250ms));
    QCOMPARE(completed->calls.size(), 2);
    QCOMPARE(completed->calls.constFirst().error, QString());
    QCOMPARE(completed->calls.constLast().error, u"Rate limit exceeded"_s);
}

void tst_Guide::A20_callShapes()
{
    const auto single = wire::parseSingleCallReply(
        R"({"job_id":"7d3f","status":"completed","response":{"content":"Hello",)"
        R"("finish_reason":"length"},"metadata":{"tokens_used":12,"latency_ms":800,"model":"gpt"},)"
        R"("costs":{"total_calls":1,"successful_calls":1,"failed_calls":0,"total_tokens":12,)"
        R"("total_cost_usd":0.0001,"avg_latency_ms":800,"credit_applied":true,)"
        R"("credits_remaining":98},"completed_at":"2026-11-22T10:00:05Z"})");
    QVERIFY2(single, single ? "" : qPrintable(single.error()));
    QCOMPARE(single->content, u"Hello"_s);
    QCOMPARE(single->finishReason, u"length"_s);
    QCOMPARE(single->tokens, 12);

    // The documentation calls the model of a call model_group.
    const auto call = wire::parseCallReply(
        R"({"call_id":"c1","response":{"content":"Hello","finish_reason":"stop"},)"
        R"("metadata":{"tokens_used":12,"latency_ms":800,"model_group":"ChatAgent"}})");
    QVERIFY2(call, call ? "" : qPrintable(call.error()));
    QCOMPARE(call->model, u"ChatAgent"_s);
    QCOMPARE(call->latency, Milliseconds(800ms));
}

void tst_Guide::A22_whatCountsForTheBreaker_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("counts");
    QTest::newRow("A22 server error counts") << 500 << true;
    QTest::newRow("A22 unavailable counts") << 503 << true;
    QTest::newRow("A22 rate limit counts") << 429 << true;
    QTest::newRow("A22 bad request does not") << 400 << false;
    QTest::newRow("A22 unauthorized does not") << 401 << false;
    QTest::newRow("A22 forbidden does not") << 403 << false;
    QTest::newRow("A22 not found does not") << 404 << false;
    QTest::newRow("A22 unprocessable does not") << 422 << false;
}

void tst_Guide::A22_whatCountsForTheBreaker()
{
    QFETCH(int, status);
    const Error error = answered(status, R"({"detail":"as documented"})");
    QTEST(CircuitBreaker::counts(error.category), "counts");
}

QTEST_GUILESS_MAIN(tst_Guide)
#include "tst_guide.moc"
