// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/FinishReason.h"
#include "core/gateway/StreamDialect.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

using Kind = StreamDelta::Kind;

class tst_StreamDialect : public QObject
{
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void readsReasons_data();
    void readsReasons();
};

void tst_StreamDialect::decodes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<StreamDelta>("delta");

    const auto row = [](const char *name, const QByteArray &data, const StreamDelta &delta) {
        QTest::newRow(name) << data << delta;
    };
    row("done", "[DONE]", {.isEnd = true});
    row("openai text", R"({"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]})",
        {.text = u"Hi"_s});
    row("openai role only", R"({"choices":[{"delta":{"role":"assistant"}}]})", {});
    row("openai null content", R"({"choices":[{"delta":{"content":null,"tool_calls":[]}}]})", {});
    row("openai tool call",
        R"({"choices":[{"delta":{"tool_calls":[{"index":1,"id":"call_x","type":"function",
            "function":{"name":"get_weather","arguments":""}}]}}]})",
        {.toolCalls = {{.call = 1, .name = u"get_weather"_s}}});
    row("openai tool arguments",
        R"({"choices":[{"delta":{"tool_calls":[{"index":1,"function":{"arguments":"{\"ci"}}]}}]})",
        {.toolCalls = {{.call = 1, .arguments = u"{\"ci"_s}}});
    row("two tool calls without index",
        R"({"choices":[{"delta":{"content":"a","tool_calls":[{"function":{"name":"f","arguments":"{}"}},
            {"function":{"name":"g","arguments":"{}"}}]}}]})",
        {.text = u"a"_s,
         .toolCalls = {{.call = 0, .name = u"f"_s, .arguments = u"{}"_s},
                       {.call = 1, .name = u"g"_s, .arguments = u"{}"_s}}});
    row("openai function call",
        R"({"choices":[{"delta":{"content":null,"function_call":{"name":"f","arguments":"{"}}}]})",
        {.toolCalls = {{.name = u"f"_s, .arguments = u"{"_s}}});
    row("openai null delta", R"({"choices":[{"delta":null,"finish_reason":null}]})", {});
    row("openai finish", R"({"choices":[{"delta":{},"finish_reason":"length"}]})",
        {.finishReason = u"length"_s});
    row("openai usage only",
        R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21}})",
        {.usage = {.promptTokens = 9, .completionTokens = 12}});
    row("litellm usage with cost",
        R"({"choices":[{"index":0,"delta":{}}],"usage":{"completion_tokens":50,"prompt_tokens":100,
            "total_tokens":150,"cost":0.0010500000000000002}})",
        {.usage = {.promptTokens = 100, .completionTokens = 50, .cost = Usd{1'050'000}}});
    row("litellm usage without a price",
        R"({"choices":[{"index":0,"delta":{}}],"usage":{"completion_tokens":5,"cost":null}})",
        {.usage = {.completionTokens = 5}});
    row("openai null usage", R"({"choices":[{"delta":{"content":"x"}}],"usage":null})",
        {.text = u"x"_s});
    row("openai reasoning", R"({"choices":[{"delta":{"reasoning_content":"hm"}}]})",
        {.reasoning = u"hm"_s});
    row("openai null choices", R"({"choices":null})", {});
    row("openai whole message",
        R"({"choices":[{"message":{"role":"assistant","content":"Hi","reasoning":"hm"},"finish_reason":"stop"}]})",
        {.text = u"Hi"_s, .reasoning = u"hm"_s, .finishReason = u"stop"_s, .isWhole = true});
    row("openai message beside a piece",
        R"({"choices":[{"delta":{"content":"c"},"message":{"content":"abc"}}]})", {.text = u"c"_s});
    row("openai parts",
        R"({"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},
            {"type":"text","text":"a"},"b",{"type":"refusal","refusal":"c"}]}}]})",
        {.text = u"abc"_s, .reasoning = u"hm"_s});
    row("openai legacy text", R"({"choices":[{"text":"Hi","index":0,"finish_reason":null}]})",
        {.text = u"Hi"_s});
    row("openai refusal", R"({"choices":[{"delta":{"refusal":"No."}}]})", {.text = u"No."_s});
    row("anthropic start",
        R"({"type":"message_start","message":{"usage":{"input_tokens":25,"output_tokens":1}}})",
        {.usage = {.promptTokens = 25, .completionTokens = {}}});
    row("anthropic ping", R"({"type":"ping"})", {});
    row("anthropic text",
        R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}})",
        {.text = u"Hi"_s});
    row("anthropic thinking",
        R"({"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"hm"}})",
        {.reasoning = u"hm"_s});
    row("anthropic tool call",
        R"({"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"toolu_x",
            "name":"get_weather","input":{}}})",
        {.toolCalls = {{.call = 2, .name = u"get_weather"_s}}});
    row("anthropic tool call with input",
        R"({"type":"content_block_start","index":1,"content_block":{"type":"server_tool_use",
            "name":"web_search","input":{"query":"x"}}})",
        {.toolCalls = {{.call = 1, .name = u"web_search"_s, .arguments = u"{\"query\":\"x\"}"_s}}});
    row("anthropic tool arguments",
        R"({"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta",
            "partial_json":"{\"city"}})",
        {.toolCalls = {{.call = 2, .arguments = u"{\"city"_s}}});
    row("anthropic empty arguments",
        R"({"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":""}})",
        {});
    row("anthropic stop reason",
        R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":15}})",
        {.finishReason = u"end_turn"_s, .usage = {.promptTokens = {}, .completionTokens = 15}});
    row("anthropic whole message",
        R"({"type":"message","role":"assistant","content":[{"type":"thinking","thinking":"hm"},
            {"type":"text","text":"Hi"}],"stop_reason":"refusal",
            "usage":{"input_tokens":4,"output_tokens":8}})",
        {.text = u"Hi"_s,
         .reasoning = u"hm"_s,
         .finishReason = u"refusal"_s,
         .usage = {.promptTokens = 4, .completionTokens = 8},
         .isWhole = true});
    row("anthropic stop", R"({"type":"message_stop"})", {.isEnd = true});
    row("gemini text",
        R"({"candidates":[{"content":{"parts":[{"text":"a"},{"text":"b"}],"role":"model"}}]})",
        {.text = u"ab"_s});
    row("gemini thought",
        R"({"candidates":[{"content":{"parts":[{"text":"hm","thought":true},{"text":"b"}]}}]})",
        {.text = u"b"_s, .reasoning = u"hm"_s});
    row("gemini tool call",
        R"({"candidates":[{"content":{"parts":[{"text":"a"},{"functionCall":{"name":"f","args":{"x":1}}}]}}]})",
        {.text = u"a"_s,
         .toolCalls = {{.name = u"f"_s, .arguments = u"{\"x\":1}"_s, .isWhole = true}}});
    row("gemini end",
        R"({"candidates":[{"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":8}})",
        {.finishReason = u"STOP"_s, .usage = {.promptTokens = 4, .completionTokens = 8}});
    row("gemini blocked prompt",
        R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":4}})",
        {.finishReason = u"PROHIBITED_CONTENT"_s,
         .usage = {.promptTokens = 4, .completionTokens = {}}});
    row("gemini blocked for another reason", R"({"promptFeedback":{"blockReason":"OTHER"}})",
        {.finishReason = u"blocked: OTHER"_s});
    row("gemini goes on", R"({"candidates":[{"finishReason":"FINISH_REASON_UNSPECIFIED"}]})", {});
    row("gemini ratings", R"({"promptFeedback":{"safetyRatings":[]}})", {});
    row("error as text", R"({"error":"500: No provider credentials configured"})",
        {.kind = Kind::TextError});
    row("error as object", R"({"error":{"message":"x","code":429}})", {.kind = Kind::ObjectError});
    row("anthropic error", R"({"type":"error","error":{"type":"overloaded_error"}})",
        {.kind = Kind::ObjectError});
    row("bare error", R"({"type":"error"})", {.kind = Kind::ObjectError});
    row("vllm error", R"({"object":"error","message":"x","code":400})",
        {.kind = Kind::ObjectError});
    row("not json", "{\"choices\":[{", {.kind = Kind::Malformed});
    row("a list", "[1]", {.kind = Kind::Malformed});
    row("no dialect", R"({"hello":1})", {.kind = Kind::Malformed});
    row("empty", "", {.kind = Kind::Malformed});
}

