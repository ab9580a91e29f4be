// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Store.h"

#include "store/ConversationStore.h"
#include "store/Query.h"
#include "tst_store_samples.h"

#include <QEventLoop>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

using namespace litedeck;
using namespace litedeck::samples;

namespace {

constexpr Milliseconds Patience{20'000};

class ManualTimer;

/// A clock that only moves when told.
class ManualClock final : public Clock
{
public:
    QDateTime utcNow() const override { return utc(m_now.count()); }
    Milliseconds monotonicNow() const override { return m_now; }
    std::unique_ptr<Timer> createTimer() override;
    void advance(Milliseconds by);

    Milliseconds m_now{0};
    QList<ManualTimer *> m_timers;
};

class ManualTimer final : public Timer
{
public:
    explicit ManualTimer(ManualClock &clock)
        : m_clock(clock)
    {
        m_clock.m_timers.append(this);
    }
    ~ManualTimer() override { m_clock.m_timers.removeOne(this); }

    void start(Milliseconds delay) override { m_due = m_clock.m_now + delay; }
    void stop() override { m_due.reset(); }
    bool isActive() const override { return m_due.has_value(); }
    Milliseconds remaining() const override
    {
        return m_due ? *m_due - m_clock.m_now : Milliseconds::zero();
    }
    void fireWhenDue()
    {
        if (m_due && *m_due <= m_clock.m_now) {
            m_due.reset();
            emit fired();
        }
    }

private:
    ManualClock &m_clock;
    std::optional<Milliseconds> m_due;
};

std::unique_ptr<Timer> ManualClock::createTimer()
{
    return std::make_unique<ManualTimer>(*this);
}

void ManualClock::advance(Milliseconds by)
{
    m_now += by;
    for (ManualTimer *timer : QList<ManualTimer *>(m_timers))
        timer->fireWhenDue();
}

/// Runs the event loop until `start(callback)` has called back.
template <typename T, typename Start>
std::optional<StoreResult<T>> await(Start start)
{
    std::optional<StoreResult<T>> outcome;
    QEventLoop loop;
    QTimer::singleShot(Patience, &loop, &QEventLoop::quit);
    start([&](const StoreResult<T> &result) {
        outcome = result;
        loop.quit();
    });
    if (!outcome)
        loop.exec();
    return outcome;
}

qint64 numberOf(Store &store, const QString &sql)
{
    const auto number = await<qint64>([&](auto callback) {
        store.post([sql](Database &database) { return database.readNumber(sql); }, &store,
                   callback);
    });
    return number && *number ? **number : -1;
}

void execute(Store &store, const QString &sql)
{
    const auto done = await<Done>([&](auto callback) {
        store.post([sql](Database &database) { return database.execute(sql); }, &store, callback);
    });
    QVERIFY(done && done->hasValue());
}

Conversation load(Store &store, ConversationStore &conversations, const QString &id)
{
    const auto loaded = await<Conversation>(
        [&](auto callback) { conversations.loadConversation({id}, &store, callback); });
    return loaded && *loaded ? **loaded : Conversation();
}

const QString countParts = u"SELECT count(*) FROM reply_parts"_s;

} // namespace

class TestStoreAsync : public QObject
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
    void tellsHowItOpened();
    void worksInMemoryWhenTheFileCannotBeOpened();
    void replacesAFileThatIsDamagedWhileOpen();
    void roundTripsThroughTheThread();
    void writesDeltasInBatches();
    void splitsNoCharacterBetweenBatches();
    void aSavedTurnOverridesWaitingText();
    void writesWaitingTextOnDestruction();
    void recoversAfterAKill();
    void keepsWritesWhileTheDiskIsFull();
    void dropsAWriteThatCanNeverSucceed();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void TestStoreAsync::runsJobsOnItsThreadAndCallbacksOnOurs()
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

void TestStoreAsync::keepsTheOrderOfJobs()
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

void TestStoreAsync::forgetsACallbackWhoseContextIsGone()
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

void TestStoreAsync::finishesPostedJobsBeforeItCloses()
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

void TestStoreAsync::leavesAHangingThreadBehind()
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

void TestStoreAsync::tellsHowItOpened()
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

void TestStoreAsync::worksInMemoryWhenTheFileCannotBeOpened()
{
    QVERIFY(runSql(m_path, {u"PRAGMA user_version=1000"_s}));
    const QByteArray before = bytesOf(m_path);
    {
        Store store(m_path);
        QSignalSpy opened(&store, &Store::opened);
        ManualClock clock;
        ConversationStore conversations(store, clock);
        conversations.saveConversation(conversation(u"c"_s, {fullTurn(u"t"_s)}));
        QCOMPARE(load(store, conversations, u"c"_s), conversation(u"c"_s, {fullTurn(u"t"_s)}));
        const auto opening = opened.first().first().value<StoreOpening>();
        QVERIFY(opening.inMemory);
        QCOMPARE(opening.problem->kind, StoreErrorKind::Newer);
    }
    QCOMPARE(bytesOf(m_path), before);
}

void TestStoreAsync::replacesAFileThatIsDamagedWhileOpen()
{
    {
        Store store(m_path);
        ManualClock clock;
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
    QVERIFY(file.seek(65'536));
    file.write(QByteArray(file.size() - 65'536, '\x5a'));
    file.close();

    Store store(m_path);
    QSignalSpy failed(&store, &Store::failed);
    ManualClock clock;
    ConversationStore conversations(store, clock);
    QVERIFY(load(store, conversations, u"c"_s).id.isEmpty());
    QVERIFY(!failed.isEmpty());
    const auto error = failed.first().first().value<StoreError>();
    QCOMPARE(error.kind, StoreErrorKind::Damaged);
    QVERIFY(QFile::exists(error.setAsidePath));
    conversations.saveConversation(conversation(u"again"_s));
    QCOMPARE(load(store, conversations, u"again"_s), conversation(u"again"_s));
}

void TestStoreAsync::roundTripsThroughTheThread()
{
    Store store(m_path);
    ManualClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s));
    Turn turn = fullTurn(u"t"_s);
    conversations.saveTurn({u"c"_s}, 0, turn);
    conversations.saveTurn({u"c"_s}, 1, fullTurn(u"second"_s));
    conversations.removeTurn({u"second"_s});
    conversations.rename({u"c"_s}, u"Renamed"_s);
    const Conversation loaded = load(store, conversations, u"c"_s);
    QCOMPARE(loaded.turns, QList<Turn>{turn});
    QCOMPARE(loaded.title, u"Renamed"_s);
    const auto summaries = await<QList<ConversationSummary>>(
        [&](auto callback) { conversations.loadSummaries(this, callback); });
    QVERIFY(summaries && *summaries);
    QCOMPARE((*summaries)->size(), 1);
    QCOMPARE((*summaries)->first().turnCount, 1);
    conversations.remove({u"c"_s});
    QVERIFY(load(store, conversations, u"c"_s).id.isEmpty());
}

void TestStoreAsync::writesDeltasInBatches()
{
    Store store(m_path);
    ManualClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s, {emptyTurn(u"t"_s, TurnState::Streaming)}));
    QString expected;
    // Three seconds of a stream at 200 deltas a second.
    for (int n = 0; n < 600; ++n) {
        const QString delta = QString::number(n) + u' ';
        conversations.appendReply({u"t"_s}, delta);
        expected += delta;
        clock.advance(Milliseconds(5));
    }
    // Each batch leaves one part; the first delta of each starts its 250 ms.
    QCOMPARE(numberOf(store, countParts), 12);
    clock.advance(ConversationStore::FlushInterval);
    QCOMPARE(load(store, conversations, u"c"_s).turns.first().reply, expected);
}

void TestStoreAsync::splitsNoCharacterBetweenBatches()
{
    Store store(m_path);
    ManualClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s, {emptyTurn(u"t"_s)}));
    const QString emoji = u"👋"_s;
    QCOMPARE(emoji.size(), 2);
    conversations.appendReply({u"t"_s}, u"hi "_s + emoji.first(1));
    conversations.flush();
    conversations.appendReply({u"t"_s}, emoji.last(1) + u"!"_s);
    QCOMPARE(load(store, conversations, u"c"_s).turns.first().reply, u"hi 👋!"_s);
}

