// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/KeychainSecretStore.h"
#include "core/settings/MemorySecretStore.h"

#include <QDir>
#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

using Text = Expected<QString, SecretError>;
using Place = Expected<SecretPlace, SecretError>;

const ProfileId team{u"team"_s};
const ProfileId other{u"other"_s};

/// Runs the event loop until `start(callback)` has called back, which it must not do at once.
template <typename Result, typename Start>
std::optional<Result> await(Start start)
{
    std::optional<Result> outcome;
    QEventLoop loop;
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    start([&](const Result &result) {
        outcome = result;
        loop.quit();
    });
    if (outcome)
        qFatal("called back before the call had returned");
    loop.exec();
    return outcome;
}

std::optional<Text> read(SecretStore &store, const ProfileId &profile)
{
    QObject context;
    return await<Text>([&](auto callback) { store.read(profile, &context, callback); });
}

std::optional<Place> write(SecretStore &store, const ProfileId &profile, const QString &secret)
{
    QObject context;
    return await<Place>([&](auto callback) { store.write(profile, secret, &context, callback); });
}

std::optional<Place> remove(SecretStore &store, const ProfileId &profile)
{
    QObject context;
    return await<Place>([&](auto callback) { store.remove(profile, &context, callback); });
}

} // namespace

class tst_Secrets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void memoryKeepsEachProfileApart();
    void readsTheEnvironmentVariable_data();
    void readsTheEnvironmentVariable();
    void noCallbackWithoutItsContext();
    void withoutAServiceTheKeyIsKeptForThisRun();
    void withoutAServiceNothingIsWrittenInPlainText();
    void endsWithJobsUnderWay();

private:
    QTemporaryDir m_home;
};

void tst_Secrets::initTestCase()
{
    // No bus, no keychain: the state of a machine without a desktop session.
    qputenv("HOME", m_home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toLocal8Bit());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home.path().toLocal8Bit() + "/no-bus");
    qunsetenv("DISPLAY");
}

void tst_Secrets::memoryKeepsEachProfileApart()
{
    MemorySecretStore store;
    QCOMPARE(read(store, team)->error().kind, SecretErrorKind::NotFound);
    QCOMPARE(**write(store, team, u"sk-1"_s), SecretPlace::ThisRun);
    QCOMPARE(**read(store, team), u"sk-1"_s);
    QCOMPARE(read(store, other)->error().kind, SecretErrorKind::NotFound);
    QVERIFY(remove(store, team)->hasValue());
    QVERIFY(remove(store, team)->hasValue());
    QCOMPARE(read(store, team)->error().kind, SecretErrorKind::NotFound);
}

void tst_Secrets::readsTheEnvironmentVariable_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("key");
    QTest::newRow("missing") << QByteArray() << QString();
    QTest::newRow("blank") << " \n"_ba << QString();
    QTest::newRow("key") << "sk-abc"_ba << u"sk-abc"_s;
    QTest::newRow("with a line break") << "sk-abc\n"_ba << u"sk-abc"_s;
}

void tst_Secrets::readsTheEnvironmentVariable()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, key);
    if (value.isNull())
        qunsetenv(MemorySecretStore::EnvironmentVariable);
    else
        qputenv(MemorySecretStore::EnvironmentVariable, value);
    const auto found = MemorySecretStore::keyFromEnvironment();
    QVERIFY(!qEnvironmentVariableIsSet(MemorySecretStore::EnvironmentVariable));
    QCOMPARE(found.has_value(), !key.isEmpty());
    QCOMPARE(found.value_or(QString()), key);
}

void tst_Secrets::noCallbackWithoutItsContext()
{
    MemorySecretStore store;
    QVERIFY(write(store, team, u"sk"_s)->hasValue());
    bool called = false;
    {
        QObject context;
        store.read(team, &context, [&called](const Text &) { called = true; });
    }
    QVERIFY(read(store, team)->hasValue());
    QVERIFY(!called);
}

void tst_Secrets::withoutAServiceTheKeyIsKeptForThisRun()
{
    KeychainSecretStore store;
    const auto before = read(store, team);
    QVERIFY(before && !before->hasValue());

    const auto written = write(store, team, u"sk-this-run"_s);
    QVERIFY(written && !written->hasValue());
    QVERIFY(written->error().kind == SecretErrorKind::NoService ||
            written->error().kind == SecretErrorKind::Other);
    QVERIFY(!written->error().message.contains(u"sk-this-run"_s));
    QCOMPARE(**read(store, team), u"sk-this-run"_s);

    QVERIFY(remove(store, team).has_value());
    QVERIFY(!read(store, team)->hasValue());
}

void tst_Secrets::withoutAServiceNothingIsWrittenInPlainText()
{
    const QString secret = u"sk-never-on-disk"_s;
    {
        KeychainSecretStore store;
        QVERIFY(write(store, team, secret).has_value());
    }
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret.toUtf8()), qPrintable(file.fileName()));
    }
}

void tst_Secrets::endsWithJobsUnderWay()
{
    bool called = false;
    {
        KeychainSecretStore store;
        store.read(team, this, [&called](const Text &) { called = true; });
        store.write(other, u"sk"_s, this, [&called](const Place &) { called = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(tst_Secrets)
#include "tst_secrets.moc"
