// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventText.h"
#include "ProxyFixture.h"

#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

/// Calls of models through the plain proxy, and what is booked of them.
class tst_DemoLitellmCalls : public QObject
{
    Q_OBJECT

private slots:
    void answersWhole();
    void streams();
    void reasonsAndCallsTools();
    void tellsWhoAnsweredInstead();
    void takesNothingFromItsStore();
    void keepsWhatTheClientSent();
    void makesAnIdForOneThatIsTooLong();
    void runsTwiceUnderOneId();
    void failsBeforeTheText_data();
    void failsBeforeTheText();
    void tellsWhichGuardrailRefused();
    void failsWithinTheText();
    void endsEarlyWithoutAWord();
    void booksAStreamThatWasDropped();
    void booksAWholeCallThatWasDropped();
    void booksAfterTheEndOnly();
    void givesUpAtTheLimit();
    void booksNothingOfADroppedStreamWhenOld();
    void tellsNoCostOfStreamsWhenOld();
};

void tst_DemoLitellmCalls::answersWhole()
{
    ProxyFixture proxy;
    const double before = proxy.spendOfKey();
    const WireAnswer answer = proxy.whole("gpt-4o", "abc-1");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-litellm-call-id"), "abc-1");
    QCOMPARE(answer.header("x-litellm-version"), "1.108.7");
    const double cost = answer.header("x-litellm-response-cost").toDouble();
    QVERIFY(cost > 0);
    const QJsonObject reply = answer.object();
    QCOMPARE(reply[u"model"_s].toString(), u"gpt-4o"_s);
    QVERIFY(!reply[u"choices"_s][0][u"message"][u"content"].toString().isEmpty());
    QCOMPARE(reply[u"choices"_s][0][u"finish_reason"].toString(), u"stop"_s);
    const QJsonObject row = proxy.rowOf("abc-1");
    QCOMPARE(row[u"request_id"_s], reply[u"id"_s]);
    QCOMPARE(row[u"litellm_call_id"_s].toString(), u"abc-1"_s);
    QCOMPARE(row[u"status"_s].toString(), u"success"_s);
    QCOMPARE(row[u"spend"_s].toDouble(), cost);
    QCOMPARE(row[u"total_tokens"_s], reply[u"usage"_s][u"total_tokens"]);
    QCOMPARE(proxy.spendOfKey(), before + cost);
    // One without a price costs nothing that anybody knows of.
    const WireAnswer unpriced = proxy.whole("local-mistral");
    QCOMPARE(unpriced.status, 200);
    QVERIFY(unpriced.header("x-litellm-response-cost").isEmpty());
}

void tst_DemoLitellmCalls::streams()
{
    ProxyFixture proxy;
    const WireAnswer answer = proxy.stream("claude-3-5-haiku", "abc-2");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.complete);
    QVERIFY(answer.header("content-type").startsWith("text/event-stream"));
    QCOMPARE(answer.header("x-litellm-call-id"), "abc-2");
    QVERIFY(answer.header("x-litellm-response-cost").isEmpty());
    const QList<QByteArray> events = answer.events();
    QCOMPARE(events.constLast(), "[DONE]");
    QVERIFY(!textOf(answer).isEmpty());
    const QJsonObject usage = parsed(events.at(events.size() - 2))[u"usage"_s].toObject();
    QVERIFY(usage[u"cost"_s].toDouble() > 0);
    QCOMPARE(proxy.rowOf("abc-2")[u"spend"_s], usage[u"cost"_s]);
    const WireAnswer unpriced = proxy.stream("local-mistral");
    QVERIFY(
        !parsed(unpriced.events().at(unpriced.events().size() - 2))[u"usage"_s].toObject().contains(
            u"cost"_s));
}

void tst_DemoLitellmCalls::reasonsAndCallsTools()
{
    ProxyFixture proxy;
    QString thoughts;
    for (const QByteArray &event : proxy.stream("deep-thinker").events())
        thoughts += parsed(event)[u"choices"_s][0][u"delta"][u"reasoning_content"].toString();
    const QJsonValue whole = proxy.whole("deep-thinker").object()[u"choices"_s][0][u"message"];
    QVERIFY(!thoughts.isEmpty());
    QCOMPARE(whole[u"reasoning_content"].toString(), thoughts);

    QString name;
    QString arguments;
    QString reason;
    for (const QByteArray &event : proxy.stream("weather-tool").events()) {
        const QJsonValue choice = parsed(event)[u"choices"_s][0];
        name += choice[u"delta"][u"tool_calls"][0][u"function"][u"name"].toString();
        arguments += choice[u"delta"][u"tool_calls"][0][u"function"][u"arguments"].toString();
        reason += choice[u"finish_reason"].toString();
    }
    QCOMPARE(name, u"get_weather"_s);
    QCOMPARE(parsed(arguments.toUtf8())[u"city"_s].toString(), u"Bonn"_s);
    QCOMPARE(reason, u"tool_calls"_s);
    const QJsonValue choice = proxy.whole("weather-tool").object()[u"choices"_s][0];
    QVERIFY(choice[u"message"][u"content"].isNull());
    QCOMPARE(choice[u"message"][u"tool_calls"][0][u"function"][u"name"].toString(), name);
}

