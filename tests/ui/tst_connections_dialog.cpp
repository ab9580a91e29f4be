// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of connections, the menu of them, and the form of one.
#include "core/settings/Settings.h"
#include "tests/support/FakeClock.h"
#include "ui/settings/ConnectDialog.h"
#include "ui/settings/ConnectionsDialog.h"
#include "ui/settings/ConnectionsModel.h"
#include "ui/shell/ConnectionsButton.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

using Purpose = ConnectQuestion::Purpose;

Profile profile(const QString &name)
{
    return {{name + u"-id"_s},
            name,
            QUrl(u"https://%1.example.com"_s.arg(name)),
            {u"team-"_s + name},
            {}};
}

/// The dialog about one connection, among others.
struct Form
{
    explicit Form(const ConnectQuestion &question)
        : dialog(clock)
    {
        dialog.ask(question);
        dialog.show();
    }

    QLineEdit *field(const QString &name) { return dialog.findChild<QLineEdit *>(name); }
    QCheckBox *consent() { return dialog.findChild<QCheckBox *>(u"profileConsent"_s); }
    QPushButton *connectNow() { return dialog.findChild<QPushButton *>(u"connectNow"_s); }
    /// As if the server had told that it is SaaS LiteLLM; there is none at the addresses here.
    void knowKind() { dialog.findChild<ProfileForm *>()->setKind(ServerKind::SaasLiteLlm); }
    InlineNotice *another() { return dialog.findChild<InlineNotice *>(u"profileAnother"_s); }

    void type(const QString &name, const QString &text)
    {
        field(name)->selectAll();
        if (text.isEmpty())
            QTest::keyClick(field(name), Qt::Key_Delete);
        QTest::keyClicks(field(name), text);
    }

    QString problem(const QString &name)
    {
        const auto *label = dialog.findChild<QLabel *>(name + u"Problem"_s);
        return label->isVisible() ? label->text() : QString();
    }

    test::FakeClock clock;
    ConnectDialog dialog;
};

} // namespace

class tst_ConnectionsDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void listFollowsTheSettingsByRow();
    void listIsUsedByKeyboard();
    void listIsUsedByButtons();
    void menuNamesTheConnections();
    void menuHasShortcuts();
    void theKeyMayStay();
    void anotherServerIsSaidToBeAnotherConnection();
    void sameTeamTwiceIsRefused();
    void namesTellApart();
    void httpWantsATick_data();
    void httpWantsATick();
    void rememberedHostsAreTicked();
    void lessSafeIsSaidAtTheField();
    void growsWithWhatIsSaid();
    void cancelKeepsEverything();
    void hintSaysWhereTheKeyIsKept();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Settings> m_settings;
};

void tst_ConnectionsDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_ConnectionsDialog::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_directory->filePath(u"s.ini"_s));
    m_settings->setProfiles({profile(u"one"_s), profile(u"two"_s)});
}

void tst_ConnectionsDialog::listFollowsTheSettingsByRow()
{
    ConnectionsModel model(*m_settings, {u"two-id"_s});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, ConnectionsModel::Name), u"one"_s);
    QCOMPARE(text(0, ConnectionsModel::Server), u"https://one.example.com"_s);
    QCOMPARE(text(0, ConnectionsModel::Team), u"team-one"_s);
    QCOMPARE(text(1, ConnectionsModel::Name), u"two (open)"_s);
    m_settings->setProfiles({profile(u"two"_s), profile(u"three"_s)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.idAt(0).value, u"two-id"_s);
    QCOMPARE(text(1, ConnectionsModel::Name), u"three"_s);
    QVERIFY(reset.isEmpty());
}

