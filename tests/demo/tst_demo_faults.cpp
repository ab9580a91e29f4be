// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoFixture.h"

#include "core/demo/FaultPlan.h"

#include <QSignalSpy>
#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Health = "GET /health HTTP/1.1\r\nHost: h\r\n\r\n";

Fault onHealth()
{
    Fault fault;
    fault.method = "GET";
    fault.pathPattern = u"/health"_s;
    return fault;
}

Fault onStreams()
{
    Fault fault;
    fault.pathPattern = u"/api/jobs/create-and-call*"_s;
    return fault;
}

} // namespace

class tst_DemoFaults : public QObject
{
    Q_OBJECT

private slots:
    void patterns_data();
    void patterns();
    void counting();
    void replacedAnswer();
    void brokenConnections_data();
    void brokenConnections();
    void hangAndDelay();
    void processFirstLosesOnlyTheAnswer();
    void heldRequestsRunWhenTheyAreDelivered();
    void spoiltStream();
    void splitChangesNothing();
    void errorsWithinStream();
    void errorTooLongToStore();
    void seenRequests();
    void keyAndRestart();
    void mainThread();
};

void tst_DemoFaults::patterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("match");
    const auto row = [](const QString &pattern, const QString &path, bool match) {
        QTest::addRow("%s on %s", qPrintable(pattern), qPrintable(path))
            << pattern << path << match;
    };
    row(u"*"_s, u"/a/b"_s, true);
    row(u"/a/*"_s, u"/a/b"_s, true);
    row(u"/a/*"_s, u"/a/b/c"_s, false);
    row(u"/a/**"_s, u"/a/b/c"_s, true);
    row(u"/a/*/c"_s, u"/a/b/c"_s, true);
    row(u"/a/*/c"_s, u"/a/b/d"_s, false);
    row(u"/a/call*"_s, u"/a/call-stream"_s, true);
    row(u"/a/call"_s, u"/a/call-stream"_s, false);
}

void tst_DemoFaults::patterns()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, path);
    QTEST(matchesPath(pattern, path), "match");
}

void tst_DemoFaults::counting()
{
    FaultPlan plan;
    Fault fault = onHealth();
    fault.skip = 1;
    fault.every = 2;
    fault.times = 2;
    fault.status = 503;
    plan.add(fault);
    QByteArray struck;
    for (int i = 0; i < 8; ++i) {
        QVERIFY(!plan.take("POST", u"/health"_s));
        struck += plan.take("GET", u"/health"_s) ? 'x' : '.';
    }
    QCOMPARE(struck, ".x.x...."_ba);
}

void tst_DemoFaults::replacedAnswer()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.keepAliveMs = 60000; // longer than a test waits
    DemoFixture demo(scenario);
    Fault limit = onHealth();
    limit.times = 1;
    limit.status = 429;
    limit.body = "slow down";
    limit.contentType = "text/plain";
    limit.headers = {{"Retry-After", "7"}};
    demo.gateway().addFault(limit);
    Fault redirect = onHealth();
    redirect.redirectTo = QUrl(u"http://127.0.0.1:1/elsewhere"_s);
    demo.gateway().addFault(redirect);

    const WireAnswer first = demo.ask("GET", "/health");
    QCOMPARE(first.status, 429);
    QCOMPARE(first.header("retry-after"), "7"_ba);
    QCOMPARE(first.body, "slow down"_ba);
    const WireAnswer second = demo.ask("GET", "/health");
    QCOMPARE(second.status, 307);
    QCOMPARE(second.header("location"), "http://127.0.0.1:1/elsewhere"_ba);
    demo.gateway().clearFaults();
    QCOMPARE(demo.ask("GET", "/health").status, 200);

    Fault crash = onHealth();
    crash.status = 500;
    crash.closesAfter = true;
    demo.gateway().addFault(crash);
    WireClient client(demo.gateway().baseUrl());
    client.send(Health);
    QCOMPARE(client.read().header("connection"), QByteArray());
    client.readAll();
    QVERIFY(client.isClosed());
}

void tst_DemoFaults::brokenConnections_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"drop", "reset", "halfHead", "garbage"})
        QTest::newRow(kind) << QByteArray(kind);
}

