// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection is: its address, its place in the list, its files.
#include "core/settings/ConnectionList.h"

#include "core/chat/NewChat.h"
#include "core/settings/HttpConsent.h"
#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"
#include "core/store/ConnectionFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

Profile profile(const QString &id, const QString &server, const QString &team = u"acme"_s)
{
    return {{id}, u"Name of "_s + id, QUrl(server), {team}, {}};
}

/// As earlier versions named the database of an address that stood on the command line.
QString earlierName(const QString &typed, const QString &team)
{
    const QByteArray text = (QUrl(typed).toString() + u'\n' + team).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return u"server-"_s + QString::fromLatin1(hash.toHex().left(16)) + u".sqlite"_s;
}

} // namespace

class tst_ConnectionList : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_directory->filePath(u"deck.ini"_s));
    }

    void oneServerOneAddress_data();
    void oneServerOneAddress();
    void differentServersStayApart_data();
    void differentServersStayApart();
    void readOnTheWay_data();
    void readOnTheWay();
    void consentIsForAHost();

    void changesNameButNotPlace();
    void findsAConnectionHoweverItsAddressIsWritten();
    void removedConnectionsFindTheirChatsAgain();
    void handWrittenConnectionsHaveAnId();
    void settingsByAddressAreFoundAgain();

    void earlierDatabasesAreTakenOver_data();
    void earlierDatabasesAreTakenOver();
    void nothingIsTakenOverTwice();
    void removesWhatBelongsToOneConnection();

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_directory->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(m_directory->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const { return QDir(m_directory->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Settings> m_settings;
};

void tst_ConnectionList::oneServerOneAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    const QString host = u"http://host"_s;
    QTest::newRow("bare") << u"http://host"_s << host;
    QTest::newRow("slash") << u"http://host/"_s << host;
    QTest::newRow("slashes") << u"http://host//"_s << host;
    QTest::newRow("upper case") << u"HTTP://HOST"_s << host;
    QTest::newRow("usual port") << u"http://host:80"_s << host;
    QTest::newRow("usual port and slash") << u"http://HOST:80/"_s << host;
    QTest::newRow("query and fragment") << u"http://host/?x=1#f"_s << host;
    QTest::newRow("user") << u"http://a:b@host"_s << host;
    QTest::newRow("https") << u"https://host:443/api/"_s << u"https://host/api"_s;
    QTest::newRow("another port") << u"https://host:80"_s << u"https://host:80"_s;
    QTest::newRow("IPv6") << u"http://[::1]:4000/"_s << u"http://[::1]:4000"_s;
    QTest::newRow("IDN") << u"https://BÜCHER.example/"_s << u"https://xn--bcher-kva.example"_s;
    QTest::newRow("ACE") << u"https://xn--bcher-kva.example"_s
                         << u"https://xn--bcher-kva.example"_s;
}

void tst_ConnectionList::oneServerOneAddress()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QCOMPARE(addressText(QUrl(typed)), text);
    QCOMPARE(normalised(QUrl(typed)), normalised(QUrl(text)));
    QCOMPARE(normalised(normalised(QUrl(typed))), normalised(QUrl(typed)));
    QCOMPARE(unsavedProfileId(QUrl(typed), {u"t"_s}), unsavedProfileId(QUrl(text), {u"t"_s}));
}

void tst_ConnectionList::differentServersStayApart_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("scheme") << u"http://host"_s << u"https://host"_s;
    QTest::newRow("port") << u"http://host"_s << u"http://host:443"_s;
    QTest::newRow("path") << u"http://host/a"_s << u"http://host/A"_s;
    QTest::newRow("host") << u"http://host"_s << u"http://host.example"_s;
}

void tst_ConnectionList::differentServersStayApart()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(addressText(QUrl(one)) != addressText(QUrl(other)));
}

void tst_ConnectionList::readOnTheWay_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("https") << u"https://host.example"_s << false;
    QTest::newRow("http") << u"http://host.example"_s << true;
    QTest::newRow("localhost") << u"http://localhost:4000"_s << false;
    QTest::newRow("127.0.0.1") << u"http://127.0.0.1"_s << false;
    QTest::newRow("127.1.2.3") << u"http://127.1.2.3"_s << false;
    QTest::newRow("::1") << u"http://[::1]:1"_s << false;
    QTest::newRow("the next room") << u"http://192.168.0.2"_s << true;
    QTest::newRow("looks like it") << u"http://localhost.example"_s << true;
    QTest::newRow("looks like it, too") << u"http://127.0.0.1.example"_s << true;
}

