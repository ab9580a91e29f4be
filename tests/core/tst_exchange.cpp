// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExchangeFixture.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What an exchange brings and how it ends.
class tst_Exchange : public QObject
{
    Q_OBJECT

private slots:
    void readsAWholeReply();
    void keepsErrorBodies();
    void handsStreamsOn();
    void redirectToAnotherOriginKeepsTheKey();
    void redirectToTheSameOriginIsFollowed();
    void limits_data();
    void limits();
    void commentsKeepAStreamAlive();
    void cancelFinishesAtOnce();
    void noCookies();
    void earlyHintsAreNoReply_data();
    void earlyHintsAreNoReply();
    void silenceCanBeLimitedAnew();
    void wholeReplyEndsWell_data();
    void wholeReplyEndsWell();
    void mediaTypes();
};

void tst_Exchange::readsAWholeReply()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(RawServer::reply(200, "{\"a\":1}", "X-Request-Id: 42\r\n"));
    });
    SystemClock clock;
    Run run(get(server.url()), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QVERIFY(run.result.isSuccess());
    QCOMPARE(run.result.body, "{\"a\":1}");
    QCOMPARE(run.result.header("x-request-id"), "42");
    QCOMPARE(run.result.outcome, Outcome::Committed);
    QCOMPARE(run.result.timesSent, 1);
}

void tst_Exchange::keepsErrorBodies()
{
    for (const int status : {400, 401, 403, 404, 413, 422, 429, 500, 502, 503, 529}) {
        RawServer server([status](QTcpSocket &socket, const QByteArray &, int) {
            socket.write(RawServer::reply(status, "{\"detail\":\"why\"}"));
        });
        SystemClock clock;
        Run run(charge(server.url()), clock);
        QTRY_COMPARE(run.finishedCount, 1);
        QCOMPARE(run.result.status, status);
        QCOMPARE(run.result.end, WireEnd::Complete);
        QCOMPARE(run.result.body, "{\"detail\":\"why\"}");
        QCOMPARE(run.result.outcome, Outcome::Rejected);
    }
}

void tst_Exchange::handsStreamsOn()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                     "Content-Type: text/event-stream\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    });
    SystemClock clock;
    HttpRequest request = charge(server.url());
    request.streamed = true;
    Run run(request, clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.bytes, "abcde");
    QVERIFY(run.result.body.isEmpty());
    QVERIFY(run.result.isSuccess());
}

void tst_Exchange::redirectToAnotherOriginKeepsTheKey()
{
    RawServer other([](QTcpSocket &socket, const QByteArray &,
                       int) { socket.write(RawServer::reply(200, "{}")); },
                    QHostAddress(u"127.0.0.2"_s));
    const QByteArray location = "Location: " + other.url(u"/x"_s).toEncoded() + "\r\n";
    for (const int status : {301, 302, 303, 307, 308}) {
        RawServer server([&](QTcpSocket &socket, const QByteArray &, int) {
            socket.write(RawServer::reply(status, {}, location));
        });
        SystemClock clock;
        Run run(get(server.url()), clock);
        QTRY_COMPARE(run.finishedCount, 1);
        QCOMPARE(run.result.end, WireEnd::RedirectRefused);
        QCOMPARE(run.result.redirectTarget.host(), u"127.0.0.2"_s);
    }
    QVERIFY(other.requests().isEmpty());
}

void tst_Exchange::redirectToTheSameOriginIsFollowed()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request, int) {
        if (request.startsWith("GET /a/ "))
            socket.write(RawServer::reply(307, {}, "Location: /a\r\n"));
        else
            socket.write(RawServer::reply(200, "{}"));
    });
    SystemClock clock;
    Run run(get(server.url(u"/a/"_s)), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QVERIFY(run.result.isSuccess());
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests().at(1).contains("sk-test-key"));
}

void tst_Exchange::limits_data()
{
    QTest::addColumn<TimeLimits>("limits");
    QTest::addColumn<WireEnd>("end");
    const Milliseconds none{0};
    QTest::newRow("first byte") << TimeLimits{none, 5s, none, none} << WireEnd::FirstByteTimeout;
    QTest::newRow("idle") << TimeLimits{none, none, 5s, none} << WireEnd::IdleTimeout;
    QTest::newRow("total") << TimeLimits{none, none, none, 5s} << WireEnd::TotalTimeout;
}

void tst_Exchange::limits()
{
    QFETCH(TimeLimits, limits);
    QFETCH(WireEnd, end);
    const bool answers = end == WireEnd::IdleTimeout;
    RawServer server([answers](QTcpSocket &socket, const QByteArray &, int) {
        if (answers)
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    });
    FakeClock clock;
    HttpRequest request = charge(server.url());
    request.limits = limits;
    request.streamed = true;
    Run run(request, clock);
    // The clock goes on only after the exchange has come to where the limit counts.
    if (answers)
        QTRY_COMPARE(run.bytes, "{");
    else
        QTRY_COMPARE(run.exchange->result().timesSent, 1);
    QTRY_COMPARE(server.requests().size(), 1);
    clock.advance(4'999ms);
    QCOMPARE(run.finishedCount, 0);
    clock.advance(1ms);
    QCOMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, end);
    QCOMPARE(run.result.outcome, Outcome::Ambiguous);
}

