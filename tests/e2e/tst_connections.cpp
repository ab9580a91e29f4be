// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several connections in one program: what belongs to one never reaches another's server.
#include "app/Application.h"
#include "core/demo/DemoGateway.h"
#include "core/settings/KeychainSecretStore.h"
#include "core/settings/MemorySecretStore.h"
#include "core/store/ConnectionFiles.h"
#include "ui/chat/ChatPage.h"
#include "ui/widgets/InlineNotice.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView StreamPath("/api/jobs/create-and-call-stream");

Profile connectionTo(const demo::DemoGateway &gateway, const QString &id, const QString &name)
{
    return {{id}, name, gateway.baseUrl(), {gateway.teamId()}, {}};
}

/// The program with two servers that it may be connected to.
class Desk
{
public:
    Desk()
    {
        one.listen();
        two.listen();
        two.setVirtualKey(u"sk-key-of-the-second-server"_s);
    }

    void save(const QList<Profile> &profiles)
    {
        Settings settings(directory.filePath(u"litedeck.ini"_s));
        settings.setProfiles(profiles);
        settings.set(Keys::CurrentProfile, profiles.constFirst().id.value);
        settings.set(Keys::MaxRetries, 0);
    }

    /// The saved connections, as another run would find them.
    QList<Profile> saved() const
    {
        return Settings(directory.filePath(u"litedeck.ini"_s)).profiles();
    }

    /// What the keychain has for a connection, in all runs that begin later.
    void giveKey(const QString &id, const QString &key) { keys[id] = key; }

    void start(CommandLine line = {})
    {
        application.reset();
        line.dataDirectory = directory.path();
        auto keychain = std::make_unique<MemorySecretStore>();
        for (const auto &[id, key] : keys)
            keychain->write({id}, key, qApp, [](const auto &) {});
        application = std::make_unique<Application>(*qApp, line, std::move(keychain));
        application->start();
    }

    /// Both servers are saved, the first one is the current, and the keychain has the keys of both.
    void saveBoth()
    {
        save({connectionTo(one, u"id-1"_s, u"First"_s), connectionTo(two, u"id-2"_s, u"Second"_s)});
        giveKey(u"id-1"_s, one.virtualKey());
        giveKey(u"id-2"_s, two.virtualKey());
    }

    QString title() const
    {
        return application->workspace() ? window().windowTitle().section(u" – "_s, 0, 0)
                                        : QString();
    }

    QString notice() const
    {
        for (const auto *notice : window().findChildren<InlineNotice *>()) {
            if (notice->objectName().isEmpty() && !notice->isHidden())
                return notice->accessibleName();
        }
        return {};
    }

    bool has(const QString &file) const { return QFile::exists(directory.filePath(file)); }

    const ConversationId &shown() const { return window().chats().shownConversation(); }
    MainWindow &window() const { return application->workspace()->window(); }

    /// The visible window or dialog of that name, or null.
    static QWidget *top(const QString &objectName)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == objectName && widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    static void type(const QString &field, const QString &text)
    {
        auto *edit = top(u"connectDialog"_s)->findChild<QLineEdit *>(field);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    static void press(QWidget *in, const QString &objectName)
    {
        in->findChild<QAbstractButton *>(objectName)->click();
    }

    /// Fills the dialog that asks for a connection in, and connects.
    static void connectTo(const demo::DemoGateway &gateway)
    {
        type(u"profileServer"_s, gateway.baseUrl().toString());
        type(u"profileTeam"_s, gateway.teamId());
        type(u"profileKey"_s, gateway.virtualKey());
        press(top(u"connectDialog"_s), u"connectNow"_s);
    }

    bool isOn(const demo::DemoGateway &gateway) const
    {
        return application->workspace() && gateway.countRequests("GET", u"/api/teams/*"_s) > 0 &&
               application->workspace()->monitor().isConfirmed();
    }

    bool hasModels() const
    {
        const auto *model = window().findChild<QComboBox *>(u"model"_s);
        return model->count() > 0 && model->isEnabled();
    }

    void send(const QString &text) const
    {
        auto *model = window().findChild<QComboBox *>(u"model"_s);
        model->setCurrentIndex(model->findText(u"gpt-4o-mini"_s));
        emit model->activated(model->currentIndex());
        auto *message = window().findChild<QWidget *>(u"message"_s);
        message->setFocus();
        QTest::keyClicks(message, text);
        QTest::keyClick(message, Qt::Key_Return);
    }

    QAbstractButton *named(const QString &accessibleName) const
    {
        for (auto *button : window().findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == accessibleName && button->isVisible())
                return button;
        }
        return nullptr;
    }

