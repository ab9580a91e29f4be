// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoFixture.h"

#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QByteArray &data)
{
    return QJsonDocument::fromJson(data).object();
}

/// The text of one event, in any dialect.
QString textOf(const QByteArray &data)
{
    const QJsonObject event = parsed(data);
    if (event.contains(u"choices"_s))
        return event.value(u"choices")[0][u"delta"][u"content"].toString();
    if (event.contains(u"candidates"_s))
        return event.value(u"candidates")[0][u"content"][u"parts"][0][u"text"].toString();
    return event.value(u"delta")[u"text"].toString();
}

QString textOf(const WireAnswer &answer)
{
    QString text;
    for (const QByteArray &event : answer.events())
        text += textOf(event);
    return text;
}

} // namespace

class TestDemoStream : public QObject
{
    Q_OBJECT

private slots:
    void bytes();
    void dialects_data();
    void dialects();
    void sameTextAsPlain();
    void maxTokensCutShort();
    void disconnectBeforeFirstEvent();
    void disconnectAfterFirstEvent();
    void disconnectAfterDone();
    void plainCallSurvivesDisconnect();
    void failingModels_data();
    void failingModels();
    void plainFailures_data();
    void plainFailures();
    void brokenModels();
    void burstComesAfterSilence();
    void burstOf200k();
};

void TestDemoStream::bytes()
{
    DemoFixture demo;
    const WireAnswer answer = demo.stream("gpt-4o-mini");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.complete);
    QCOMPARE(answer.header("content-type"), "text/event-stream; charset=utf-8"_ba);
    QCOMPARE(answer.header("cache-control"), "no-cache"_ba);
    QCOMPARE(answer.header("x-accel-buffering"), "no"_ba);
    QCOMPARE(answer.header("transfer-encoding"), "chunked"_ba);
    QCOMPARE(answer.chunks.constFirst(), ": keepalive\n\n"_ba);
    QCOMPARE(answer.body.count(": keepalive"), 1);
    QCOMPARE(answer.chunks.constLast(), "data: [DONE]\n\n"_ba);
    for (qsizetype i = 1; i < answer.chunks.size(); ++i)
        QVERIFY(answer.chunks.at(i).startsWith("data: ") && answer.chunks.at(i).endsWith("\n\n"));
    const QJsonObject job = demo.lastJob();
    QVERIFY2(!answer.body.contains(job.value(u"job_id").toString().toUtf8()),
             "the job id is nowhere in a stream");
    QCOMPARE(job.value(u"status").toString(), u"COMPLETED"_s);
    QVERIFY(job.value(u"credit_applied").toBool());
    QCOMPARE(job.value(u"model_groups_used").toArray(), QJsonArray{u"gpt-4o-mini"_s});
}

void TestDemoStream::dialects_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("done");
    QTest::addColumn<bool>("usage");
    QTest::newRow("openai") << QByteArray("gpt-4o-mini") << true << true;
    QTest::newRow("openai without usage") << QByteArray("gpt-4o") << true << false;
    QTest::newRow("fireworks") << QByteArray("llama-3.1-70b") << true << true;
    QTest::newRow("anthropic") << QByteArray("claude-3-5-haiku") << false << true;
    QTest::newRow("gemini") << QByteArray("gemini-1.5-flash") << false << true;
}

void TestDemoStream::dialects()
{
    QFETCH(const QByteArray, model);
    QFETCH(const bool, done);
    QFETCH(const bool, usage);
    DemoFixture demo;
    const WireAnswer answer = demo.stream(model);
    QVERIFY(answer.complete);
    QList<QByteArray> events = answer.events();
    QCOMPARE(events.contains("[DONE]"_ba), done);
    events.removeAll("[DONE]");
    for (const QByteArray &event : std::as_const(events))
        QVERIFY2(!parsed(event).isEmpty(), event.constData());
    QVERIFY(textOf(answer).size() > 100);
    const QByteArray all = events.join();
    QCOMPARE(all.contains("\"usage\"") || all.contains("usageMetadata"), usage);
    if (model.startsWith("claude")) {
        QCOMPARE(parsed(events.constFirst()).value(u"type").toString(), u"message_start"_s);
        QCOMPARE(parsed(events.constLast()).value(u"type").toString(), u"message_stop"_s);
        QVERIFY(all.contains(R"("stop_reason":"end_turn")"));
    } else if (model.startsWith("gemini")) {
        QVERIFY(all.contains(R"("finishReason":"STOP")"));
    } else {
        QVERIFY(all.contains(R"("finish_reason":"stop")"));
        QCOMPARE(all.contains(R"("choices":[])"), usage);
    }
    // The server reads only OpenAI's usage; for the others it books no tokens.
    const QByteArray id = demo.lastJob().value(u"job_id").toString().toUtf8();
    const QJsonObject costs = demo.ask("GET", "/api/jobs/" + id + "/costs").object();
    const double cost = costs.value(u"costs")[u"breakdown"][0][u"cost_usd"].toDouble();
    QCOMPARE(cost > 0.0, done && usage);
}

void TestDemoStream::sameTextAsPlain()
{
    DemoFixture demo;
    const QString plain =
        demo.call("markdown-writer").object().value(u"response")[u"content"].toString();
    QVERIFY(plain.toUtf8().size() > 6000 && plain.toUtf8().size() < 10000);
    QCOMPARE(textOf(demo.stream("markdown-writer")), plain);
}

