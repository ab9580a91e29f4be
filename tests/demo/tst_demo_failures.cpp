// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoFixture.h"
#include "EventText.h"

#include "core/demo/Provider.h"

#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

class tst_DemoFailures : public QObject
{
    Q_OBJECT

private slots:
    void failingModels_data();
    void failingModels();
    void plainFailures_data();
    void plainFailures();
    void brokenModels();
    void emptyStreams_data();
    void emptyStreams();
    void nothingStored_data();
    void nothingStored();
    void unsupportedProvider();
    void messageWithoutRole();
    void retries();
    void errorEventIsAscii();
};

void tst_DemoFailures::failingModels_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QString>("part");
    QTest::addColumn<bool>("textBefore");
    const auto row = [](const QByteArray &model, const QString &part, bool textBefore = false) {
        QTest::newRow(model.constData()) << model << part << textBefore;
    };
    const QString lead = u"500: Failed to call provider API: Client error '%1' for url '"_s;
    row("fault-rate-limit", lead.arg(u"429 Too Many Requests"_s));
    row("fault-auth", lead.arg(u"401 Unauthorized"_s));
    row("fault-context", lead.arg(u"400 Bad Request"_s));
    row("fault-quota", lead.arg(u"429 Too Many Requests"_s));
    row("fault-overloaded",
        u"Server error '529 ' for url 'https://api.anthropic.com/v1/messages'\nFor more "
        u"information "
        u"check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/529"_s);
    row("fault-gemini-key-leak",
        u":streamGenerateContent?key=AIzaSyD3m0K3yN0tR3al_9xQ2wLvT7bRk4uJc1E&alt=sse'\n"_s);
    const QString routed = u"500: Failed to call provider API: "_s;
    row("fault-connection", routed + u"Server disconnected without sending a response."_s);
    row("fault-broken-body", routed + u"peer closed connection without sending complete message "
                                      u"body (incomplete chunked read)"_s);
    row("fault-timeout", routed);
    row("fault-no-credentials", u"500: No provider credentials configured for fireworks."_s);
    row("fault-error-in-stream", u"can only concatenate str (not \"NoneType\") to str"_s, true);
    row("fault-null-content", u"can only concatenate str"_s);
}

void tst_DemoFailures::failingModels()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QString, part);
    QFETCH(const bool, textBefore);
    DemoFixture demo;
    const WireAnswer answer = demo.stream(model);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.complete);
    QVERIFY(!answer.body.contains("[DONE]"));
    QCOMPARE(textOf(answer).size() > 50, textBefore);
    const QByteArray last = answer.events().constLast();
    QVERIFY(last.startsWith("{\"error\": \"")); // Python's spelling
    const QString error = parsed(last).value(u"error").toString();
    QVERIFY2(error.contains(part), qPrintable(error));
    QCOMPARE(demo.lastStatus(), u"FAILED"_s);
    QCOMPARE(demo.lastJob().value(u"error_message").toString(), error);
    QCOMPARE(demo.gateway().creditsRemaining(), 1000);
}

void tst_DemoFailures::plainFailures_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const auto row = [](const QByteArray &model, const QString &start, const QString &end = {}) {
        QTest::newRow(model.constData()) << model << u"LLM call failed: "_s + start << end;
    };
    const QString routed = u"500: Failed to call provider API: "_s;
    row("fault-rate-limit",
        routed + u"OpenAI rate limit: Error code: 429 - {'error': {'message': '"_s,
        u"', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}"_s);
    row("fault-auth", routed + u"OpenAI authentication failed: Error code: 401 - {"_s);
    // Python's repr takes double quotes around a text with an apostrophe.
    row("fault-context",
        routed + u"OpenAI error: Error code: 400 - {'error': {'message': \"This model's maximum"_s,
        u"length of the messages.\", 'type': 'invalid_request_error', 'param': 'messages', 'code': "
        u"'context_length_exceeded'}}"_s);
    row("fault-quota",
        routed + u"OpenAI rate limit: Error code: 429 - {'error': {'message': 'You"_s,
        u"'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}"_s);
    row("fault-overloaded",
        routed + u"Anthropic error: Error code: 529 - {'type': 'error', 'error': {'type': "
                 u"'overloaded_error', 'message': 'Overloaded'}, 'request_id': 'req_"_s,
        u"'}"_s);
    row("fault-gemini-key-leak",
        routed + u"Gemini error: Client error '429 Too Many Requests' for url "
                 u"'https://generativelanguage.googleapis.com/v1beta/models/gemini-1.5-flash:"
                 u"generateContent?key=AIza"_s);
    row("fault-no-credentials", u"500: No provider credentials configured for fireworks."_s);
    row("fault-no-choices", u"list index out of range"_s,
        u"LLM call failed: list index out of range"_s);
    row("fault-html-page", routed + u"OpenAI error: 'str' object has no attribute 'id'"_s);
    row("fault-connection", routed + u"OpenAI error: Connection error."_s);
    row("fault-broken-body",
        routed + u"peer closed connection without sending complete message body ("_s,
        u"(received 705 bytes, expected 1410)"_s);
    row("fault-timeout", routed, u"API: "_s);
}