void tst_Exchange::commentsKeepAStreamAlive()
{
    QTcpSocket *stream = nullptr;
    RawServer server([&stream](QTcpSocket &socket, const QByteArray &, int) {
        stream = &socket;
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: a\n\n");
    });
    FakeClock clock;
    HttpRequest request = charge(server.url());
    request.streamed = true;
    request.limits = {.idle = 5s, .total = 60s};
    Run run(request, clock);
    QTRY_COMPARE(run.bytes, ": a\n\n");
    for (int i = 1; i <= 4; ++i) {
        clock.advance(4s);
        stream->write(": b\n\n");
        QTRY_COMPARE(run.bytes.count('b'), i);
    }
    QCOMPARE(run.finishedCount, 0);
    clock.advance(5s);
    QCOMPARE(run.result.end, WireEnd::IdleTimeout);
}

void tst_Exchange::cancelFinishesAtOnce()
{
    RawServer server([](QTcpSocket &, const QByteArray &, int) {});
    SystemClock clock;
    Run run(charge(server.url()), clock);
    QTRY_COMPARE(server.requests().size(), 1);
    run.exchange->cancel();
    QCOMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, WireEnd::Cancelled);
    QCOMPARE(run.result.outcome, Outcome::Ambiguous);
    run.exchange->cancel();
    QCOMPARE(run.finishedCount, 1);
}

void tst_Exchange::noCookies()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(RawServer::reply(200, "{}", "Set-Cookie: a=b\r\n"));
    });
    SystemClock clock;
    HttpClient client(clock);
    for (int i = 0; i < 2; ++i) {
        auto *exchange = client.create(get(server.url()));
        QSignalSpy finished(exchange, &HttpExchange::finished);
        exchange->start();
        QVERIFY(finished.wait());
    }
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().at(1).toLower().contains("cookie"));
}

void tst_Exchange::earlyHintsAreNoReply_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("closes");
    QTest::newRow("silence") << ""_ba << false;
    QTest::newRow("the end") << ""_ba << true;
    QTest::newRow("the reply") << RawServer::reply(200, "{}") << false;
}

void tst_Exchange::earlyHintsAreNoReply()
{
    QFETCH(QByteArray, rest);
    QFETCH(bool, closes);
    RawServer server([=](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + rest);
        if (closes)
            socket.disconnectFromHost();
    });
    FakeClock clock;
    HttpRequest request = charge(server.url());
    request.limits = {.firstByte = 5s, .total = 0s};
    Run run(request, clock);
    // Up to Qt 6.4 the hints end the reply, later ones wait for the reply that they announce.
    QTRY_VERIFY(run.finishedCount == 1 || !server.requests().isEmpty());
    if (rest.isEmpty() && !closes) {
        QTRY_VERIFY(run.finishedCount == 1 || run.exchange->result().timesSent == 1);
        clock.advance(5s);
    }
    QTRY_COMPARE(run.finishedCount, 1);
    if (run.result.isSuccess()) {
        QCOMPARE(run.result.status, 200);
        QCOMPARE(run.result.body, "{}");
    } else {
        QCOMPARE(run.result.status, 0);
        QCOMPARE(run.result.outcome, Outcome::Ambiguous);
    }
    QVERIFY(!run.result.isSuccess() || !rest.isEmpty());
    QCOMPARE(server.requests().size(), 1);
}

void tst_Exchange::silenceCanBeLimitedAnew()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    });
    FakeClock clock;
    HttpRequest request = charge(server.url());
    request.limits = {.idle = 60s, .total = 0s};
    request.streamed = true;
    Run run(request, clock);
    QTRY_COMPARE(run.bytes, "{");
    run.exchange->limitSilence(5s);
    clock.advance(4'999ms);
    QCOMPARE(run.finishedCount, 0);
    clock.advance(1ms);
    QCOMPARE(run.result.end, WireEnd::IdleTimeout);
}

void tst_Exchange::wholeReplyEndsWell_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const QByteArray how : {"silence", "closed", "cancelled"})
        QTest::newRow(how.constData()) << how;
}

void tst_Exchange::wholeReplyEndsWell()
{
    QFETCH(QByteArray, how);
    QTcpSocket *stream = nullptr;
    RawServer server([&stream](QTcpSocket &socket, const QByteArray &, int) {
        stream = &socket;
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    });
    FakeClock clock;
    HttpRequest request = charge(server.url());
    request.limits = {.idle = 60s, .total = 0s};
    request.streamed = true;
    Run run(request, clock);
    QTRY_COMPARE(run.bytes, "{");
    run.exchange->endAfterSilence(2s);
    clock.advance(1'999ms);
    QCOMPARE(run.finishedCount, 0);
    if (how == "silence")
        clock.advance(1ms);
    else if (how == "closed")
        stream->disconnectFromHost();
    else
        run.exchange->cancel();
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, WireEnd::Complete);
    QCOMPARE(run.result.outcome, Outcome::Committed);
}

void tst_Exchange::mediaTypes()
{
    QVERIFY(isMediaType("text/event-stream", "text/event-stream"));
    QVERIFY(isMediaType("Text/Event-Stream ; charset=utf-8", "text/event-stream"));
    QVERIFY(!isMediaType("text/event-streams", "text/event-stream"));
    QVERIFY(!isMediaType("", "text/event-stream"));
}

QTEST_GUILESS_MAIN(tst_Exchange)
#include "tst_exchange.moc"
