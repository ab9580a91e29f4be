// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"

#include "ui/chat/transcript/EntryStack.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Events = QList<QByteArray>;

/// Lets the next stream consist of these events.
void answerWith(Deck &deck, const Events &events)
{
    QByteArray body(": keepalive\n\n");
    for (const QByteArray &event : events)
        body += "data: " + event + "\n\n";
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = StreamPath,
                           .times = 1,
                           .status = 200,
                           .body = body,
                           .contentType = "text/event-stream; charset=utf-8"});
}

const EntryDetails &lastReply(Deck &deck)
{
    const EntryStack &stack = deck.transcript()->stack();
    return stack.at(stack.size() - 1).details();
}

} // namespace

/// What is said under a reply about how it ended, and where one is waited for.
class tst_ReplyEnds : public QObject
{
    Q_OBJECT

private slots:
    void saysWhy_data();
    void saysWhy();
    void emptyReplyTellsWhatItCost();
    void stoppedCallMayStillBeCharged();
    void stoppedTextMayStillBeCharged();
    void waitingBeginsAtZero();
    void saysHowLongItUsuallyTakes();
    void takesItsPatienceFromTheSettings();
};

void tst_ReplyEnds::saysWhy_data()
{
    QTest::addColumn<Events>("events");
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("notice"); // its beginning; empty for none at all

    const QByteArray text = R"({"choices":[{"delta":{"content":"Once"}}]})";
    const auto reason = [](const QByteArray &word) {
        return R"({"choices":[{"delta":{},"finish_reason":")" + word + R"("}]})";
    };
    const auto row = [](const char *name, const Events &events, const QString &reply,
                        const QString &notice) {
        QTest::newRow(name) << events << reply << notice;
    };
    const QString held = u"The provider's content policy held the reply back (%1)."_s;
    const QString ended = u"The provider's content policy ended the reply here (%1)."_s;
    row("stop", {text, reason("stop"), "[DONE]"}, u"Once"_s, {});
    row("no reason", {text, "[DONE]"}, u"Once"_s, {});
    row("length", {text, reason("length"), "[DONE]"}, u"Once"_s,
        u"The reply reached its limit of length. Continue asks"_s);
    row("nothing but length", {reason("length"), "[DONE]"}, {},
        u"The reply is empty: the model reached its limit of length"_s);
    row("filter", {text, reason("content_filter"), "[DONE]"}, u"Once"_s,
        ended.arg(u"content_filter"_s));
    row("nothing but filter", {reason("content_filter"), "[DONE]"}, {},
        held.arg(u"content_filter"_s));
    row("error", {text, reason("error"), "[DONE]"}, u"Once"_s,
        u"The provider failed and ended the reply here (error)."_s);
    row("nothing but error", {reason("error"), "[DONE]"}, {},
        u"The reply is empty: the provider failed (error)."_s);
    row("another word", {text, reason("pause_turn"), "[DONE]"}, u"Once"_s,
        u"The provider ended the reply (pause_turn)."_s);
    row("null choices", {R"({"choices":null})", "[DONE]"}, {},
        u"The reply is empty: the model ended it without a word."_s);
    row("nothing at all", {"[DONE]"}, {},
        u"The reply is empty: the model ended it without a word."_s);
    row("nothing but thoughts",
        {R"({"choices":[{"delta":{"reasoning_content":"hm"}}]})", reason("stop"), "[DONE]"}, {},
        u"The reply is empty: the model reasoned and then gave none."_s);
    row("whole message",
        {R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]})", "[DONE]"}, u"Hi"_s,
        {});
    row("whole message after its pieces",
        {text, R"({"choices":[{"message":{"content":"Once"},"finish_reason":"stop"}]})", "[DONE]"},
        u"Once"_s, {});
    row("parts",
        {R"({"choices":[{"delta":{"content":[{"type":"text","text":"Hi"}]}}]})", reason("stop"),
         "[DONE]"},
        u"Hi"_s, {});
    row("legacy text",
        {R"({"choices":[{"text":"Hi","finish_reason":null}]})",
         R"({"choices":[{"text":" you","finish_reason":"stop"}]})", "[DONE]"},
        u"Hi you"_s, {});
    row("anthropic refusal",
        {R"({"type":"message_delta","delta":{"stop_reason":"refusal"},"usage":{"output_tokens":1}})",
         R"({"type":"message_stop"})"},
        {}, held.arg(u"refusal"_s));
    row("gemini safety", {R"({"candidates":[{"finishReason":"SAFETY"}]})"}, {},
        held.arg(u"SAFETY"_s));
    row("gemini recitation",
        {R"({"candidates":[{"content":{"parts":[{"text":"Once"}]},"finishReason":"RECITATION"}]})"},
        u"Once"_s, ended.arg(u"RECITATION"_s));
    row("gemini blocked prompt",
        {R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":4}})"},
        {}, held.arg(u"PROHIBITED_CONTENT"_s));
}

