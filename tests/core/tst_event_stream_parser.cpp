// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/EventStreamParser.h"

#include <QTest>

using namespace litedeck;

namespace {

/// A ServerSentEvent that stays.
struct Event
{
    QByteArray type;
    QByteArray data;
    QByteArray lastEventId;

    friend bool operator==(const Event &, const Event &) = default;
};
using Events = QList<Event>;

/// Takes what the parser has, with all that may be read.
Events takeAll(EventStreamParser &parser)
{
    Events events;
    while (const auto event = parser.next()) {
        const qsizetype readable = event->data.size() + ReadAheadBuffer::ReadAhead;
        const QByteArray data(event->data.data(), readable);
        events += {event->type, data.chopped(ReadAheadBuffer::ReadAhead), event->lastEventId};
    }
    return events;
}

Events parse(const QByteArray &stream, qsizetype split)
{
    EventStreamParser parser;
    Events events;
    for (qsizetype at = 0; at < stream.size(); at += split) {
        parser.feed(stream.mid(at, split));
        events += takeAll(parser);
    }
    return events;
}

Event message(const QByteArray &data, const QByteArray &id = {})
{
    return {"message", data, id};
}

} // namespace

class tst_EventStreamParser : public QObject
{
    Q_OBJECT

private slots:
    void dispatches_data();
    void dispatches();
    void splitAtEveryByte_data() { dispatches_data(); }
    void splitAtEveryByte();
    void keepsDataUntilTheEventEnds();
    void countsCommentsAsLife();
    void ignoresReconnectionTime_data();
    void ignoresReconnectionTime();
    void stopsAtAnEventThatIsTooLarge();
    void stopsAtManySmallDataLines();
    void carriageReturnsTakeNoLonger();
    void resetForgets();
};

void tst_EventStreamParser::dispatches_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Events>("events");

    const auto row = [](const char *name, const QByteArray &stream, const Events &events) {
        QTest::newRow(name) << stream << events;
    };
    row("LF", "data: a\n\n", {message("a")});
    row("CR", "data: a\r\rdata: b\r\r", {message("a"), message("b")});
    row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", {message("a"), message("b")});
    row("mixed line ends", "data: a\r\ndata: b\rdata: c\n\n", {message("a\nb\nc")});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        {message("a")});
    row("second byte order mark is no mark",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: a\n\ndata: b\n\n",
        {message("b")});
    row("one space goes", "data:a\n\ndata:  b\n\n", {message("a"), message(" b")});
    row("empty data is dispatched", "data:\n\n", {message("")});
    row("data without a colon", "data\ndata\n\n", {message("\n")});
    row("comment only", ": keepalive\n\n", {});
    row("comment before data", ": keepalive\n\ndata: a\n\n", {message("a")});
    row("named event", "event: error\ndata: x\n\n", {{"error", "x", {}}});
    row("event without data", "event: ping\n\ndata: a\n\n", {message("a")});
    row("id stays", "id: 7\ndata: a\n\ndata: b\n\n", {message("a", "7"), message("b", "7")});
    row("id with NUL is ignored", QByteArray("id: 1\0002\ndata: a\n\n", 17), {message("a")});
    row("unknown fields", "Data: x\ndatax: y\ndata: a\n\n", {message("a")});
    row("open at the end", "data: a\n\ndata: b\n", {message("a")});
    row("open without line end", "data: a\n\ndata: b", {message("a")});
    row("UTF-8", "data: \xE4\xBD\xA0\xF0\x9F\x98\x80\n\n",
        {message("\xE4\xBD\xA0\xF0\x9F\x98\x80")});
    row("line separator is no line end",
        "data: a\xE2\x80\xA8"
        "b\n\n",
        {message("a\xE2\x80\xA8"
                 "b")});
    row("blank lines", "\n\n\r\r\n\ndata: a\n\n\n\n", {message("a")});
    row("as the server streams", ": keepalive\n\ndata: {\"choices\":[]}\n\ndata: [DONE]\n\n",
        {message("{\"choices\":[]}"), message("[DONE]")});
}

void tst_EventStreamParser::dispatches()
{
    QFETCH(QByteArray, stream);
    QFETCH(Events, events);
    QCOMPARE(parse(stream, stream.size()), events);
}

void tst_EventStreamParser::splitAtEveryByte()
{
    QFETCH(QByteArray, stream);
    QFETCH(Events, events);
    QCOMPARE(parse(stream, 1), events);
    for (qsizetype at = 1; at < stream.size(); ++at) {
        EventStreamParser parser;
        Events found;
        for (const QByteArray &part : {stream.left(at), stream.mid(at)}) {
            parser.feed(part);
            found += takeAll(parser);
        }
        QCOMPARE(found, events);
    }
}

void tst_EventStreamParser::keepsDataUntilTheEventEnds()
{
    QByteArray stream;
    Events events;
    for (int i = 0; i < 1'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        stream += "data: " + number + "\n: " + QByteArray(i % 50, '.') + "\n\n";
        events += message(number);
    }
    for (const qsizetype split : {1, 7, 100, 1'000})
        QCOMPARE(parse(stream, split), events);
}

void tst_EventStreamParser::countsCommentsAsLife()
{
    EventStreamParser parser;
    parser.feed(": one\n\n:two\n:\n");
    QVERIFY(!parser.next());
    QCOMPARE(parser.commentCount(), 3);
}

void tst_EventStreamParser::ignoresReconnectionTime_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("digits") << QByteArray("retry: 1500\n");
    QTest::newRow("not only digits") << QByteArray("retry: 1500x\n");
    QTest::newRow("negative") << QByteArray("retry: -1\n");
    QTest::newRow("empty") << QByteArray("retry:\n");
    QTest::newRow("too large") << QByteArray("retry: 99999999999999\n");
}

void tst_EventStreamParser::ignoresReconnectionTime()
{
    QFETCH(QByteArray, line);
    EventStreamParser parser;
    parser.feed(line + "data: a\n\n");
    QCOMPARE(takeAll(parser), Events{message("a")});
}

void tst_EventStreamParser::stopsAtAnEventThatIsTooLarge()
{
    EventStreamParser parser(100);
    parser.feed("data: ok\n\n");
    QVERIFY(parser.next());
    parser.feed(QByteArray(101, 'x'));
    QVERIFY(!parser.next());
    QVERIFY(parser.hasOverflowed());
    parser.feed("\n\ndata: a\n\n");
    QVERIFY(!parser.next());
}

void tst_EventStreamParser::stopsAtManySmallDataLines()
{
    EventStreamParser parser(100);
    for (int i = 0; i < 60; ++i)
        parser.feed("data: a\n");
    QVERIFY(!parser.next());
    QVERIFY(parser.hasOverflowed());
}

void tst_EventStreamParser::carriageReturnsTakeNoLonger()
{
    EventStreamParser parser;
    parser.feed(QByteArray(8'000'000, '\r') + "data: a\r\r");
    QCOMPARE(takeAll(parser), Events{message("a")});
}

void tst_EventStreamParser::resetForgets()
{
    EventStreamParser parser(100);
    parser.feed(QByteArray(101, 'x'));
    QVERIFY(!parser.next());
    parser.reset();
    parser.feed("data: a\n\n");
    QCOMPARE(takeAll(parser), Events{message("a")});
}

QTEST_GUILESS_MAIN(tst_EventStreamParser)
#include "tst_event_stream_parser.moc"