void tst_DemoFaults::brokenConnections()
{
    QFETCH(const QByteArray, kind);
    DemoFixture demo;
    Fault fault = onHealth();
    fault.times = 1;
    fault.drop = kind == "drop";
    fault.reset = kind == "reset";
    fault.halfHead = kind == "halfHead";
    fault.garbage = kind == "garbage";
    demo.gateway().addFault(fault);
    WireClient client(demo.gateway().baseUrl());
    client.send(Health);
    const QByteArray bytes = client.readAll();
    QVERIFY(client.isClosed());
    QCOMPARE(bytes.isEmpty(), fault.drop || fault.reset);
    QVERIFY2(!demo.gateway().requests().constFirst().clientLeftEarly, "the server left");
    QCOMPARE(bytes.startsWith("HTTP/1.1 200 OK\r\n"), fault.halfHead);
    QVERIFY(!bytes.contains("\r\n\r\n") || fault.garbage);
    QCOMPARE(demo.ask("GET", "/health").status, 200);
}

void tst_DemoFaults::hangAndDelay()
{
    DemoFixture demo;
    Fault hang = onHealth();
    hang.hang = true;
    hang.times = 1;
    demo.gateway().addFault(hang);
    Fault late = onHealth();
    late.delayMs = 30;
    demo.gateway().addFault(late);
    WireClient client(demo.gateway().baseUrl());
    client.send(Health);
    QVERIFY(!client.socket().waitForReadyRead(50));
    QVERIFY(!client.isClosed());
    client.close();
    QTRY_VERIFY(demo.gateway().requests().constFirst().clientLeftEarly);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(demo.ask("GET", "/health").status, 200);
    QVERIFY(timer.elapsed() >= 25);
}

void tst_DemoFaults::processFirstLosesOnlyTheAnswer()
{
    DemoFixture demo;
    const qsizetype before = demo.gateway().jobs().size();
    Fault fault = onStreams();
    fault.drop = true;
    fault.times = 1;
    demo.gateway().addFault(fault);
    QCOMPARE(demo.call("gpt-4o").status, 0);
    QCOMPARE(demo.gateway().jobs().size(), before);

    fault.processFirst = true;
    fault.times = 2;
    demo.gateway().addFault(fault);
    QCOMPARE(demo.call("gpt-4o").status, 0);
    QCOMPARE(demo.lastStatus(), u"COMPLETED"_s);
    QCOMPARE(demo.stream("gpt-4o").status, 0);
    QCOMPARE(demo.lastStatus(), u"COMPLETED"_s);
    QCOMPARE(demo.gateway().jobs().size(), before + 2);
    QCOMPARE(demo.gateway().creditsRemaining(), 998);
}

void tst_DemoFaults::heldRequestsRunWhenTheyAreDelivered()
{
    DemoFixture demo;
    const qsizetype before = demo.gateway().jobs().size();
    Fault fault = onStreams();
    fault.held = true;
    fault.times = 2;
    demo.gateway().addFault(fault);
    QCOMPARE(demo.call("gpt-4o").status, 0);
    QCOMPARE(demo.stream("gpt-4o").status, 0);
    QCOMPARE(demo.gateway().jobs().size(), before);
    demo.gateway().deliverHeld();
    QCOMPARE(demo.gateway().jobs().size(), before + 2);
    QTRY_COMPARE(demo.gateway().creditsRemaining(), 998);
    // Each is delivered once.
    demo.gateway().deliverHeld();
    QCOMPARE(demo.gateway().jobs().size(), before + 2);
}

void tst_DemoFaults::spoiltStream()
{
    DemoFixture demo;
    Fault cut = onStreams();
    cut.cutAfterBytes = 700;
    cut.times = 2;
    demo.gateway().addFault(cut);
    const WireAnswer stream = demo.stream("gpt-4o");
    QVERIFY(!stream.complete);
    QCOMPARE(stream.body.size(), 700);
    QTRY_COMPARE(demo.lastStatus(), u"COMPLETED"_s); // it was after the first event
    const WireAnswer plain = demo.call("gpt-4o");
    QVERIFY(!plain.complete);
    QCOMPARE(plain.body.size(), 700);

    Fault malformed = onStreams();
    malformed.malformedJson = true;
    demo.gateway().addFault(malformed);
    const WireAnswer broken = demo.stream("gpt-4o");
    QVERIFY(broken.complete);
    QVERIFY(QJsonDocument::fromJson(broken.events().at(1)).isNull());
    QVERIFY(!QJsonDocument::fromJson(broken.events().at(2)).isNull());
    const WireAnswer half = demo.call("gpt-4o");
    QVERIFY(half.complete && !half.body.isEmpty() && half.object().isEmpty());
}