void tst_DemoFailures::plainFailures()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    DemoFixture demo;
    const WireAnswer answer = demo.call(model);
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.header("content-type"), "application/json"_ba);
    QVERIFY2(answer.detail().startsWith(start), qPrintable(answer.detail()));
    QVERIFY2(answer.detail().endsWith(end), qPrintable(answer.detail()));
    QCOMPARE(u"LLM call failed: "_s + demo.lastJob().value(u"error_message").toString(),
             answer.detail());
    QCOMPARE(demo.lastStatus(), u"FAILED"_s);
    QCOMPARE(demo.gateway().creditsRemaining(), 1000);
}

void tst_DemoFailures::brokenModels()
{
    DemoFixture demo;
    const WireAnswer cut = demo.stream("fault-cut");
    QVERIFY(!cut.complete);
    QVERIFY(textOf(cut).size() > 50);
    // Between two chunks, without the chunk that ends a body.
    QVERIFY(!cut.cutInChunk);
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);

    QCOMPARE(demo.stream("fault-drop").status, 0);
    QTRY_COMPARE(demo.lastStatus(), u"COMPLETED"_s);
    QCOMPARE(demo.call("fault-drop").status, 0);
    QCOMPARE(demo.lastStatus(), u"COMPLETED"_s); // charged, and nobody was told
    QCOMPARE(demo.stream("fault-reset").status, 0);
    QVERIFY(!demo.call("fault-cut").complete);

    const WireAnswer object = demo.stream("fault-error-object");
    QVERIFY(object.complete && object.body.endsWith("data: [DONE]\n\n"));
    QVERIFY(parsed(object.events().at(object.events().size() - 2)).value(u"error").isObject());
    QCOMPARE(demo.lastStatus(), u"COMPLETED"_s);

    const WireAnswer malformed = demo.stream("fault-malformed");
    int broken = 0;
    for (const QByteArray &event : malformed.events())
        broken += event != "[DONE]" && parsed(event).isEmpty() ? 1 : 0;
    QCOMPARE(broken, 1);

    const WireAnswer noDone = demo.stream("fault-no-done");
    QVERIFY(noDone.complete && !noDone.body.contains("[DONE]"));
    QCOMPARE(demo.stream("fault-500-text").body, "Internal Server Error"_ba);
    QCOMPARE(demo.stream("fault-503").header("retry-after"), "5"_ba);
    QCOMPARE(demo.call("fault-null-content").object().value(u"response")[u"content"],
             QJsonValue(QJsonValue::Null));

    WireClient hanging(demo.gateway().baseUrl());
    hanging.send(
        demo.request("POST", "/api/jobs/create-and-call-stream", demo.callBody("fault-hang")));
    QVERIFY(hanging.readUntil(": keepalive\n\n"));
    QVERIFY(!hanging.socket().waitForReadyRead(50));
    QVERIFY(!hanging.isClosed());
}

void tst_DemoFailures::emptyStreams_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("page") << "fault-html-page"_ba
                          << ": keepalive\n\n"_ba;
    QTest::newRow("lost") << "fault-lost-events"_ba
                          << ": keepalive\n\ndata: [DONE]\n\n"_ba;
}

void tst_DemoFailures::emptyStreams()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, body);
    DemoFixture demo;
    const WireAnswer answer = demo.stream(model);
    QVERIFY(answer.complete);
    QCOMPARE(answer.body, body);
    QCOMPARE(demo.lastStatus(), u"COMPLETED"_s);
    QVERIFY(demo.lastJob().value(u"error_message").isNull());
    QCOMPARE(demo.gateway().creditsRemaining(), 999);
}

void tst_DemoFailures::nothingStored_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("purpose");
    QTest::addColumn<bool>("stored");
    QTest::newRow("fault model") << "fault-cut-after-done"_ba << 4 << false;
    QTest::newRow("longest purpose") << "gpt-4o"_ba << 200 << true;
    QTest::newRow("purpose too long") << "gpt-4o"_ba << 201 << false;
}

