// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Classified.h"
#include "core/errors/Verdict.h"
#include "core/errors/WayOut.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::test;

class tst_ClassifierDetails : public QObject
{
    Q_OBJECT

private slots:
    void messages_data();
    void messages();
    void retryAfter_data();
    void retryAfter();
    void farResetIsLater();
    void requestIds_data();
    void requestIds();
    void providers_data();
    void providers();
    void originalTextIsKept();
    void reasonThatIsKeptBackMayBeTheLength();
    void categoriesBringTheirVerdict();
};

void tst_ClassifierDetails::messages_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");

    QTest::newRow("SaaS around a Python repr")
        << 500
        << R"({"detail":"LLM call failed: 500: Failed to call provider API: OpenAI rate limit: Error code: 429 - {'error': {'message': 'It\\'s \"too\" much', 'code': None}}"})"_ba
        << u"It's \"too\" much"_s;
    QTest::newRow("LiteLLM around bytes")
        << 400
        << R"(litellm.BadRequestError: AnthropicError - b'{"type":"error","error":{"type":"x","message":"no"}}')"_ba
        << u"no"_s;
    QTest::newRow("router's tail")
        << 429
        << "litellm.RateLimitError: GroqException - slow down. Received Model Group=g\nx=y"_ba
        << u"slow down"_s;
    QTest::newRow("detail.error") << 400 << R"({"detail":{"error":"no such thing"}})"_ba
                                  << u"no such thing"_s;
    QTest::newRow("error and message")
        << 400 << R"({"error":"Bad Request","message":"exactly this is missing"})"_ba
        << u"exactly this is missing"_s;
    QTest::newRow("errors list") << 400
                                 << R"({"errors":[{"message":"first"},{"message":"second"}]})"_ba
                                 << u"first\nsecond"_s;
    QTest::newRow("HTML") << 502 << "<html><title>502 Bad\n Gateway</title></html>"_ba
                          << u"502 Bad Gateway"_s;
    QTest::newRow("plain") << 500 << "Internal Server Error"_ba << u"Internal Server Error"_s;
    QTest::newRow("cut JSON") << 500 << R"({"detail":"half of)"_ba << u"half of"_s;
    QTest::newRow("invalid UTF-8") << 500 << "a\xff\xfe b"_ba << u"a\ufffd\ufffd b"_s;
    QTest::newRow("lone surrogate") << 400 << R"({"detail":"x \ud800 y"})"_ba << u"x \ufffd y"_s;
    QTest::newRow("empty") << 500 << QByteArray() << QString();
}

void tst_ClassifierDetails::messages()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(classified(status, body).message, "message");
}

