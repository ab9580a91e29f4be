// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Application.h"
#include "demo/DemoGateway.h"
#include "settings/MemorySecretStore.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QProcess>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

class tst_Application : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void parsesTheCommandLine_data();
    void parsesTheCommandLine();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void helpNamesTheScenarios();
    void demoOpensTheWindow();
    void firstStartAsksAndCanTryTheDemo();
    void changesToAnotherTeam();
    void whatIsOpenedDoesNotGetTheKey();
    void unusableDataDirectoryIsTold();
};

void tst_Application::initTestCase()
{
    qputenv("XDG_DATA_HOME", QByteArray("/nonexistent"));
    qunsetenv("LITEDECK_VIRTUAL_KEY");
}

void tst_Application::parsesTheCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<CommandLine>("expected");
    const auto row = [](const char *name, const QStringList &arguments,
                        const CommandLine &expected) {
        QTest::newRow(name) << (QStringList{u"litedeck"_s} + arguments) << expected;
    };
    row("nothing", {}, {});
    row("demo", {u"--demo"_s}, {.demoScenario = u"default"_s});
    row("demo scenario", {u"--demo=suspended"_s}, {.demoScenario = u"suspended"_s});
    row("server", {u"--server"_s, u"https://a.example"_s, u"--team"_s, u"acme"_s},
        {.server = QUrl(u"https://a.example"_s), .team = {u"acme"_s}});
    row("the rest",
        {u"--profile"_s, u"work"_s, u"--data-dir=/tmp/x"_s, u"--log-level"_s, u"debug"_s},
        {.profile = u"work"_s, .dataDirectory = u"/tmp/x"_s, .logLevel = u"debug"_s});
    row("help", {u"--help"_s}, {.wantsHelp = true});
    row("version", {u"-v"_s}, {.wantsVersion = true});
}

void tst_Application::parsesTheCommandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(CommandLine, expected);
    const auto parsed = CommandLine::parse(arguments);
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error()));
    QVERIFY(*parsed == expected);
}

void tst_Application::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QStringList &arguments, const QString &named) {
        QTest::newRow(name) << (QStringList{u"litedeck"_s} + arguments) << named;
    };
    row("unknown option", {u"--frobnicate"_s}, u"frobnicate"_s);
    row("a stray word", {u"chat"_s}, u"chat"_s);
    row("unknown scenario", {u"--demo=moon"_s}, u"moon"_s);
    row("server without team", {u"--server"_s, u"https://a.example"_s}, u"--team"_s);
    row("team without server", {u"--team"_s, u"acme"_s}, u"--server"_s);
    row("no address", {u"--server"_s, u"a.example"_s, u"--team"_s, u"acme"_s}, u"a.example"_s);
    row("another scheme", {u"--server"_s, u"ftp://a.example"_s, u"--team"_s, u"acme"_s}, u"ftp"_s);
    row("demo and server", {u"--demo"_s, u"--server"_s, u"http://a"_s, u"--team"_s, u"t"_s},
        u"--demo"_s);
    row("log level", {u"--log-level"_s, u"loud"_s}, u"loud"_s);
}

void tst_Application::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto parsed = CommandLine::parse(arguments);
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().contains(named), qPrintable(parsed.error()));
}

void tst_Application::helpNamesTheScenarios()
{
    QVERIFY(CommandLine::helpText().contains(u"suspended"_s));
    QVERIFY(CommandLine::helpText().contains(u"LITEDECK_VIRTUAL_KEY"_s));
}

void tst_Application::demoOpensTheWindow()
{
    Application application(*qApp, {.demoScenario = u"default"_s});
    application.start();
    QVERIFY(application.workspace());
    QVERIFY(application.workspace()->window().isVisible());
}

void tst_Application::firstStartAsksAndCanTryTheDemo()
{
    const QTemporaryDir directory;
    Application application(*qApp, {.dataDirectory = directory.path()});
    application.start();
    QVERIFY(!application.workspace());
    QWidget *dialog = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == u"connectDialog"_s && widget->isVisible())
            dialog = widget;
    }
    QVERIFY(dialog);
    QAbstractButton *demo = nullptr;
    for (auto *button : dialog->findChildren<QAbstractButton *>()) {
        if (button->text().contains(u"demo"_s))
            demo = button;
    }
    QVERIFY(demo);
    demo->click();
    QTRY_VERIFY(application.workspace());
    QVERIFY(application.workspace()->window().isVisible());
}

