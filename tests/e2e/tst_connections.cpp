// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several connections in one program: what belongs to one never reaches another's server.
#include "Application.h"
#include "demo/DemoGateway.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

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

    void start(CommandLine line = {})
    {
        line.dataDirectory = directory.path();
        application = std::make_unique<Application>(*qApp, line);
        application->start();
    }

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
    std::unique_ptr<Application> application;
};

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
    void theEnvironmentKeyIsForOneConnection();
};

void tst_Connections::initTestCase()
{
    qputenv("XDG_DATA_HOME", QByteArray("/nonexistent"));
    qunsetenv("LITEDECK_VIRTUAL_KEY");
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
    QVERIFY(desk.application->workspace()->library().summaries().isEmpty());

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

QTEST_MAIN(tst_Connections)
#include "tst_connections.moc"