void tst_ConnectionList::readOnTheWay()
{
    QFETCH(QString, address);
    QFETCH(bool, isRead);
    QCOMPARE(isReadOnTheWay(QUrl(address)), isRead);
}

void tst_ConnectionList::consentIsForAHost()
{
    Profile open = profile(u"a"_s, u"http://one.example:8000"_s);
    open.secondServer = QUrl(u"http://two.example"_s);
    QCOMPARE(HttpConsent::hostsOf(open), (QStringList{u"one.example"_s, u"two.example"_s}));
    QCOMPARE(HttpConsent::hostsOf(profile(u"b"_s, u"https://one.example"_s)), QStringList());
    QCOMPARE(HttpConsent::given(*m_settings), QStringList());
    HttpConsent::give(*m_settings, {u"one.example"_s});
    HttpConsent::give(*m_settings, {u"two.example"_s, u"one.example"_s});
    QCOMPARE(HttpConsent::given(*m_settings), (QStringList{u"one.example"_s, u"two.example"_s}));
}

void tst_ConnectionList::changesNameButNotPlace()
{
    ConnectionList list(*m_settings);
    const Profile first = profile(u"a"_s, u"https://one.example"_s);
    QVERIFY(list.keep(first));
    Profile changed = first;
    changed.name = u"Work"_s;
    changed.secondServer = QUrl(u"https://two.example"_s);
    QCOMPARE(list.keep(changed), std::optional(changed));
    Profile written = changed;
    written.server = QUrl(u"https://ONE.example:443/"_s);
    QVERIFY(list.keep(written));
    for (const Profile &moved : {profile(u"a"_s, u"https://else.example"_s),
                                 profile(u"a"_s, u"https://one.example"_s, u"another"_s)}) {
        QVERIFY(!list.keep(moved));
        QCOMPARE(m_settings->profiles(), QList<Profile>{written});
    }
    QCOMPARE(list.named(u"Work"_s), QList<Profile>{written});
    list.setCurrent({u"a"_s});
    QCOMPARE(list.current(), std::optional(written));
    list.setCurrent({u"gone"_s});
    QVERIFY(!list.current());
}

void tst_ConnectionList::findsAConnectionHoweverItsAddressIsWritten()
{
    ConnectionList list(*m_settings);
    QVERIFY(list.keep(profile(u"a"_s, u"https://one.example/"_s)));
    QCOMPARE(list.at(QUrl(u"HTTPS://One.example:443"_s), {u"acme"_s})->id.value, u"a"_s);
    QVERIFY(!list.at(QUrl(u"https://one.example"_s), {u"Acme"_s}));
    QVERIFY(!list.at(QUrl(u"http://one.example"_s), {u"acme"_s}));
}

void tst_ConnectionList::removedConnectionsFindTheirChatsAgain()
{
    ConnectionList list(*m_settings);
    QVERIFY(list.keep(profile(u"a"_s, u"https://one.example"_s)));
    QVERIFY(list.keep(profile(u"b"_s, u"https://two.example"_s)));
    list.remove({u"a"_s}, true);
    list.remove({u"b"_s}, false);
    QVERIFY(m_settings->profiles().isEmpty());
    QCOMPARE(list.keep(profile(u"new-a"_s, u"https://one.example/"_s))->id.value, u"a"_s);
    QCOMPARE(list.keep(profile(u"new-b"_s, u"https://two.example/"_s))->id.value, u"new-b"_s);
    NewChat(*m_settings, QUrl(u"https://one.example"_s), {u"acme"_s}).setDraft(u"draft"_s);
    list.remove({u"a"_s}, false);
    QVERIFY(NewChat(*m_settings, QUrl(u"https://one.example"_s), {u"acme"_s}).draft().isEmpty());
    // Only once: the connection is there again.
    QCOMPARE(list.keep(profile(u"other"_s, u"https://one.example"_s, u"t"_s))->id.value,
             u"other"_s);
}

