// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "tests/support/FakeClock.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace litedeck;
using namespace litedeck::samples;
using litedeck::test::FakeClock;

/// What the conversation store writes, and when; what survives a kill and a full disk.
class tst_StoreWrites : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"deck.db"_s);
    }

    void roundTripsThroughTheThread();
    void writesDeltasInBatches();
    void splitsNoCharacterBetweenBatches();
    void aSavedTurnOverridesWaitingText();
    void writesWaitingTextOnDestruction();
    void recoversAfterAKill();
    void recoversWhateverTheLastWriteLeft();
    void keepsWritesWhileTheDiskIsFull();
    void dropsAWriteThatCanNeverSucceed();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void tst_StoreWrites::roundTripsThroughTheThread()
{
    Store store(m_path);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s));
    Turn turn = fullTurn(u"t"_s);
    conversations.saveTurn({u"c"_s}, turn);
    Turn second = fullTurn(u"second"_s);
    second.parent = turn.id;
    conversations.saveTurn({u"c"_s}, second);
    conversations.setDeleted(second.id, true);
    conversations.rename({u"c"_s}, u"Renamed"_s);
    const Conversation loaded = load(store, conversations, u"c"_s);
    QCOMPARE(loaded.turns, QList<Turn>{turn});
    QCOMPARE(loaded.title, u"Renamed"_s);
    const auto summaries = await<QList<ConversationSummary>>(
        [&](auto callback) { conversations.loadSummaries(this, callback); });
    QVERIFY(summaries && *summaries);
    QCOMPARE((*summaries)->size(), 1);
    conversations.setDeleted(ConversationId{u"c"_s}, true);
    const auto left = await<QList<ConversationSummary>>(
        [&](auto callback) { conversations.loadSummaries(this, callback); });
    QVERIFY(left && *left);
    QCOMPARE((*left)->size(), 0);
}

void tst_StoreWrites::writesDeltasInBatches()
{
    Store store(m_path);
    FakeClock clock;
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

void tst_StoreWrites::splitsNoCharacterBetweenBatches()
{
    Store store(m_path);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s, {emptyTurn(u"t"_s)}));
    const QString emoji = u"👋"_s;
    QCOMPARE(emoji.size(), 2);
    conversations.appendReply({u"t"_s}, u"hi "_s + emoji.first(1));
    conversations.flush();
    conversations.appendReply({u"t"_s}, emoji.last(1) + u"!"_s);
    QCOMPARE(load(store, conversations, u"c"_s).turns.first().reply, u"hi 👋!"_s);
}

void tst_StoreWrites::aSavedTurnOverridesWaitingText()
{
    Store store(m_path);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    Turn turn = emptyTurn(u"t"_s, TurnState::Streaming);
    conversations.saveConversation(conversation(u"c"_s, {turn}));
    conversations.appendReply(turn.id, u"one "_s);
    conversations.flush();
    conversations.appendReply(turn.id, u"two"_s);
    turn.reply = u"one two"_s;
    turn.state = TurnState::Complete;
    conversations.saveTurn({u"c"_s}, turn);
    clock.advance(ConversationStore::FlushInterval);
    QCOMPARE(load(store, conversations, u"c"_s).turns, QList<Turn>{turn});
}

