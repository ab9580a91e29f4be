// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"
#include "net/HttpExchange.h"
#include "support/FakeClock.h"
#include "support/RawServer.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.endpoint = "/";
    request.headers = {{"Authorization", "Bearer sk-test-key"}};
    return request;
}

HttpRequest charge(const QUrl &url, qsizetype bodySize = 40)
{
    HttpRequest request = get(url);
    request.method = HttpMethod::Post;
    request.effect = Effect::Charges;
    request.body = '"' + QByteArray(bodySize, 'x') + '"';
    request.headers.emplaceBack("Content-Type", "application/json");
    return request;
}

/// Closes with RST instead of FIN.
void reset(QTcpSocket &socket)
{
    const linger noLinger{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &noLinger,
                 sizeof noLinger);
    socket.abort();
}

struct Run
{
    explicit Run(const HttpRequest &request, Clock &clock)
        : client(clock)
    {
        exchange = client.create(request);
        QObject::connect(exchange, &HttpExchange::finished, exchange,
                         [this](const HttpResult &finished) {
                             result = finished;
                             ++finishedCount;
                         });
        QObject::connect(exchange, &HttpExchange::bytesReceived, exchange,
                         [this](const QByteArray &part) { bytes += part; });
        exchange->start();
    }

    HttpClient client;
    HttpExchange *exchange;
    HttpResult result;
    QByteArray bytes;
    int finishedCount = 0;
};

} // namespace

class tst_Exchange : public QObject
{
    Q_OBJECT

private slots:
    void chargingPostLeavesOnce_data();
    void chargingPostLeavesOnce();
    void chargingPostAfterAnotherLeavesOnce();
    void readsAWholeReply();
    void keepsErrorBodies();
    void handsStreamsOn();
    void refusedIsNotSent();
    void redirectToAnotherOriginKeepsTheKey();
    void redirectToTheSameOriginIsFollowed();
    void redirectOfAChargingPostIsRefused();
    void limits_data();
    void limits();
    void commentsKeepAStreamAlive();
    void cancelFinishesAtOnce();
    void cancelBeforeSendingIsNotSent();
    void noCookies();
    void cutBodyIsAmbiguous();
    void earlyHintsAreNoReply();
    void outcomes_data();
    void outcomes();
};

void tst_Exchange::chargingPostLeavesOnce_data()
{
    using Answer = RawServer::Answer;
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<WireEnd>("end");
    const auto row = [](const char *name, WireEnd end, const Answer &answer) {
        QTest::newRow(name) << answer << end;
    };
    row("drop", WireEnd::Cut,
        [](QTcpSocket &socket, const QByteArray &, int) { socket.disconnectFromHost(); });
    row("reset", WireEnd::Cut, [](QTcpSocket &socket, const QByteArray &, int) { reset(socket); });
    row("half a head", WireEnd::Cut, [](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Ty");
        socket.disconnectFromHost();
    });
    row("garbage", WireEnd::Cut, [](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("\x16\x03\x01 what is this\r\n\r\n");
        socket.disconnectFromHost();
    });
    row("cut body", WireEnd::Cut, [](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        socket.disconnectFromHost();
    });
}

