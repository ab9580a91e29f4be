// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting to a plain LiteLLM proxy, which is found by its address, and whose key tells the rest.
#include "core/demo/DemoGateway.h"
#include "tests/support/FakeClock.h"
#include "tests/support/RawServer.h"
#include "ui/settings/ConnectDialog.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <map>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

QByteArray payload(const QString &name)
{
    QFile file(QStringLiteral(LITEDECK_TEST_DATA "/litellm/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a proxy says that takes every key but "sk-bad".
struct Proxy
{
    Proxy()
    {
        answers = {{"/health/liveliness", "\"I'm alive!\""},
                   {"/key/info", payload(u"key.json"_s)},
                   {"/team/info", payload(u"team.json"_s)},
                   {"/user/info", payload(u"user.json"_s)},
                   {"/v1/models", payload(u"models.json"_s)}};
    }

    static constexpr auto Refusal =
        "{\"error\":{\"message\":\"Authentication Error, Invalid proxy server token passed.\","
        "\"type\":\"token_not_found_in_db\",\"param\":\"key\",\"code\":\"401\"}}";

    void answer(QTcpSocket &socket, const QByteArray &request)
    {
        const QByteArray path = request.split(' ').value(1).split('?').constFirst();
        if (request.contains("sk-bad"))
            socket.write(test::RawServer::reply(401, Refusal));
        else if (answers.contains(path))
            socket.write(test::RawServer::reply(200, answers[path]));
        else
            socket.write(test::RawServer::reply(403, "{\"detail\":\"not for this key\"}"));
    }

    std::map<QByteArray, QByteArray> answers;
    test::RawServer server{
        [this](QTcpSocket &socket, const QByteArray &request, int) { answer(socket, request); }};
};

} // namespace

class tst_ConnectProxy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void anAddressAndAKeyAreEnough();
    void theTestSaysWhatThereIs();
    void aKeyForCallsOnlyConnects();
    void aBadKeyIsSaidAndNothingIsKept();
    void theKeyNeverGoesToHealth();
    void anotherKeyOfTheSameUserIsTheSameConnection();
    void aKeyOfSomebodyElseIsAnotherConnection();
    void aSecondKeyOfTheSameUserIsRefused();
    void aKeyGoesToNoStrangerWhateverTheTeam_data();
    void aKeyGoesToNoStrangerWhateverTheTeam();
    void saasWantsATeam();
    void saasConnectsWhileItIsAway();

private:
    /// Opens another dialog, as each question gets one.
    void ask(const ConnectQuestion &question)
    {
        m_dialog = std::make_unique<ConnectDialog>(m_clock);
        m_dialog->ask(question);
        m_dialog->show();
    }
    QLineEdit *field(const QString &name) const { return m_dialog->findChild<QLineEdit *>(name); }
    void press(const QString &name) const { m_dialog->findChild<QPushButton *>(name)->click(); }
    void type(const QString &name, const QString &text) const
    {
        field(name)->selectAll();
        QTest::keyClicks(field(name), text);
    }
    void fillIn(const QUrl &server, const QString &key = u"sk-good"_s) const
    {
        type(u"profileServer"_s, server.toString());
        type(u"profileKey"_s, key);
    }
    QString problem(const QString &fieldName) const
    {
        const auto *label = m_dialog->findChild<QLabel *>(fieldName + u"Problem"_s);
        return label->isVisible() ? label->text() : QString();
    }
    InlineNotice *result() const { return m_dialog->findChild<InlineNotice *>(u"connectResult"_s); }
    /// The connection that the dialog makes of what is entered.
    Profile connect() const
    {
        QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
        press(u"connectNow"_s);
        if (connects.isEmpty() && !connects.wait())
            return {};
        return connects.first().at(0).value<Profile>();
    }

    test::FakeClock m_clock;
    std::unique_ptr<Proxy> m_proxy;
    std::unique_ptr<ConnectDialog> m_dialog;
};

void tst_ConnectProxy::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_ConnectProxy::init()
{
    m_proxy = std::make_unique<Proxy>();
    ask({});
}

void tst_ConnectProxy::anAddressAndAKeyAreEnough()
{
    fillIn(m_proxy->server.url());
    const Profile made = connect();
    QCOMPARE(made.kind, ServerKind::LiteLlmProxy);
    // Its team and its user, which stay the same when the key is exchanged.
    QCOMPARE(made.team.value, u"dce959e6-c92f-4883-83e2-d14a6fa1c2ed/u-ann"_s);
    QCOMPARE(made.teamName, u"acme"_s);
    QCOMPARE(made.name, u"acme"_s);
}

void tst_ConnectProxy::theTestSaysWhatThereIs()
{
    fillIn(m_proxy->server.url());
    QVERIFY(field(u"profileTeam"_s)->isVisible());
    press(u"connectTest"_s);
    QTRY_VERIFY(result()->isVisible());
    QVERIFY2(result()->accessibleName().startsWith(u"Connected: team acme, active, $"_s),
             qPrintable(result()->accessibleName()));
    // Nobody types a team's name there.
    QVERIFY(!field(u"profileTeam"_s)->isVisible());
    QVERIFY(m_dialog->isVisible());
}

void tst_ConnectProxy::aKeyForCallsOnlyConnects()
{
    for (const char *path : {"/key/info", "/team/info", "/user/info"})
        m_proxy->answers.erase(path);
    fillIn(m_proxy->server.url());
    const Profile made = connect();
    QCOMPARE(made.kind, ServerKind::LiteLlmProxy);
    // Of nobody that is known; another such key is another connection.
    QVERIFY2(made.team.value.startsWith(u"key-"_s), qPrintable(made.team.value));
    QVERIFY(!made.team.value.contains(u"good"_s));
    QCOMPARE(made.shownTeam(), QString());
    QCOMPARE(made.name, m_proxy->server.url().authority());
}

void tst_ConnectProxy::aBadKeyIsSaidAndNothingIsKept()
{
    fillIn(m_proxy->server.url(), u"sk-bad"_s);
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    press(u"connectNow"_s);
    QTRY_VERIFY(result()->isVisible());
    QVERIFY2(result()->accessibleName().startsWith(u"The virtual key was refused"_s),
             qPrintable(result()->accessibleName()));
    QCOMPARE(connects.size(), 0);
    QVERIFY(m_dialog->isVisible());
}

void tst_ConnectProxy::theKeyNeverGoesToHealth()
{
    // There it would call every model for money.
    fillIn(m_proxy->server.url());
    QVERIFY(!connect().id.isEmpty());
    QVERIFY(m_proxy->server.countStartingWith("GET /key/info") > 0);
    for (const QByteArray &request : m_proxy->server.requests()) {
        if (request.startsWith("GET /health"))
            QVERIFY2(!request.toLower().contains("authorization"), request.constData());
    }
    QCOMPARE(m_proxy->server.countStartingWith("GET /health "), 0);
}

void tst_ConnectProxy::anotherKeyOfTheSameUserIsTheSameConnection()
{
    fillIn(m_proxy->server.url());
    const Profile known = connect();
    ask({.purpose = ConnectQuestion::Purpose::Edit,
         .profile = known,
         .presentKey = u"sk-good"_s,
         .surroundings = {.saved = {known}}});
    QVERIFY(!field(u"profileTeam"_s)->isVisible());
    type(u"profileKey"_s, u"sk-renewed"_s);
    QCOMPARE(connect(), known);
}

void tst_ConnectProxy::aKeyOfSomebodyElseIsAnotherConnection()
{
    fillIn(m_proxy->server.url());
    const Profile known = connect();
    ask({.purpose = ConnectQuestion::Purpose::Edit,
         .profile = known,
         .presentKey = u"sk-good"_s,
         .surroundings = {.saved = {known}}});
    type(u"profileKey"_s, u"sk-of-somebody-else"_s);
    m_proxy->answers.erase("/team/info");
    m_proxy->answers["/key/info"].replace("u-ann", "somebody-else");
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    press(u"connectNow"_s);
    const auto *another = m_dialog->findChild<InlineNotice *>(u"profileAnother"_s);
    QTRY_VERIFY(another->isVisible());
    QCOMPARE(connects.size(), 0);
    const Profile made = connect();
    QVERIFY(made.id != known.id);
    QVERIFY2(made.team.value.endsWith(u"/somebody-else"), qPrintable(made.team.value));
}

void tst_ConnectProxy::aSecondKeyOfTheSameUserIsRefused()
{
    fillIn(m_proxy->server.url());
    const Profile known = connect();
    ask({.surroundings = {.saved = {known}}});
    fillIn(m_proxy->server.url(), u"sk-second"_s);
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    press(u"connectNow"_s);
    QTRY_VERIFY(problem(u"profileKey"_s).contains(u"“acme”"_s));
    QCOMPARE(connects.size(), 0);
}

void tst_ConnectProxy::aKeyGoesToNoStrangerWhateverTheTeam_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {404, 403, 500, 502, 503})
        QTest::addRow("%d", status) << status;
}