void tst_DemoFaults::splitChangesNothing()
{
    DemoFixture demo;
    const QByteArray whole = demo.ask("GET", "/api/models").body;
    Fault split;
    split.splitEveryBytes = 3;
    demo.gateway().addFault(split);
    QCOMPARE(demo.ask("GET", "/api/models").body, whole);
    const WireAnswer stream = demo.stream("gemini-1.5-flash");
    QVERIFY(stream.complete);
    WireClient client(demo.gateway().baseUrl());
    client.send(QByteArray(Health) + Health); // pipelined answers must not mix
    QCOMPARE(client.read().status, 200);
    QCOMPARE(client.read().status, 200);
}

void tst_DemoFaults::errorsWithinStream()
{
    DemoFixture demo;
    Fault text = onStreams();
    text.errorInStream = true;
    text.afterEvents = 3;
    text.errorText = u"went wrong"_s;
    text.times = 1;
    demo.gateway().addFault(text);
    Fault object = onStreams();
    object.errorObjectInStream = true;
    demo.gateway().addFault(object);
    const WireAnswer first = demo.stream("gpt-4o");
    QCOMPARE(first.events().size(), 5); // role, three texts, error
    QCOMPARE(first.events().constLast(), R"({"error": "went wrong"})"_ba);
    QCOMPARE(demo.lastStatus(), u"FAILED"_s);
    const WireAnswer second = demo.stream("gpt-4o");
    QCOMPARE(second.events().size(), 2);
    QVERIFY(second.object().isEmpty());
    QVERIFY(second.events().constFirst().startsWith(R"({"error":{)"));
    QCOMPARE(demo.lastStatus(), u"COMPLETED"_s);
}

void tst_DemoFaults::errorTooLongToStore()
{
    DemoFixture demo;
    Fault fault = onStreams();
    fault.errorInStream = true;
    fault.errorText = QString(1001, u'x');
    demo.gateway().addFault(fault);
    const WireAnswer stream = demo.stream("gpt-4o");
    QVERIFY(!stream.complete);
    QCOMPARE(stream.body, ": keepalive\n\n"_ba);
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);
    QCOMPARE(demo.call("gpt-4o").body, "Internal Server Error"_ba);
}

void tst_DemoFaults::seenRequests()
{
    DemoFixture demo;
    QSignalSpy spy(&demo.gateway(), &DemoGateway::requestReceived);
    demo.ask("GET", "/health", {}, "X-Request-Id: 42\r\n");
    demo.ask("GET", "/api/teams/team_northwind/jobs?limit=3");
    QTRY_COMPARE(spy.size(), 2);
    const QList<SeenRequest> seen = demo.gateway().requests();
    QCOMPARE(seen.at(0).header("x-request-id"), "42"_ba);
    QCOMPARE(seen.at(1).query.queryItemValue(u"limit"_s), u"3"_s);
    QCOMPARE(seen.at(0).connection, 1);
    QCOMPARE(seen.at(1).connection, 2);
    QCOMPARE(demo.gateway().countRequests("GET", u"/api/teams/*/jobs"_s), 1);
    QCOMPARE(demo.gateway().countRequests({}, u"*"_s), 2);
    demo.gateway().clearRequests();
    QVERIFY(demo.gateway().requests().isEmpty());
}

void tst_DemoFaults::keyAndRestart()
{
    DemoFixture demo;
    const QByteArray old = "Authorization: Bearer " + demo.gateway().virtualKey().toUtf8() + "\r\n";
    demo.gateway().setVirtualKey(u"sk-rotated"_s);
    QCOMPARE(demo.ask("GET", "/api/teams/team_northwind/jobs", {}, old).status, 401);
    QCOMPARE(demo.ask("GET", "/api/teams/team_northwind/jobs").status, 200);

    const QUrl url = demo.gateway().baseUrl();
    WireClient client(url);
    client.send(Health);
    QCOMPARE(client.read().status, 200);
    demo.gateway().stop();
    client.readAll();
    QVERIFY(client.isClosed());
    QVERIFY(demo.gateway().baseUrl().isEmpty());
    QVERIFY(demo.gateway().listen(quint16(url.port())));
    QCOMPARE(demo.gateway().baseUrl(), url);
    QCOMPARE(demo.ask("GET", "/health").status, 200);
}

void tst_DemoFaults::mainThread()
{
    DemoGateway gateway(DemoFixture::small());
    QVERIFY(gateway.listen());
    QTcpSocket socket;
    socket.connectToHost(gateway.baseUrl().host(), quint16(gateway.baseUrl().port()));
    socket.write(Health);
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 OK"));
    QCOMPARE(gateway.openConnections(), 1);
}

QTEST_GUILESS_MAIN(tst_DemoFaults)
#include "tst_demo_faults.moc"
