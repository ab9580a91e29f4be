// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Line.h"
#include "Question.h"
#include "tests/support/RawServer.h"

#include <QTcpSocket>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString StreamPath = u"/api/jobs/create-and-call-stream"_s;

const QByteArray Text = R"({"choices":[{"delta":{"content":"All"}}]})";
const QByteArray Finish = R"({"choices":[{"delta":{},"finish_reason":"stop"}]})";
const QByteArray Tokens =
    R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21}})";
const QByteArray Refused = R"({"error":"(psycopg2.OperationalError) server closed"})";

/// How a server goes on after its last byte.
enum class Ending : quint8 { Well, Closed, Silent };

QByteArray head(const QByteArray &contentType)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + contentType +
           "\r\nTransfer-Encoding: chunked\r\n\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray chunkOf(const QByteArray &data)
{
    return chunk("data: " + data + "\n\n");
}

/// A gateway that answers each call with the events, byte by byte.
struct ScriptedLine
{
    explicit ScriptedLine(const QByteArrayList &events, Ending ending = Ending::Well,
                          const QByteArray &contentType = "text/event-stream")
        : server([=, this](QTcpSocket &socket, const QByteArray &, int) {
            stream = &socket;
            socket.write(head(contentType) + chunk(": keepalive\n\n"));
            for (const QByteArray &data : events)
                socket.write(chunkOf(data));
            if (ending == Ending::Well)
                socket.write("0\r\n\r\n");
            if (ending == Ending::Closed)
                socket.disconnectFromHost();
        })
        , connection({.server = server.url(), .team = {u"t"_s}, .virtualKey = u"sk-test"_s},
                     RetryPolicy{.maxRetries = 0}, clock)
    {}

    QTcpSocket *stream = nullptr; ///< Of the last call.
    RawServer server;
    FakeClock clock;
    Connection connection;
};

} // namespace

/// A reply is whole once the model ended it, and is waited for as long as it goes on.
class tst_WholeReplies : public QObject
{
    Q_OBJECT

private slots:
    void staysWholeWhateverFollows_data();
    void staysWholeWhateverFollows();
    void readsUsageAfterTheReason_data();
    void readsUsageAfterTheReason();
    void stopKeepsItWhole();
    void errorWordAloneIsNoEnd();
    void reasonWithEveryPieceIsNoEnd();
    void wholeInOnePiece();
    void streamsOfAnySpelling();
    void flowsForAsLongAsItLikes();
    void givesUpSilenceUnderText();
    void waitsForTheFirstWord();
    void waitsForAReplyInOnePiece();
    void waitsAsLongAsIsSet();
};

void tst_WholeReplies::staysWholeWhateverFollows_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<demo::Fault>("fault");
    for (const char *model : {"gpt-4o-mini", "claude-3-5-haiku", "gemini-1.5-flash"}) {
        const auto row = [model](const char *name, const demo::Fault &fault) {
            QTest::addRow("%s, %s", model, name) << QString::fromLatin1(model) << fault;
        };
        row("closed", {.cutAtEnd = true});
        row("reset", {.cutAtEnd = true, .cutWithReset = true});
        row("silent", {.cutAtEnd = true, .cutWithSilence = true});
        row("closed before [DONE]", {.cutAtEnd = true, .losesDone = true});
        row("silent before [DONE]", {.cutAtEnd = true, .cutWithSilence = true, .losesDone = true});
    }
    QTest::newRow("nothing was booked") << u"fault-cut-after-done"_s << demo::Fault{};
}

void tst_WholeReplies::staysWholeWhateverFollows()
{
    QFETCH(QString, model);
    QFETCH(demo::Fault, fault);
    Line line;
    fault.method = "POST";
    fault.pathPattern = StreamPath;
    line.gateway.addFault(fault);
    Question question(line.server(), {.delivery = Delivery::Streamed}, model);
    if (fault.cutWithSilence) {
        QTRY_VERIFY(!question.text.isEmpty());
        const bool lacksMark =
            model == "gemini-1.5-flash"_L1 || (fault.losesDone && model == "gpt-4o-mini"_L1);
        const Milliseconds silence = lacksMark ? 30s : 2s;
        QTRY_COMPARE(line.clock.untilNextTimer(), silence);
        line.clock.advance(silence - 1ms);
        QVERIFY(!question.result);
        line.clock.advance(1ms);
    }
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());
    QVERIFY(!question.text.isEmpty());
    QVERIFY(!question.result->value().finishReason.isEmpty());
    QCOMPARE(line.gateway.countRequests("POST", u"**"_s), 1);
}