void tst_ConnectionList::handWrittenConnectionsHaveAnId()
{
    write(u"hand.ini"_s, "[profiles]\n1\\name=Mine\n1\\server=https://one.example/\n"
                         "1\\team=acme\nsize=1\n");
    const Settings settings(m_directory->filePath(u"hand.ini"_s));
    QCOMPARE(settings.profiles().size(), 1);
    QCOMPARE(settings.profiles().constFirst().id,
             unsavedProfileId(QUrl(u"https://one.example"_s), {u"acme"_s}));
}

void tst_ConnectionList::settingsByAddressAreFoundAgain()
{
    m_settings->set(Keys::NewChats,
                    R"({"http://host:80/ acme":{"draft":"kept"},"http://b/ acme":{"draft":"old"},)"
                    R"("http://b acme":{"draft":"new"}})"_ba);
    m_settings.reset();
    m_settings = std::make_unique<Settings>(m_directory->filePath(u"deck.ini"_s));
    QCOMPARE(NewChat(*m_settings, QUrl(u"http://HOST"_s), {u"acme"_s}).draft(), u"kept"_s);
    QCOMPARE(NewChat(*m_settings, QUrl(u"http://b/"_s), {u"acme"_s}).draft(), u"new"_s);
}

void tst_ConnectionList::earlierDatabasesAreTakenOver_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    for (const char *before :
         {"http://host", "http://host/", "http://host:80", "http://host:80/"}) {
        for (const char *now : {"http://host", "http://HOST/", "http://host:80"})
            QTest::addRow("%s, now %s", before, now)
                << QString::fromLatin1(before) << QString::fromLatin1(now);
    }
    QTest::newRow("as odd as before") << u"http://host//?x=1#f"_s << u"http://host//?x=1#f"_s;
}

void tst_ConnectionList::earlierDatabasesAreTakenOver()
{
    QFETCH(QString, before);
    QFETCH(QString, now);
    const QString earlier = earlierName(before, u"acme"_s);
    write(earlier, "chats");
    write(earlier + u"-wal"_s, "log");
    write(earlier + u"-shm"_s, "index");
    ConnectionFiles::takeOver(m_directory->path(), QUrl(now), {u"acme"_s});
    const QString wanted = unsavedProfileId(QUrl(now), {u"acme"_s}).value + u".sqlite"_s;
    QCOMPARE(read(wanted), "chats"_ba);
    QCOMPARE(read(wanted + u"-wal"_s), "log"_ba);
}

void tst_ConnectionList::nothingIsTakenOverTwice()
{
    const QString wanted =
        unsavedProfileId(QUrl(u"http://host"_s), {u"acme"_s}).value + u".sqlite"_s;
    const QString earlier = earlierName(u"http://host/"_s, u"acme"_s);
    write(wanted, "mine");
    write(earlier, "other");
    write(earlier + u"-wal"_s, "log");
    const QStringList before = files();
    ConnectionFiles::takeOver(m_directory->path(), QUrl(u"http://host/"_s), {u"acme"_s});
    QCOMPARE(files(), before);
    QCOMPARE(read(wanted), "mine"_ba);
    QCOMPARE(read(earlier), "other"_ba);
}

void tst_ConnectionList::removesWhatBelongsToOneConnection()
{
    const QStringList others{u"a-b.sqlite"_s, u"a.b.sqlite"_s, u"ab.sqlite"_s, u"deck.log.jsonl"_s};
    QVERIFY(QDir(m_directory->path()).mkdir(u"backups"_s));
    for (const QString &name :
         others + QStringList{u"a.sqlite"_s, u"a.sqlite-wal"_s, u"a.sqlite-shm"_s,
                              u"a.damaged-1.sqlite"_s, u"backups/a-2026-11-30.sqlite"_s,
                              u"backups/b-2026-11-30.sqlite"_s})
        write(name, "x");
    QVERIFY(ConnectionFiles::remove(m_directory->path(), {u"a"_s}));
    QCOMPARE(files(), others);
    QCOMPARE(QDir(m_directory->filePath(u"backups"_s)).entryList(QDir::Files),
             QStringList{u"b-2026-11-30.sqlite"_s});
}

QTEST_GUILESS_MAIN(tst_ConnectionList)
#include "tst_connection_list.moc"
