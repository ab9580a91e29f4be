// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/ChatStream.h"
#include "core/server/ChatRequest.h"

#include "LiteLlmFixture.h"

#include <QJsonDocument>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray Calls = "/v1/chat/completions";

const OpenCall Call1{.callKey = u"KEY"_s, .conversation = {u"talk"_s}, .turn = {u"turn"_s}};

ChatRequest question()
{
    return {.model = {u"u-ok"_s},
            .messages = {{.role = u"user"_s, .content = u"hi"_s}},
            .purpose = u"of SaaS only"_s};
}

QByteArray errorBody(const QByteArray &code, const QByteArray &type = "\"internal_server_error\"")
{
    return R"({"error":{"message":"litellm.X: why","type":)" + type + R"(,"param":null,"code":")" +
           code + "\"}}";
}

QByteArray streamed(const QByteArray &headers = {})
{
    return RawServer::reply(200, payload(u"stream.txt"_s), headers,
                            "text/event-stream; charset=utf-8");
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    const qsizetype at = request.toLower().indexOf("\r\n" + name + ": ");
    if (at < 0)
        return {};
    const qsizetype from = at + name.size() + 4;
    return request.mid(from, request.indexOf("\r\n", from) - from);
}

QJsonObject bodyOf(const QByteArray &request)
{
    return QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
}

/// A question that is asked, and its end.
struct Question
{
    Question(LiteLlmLine &line, Delivery delivery = Delivery::Streamed)
    {
        CallPlan plan = line.server.plan(question(), {.call = Call1, .delivery = delivery});
        plan.request.body = plan.body();
        stream = line.server.ask(plan, nullptr);
        QObject::connect(stream, &ChatStream::textReceived, &context,
                         [this](const QString &part) { text += part; });
        QObject::connect(stream, &ChatStream::finished, &context,
                         [this](const Expected<StreamedReply, Error> &end) { result = end; });
        stream->start();
    }
    ~Question() { delete stream; }

    QObject context;
    QPointer<ChatStream> stream;
    QString text;
    std::optional<Expected<StreamedReply, Error>> result;
};

} // namespace

class tst_LiteLlmCalls : public QObject
{
    Q_OBJECT

private slots:
    void asksWithoutTheKeyWhetherItLives();
    void asksAsPlanned_data();
    void asksAsPlanned();
    void limitsSilenceAndNotLife();
    void tellsTheProxyNoLimitWithoutOne();
    void givesEachAttemptAnIdOfItsOwn();
    void tellsWhatAStreamCost();
    void namesTheModelThatAnswered();
    void tellsWhatAWholeReplyCost_data();
    void tellsWhatAWholeReplyCost();
    void writesCallsOfTools();
    void knowsItsOwnRefusals_data();
    void knowsItsOwnRefusals();
    void checksTheKey();
};

void tst_LiteLlmCalls::asksWithoutTheKeyWhetherItLives()
{
    LiteLlmLine line;
    const HttpRequest probe = line.server.probe();
    QCOMPARE(probe.url.path(), u"/health/liveliness"_s);
    for (const auto &[name, value] : probe.headers)
        QVERIFY(name != "Authorization");
    QVERIFY(!probe.provesKey);
    QVERIFY(line.server.isAlive(200, "\"I'm alive!\""));
    QVERIFY(line.server.isAlive(401, {}));
    QVERIFY(!line.server.isAlive(200, "<html>log in</html>"));
    QVERIFY(!line.server.isAlive(503, {}));
}

void tst_LiteLlmCalls::asksAsPlanned_data()
{
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("streamed") << Delivery::Streamed;
    QTest::newRow("whole") << Delivery::Whole;
}