void tst_Application::changesToAnotherTeam()
{
    const QTemporaryDir directory;
    const demo::DemoScenario scenario;
    demo::DemoGateway one(scenario);
    demo::DemoGateway two(scenario);
    QVERIFY(one.listen() && two.listen());
    {
        Settings settings(directory.filePath(u"litedeck.ini"_s));
        settings.setProfiles({{{u"id-1"_s}, u"First"_s, one.baseUrl(), {one.teamId()}, {}},
                              {{u"id-2"_s}, u"Second"_s, two.baseUrl(), {two.teamId()}, {}}});
        settings.set(Keys::CurrentProfile, u"id-1"_s);
    }
    // Each has its own key; that of the environment is for one connection only.
    auto keychain = std::make_unique<MemorySecretStore>();
    keychain->write({u"id-1"_s}, one.virtualKey(), this, [](const auto &) {});
    keychain->write({u"id-2"_s}, two.virtualKey(), this, [](const auto &) {});
    Application application(*qApp, {.dataDirectory = directory.path()}, std::move(keychain));
    application.start();
    const auto title = [&application] {
        return application.workspace() ? application.workspace()->window().windowTitle()
                                       : QString();
    };
    QTRY_VERIFY(title().startsWith(u"First"_s));
    emit application.workspace()->window().profileRequested({u"id-1"_s});
    emit application.workspace()->window().profileRequested({u"id-2"_s});
    QTRY_VERIFY(title().startsWith(u"Second"_s));
    QTRY_VERIFY(application.workspace()->monitor().isConfirmed());
    QVERIFY(two.countRequests("GET", u"/api/teams/*"_s) > 0);
}

void tst_Application::whatIsOpenedDoesNotGetTheKey()
{
    // Stands for the program that Qt hands links to.
    const QTemporaryDir programs;
    const QString seen = programs.filePath(u"seen"_s);
    QFile opener(programs.filePath(u"xdg-open"_s));
    QVERIFY(opener.open(QIODevice::WriteOnly));
    opener.write("#!/bin/sh\nenv > '" + QFile::encodeName(seen) + ".part' && mv '" +
                 QFile::encodeName(seen) + ".part' '" + QFile::encodeName(seen) + "'\n");
    opener.close();
    QVERIFY(opener.setPermissions(QFile::ReadOwner | QFile::ExeOwner));

    const QTemporaryDir directory;
    demo::DemoGateway gateway;
    QVERIFY(gateway.listen());
    qputenv("LITEDECK_VIRTUAL_KEY", gateway.virtualKey().toUtf8());
    Application application(*qApp, {.server = gateway.baseUrl(),
                                    .team = {gateway.teamId()},
                                    .dataDirectory = directory.path()});
    application.start();
    QVERIFY(application.workspace());
    QTRY_VERIFY(application.workspace()->monitor().isConfirmed());

    QVERIFY(QProcess::startDetached(opener.fileName(), {u"https://example.org"_s}));
    QTRY_VERIFY(QFile::exists(seen));
    QFile environment(seen);
    QVERIFY(environment.open(QIODevice::ReadOnly));
    const QByteArray all = environment.readAll();
    QVERIFY(all.contains("PATH="));
    QVERIFY(!all.contains(gateway.virtualKey().toUtf8()));
    QVERIFY(!all.contains("LITEDECK_VIRTUAL_KEY"));
}

void tst_Application::unusableDataDirectoryIsTold()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const QString below = file.fileName() + u"/data"_s;
    Application application(*qApp, {.dataDirectory = below});
    application.start();
    QVERIFY(!application.workspace());
    QMessageBox *box = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == u"unusableDirectory"_s)
            box = qobject_cast<QMessageBox *>(widget);
    }
    QVERIFY(box);
    QVERIFY2(box->text().contains(u"--data-dir"_s), qPrintable(box->text()));
    box->close();
}

QTEST_MAIN(tst_Application)
#include "tst_application.moc"
