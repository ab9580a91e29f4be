// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include "core/settings/DataDirectory.h"
#include "core/settings/Profile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

Profile goodProfile(const QString &id)
{
    return {{id},
            u"Team "_s + id + u" – größer, \"quoted\"; =#%"_s,
            QUrl(u"https://deck.example:8443/prefix"_s),
            {u"team-1"_s},
            QUrl(u"http://127.0.0.1:8000"_s)};
}

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"deck.ini"_s);
    }

    void startsWithTheFallbacks();
    void roundTripsEveryType();
    void tellsEachChangeOnce();
    void holdsNumbersBetweenTheirLimits();
    void ignoresValuesOfAWrongType();
    void roundTripsProfiles();
    void shorterListLeavesNothingBehind();
    void storesNoPasswords();
    void reportsAFileThatCannotBeWritten();
    void reportsADamagedFile();

    void validatesProfiles_data();
    void validatesProfiles();
    void reportsEveryField();

    void createsTheDataDirectoryForItsOwnerOnly();
    void leavesTheModeOfAGivenDirectory();
    void usesTheUsersOwnDirectory();
    void cannotCreateBelowAFile();
    void cannotCreateWhereNothingCanBe();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void tst_Settings::startsWithTheFallbacks()
{
    const Settings settings(m_path);
    QCOMPARE(settings.get(Keys::ColorScheme), u"system"_s);
    QCOMPARE(settings.get(Keys::MaxRetries), 3);
    QCOMPARE(settings.get(Keys::SendOnEnter), true);
    QCOMPARE(settings.get(Keys::WindowGeometry), QByteArray());
    QVERIFY(settings.profiles().isEmpty());
    QVERIFY(!QFile::exists(m_path));
}

void tst_Settings::roundTripsEveryType()
{
    const QByteArray geometry("\x00\x01\xff, \"; binary", 14);
    const QString odd = u"a, b; \"c\" = ü\n@ByteArray(x) %20"_s;
    {
        Settings settings(m_path);
        settings.set(Keys::ColorScheme, u"dark"_s);
        settings.set(Keys::WindowGeometry, geometry);
        settings.set(Keys::LastPage, odd);
        settings.set(Keys::SendOnEnter, false);
        settings.set(Keys::MaxRetries, 0);
        settings.set(Keys::DefaultModel, u"7"_s);
        QCOMPARE(settings.sync(), SettingsStatus::Good);
    }
    // From the file, where everything is text.
    QFile::copy(m_path, m_path + u".copy.ini"_s);
    const Settings settings(m_path + u".copy.ini"_s);
    QCOMPARE(settings.get(Keys::ColorScheme), u"dark"_s);
    QCOMPARE(settings.get(Keys::WindowGeometry), geometry);
    QCOMPARE(settings.get(Keys::LastPage), odd);
    QCOMPARE(settings.get(Keys::SendOnEnter), false);
    QCOMPARE(settings.get(Keys::MaxRetries), 0);
    QCOMPARE(settings.get(Keys::DefaultModel), u"7"_s);
}

void tst_Settings::tellsEachChangeOnce()
{
    Settings settings(m_path);
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set(Keys::MaxRetries, 3);
    settings.set(Keys::ColorScheme, u"system"_s);
    QCOMPARE(changed.size(), 0);
    settings.set(Keys::MaxRetries, 4);
    settings.set(Keys::MaxRetries, 4);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), QString(Keys::MaxRetries.name));
    settings.setProfiles({goodProfile(u"p"_s)});
    settings.setProfiles({goodProfile(u"p"_s)});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.last().first().toString(), QString(Settings::ProfilesName));
}

void tst_Settings::holdsNumbersBetweenTheirLimits()
{
    Settings settings(m_path);
    settings.set(Keys::MaxRetries, 1000);
    QCOMPARE(settings.get(Keys::MaxRetries), Keys::MaxRetries.maximum);
    settings.set(Keys::MaxRetries, -1);
    QCOMPARE(settings.get(Keys::MaxRetries), Keys::MaxRetries.minimum);
}

