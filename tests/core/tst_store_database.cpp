// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include "core/store/ConversationTables.h"
#include "core/store/Query.h"
#include "core/store/Schema.h"
#include "tst_store_samples.h"

#include <QDir>
#include <QTemporaryDir>

using namespace litedeck;
using namespace litedeck::samples;

namespace {

constexpr Milliseconds NoWaiting{0};

} // namespace

class tst_StoreDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
        m_path = m_directory->filePath(u"deck.db"_s);
    }
    void cleanup()
    {
        // Every connection is closed under its own name again.
        QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
    }

    void createsAnEmptyDatabaseInWriteAheadMode();
    void keepsWhatWasWritten();
    void removesTheLogWhenClosed();
    void refusesANewerFileUntouched();
    void refusesANewerFileWhoseVersionIsInTheLog();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void neverOverwritesAnEarlierDamagedFile();
    void setsTheLogAsideWithItsFile();
    void startsOnAnEmptyFile();
    void isLockedForOthers();
    void reportsALockOfAnotherConnection();
    void failsBelowARegularFile();
    void reportsAFullDisk();
    void reportsAWriteProtectedConnection();
    void leavesAFailedMigrationUndone();
    void rollsBackATransactionThatFails();
    void opensInMemory();
    void isReadByItsOwnerOnly_data();
    void isReadByItsOwnerOnly();
    void knowsThatItsFileIsGone();
    void leavesTheLockToWhoCameAfterIt();

private:
    std::unique_ptr<Database> open()
    {
        auto opened = Database::open(m_path, NoWaiting);
        if (opened)
            return std::move(opened).value();
        qWarning() << opened.error().message;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void tst_StoreDatabase::createsAnEmptyDatabaseInWriteAheadMode()
{
    const auto database = open();
    QVERIFY(database);
    QVERIFY(!database->notice());
    QVERIFY(!database->isInMemory());
    QCOMPARE(numberFrom(*database, u"PRAGMA user_version"_s), SchemaVersion);
    QCOMPARE(numberFrom(*database, u"PRAGMA foreign_keys"_s), 1);
    QCOMPARE(numberFrom(*database, u"SELECT count(*) FROM turns"_s), 0);
    QVERIFY(QFile::exists(m_path + u"-wal"_s));
}

void tst_StoreDatabase::keepsWhatWasWritten()
{
    const Conversation saved = conversation(u"c"_s, {fullTurn(u"t"_s)});
    QVERIFY(ConversationTables::saveConversation(*open(), saved));
    const auto loaded = ConversationTables::loadConversation(*open(), {u"c"_s});
    QVERIFY(loaded);
    QCOMPARE(*loaded, saved);
}

void tst_StoreDatabase::removesTheLogWhenClosed()
{
    QVERIFY(open());
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList{u"deck.db"_s});
}

void tst_StoreDatabase::refusesANewerFileUntouched()
{
    QVERIFY(runSql(m_path, {u"PRAGMA journal_mode=WAL"_s, u"CREATE TABLE future (x)"_s,
                            u"PRAGMA user_version=%1"_s.arg(SchemaVersion + 1)}));
    const QByteArray before = bytesOf(m_path);
    QVERIFY(!before.isEmpty());
    const auto opened = Database::open(m_path, NoWaiting);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, StoreErrorKind::Newer);
    QCOMPARE(opened.error().path, m_path);
    QCOMPARE(bytesOf(m_path), before);
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList{u"deck.db"_s});
}

void tst_StoreDatabase::refusesANewerFileWhoseVersionIsInTheLog()
{
    const QString source = m_directory->filePath(u"source.db"_s);
    {
        auto opened = Database::open(source);
        QVERIFY(opened);
        const auto database = std::move(opened).value();
        QVERIFY(database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        QVERIFY(database->execute(u"PRAGMA user_version=%1"_s.arg(SchemaVersion + 1)));
        QVERIFY(QFile::copy(source, m_path));
        QVERIFY(QFile::copy(source + u"-wal"_s, m_path + u"-wal"_s));
    }
    const QByteArray before = bytesOf(m_path);
    const QByteArray logBefore = bytesOf(m_path + u"-wal"_s);
    QVERIFY(!logBefore.isEmpty());
    const auto opened = Database::open(m_path, NoWaiting);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, StoreErrorKind::Newer);
    QCOMPARE(bytesOf(m_path), before);
    QCOMPARE(bytesOf(m_path + u"-wal"_s), logBefore);
}