void tst_ConnectionsDialog::listIsUsedByKeyboard()
{
    ConnectionsDialog dialog(*m_settings, {u"one-id"_s});
    dialog.show();
    auto *table = dialog.findChild<QTableView *>(u"connectionsTable"_s);
    QCOMPARE(dialog.focusWidget(), table);
    QCOMPARE(table->accessibleName(), u"Connections"_s);
    QSignalSpy opened(&dialog, &ConnectionsDialog::openRequested);
    QSignalSpy edited(&dialog, &ConnectionsDialog::editRequested);
    QSignalSpy removed(&dialog, &ConnectionsDialog::removeRequested);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QTest::keyClick(table, Qt::Key_F2);
    QTest::keyClick(table, Qt::Key_Delete);
    for (QSignalSpy *asked : {&opened, &edited, &removed}) {
        QCOMPARE(asked->size(), 1);
        QCOMPARE(asked->first().first().value<ProfileId>().value, u"two-id"_s);
    }
    for (const QString &name :
         {u"connectionsAdd"_s, u"connectionsEdit"_s, u"connectionsRemove"_s, u"connectionsDemo"_s,
          u"connectionsClose"_s, u"connectionsOpen"_s}) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget()->objectName(), name);
        QVERIFY(!dialog.focusWidget()->accessibleName().isEmpty());
    }
}

void tst_ConnectionsDialog::listIsUsedByButtons()
{
    ConnectionsDialog dialog(*m_settings, {});
    const QSignalSpy added(&dialog, &ConnectionsDialog::addRequested);
    const QSignalSpy demos(&dialog, &ConnectionsDialog::demoRequested);
    const auto button = [&dialog](const QString &name) {
        return dialog.findChild<QPushButton *>(name);
    };
    button(u"connectionsAdd"_s)->click();
    button(u"connectionsDemo"_s)->click();
    QCOMPARE(added.size(), 1);
    QCOMPARE(demos.size(), 1);
    QVERIFY(button(u"connectionsOpen"_s)->isEnabled());
    m_settings->setProfiles({});
    for (const QString &name : {u"connectionsOpen"_s, u"connectionsEdit"_s, u"connectionsRemove"_s})
        QVERIFY(!button(name)->isEnabled());
}

void tst_ConnectionsDialog::menuNamesTheConnections()
{
    ConnectionsButton button;
    QCOMPARE(button.accessibleName(), u"Connections"_s);
    QSignalSpy chosen(&button, &ConnectionsButton::chosen);
    const QSignalSpy added(&button, &ConnectionsButton::addRequested);
    const QSignalSpy managed(&button, &ConnectionsButton::manageRequested);
    button.setConnections({profile(u"R&D"_s), profile(u"two"_s)}, {u"two-id"_s});
    button.setConnections({profile(u"R&D"_s), profile(u"two"_s)}, {u"two-id"_s});
    const QList<QAction *> actions = button.menu()->actions();
    QCOMPARE(actions.size(), 5);
    QCOMPARE(actions.at(0)->text(), u"R&&D"_s);
    QVERIFY(!actions.at(0)->isChecked());
    QVERIFY(actions.at(1)->isChecked());
    actions.at(0)->trigger();
    QCOMPARE(chosen.first().first().value<ProfileId>().value, u"R&D-id"_s);
    actions.at(3)->trigger();
    QCOMPARE(added.size(), 1);
    actions.at(4)->trigger();
    QCOMPARE(managed.size(), 1);
}

void tst_ConnectionsDialog::menuHasShortcuts()
{
    QWidget window;
    auto *button = new ConnectionsButton(&window);
    button->setConnections({profile(u"one"_s), profile(u"two"_s)}, {u"one-id"_s});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy chosen(button, &ConnectionsButton::chosen);
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<ProfileId>().value, u"two-id"_s);
}

void tst_ConnectionsDialog::theKeyMayStay()
{
    Form form({.purpose = Purpose::Edit,
               .profile = profile(u"one"_s),
               .presentKey = u"sk-present"_s,
               .surroundings = {.saved = m_settings->profiles()}});
    QCOMPARE(form.connectNow()->text(), u"Save"_s);
    QCOMPARE(form.field(u"profileKey"_s)->text(), QString());
    form.type(u"profileName"_s, u"Renamed"_s);
    QSignalSpy connects(&form.dialog, &ConnectDialog::connectRequested);
    form.connectNow()->click();
    QCOMPARE(connects.size(), 1);
    QCOMPARE(connects.first().at(0).value<Profile>().id.value, u"one-id"_s);
    QCOMPARE(connects.first().at(0).value<Profile>().name, u"Renamed"_s);
    QCOMPARE(connects.first().at(1).toString(), QString());
}