void TestDemoStream::maxTokensCutShort()
{
    DemoFixture demo;
    QByteArray body = demo.callBody("claude-3-5-haiku");
    body.replace("\"model\"", "\"max_tokens\":10,\"model\"");
    const WireAnswer answer = demo.ask("POST", "/api/jobs/create-and-call-stream", body);
    QVERIFY(textOf(answer).size() <= 40);
    QVERIFY(answer.body.contains(R"("stop_reason":"max_tokens")"));
}

void TestDemoStream::disconnectBeforeFirstEvent()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.providerDelayMs = 60000;
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send(demo.request("POST", "/api/jobs/create-and-call-stream", demo.callBody("gpt-4o")));
    QVERIFY(client.readUntil(": keepalive\n\n"));
    client.close();
    QTRY_VERIFY(demo.gateway().requests().constFirst().clientLeftEarly);
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);
    QCOMPARE(demo.gateway().creditsRemaining(), 1000);
}

void TestDemoStream::disconnectAfterFirstEvent()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.textPaceMs = 60000;
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send(demo.request("POST", "/api/jobs/create-and-call-stream", demo.callBody("gpt-4o")));
    QVERIFY(client.readUntil("data: "));
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);
    client.close();
    QTRY_COMPARE(demo.lastStatus(), u"COMPLETED"_s);
    QCOMPARE(demo.gateway().creditsRemaining(), 999);
}

void TestDemoStream::disconnectAfterDone()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.bookingDelayMs = 60000;
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send(demo.request("POST", "/api/jobs/create-and-call-stream", demo.callBody("gpt-4o")));
    QVERIFY(client.readUntil("data: [DONE]\n\n"));
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s); // booked only after [DONE]
    client.close();
    QTRY_COMPARE(demo.lastStatus(), u"COMPLETED"_s);
    QCOMPARE(demo.gateway().creditsRemaining(), 999);
}

void TestDemoStream::plainCallSurvivesDisconnect()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.providerDelayMs = 50;
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send(demo.request("POST", "/api/jobs/create-and-call", demo.callBody("gpt-4o")));
    QTRY_COMPARE(demo.gateway().requests().size(), 1);
    client.close();
    QTRY_COMPARE(demo.lastStatus(), u"COMPLETED"_s);
    QCOMPARE(demo.gateway().creditsRemaining(), 999);
}

void TestDemoStream::failingModels_data()
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
    row("fault-overloaded", u"Server error '529 ' for url 'https://api.anthropic.com/"_s);
    row("fault-gemini-key-leak", u"key=AIzaSy"_s);
    row("fault-no-credentials", u"500: No provider credentials configured for fireworks."_s);
    row("fault-error-in-stream", u"can only concatenate str (not \"NoneType\") to str"_s, true);
    row("fault-null-content", u"can only concatenate str"_s);
}

void TestDemoStream::failingModels()
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

void TestDemoStream::plainFailures_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QString>("start");
    const auto row = [](const QByteArray &model, const QString &start) {
        QTest::newRow(model.constData()) << model << u"LLM call failed: 500: "_s + start;
    };
    const QString routed = u"Failed to call provider API: "_s;
    row("fault-rate-limit",
        routed + u"OpenAI rate limit: Error code: 429 - {'error': {'message': '"_s);
    row("fault-auth", routed + u"OpenAI authentication failed: Error code: 401 - {"_s);
    row("fault-context", routed + u"OpenAI error: Error code: 400 - {"_s);
    row("fault-quota",
        routed + u"OpenAI rate limit: Error code: 429 - {'error': {'message': 'You"_s);
    row("fault-overloaded", routed + u"Anthropic error: Error code: 529"_s);
    row("fault-gemini-key-leak",
        routed + u"Gemini error: Client error '429 Too Many Requests' for url "
                 u"'https://generativelanguage.googleapis.com/v1beta/models/gemini-1.5-flash:"
                 u"generateContent?key=AIza"_s);
    row("fault-no-credentials", u"No provider credentials configured for fireworks."_s);
}

void TestDemoStream::plainFailures()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QString, start);
    DemoFixture demo;
    const WireAnswer answer = demo.call(model);
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.header("content-type"), "application/json"_ba);
    QVERIFY2(answer.detail().startsWith(start), qPrintable(answer.detail()));
    QCOMPARE(demo.lastStatus(), u"FAILED"_s);
    QCOMPARE(demo.gateway().creditsRemaining(), 1000);
}

void TestDemoStream::brokenModels()
{
    DemoFixture demo;
    const WireAnswer cut = demo.stream("fault-cut");
    QVERIFY(!cut.complete);
    QVERIFY(textOf(cut).size() > 50);
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);

    QCOMPARE(demo.stream("fault-drop").status, 0);
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

void TestDemoStream::burstComesAfterSilence()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.burstReplies = true;
    scenario.textPaceMs = 60000; // has no say in a burst
    DemoFixture demo(scenario);
    const WireAnswer answer = demo.stream("claude-3-5-haiku");
    QVERIFY(answer.complete);
    QVERIFY(textOf(answer).size() > 100);
}

void TestDemoStream::burstOf200k()
{
    DemoFixture demo;
    QCOMPARE(textOf(demo.stream("burst-200k")).size(), 200000);
}

QTEST_GUILESS_MAIN(TestDemoStream)
#include "tst_demo_stream.moc"
