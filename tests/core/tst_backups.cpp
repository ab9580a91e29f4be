// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "core/settings/Settings.h"
#include "core/store/Backups.h"
#include "core/store/StoredChats.h"
#include "tests/support/FakeClock.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace litedeck;
using namespace litedeck::samples;
using litedeck::test::FakeClock;

class tst_Backups : public QObject
{
    Q_OBJECT

private slots:
    void writesOneADayAndKeepsAFew();
    void writesNoneWhenNoneAreWanted();
    void tellsWhyItCannot();
    void giveTheirChatsBack();

private:
    static QStringList copiesIn(const QTemporaryDir &directory)
    {
        return QDir(Backups::directoryIn(directory.path())).entryList(QDir::Files, QDir::Name);
    }
};

void tst_Backups::writesOneADayAndKeepsAFew()
{
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"s.ini"_s));
    settings.set(Keys::Backups, 3);
    FakeClock clock;
    Store store(directory.filePath(u"deck.sqlite"_s));
    ConversationStore conversations(store, clock);
    conversations.saveConversation(conversation(u"c"_s, {fullTurn(u"t"_s)}));
    Backups backups(store, settings, clock, directory.filePath(u"deck.sqlite"_s));
    QSignalSpy written(&backups, &Backups::written);
    backups.start();
    QCOMPARE(copiesIn(directory), QStringList());
    for (int day = 0; day < 5; ++day) {
        clock.advance(day == 0 ? Backups::FirstWait : Milliseconds(24 * 3'600'000));
        QTRY_COMPARE(written.size(), day + 1);
    }
    const QStringList copies = copiesIn(directory);
    QCOMPARE(copies.size(), 3);
    const QString today = clock.utcNow().toLocalTime().date().toString(Qt::ISODate);
    QCOMPARE(copies.constLast(), u"deck-%1.sqlite"_s.arg(today));
    const QString path = written.constLast().first().toString();
    const auto mode = QFile::permissions(path);
    QVERIFY((mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup |
                     QFile::WriteOther)) == QFile::Permissions());
    const auto chats = readStoredChats(path);
    QVERIFY(chats);
    QCOMPARE(chats->conversations, QList<Conversation>{conversation(u"c"_s, {fullTurn(u"t"_s)})});
}

void tst_Backups::writesNoneWhenNoneAreWanted()
{
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"s.ini"_s));
    settings.set(Keys::Backups, 0);
    FakeClock clock;
    Store store(directory.filePath(u"deck.sqlite"_s));
    Backups backups(store, settings, clock, directory.filePath(u"deck.sqlite"_s));
    backups.start();
    clock.advance(Backups::FirstWait);
    QCOMPARE(numberOf(store, u"SELECT count(*) FROM turns"_s), 0);
    QVERIFY(!QDir(Backups::directoryIn(directory.path())).exists());
}

void tst_Backups::tellsWhyItCannot()
{
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"s.ini"_s));
    FakeClock clock;
    Store store(directory.filePath(u"deck.sqlite"_s));
    QSignalSpy storeFailed(&store, &Store::failed);
    QVERIFY(writeBytes(Backups::directoryIn(directory.path()), "a file in the way"));
    Backups backups(store, settings, clock, directory.filePath(u"deck.sqlite"_s));
    QSignalSpy failed(&backups, &Backups::failed);
    backups.start();
    clock.advance(Backups::FirstWait);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(storeFailed.size(), 0);
    QVERIFY(QFile::remove(Backups::directoryIn(directory.path())));
    QSignalSpy written(&backups, &Backups::written);
    clock.advance(Backups::Pause);
    QTRY_COMPARE(written.size(), 1);
}

void tst_Backups::giveTheirChatsBack()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"deck.sqlite"_s);
    {
        auto opened = Database::open(path);
        QVERIFY(opened);
        Conversation open = conversation(u"c"_s, {emptyTurn(u"t"_s, TurnState::Streaming)});
        open.openJob = {u"job"_s};
        QVERIFY(ConversationTables::saveConversation(**opened, open));
        QVERIFY(ConversationTables::appendReplies(**opened, {{{u"t"_s}, {u"so far"_s, {}}}}));
    }
    QVERIFY(isChatDatabase(path));
    const auto chats = readStoredChats(path);
    QVERIFY(chats);
    QCOMPARE(chats->conversations.size(), 1);
    // What was under way then is not any more; its job may long be paid.
    QVERIFY(chats->conversations.first().openJob.isEmpty());
    QCOMPARE(chats->conversations.first().turns.first().state, TurnState::Interrupted);
    QCOMPARE(chats->conversations.first().turns.first().reply, u"so far"_s);
    QVERIFY(runSql(path, {u"PRAGMA user_version=1000"_s}));
    const auto newer = readStoredChats(path);
    QVERIFY(!newer);
    QCOMPARE(newer.error().kind, StoreErrorKind::Newer);
}

QTEST_GUILESS_MAIN(tst_Backups)
#include "tst_backups.moc"