void tst_ConnectionsDialog::anotherServerIsSaidToBeAnotherConnection()
{
    Form form({.purpose = Purpose::Edit,
               .profile = profile(u"one"_s),
               .presentKey = u"sk-present"_s,
               .surroundings = {.saved = m_settings->profiles()}});
    QVERIFY(!form.another()->isVisible());
    // The same address in other letters is the same connection.
    form.type(u"profileServer"_s, u"https://ONE.example.com:443/"_s);
    QVERIFY(!form.another()->isVisible());
    QCOMPARE(form.field(u"profileName"_s)->text(), u"one"_s);
    form.type(u"profileTeam"_s, u"elsewhere"_s);
    QVERIFY(form.another()->isVisible());
    QCOMPARE(form.another()->accessibleName(),
             u"This will be another connection; the chats of “one” stay with “one”."_s);
    QCOMPARE(form.connectNow()->text(), u"Connect"_s);
    // It has no name and no key of its own yet.
    QCOMPARE(form.field(u"profileName"_s)->text(), QString());
    QSignalSpy connects(&form.dialog, &ConnectDialog::connectRequested);
    form.connectNow()->click();
    QCOMPARE(connects.size(), 0);
    QVERIFY(!form.problem(u"profileKey"_s).isEmpty());
    form.type(u"profileKey"_s, u"sk-other"_s);
    form.connectNow()->click();
    QCOMPARE(connects.size(), 1);
    const auto made = connects.first().at(0).value<Profile>();
    QVERIFY(made.id.value != u"one-id"_s && !made.id.isEmpty());
    QCOMPARE(made.name, u"elsewhere"_s);
    QCOMPARE(made.server, QUrl(u"https://one.example.com"_s));
}

void tst_ConnectionsDialog::sameTeamTwiceIsRefused()
{
    Form form({.surroundings = {.saved = m_settings->profiles()}});
    form.type(u"profileServer"_s, u"https://two.example.com/"_s);
    form.type(u"profileTeam"_s, u"team-two"_s);
    form.type(u"profileKey"_s, u"sk-x"_s);
    const QSignalSpy connects(&form.dialog, &ConnectDialog::connectRequested);
    form.connectNow()->click();
    QCOMPARE(connects.size(), 0);
    QVERIFY2(form.problem(u"profileTeam"_s).contains(u"“two”"_s),
             qPrintable(form.problem(u"profileTeam"_s)));
}

void tst_ConnectionsDialog::namesTellApart()
{
    Profile other = profile(u"one"_s);
    other.name = other.team.value;
    Form form({.surroundings = {.saved = {other, profile(u"two"_s)}}});
    form.type(u"profileServer"_s, u"https://third.example.com"_s);
    form.type(u"profileTeam"_s, u"team-one"_s);
    form.type(u"profileKey"_s, u"sk-x"_s);
    form.type(u"profileName"_s, u"two"_s);
    form.knowKind();
    QSignalSpy connects(&form.dialog, &ConnectDialog::connectRequested);
    form.connectNow()->click();
    QCOMPARE(connects.size(), 0);
    QVERIFY(!form.problem(u"profileName"_s).isEmpty());
    form.type(u"profileName"_s, {});
    form.connectNow()->click();
    QCOMPARE(connects.first().at(0).value<Profile>().name, u"team-one on third.example.com"_s);
}

void tst_ConnectionsDialog::httpWantsATick_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("hosts");
    QTest::newRow("https") << u"https://a.example"_s << QString() << QString();
    QTest::newRow("this machine") << u"http://127.0.0.1:1"_s << QString() << QString();
    QTest::newRow("http") << u"http://a.example"_s << QString() << u"a.example"_s;
    QTest::newRow("second") << u"http://localhost"_s << u"http://b.example"_s << u"b.example"_s;
    QTest::newRow("both") << u"http://a.example"_s << u"http://b.example"_s
                          << u"a.example and b.example"_s;
}

