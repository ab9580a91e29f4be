// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountTables.h"
#include "core/store/ConversationTables.h"
#include "core/store/FollowUpTables.h"
#include "core/store/Schema.h"
#include "core/store/TurnSearch.h"
#include "tst_store_samples.h"

#include <QTemporaryDir>

using namespace litedeck;
using namespace litedeck::samples;

namespace {

constexpr Milliseconds NoWaiting{0};

QString fixturePath(int version)
{
    return QStringLiteral(LITEDECK_TEST_DATA "/databases/version-%1.sqlite").arg(version);
}

/// Every table, index and trigger, with the columns of each table in the order of their names, as
/// a migration can only add them at the end.
QStringList schemaOf(const QString &path)
{
    QStringList schema;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"schema"_s);
        connection.setDatabaseName(path);
        if (!connection.open())
            return {};
        QSqlQuery query(connection);
        query.exec(uR"(SELECT m.type, m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
                       FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c
                       ORDER BY m.type, m.name, c.name)"_s);
        while (query.next()) {
            QStringList row;
            for (int column = 0; column < 7; ++column)
                row += query.value(column).toString();
            schema += row.join(u' ');
        }
    }
    QSqlDatabase::removeDatabase(u"schema"_s);
    return schema;
}

} // namespace

class tst_StoreMigrations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void migrates_data();
    void migrates();
    void keepsWhatHasToBeSeenTo();
    void readsCostsInTheServersFormatOnce();
    void startsFromEveryEarlierVersion();

private:
    std::unique_ptr<Database> openCopy(int version);

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_StoreMigrations::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

/// Opens a copy of the fixture of that version.
std::unique_ptr<Database> tst_StoreMigrations::openCopy(int version)
{
    const QString path = m_directory->filePath(u"deck.db"_s);
    if (!QFile::copy(fixturePath(version), path))
        return nullptr;
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    auto opened = Database::open(path, NoWaiting);
    return opened ? std::move(opened).value() : nullptr;
}

void tst_StoreMigrations::migrates_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < SchemaVersion; ++version)
        QTest::addRow("version %d", version) << version;
}

void tst_StoreMigrations::migrates()
{
    QFETCH(int, version);
    auto database = openCopy(version);
    QVERIFY(database);
    QVERIFY(!database->notice());
    QCOMPARE(numberFrom(*database, u"PRAGMA user_version"_s), SchemaVersion);
    QCOMPARE(numberFrom(*database, u"SELECT count(*) FROM pragma_integrity_check "
                                   "WHERE integrity_check = 'ok'"_s),
             1);

    const auto loaded = ConversationTables::loadConversation(*database, {u"c1"_s});
    QVERIFY(loaded);
    QCOMPARE(loaded->title, u"Old"_s);
    QCOMPARE(loaded->settings, ChatSettings());
    QCOMPARE(loaded->turns.size(), 3);
    QCOMPARE(loaded->asides.size(), 0);
    QCOMPARE(loaded->turns.at(0).reply, u"an old answer"_s);
    QCOMPARE(loaded->turns.at(0).cost.cost, Measured<Usd>::estimated({5000}));
    QCOMPARE(loaded->turns.at(1).parent, loaded->turns.at(0).id);
    QCOMPARE(loaded->turns.at(2).reply, u"cut short"_s);
    QCOMPARE(loaded->turns.at(2).leftOut, version >= 4 ? 1 : 0);
    // Text from before the index can be found as well.
    const auto hits = searchTurns(*database, u"second"_s, 5);
    QVERIFY(hits);
    QCOMPARE(hits->size(), 1);

    database.reset();
    const QString fresh = m_directory->filePath(u"fresh.db"_s);
    QVERIFY(Database::open(fresh, NoWaiting));
    QCOMPARE(schemaOf(m_directory->filePath(u"deck.db"_s)), schemaOf(fresh));
}

void tst_StoreMigrations::keepsWhatHasToBeSeenTo()
{
    const auto database = openCopy(3);
    QVERIFY(database);
    const auto calls = OpenCallTable::load(*database);
    QVERIFY(calls);
    QCOMPARE(calls->size(), 1);
    QCOMPARE(calls->first().callKey, u"key"_s);
    const auto queued = QueueTable::load(*database);
    QVERIFY(queued);
    QCOMPARE(queued->size(), 1);
    QCOMPARE(queued->first().turn.value, u"t2"_s);
}

void tst_StoreMigrations::readsCostsInTheServersFormatOnce()
{
    const auto database = openCopy(13);
    QVERIFY(database);
    const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Utc);
    const CallCost call{.id = {u"call-1"_s},
                        .model = u"gpt-4o"_s,
                        .purpose = u"chat:k1"_s,
                        .promptTokens = 8,
                        .completionTokens = 4,
                        .cost = {4'200'000},
                        .createdAt = noon};
    const JobCosts costs{.id = {u"job-1"_s},
                         .status = RecordStatus::Completed,
                         .total = {4'200'000},
                         .calls = {call, {.id = {u"call-2"_s}, .createdAt = noon.addSecs(1)}}};
    // A line that is damaged is left out, and is no reason to stop.
    const auto kept = JobCostTable::load(*database, {u"team"_s});
    QVERIFY(kept);
    QCOMPARE(*kept, (QHash<JobId, JobCosts>{{costs.id, costs}}));
    QVERIFY(JobCostTable::rewriteOld(*database));
    QCOMPARE(JobCostTable::load(*database, {u"team"_s})->value(costs.id), costs);
}

void tst_StoreMigrations::startsFromEveryEarlierVersion()
{
    // A new version comes with a file of the one before it, written by the program of that time.
    for (int version = 1; version < SchemaVersion; ++version)
        QVERIFY2(QFile::exists(fixturePath(version)), qPrintable(fixturePath(version)));
}

QTEST_GUILESS_MAIN(tst_StoreMigrations)
#include "tst_store_migrations.moc"
