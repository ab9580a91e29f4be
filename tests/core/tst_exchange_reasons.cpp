// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExchangeFixture.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray read(const QString &name)
{
    QFile file(QStringLiteral(LITEDECK_TEST_DATA "/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslCertificate certificate(const QString &name)
{
    return QSslCertificate(read(name));
}

/// A server with a certificate that answers 200 to whoever gets as far as asking.
class SecureServer
{
public:
    explicit SecureServer(const QString &name)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate(name));
        configuration.setPrivateKey(QSslKey(read(u"key.pem"_s), QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_received += socket->readAll();
                socket->write(RawServer::reply(200, "{}"));
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(m_server.serverPort())); }
    const QByteArray &received() const { return m_received; }

private:
    QSslServer m_server;
    QByteArray m_received;
};

/// A server that answers the first bytes of a connection with others, whatever they are.
class BlindServer
{
public:
    explicit BlindServer(const QByteArray &answer)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->readAll();
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(m_server.serverPort())); }

private:
    QTcpServer m_server;
};

} // namespace

/// Why a connection did not come about: an exchange tells the reason, and who said so.
class tst_ExchangeReasons : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void trustedCertificate();
    void certificates_data();
    void certificates();
    void handshakes_data();
    void handshakes();
    void proxyWantsAPassword_data();
    void proxyWantsAPassword();
    void proxyIsNotThere();
};

void tst_ExchangeReasons::initTestCase()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({certificate(u"authority.pem"_s)});
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void tst_ExchangeReasons::cleanup()
{
    for (const char *name : {"http_proxy", "https_proxy"})
        qunsetenv(name);
}

void tst_ExchangeReasons::trustedCertificate()
{
    const SecureServer server(u"good.pem"_s);
    SystemClock clock;
    Run run(get(server.url()), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QVERIFY(run.result.isSuccess());
    QVERIFY(!run.result.tls);
}

void tst_ExchangeReasons::certificates_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QList<TlsReason>>("reasons");
    QTest::addColumn<QString>("issuer");

    const QString known = u"Trusted Authority"_s;
    QTest::newRow("self-signed") << u"self_signed.pem"_s << QList{TlsReason::SelfSigned}
                                 << u"gateway.example"_s;
    QTest::newRow("untrusted") << u"untrusted.pem"_s << QList{TlsReason::UntrustedIssuer}
                               << u"Stranger"_s;
    QTest::newRow("expired") << u"expired.pem"_s << QList{TlsReason::Expired} << known;
    QTest::newRow("not yet valid")
        << u"not_yet_valid.pem"_s << QList{TlsReason::NotYetValid} << known;
    QTest::newRow("wrong host") << u"wrong_host.pem"_s << QList{TlsReason::WrongHost} << known;
}

void tst_ExchangeReasons::certificates()
{
    QFETCH(QString, file);
    const SecureServer server(file);
    SystemClock clock;
    Run run(charge(server.url()), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, WireEnd::TlsFailed);
    QCOMPARE(run.result.outcome, Outcome::NotSent);
    QVERIFY(run.result.tls);
    QTEST(run.result.tls->reasons, "reasons");
    QTEST(run.result.tls->issuer, "issuer");
    const QSslCertificate shown = certificate(file);
    QCOMPARE(run.result.tls->subject, shown.subjectInfo(QSslCertificate::CommonName).constFirst());
    QVERIFY(!run.result.tls->names.isEmpty());
    QCOMPARE(run.result.tls->validFrom, shown.effectiveDate().toUTC());
    QCOMPARE(run.result.tls->validUntil, shown.expiryDate().toUTC());
    QVERIFY(!run.result.tls->text.isEmpty());
    // The key stays here.
    QCOMPARE(server.received(), QByteArray());
}

void tst_ExchangeReasons::handshakes_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<TlsReason>("reason");

    // Alerts of RFC 5246, 7.2, and RFC 8446, 6.2: record head, then level and description. Of a
    // server that wants a certificate within TLS 1.3, Qt tells only that it closed the connection.
    const auto alert = [](char description) {
        return QByteArray("\x15\x03\x01\x00\x02\x02", 6) + description;
    };
    QTest::newRow("version") << alert(70) << TlsReason::Protocol;
    QTest::newRow("no cipher, or a certificate") << alert(40) << TlsReason::Handshake;
    QTest::newRow("weak") << alert(71) << TlsReason::Protocol;
    QTest::newRow("wants a certificate") << alert(116) << TlsReason::ClientCertificate;
    QTest::newRow("plain HTTP") << "HTTP/1.1 400 Bad Request\r\n\r\n"_ba << TlsReason::NoTls;
}

void tst_ExchangeReasons::handshakes()
{
    QFETCH(QByteArray, answer);
    QFETCH(TlsReason, reason);
    const BlindServer server(answer);
    SystemClock clock;
    Run run(get(server.url()), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, WireEnd::TlsFailed);
    QVERIFY(run.result.tls);
    QCOMPARE(run.result.tls->reasons, QList{reason});
    QCOMPARE(run.result.outcome, Outcome::NotSent);
}

void tst_ExchangeReasons::proxyWantsAPassword_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("plain") << QUrl(u"http://gateway.example/"_s);
    QTest::newRow("through CONNECT") << QUrl(u"https://gateway.example/"_s);
}

void tst_ExchangeReasons::proxyWantsAPassword()
{
    QFETCH(QUrl, url);
    const RawServer proxy([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(RawServer::reply(407, "Proxy Authentication Required",
                                      "Proxy-Authenticate: Basic realm=\"office\"\r\n",
                                      "text/plain"));
    });
    const QString address = proxy.url().authority();
    qputenv("http_proxy", "http://" + address.toLatin1());
    qputenv("https_proxy", "http://" + address.toLatin1());
    SystemClock clock;
    Run run(get(url), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, WireEnd::ProxyAuthentication);
    QCOMPARE(run.result.proxy, address);
}

void tst_ExchangeReasons::proxyIsNotThere()
{
    QString address;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        address = u"127.0.0.1:%1"_s.arg(closed.serverPort());
    }
    qputenv("http_proxy", "http://" + address.toLatin1());
    SystemClock clock;
    Run run(charge(QUrl(u"http://gateway.example/"_s)), clock);
    QTRY_COMPARE(run.finishedCount, 1);
    QCOMPARE(run.result.end, WireEnd::ProxyUnreachable);
    QCOMPARE(run.result.proxy, address);
    QCOMPARE(run.result.outcome, Outcome::NotSent);
}

QTEST_GUILESS_MAIN(tst_ExchangeReasons)
#include "tst_exchange_reasons.moc"
