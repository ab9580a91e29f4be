// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExchangeFixture.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is known of a request's effect on the server after an exchange, and that none has it twice.
class tst_ExchangeEffect : public QObject
{
    Q_OBJECT

private slots:
    void chargingPostLeavesOnce_data();
    void chargingPostLeavesOnce();
    void chargingPostAfterAnotherLeavesOnce();
    void refusedIsNotSent();
    void redirectOfAChargingPostIsRefused();
    void cancelBeforeSendingIsNotSent();
    void cutBodyIsAmbiguous();
    void outcomes_data();
    void outcomes();
    void aProxysWordIsNoRefusal_data();
    void aProxysWordIsNoRefusal();
    void aPageInPlaceOfAnAnswerDidNotRun_data();
    void aPageInPlaceOfAnAnswerDidNotRun();
};

void tst_ExchangeEffect::chargingPostLeavesOnce_data()
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

void tst_ExchangeEffect::chargingPostLeavesOnce()
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

void tst_ExchangeEffect::chargingPostAfterAnotherLeavesOnce()
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

void tst_ExchangeEffect::refusedIsNotSent()
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

void tst_ExchangeEffect::redirectOfAChargingPostIsRefused()
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

void tst_ExchangeEffect::cancelBeforeSendingIsNotSent()
{
    RawServer server([](QTcpSocket &, const QByteArray &, int) {});
    SystemClock clock;
    Run run(charge(server.url()), clock);
    run.exchange->cancel();
    QCOMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.outcome, Outcome::NotSent);
}

void tst_ExchangeEffect::cutBodyIsAmbiguous()
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

void tst_ExchangeEffect::outcomes_data()
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
    row("400", WireEnd::Complete, 400, {}, true, Outcome::Rejected);
    row("429 of the gateway", WireEnd::Complete, 429, detail, true, Outcome::Rejected);
    row("500 of the gateway", WireEnd::Complete, 500, detail, true, Outcome::Rejected);
    row("503 of the gateway", WireEnd::Complete, 503, detail, true, Outcome::Rejected);
    row("422 of the gateway", WireEnd::Complete, 422, R"({"detail":[{"loc":["body"]}]})", true,
        Outcome::Rejected);
    row("500 of a crash", WireEnd::Complete, 500, "Internal Server Error", true,
        Outcome::Ambiguous);
    row("cut 200", WireEnd::Cut, 200, {}, true, Outcome::Ambiguous);
    row("cut 400", WireEnd::Cut, 400, {}, true, Outcome::Rejected);
    row("cut 429", WireEnd::Cut, 429, R"({"deta)", true, Outcome::Ambiguous);
    row("no reply", WireEnd::Cut, 0, {}, true, Outcome::Ambiguous);
    row("timeout", WireEnd::TotalTimeout, 0, {}, true, Outcome::Ambiguous);
    row("early hints", WireEnd::Protocol, 103, {}, true, Outcome::Ambiguous);
}

void tst_ExchangeEffect::outcomes()
{
    QFETCH(WireEnd, end);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, left);
    QTEST(judgeOutcome(charge({}), {.end = end, .status = status, .body = body}, left), "outcome");
}

/// What proxies answer with by themselves after they passed a request on; each of these bodies was
/// seen behind a call that ran and was charged, or is what the product sends in that place.
void tst_ExchangeEffect::aProxysWordIsNoRefusal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, int status, const QByteArray &body) {
        QTest::newRow(name) << status << body;
    };
    row("Envoy, connection termination", 503,
        "upstream connect error or disconnect/reset before headers. reset reason: connection "
        "termination");
    row("Envoy, remote reset", 503,
        "upstream connect error or disconnect/reset before headers. reset reason: remote reset");
    row("Envoy, stream timeout", 408, "stream timeout");
    row("Envoy, request timeout", 504, "upstream request timeout");
    row("nginx 502", 502, "<html><head><title>502 Bad Gateway</title></head></html>");
    row("nginx 503", 503, "<html><head><title>503 Service Temporarily Unavailable</title></head>");
    row("nginx 504", 504, "<html><head><title>504 Gateway Time-out</title></head></html>");
    row("nginx 429", 429, "<html><head><title>429 Too Many Requests</title></head></html>");
    row("nginx 499", 499, {});
    row("Heroku H12", 503, "<!DOCTYPE html><html><title>Application error</title></html>");
    row("Vercel", 504, R"({"error":{"code":"504","message":"An error occurred"}})");
    row("Tyk", 504, R"({"error":"Upstream service reached hard timeout."})");
    row("Spring 504", 504, R"({"path":"/api","status":504,"error":"Gateway Timeout"})");
    row("Spring 502", 502, R"({"path":"/api","status":502,"error":"Bad Gateway"})");
    row("AWS API Gateway", 504, R"({"message":"Endpoint request timed out"})");
    row("Cloudflare 520", 520, "<html>Web server is returning an unknown error</html>");
    row("Cloudflare 524", 524, "error code: 524");
    row("500 with an error", 500, R"({"error":"x"})");
    row("503 without a body", 503, {});
    row("detail in a list", 503, R"([{"detail":"x"}])");
    row("detail in words", 502, "detail");
}

void tst_ExchangeEffect::aProxysWordIsNoRefusal()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QCOMPARE(judgeOutcome(charge({}), {.status = status, .body = body}, true), Outcome::Ambiguous);
}

void tst_ExchangeEffect::aPageInPlaceOfAnAnswerDidNotRun_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("page") << QByteArray("text/html; charset=utf-8") << Outcome::Rejected;
    QTest::newRow("shouted") << QByteArray("Text/HTML") << Outcome::Rejected;
    QTest::newRow("JSON") << QByteArray("application/json") << Outcome::Committed;
    QTest::newRow("events") << QByteArray("text/event-stream") << Outcome::Committed;
    QTest::newRow("not told") << QByteArray() << Outcome::Committed;
}

void tst_ExchangeEffect::aPageInPlaceOfAnAnswerDidNotRun()
{
    QFETCH(QByteArray, type);
    const HttpResult result{.status = 200, .headers = {{"content-type", type}}};
    QTEST(judgeOutcome(charge({}), result, true), "outcome");
}

QTEST_GUILESS_MAIN(tst_ExchangeEffect)
#include "tst_exchange_effect.moc"