void tst_DemoLitellmCalls::tellsWhoAnsweredInstead()
{
    ProxyFixture proxy;
    const WireAnswer answer = proxy.whole("busy-gpt");
    QCOMPARE(answer.header("x-litellm-model-group"), "gpt-4o-mini");
    QCOMPARE(answer.header("x-litellm-attempted-fallbacks"), "1");
    const QJsonObject row = proxy.rowOf("call-1");
    QCOMPARE(row[u"model_group"_s].toString(), u"gpt-4o-mini"_s);
    QCOMPARE(row[u"metadata"_s][u"original_model_group"].toString(), u"busy-gpt"_s);
    QCOMPARE(row[u"metadata"_s][u"attempted_fallbacks"].toInt(), 1);
}

void tst_DemoLitellmCalls::takesNothingFromItsStore()
{
    ProxyFixture proxy;
    const double before = proxy.spendOfKey();
    const WireAnswer answer = proxy.stream("cached-faq");
    QVERIFY(!answer.header("x-litellm-cache-key").isEmpty());
    // It still tells what the first one cost.
    QVERIFY(parsed(answer.events().at(answer.events().size() - 2))[u"usage"_s][u"cost"].toDouble() >
            0);
    QVERIFY(proxy.whole("cached-faq", "b").header("x-litellm-response-cost").isEmpty());
    QCOMPARE(proxy.rowOf("call-1")[u"cache_hit"_s].toString(), u"True"_s);
    QCOMPARE(proxy.rowOf("call-1")[u"spend"_s].toDouble(), 0.0);
    QCOMPARE(proxy.spendOfKey(), before);
}

void tst_DemoLitellmCalls::keepsWhatTheClientSent()
{
    ProxyFixture proxy;
    proxy.ask("POST", "/chat/completions",
              R"({"model":"gpt-4o","messages":[],"litellm_session_id":"talk","user":"end",)"
              R"("metadata":{"tags":["a"],"spend_logs_metadata":{"turn":"7"}}})",
              ProxyFixture::header("abc-3") + "x-litellm-tags: b,c\r\n");
    const QJsonObject row = proxy.rowOf("abc-3");
    QCOMPARE(row[u"session_id"_s].toString(), u"talk"_s);
    QCOMPARE(row[u"end_user"_s].toString(), u"end"_s);
    QCOMPARE(row[u"request_tags"_s].toArray(),
             QJsonArray({u"b"_s, u"c"_s, u"a"_s, u"User-Agent: Litedeck"_s}));
    QCOMPARE(row[u"metadata"_s][u"spend_logs_metadata"][u"turn"].toString(), u"7"_s);
    const QJsonObject session = proxy.get("/spend/logs/session/ui?session_id=talk").object();
    QCOMPARE(session[u"total"_s].toInt(), 1);
}

void tst_DemoLitellmCalls::makesAnIdForOneThatIsTooLong()
{
    ProxyFixture proxy;
    const WireAnswer answer = proxy.whole("gpt-4o", QByteArray(257, 'x'));
    QCOMPARE(answer.header("x-litellm-call-id").size(), 36);
}

void tst_DemoLitellmCalls::runsTwiceUnderOneId()
{
    ProxyFixture proxy;
    proxy.whole("gpt-4o");
    proxy.whole("gpt-4o");
    QCOMPARE(proxy.rowsOf("call-1").size(), 2);
    // Of failures the id of the call is the key of the table.
    proxy.whole("fault-500", "bad");
    proxy.whole("fault-500", "bad");
    QCOMPARE(proxy.rowsOf("bad").size(), 1);
}