void tst_StreamDialect::decodes()
{
    QFETCH(QByteArray, data);
    QFETCH(StreamDelta, delta);
    QCOMPARE(decodeStreamEvent(data), delta);
}

void tst_StreamDialect::readsReasons_data()
{
    QTest::addColumn<FinishReason>("reason");
    using enum FinishReason;
    const auto rows = [](FinishReason reason, const QList<const char *> &words) {
        for (const char *word : words)
            QTest::newRow(word) << reason;
    };
    rows(Stop, {"", "stop", "STOP", "end_turn", "stop_sequence", "COMPLETE"});
    rows(Length,
         {"length", "max_tokens", "MAX_TOKENS", "Max_Tokens", "model_context_window_exceeded"});
    rows(ToolCalls, {"tool_calls", "tool_use", "function_call"});
    rows(Filtered, {"content_filter", "safety", "SAFETY", "RECITATION", "recitation", "BLOCKLIST",
                    "PROHIBITED_CONTENT", "SPII", "refusal", "blocked: OTHER"});
    rows(FinishReason::Error, {"error", "ERROR", "MALFORMED_FUNCTION_CALL"});
    rows(Other, {"OTHER", "pause_turn", "stopped", "LANGUAGE"});
}

void tst_StreamDialect::readsReasons()
{
    QFETCH(FinishReason, reason);
    QCOMPARE(finishReasonOf(QString::fromLatin1(QTest::currentDataTag())), reason);
}

QTEST_GUILESS_MAIN(tst_StreamDialect)
#include "tst_stream_dialect.moc"
