// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "tests/support/FakeClock.h"

#include <QProcess>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace litedeck;
using namespace litedeck::samples;
using litedeck::test::FakeClock;

namespace {

const QString LeaveAThread = u"--leave-a-thread"_s;

/// A program whose disk answers when its input is closed, long after its store has given up.
int leaveAThread(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Store store(QCoreApplication::arguments().at(2), Milliseconds(20));
    store.write([](Database &database) {
        std::getchar();
        return database.execute(u"CREATE TABLE late(n)"_s);
    });
    return 0;
}

} // namespace

/// The store's thread: its jobs, its end, and files that cannot be used.
class tst_StoreAsync : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"deck.db"_s);
    }

    void runsJobsOnItsThreadAndCallbacksOnOurs();
    void keepsTheOrderOfJobs();
    void forgetsACallbackWhoseContextIsGone();
    void finishesPostedJobsBeforeItCloses();
    void leavesAHangingThreadBehind();
    void programWaitsForAThreadThatWasLeft();
    void tellsHowItOpened();
    void worksInMemoryWhenTheFileCannotBeOpened();
    void replacesAFileThatIsDamagedWhileOpen();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void tst_StoreAsync::runsJobsOnItsThreadAndCallbacksOnOurs()
{
    Store store(m_path);
    QThread *callbackThread = nullptr;
    const auto jobThread = await<QThread *>([&](auto callback) {
        store.post([](Database &) -> StoreResult<QThread *> { return QThread::currentThread(); },
                   this,
                   [&callbackThread, callback](const StoreResult<QThread *> &result) {
                       callbackThread = QThread::currentThread();
                       callback(result);
                   });
    });
    QVERIFY(jobThread && *jobThread);
    QVERIFY(**jobThread != QThread::currentThread());
    QCOMPARE(callbackThread, QThread::currentThread());
}

void tst_StoreAsync::keepsTheOrderOfJobs()
{
    Store store(m_path);
    QList<int> order;
    for (int n = 0; n < 100; ++n)
        store.post([n](Database &) -> StoreResult<int> { return n; }, this,
                   [&order](const StoreResult<int> &result) { order.append(*result); });
    QCOMPARE(numberOf(store, u"SELECT 1"_s), 1);
    QCOMPARE(order.size(), 100);
    QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
}

void tst_StoreAsync::forgetsACallbackWhoseContextIsGone()
{
    Store store(m_path);
    bool called = false;
    {
        QObject context;
        store.post([](Database &) -> StoreResult<> { return Done{}; }, &context,
                   [&called](const StoreResult<> &) { called = true; });
    }
    QCOMPARE(numberOf(store, u"SELECT 1"_s), 1);
    QVERIFY(!called);
}

void tst_StoreAsync::finishesPostedJobsBeforeItCloses()
{
    {
        Store store(m_path);
        for (int n = 0; n < 50; ++n)
            store.post(
                [n](Database &database) {
                    return ConversationTables::saveConversation(database,
                                                                conversation(QString::number(n)));
                },
                this, [](const StoreResult<> &) {});
    }
    Store store(m_path);
    QCOMPARE(numberOf(store, u"SELECT count(*) FROM conversations"_s), 50);
}

void tst_StoreAsync::leavesAHangingThreadBehind()
{
    // The job holds what the thread's end releases, so that the test can wait for that end.
    const auto release = std::make_shared<QSemaphore>();
    QPointer<QThread> thread;
    auto store = std::make_unique<Store>(m_path, Milliseconds(20));
    const auto started = await<QThread *>([&](auto callback) {
        store->post([](Database &) -> StoreResult<QThread *> { return QThread::currentThread(); },
                    this, callback);
    });
    QVERIFY(started && *started);
    thread = **started;
    bool called = false;
    store->post(
        [release](Database &) -> StoreResult<> {
            release->acquire();
            return Done{};
        },
        this, [&called](const StoreResult<> &) { called = true; });
    QTest::ignoreMessage(QtWarningMsg,
                         "the disk does not answer; leaving the store's thread behind");
    store.reset();
    QVERIFY(thread);
    QSignalSpy gone(thread, &QObject::destroyed);
    release->release();
    QVERIFY(gone.wait(static_cast<int>(Patience.count())));
    QVERIFY(!called);
}

