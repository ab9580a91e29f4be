// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExchangeFixture.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is known of a request's effect on the server after an exchange, and that none has it twice.
class TestExchangeEffect : public QObject
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
};

void TestExchangeEffect::chargingPostLeavesOnce_data()
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

void TestExchangeEffect::chargingPostLeavesOnce()
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

void TestExchangeEffect::chargingPostAfterAnotherLeavesOnce()
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

void TestExchangeEffect::refusedIsNotSent()
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

void TestExchangeEffect::redirectOfAChargingPostIsRefused()
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

void TestExchangeEffect::cancelBeforeSendingIsNotSent()
{
    RawServer server([](QTcpSocket &, const QByteArray &, int) {});
    SystemClock clock;
    Run run(charge(server.url()), clock);
    run.exchange->cancel();
    QCOMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.outcome, Outcome::NotSent);
}

void TestExchangeEffect::cutBodyIsAmbiguous()
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

void TestExchangeEffect::outcomes_data()
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

void TestExchangeEffect::outcomes()
{
    QFETCH(WireEnd, end);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, left);
    QTEST(judgeOutcome(end, status, body, left), "outcome");
}

QTEST_GUILESS_MAIN(TestExchangeEffect)
#include "tst_exchange_effect.moc"
