// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoGateway.h"
#include "tests/support/FakeClock.h"
#include "ui/settings/ConnectDialog.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

class tst_ConnectDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void problemsAreSaidAtTheField_data();
    void problemsAreSaidAtTheField();
    void problemsWaitUntilAFieldIsLeft();
    void openAddressesAreWarnedOf();
    void keyIsHiddenUntilAsked();
    void keyIsForgottenOnClose();
    void connectGivesProfileAndKey();
    void namesDefaultToTheTeam();
    void aProfileKeepsItsId();
    void secondAddress_data();
    void secondAddress();
    void demoIsOffered();
    void testFindsTheTeam();
    void testFindsASuspendedTeam();
    void testFindsAWrongKey();
    void testFindsNoServer();
    void testNamesAnotherServer_data();
    void testNamesAnotherServer();
    void testCanBeCancelled();
    void editingTakesTheResultAway();
    void tabWalksTheFields();
    void settingsApplyAtOnce();
    void settingsFollowTheFile();
    void settingsLeadToTheConnection();

private:
    QLineEdit *field(const QString &name) const { return m_dialog->findChild<QLineEdit *>(name); }
    QPushButton *button(const QString &name) const
    {
        return m_dialog->findChild<QPushButton *>(name);
    }
    QString problem(const QString &fieldName) const;
    InlineNotice *result() const { return m_dialog->findChild<InlineNotice *>(u"connectResult"_s); }
    void type(const QString &name, const QString &text) const;
    void fillIn(const QString &server, const QString &team, const QString &key) const;
    /// As if the server had told that it is SaaS LiteLLM; there is none at some addresses here.
    void knowKind() const
    {
        m_dialog->findChild<ProfileForm *>()->setKind(ServerKind::SaasLiteLlm);
    }

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<ConnectDialog> m_dialog;
};

void tst_ConnectDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_ConnectDialog::init()
{
    m_clock = std::make_unique<test::FakeClock>();
    m_dialog = std::make_unique<ConnectDialog>(*m_clock);
    m_dialog->show();
}

void tst_ConnectDialog::cleanup()
{
    m_dialog.reset();
}

QString tst_ConnectDialog::problem(const QString &fieldName) const
{
    const auto *label = m_dialog->findChild<QLabel *>(fieldName + u"Problem"_s);
    return label->isVisible() ? label->text() : QString();
}

void tst_ConnectDialog::type(const QString &name, const QString &text) const
{
    field(name)->selectAll();
    QTest::keyClicks(field(name), text);
}

void tst_ConnectDialog::fillIn(const QString &server, const QString &team, const QString &key) const
{
    type(u"profileServer"_s, server);
    type(u"profileTeam"_s, team);
    type(u"profileKey"_s, key);
}

void tst_ConnectDialog::problemsAreSaidAtTheField_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("team");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("wrongField");
    QTest::newRow("nothing") << QString() << QString() << QString() << u"profileServer"_s;
    QTest::newRow("no scheme") << u"gateway.example.com"_s << u"acme"_s << u"k"_s
                               << u"profileServer"_s;
    QTest::newRow("ftp") << u"ftp://example.com"_s << u"acme"_s << u"k"_s << u"profileServer"_s;
    QTest::newRow("no host") << u"https://"_s << u"acme"_s << u"k"_s << u"profileServer"_s;
    QTest::newRow("not a URL") << u"https://exa mple"_s << u"acme"_s << u"k"_s
                               << u"profileServer"_s;
    QTest::newRow("password") << u"https://a:b@example.com"_s << u"acme"_s << u"k"_s
                              << u"profileServer"_s;
    QTest::newRow("query") << u"https://example.com?x=1"_s << u"acme"_s << u"k"_s
                           << u"profileServer"_s;
    QTest::newRow("no team") << u"https://example.com"_s << u" "_s << u"k"_s << u"profileTeam"_s;
    QTest::newRow("no key") << u"https://example.com"_s << u"acme"_s << u" "_s << u"profileKey"_s;
}

void tst_ConnectDialog::problemsAreSaidAtTheField()
{
    QFETCH(QString, server);
    QFETCH(QString, team);
    QFETCH(QString, key);
    QFETCH(QString, wrongField);
    fillIn(server, team, key);
    knowKind();
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    for (const QString &name : {u"connectNow"_s, u"connectTest"_s}) {
        button(name)->click();
        QCOMPARE(connects.size(), 0);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!problem(wrongField).isEmpty());
        QCOMPARE(field(wrongField)->accessibleDescription(), problem(wrongField));
        QCOMPARE(m_dialog->focusWidget(), field(wrongField));
    }
}