    QTemporaryDir directory;
    demo::DemoGateway one;
    demo::DemoGateway two;
    std::map<QString, QString> keys;
    std::unique_ptr<Application> application;
};

QString textOf(const QWidget *box)
{
    return qobject_cast<const QMessageBox *>(box)->text();
}

/// Whether any request to the gateway said this.
bool heard(const demo::DemoGateway &gateway, const QByteArray &text)
{
    for (const demo::SeenRequest &request : gateway.requests()) {
        if (request.body.contains(text) || request.header("Authorization").contains(text))
            return true;
    }
    return false;
}

} // namespace

class tst_Connections : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anotherServerIsAnotherConnection();
    void eachKeepsItsChatsAndItsQueue();
    void theEnvironmentKeyIsForOneConnection();
    void theEnvironmentKeyIsForWhatTheCommandLineNames();
    void theCommandLineMayNameASavedConnection();
    void oneServerHasTheSameChatsHoweverItIsWritten();
    void anUnknownNameOpensNothingElse();
    void twoOfOneNameAreNotConfused();
    void lessSafeSecondAddressesAreNotUsed();
    void httpWantsAYes();
    void httpMayBeAllowedOnTheCommandLine();
    void aMendedKeyKeepsTheChat();
    void aNewNameClosesNothing();
    void editingAnotherOpensNothing();
    void removingKeepsTheChats();
    void removingMayDeleteTheChats();
    void theOpenConnectionCanBeRemoved();
    void saysWhyTheKeyIsAskedFor();
};

