// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that a person waits for stands behind a search, an export or an import.
#include "StoreFixture.h"
#include "tests/support/FakeClock.h"

#include <QDir>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace litedeck;
using namespace litedeck::samples;
using litedeck::test::FakeClock;

namespace {

/// Reads without end.
StoreResult<qint64> endless(const Database &database)
{
    return database.readNumber(
        u"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c"_s);
}

} // namespace

class tst_StoreReading : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"deck.db"_s);
    }

    void writesStandBehindNoReading_data();
    void writesStandBehindNoReading();
    void readsWhatWasPostedBefore();
    void aSearchEndsTheOneBefore();
    void closingEndsEveryReading();
    void readsWhereNothingCanBeShared_data();
    void readsWhereNothingCanBeShared();
    void readsOnAfterAFileWasReplaced();
    void nothingStandsBehindAnImport();
    void whatArrivesWhileClosingIsKept();
    void aHalfImportIsGoneAtTheNextStart();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void tst_StoreReading::writesStandBehindNoReading_data()
{
    QTest::addColumn<int>("reader");
    QTest::newRow("search") << int(Store::Reader::Search);
    QTest::newRow("bulk") << int(Store::Reader::Bulk);
}

void tst_StoreReading::writesStandBehindNoReading()
{
    QFETCH(int, reader);
    Store store(m_path);
    QSignalSpy failed(&store, &Store::failed);
    std::optional<StoreResult<qint64>> read;
    store.read(Store::Reader(reader), endless, this,
               [&read](const StoreResult<qint64> &result) { read = result; });
    FakeClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s));
    QCOMPARE(load(store, conversations, u"c"_s), conversation(u"c"_s));
    QVERIFY(!read);
    store.interrupt(Store::Reader(reader));
    QTRY_VERIFY(read);
    QVERIFY(!*read);
    QCOMPARE(read->error().kind, StoreErrorKind::Interrupted);
    QCOMPARE(failed.size(), 0);
    // The next one is not meant.
    const auto next = await<qint64>([&](auto callback) {
        store.read(
            Store::Reader(reader),
            [](Database &database) {
                return database.readNumber(u"SELECT count(*) FROM conversations"_s);
            },
            this, callback);
    });
    QVERIFY(next && *next);
    QCOMPARE(**next, 1);
}

void tst_StoreReading::readsWhatWasPostedBefore()
{
    Store store(m_path);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    for (int n = 0; n < 20; ++n) {
        const QString id = QString::number(n);
        conversations.saveConversation(conversation(id));
        const auto read = await<Conversation>(
            [&](auto callback) { conversations.readConversation({id}, this, callback); });
        QVERIFY(read && *read);
        QCOMPARE(**read, conversation(id));
    }
}

void tst_StoreReading::aSearchEndsTheOneBefore()
{
    Store store(m_path);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s, {fullTurn(u"t"_s)}));
    std::optional<StoreResult<qint64>> before;
    store.read(Store::Reader::Search, endless, this,
               [&before](const StoreResult<qint64> &result) { before = result; });
    const auto hits = await<QList<SearchHit>>(
        [&](auto callback) { conversations.search(u"Title"_s, 5, this, callback); });
    QVERIFY(hits && *hits);
    QCOMPARE((*hits)->size(), 1);
    QVERIFY(before);
    QCOMPARE(before->error().kind, StoreErrorKind::Interrupted);
}

void tst_StoreReading::closingEndsEveryReading()
{
    QTest::failOnWarning(QRegularExpression(u"leaving the store's thread"_s));
    bool called = false;
    {
        Store store(m_path);
        for (const Store::Reader reader : {Store::Reader::Search, Store::Reader::Bulk}) {
            store.read(reader, endless, this,
                       [&called](const StoreResult<qint64> &) { called = true; });
        }
        FakeClock clock;
        ConversationStore conversations(store, clock);
        conversations.saveConversation(conversation(u"c"_s));
    }
    QVERIFY(!called);
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList{u"deck.db"_s});
}

void tst_StoreReading::readsWhereNothingCanBeShared_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("no memory for readers") << u"-shm"_s;
    QTest::newRow("no lock") << u"-lock"_s;
}

void tst_StoreReading::readsWhereNothingCanBeShared()
{
    QFETCH(QString, suffix);
    QVERIFY(QDir().mkpath(m_path + suffix + u"/in/the/way"_s));
    Store store(m_path);
    QSignalSpy opened(&store, &Store::opened);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s, {fullTurn(u"t"_s)}));
    const auto hits = await<QList<SearchHit>>(
        [&](auto callback) { conversations.search(u"Title"_s, 5, this, callback); });
    QVERIFY(hits && *hits);
    QCOMPARE((*hits)->size(), 1);
    QVERIFY(!opened.first().first().value<StoreOpening>().problem);
    const auto second = Database::open(m_path, Milliseconds(0));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, StoreErrorKind::Locked);
}