void TestStoreAsync::aSavedTurnOverridesWaitingText()
{
    Store store(m_path);
    ManualClock clock;
    ConversationStore conversations(store, clock);
    Turn turn = emptyTurn(u"t"_s, TurnState::Streaming);
    conversations.saveConversation(conversation(u"c"_s, {turn}));
    conversations.appendReply(turn.id, u"one "_s);
    conversations.flush();
    conversations.appendReply(turn.id, u"two"_s);
    turn.reply = u"one two"_s;
    turn.state = TurnState::Complete;
    conversations.saveTurn({u"c"_s}, 0, turn);
    clock.advance(ConversationStore::FlushInterval);
    QCOMPARE(load(store, conversations, u"c"_s).turns, QList<Turn>{turn});
}

void TestStoreAsync::writesWaitingTextOnDestruction()
{
    ManualClock clock;
    {
        Store store(m_path);
        ConversationStore conversations(store, clock);
        conversations.saveConversation(
            conversation(u"c"_s, {emptyTurn(u"t"_s, TurnState::Stopped)}));
        conversations.appendReply({u"t"_s}, u"last words"_s);
    }
    Store store(m_path);
    ConversationStore conversations(store, clock);
    QCOMPARE(load(store, conversations, u"c"_s).turns.first().reply, u"last words"_s);
}