void tst_Connections::initTestCase()
{
    qputenv("XDG_DATA_HOME", QByteArray("/nonexistent"));
    qunsetenv("LITEDECK_VIRTUAL_KEY");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

void tst_Connections::anotherServerIsAnotherConnection()
{
    Desk desk;
    desk.save({connectionTo(desk.one, u"id-1"_s, u"First"_s)});
    qputenv("LITEDECK_VIRTUAL_KEY", desk.one.virtualKey().toUtf8());
    desk.start();
    qunsetenv("LITEDECK_VIRTUAL_KEY");
    QTRY_VERIFY(desk.isOn(desk.one));
    QTRY_VERIFY(desk.hasModels());
    // Refused for the team's sake, and queued until the team may work again.
    desk.one.setTeamStatus(u"suspended"_s);
    desk.send(u"for team one only"_s);
    QTRY_VERIFY(desk.named(u"Queue for later"_s));
    desk.named(u"Queue for later"_s)->click();
    QTRY_VERIFY(!desk.named(u"Queue for later"_s));

    emit desk.window().connectRequested();
    QTRY_VERIFY(Desk::top(u"connectDialog"_s));
    Desk::connectTo(desk.two);
    QTRY_VERIFY(desk.isOn(desk.two));
    QTRY_VERIFY(desk.hasModels());
    QVERIFY(
        !QTest::qWaitFor([&desk] { return desk.two.countRequests("POST", u"/*"_s) > 0; }, 1500));
    QVERIFY(!heard(desk.two, "for team one only"));
    QVERIFY(desk.application->workspace()->catalogue().summaries().isEmpty());

    // Both are there, and the first one is what it was.
    const QList<Profile> saved = desk.saved();
    QCOMPARE(saved.size(), 2);
    QCOMPARE(saved.constFirst(), connectionTo(desk.one, u"id-1"_s, u"First"_s));
    QVERIFY(saved.constLast().id != saved.constFirst().id);
    QCOMPARE(saved.constLast().server, desk.two.baseUrl());
}

void tst_Connections::theEnvironmentKeyIsForOneConnection()
{
    Desk desk;
    desk.save({connectionTo(desk.one, u"id-1"_s, u"First"_s),
               connectionTo(desk.two, u"id-2"_s, u"Second"_s)});
    const QByteArray key = desk.one.virtualKey().toUtf8();
    qputenv("LITEDECK_VIRTUAL_KEY", key);
    desk.start();
    qunsetenv("LITEDECK_VIRTUAL_KEY");
    QTRY_VERIFY(desk.isOn(desk.one));
    QVERIFY(heard(desk.one, key));

    emit desk.window().profileRequested({u"id-2"_s});
    // There is no key for it, so it is asked for.
    QTRY_VERIFY(Desk::top(u"connectDialog"_s) || !desk.two.requests().isEmpty());
    QVERIFY(!heard(desk.two, key));
    QCOMPARE(desk.two.requests().size(), 0);
}

void tst_Connections::eachKeepsItsChatsAndItsQueue()
{
    Desk desk;
    desk.saveBoth();
    desk.start();
    QTRY_VERIFY(desk.isOn(desk.one));
    QTRY_VERIFY(desk.hasModels());
    desk.one.setTeamStatus(u"suspended"_s);
    desk.send(u"for team one only"_s);
    QTRY_VERIFY(desk.named(u"Queue for later"_s));
    desk.named(u"Queue for later"_s)->click();
    QTRY_VERIFY(!desk.named(u"Queue for later"_s));

    emit desk.window().profileRequested({u"id-2"_s});
    QTRY_COMPARE(desk.title(), u"Second"_s);
    QTRY_VERIFY(desk.isOn(desk.two) && desk.hasModels());
    QVERIFY(desk.application->workspace()->catalogue().summaries().isEmpty());
    desk.send(u"for team two only"_s);
    QTRY_VERIFY(heard(desk.two, "for team two only"));
    QTRY_COMPARE(desk.application->workspace()->catalogue().summaries().size(), 1);

    desk.one.setTeamStatus(u"active"_s);
    desk.one.clearRequests();
    emit desk.window().profileRequested({u"id-1"_s});
    QTRY_COMPARE(desk.title(), u"First"_s);
    QTRY_COMPARE(desk.application->workspace()->catalogue().summaries().size(), 1);
    // What waited goes out by itself, and to its own server; but first it has to be certain that
    // the call which was refused never ran, which takes half a minute.
    QTRY_VERIFY_WITH_TIMEOUT(heard(desk.one, "for team one only"), 60'000);
    QVERIFY(!heard(desk.one, "for team two only"));
    QVERIFY(!heard(desk.two, "for team one only"));
}

void tst_Connections::theEnvironmentKeyIsForWhatTheCommandLineNames()
{
    Desk desk;
    desk.saveBoth();
    desk.giveKey(u"id-1"_s, u"sk-the-key-of-the-keychain"_s);
    const QByteArray key = desk.one.virtualKey().toUtf8();
    qputenv("LITEDECK_VIRTUAL_KEY", key);
    desk.start({.profile = u"First"_s});
    qunsetenv("LITEDECK_VIRTUAL_KEY");
    QTRY_VERIFY(desk.isOn(desk.one)); // with the one of the environment, which goes first
    emit desk.window().profileRequested({u"id-2"_s});
    QTRY_VERIFY(desk.isOn(desk.two));
    QVERIFY(!heard(desk.two, key));
    for (const demo::SeenRequest &request : desk.two.requests()) {
        const QByteArray sent = request.header("Authorization");
        QVERIFY2(sent.isEmpty() || sent == "Bearer " + desk.two.virtualKey().toUtf8(),
                 sent.constData());
    }
}

void tst_Connections::theCommandLineMayNameASavedConnection()
{
    Desk desk;
    desk.saveBoth();
    QUrl written = desk.two.baseUrl();
    written.setPath(u"//"_s);
    desk.start({.server = written, .team = {desk.two.teamId()}});
    // Its name and its key in the keychain.
    QTRY_COMPARE(desk.title(), u"Second"_s);
    QTRY_VERIFY(desk.isOn(desk.two));
    QTRY_VERIFY(desk.has(u"id-2.sqlite"_s));
    // For this run only.
    desk.start();
    QTRY_COMPARE(desk.title(), u"First"_s);
}

void tst_Connections::oneServerHasTheSameChatsHoweverItIsWritten()
{
    Desk desk;
    const auto startOn = [&desk](const QString &path) {
        QUrl server = desk.one.baseUrl();
        server.setPath(path);
        qputenv("LITEDECK_VIRTUAL_KEY", desk.one.virtualKey().toUtf8());
        desk.start({.server = server, .team = {desk.one.teamId()}});
        qunsetenv("LITEDECK_VIRTUAL_KEY");
    };
    startOn({});
    QTRY_VERIFY(desk.isOn(desk.one) && desk.hasModels());
    desk.send(u"Hello"_s);
    QTRY_COMPARE(desk.application->workspace()->catalogue().summaries().size(), 1);
    for (const QString &path : {u"/"_s, u"//"_s}) {
        startOn(path);
        QTRY_COMPARE(desk.application->workspace()->catalogue().summaries().size(), 1);
    }
}

void tst_Connections::anUnknownNameOpensNothingElse()
{
    Desk desk;
    desk.saveBoth();
    desk.start({.profile = u"nosuch"_s});
    QWidget *list = Desk::top(u"connectionsDialog"_s);
    QVERIFY(list);
    QVERIFY(!Desk::top(u"connectDialog"_s));
    const auto *reason = list->findChild<InlineNotice *>(u"connectionsReason"_s);
    QCOMPARE(reason->accessibleName(), u"There is no connection “nosuch”."_s);
    QVERIFY(!desk.application->workspace());
    // The list is offered: the second one, by keyboard.
    auto *table = list->findChild<QTableView *>(u"connectionsTable"_s);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(desk.title(), u"Second"_s);
    QTRY_VERIFY(!Desk::top(u"connectionsDialog"_s));
    QCOMPARE(desk.one.requests().size(), 0);
}

void tst_Connections::twoOfOneNameAreNotConfused()
{
    Desk desk;
    desk.save({connectionTo(desk.one, u"id-1"_s, u"Same"_s),
               connectionTo(desk.two, u"id-2"_s, u"Same"_s)});
    desk.start({.profile = u"Same"_s});
    QVERIFY(Desk::top(u"connectionsDialog"_s));
    QVERIFY(!desk.application->workspace());
}

void tst_Connections::lessSafeSecondAddressesAreNotUsed()
{
    Desk desk;
    // Nobody listens at the first address, so that a second one would be tried.
    const QString nobody = desk.one.baseUrl().toString().replace(u"http:"_s, u"https:"_s);
    desk.one.stop();
    Profile profile = connectionTo(desk.one, u"id-1"_s, u"First"_s);
    profile.server = QUrl(nobody);
    profile.secondServer = desk.two.baseUrl();
    desk.save({profile});
    desk.giveKey(u"id-1"_s, u"sk-secret"_s);
    desk.start();
    QTRY_COMPARE(desk.title(), u"First"_s);
    QVERIFY2(desk.notice().startsWith(u"The second address is not used."_s),
             qPrintable(desk.notice()));
    QVERIFY(!QTest::qWaitFor([&desk] { return !desk.two.requests().isEmpty(); }, 2000));
}

void tst_Connections::httpWantsAYes()
{
    Desk desk;
    // An address of this machine that is none of those for which nobody is asked.
    Profile profile = connectionTo(desk.one, u"id-1"_s, u"First"_s);
    profile.server.setHost(u"0.0.0.0"_s);
    desk.save({profile});
    desk.giveKey(u"id-1"_s, desk.one.virtualKey());
    desk.start();
    QTRY_VERIFY(Desk::top(u"httpConsent"_s));
    QVERIFY(textOf(Desk::top(u"httpConsent"_s)).contains(u"0.0.0.0"_s));
    QCOMPARE(desk.one.requests().size(), 0);
    Desk::press(Desk::top(u"httpConsent"_s), u"httpConsentYes"_s);
    QTRY_VERIFY(desk.isOn(desk.one));
    // Once is enough.
    desk.start();
    QTRY_COMPARE(desk.title(), u"First"_s);
    QVERIFY(!Desk::top(u"httpConsent"_s));
}

void tst_Connections::httpMayBeAllowedOnTheCommandLine()
{
    Desk desk;
    QUrl server = desk.one.baseUrl();
    server.setHost(u"0.0.0.0"_s);
    qputenv("LITEDECK_VIRTUAL_KEY", desk.one.virtualKey().toUtf8());
    desk.start({.server = server, .team = {desk.one.teamId()}});
    QVERIFY(!desk.application->workspace());
    QCOMPARE(desk.one.requests().size(), 0);
    qputenv("LITEDECK_VIRTUAL_KEY", desk.one.virtualKey().toUtf8());
    desk.start({.server = server, .team = {desk.one.teamId()}, .allowsHttp = true});
    QTRY_VERIFY(desk.isOn(desk.one));
    qunsetenv("LITEDECK_VIRTUAL_KEY");
}

void tst_Connections::aMendedKeyKeepsTheChat()
{
    Desk desk;
    desk.saveBoth();
    desk.start();
    QTRY_VERIFY(desk.isOn(desk.one) && desk.hasModels());
    const QString key = u"sk-the-key-that-came-later"_s;
    desk.one.setVirtualKey(key);
    desk.send(u"What was asked for"_s);
    QTRY_VERIFY(desk.named(u"Change key"_s));
    desk.named(u"Change key"_s)->click();
    QTRY_VERIFY(Desk::top(u"connectDialog"_s));
    Desk::type(u"profileKey"_s, key);
    Desk::press(Desk::top(u"connectDialog"_s), u"connectNow"_s);

    QTRY_VERIFY(heard(desk.one, key.toUtf8()));
    QTRY_VERIFY(desk.hasModels());
    // The same chat is shown, and its message can be sent again.
    QVERIFY(!desk.shown().isEmpty());
    const auto session = [&desk] {
        return desk.application->workspace()->live().session(desk.shown());
    };
    QTRY_VERIFY(session());
    QCOMPARE(session()->conversation().turns.size(), 1);
    const TurnId turn = session()->conversation().turns.constLast().id;
    QVERIFY(desk.application->workspace()->live().retry(ErrorOrigin::ofTurn(desk.shown(), turn)));
    QTRY_VERIFY(heard(desk.one, "What was asked for"));
    QTRY_COMPARE(session()->conversation().turns.constLast().state, TurnState::Complete);
}

void tst_Connections::aNewNameClosesNothing()
{
    Desk desk;
    desk.saveBoth();
    desk.start();
    QTRY_VERIFY(desk.isOn(desk.one));
    const QPointer<Workspace> before = desk.application->workspace();
    emit desk.window().connectRequested();
    QTRY_VERIFY(Desk::top(u"connectDialog"_s));
    Desk::type(u"profileName"_s, u"Renamed"_s);
    // The key stays as it is.
    Desk::press(Desk::top(u"connectDialog"_s), u"connectNow"_s);
    QTRY_COMPARE(desk.title(), u"Renamed"_s);
    QVERIFY(before); // not even one at the same address
    QCOMPARE(desk.saved().constFirst().name, u"Renamed"_s);
    QCOMPARE(desk.saved().constFirst().id.value, u"id-1"_s);
}

void tst_Connections::editingAnotherOpensNothing()
{
    Desk desk;
    desk.saveBoth();
    desk.start();
    QTRY_COMPARE(desk.title(), u"First"_s);
    emit desk.window().connectionsRequested();
    QTRY_VERIFY(Desk::top(u"connectionsDialog"_s));
    QTest::keyClick(Desk::top(u"connectionsDialog"_s)->findChild<QTableView *>(), Qt::Key_Down);
    Desk::press(Desk::top(u"connectionsDialog"_s), u"connectionsEdit"_s);
    QTRY_VERIFY(Desk::top(u"connectDialog"_s));
    Desk::type(u"profileName"_s, u"Renamed"_s);
    Desk::type(u"profileKey"_s, u"sk-another-key"_s);
    Desk::press(Desk::top(u"connectDialog"_s), u"connectNow"_s);
    QTRY_COMPARE(desk.saved().constLast().name, u"Renamed"_s);
    const QPointer<InlineNotice> reason =
        Desk::top(u"connectionsDialog"_s)->findChild<InlineNotice *>(u"connectionsReason"_s);
    QTRY_VERIFY(reason && reason->isVisible()); // there is no keychain in this test
    QCOMPARE(desk.title(), u"First"_s);
    QCOMPARE(desk.two.requests().size(), 0);
}

void tst_Connections::removingKeepsTheChats()
{
    Desk desk;
    desk.saveBoth();
    QFile chats(desk.directory.filePath(u"id-2.sqlite"_s));
    QVERIFY(chats.open(QIODevice::WriteOnly));
    desk.start();
    QTRY_COMPARE(desk.title(), u"First"_s);
    emit desk.window().connectionsRequested();
    QTRY_VERIFY(Desk::top(u"connectionsDialog"_s));
    auto *table = Desk::top(u"connectionsDialog"_s)->findChild<QTableView *>();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(Desk::top(u"removeConnection"_s));
    QVERIFY(textOf(Desk::top(u"removeConnection"_s)).contains(u"Second"_s));
    Desk::top(u"removeConnection"_s)->close();
    QTRY_VERIFY(!Desk::top(u"removeConnection"_s));
    QCOMPARE(desk.saved().size(), 2);

    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(Desk::top(u"removeConnection"_s));
    Desk::press(Desk::top(u"removeConnection"_s), u"removeConnectionYes"_s);
    QTRY_COMPARE(desk.saved().size(), 1);
    QVERIFY(desk.has(u"id-2.sqlite"_s));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(desk.title(), u"First"_s);

    // Connecting to that team again finds them.
    Desk::press(Desk::top(u"connectionsDialog"_s), u"connectionsAdd"_s);
    QTRY_VERIFY(Desk::top(u"connectDialog"_s));
    Desk::connectTo(desk.two);
    QTRY_VERIFY(desk.isOn(desk.two));
    QCOMPARE(desk.saved().constLast().id.value, u"id-2"_s);
}

void tst_Connections::removingMayDeleteTheChats()
{
    Desk desk;
    desk.saveBoth();
    QFile chats(desk.directory.filePath(u"id-2.sqlite"_s));
    QVERIFY(chats.open(QIODevice::WriteOnly));
    desk.start();
    QTRY_VERIFY(desk.has(u"id-1.sqlite"_s));
    emit desk.window().connectionsRequested();
    QTRY_VERIFY(Desk::top(u"connectionsDialog"_s));
    QTest::keyClick(Desk::top(u"connectionsDialog"_s)->findChild<QTableView *>(), Qt::Key_Down);
    Desk::press(Desk::top(u"connectionsDialog"_s), u"connectionsRemove"_s);
    QTRY_VERIFY(Desk::top(u"removeConnection"_s));
    Desk::top(u"removeConnection"_s)->findChild<QCheckBox *>()->click();
    Desk::press(Desk::top(u"removeConnection"_s), u"removeConnectionYes"_s);
    QTRY_VERIFY(!desk.has(u"id-2.sqlite"_s));
    QVERIFY(desk.has(u"id-1.sqlite"_s));
    QCOMPARE(desk.saved().size(), 1);
}

void tst_Connections::theOpenConnectionCanBeRemoved()
{
    Desk desk;
    desk.saveBoth();
    desk.start();
    QTRY_VERIFY(desk.has(u"id-1.sqlite"_s));
    emit desk.window().connectionsRequested();
    QTRY_VERIFY(Desk::top(u"connectionsDialog"_s));
    Desk::press(Desk::top(u"connectionsDialog"_s), u"connectionsRemove"_s);
    QTRY_VERIFY(Desk::top(u"removeConnection"_s));
    Desk::top(u"removeConnection"_s)->findChild<QCheckBox *>()->click();
    Desk::press(Desk::top(u"removeConnection"_s), u"removeConnectionYes"_s);
    QTRY_VERIFY(!desk.application->workspace());
    QTRY_VERIFY(!desk.has(u"id-1.sqlite"_s));
    // There is another one to go on with.
    QTRY_VERIFY(Desk::top(u"connectionsDialog"_s));
    Desk::press(Desk::top(u"connectionsDialog"_s), u"connectionsOpen"_s);
    QTRY_VERIFY(desk.isOn(desk.two));
}

void tst_Connections::saysWhyTheKeyIsAskedFor()
{
    Desk desk;
    desk.save({connectionTo(desk.one, u"id-1"_s, u"First"_s)});
    const auto reason = [] {
        return Desk::top(u"connectDialog"_s)
            ->findChild<InlineNotice *>(u"connectReason"_s)
            ->accessibleName();
    };
    const auto keyHint = [] {
        return Desk::top(u"connectDialog"_s)->findChild<QLabel *>(u"profileKeyHint"_s)->text();
    };
    desk.start();
    QTRY_VERIFY(Desk::top(u"connectDialog"_s));
    QCOMPARE(reason(), u"The keychain has no key for “First”."_s);
    QVERIFY(keyHint().contains(u"It is kept in the keychain."_s));

    // No bus, so no keychain.
    desk.application =
        std::make_unique<Application>(*qApp, CommandLine{.dataDirectory = desk.directory.path()},
                                      std::make_unique<KeychainSecretStore>());
    desk.application->start();
    QTRY_VERIFY(Desk::top(u"connectDialog"_s));
    QVERIFY2(reason().startsWith(u"There is no keychain here"_s), qPrintable(reason()));
    QVERIFY(reason().contains(u"LITEDECK_VIRTUAL_KEY"_s));
    QVERIFY(!keyHint().contains(u"kept in the keychain"_s));
}

QTEST_MAIN(tst_Connections)
#include "tst_connections.moc"