void tst_WholeReplies::readsUsageAfterTheReason_data()
{
    QTest::addColumn<QByteArrayList>("events");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("well") << QByteArrayList{Text, Finish, Tokens, "[DONE]"} << Ending::Well;
    QTest::newRow("closed") << QByteArrayList{Text, Finish, Tokens, "[DONE]"} << Ending::Closed;
    QTest::newRow("no mark") << QByteArrayList{Text, Finish, Tokens} << Ending::Closed;
    QTest::newRow("no mark, ended well") << QByteArrayList{Text, Finish, Tokens} << Ending::Well;
    QTest::newRow("after the mark")
        << QByteArrayList{Text, Finish, "[DONE]", Tokens} << Ending::Closed;
    QTest::newRow("booking fails")
        << QByteArrayList{Text, Finish, Tokens, "[DONE]", Refused} << Ending::Well;
    QTest::newRow("garbage at the end")
        << QByteArrayList{Text, Finish, Tokens, "[DONE]", "{\"choi"} << Ending::Closed;
}

void tst_WholeReplies::readsUsageAfterTheReason()
{
    QFETCH(QByteArrayList, events);
    QFETCH(Ending, ending);
    ScriptedLine line(events, ending);
    const Question question(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());
    QCOMPARE(question.text, u"All"_s);
    QCOMPARE(question.result->value().finishReason, u"stop"_s);
    QCOMPARE(question.result->value().usage, (ReplyUsage{9, 12}));
}

void tst_WholeReplies::stopKeepsItWhole()
{
    ScriptedLine line({Text, Finish, "[DONE]"}, Ending::Silent);
    Question question(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_COMPARE(line.clock.untilNextTimer(), 2s);
    question.cancel();
    QVERIFY(question.result);
    QVERIFY(question.result->hasValue());
    QCOMPARE(question.text, u"All"_s);
}

void tst_WholeReplies::errorWordAloneIsNoEnd()
{
    // As OpenRouter tells that a provider failed: first the word, then what happened.
    ScriptedLine line({Text, R"({"choices":[{"delta":{},"finish_reason":"error"}]})",
                       R"({"error":{"message":"Provider disconnected","code":502}})", "[DONE]"});
    const Question question(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_VERIFY(question.result);
    QVERIFY(!question.result->hasValue());
    QCOMPARE(question.result->error().message, u"Provider disconnected"_s);
}

void tst_WholeReplies::reasonWithEveryPieceIsNoEnd()
{
    const auto piece = [](const QByteArray &text) {
        return R"({"candidates":[{"content":{"parts":[{"text":")" + text +
               R"("}]},"finishReason":"STOP"}]})";
    };
    ScriptedLine line({piece("A"), piece("l")}, Ending::Silent);
    const Question question(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_COMPARE(question.text, u"Al"_s);
    line.clock.advance(100s);
    line.stream->write(chunkOf(piece("l")));
    QTRY_COMPARE(question.text, u"All"_s);
    line.stream->disconnectFromHost();
    QTRY_VERIFY(question.result);
    QCOMPARE(question.result->error().category, ErrorCategory::StreamInterrupted);

    ScriptedLine whole({piece("A"), piece("ll")});
    const Question again(whole.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_VERIFY(again.result);
    QVERIFY(again.result->hasValue());
    QCOMPARE(again.text, u"All"_s);
}

void tst_WholeReplies::wholeInOnePiece()
{
    const QByteArray body =
        R"({"job_id":"7d3f","status":"completed","response":{"content":[{"type":"text","text":"All"}],)"
        R"("finish_reason":"stop"},"metadata":{"tokens_used":12,"latency_ms":800,"model":"gpt"},)"
        R"("costs":{"total_calls":1,"successful_calls":1,"failed_calls":0,"total_tokens":12,)"
        R"("total_cost_usd":0.0001,"avg_latency_ms":800,"credit_applied":true,)"
        R"("credits_remaining":98},"completed_at":"2026-11-22T10:00:05Z"})";
    RawServer server([&body](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(head("application/json") + chunk(body));
        socket.disconnectFromHost();
    });
    FakeClock clock;
    Connection connection({.server = server.url(), .team = {u"t"_s}, .virtualKey = u"sk-test"_s},
                          {}, clock);
    const Question question(connection.server(), {.delivery = Delivery::Whole});
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());
    QCOMPARE(question.text, u"All"_s);
}