void tst_StoreReading::readsOnAfterAFileWasReplaced()
{
    Store store(m_path);
    QSignalSpy failed(&store, &Store::failed);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s, {fullTurn(u"t"_s)}));
    // The reader is busy while the writer meets the damage.
    std::optional<StoreResult<qint64>> read;
    int times = 0;
    QSemaphore begun;
    const auto slowAtFirst = [&times, &begun](Database &database) -> StoreResult<qint64> {
        if (++times > 1)
            return database.readNumber(u"SELECT count(*) FROM conversations"_s);
        begun.release();
        return endless(database);
    };
    store.read(Store::Reader::Bulk, slowAtFirst, this,
               [&read](const StoreResult<qint64> &result) { read = result; });
    store.write([&begun](Database &database) -> StoreResult<> {
        begun.acquire();
        return Unexpected{StoreError{StoreErrorKind::Damaged, u"bad page"_s, database.path(), {}}};
    });
    QTRY_VERIFY(read);
    QVERIFY(*read);
    QCOMPARE(**read, 1);
    QVERIFY(!failed.isEmpty());
}

void tst_StoreReading::nothingStandsBehindAnImport()
{
    Store store(m_path);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    QList<Conversation> many;
    for (int n = 0; n < 30; ++n)
        many += conversation(u"many-%1"_s.arg(n));
    QList<Turn> turns;
    for (int n = 0; n < 1000; ++n)
        turns += emptyTurn(u"long-%1"_s.arg(n), TurnState::Complete);
    many += conversation(u"long"_s, turns);
    conversations.saveConversation(conversation(u"mine"_s));
    QStringList order;
    conversations.add(many, this, [&order](const Conversation &added) { order += added.id.value; });
    Turn sent = emptyTurn(u"sent"_s);
    conversations.saveTurn({u"mine"_s}, sent);
    conversations.loadConversation({u"mine"_s}, this,
                                   [&order](const StoreResult<Conversation> &read) {
                                       QVERIFY(read);
                                       QCOMPARE(read->turns.size(), 1);
                                       order += u"mine"_s;
                                   });
    QTRY_COMPARE(order.size(), 32);
    QVERIFY2(order.indexOf(u"mine"_s) <= 1, qPrintable(order.join(u' ')));
    QCOMPARE(order.constLast(), u"long"_s);
    QCOMPARE(load(store, conversations, u"long"_s), conversation(u"long"_s, turns));
    // A chat of many messages is no exception.
    order.clear();
    QList<Turn> others;
    for (int n = 0; n < 1000; ++n)
        others += emptyTurn(u"other-%1"_s.arg(n), TurnState::Complete);
    conversations.add({conversation(u"other"_s, others)}, this,
                      [&order](const Conversation &added) { order += added.id.value; });
    conversations.loadConversation(
        {u"mine"_s}, this, [&order](const StoreResult<Conversation> &) { order += u"mine"_s; });
    QTRY_COMPARE(order, (QStringList{u"mine"_s, u"other"_s}));
}

void tst_StoreReading::whatArrivesWhileClosingIsKept()
{
    FakeClock clock;
    {
        Store store(m_path);
        ConversationStore conversations(store, clock);
        QList<Conversation> many;
        for (int n = 0; n < 30; ++n)
            many += conversation(u"many-%1"_s.arg(n), {emptyTurn(u"t-%1"_s.arg(n))});
        conversations.add(many, this, [](const Conversation &) {});
    }
    Store store(m_path);
    QCOMPARE(numberOf(store, u"SELECT count(*) FROM conversations WHERE NOT deleted"_s), 30);
}

void tst_StoreReading::aHalfImportIsGoneAtTheNextStart()
{
    FakeClock clock;
    {
        Store store(m_path);
        store.write([](Database &database) {
            return ConversationTables::addPart(database,
                                               conversation(u"half"_s, {emptyTurn(u"t"_s)}), false);
        });
    }
    Store store(m_path);
    ConversationStore conversations(store, clock);
    QCOMPARE(numberOf(store, u"SELECT count(*) FROM conversations"_s), 0);
}

QTEST_GUILESS_MAIN(tst_StoreReading)
#include "tst_store_reading.moc"
