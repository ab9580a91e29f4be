// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExchangeFixture.h"

#include <QNetworkProxy>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Only the proxy knows this name.
const QUrl Origin(u"http://gateway.invalid:8003/api/jobs/create-and-call"_s);

bool isAuthorized(const QByteArray &request)
{
    return request.toLower().contains("proxy-authorization: basic " +
                                      QByteArray("me:secret").toBase64().toLower());
}

/// A proxy that asks for a password and answers in the gateway's place.
struct GuardedProxy
{
    explicit GuardedProxy(bool keepsConnections)
        : server([keepsConnections](QTcpSocket &socket, const QByteArray &request, int) {
            const bool isHead = request.startsWith("HEAD ");
            if (isAuthorized(request))
                socket.write(RawServer::reply(200, isHead ? "" : "{\"a\":1}"));
            else
                socket.write(
                    RawServer::reply(407, {}, "Proxy-Authenticate: Basic realm=\"p\"\r\n"));
            if (!keepsConnections)
                socket.disconnectFromHost();
        })
    {}

    QNetworkProxy proxy(const QString &password) const
    {
        const QUrl url = server.url();
        return {QNetworkProxy::HttpProxy, url.host(), quint16(url.port()), u"me"_s, password};
    }

    RawServer server;
};

} // namespace

/// Requests that must leave once, where somebody on the way wants to be told who is there.
class tst_Proxy : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void chargesOnceThroughAGuardedProxy_data();
    void chargesOnceThroughAGuardedProxy();
    void wrongPasswordSendsNothing();
    void openProxyIsNotGreeted();
    void challengesAreNotAnswered_data();
    void challengesAreNotAnswered();
};

void tst_Proxy::cleanup()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

void tst_Proxy::chargesOnceThroughAGuardedProxy_data()
{
    QTest::addColumn<bool>("keepsConnections");
    QTest::newRow("connection kept") << true;
    QTest::newRow("connection closed") << false;
}

void tst_Proxy::chargesOnceThroughAGuardedProxy()
{
    QFETCH(bool, keepsConnections);
    GuardedProxy guard(keepsConnections);
    QNetworkProxy::setApplicationProxy(guard.proxy(u"secret"_s));
    SystemClock clock;
    Run run(charge(Origin), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QVERIFY(run.result.isSuccess());
    QCOMPARE(run.result.body, "{\"a\":1}");
    QCOMPARE(run.result.timesSent, 1);
    QCOMPARE(guard.server.countStartingWith("POST "), 1);
    for (const QByteArray &request : guard.server.requests())
        QCOMPARE(request.contains("sk-test-key"), request.startsWith("POST "));
}

void tst_Proxy::wrongPasswordSendsNothing()
{
    GuardedProxy guard(true);
    QNetworkProxy::setApplicationProxy(guard.proxy(u"wrong"_s));
    SystemClock clock;
    Run run(charge(Origin), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QVERIFY(!run.result.isSuccess());
    QCOMPARE(run.result.status, 407);
    QCOMPARE(run.result.outcome, Outcome::Rejected);
    QCOMPARE(guard.server.countStartingWith("POST "), 0);
}

void tst_Proxy::openProxyIsNotGreeted()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(RawServer::reply(200, "{}"));
    });
    const QUrl url = server.url();
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, url.host(), quint16(url.port())});
    SystemClock clock;
    Run run(charge(Origin), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QVERIFY(run.result.isSuccess());
    QCOMPARE(server.requests().size(), 1);
}

void tst_Proxy::challengesAreNotAnswered_data()
{
    QTest::addColumn<QByteArray>("challenge");
    for (const QByteArray challenge :
         {"NTLM", "Negotiate", "Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\""})
        QTest::newRow(challenge.constData()) << challenge;
}

void tst_Proxy::challengesAreNotAnswered()
{
    QFETCH(QByteArray, challenge);
    RawServer server([&challenge](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(RawServer::reply(401, "{\"detail\":\"who?\"}",
                                      "WWW-Authenticate: " + challenge + "\r\n"));
    });
    SystemClock clock;
    Run run(charge(server.url()), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.status, 401);
    QCOMPARE(run.result.end, WireEnd::Complete);
    QCOMPARE(run.result.outcome, Outcome::Rejected);
    QCOMPARE(run.result.body, "{\"detail\":\"who?\"}");
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(tst_Proxy)
#include "tst_proxy.moc"