void tst_Settings::ignoresValuesOfAWrongType()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[retry]\nmax_retries=many\n[chat]\nsend_on_enter=perhaps\n"
               "default_model=@ByteArray(x)\n[window]\ngeometry=text\n[chats]\nbackups=99999999\n");
    file.close();
    const Settings settings(m_path);
    QCOMPARE(settings.get(Keys::MaxRetries), 3);
    QCOMPARE(settings.get(Keys::SendOnEnter), true);
    QCOMPARE(settings.get(Keys::DefaultModel), QString());
    QCOMPARE(settings.get(Keys::WindowGeometry), QByteArray());
    QCOMPARE(settings.get(Keys::Backups), Keys::Backups.maximum);
}

void tst_Settings::roundTripsProfiles()
{
    QList<Profile> saved{goodProfile(u"a"_s), goodProfile(u"b"_s)};
    saved.last().secondServer.clear();
    {
        Settings settings(m_path);
        settings.setProfiles(saved);
        QCOMPARE(settings.profiles(), saved);
    }
    QFile::copy(m_path, m_path + u".copy.ini"_s);
    QCOMPARE(Settings(m_path + u".copy.ini"_s).profiles(), saved);
}

void tst_Settings::shorterListLeavesNothingBehind()
{
    {
        Settings settings(m_path);
        settings.setProfiles({goodProfile(u"a"_s), goodProfile(u"remove-me"_s)});
        settings.setProfiles({goodProfile(u"a"_s)});
        QCOMPARE(settings.profiles(), QList<Profile>{goodProfile(u"a"_s)});
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("remove-me"));
}

void tst_Settings::storesNoPasswords()
{
    Profile profile = goodProfile(u"a"_s);
    profile.server = QUrl(u"https://user:hunter2@deck.example"_s);
    profile.secondServer = QUrl(u"https://user:hunter3@deck2.example"_s);
    {
        Settings settings(m_path);
        settings.setProfiles({profile});
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("deck2.example"));
    QVERIFY(!content.contains("hunter"));
}

void tst_Settings::reportsAFileThatCannotBeWritten()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    // Below a regular file nobody can create anything, not even root.
    Settings settings(m_path + u"/deck.ini"_s);
    settings.set(Keys::MaxRetries, 5);
    QCOMPARE(settings.sync(), SettingsStatus::NotWritable);
    QCOMPARE(settings.get(Keys::MaxRetries), 5);
}

void tst_Settings::reportsADamagedFile()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[broken\nno equals sign here\n");
    file.close();
    Settings settings(m_path);
    QCOMPARE(settings.sync(), SettingsStatus::Damaged);
    QCOMPARE(settings.get(Keys::MaxRetries), 3);
}

void tst_Settings::validatesProfiles_data()
{
    using Issues = QList<ProfileIssue>;
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QList<ProfileIssue>>("issues");
    const auto server = [](ProfileProblem problem) {
        return Issues{{ProfileField::Server, problem}};
    };
    const auto second = [](ProfileProblem problem) {
        return Issues{{ProfileField::SecondServer, problem}};
    };
    QTest::newRow("https") << u"https://deck.example"_s << QString() << Issues{};
    QTest::newRow("http, port, path") << u"http://10.0.0.1:4000/api/"_s << QString() << Issues{};
    QTest::newRow("IPv6") << u"http://[::1]:4000"_s << QString() << Issues{};
    QTest::newRow("two servers") << u"https://a.example"_s << u"https://b.example"_s << Issues{};
    QTest::newRow("empty") << QString() << QString() << server(ProfileProblem::Empty);
    QTest::newRow("no scheme") << u"deck.example"_s << QString()
                               << server(ProfileProblem::SchemeNotHttp);
    QTest::newRow("ftp") << u"ftp://deck.example"_s << QString()
                         << server(ProfileProblem::SchemeNotHttp);
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString()
                          << server(ProfileProblem::SchemeNotHttp);
    QTest::newRow("no host") << u"https:///path"_s << QString()
                             << server(ProfileProblem::HostMissing);
    QTest::newRow("bad port") << u"https://deck.example:99999"_s << QString()
                              << server(ProfileProblem::UrlInvalid);
    QTest::newRow("user") << u"https://me@deck.example"_s << QString()
                          << server(ProfileProblem::UserInfoPresent);
    QTest::newRow("password") << u"https://:pw@deck.example"_s << QString()
                              << server(ProfileProblem::UserInfoPresent);
    QTest::newRow("query") << u"https://deck.example?key=1"_s << QString()
                           << server(ProfileProblem::QueryPresent);
    QTest::newRow("fragment") << u"https://deck.example#x"_s << QString()
                              << server(ProfileProblem::QueryPresent);
    QTest::newRow("second is first") << u"https://a.example/v1"_s << u"https://a.example/v1/"_s
                                     << second(ProfileProblem::SameAsServer);
    QTest::newRow("second is first, with a slash")
        << u"https://a.example"_s << u"https://a.example/"_s
        << second(ProfileProblem::SameAsServer);
    QTest::newRow("second is first, written differently")
        << u"https://a.example"_s << u"https://A.example:443"_s
        << second(ProfileProblem::SameAsServer);
    QTest::newRow("second is less safe")
        << u"https://a.example"_s << u"http://b.example"_s << second(ProfileProblem::LessSafe);
    QTest::newRow("second is less safe, on this machine")
        << u"https://a.example"_s << u"http://127.0.0.1:1"_s << second(ProfileProblem::LessSafe);
    QTest::newRow("second is safer") << u"http://a.example"_s << u"https://b.example"_s << Issues{};
    QTest::newRow("second is ftp")
        << u"https://a.example"_s << u"ftp://b.example"_s << second(ProfileProblem::SchemeNotHttp);
}