void tst_Exchange::chargingPostLeavesOnce()
{
    QFETCH(RawServer::Answer, answer);
    QFETCH(WireEnd, end);
    RawServer server(answer);
    SystemClock clock;
    Run run(charge(server.url()), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(server.countStartingWith("POST"), 1);
    QVERIFY2(run.result.end == end || run.result.end == WireEnd::Protocol,
             qPrintable(QString::number(int(run.result.end))));
    QCOMPARE(run.result.outcome, Outcome::Ambiguous);
}

void tst_Exchange::chargingPostAfterAnotherLeavesOnce()
{
    // The first two succeed and leave the connection alive, the third finds the server gone.
    RawServer server([](QTcpSocket &socket, const QByteArray &, int number) {
        if (number < 3)
            socket.write(RawServer::reply(200, "{}"));
        else
            reset(socket);
    });
    SystemClock clock;
    HttpClient client(clock);
    for (int number = 1; number <= 3; ++number) {
        auto *exchange = client.create(charge(server.url()));
        QSignalSpy finished(exchange, &HttpExchange::finished);
        exchange->start();
        QVERIFY(finished.wait());
        const auto result = finished.first().first().value<HttpResult>();
        QCOMPARE(result.outcome, number < 3 ? Outcome::Committed : Outcome::Ambiguous);
        QCOMPARE(server.countStartingWith("POST"), number);
    }
}

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

void tst_Exchange::refusedIsNotSent()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QUrl url(u"http://127.0.0.1/"_s);
    url.setPort(taken.serverPort());
    taken.close();
    SystemClock clock;
    Run run(charge(url), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, WireEnd::ConnectionRefused);
    QCOMPARE(run.result.outcome, Outcome::NotSent);
    QCOMPARE(run.result.timesSent, 0);
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

void tst_Exchange::redirectOfAChargingPostIsRefused()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(RawServer::reply(307, {}, "Location: /other\r\n"));
    });
    SystemClock clock;
    Run run(charge(server.url()), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, WireEnd::RedirectRefused);
    QCOMPARE(run.result.outcome, Outcome::Rejected);
    QCOMPARE(server.requests().size(), 1);
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

void tst_Exchange::cancelBeforeSendingIsNotSent()
{
    RawServer server([](QTcpSocket &, const QByteArray &, int) {});
    SystemClock clock;
    Run run(charge(server.url()), clock);
    run.exchange->cancel();
    QCOMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.outcome, Outcome::NotSent);
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

void tst_Exchange::cutBodyIsAmbiguous()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        socket.disconnectFromHost();
    });
    SystemClock clock;
    HttpRequest request = charge(server.url());
    request.streamed = true;
    Run run(request, clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.bytes, "abc");
    QCOMPARE(run.result.end, WireEnd::Cut);
    QCOMPARE(run.result.outcome, Outcome::Ambiguous);
}

void tst_Exchange::earlyHintsAreNoReply()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
    });
    SystemClock clock;
    Run run(charge(server.url()), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QVERIFY(!run.result.isSuccess());
    QCOMPARE(run.result.outcome, Outcome::Ambiguous);
}

void tst_Exchange::outcomes_data()
{
    QTest::addColumn<WireEnd>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("left");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](const char *name, WireEnd end, int status, const QByteArray &body,
                        bool left, Outcome outcome) {
        QTest::newRow(name) << end << status << body << left << outcome;
    };
    const QByteArray detail = R"({"detail":"LLM call failed: 500"})";
    row("never left", WireEnd::ConnectionRefused, 0, {}, false, Outcome::NotSent);
    row("200", WireEnd::Complete, 200, "{}", true, Outcome::Committed);
    row("429", WireEnd::Complete, 429, {}, true, Outcome::Rejected);
    row("500 of the gateway", WireEnd::Complete, 500, detail, true, Outcome::Rejected);
    row("500 of a crash", WireEnd::Complete, 500, "Internal Server Error", true,
        Outcome::Ambiguous);
    row("502 of a proxy", WireEnd::Complete, 502, "<html>", true, Outcome::Ambiguous);
    row("503", WireEnd::Complete, 503, "<html>", true, Outcome::Rejected);
    row("504", WireEnd::Complete, 504, "<html>", true, Outcome::Ambiguous);
    row("cut 200", WireEnd::Cut, 200, {}, true, Outcome::Ambiguous);
    row("cut 429", WireEnd::Cut, 429, {}, true, Outcome::Rejected);
    row("no reply", WireEnd::Cut, 0, {}, true, Outcome::Ambiguous);
    row("timeout", WireEnd::TotalTimeout, 0, {}, true, Outcome::Ambiguous);
    row("early hints", WireEnd::Protocol, 103, {}, true, Outcome::Ambiguous);
}

void tst_Exchange::outcomes()
{
    QFETCH(WireEnd, end);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, left);
    QTEST(judgeOutcome(end, status, body, left), "outcome");
}

QTEST_GUILESS_MAIN(tst_Exchange)
#include "tst_exchange.moc"