void tst_WholeReplies::streamsOfAnySpelling()
{
    for (const QByteArray type : {"Text/Event-Stream", "TEXT/EVENT-STREAM; Charset=UTF-8"}) {
        ScriptedLine line({Text}, Ending::Well, type);
        const Question question(line.connection.server(), {.delivery = Delivery::Streamed});
        QTRY_VERIFY(question.result);
        // Not whole, but a stream.
        QCOMPARE(question.result->error().category, ErrorCategory::StreamInterrupted);
    }
}

void tst_WholeReplies::flowsForAsLongAsItLikes()
{
    ScriptedLine line({Text}, Ending::Silent);
    const Question question(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_COMPARE(question.text, u"All"_s);
    for (int i = 1; i <= 20; ++i) {
        line.clock.advance(120s);
        line.stream->write(chunkOf(R"({"choices":[{"delta":{"content":"x"}}]})"));
        QTRY_COMPARE(question.text.size(), 3 + i);
    }
    line.stream->write(chunkOf(Finish) + chunkOf("[DONE]") + "0\r\n\r\n");
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());
}

void tst_WholeReplies::givesUpSilenceUnderText()
{
    ScriptedLine line({Text}, Ending::Silent);
    const Question question(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_COMPARE(question.text, u"All"_s);
    line.clock.advance(124s);
    QVERIFY(!question.result);
    line.clock.advance(1s);
    QVERIFY(question.result);
    QCOMPARE(question.result->error().category, ErrorCategory::Timeout);
    QCOMPARE(question.result->error().silence, Milliseconds(125s));
    QCOMPARE(question.result->error().verdict, RetryVerdict::Manual);
}

void tst_WholeReplies::waitsForTheFirstWord()
{
    ScriptedLine line({}, Ending::Silent);
    const Question question(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_COMPARE(line.clock.untilNextTimer(), 600s);
    // The gateway asks a model that writes for 130 s and more for the whole reply first.
    line.clock.advance(599s);
    QVERIFY(!question.result);
    line.stream->write(chunkOf(Text) + chunkOf(Finish) + chunkOf("[DONE]") + "0\r\n\r\n");
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());

    const Question again(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_COMPARE(line.clock.untilNextTimer(), 600s);
    line.clock.advance(600s);
    QVERIFY(again.result);
    QCOMPARE(again.result->error().category, ErrorCategory::Timeout);
    QCOMPARE(again.result->error().silence, std::nullopt);
}

void tst_WholeReplies::waitsForAReplyInOnePiece()
{
    Line line;
    line.gateway.addFault({.method = "POST", .hang = true});
    const Question question(line.server());
    QTRY_COMPARE(line.gateway.countRequests("POST", u"**"_s), 1);
    QTRY_COMPARE(line.clock.untilNextTimer(), 600s);
    line.clock.advance(599s);
    QVERIFY(!question.result);
    line.clock.advance(1s);
    QTRY_VERIFY(question.result);
    QCOMPARE(question.result->error().category, ErrorCategory::Timeout);
}

void tst_WholeReplies::waitsAsLongAsIsSet()
{
    ScriptedLine line({}, Ending::Silent);
    line.connection.setPatience({.wholeReply = 0s, .streamSilence = 3s});
    const Question question(line.connection.server(), {.delivery = Delivery::Streamed});
    QTRY_VERIFY(line.stream);
    QTRY_COMPARE(line.clock.untilNextTimer(), 0s);
    line.clock.advance(24h);
    QVERIFY(!question.result);
    line.stream->write(chunkOf(Text));
    QTRY_COMPARE(question.text, u"All"_s);
    line.clock.advance(3s);
    QVERIFY(question.result);
    QCOMPARE(question.result->error().silence, Milliseconds(3s));
}

QTEST_GUILESS_MAIN(tst_WholeReplies)
#include "tst_whole_replies.moc"