void tst_LiteLlmCalls::asksAsPlanned()
{
    QFETCH(Delivery, delivery);
    const bool isStreamed = delivery == Delivery::Streamed;
    LiteLlmLine line;
    const Question question(line, delivery);
    QTRY_COMPARE(line.raw.requests().size(), 1);
    const QByteArray request = line.raw.requests().constFirst();
    QVERIFY(request.startsWith("POST /v1/chat/completions HTTP"));
    QCOMPARE(headerOf(request, "authorization"), "Bearer " + LiteLlmLine::Key.toUtf8());
    QCOMPARE(headerOf(request, "x-litellm-call-id"), "KEY-1");
    QCOMPARE(headerOf(request, "x-litellm-timeout"), "600");
    QCOMPARE(headerOf(request, "x-litellm-include-cost-in-streaming-usage"),
             isStreamed ? "true" : "");
    const QJsonObject body = bodyOf(request);
    QCOMPARE(body["model"_L1].toString(), u"u-ok"_s);
    QCOMPARE(body["messages"_L1].toArray().size(), 1);
    QCOMPARE(body["num_retries"_L1], QJsonValue(0));
    QCOMPARE(body["litellm_session_id"_L1].toString(), u"talk"_s);
    QCOMPARE(body["metadata"_L1]["spend_logs_metadata"_L1]["litedeck_turn"_L1].toString(),
             u"turn"_s);
    QVERIFY(!body.contains("purpose"_L1));
    QCOMPARE(body.contains("stream"_L1), isStreamed);
    QCOMPARE(body["stream_options"_L1]["include_usage"_L1].toBool(), isStreamed);
}

void tst_LiteLlmCalls::limitsSilenceAndNotLife()
{
    LiteLlmLine line;
    const TimeLimits call = line.server.plan(question(), {}).request.limits;
    QCOMPARE(call.firstByte, 605s);
    QCOMPARE(call.idle, 605s);
    QCOMPARE(call.total, 0s);
    QCOMPARE(line.server.probe().limits, TimeLimits());
}

void tst_LiteLlmCalls::tellsTheProxyNoLimitWithoutOne()
{
    LiteLlmLine line;
    line.patience().wholeReply = 0s;
    const HttpRequest request = line.server.plan(question(), {}).request;
    QCOMPARE(request.limits.firstByte, 0s);
    for (const auto &[name, value] : request.headers)
        QVERIFY(name != "x-litellm-timeout");
}

void tst_LiteLlmCalls::givesEachAttemptAnIdOfItsOwn()
{
    LiteLlmLine line;
    line.on(Calls, {RawServer::reply(500, errorBody("500")),
                    RawServer::reply(500, errorBody("500")), streamed()});
    const Question question(line);
    for (int attempts = 1; attempts < 3; ++attempts) {
        QTRY_COMPARE(line.raw.requests().size(), attempts);
        QTRY_VERIFY(line.clock.untilNextTimer() > 0ms && line.clock.untilNextTimer() < 10s);
        line.clock.advance(line.clock.untilNextTimer());
    }
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());
    QByteArrayList ids;
    for (const QByteArray &request : line.raw.requests())
        ids += headerOf(request, "x-litellm-call-id");
    QCOMPARE(ids, (QByteArrayList{"KEY-1", "KEY-2", "KEY-3"}));
}

void tst_LiteLlmCalls::tellsWhatAStreamCost()
{
    LiteLlmLine line;
    // What the head tells of parts is 0 for every stream.
    line.on(Calls, {streamed("x-litellm-response-cost-original: 0.0\r\n")});
    const Question question(line);
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());
    QCOMPARE(question.text.trimmed(),
             u"The quick brown fox jumps over the lazy dog and runs away."_s);
    QCOMPARE((*question.result)->usage, (ReplyUsage{100, 50, Usd{1'050'000}}));
    QCOMPARE((*question.result)->finishReason, u"stop"_s);
}

void tst_LiteLlmCalls::namesTheModelThatAnswered()
{
    LiteLlmLine line;
    line.on(Calls,
            {streamed("x-litellm-model-group: u-ok\r\nx-litellm-attempted-fallbacks: 0\r\n"),
             streamed("x-litellm-model-group: u-spare\r\nx-litellm-attempted-fallbacks: 1\r\n")});
    const Question itself(line);
    QTRY_VERIFY(itself.result);
    QCOMPARE((*itself.result)->answeredBy.value, QString());
    const Question fallback(line);
    QTRY_VERIFY(fallback.result);
    QCOMPARE((*fallback.result)->answeredBy.value, u"u-spare"_s);
}