void tst_StoreAsync::programWaitsForAThreadThatWasLeft()
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {LeaveAThread, m_path});
    QByteArray told;
    QTRY_VERIFY((told += program.readAllStandardError(),
                 told.contains("leaving the store's thread behind")));
    QCOMPARE(program.state(), QProcess::Running);
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished(static_cast<int>(Patience.count())));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    // What was to be written has been.
    Store store(m_path);
    QCOMPARE(numberOf(store, u"SELECT count(*) FROM sqlite_master WHERE name = 'late'"_s), 1);
}

void tst_StoreAsync::tellsHowItOpened()
{
    {
        Store store(m_path);
        QSignalSpy opened(&store, &Store::opened);
        QVERIFY(opened.wait());
        const auto opening = opened.first().first().value<StoreOpening>();
        QVERIFY(!opening.inMemory);
        QVERIFY(!opening.problem);
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("broken");
    file.close();
    Store store(m_path);
    QSignalSpy opened(&store, &Store::opened);
    QVERIFY(opened.wait());
    QCOMPARE(opened.size(), 1);
    const auto opening = opened.first().first().value<StoreOpening>();
    QVERIFY(!opening.inMemory);
    QVERIFY(opening.problem);
    QCOMPARE(opening.problem->kind, StoreErrorKind::Damaged);
    QCOMPARE(bytesOf(opening.problem->setAsidePath), "broken"_ba);
}

void tst_StoreAsync::worksInMemoryWhenTheFileCannotBeOpened()
{
    QVERIFY(runSql(m_path, {u"PRAGMA user_version=1000"_s}));
    const QByteArray before = bytesOf(m_path);
    {
        Store store(m_path);
        QSignalSpy opened(&store, &Store::opened);
        FakeClock clock;
        ConversationStore conversations(store, clock);
        conversations.saveConversation(conversation(u"c"_s, {fullTurn(u"t"_s)}));
        QCOMPARE(load(store, conversations, u"c"_s), conversation(u"c"_s, {fullTurn(u"t"_s)}));
        const auto opening = opened.first().first().value<StoreOpening>();
        QVERIFY(opening.inMemory);
        QCOMPARE(opening.problem->kind, StoreErrorKind::Newer);
    }
    QCOMPARE(bytesOf(m_path), before);
}

void tst_StoreAsync::replacesAFileThatIsDamagedWhileOpen()
{
    {
        Store store(m_path);
        FakeClock clock;
        ConversationStore conversations(store, clock);
        QList<Turn> turns;
        for (int n = 0; n < 50; ++n)
            turns.append(fullTurn(QString::number(n)));
        conversations.saveConversation(conversation(u"c"_s, turns));
    }
    // The pages of the schema stay as they are, so that the file opens.
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 200'000);
    QVERIFY(file.seek(131'072));
    file.write(QByteArray(file.size() - 131'072, '\x5a'));
    file.close();

    Store store(m_path);
    QSignalSpy failed(&store, &Store::failed);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    // Once to meet the damage, once for what came back.
    load(store, conversations, u"c"_s);
    const Conversation left = load(store, conversations, u"c"_s);
    QVERIFY(!failed.isEmpty());
    const auto error = failed.first().first().value<StoreError>();
    QCOMPARE(error.kind, StoreErrorKind::Damaged);
    QVERIFY(QFile::exists(error.setAsidePath));
    QVERIFY(error.salvaged);
    QCOMPARE(error.salvaged->knownChats, 1);
    QCOMPARE(left.turns.size() + left.asides.size(), error.salvaged->messages);
    conversations.saveConversation(conversation(u"again"_s));
    QCOMPARE(load(store, conversations, u"again"_s), conversation(u"again"_s));
}

int main(int argc, char *argv[])
{
    if (argc == 3 && QString::fromLocal8Bit(argv[1]) == LeaveAThread)
        return leaveAThread(argc, argv);
    QCoreApplication application(argc, argv);
    tst_StoreAsync test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_store_async.moc"