void tst_ReplyEnds::saysWhy()
{
    QFETCH(Events, events);
    QFETCH(QString, reply);
    QFETCH(QString, notice);
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    answerWith(deck, events);
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(deck.lastTurn().reply, reply);
    const QString shown = lastReply(deck).notice;
    QVERIFY2(shown.startsWith(notice) && shown.isEmpty() == notice.isEmpty(), qPrintable(shown));
}

void tst_ReplyEnds::emptyReplyTellsWhatItCost()
{
    Deck deck;
    QVERIFY(deck.choose(u"fault-lost-events"_s));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().cost.credits.isKnown(); }));
    QVERIFY(lastReply(deck).notice.startsWith(
        u"The reply is empty: the model ended it without a word. It cost 1 credit"_s));
}

void tst_ReplyEnds::stoppedCallMayStillBeCharged()
{
    Deck deck({.slowThinkerMs = 400});
    QVERIFY(deck.choose(u"slow-thinker"_s));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
    const auto *hint = deck.find(u"composerHint"_s);
    QTRY_VERIFY(hint->accessibleName().contains(u"may still finish and charge the call"_s));
    deck.session()->stop();
    QCOMPARE(deck.lastTurn().state, TurnState::Stopped);
    QCOMPARE(lastReply(deck).notice,
             u"Stopped before anything had arrived. The gateway may finish it, and its credit may "
             "still be taken."_s);
    QCOMPARE(lastReply(deck).costText, QString());
    // The gateway goes on, and takes its credit.
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().cost.credits.isKnown(); }));
    QCOMPARE(deck.lastTurn().cost.credits.value, 1);
    QCOMPARE(lastReply(deck).notice, u"Stopped before anything had arrived."_s);
    QVERIFY(lastReply(deck).costText.contains(u"1 credit"_s));
}

void tst_ReplyEnds::stoppedTextMayStillBeCharged()
{
    Deck deck({.textPaceMs = 20});
    QVERIFY(deck.choose(u"markdown-writer"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(!deck.lastTurn().reply.isEmpty());
    deck.session()->stop();
    QVERIFY(lastReply(deck).notice.startsWith(u"Stopped. What had arrived is kept. The gateway"_s));
}

void tst_ReplyEnds::waitingBeginsAtZero()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    deck.clock.advance(2062s);
    QList<Milliseconds> told;
    connect(deck.session(), &ChatSession::busyChanged, this,
            [&] { told += deck.session()->elapsed(); });
    deck.send(u"Again"_s);
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told.constFirst(), 0ms);
}

void tst_ReplyEnds::saysHowLongItUsuallyTakes()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    for (int replies = 1; replies <= 2; ++replies) {
        deck.send(u"Hello"_s);
        QTRY_VERIFY(deck.isOver() && !deck.session()->isBusy());
        QCOMPARE(deck.session()->conversation().turns.size(), replies);
    }
    deck.gateway.addFault({.method = "POST", .pathPattern = StreamPath, .hang = true});
    deck.send(u"Hello"_s);
    QTRY_COMPARE(lastReply(deck).waitingText,
                 u"Waiting for gpt-4o-mini, 0 s. Usually 1 s with this model"_s);
}

void tst_ReplyEnds::takesItsPatienceFromTheSettings()
{
    Deck deck;
    deck.settings.set(Keys::WholeReplySeconds, 30);
    deck.settings.set(Keys::MaxRetries, 0);
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.gateway.addFault({.method = "POST", .pathPattern = StreamPath, .hang = true});
    deck.send(u"Hello"_s);
    QTRY_COMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
    deck.clock.advance(29s);
    QVERIFY(!deck.isOver());
    deck.clock.advance(1s);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(deck.lastTurn().error->category, ErrorCategory::Timeout);
}

QTEST_MAIN(tst_ReplyEnds)
#include "tst_reply_ends.moc"
