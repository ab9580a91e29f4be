// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/RequestParser.h"

#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

class tst_DemoParser : public QObject
{
    Q_OBJECT

private slots:
    void splitAnywhere_data();
    void splitAnywhere();
    void pipelined();
    void refuses_data();
    void refuses();
    void boundsTheBody();
    void announcesContinueOnce();
    void keepAlive_data();
    void keepAlive();
};

void tst_DemoParser::splitAnywhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("fixed") << QByteArray("POST /a%20b/c?x=1+2&y=%26 HTTP/1.1\r\nHost: h\r\n"
                                         "Content-Length: 5\r\nX-Z:  padded \r\n\r\nhello")
                           << QByteArray("hello");
    QTest::newRow("chunked") << QByteArray("POST /a%20b/c?x=1+2&y=%26 HTTP/1.1\r\nX-Z: padded\r\n"
                                           "Transfer-Encoding: chunked\r\n\r\n3;ext=1\r\nhel\r\n"
                                           "2\r\nlo\r\n0\r\nTrailer: t\r\n\r\n")
                             << QByteArray("hello");
    QTest::newRow("none")
        << QByteArray("\r\nPOST http://h/a%20b/c?x=1+2&y=%26 HTTP/1.1\r\nX-Z: padded\r\n\r\n")
        << QByteArray();
}

void tst_DemoParser::splitAnywhere()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, body);
    for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
        RequestParser parser;
        std::optional<Request> request;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            QVERIFY2(!request, "a request came before its last byte");
            parser.feed(bytes.mid(at, piece));
            request = parser.takeRequest();
        }
        QVERIFY(request);
        QCOMPARE(request->method, "POST"_ba);
        QCOMPARE(request->path, u"/a b/c"_s);
        QCOMPARE(request->query.queryItemValue(u"x"_s, QUrl::FullyDecoded), u"1 2"_s);
        QCOMPARE(request->query.queryItemValue(u"y"_s, QUrl::FullyDecoded), u"&"_s);
        QCOMPARE(request->header("x-z"), "padded"_ba);
        QCOMPARE(request->body, body);
        QVERIFY(parser.isIdle());
    }
}

void tst_DemoParser::pipelined()
{
    RequestParser parser;
    parser.feed(QByteArray("GET /1 HTTP/1.1\r\n\r\nPOST /2 HTTP/1.1\r\nContent-Length: 2\r\n\r\nok"
                           "GET /3 HTTP/1.1\r\n\r\nGE"));
    QCOMPARE(parser.takeRequest()->path, u"/1"_s);
    const std::optional<Request> second = parser.takeRequest();
    QCOMPARE(second->path, u"/2"_s);
    QCOMPARE(second->body, "ok"_ba);
    QCOMPARE(parser.takeRequest()->path, u"/3"_s);
    QVERIFY(!parser.takeRequest());
    QVERIFY(!parser.isIdle());
    QCOMPARE(parser.failure(), 0);
}

void tst_DemoParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    row("no HTTP", "\x16\x03\x01 hello\r\n\r\n");
    row("version", "GET / HTTP/2.0\r\n\r\n");
    row("two words", "GET /\r\n\r\n");
    row("no path", "GET x HTTP/1.1\r\n\r\n");
    row("no colon", "GET / HTTP/1.1\r\nHost h\r\n\r\n");
    row("space before colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n");
    row("length word", "POST / HTTP/1.1\r\nContent-Length: five\r\n\r\n");
    row("negative length", "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n");
    row("two lengths", "POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n");
    row("length and chunks",
        "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");
    row("other coding", "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n");
    row("chunk size", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
    row("chunk end", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n");
    row("too long", "POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", 413);
    row("chunk too long", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n", 413);
    row("endless head", "GET / HTTP/1.1\r\nX: " + QByteArray(70000, 'x'));
}

void tst_DemoParser::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    RequestParser parser;
    parser.feed(bytes);
    QVERIFY(!parser.takeRequest());
    QCOMPARE(parser.failure(), status);
    parser.feed(QByteArray("GET / HTTP/1.1\r\n\r\n"));
    QVERIFY2(!parser.takeRequest(), "a failed parser must stay failed");
}

void tst_DemoParser::boundsTheBody()
{
    RequestParser parser;
    parser.feed(QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"));
    const QByteArray megabyte = "100000\r\n" + QByteArray(0x100000, 'x') + "\r\n";
    for (int i = 0; i < 16; ++i) {
        parser.feed(megabyte);
        QVERIFY(!parser.takeRequest());
        QCOMPARE(parser.failure(), 0);
    }
    parser.feed(megabyte);
    QVERIFY(!parser.takeRequest());
    QCOMPARE(parser.failure(), 413);
}

void tst_DemoParser::announcesContinueOnce()
{
    RequestParser parser;
    parser.feed(QByteArray("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
    QVERIFY(!parser.takeRequest());
    QVERIFY(parser.takeContinueWanted());
    QVERIFY(!parser.takeContinueWanted());
    parser.feed(QByteArray("ok"));
    QVERIFY(parser.takeRequest());
    QVERIFY(!parser.takeContinueWanted());
}

void tst_DemoParser::keepAlive_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("stays");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nConnection: foo, Close\r\n")
                               << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n") << false;
    QTest::newRow("1.0 keep-alive")
        << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n") << true;
}

void tst_DemoParser::keepAlive()
{
    QFETCH(const QByteArray, head);
    RequestParser parser;
    parser.feed(head + "\r\n");
    QTEST(parser.takeRequest()->keepAlive, "stays");
}

QTEST_APPLESS_MAIN(tst_DemoParser)
#include "tst_demo_parser.moc"