void tst_ConnectDialog::problemsWaitUntilAFieldIsLeft()
{
    type(u"profileServer"_s, u"gateway"_s);
    QCOMPARE(problem(u"profileServer"_s), QString());
    emit field(u"profileServer"_s)->editingFinished();
    QVERIFY(!problem(u"profileServer"_s).isEmpty());
    QCOMPARE(problem(u"profileTeam"_s), QString());
    type(u"profileServer"_s, u"https://gateway"_s);
    QCOMPARE(problem(u"profileServer"_s), QString());
}

void tst_ConnectDialog::openAddressesAreWarnedOf()
{
    const auto *hint = m_dialog->findChild<QLabel *>(u"profileServerHint"_s);
    type(u"profileServer"_s, u"http://127.0.0.1:8000"_s);
    QVERIFY(!hint->isVisible());
    type(u"profileServer"_s, u"http://gateway.example.com"_s);
    QVERIFY(hint->isVisible());
    type(u"profileServer"_s, u"https://gateway.example.com"_s);
    QVERIFY(!hint->isVisible());
}

void tst_ConnectDialog::keyIsHiddenUntilAsked()
{
    auto *show = m_dialog->findChild<QAbstractButton *>(u"profileKeyShow"_s);
    QCOMPARE(field(u"profileKey"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(show->accessibleName(), u"Show key"_s);
    show->click();
    QCOMPARE(field(u"profileKey"_s)->echoMode(), QLineEdit::Normal);
    QCOMPARE(show->accessibleName(), u"Hide key"_s);
    show->click();
    QCOMPARE(field(u"profileKey"_s)->echoMode(), QLineEdit::Password);
}

void tst_ConnectDialog::keyIsForgottenOnClose()
{
    type(u"profileKey"_s, u"sk-secret"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(field(u"profileKey"_s)->text(), QString());
}

void tst_ConnectDialog::connectGivesProfileAndKey()
{
    fillIn(u"https://gateway.example.com"_s, u"acme"_s, u" sk-secret "_s);
    type(u"profileName"_s, u"Work"_s);
    knowKind();
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    QTest::keyClick(field(u"profileTeam"_s), Qt::Key_Return);
    QCOMPARE(connects.size(), 1);
    const auto profile = connects.first().at(0).value<Profile>();
    QCOMPARE(profile.server, QUrl(u"https://gateway.example.com"_s));
    QCOMPARE(profile.team.value, u"acme"_s);
    QCOMPARE(profile.name, u"Work"_s);
    QVERIFY(!profile.id.isEmpty());
    QCOMPARE(connects.first().at(1).toString(), u"sk-secret"_s);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(field(u"profileKey"_s)->text(), QString());
}

void tst_ConnectDialog::namesDefaultToTheTeam()
{
    fillIn(u"https://gateway.example.com"_s, u"acme"_s, u"sk-secret"_s);
    knowKind();
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    button(u"connectNow"_s)->click();
    QCOMPARE(connects.first().at(0).value<Profile>().name, u"acme"_s);
}

void tst_ConnectDialog::aProfileKeepsItsId()
{
    const Profile known{.id = ProfileId{u"p1"_s},
                        .name = u"Work"_s,
                        .server = QUrl(u"https://gateway.example.com"_s),
                        .team = TeamId{u"acme"_s},
                        .secondServer = QUrl(u"https://second.example.com"_s)};
    m_dialog->ask({.purpose = ConnectQuestion::Purpose::Open, .profile = known});
    QCOMPARE(field(u"profileKey"_s)->text(), QString());
    QCOMPARE(m_dialog->focusWidget(), field(u"profileKey"_s));
    type(u"profileKey"_s, u"sk-new"_s);
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    button(u"connectNow"_s)->click();
    QCOMPARE(connects.first().at(0).value<Profile>(), known);
}

void tst_ConnectDialog::secondAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("another") << u"https://other.example.com"_s << true;
    QTest::newRow("the same") << u"https://gateway.example.com/"_s << false;
    QTest::newRow("no address") << u"somewhere else"_s << false;
    QTest::newRow("no scheme") << u"other.example.com"_s << false;
}

void tst_ConnectDialog::secondAddress()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    fillIn(u"https://gateway.example.com"_s, u"acme"_s, u"sk-secret"_s);
    type(u"profileSecondServer"_s, address);
    knowKind();
    const QSignalSpy connects(m_dialog.get(), &ConnectDialog::connectRequested);
    button(u"connectNow"_s)->click();
    QCOMPARE(connects.size(), good ? 1 : 0);
    if (good)
        QCOMPARE(connects.first().at(0).value<Profile>().secondServer, QUrl(address));
    else
        QCOMPARE(m_dialog->focusWidget(), field(u"profileSecondServer"_s));
}

void tst_ConnectDialog::demoIsOffered()
{
    const QSignalSpy demos(m_dialog.get(), &ConnectDialog::demoRequested);
    QTest::keyClick(button(u"connectDemo"_s), Qt::Key_Space);
    QCOMPARE(demos.size(), 1);
    QVERIFY(!m_dialog->isVisible());
}

void tst_ConnectDialog::testFindsTheTeam()
{
    demo::DemoGateway gateway({.credits = 412});
    QVERIFY(gateway.listen());
    fillIn(gateway.baseUrl().toString(), gateway.teamId(), gateway.virtualKey());
    button(u"connectTest"_s)->click();
    QVERIFY(m_dialog->findChild<QProgressBar *>(u"connectProgress"_s)->isVisible());
    QTRY_VERIFY(result()->isVisible());
    QCOMPARE(result()->accessibleName(),
             u"Connected: team %1, active, 412 credit(s)"_s.arg(gateway.teamId()));
    QVERIFY(!m_dialog->findChild<QProgressBar *>(u"connectProgress"_s)->isVisible());
    QCOMPARE(gateway.countRequests("POST", u"/*"_s), 0);
}

void tst_ConnectDialog::testFindsASuspendedTeam()
{
    demo::DemoGateway gateway;
    gateway.setTeamStatus(u"suspended"_s);
    QVERIFY(gateway.listen());
    fillIn(gateway.baseUrl().toString(), gateway.teamId(), gateway.virtualKey());
    button(u"connectTest"_s)->click();
    QTRY_VERIFY(result()->isVisible());
    QVERIFY2(result()->accessibleName().contains(u", suspended, "_s),
             qPrintable(result()->accessibleName()));
}

void tst_ConnectDialog::testFindsAWrongKey()
{
    demo::DemoGateway gateway;
    QVERIFY(gateway.listen());
    fillIn(gateway.baseUrl().toString(), gateway.teamId(), u"sk-wrong-key-0123456789"_s);
    button(u"connectTest"_s)->click();
    QTRY_VERIFY(result()->isVisible());
    QVERIFY2(result()->accessibleName().startsWith(u"The virtual key was refused"_s),
             qPrintable(result()->accessibleName()));
    QVERIFY(!result()->accessibleName().contains(u"0123456789"_s));
}

void tst_ConnectDialog::testFindsNoServer()
{
    demo::DemoGateway gateway;
    QVERIFY(gateway.listen());
    const QString nobody = gateway.baseUrl().toString();
    gateway.stop();
    fillIn(nobody, u"acme"_s, u"sk-x"_s);
    button(u"connectTest"_s)->click();
    QTRY_VERIFY(result()->isVisible());
    QVERIFY2(result()->accessibleName().startsWith(u"No connection"_s),
             qPrintable(result()->accessibleName()));
    QVERIFY(button(u"connectNow"_s)->isEnabled());
}

void tst_ConnectDialog::testNamesAnotherServer_data()
{
    QTest::addColumn<demo::Fault>("health");
    QTest::newRow("something healthy")
        << demo::Fault{.pathPattern = u"/health"_s, .status = 200, .body = R"({"status":"UP"})"};
    QTest::newRow("something closed")
        << demo::Fault{.pathPattern = u"/health"_s, .status = 403, .body = "no"};
}

void tst_ConnectDialog::testNamesAnotherServer()
{
    QFETCH(demo::Fault, health);
    demo::DemoGateway gateway;
    gateway.addFault(health);
    QVERIFY(gateway.listen());
    fillIn(gateway.baseUrl().toString(), gateway.teamId(), gateway.virtualKey());
    button(u"connectTest"_s)->click();
    QTRY_VERIFY(result()->isVisible());
    QVERIFY2(result()->accessibleName().startsWith(u"This answers neither "_s),
             qPrintable(result()->accessibleName()));
    for (const demo::SeenRequest &request : gateway.requests())
        QVERIFY2(request.header("Authorization").isEmpty(), qPrintable(request.path));
    QVERIFY(!button(u"connectTest"_s)->accessibleName().startsWith(u"Cancel"_s));
}

void tst_ConnectDialog::testCanBeCancelled()
{
    demo::DemoGateway gateway;
    QVERIFY(gateway.listen());
    fillIn(gateway.baseUrl().toString(), gateway.teamId(), gateway.virtualKey());
    auto *test = button(u"connectTest"_s);
    test->click();
    QCOMPARE(test->accessibleName(), u"Cancel test"_s);
    test->click();
    QCOMPARE(test->accessibleName(), u"Test connection"_s);
    QVERIFY(!m_dialog->findChild<QProgressBar *>(u"connectProgress"_s)->isVisible());
    test->click();
    QTRY_VERIFY(result()->isVisible());
    QVERIFY(result()->accessibleName().startsWith(u"Connected"_s));
}

void tst_ConnectDialog::editingTakesTheResultAway()
{
    demo::DemoGateway gateway;
    QVERIFY(gateway.listen());
    fillIn(gateway.baseUrl().toString(), gateway.teamId(), gateway.virtualKey());
    button(u"connectTest"_s)->click();
    QTRY_VERIFY(result()->isVisible());
    type(u"profileTeam"_s, u"other"_s);
    QVERIFY(!result()->isVisible());
}

void tst_ConnectDialog::tabWalksTheFields()
{
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    field(u"profileServer"_s)->setFocus();
    for (const QString &name : {u"profileKey"_s, u"profileKeyShow"_s, u"profileTeam"_s,
                                u"profileName"_s, u"profileSecondServer"_s, u"connectDemo"_s,
                                u"connectTest"_s, u"connectCancel"_s, u"connectNow"_s}) {
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(m_dialog->focusWidget()->objectName(), name);
        QVERIFY(!m_dialog->focusWidget()->accessibleName().isEmpty());
    }
}

void tst_ConnectDialog::settingsApplyAtOnce()
{
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"s.ini"_s));
    SettingsDialog dialog(settings);
    dialog.show();
    auto *scheme = dialog.findChild<QComboBox *>(u"settingsScheme"_s);
    QTest::keyClick(scheme, Qt::Key_Down);
    QCOMPARE(settings.get(Keys::ColorScheme), u"light"_s);
    QTest::keyClick(scheme, Qt::Key_Down);
    QCOMPARE(settings.get(Keys::ColorScheme), u"dark"_s);
    QTest::keyClick(dialog.findChild<QCheckBox *>(u"settingsSendOnEnter"_s), Qt::Key_Space);
    QCOMPARE(settings.get(Keys::SendOnEnter), false);
    dialog.findChild<QSpinBox *>(u"settingsRetries"_s)->setValue(7);
    QCOMPARE(settings.get(Keys::MaxRetries), 7);
    auto *patience = dialog.findChild<QSpinBox *>(u"settingsWholeReply"_s);
    QCOMPARE(patience->value(), 600);
    patience->setValue(0);
    QCOMPARE(settings.get(Keys::WholeReplySeconds), 0);
    QCOMPARE(patience->text(), u"No limit"_s);
    dialog.findChild<QSpinBox *>(u"settingsStreamSilence"_s)->setValue(30);
    QCOMPARE(settings.get(Keys::StreamSilenceSeconds), 30);
    auto *backups = dialog.findChild<QSpinBox *>(u"settingsBackups"_s);
    QVERIFY(!backups->isVisible());
    dialog.setBackupDirectory(directory.filePath(u"backups"_s));
    QVERIFY(backups->isVisible());
    QCOMPARE(backups->accessibleName(), u"Backups of the chats"_s);
    backups->setValue(0);
    QCOMPARE(settings.get(Keys::Backups), 0);
    QCOMPARE(backups->text(), u"None"_s);
}

void tst_ConnectDialog::settingsFollowTheFile()
{
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"s.ini"_s));
    settings.set(Keys::ColorScheme, u"dark"_s);
    SettingsDialog dialog(settings);
    QCOMPARE(dialog.findChild<QComboBox *>(u"settingsScheme"_s)->currentIndex(), 2);
    settings.set(Keys::MaxRetries, 5);
    QCOMPARE(dialog.findChild<QSpinBox *>(u"settingsRetries"_s)->value(), 5);
}

void tst_ConnectDialog::settingsLeadToTheConnection()
{
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"s.ini"_s));
    SettingsDialog dialog(settings);
    dialog.show();
    const QSignalSpy asked(&dialog, &SettingsDialog::connectRequested);
    dialog.findChild<QPushButton *>(u"settingsConnect"_s)->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(tst_ConnectDialog)
#include "tst_connect_dialog.moc"