void tst_ConnectProxy::aKeyGoesToNoStrangerWhateverTheTeam()
{
    QFETCH(int, status);
    const test::RawServer stranger([status](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(test::RawServer::reply(status, "no"));
    });
    fillIn(stranger.url());
    type(u"profileTeam"_s, u"acme"_s);
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    press(u"connectNow"_s);
    QTRY_VERIFY(result()->isVisible());
    QCOMPARE(connects.size(), 0);
    for (const QByteArray &request : stranger.requests())
        QVERIFY2(!request.contains("sk-good"), request.constData());
}

void tst_ConnectProxy::saasWantsATeam()
{
    demo::DemoGateway gateway;
    QVERIFY(gateway.listen());
    fillIn(gateway.baseUrl(), gateway.virtualKey());
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    press(u"connectNow"_s);
    QTRY_VERIFY(!problem(u"profileTeam"_s).isEmpty());
    QCOMPARE(m_dialog->focusWidget(), field(u"profileTeam"_s));
    QCOMPARE(connects.size(), 0);
    type(u"profileTeam"_s, gateway.teamId());
    const Profile made = connect();
    QCOMPARE(made.kind, ServerKind::SaasLiteLlm);
    QCOMPARE(made.team.value, gateway.teamId());
    for (const demo::SeenRequest &request : gateway.requests())
        QVERIFY2(request.header("Authorization").isEmpty(), qPrintable(request.path));
}

void tst_ConnectProxy::saasConnectsWhileItIsAway()
{
    demo::DemoGateway gateway;
    QVERIFY(gateway.listen());
    const QUrl away = gateway.baseUrl();
    gateway.stop();
    fillIn(away);
    press(u"connectNow"_s);
    // Without a team it may be anything.
    QTRY_VERIFY(result()->isVisible());
    QVERIFY(m_dialog->isVisible());
    type(u"profileTeam"_s, u"acme"_s);
    QCOMPARE(connect().kind, ServerKind::SaasLiteLlm);
}

QTEST_MAIN(tst_ConnectProxy)
#include "tst_connect_proxy.moc"
