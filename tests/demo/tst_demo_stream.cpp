// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoFixture.h"
#include "EventText.h"

#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

class tst_DemoStream : public QObject
{
    Q_OBJECT

private slots:
    void bytes();
    void dialects_data();
    void dialects();
    void sameTextAsPlain();
    void maxTokensCutShort();
    void head();
    void disconnectWhileSilent();
    void disconnectAbandonsJob();
    void disconnectAfterFirstEvent();
    void disconnectAfterDone();
    void plainCallSurvivesDisconnect();
    void disconnectBeforeFailure();
    void burstComesAfterSilence();
    void burstOf200k();
};

void tst_DemoStream::bytes()
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

void tst_DemoStream::dialects_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("done");
    QTest::addColumn<bool>("usage");
    // The server does not ask OpenAI for it.
    QTest::newRow("openai") << QByteArray("gpt-4o-mini") << true << false;
    QTest::newRow("fireworks") << QByteArray("llama-3.1-70b") << true << true;
    QTest::newRow("anthropic") << QByteArray("claude-3-5-haiku") << false << true;
    QTest::newRow("gemini") << QByteArray("gemini-1.5-flash") << false << true;
}

void tst_DemoStream::dialects()
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
    // The server reads usage in OpenAI's form only; for the others it books no tokens.
    const QByteArray id = demo.lastJob().value(u"job_id").toString().toUtf8();
    const QJsonObject costs = demo.ask("GET", "/api/jobs/" + id + "/costs").object();
    const double cost = costs.value(u"costs")[u"breakdown"][0][u"cost_usd"].toDouble();
    QCOMPARE(cost > 0.0, done && usage);
}

void tst_DemoStream::sameTextAsPlain()
{
    DemoFixture demo;
    const QString plain =
        demo.call("markdown-writer").object().value(u"response")[u"content"].toString();
    QVERIFY(plain.toUtf8().size() > 6000 && plain.toUtf8().size() < 10000);
    QCOMPARE(textOf(demo.stream("markdown-writer")), plain);
}

void tst_DemoStream::maxTokensCutShort()
{
    DemoFixture demo;
    QByteArray body = demo.callBody("claude-3-5-haiku");
    body.replace("\"model\"", "\"max_tokens\":10,\"model\"");
    const WireAnswer answer = demo.ask("POST", "/api/jobs/create-and-call-stream", body);
    QVERIFY(textOf(answer).size() <= 40);
    QVERIFY(answer.body.contains(R"("stop_reason":"max_tokens")"));
}

void tst_DemoStream::head()
{
    DemoFixture demo;
    WireClient client(demo.gateway().baseUrl());
    client.send(demo.request("POST", "/api/jobs/create-and-call-stream", demo.callBody("gpt-4o"),
                             "Connection: close\r\n"));
    const QByteArray all = client.readAll();
    QVERIFY(client.isClosed());
    // The very bytes of the server: names, order, and an event for each chunk.
    const qsizetype place = all.indexOf("\r\nserver: uvicorn\r\n");
    QVERIFY(place > 0);
    const QByteArray expected = "\r\nserver: uvicorn\r\ncache-control: no-cache\r\n"
                                "connection: keep-alive\r\nx-accel-buffering: no\r\n"
                                "content-type: text/event-stream; charset=utf-8\r\n"
                                "connection: close\r\ntransfer-encoding: chunked\r\n\r\n"
                                "d\r\n: keepalive\n\n\r\n";
    QCOMPARE(all.mid(place, expected.size()), expected);
    QVERIFY(all.endsWith("\r\ne\r\ndata: [DONE]\n\n\r\n0\r\n\r\n"));
}

void tst_DemoStream::disconnectWhileSilent()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.providerDelayMs = 400;
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send(demo.request("POST", "/api/jobs/create-and-call-stream", demo.callBody("gpt-4o")));
    QVERIFY(client.readUntil(": keepalive\n\n"));
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);
    client.close();
    QTRY_VERIFY(demo.gateway().requests().constFirst().clientLeftEarly);
    QTRY_COMPARE(demo.lastStatus(), u"COMPLETED"_s);
    QVERIFY(demo.lastJob().value(u"credit_applied").toBool());
    QCOMPARE(demo.gateway().creditsRemaining(), 999);
}

void tst_DemoStream::disconnectAbandonsJob()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.providerDelayMs = 100;
    scenario.abandonsOnDisconnect = true;
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send(demo.request("POST", "/api/jobs/create-and-call-stream", demo.callBody("gpt-4o")));
    QVERIFY(client.readUntil(": keepalive\n\n"));
    const QString id = demo.lastJob().value(u"job_id").toString();
    client.close();
    QTRY_VERIFY(demo.gateway().requests().constFirst().clientLeftEarly);
    // A second stream is silent as long, so the first one would have ended before it.
    QVERIFY(demo.stream("gpt-4o").complete);
    QCOMPARE(demo.gateway().job(id).value(u"status").toString(), u"IN_PROGRESS"_s);
    QCOMPARE(demo.gateway().creditsRemaining(), 999);
}

void tst_DemoStream::disconnectBeforeFailure()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.providerDelayMs = 100;
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send(
        demo.request("POST", "/api/jobs/create-and-call-stream", demo.callBody("fault-auth")));
    QVERIFY(client.readUntil(": keepalive\n\n"));
    client.close();
    QTRY_COMPARE(demo.lastStatus(), u"FAILED"_s);
    QVERIFY(demo.lastJob().value(u"error_message").toString().contains(u"401 Unauthorized"_s));
    QCOMPARE(demo.gateway().creditsRemaining(), 1000);
}

void tst_DemoStream::disconnectAfterFirstEvent()
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

void tst_DemoStream::disconnectAfterDone()
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

void tst_DemoStream::plainCallSurvivesDisconnect()
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

void tst_DemoStream::burstComesAfterSilence()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.burstReplies = true;
    scenario.textPaceMs = 60000; // has no say in a burst
    DemoFixture demo(scenario);
    const WireAnswer answer = demo.stream("claude-3-5-haiku");
    QVERIFY(answer.complete);
    QVERIFY(textOf(answer).size() > 100);
}

void tst_DemoStream::burstOf200k()
{
    DemoFixture demo;
    QCOMPARE(textOf(demo.stream("burst-200k")).size(), 200000);
}

QTEST_GUILESS_MAIN(tst_DemoStream)
#include "tst_demo_stream.moc"