void tst_Settings::validatesProfiles()
{
    QFETCH(QString, server);
    QFETCH(QString, second);
    QFETCH(QList<ProfileIssue>, issues);
    Profile profile = goodProfile(u"p"_s);
    profile.server = QUrl(server);
    profile.secondServer = second.isEmpty() ? QUrl() : QUrl(second);
    QCOMPARE(validate(profile), issues);
}

void tst_Settings::reportsEveryField()
{
    Profile profile;
    profile.name = profile.team.value = u" \t"_s;
    QCOMPARE(validate(profile), (QList<ProfileIssue>{{ProfileField::Name, ProfileProblem::Empty},
                                                     {ProfileField::Server, ProfileProblem::Empty},
                                                     {ProfileField::Team, ProfileProblem::Empty}}));
}

void tst_Settings::createsTheDataDirectoryForItsOwnerOnly()
{
    const QString path = m_directory->filePath(u"a/b/data"_s);
    const auto prepared = DataDirectory::prepare(path);
    QVERIFY(prepared);
    QCOMPARE(prepared->path, path);
    QVERIFY(prepared->writable);
    QVERIFY(QFileInfo(path).isDir());
    QCOMPARE(QFile::permissions(path) & Others, QFile::Permissions());
    QVERIFY(QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    QCOMPARE(prepared->settingsPath(), path + u"/litedeck.ini"_s);
    QCOMPARE(DataDirectory::prepare(path), prepared);
}

void tst_Settings::leavesTheModeOfAGivenDirectory()
{
    const QString path = m_directory->filePath(u"shared"_s);
    QVERIFY(QDir().mkdir(path));
    const auto mode = OwnerOnly | QFile::ReadGroup | QFile::ExeGroup;
    QVERIFY(QFile::setPermissions(path, mode));
    QVERIFY(DataDirectory::prepare(path));
    QCOMPARE(QFile::permissions(path) & Others, QFile::ReadGroup | QFile::ExeGroup);
}

void tst_Settings::usesTheUsersOwnDirectory()
{
    QStandardPaths::setTestModeEnabled(true);
    const QString own =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/litedeck"_s;
    QVERIFY(QDir().mkpath(own));
    QVERIFY(QFile::setPermissions(own, OwnerOnly | Others));
    const auto prepared = DataDirectory::prepare();
    QStandardPaths::setTestModeEnabled(false);
    QVERIFY(prepared);
    QCOMPARE(prepared->path, own);
    QCOMPARE(QFile::permissions(own) & Others, QFile::Permissions());
}

void tst_Settings::cannotCreateBelowAFile()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    for (const QString &path : {m_path, m_path + u"/data"_s, m_path + u"/a/b"_s}) {
        const auto prepared = DataDirectory::prepare(path);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error(), (DataDirectoryError{DataDirectoryProblem::NotADirectory, path}));
    }
}

void tst_Settings::cannotCreateWhereNothingCanBe()
{
    // The process file system takes no directories and no files, whoever asks.
    const auto missing = DataDirectory::prepare(u"/proc/litedeck-data"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().problem, DataDirectoryProblem::CannotCreate);
    const auto present = DataDirectory::prepare(u"/proc/self"_s);
    QVERIFY(present);
    QVERIFY(!present->writable);
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