void tst_ClassifierDetails::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("milliseconds"); // -1 for none

    const auto header = [](const char *name, const char *value, qint64 expected) {
        QTest::addRow("%s: %s", name, value)
            << QByteArray(name) << QByteArray(value) << QByteArray() << expected;
    };
    header("Retry-After", "20", 20'000);
    header("retry-after", "1.5", 1'500);
    header("retry-after", "0", 0);
    header("retry-after", "-3", -1);
    header("retry-after", "nan", -1);
    header("retry-after", "1e300", 31LL * 24 * 3600 * 1000);
    header("retry-after", "soon", -1);
    header("retry-after", "Sun, 22 Nov 2026 10:00:34 GMT", 34'000);
    header("retry-after", "Sun, 22 Nov 2026 09:00:00 GMT", 0);
    header("Retry-After-Ms", "250", 250);
    header("llm_provider-retry-after", "7", 7'000);
    const auto text = [](const char *body, qint64 expected) {
        QTest::newRow(body) << QByteArray() << QByteArray() << QByteArray(body) << expected;
    };
    text("Try again in 5 seconds.", 5'000);
    text("Please try again in 7m12s.", 432'000);
    text("Please try again in 1m0.363142857s.", 60'363);
    text("Please try again in 250ms.", 250);
    text("Please try again in 1h2m3s.", 3'723'000);
    text("Please retry after 20 seconds.", 20'000);
    text("Please retry in 29.019961092s.", 29'020);
    text("{'details': [{'retryDelay': '34s'}]}", 34'000);
    text(R"({"error":"loading","estimated_time":20.5})", 20'500);
    text("Limit resets at: 2026-11-22 10:01:00 UTC", 60'000);
    text("Please try again in 99999999999999999999s.", -1);
    text("Please try again later.", -1);
    text("You can retry your request 3 times", -1);
}

void tst_ClassifierDetails::retryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, body);
    QFETCH(qint64, milliseconds);
    HttpResult result = reply(429, body);
    result.headers = {{"Date", "Sun, 22 Nov 2026 10:00:00 GMT"}, {header, value}};
    const auto wait = classify(result, Redactor()).retryAfter;
    QCOMPARE(wait ? qint64(wait->count()) : -1, milliseconds);
}

void tst_ClassifierDetails::farResetIsLater()
{
    HttpResult result = reply(429, R"({"detail":"Rate limit exceeded"})");
    result.headers = {{"retry-after", "60"}};
    QCOMPARE(classify(result, Redactor()).verdict, RetryVerdict::Automatic);
    result.headers = {{"retry-after", "3600"}};
    QCOMPARE(classify(result, Redactor()).verdict, RetryVerdict::Later);
}

void tst_ClassifierDetails::requestIds_data()
{
    QTest::addColumn<HttpResult>("result");
    QTest::addColumn<QString>("id");
    HttpResult header = reply(500, "{}");
    header.headers = {{"X-Request-Id", "abc"}};
    QTest::newRow("x-request-id") << header << u"abc"_s;
    header.headers = {{"x-litellm-call-id", "def"}};
    QTest::newRow("x-litellm-call-id") << header << u"def"_s;
    QTest::newRow("member") << reply(529, R"({"error":{"message":"m"},"request_id":"req_011"})")
                            << u"req_011"_s;
    QTest::newRow("null") << reply(529, R"({"error":{"message":"m"},"request_id":null})")
                          << QString();
    QTest::newRow("in the text") << reply(500, "include the request ID req_0123456789ab in")
                                 << u"req_0123456789ab"_s;
}

void tst_ClassifierDetails::requestIds()
{
    QFETCH(HttpResult, result);
    QTEST(classify(result, Redactor()).requestId, "id");
}

void tst_ClassifierDetails::providers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("provider");
    const auto row = [](const char *text, const QString &provider) {
        QTest::newRow(text) << QByteArray(text) << provider;
    };
    row("litellm.RateLimitError: RateLimitError: OpenAIException - x", u"openai"_s);
    row("litellm.BadRequestError: AnthropicError - x", u"anthropic"_s);
    row("litellm.BadRequestError: VertexAIException BadRequestError - x", u"vertex_ai"_s);
    row("litellm.RateLimitError: litellm.RateLimitError: vertex_aiException - x", u"vertex_ai"_s);
    row("litellm.APIError: APIError: Together_aiException - x", u"together_ai"_s);
    row("litellm.APIError: Hosted_vllmException - x", u"hosted_vllm"_s);
    row("LLM call failed: 500: Failed to call provider API: Fireworks error: x", u"fireworks_ai"_s);
    row("No provider credentials configured for anthropic.", u"anthropic"_s);
    row("Client error '429 x' for url 'https://generativelanguage.googleapis.com/v1beta'",
        u"gemini"_s);
    row("litellm.Timeout: APITimeoutError - Request timed out.", QString());
    row("Budget has been exceeded! Current cost: 76.16, Max budget: 10.0", QString());
}

void tst_ClassifierDetails::providers()
{
    QFETCH(QByteArray, text);
    QTEST(classified(500, text).provider, "provider");
}

void tst_ClassifierDetails::originalTextIsKept()
{
    const QByteArray text = "Nobody has ever seen this";
    const Error error = classified(418, text);
    QCOMPARE(error.originalText, QString::fromUtf8(text));
    QCOMPARE(error.message, QString::fromUtf8(text));
    QCOMPARE(error.exceptionClass, QString());
    QCOMPARE(classified(500, QByteArray(100'000, 'a')).originalText.size(), 4000);
}

void tst_ClassifierDetails::reasonThatIsKeptBackMayBeTheLength()
{
    HttpResult result;
    result.status = 200;
    const QByteArray event =
        R"({"error": "500: Failed to call provider API: Client error '400 Bad Request' for url 'https://api.openai.com/v1/chat/completions'\nFor more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/400"})";
    Error error = classify(result, Redactor(), event);
    QVERIFY(lacksReason(error));
    QVERIFY(waysOut(error).isEmpty());
    error.earlierMessages = 4;
    QCOMPARE(waysOut(error), QList<WayOut>{WayOut::SendShorter});

    error = classified(400, R"({"detail":"temperature must be a number"})");
    error.earlierMessages = 4;
    QCOMPARE(error.category, ErrorCategory::BadRequest);
    QVERIFY(!lacksReason(error));
    QVERIFY(waysOut(error).isEmpty());
}

void tst_ClassifierDetails::categoriesBringTheirVerdict()
{
    for (int n = 0; n <= int(ErrorCategory::Unknown); ++n) {
        const auto category = ErrorCategory(n);
        const Error error = Error::of(category);
        QCOMPARE(error.category, category);
        QCOMPARE(error.hands, usualVerdict(category).hands);
        QCOMPARE(error.verdict, usualVerdict(category).retry);
        QCOMPARE(error.outcome, Outcome::NotSent);
    }
    // What is known besides stays.
    Error error = classified(403, R"({"detail":"Forbidden"})");
    error.setCategory(ErrorCategory::TeamPaused);
    QCOMPARE(error.hands, Hands::TeamAdmin);
    QCOMPARE(error.httpStatus, 403);
    QCOMPARE(error.outcome, Outcome::Rejected);
}

QTEST_GUILESS_MAIN(tst_ClassifierDetails)
#include "tst_classifier_details.moc"