void tst_LiteLlmCalls::tellsWhatAWholeReplyCost_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<std::optional<Usd>>("cost");
    QTest::newRow("told") << "x-litellm-response-cost: 0.0010500000000000002\r\n"_ba
                          << std::optional(Usd{1'050'000});
    QTest::newRow("no price") << "x-litellm-response-cost-original: 0.0\r\n"_ba
                              << std::optional<Usd>();
    QTest::newRow("from the store") << "x-litellm-cache-key: 9f\r\n"_ba << std::optional(Usd());
}

void tst_LiteLlmCalls::tellsWhatAWholeReplyCost()
{
    QFETCH(QByteArray, headers);
    QFETCH(std::optional<Usd>, cost);
    LiteLlmLine line;
    line.on(
        Calls, 200,
        R"({"id":"c","model":"u-ok","object":"chat.completion","choices":[{"finish_reason":"stop",
                "index":0,"message":{"content":"The fox.","role":"assistant"}}],
                "usage":{"completion_tokens":50,"prompt_tokens":100,"total_tokens":150}})",
        headers);
    const Question question(line, Delivery::Whole);
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());
    QCOMPARE(question.text, u"The fox."_s);
    QCOMPARE((*question.result)->usage, (ReplyUsage{100, 50, cost}));
}

void tst_LiteLlmCalls::writesCallsOfTools()
{
    LiteLlmLine line;
    const auto read = line.server.plan(question(), {.delivery = Delivery::Whole}).readWhole;
    const auto reply = read(
        R"({"choices":[{"finish_reason":"tool_calls","message":{"content":null,"tool_calls":[
            {"id":"c","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]}}]})");
    QVERIFY(reply);
    QVERIFY(reply->content.contains("\"tool_call\": \"f\""_L1));
    QVERIFY(!read(R"({"choices":[]})"));
    QVERIFY(!read("<html>"));
}

void tst_LiteLlmCalls::knowsItsOwnRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("provider broke") << 500 << errorBody("500") << Outcome::Rejected;
    QTest::newRow("provider's 503") << 503 << errorBody("503") << Outcome::Rejected;
    QTest::newRow("rate limit") << 429 << errorBody("429") << Outcome::Rejected;
    QTest::newRow("no type, as 1.81") << 500 << errorBody("500", "\"None\"") << Outcome::Rejected;
    QTest::newRow("budget") << 422 << errorBody("422") << Outcome::Rejected;
    QTest::newRow("guardrail")
        << 500
        << R"({"error":{"message":"m","type":"t","param":"None","code":"500","provider_specific_fields":{}}})"_ba
        << Outcome::Rejected;
    // The prompt is charged, so it is looked up what became of it.
    QTest::newRow("timeout of the provider") << 408 << errorBody("408") << Outcome::Ambiguous;
    QTest::newRow("page of a proxy in front")
        << 502 << "<html>502 Bad Gateway</html>"_ba << Outcome::Ambiguous;
    QTest::newRow("nothing") << 504 << QByteArray() << Outcome::Ambiguous;
    QTest::newRow("SaaS LiteLLM's word") << 500 << R"({"detail":"why"})"_ba << Outcome::Ambiguous;
    QTest::newRow("another's error")
        << 503 << R"({"error":{"message":"upstream unavailable","code":503}})"_ba
        << Outcome::Ambiguous;
    QTest::newRow("more than the error")
        << 500 << R"({"error":{"message":"m","type":"t","param":null,"code":"500"},"id":1})"_ba
        << Outcome::Ambiguous;
}

void tst_LiteLlmCalls::knowsItsOwnRefusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    LiteLlmLine line;
    const HttpRequest request = line.server.plan(question(), {}).request;
    const HttpResult result{.status = status, .body = body};
    QTEST(judgeOutcome(request, result, true), "outcome");
}

void tst_LiteLlmCalls::checksTheKey()
{
    LiteLlmLine line;
    line.on("/v1/models", 200, payload(u"models.json"_s));
    QVERIFY(answerOf(line.server.checkKey()));
    QVERIFY(headerOf(line.raw.requests().constFirst(), "authorization").startsWith("Bearer "));
    line.on("/v1/models", 401, errorBody("401", "\"auth_error\""));
    const auto refused = answerOf(line.server.checkKey());
    QVERIFY(!refused);
    QCOMPARE(refused.error().httpStatus, 401);
}

QTEST_GUILESS_MAIN(tst_LiteLlmCalls)
#include "tst_litellm_calls.moc"