void tst_DemoLitellmCalls::failsBeforeTheText_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("charges");
    const auto row = [](const char *model, int status, const QString &type, const QString &text,
                        bool charges = false) {
        QTest::newRow(model) << QByteArray(model) << status << type << text << charges;
    };
    const QString invalid = u"invalid_request_error"_s;
    const QString internal = u"internal_server_error"_s;
    const QString throttled = u"throttling_error"_s;
    row("fault-rate-limit", 429, throttled, u"OpenAIException - Rate limit reached for gpt-4o"_s);
    row("fault-auth", 401, u"authentication_error"_s, u"Incorrect API key provided"_s);
    row("fault-quota", 429, throttled, u"You exceeded your current quota"_s);
    row("fault-context", 400, invalid, u"litellm.ContextWindowExceededError"_s);
    row("fault-bad-request", 400, invalid, u"Unsupported value: 'temperature'"_s);
    row("fault-not-found", 404, invalid, u"The model `gpt-4o-max` does not exist"_s);
    row("fault-500", 500, internal, u"The server had an error"_s);
    row("fault-503", 503, internal, u"litellm.ServiceUnavailableError"_s);
    row("fault-bad-gateway", 502, internal, u"Error code: 502"_s);
    row("fault-connection", 500, internal, u"Connection error."_s);
    row("fault-timeout", 408, invalid, u"litellm.Timeout"_s, true);
    row("fault-overloaded", 500, internal, u"overloaded_error"_s);
    row("fault-gemini-quota", 429, throttled, u"RESOURCE_EXHAUSTED"_s);
    row("fault-guardrail", 400, invalid, u"Violated guardrail policy"_s);
    row("nosuch", 400, invalid, u"Invalid model name passed in model=nosuch"_s);
    row("o1-preview", 403, u"key_model_access_denied"_s, u"The requested model 'o1-preview'"_s);
}

void tst_DemoLitellmCalls::failsBeforeTheText()
{
    QFETCH(const QByteArray, model);
    QFETCH(const int, status);
    QFETCH(const QString, type);
    QFETCH(const QString, text);
    QFETCH(const bool, charges);
    ProxyFixture proxy;
    for (const bool streamed : {false, true}) {
        const QByteArray id = streamed ? "streamed" : "whole";
        const WireAnswer answer = streamed ? proxy.stream(model, id) : proxy.whole(model, id);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.object()[u"error"_s][u"type"].toString(), type);
        QCOMPARE(answer.object()[u"error"_s][u"code"].toString(), QString::number(status));
        QVERIFY2(messageOf(answer).contains(text), qPrintable(messageOf(answer)));
        QVERIFY(!messageOf(answer).contains(u'{' + u"model"_s + u'}'));
        QCOMPARE(answer.header("x-litellm-call-id"), model == "o1-preview" ? QByteArray() : id);
        QVERIFY(answer.header("retry-after").isEmpty());
        const QJsonObject row = proxy.rowOf(id);
        QCOMPARE(row[u"status"_s].toString(), u"failure"_s);
        QCOMPARE(row[u"request_id"_s].toString(), QString::fromLatin1(id));
        QCOMPARE(row[u"spend"_s].toDouble() > 0, charges);
        QCOMPARE(row[u"metadata"_s][u"error_information"][u"error_code"].toString(),
                 QString::number(status));
    }
}

void tst_DemoLitellmCalls::tellsWhichGuardrailRefused()
{
    ProxyFixture proxy;
    const WireAnswer answer = proxy.whole("fault-guardrail");
    QCOMPARE(answer.header("x-litellm-applied-guardrails"), "no-secrets");
    QCOMPARE(proxy.rowOf("call-1")[u"metadata"_s][u"applied_guardrails"][0].toString(),
             u"no-secrets"_s);
}

void tst_DemoLitellmCalls::failsWithinTheText()
{
    ProxyFixture proxy;
    const WireAnswer answer = proxy.stream("fault-rate-limit-in-stream");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.complete);
    QVERIFY(!textOf(answer).isEmpty());
    const QJsonObject last = parsed(answer.events().constLast());
    QCOMPARE(last[u"error"_s][u"code"].toString(), u"429"_s);
    const QJsonObject row = proxy.rowOf("call-1");
    QCOMPARE(row[u"status"_s].toString(), u"failure"_s);
    QVERIFY(row[u"spend"_s].toDouble() > 0);
}

void tst_DemoLitellmCalls::endsEarlyWithoutAWord()
{
    ProxyFixture proxy;
    const WireAnswer answer = proxy.stream("fault-cut-clean");
    QCOMPARE(answer.events().constLast(), "[DONE]");
    QCOMPARE(proxy.rowOf("call-1")[u"status"_s].toString(), u"success"_s);
}

