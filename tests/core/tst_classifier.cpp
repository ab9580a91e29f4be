// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Classified.h"
#include "core/base/Utc.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::test;

namespace {

// The words of the corpus.
const QMap<QString, ErrorCategory> &categories()
{
    using enum ErrorCategory;
    static const QMap<QString, ErrorCategory> names = {
        {u"ConnectionFailed"_s, ConnectionFailed},
        {u"TlsFailed"_s, TlsFailed},
        {u"Timeout"_s, Timeout},
        {u"StreamInterrupted"_s, StreamInterrupted},
        {u"MalformedReply"_s, MalformedReply},
        {u"RedirectRefused"_s, RedirectRefused},
        {u"Authentication"_s, Authentication},
        {u"ProviderAuthentication"_s, ProviderAuthentication},
        {u"ProviderNotConfigured"_s, ProviderNotConfigured},
        {u"PermissionDenied"_s, PermissionDenied},
        {u"TeamSuspended"_s, TeamSuspended},
        {u"TeamPaused"_s, TeamPaused},
        {u"InsufficientCredits"_s, InsufficientCredits},
        {u"ModelNotAllowed"_s, ModelNotAllowed},
        {u"BadRequest"_s, BadRequest},
        {u"ValidationFailed"_s, ValidationFailed},
        {u"NotFound"_s, NotFound},
        {u"JobNotFound"_s, JobNotFound},
        {u"ModelNotFound"_s, ModelNotFound},
        {u"ContextWindowExceeded"_s, ContextWindowExceeded},
        {u"ContentPolicyViolation"_s, ContentPolicyViolation},
        {u"RequestTooLarge"_s, RequestTooLarge},
        {u"RateLimited"_s, RateLimited},
        {u"ProviderQuotaExceeded"_s, ProviderQuotaExceeded},
        {u"BudgetExceeded"_s, BudgetExceeded},
        {u"Overloaded"_s, Overloaded},
        {u"ServiceUnavailable"_s, ServiceUnavailable},
        {u"InternalServerError"_s, InternalServerError},
        {u"EndpointUnsupported"_s, EndpointUnsupported},
        {u"Unknown"_s, Unknown},
    };
    return names;
}

const QMap<QString, RetryVerdict> &verdicts()
{
    static const QMap<QString, RetryVerdict> names = {
        {u"auto"_s, RetryVerdict::Automatic},        {u"later"_s, RetryVerdict::Later},
        {u"manual"_s, RetryVerdict::Manual},         {u"never"_s, RetryVerdict::Never},
        {u"switch"_s, RetryVerdict::SwitchEndpoint},
    };
    return names;
}

const QMap<QString, Hands> &owners()
{
    static const QMap<QString, Hands> names = {
        {u"You"_s, Hands::You},           {u"TeamAdmin"_s, Hands::TeamAdmin},
        {u"Provider"_s, Hands::Provider}, {u"GatewayOperator"_s, Hands::GatewayOperator},
        {u"Network"_s, Hands::Network},   {u"Us"_s, Hands::Us},
    };
    return names;
}

} // namespace

class tst_Classifier : public QObject
{
    Q_OBJECT

private slots:
    void corpus_data();
    void corpus();
    void wireEnds_data();
    void wireEnds();
    void handsOfWireEnds_data();
    void handsOfWireEnds();
    void pagesAreNobodysWord();
    void hands_data();
    void hands();
    void dateWithoutADate();
    void notModifiedPointsNowhere();
    void validation_data();
    void validation();
    void errorStatusBeatsTheCut();
    void replyTextIsNotAnErrorText();
    void secretsOfTheGatewayDoNotShow();
    void tenMegabytesOfGarbage_data();
    void tenMegabytesOfGarbage();
};

