// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"
#include "app/QuitSignals.h"
#include "core/demo/DemoGateway.h"
#include "core/settings/MemorySecretStore.h"
#include "ui/chat/Composer.h"
#include "ui/chat/MessageEdit.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QMessageBox>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <csignal>

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
    void answersWithoutADisplay_data();
    void answersWithoutADisplay();
    void refusesToSendTheKeyInPlainText();
    void demoOpensTheWindow();
    void aDemoLeavesTheSettingsAlone();
    void firstStartAsksAndCanTryTheDemo();
    void changesToAnotherTeam();
    void whatIsOpenedDoesNotGetTheKey();
    void filesAreTheOwnersOnly();
    void endsInOrderWhenTheSystemAsks();
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
    row("open server",
        {u"--server"_s, u"http://a.example"_s, u"--team"_s, u"acme"_s, u"--allow-http"_s},
        {.server = QUrl(u"http://a.example"_s), .team = {u"acme"_s}, .allowsHttp = true});
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
    row("team without server", {u"--team"_s, u"acme"_s}, u"--server"_s);
    row("no address", {u"--server"_s, u"a.example"_s, u"--team"_s, u"acme"_s}, u"a.example"_s);
    row("another scheme", {u"--server"_s, u"ftp://a.example"_s, u"--team"_s, u"acme"_s}, u"ftp"_s);
    row("a password", {u"--server"_s, u"https://a:b@a.example"_s, u"--team"_s, u"t"_s},
        u"Leave user name and password out"_s);
    row("a query", {u"--server"_s, u"https://a.example?x=1"_s, u"--team"_s, u"t"_s},
        u"Leave out everything from the ? or # on"_s);
    row("a fragment", {u"--server"_s, u"https://a.example#x"_s, u"--team"_s, u"t"_s},
        u"Leave out everything from the ? or # on"_s);
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
    QVERIFY2(!parsed.error().contains(u"a:b@"_s), qPrintable(parsed.error()));
}

void tst_Application::helpNamesTheScenarios()
{
    QVERIFY(CommandLine::helpText().contains(u"suspended"_s));
    QVERIFY(CommandLine::helpText().contains(u"LITEDECK_VIRTUAL_KEY"_s));
}

namespace {

/// Runs the program itself until it ends by itself.
struct Run
{
    Run(const QStringList &arguments, const QProcessEnvironment &environment)
    {
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LITEDECK_PROGRAM), arguments);
        hasEnded = process.waitForFinished();
        output = QString::fromUtf8(process.readAllStandardOutput());
        errors = QString::fromUtf8(process.readAllStandardError());
    }

    QProcess process;
    bool hasEnded = false;
    QString output;
    QString errors;
};

} // namespace

void tst_Application::answersWithoutADisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("answer");
    QTest::newRow("help") << u"--help"_s << u"LITEDECK_VIRTUAL_KEY"_s;
    QTest::newRow("h") << u"-h"_s << u"--allow-http"_s;
    QTest::newRow("version") << u"--version"_s << u"Litedeck "_s;
}

void tst_Application::answersWithoutADisplay()
{
    QFETCH(QString, option);
    QFETCH(QString, answer);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    const Run run({option}, environment);
    QVERIFY(run.hasEnded);
    QVERIFY2(run.process.exitStatus() == QProcess::NormalExit, qPrintable(run.errors));
    QCOMPARE(run.process.exitCode(), 0);
    QVERIFY2(run.output.contains(answer), qPrintable(run.output));
    const Run withAnOptionOfQt({option, u"-platform"_s, u"offscreen"_s}, environment);
    QVERIFY(withAnOptionOfQt.hasEnded);
    QVERIFY2(withAnOptionOfQt.output.contains(answer), qPrintable(withAnOptionOfQt.errors));
}

void tst_Application::refusesToSendTheKeyInPlainText()
{
    const QTemporaryDir directory;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LITEDECK_VIRTUAL_KEY"_s, u"sk-secret"_s);
    const Run run({u"--server"_s, u"http://gateway.invalid"_s, u"--team"_s, u"t"_s, u"--data-dir"_s,
                   directory.path()},
                  environment);
    QVERIFY(run.hasEnded);
    QCOMPARE(run.process.exitCode(), 2);
    QVERIFY2(run.errors.contains(u"--allow-http"_s), qPrintable(run.errors));
    QVERIFY(run.errors.contains(u"gateway.invalid"_s));
    QVERIFY(!run.errors.contains(u"sk-secret"_s));
}

void tst_Application::demoOpensTheWindow()
{
    Application application(*qApp, {.demoScenario = u"default"_s});
    application.start();
    QVERIFY(application.workspace());
    QVERIFY(application.workspace()->window().isVisible());
}

void tst_Application::aDemoLeavesTheSettingsAlone()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"litedeck.ini"_s);
    {
        Settings settings(path);
        settings.set(Keys::SendOnEnter, false);
        settings.setProfiles(
            {{{u"id-1"_s}, u"First"_s, QUrl(u"https://a.example"_s), {u"acme"_s}, {}}});
    }
    const auto content = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    QVERIFY(!before.isEmpty());
    {
        Application application(*qApp,
                                {.demoScenario = u"default"_s, .dataDirectory = directory.path()});
        application.start();
        QTRY_VERIFY(application.workspace()->monitor().isConfirmed());
        auto *models = application.workspace()->window().findChild<QComboBox *>(u"model"_s);
        QTRY_VERIFY(models->count() > 1);
        QCOMPARE(models->currentText(), u"gpt-4o-mini"_s);
        emit models->activated(models->currentIndex());
        // It is as the user likes it, all the same.
        auto *message = application.workspace()->window().findChild<Composer *>();
        QTest::keyClicks(message->edit(), u"Hello"_s);
        QTest::keyClick(message->edit(), Qt::Key_Return);
        QCOMPARE(message->text(), u"Hello\n"_s);
    }
    QCOMPARE(content(), before);
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

void tst_Application::filesAreTheOwnersOnly()
{
    constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::ReadOther;
    constexpr QFile::Permissions Mode =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | Others | QFile::ExeOther;
    const QTemporaryDir directory;
    QVERIFY(QFile::setPermissions(directory.path(), Mode));
    const demo::DemoScenario scenario;
    demo::DemoGateway gateway(scenario);
    QVERIFY(gateway.listen());
    // What an earlier version left behind, and a file that is none of ours.
    for (const QString &name : {u"server-0.sqlite"_s, u"notes.txt"_s}) {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(Mode));
    }
    qputenv("LITEDECK_VIRTUAL_KEY", gateway.virtualKey().toUtf8());
    Application application(*qApp, {.server = gateway.baseUrl(),
                                    .team = {gateway.teamId()},
                                    .dataDirectory = directory.path()});
    application.start();
    QTRY_VERIFY(application.workspace()->monitor().isConfirmed());
    {
        Settings settings(directory.filePath(u"litedeck.ini"_s));
        settings.set(Keys::SendOnEnter, false);
    }
    const auto entries = QDir(directory.path()).entryInfoList(QDir::Files);
    QVERIFY(entries.size() >= 5);
    for (const QFileInfo &file : entries)
        QCOMPARE(bool(file.permissions() & Others), file.fileName() == u"notes.txt"_s);
}

void tst_Application::endsInOrderWhenTheSystemAsks()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        const QuitSignals quitSignals;
        const QSignalSpy received(&quitSignals, &QuitSignals::received);
        QCOMPARE(std::raise(number), 0);
        QTRY_COMPARE(received.size(), 1);
    }
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