void tst_DemoLitellmCalls::booksAStreamThatWasDropped()
{
    DemoScenario scenario = ProxyFixture::small();
    scenario.textPaceMs = 5;
    ProxyFixture proxy(scenario);
    WireClient client(proxy.gateway().baseUrl());
    client.send(proxy.request("POST", "/v1/chat/completions",
                              ProxyFixture::body("markdown-writer", true),
                              ProxyFixture::header("gone")));
    QVERIFY(client.readUntil("\"content\":\""));
    QVERIFY(proxy.rowsOf("gone").isEmpty());
    client.close();
    QTRY_COMPARE(proxy.rowsOf("gone").size(), 1);
    const QJsonObject row = proxy.rowOf("gone");
    QCOMPARE(row[u"status"_s].toString(), u"success"_s);
    const QJsonValue error = row[u"metadata"_s][u"error_information"];
    QCOMPARE(error[u"error_code"].toString(), u"499"_s);
    QCOMPARE(error[u"error_class"].toString(), u"ClientDisconnected"_s);
    QVERIFY(row[u"spend"_s].toDouble() > 0);
    QVERIFY(row[u"completion_tokens"_s].toInt() < 1000);
}

void tst_DemoLitellmCalls::booksAWholeCallThatWasDropped()
{
    ProxyFixture proxy;
    const WireAnswer lost = proxy.whole("fault-drop", "gone");
    QCOMPARE(lost.status, 0);
    QTRY_COMPARE(proxy.rowsOf("gone").size(), 1);
    const QJsonObject row = proxy.rowOf("gone");
    QCOMPARE(row[u"status"_s].toString(), u"success"_s);
    QVERIFY(row[u"metadata"_s][u"error_information"].isNull());
    QVERIFY(row[u"completion_tokens"_s].toInt() > 0);
}

void tst_DemoLitellmCalls::booksAfterTheEndOnly()
{
    DemoScenario scenario = ProxyFixture::small();
    scenario.bookingDelayMs = 60'000;
    ProxyFixture proxy(scenario);
    const double before = proxy.spendOfKey();
    QCOMPARE(proxy.whole("gpt-4o").status, 200);
    QVERIFY(proxy.rowsOf("call-1").isEmpty());
    QCOMPARE(proxy.spendOfKey(), before);
}

void tst_DemoLitellmCalls::givesUpAtTheLimit()
{
    ProxyFixture proxy;
    const WireAnswer answer =
        proxy.ask("POST", "/v1/chat/completions", ProxyFixture::body("fault-hang", false),
                  ProxyFixture::header("slow") + "x-litellm-timeout: 1\r\n");
    QCOMPARE(answer.status, 408);
    QVERIFY(proxy.rowOf("slow")[u"spend"_s].toDouble() > 0);
}

void tst_DemoLitellmCalls::booksNothingOfADroppedStreamWhenOld()
{
    DemoScenario scenario = ProxyFixture::small();
    scenario.proxy.isOld = true;
    ProxyFixture proxy(scenario);
    QCOMPARE(proxy.stream("fault-cut", "gone").complete, false);
    QCOMPARE(proxy.whole("gpt-4o", "next").status, 200);
    // A success goes by the provider's id there, so the log is counted.
    QTRY_COMPARE(proxy.gateway().openConnections(), 0);
    int rows = 0;
    proxy.gateway().withProxy([&rows](ProxyStore &store) {
        for (const ProxyRow &row : store.rows())
            rows += row.callId == u"gone"_s ? 1 : row.callId == u"next"_s ? 100 : 0;
    });
    QCOMPARE(rows, 100);
    QVERIFY(proxy.rowsOf("next").isEmpty());
}

void tst_DemoLitellmCalls::tellsNoCostOfStreamsWhenOld()
{
    DemoScenario scenario = ProxyFixture::small();
    scenario.proxy.isOld = true;
    ProxyFixture proxy(scenario);
    const WireAnswer answer = proxy.stream("gpt-4o");
    QCOMPARE(answer.header("x-litellm-version"), "1.81.16");
    const QJsonObject usage =
        parsed(answer.events().at(answer.events().size() - 2))[u"usage"_s].toObject();
    QVERIFY(usage[u"total_tokens"_s].toInt() > 0);
    QVERIFY(!usage.contains(u"cost"_s));
    QVERIFY(proxy.whole("gpt-4o").header("x-litellm-response-cost").toDouble() > 0);
    // It takes what broke for what has ended.
    QCOMPARE(proxy.stream("fault-error-in-stream").events().constLast(), "[DONE]");
    QVERIFY(messageOf(proxy.whole("fault-500"))
                .contains(u"about that!No fallback model group found for original"_s));
}

QTEST_GUILESS_MAIN(tst_DemoLitellmCalls)
#include "tst_demo_litellm_calls.moc"