void tst_StoreWrites::writesWaitingTextOnDestruction()
{
    FakeClock clock;
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

void tst_StoreWrites::recoversAfterAKill()
{
    const QString copy = m_directory->filePath(u"after-kill.db"_s);
    FakeClock clock;
    Store running(m_path);
    ConversationStore writer(running, clock);
    const Conversation saved =
        conversation(u"c"_s, {fullTurn(u"done"_s), emptyTurn(u"t"_s, TurnState::Streaming)});
    writer.saveConversation(saved);
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
    QCOMPARE(loaded.turns.first(), saved.turns.first());
    QCOMPARE(loaded.turns.last().state, TurnState::Interrupted);
    QCOMPARE(loaded.turns.last().reply, u"0123456789"_s.repeated(10));
}

void tst_StoreWrites::recoversWhateverTheLastWriteLeft()
{
    FakeClock clock;
    Store running(m_path);
    ConversationStore writer(running, clock);
    writer.saveConversation(conversation(u"c"_s, {emptyTurn(u"t"_s, TurnState::Streaming)}));
    // The file itself holds the turn, so that only text can be missing.
    execute(running, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QString whole;
    for (int n = 0; n < 60; ++n) {
        const QString piece = u"%1, "_s.arg(n);
        writer.appendReply({u"t"_s}, piece);
        whole += piece;
        clock.advance(ConversationStore::FlushInterval);
    }
    QCOMPARE(numberOf(running, countParts), 60);
    const QByteArray file = bytesOf(m_path);
    const QByteArray log = bytesOf(m_path + u"-wal"_s);

    // A kill or a power cut may leave the log at any length.
    constexpr int Moments = 100;
    qsizetype longest = 0;
    for (int moment = 0; moment <= Moments; ++moment) {
        const QString copy = m_directory->filePath(u"moment-%1.db"_s.arg(moment));
        const qsizetype kept = log.size() * moment / Moments;
        QVERIFY(writeBytes(copy, file));
        QVERIFY(writeBytes(copy + u"-wal"_s, log.left(kept)));
        const auto database = Database::open(copy, Milliseconds(0));
        QVERIFY(database);
        QVERIFY(!(*database)->notice());
        const auto recovered = ConversationTables::recoverOpenTurns(**database);
        QVERIFY(recovered);
        QCOMPARE(recovered->size(), 1);
        const auto loaded = ConversationTables::loadConversation(**database, {u"c"_s});
        QVERIFY(loaded);
        QCOMPARE(loaded->turns.first().state, TurnState::Interrupted);
        const QString reply = loaded->turns.first().reply;
        QVERIFY2(whole.startsWith(reply), qPrintable(reply));
        QVERIFY(reply.size() >= longest);
        longest = reply.size();
    }
    QCOMPARE(longest, whole.size());
}

void tst_StoreWrites::keepsWritesWhileTheDiskIsFull()
{
    Store store(m_path);
    QSignalSpy failed(&store, &Store::failed);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s));
    const qint64 pages = numberOf(store, u"PRAGMA page_count"_s);
    execute(store, u"PRAGMA max_page_count=%1"_s.arg(pages));

    Turn turn = fullTurn(u"t"_s);
    turn.state = TurnState::Streaming;
    conversations.saveTurn({u"c"_s}, turn);
    conversations.appendReply(turn.id, u" and more"_s);
    QVERIFY(load(store, conversations, u"c"_s).turns.isEmpty());
    QVERIFY(!failed.isEmpty());
    QCOMPARE(failed.first().first().value<StoreError>().kind, StoreErrorKind::Full);

    QSignalSpy caughtUp(&conversations, &ConversationStore::caughtUp);
    clock.advance(ConversationStore::RetryInterval);
    QCOMPARE(load(store, conversations, u"c"_s).turns.size(), 0);
    QCOMPARE(caughtUp.size(), 0);
    execute(store, u"PRAGMA max_page_count=1000000"_s);
    clock.advance(ConversationStore::RetryInterval);
    turn.reply += u" and more"_s;
    QCOMPARE(load(store, conversations, u"c"_s).turns, QList<Turn>{turn});
    QCOMPARE(caughtUp.size(), 1);
    conversations.rename({u"c"_s}, u"Renamed"_s);
    QCOMPARE(load(store, conversations, u"c"_s).title, u"Renamed"_s);
    QCOMPARE(caughtUp.size(), 1);
}

void tst_StoreWrites::dropsAWriteThatCanNeverSucceed()
{
    Store store(m_path);
    QSignalSpy failed(&store, &Store::failed);
    FakeClock clock;
    ConversationStore conversations(store, clock);
    conversations.saveTurn({u"nope"_s}, fullTurn(u"t"_s));
    conversations.saveConversation(conversation(u"c"_s));
    QCOMPARE(load(store, conversations, u"c"_s), conversation(u"c"_s));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<StoreError>().kind, StoreErrorKind::Other);
}

QTEST_GUILESS_MAIN(tst_StoreWrites)
#include "tst_store_writes.moc"