void tst_Classifier::corpus_data()
{
    QTest::addColumn<QJsonObject>("sample");
    // samples.json: what people pasted, in each of its wrappings; field.json: what each provider,
    // gateway and proxy writes, and traps; reports.json: public bug reports, with whose hands;
    // litellm.json: what a real proxy answered.
    for (const auto &[name, least] : {std::pair("samples", 250), std::pair("field", 250),
                                      std::pair("reports", 80), std::pair("litellm", 30)}) {
        QFile file(
            QStringLiteral(LITEDECK_TEST_DATA "/errors/%1.json").arg(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray samples = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(samples.size() >= least);
        for (const QJsonValue &sample : samples)
            QTest::newRow(qPrintable(sample["id"_L1].toString())) << sample.toObject();
    }
}

void tst_Classifier::corpus()
{
    QFETCH(QJsonObject, sample);
    HttpResult result = reply(sample["http"_L1].toInt(), {});
    QByteArray event;
    const QByteArray text = sample["text"_L1].toString().toUtf8();
    (sample["channel"_L1] == "sse"_L1 ? event : result.body) = text;
    const QJsonObject headers = sample["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        result.headers.append({it.key().toLatin1(), it->toString().toLatin1()});

    const QString category = sample["category"_L1].toString();
    const QString verdict = sample["retry"_L1].toString();
    QVERIFY2(categories().contains(category), qPrintable(category));
    QVERIFY2(verdicts().contains(verdict), qPrintable(verdict));

    const Error error = classify(result, Redactor(), event);
    QCOMPARE(categories().key(error.category), category);
    QCOMPARE(verdicts().key(error.verdict), verdict);
    QCOMPARE(error.httpStatus, result.status);
    QCOMPARE(error.outcome, result.outcome);
    QVERIFY(error.message.isEmpty() == text.isEmpty());
    // What a router says about itself is no cause.
    QVERIFY2(!error.message.contains("fallback"_L1), qPrintable(error.message));
    if (sample.contains("hands"_L1))
        QCOMPARE(owners().key(error.hands), sample["hands"_L1].toString());
    if (sample.contains("wait_ms"_L1))
        QCOMPARE(error.retryAfter, Milliseconds(sample["wait_ms"_L1].toInteger()));
    if (sample.contains("request_id"_L1))
        QCOMPARE(error.requestId, sample["request_id"_L1].toString());
}

void tst_Classifier::wireEnds_data()
{
    QTest::addColumn<WireEnd>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<RetryVerdict>("verdict");

    using enum ErrorCategory;
    using enum RetryVerdict;
    QTest::newRow("A10 refused") << WireEnd::ConnectionRefused << 0 << ConnectionFailed
                                 << Automatic;
    QTest::newRow("A10 host") << WireEnd::HostNotFound << 0 << ConnectionFailed << Automatic;
    QTest::newRow("A10 cut before") << WireEnd::Cut << 0 << ConnectionFailed << Automatic;
    QTest::newRow("TLS") << WireEnd::TlsFailed << 0 << TlsFailed << Manual;
    QTest::newRow("A11 connect") << WireEnd::ConnectTimeout << 0 << Timeout << Automatic;
    QTest::newRow("A11 first byte") << WireEnd::FirstByteTimeout << 0 << Timeout << Automatic;
    QTest::newRow("A13 idle") << WireEnd::IdleTimeout << 200 << Timeout << Automatic;
    QTest::newRow("A13 total") << WireEnd::TotalTimeout << 200 << Timeout << Automatic;
    QTest::newRow("A12 cut within") << WireEnd::Cut << 200 << StreamInterrupted << Manual;
    QTest::newRow("redirect") << WireEnd::RedirectRefused << 302 << RedirectRefused << Never;
    QTest::newRow("too large") << WireEnd::TooLarge << 200 << MalformedReply << Manual;
    QTest::newRow("no HTTP") << WireEnd::Protocol << 0 << MalformedReply << Manual;
    QTest::newRow("cancelled") << WireEnd::Cancelled << 0 << Cancelled << Manual;
    QTest::newRow("cancelled late") << WireEnd::Cancelled << 500 << Cancelled << Manual;
    QTest::newRow("early hints") << WireEnd::Complete << 103 << MalformedReply << Manual;
    QTest::newRow("nothing at all") << WireEnd::Complete << 0 << Unknown << Manual;
}

void tst_Classifier::handsOfWireEnds_data()
{
    QTest::addColumn<WireEnd>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<Hands>("hands");

    using enum Hands;
    QTest::newRow("refused") << WireEnd::ConnectionRefused << 0 << Network;
    QTest::newRow("host") << WireEnd::HostNotFound << 0 << Network;
    QTest::newRow("no connection in time") << WireEnd::ConnectTimeout << 0 << Network;
    QTest::newRow("our own network, before the reply") << WireEnd::NetworkLost << 0 << Network;
    QTest::newRow("our own network, within the reply") << WireEnd::NetworkLost << 200 << Network;
    // The other side took the connection and then hung up, or kept silent.
    QTest::newRow("cut before the reply") << WireEnd::Cut << 0 << GatewayOperator;
    QTest::newRow("cut within the reply") << WireEnd::Cut << 200 << GatewayOperator;
    QTest::newRow("no first byte") << WireEnd::FirstByteTimeout << 0 << GatewayOperator;
    QTest::newRow("silent") << WireEnd::IdleTimeout << 200 << GatewayOperator;
    QTest::newRow("no end") << WireEnd::TotalTimeout << 200 << GatewayOperator;
    QTest::newRow("nothing at all") << WireEnd::Complete << 0 << Us;
}

void tst_Classifier::handsOfWireEnds()
{
    QFETCH(WireEnd, end);
    QFETCH(int, status);
    HttpResult result;
    result.end = end;
    result.status = status;
    QTEST(classify(result, Redactor()).hands, "hands");
}

void tst_Classifier::pagesAreNobodysWord()
{
    const Error refused = classified(
        403, "<html><head><title>Request Rejected</title></head><body>ID 7</body></html>");
    QVERIFY(refused.isPage);
    QCOMPARE(refused.message, u"Request Rejected"_s);
    QVERIFY(!classified(403, R"({"detail":"Forbidden"})").isPage);
    // A page that the gateway tells of came to the gateway, not to us.
    QVERIFY(!classified(500, R"({"detail":"<html><title>502 Bad Gateway</title></html>"})").isPage);
    QVERIFY(classified(200, "<!doctype html><title>Sign in</title>").isPage);
}

void tst_Classifier::wireEnds()
{
    QFETCH(WireEnd, end);
    QFETCH(int, status);
    HttpResult result;
    result.end = end;
    result.status = status;
    const Error error = classify(result, Redactor());
    QTEST(error.category, "category");
    QTEST(error.verdict, "verdict");
}

void tst_Classifier::hands_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Hands>("hands");

    QTest::newRow("A3 key") << 401 << R"({"detail":"Invalid API key"})"_ba << Hands::You;
    QTest::newRow("A4 suspended")
        << 403 << R"({"detail":"Team access is suspended. Please contact support."})"_ba
        << Hands::TeamAdmin;
    QTest::newRow("A4 model")
        << 403 << R"({"detail":"Team 't' does not have access to model alias 'm'"})"_ba
        << Hands::TeamAdmin;
    QTest::newRow("A4 team") << 403 << R"({"detail":"API key does not belong to team 't'"})"_ba
                             << Hands::You;
    QTest::newRow("no credentials")
        << 500 << R"({"detail":"500: No provider credentials configured for openai."})"_ba
        << Hands::GatewayOperator;
    QTest::newRow("gateway's bug")
        << 500 << R"({"detail":"'NoneType' object has no attribute 'get'"})"_ba
        << Hands::GatewayOperator;
    QTest::newRow("gateway's limit")
        << 429 << R"({"detail":"Rate limit exceeded"})"_ba << Hands::GatewayOperator;
    QTest::newRow("provider's limit")
        << 429 << "litellm.RateLimitError: GroqException - slow down"_ba << Hands::Provider;
    QTest::newRow("provider's refusal")
        << 403 << "litellm.PermissionDeniedError: GroqException - no"_ba << Hands::GatewayOperator;
    QTest::newRow("gateway's lost connection")
        << 500
        << R"({"detail":"LLM call failed: 500: Failed to call provider API: Connection error."})"_ba
        << Hands::GatewayOperator;
    QTest::newRow("gateway waited in vain")
        << 500 << R"({"detail":"LLM call failed: 500: Failed to call provider API: "})"_ba
        << Hands::Provider;
    QTest::newRow("firewall") << 403 << "<html><title>Request Rejected</title></html>"_ba
                              << Hands::GatewayOperator;
    QTest::newRow("provider's region")
        << 403 << R"({"error":{"code":"unsupported_country_region_territory"}})"_ba
        << Hands::GatewayOperator;
    QTest::newRow("login page") << 200 << "<html><title>Sign in</title></html>"_ba
                                << Hands::Network;
    QTest::newRow("captive portal") << 511 << ""_ba << Hands::Network;
    QTest::newRow("proxy's password") << 407 << ""_ba << Hands::Network;
    // Somebody answered, so it is none of ours.
    QTest::newRow("not understood") << 599 << "?"_ba << Hands::GatewayOperator;
}

void tst_Classifier::hands()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(classified(status, body).hands, "hands");
}

void tst_Classifier::dateWithoutADate()
{
    HttpResult result = reply(503, R"({"detail":"down"})");
    result.headers = {{"Retry-After", "Mon, 30 Nov 2026 10:00:30 GMT"}};
    result.endedAt = QDateTime({2026, 11, 30}, {10, 0, 0}, Utc);
    QCOMPARE(classify(result, Redactor()).retryAfter, Milliseconds(30'000));
    // The server's own clock counts more.
    result.headers.emplaceBack("Date", "Mon, 30 Nov 2026 10:00:20 GMT");
    QCOMPARE(classify(result, Redactor()).retryAfter, Milliseconds(10'000));
}

void tst_Classifier::notModifiedPointsNowhere()
{
    QCOMPARE(classified(304, {}).category, ErrorCategory::MalformedReply);
    QCOMPARE(classified(302, {}).category, ErrorCategory::RedirectRefused);
}

void tst_Classifier::validation_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<ValidationIssue>>("issues");

    QTest::newRow("A6 pydantic 1")
        << R"({"detail":[{"loc":["body","messages"],"msg":"field required","type":"value_error.missing"}]})"_ba
        << QList<ValidationIssue>{{u"body.messages"_s, u"field required"_s}};
    QTest::newRow("A6 pydantic 2, request echoed")
        << R"({"detail":[{"type":"missing","loc":["body","messages",0,"content"],"msg":"Field required",)"
           R"("input":{"role":"user","text":"rate limit 429, sk-secret1234"}},)"
           R"({"type":"json_invalid","loc":["body",12],"msg":"JSON decode error","input":{}}]})"_ba
        << QList<ValidationIssue>{{u"body.messages.0.content"_s, u"Field required"_s},
                                  {u"body.12"_s, u"JSON decode error"_s}};
}

void tst_Classifier::validation()
{
    QFETCH(QByteArray, body);
    const Error error = classified(422, body);
    QCOMPARE(error.category, ErrorCategory::ValidationFailed);
    QCOMPARE(error.verdict, RetryVerdict::Never);
    QTEST(error.validation, "issues");
    QVERIFY(error.message.startsWith(error.validation.first().path + ": "_L1 +
                                     error.validation.first().message));
}

void tst_Classifier::errorStatusBeatsTheCut()
{
    HttpResult result = reply(403, R"({"detail":"Team access is paused. Please contact)");
    result.end = WireEnd::Cut;
    QCOMPARE(classify(result, Redactor()).category, ErrorCategory::TeamPaused);
}

void tst_Classifier::replyTextIsNotAnErrorText()
{
    HttpResult result =
        reply(200, "data: {\"choices\":[{\"delta\":{\"content\":\"rate limit\"}}]}");
    result.end = WireEnd::Cut;
    const Error error = classify(result, Redactor());
    QCOMPARE(error.category, ErrorCategory::StreamInterrupted);
    QCOMPARE(error.originalText, QString());
    QCOMPARE(classified(200, R"({"response":{"content":"rate limit exceeded"}})").category,
             ErrorCategory::MalformedReply);
}

void tst_Classifier::secretsOfTheGatewayDoNotShow()
{
    const Error error = classified(
        500,
        R"({"detail":"Client error '429 x' for url 'https://g/v1?key=AIzaSyABCDEF0123456789'"})");
    QVERIFY(!error.originalText.contains("AIza"_L1));
    QVERIFY(!error.message.contains("AIza"_L1));
    QVERIFY(error.message.contains(Redactor::Mask));
}

void tst_Classifier::tenMegabytesOfGarbage_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece :
         {"a", "{", "[", "{\"error\":", "{'a':[", "\\", "\"", "\xff", "<html", "b'",
          "litellm.X: ", "Error code: ", "limit: 9 ", "Exception - ", "\\\\n"})
        QTest::newRow(piece) << QByteArray(piece);
}

void tst_Classifier::tenMegabytesOfGarbage()
{
    QFETCH(QByteArray, piece);
    const QByteArray body = piece.repeated(10'000'000 / piece.size());
    QElapsedTimer timer;
    timer.start();
    const Error error = classified(500, body);
    // Its beginning is all that is read; the bound is generous for slow and busy machines.
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(error.originalText.size() <= 4000);
    QVERIFY(error.message.size() <= 2000);
}

QTEST_GUILESS_MAIN(tst_Classifier)
#include "tst_classifier.moc"
