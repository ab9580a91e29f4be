// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "Wire.h"

#include "core/exchange/ConversationFile.h"
#include "ui/chat/transcript/EntryStack.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>

using namespace litedeck;
using namespace litedeck::test;

namespace {

/// Lets the next stream consist of these events.
void answerWith(Deck &deck, const QList<QByteArray> &events)
{
    QByteArray body(": keepalive\n\n");
    for (const QByteArray &event : events)
        body += "data: " + event.simplified() + "\n\n";
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = StreamPath,
                           .times = 1,
                           .status = 200,
                           .body = body,
                           .contentType = "text/event-stream; charset=utf-8"});
}

QString shownReply(Deck &deck)
{
    return deck.transcript()->stack().at(1).plainText();
}

} // namespace

/// Replies in which the model calls tools, as far as the server passes them on.
class tst_ToolCalls : public QObject
{
    Q_OBJECT

private slots:
    void showsThemInEachDialect_data();
    void showsThemInEachDialect();
    void keepsThemOverARestartAndInExports();
    void copiesACall();
    void closesTheBlockOfACutCall();
    void saysThatACallWasDropped();
};

void tst_ToolCalls::showsThemInEachDialect_data()
{
    QTest::addColumn<QList<QByteArray>>("events");
    QTest::addColumn<QString>("shown");
    const QString call = u"{\n  \"tool_call\": \"get_weather\",\n  \"arguments\": {\n"
                         "    \"city\": \"Paris\"\n  }\n}"_s;
    QTest::newRow("openai")
        << QList<
               QByteArray>{R"({"choices":[{"delta":{"role":"assistant","content":""}}]})",
                           R"({"choices":[{"delta":{"tool_calls":[{"index":0,"id":"call_1",
                                "type":"function","function":{"name":"get_weather","arguments":""}}]}}]})",
                           R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"city\""}}]}}]})",
                           R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":\"Paris\"}"}}]}}]})",
                           R"({"choices":[{"delta":{},"finish_reason":"tool_calls"}]})",
                           "[DONE]"}
        << call;
    QTest::newRow("openai function call")
        << QList<
               QByteArray>{R"({"choices":[{"delta":{"function_call":{"name":"get_weather","arguments":"{\"ci"}}}]})",
                           R"({"choices":[{"delta":{"function_call":{"arguments":"ty\":\"Paris\"}"}}}]})",
                           R"({"choices":[{"delta":{},"finish_reason":"function_call"}]})",
                           "[DONE]"}
        << call;
    QTest::newRow("anthropic")
        << QList<
               QByteArray>{R"({"type":"message_start","message":{"usage":{"input_tokens":25}}})",
                           R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})",
                           R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Let me look."}})",
                           R"({"type":"content_block_start","index":1,"content_block":{"type":"tool_use",
                                "id":"toolu_1","name":"get_weather","input":{}}})",
                           R"({"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"city\":\"Pa"}})",
                           R"({"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"ris\"}"}})",
                           R"({"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":15}})",
                           R"({"type":"message_stop"})"}
        << u"Let me look.\n\n"_s + call;
    QTest::newRow("gemini")
        << QList<
               QByteArray>{R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"get_weather",
                "args":{"city":"Paris"}}}]},"finishReason":"STOP"}]})"}
        << call;
}

void tst_ToolCalls::showsThemInEachDialect()
{
    QFETCH(const QList<QByteArray>, events);
    QFETCH(const QString, shown);
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    answerWith(deck, events);
    deck.send(u"What is the weather?"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QTRY_COMPARE(shownReply(deck), shown);
    // Screen readers read it, too.
    const QAccessibleInterface *transcript =
        QAccessible::queryAccessibleInterface(deck.transcript());
    QVERIFY(transcript->child(1)->text(QAccessible::Name).contains("get_weather"_L1));
}

void tst_ToolCalls::keepsThemOverARestartAndInExports()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    answerWith(
        deck,
        {R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"f","arguments":"{\"x\":[1,2]}"}}]}}]})",
         R"({"choices":[{"delta":{},"finish_reason":"tool_calls"}]})", "[DONE]"});
    deck.send(u"Call it"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    const QString reply = deck.lastTurn().reply;
    QVERIFY(reply.contains("\"tool_call\": \"f\""_L1));
    deck.open();
    QVERIFY(deck.openConversation());
    QCOMPARE(deck.lastTurn().reply, reply);
    const Redactor redactor;
    Redaction redaction(redactor);
    const QByteArray file =
        conversationFile({deck.session()->conversation()}, deck.clock.utcNow(), redaction);
    const auto read = readConversations(file, deck.clock.utcNow());
    QVERIFY(read);
    QCOMPARE(read->conversations.constFirst().turns.constFirst().reply, reply);
    // The model learns with the next message what it wanted.
    deck.send(u"And?"_s);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(lastCall(deck)["messages"_L1][1]["content"_L1].toString(), reply);
}

void tst_ToolCalls::copiesACall()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    answerWith(
        deck,
        {R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","args":{}}}]},"finishReason":"STOP"}]})"});
    deck.send(u"Call it"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QTRY_VERIFY(!shownReply(deck).isEmpty());
    deck.transcript()->trigger(1, EntryAction::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().contains("\"tool_call\": \"f\""_L1));
}

void tst_ToolCalls::closesTheBlockOfACutCall()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    answerWith(
        deck,
        {R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"f","arguments":"{\"x\":1,"}}]}}]})"});
    deck.send(u"Call it"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Interrupted);
    QVERIFY(deck.lastTurn().reply.startsWith("```json\n"_L1));
    QVERIFY(deck.lastTurn().reply.endsWith("\n```\n\n"_L1));
}

void tst_ToolCalls::saysThatACallWasDropped()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    answerWith(deck, {R"({"choices":[{"delta":{},"finish_reason":"tool_calls"}]})", "[DONE]"});
    deck.send(u"Call it"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(deck.lastTurn().reply.isEmpty());
    QCOMPARE(
        deck.transcript()->stack().at(1).details().notice,
        u"The model called a tool instead of answering, and the server did not pass the call on."_s);
}

QTEST_MAIN(tst_ToolCalls)
#include "tst_tool_calls.moc"