void tst_StoreDatabase::setsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray magic("SQLite format 3\0", 16);
    QTest::newRow("text") << QByteArray("not a database at all\n").repeated(100);
    QTest::newRow("short") << QByteArray("SQL");
    QTest::newRow("header only") << magic;
    QTest::newRow("zeros after the magic") << magic + QByteArray(8192, '\0');
    QTest::newRow("noise after the magic") << magic + QByteArray(8192, '\xff');
}

void tst_StoreDatabase::setsADamagedFileAside()
{
    QFETCH(QByteArray, content);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    const auto database = open();
    QVERIFY(database);
    QVERIFY(database->notice());
    QCOMPARE(database->notice()->kind, StoreErrorKind::Damaged);
    QCOMPARE(bytesOf(database->notice()->setAsidePath), content);
    QCOMPARE(numberFrom(*database, u"PRAGMA user_version"_s), SchemaVersion);
}

void tst_StoreDatabase::neverOverwritesAnEarlierDamagedFile()
{
    QStringList aside;
    for (int n = 0; n < 3; ++n) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray::number(n));
        file.close();
        const auto database = open();
        QVERIFY(database && database->notice());
        aside.append(database->notice()->setAsidePath);
    }
    for (int n = 0; n < 3; ++n)
        QCOMPARE(bytesOf(aside.at(n)), QByteArray::number(n));
}

void tst_StoreDatabase::setsTheLogAsideWithItsFile()
{
    for (const QString &path : {m_path, m_path + u"-wal"_s}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("broken");
    }
    const auto database = open();
    QVERIFY(database && database->notice());
    QCOMPARE(bytesOf(database->notice()->setAsidePath), "broken"_ba);
    QCOMPARE(bytesOf(database->notice()->setAsidePath + u"-wal"_s), "broken"_ba);
}

void tst_StoreDatabase::startsOnAnEmptyFile()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto database = open();
    QVERIFY(database);
    QVERIFY(!database->notice());
}

void tst_StoreDatabase::isLockedForOthers()
{
    const auto first = open();
    QVERIFY(first);
    const auto second = Database::open(m_path, NoWaiting);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, StoreErrorKind::Locked);
    QVERIFY(ConversationTables::saveConversation(*first, conversation(u"c"_s)));
}

void tst_StoreDatabase::reportsALockOfAnotherConnection()
{
    QVERIFY(open());
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(m_path);
        QVERIFY(other.open());
        QSqlQuery query(other);
        QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
        const auto opened = Database::open(m_path, NoWaiting);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, StoreErrorKind::Locked);
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    QVERIFY(open());
}

void tst_StoreDatabase::failsBelowARegularFile()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a file");
    file.close();
    const auto opened = Database::open(m_path + u"/deck.db"_s, NoWaiting);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, StoreErrorKind::Other);
    QVERIFY(!opened.error().message.isEmpty());
    QCOMPARE(bytesOf(m_path), "a file"_ba);
}