void tst_ConnectionsDialog::httpWantsATick()
{
    QFETCH(QString, server);
    QFETCH(QString, second);
    QFETCH(QString, hosts);
    Form form({});
    form.type(u"profileServer"_s, server);
    form.type(u"profileTeam"_s, u"acme"_s);
    form.type(u"profileKey"_s, u"sk-x"_s);
    form.type(u"profileSecondServer"_s, second);
    const QSignalSpy connects(&form.dialog, &ConnectDialog::connectRequested);
    form.knowKind();
    QCOMPARE(form.consent()->isVisible(), !hosts.isEmpty());
    form.connectNow()->click();
    QCOMPARE(connects.size(), hosts.isEmpty() ? 1 : 0);
    if (hosts.isEmpty())
        return;
    QCOMPARE(form.consent()->text(), u"Send my key to %1 without encryption"_s.arg(hosts));
    QVERIFY(!form.problem(u"profileConsent"_s).isEmpty());
    QCOMPARE(form.dialog.focusWidget(), form.consent());
    QTest::keyClick(form.consent(), Qt::Key_Space);
    QCOMPARE(form.problem(u"profileConsent"_s), QString());
    form.connectNow()->click();
    QCOMPARE(connects.size(), 1);
}

void tst_ConnectionsDialog::rememberedHostsAreTicked()
{
    Form form({.surroundings = {.httpHosts = {u"a.example"_s}}});
    form.type(u"profileServer"_s, u"http://a.example"_s);
    QVERIFY(form.consent()->isChecked());
    // The yes was for that host.
    form.type(u"profileServer"_s, u"http://a.example.org"_s);
    QVERIFY(!form.consent()->isChecked());
}

void tst_ConnectionsDialog::lessSafeIsSaidAtTheField()
{
    Form form({});
    form.type(u"profileServer"_s, u"https://a.example"_s);
    form.type(u"profileSecondServer"_s, u"http://b.example"_s);
    emit form.field(u"profileSecondServer"_s)->editingFinished();
    QVERIFY2(form.problem(u"profileSecondServer"_s).contains(u"encrypted"_s),
             qPrintable(form.problem(u"profileSecondServer"_s)));
}

void tst_ConnectionsDialog::growsWithWhatIsSaid()
{
    Profile longNamed = profile(u"one"_s);
    longNamed.name = u"The support desk of the whole company and of its friends"_s;
    Form form({.purpose = Purpose::Open,
               .profile = longNamed,
               .reason = u"A reason that takes two lines, and then some more words than these."_s});
    const auto isSqueezed = [&form] {
        for (const auto *edit : form.dialog.findChildren<QLineEdit *>()) {
            if (edit->height() < edit->sizeHint().height())
                return true;
        }
        return false;
    };
    QTRY_VERIFY(!isSqueezed());
    form.type(u"profileServer"_s, u"http://gateway.example.com"_s);
    form.connectNow()->click();
    QTRY_VERIFY(!isSqueezed());
}

void tst_ConnectionsDialog::cancelKeepsEverything()
{
    Form form({.purpose = Purpose::Edit, .profile = profile(u"one"_s)});
    const QSignalSpy connects(&form.dialog, &ConnectDialog::connectRequested);
    const QSignalSpy rejected(&form.dialog, &QDialog::rejected);
    form.dialog.findChild<QPushButton *>(u"connectCancel"_s)->click();
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(connects.size(), 0);
    QVERIFY(!form.dialog.isVisible());
}

void tst_ConnectionsDialog::hintSaysWhereTheKeyIsKept()
{
    const auto hint = [](std::optional<SecretPlace> place) {
        Form form({.surroundings = {.keyPlace = place}});
        return form.dialog.findChild<QLabel *>(u"profileKeyHint"_s)->text();
    };
    QVERIFY(hint(SecretPlace::Keychain).endsWith(u"It is kept in the keychain."_s));
    QVERIFY(!hint(std::nullopt).endsWith(u"It is kept in the keychain."_s));
    QVERIFY(hint(SecretPlace::ThisRun).contains(u"for this run only"_s));
}

QTEST_MAIN(tst_ConnectionsDialog)
#include "tst_connections_dialog.moc"