void tst_DemoFailures::nothingStored()
{
    QFETCH(const QByteArray, model);
    QFETCH(const int, purpose);
    QFETCH(const bool, stored);
    DemoFixture demo;
    QByteArray body = demo.callBody(model);
    body.replace("\"model\"", "\"purpose\":\"" + QByteArray(purpose, 'x') + "\",\"model\"");
    const WireAnswer stream = demo.ask("POST", "/api/jobs/create-and-call-stream", body);
    QVERIFY(textOf(stream).size() > 100);
    QCOMPARE(stream.chunks.constLast(), "data: [DONE]\n\n"_ba);
    QCOMPARE(stream.complete, stored);
    QVERIFY(!stream.cutInChunk);
    const QString status = stored ? u"COMPLETED"_s : u"IN_PROGRESS"_s;
    QCOMPARE(demo.lastStatus(), status);
    QCOMPARE(demo.gateway().creditsRemaining(), stored ? 999 : 1000);
    if (purpose < 100)
        return;
    const WireAnswer plain = demo.ask("POST", "/api/jobs/create-and-call", body);
    QCOMPARE(plain.status, stored ? 200 : 500);
    QCOMPARE(demo.lastStatus(), status);
    QCOMPARE(demo.gateway().creditsRemaining(), stored ? 998 : 1000);
}

void tst_DemoFailures::unsupportedProvider()
{
    DemoFixture demo;
    const qsizetype before = demo.gateway().jobs().size();
    const WireAnswer plain = demo.call("fault-unsupported");
    QCOMPARE(plain.status, 500);
    QCOMPARE(plain.body, "Internal Server Error"_ba);
    QCOMPARE(demo.gateway().jobs().size(), before + 1);
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);
    const WireAnswer stream = demo.stream("fault-unsupported");
    QCOMPARE(stream.status, 200);
    QCOMPARE(stream.body, ": keepalive\n\n"_ba);
    QVERIFY(!stream.complete);
    QVERIFY(!stream.cutInChunk);
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);
    QCOMPARE(demo.gateway().jobs().size(), before + 2);
    // Without a database nothing is created at all.
    QCOMPARE(demo.call("fault-500-text").body, "Internal Server Error"_ba);
    QCOMPARE(demo.gateway().jobs().size(), before + 2);
}

void tst_DemoFailures::messageWithoutRole()
{
    DemoFixture demo;
    QByteArray body = demo.callBody("claude-3-5-haiku");
    body.replace(R"("role":"user",)", "");
    const WireAnswer plain = demo.ask("POST", "/api/jobs/create-and-call", body);
    QCOMPARE(plain.detail(), u"LLM call failed: 500: Failed to call provider API: 'role'"_s);
    const WireAnswer stream = demo.ask("POST", "/api/jobs/create-and-call-stream", body);
    QCOMPARE(stream.events(), QList{R"({"error": "500: Failed to call provider API: 'role'"})"_ba});
    QCOMPARE(demo.lastStatus(), u"FAILED"_s);
}

void tst_DemoFailures::retries()
{
    DemoScenario scenario;
    const auto wait = [&scenario](const QString &alias) {
        return askProvider(*findModel(alias), {}, 0, scenario).retryMs;
    };
    QCOMPARE(wait(u"fault-rate-limit"_s), 0); // tests do not wait
    scenario.providerDelayMs = 1;
    QCOMPARE(wait(u"fault-rate-limit"_s), 7000);
    QCOMPARE(wait(u"fault-context"_s), 3100);
    QCOMPARE(wait(u"fault-auth"_s), 0);
    QCOMPARE(wait(u"gpt-4o"_s), 0);
}

void tst_DemoFailures::errorEventIsAscii()
{
    DemoFixture demo;
    Fault fault;
    fault.pathPattern = u"/api/jobs/create-and-call-stream"_s;
    fault.errorInStream = true;
    fault.errorText = u"caf\u00e9 \"\U0001f4b8\"\n"_s;
    demo.gateway().addFault(fault);
    const WireAnswer answer = demo.stream("gpt-4o");
    QCOMPARE(answer.events().constLast(), R"({"error": "caf\u00e9 \"\ud83d\udcb8\"\n"})"_ba);
}

QTEST_GUILESS_MAIN(tst_DemoFailures)
#include "tst_demo_failures.moc"