void TestStoreAsync::recoversAfterAKill()
{
    const QString copy = m_directory->filePath(u"after-kill.db"_s);
    ManualClock clock;
    Store running(m_path);
    ConversationStore writer(running, clock);
    writer.saveConversation(
        conversation(u"c"_s, {fullTurn(u"done"_s), emptyTurn(u"t"_s, TurnState::Streaming)}));
    for (int n = 0; n < 10; ++n) {
        writer.appendReply({u"t"_s}, u"0123456789"_s);
        clock.advance(ConversationStore::FlushInterval);
    }
    QCOMPARE(numberOf(running, countParts), 10);
    writer.appendReply({u"t"_s}, u"not yet written"_s);
    // What a killed process leaves behind are the bytes of its files at that moment.
    QVERIFY(QFile::copy(m_path, copy));
    QVERIFY(QFile::copy(m_path + u"-wal"_s, copy + u"-wal"_s));

    Store next(copy);
    QSignalSpy opened(&next, &Store::opened);
    ConversationStore conversations(next, clock);
    QSignalSpy recovered(&conversations, &ConversationStore::recovered);
    const Conversation loaded = load(next, conversations, u"c"_s);
    QVERIFY(!opened.first().first().value<StoreOpening>().problem);
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(recovered.first().first().value<QList<RecoveredTurn>>(),
             (QList<RecoveredTurn>{{{u"c"_s}, {u"t"_s}, 100}}));
    QCOMPARE(loaded.turns.first(), fullTurn(u"done"_s));
    QCOMPARE(loaded.turns.last().state, TurnState::Interrupted);
    QCOMPARE(loaded.turns.last().reply, u"0123456789"_s.repeated(10));
}

void TestStoreAsync::keepsWritesWhileTheDiskIsFull()
{
    Store store(m_path);
    QSignalSpy failed(&store, &Store::failed);
    ManualClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s));
    const qint64 pages = numberOf(store, u"PRAGMA page_count"_s);
    execute(store, u"PRAGMA max_page_count=%1"_s.arg(pages));

    Turn turn = fullTurn(u"t"_s);
    turn.state = TurnState::Streaming;
    conversations.saveTurn({u"c"_s}, 0, turn);
    conversations.appendReply(turn.id, u" and more"_s);
    QVERIFY(load(store, conversations, u"c"_s).turns.isEmpty());
    QVERIFY(!failed.isEmpty());
    QCOMPARE(failed.first().first().value<StoreError>().kind, StoreErrorKind::Full);

    execute(store, u"PRAGMA max_page_count=1000000"_s);
    clock.advance(ConversationStore::RetryInterval);
    turn.reply += u" and more"_s;
    QCOMPARE(load(store, conversations, u"c"_s).turns, QList<Turn>{turn});
}

void TestStoreAsync::dropsAWriteThatCanNeverSucceed()
{
    Store store(m_path);
    QSignalSpy failed(&store, &Store::failed);
    ManualClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveTurn({u"nope"_s}, 0, fullTurn(u"t"_s));
    conversations.saveConversation(conversation(u"c"_s));
    QCOMPARE(load(store, conversations, u"c"_s), conversation(u"c"_s));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<StoreError>().kind, StoreErrorKind::Other);
}

QTEST_GUILESS_MAIN(TestStoreAsync)
#include "tst_store_async.moc"