void tst_StoreDatabase::reportsAFullDisk()
{
    const auto database = open();
    QVERIFY(database);
    QVERIFY(ConversationTables::saveConversation(*database, conversation(u"c"_s)));
    const qint64 pages = numberFrom(*database, u"PRAGMA page_count"_s);
    QVERIFY(database->execute(u"PRAGMA max_page_count=%1"_s.arg(pages)));
    const auto saved = ConversationTables::saveTurn(*database, {u"c"_s}, fullTurn(u"t"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, StoreErrorKind::Full);
    // What was there before is still there, and there is no half of what did not fit.
    const auto loaded = ConversationTables::loadConversation(*database, {u"c"_s});
    QVERIFY(loaded);
    QCOMPARE(*loaded, conversation(u"c"_s));
}

void tst_StoreDatabase::reportsAWriteProtectedConnection()
{
    const auto database = open();
    QVERIFY(database);
    QVERIFY(database->execute(u"PRAGMA query_only=1"_s));
    const auto saved = ConversationTables::saveConversation(*database, conversation(u"c"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, StoreErrorKind::ReadOnly);
}

void tst_StoreDatabase::leavesAFailedMigrationUndone()
{
    // A table in the way makes the second step fail after the first one.
    QVERIFY(runSql(m_path, {u"CREATE TABLE turn_search (x)"_s}));
    const auto opened = Database::open(m_path, NoWaiting);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, StoreErrorKind::Other);
    QVERIFY(runSql(m_path, {u"CREATE TABLE conversations (x)"_s, u"DROP TABLE conversations"_s,
                            u"DROP TABLE turn_search"_s}));
    QVERIFY(open());
}

void tst_StoreDatabase::rollsBackATransactionThatFails()
{
    const auto database = open();
    QVERIFY(database);
    const QString insert = u"INSERT INTO conversations(uuid, title, model) VALUES ('%1', '', '')"_s;
    const StoreError failure{StoreErrorKind::Other, u"given up"_s, {}, {}};
    const StoreResult<> given = inTransaction(*database, [&]() -> StoreResult<> {
        if (auto inserted = database->execute(insert.arg(u"a"_s)); !inserted)
            return inserted;
        return Unexpected{failure};
    });
    QCOMPARE(given, StoreResult<>(Unexpected{failure}));
    QCOMPARE(numberFrom(*database, u"SELECT count(*) FROM conversations"_s), 0);
    QVERIFY(inTransaction(*database, [&] { return database->execute(insert.arg(u"b"_s)); }));
    QCOMPARE(numberFrom(*database, u"SELECT count(*) FROM conversations"_s), 1);
}

void tst_StoreDatabase::opensInMemory()
{
    auto opened = Database::openInMemory();
    QVERIFY(opened);
    const auto database = std::move(opened).value();
    QVERIFY(database->isInMemory());
    QVERIFY(ConversationTables::saveConversation(*database, conversation(u"c"_s)));
    QCOMPARE(numberFrom(*database, u"SELECT count(*) FROM conversations"_s), 1);
}

void tst_StoreDatabase::isReadByItsOwnerOnly_data()
{
    QTest::addColumn<bool>("isOld");
    QTest::newRow("new") << false;
    QTest::newRow("of an earlier version") << true;
}

void tst_StoreDatabase::isReadByItsOwnerOnly()
{
    QFETCH(bool, isOld);
    constexpr QFile::Permissions Others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (isOld) {
        QVERIFY(open());
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | Others));
    }
    const auto database = open();
    QVERIFY(database);
    const QDir directory(m_directory->path());
    QVERIFY(directory.entryList(QDir::Files).size() > 1);
    for (const QFileInfo &file : directory.entryInfoList(QDir::Files))
        QVERIFY2(!(file.permissions() & Others), qPrintable(file.fileName()));
}

void tst_StoreDatabase::knowsThatItsFileIsGone()
{
    const auto database = open();
    QVERIFY(database);
    QVERIFY(database->isInPlace());
    QVERIFY(QFile::remove(m_path));
    QVERIFY(!database->isInPlace());
    QFile other(m_path);
    QVERIFY(other.open(QIODevice::WriteOnly));
    QVERIFY(!database->isInPlace());
    QVERIFY((*Database::openInMemory())->isInPlace());
}

void tst_StoreDatabase::leavesTheLockToWhoCameAfterIt()
{
    auto gone = open();
    QVERIFY(gone);
    QVERIFY(QFile::remove(m_path));
    gone->giveUpPlace();
    const auto database = open();
    QVERIFY(database);
    gone.reset();
    const auto second = Database::open(m_path, NoWaiting);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, StoreErrorKind::Locked);
}

QTEST_GUILESS_MAIN(tst_StoreDatabase)
#include "tst_store_database.moc"
