// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when the directory with the conversations goes away while it is open.
#include "Deck.h"

#include <QDir>
#include <QFile>
#include <QListView>

#include <cstdio>

#include <fcntl.h>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

bool isTold(Deck &deck, const QString &words)
{
    const auto widgets = deck.window().findChildren<QWidget *>();
    return std::any_of(widgets.cbegin(), widgets.cend(), [&words](const QWidget *widget) {
        return widget->isVisible() && widget->accessibleName().contains(words);
    });
}

// Exchanges the data directory and what lies at \a instead in one step: whatever Litedeck is just
// writing cannot come between, as it can while a directory is emptied file by file.
bool exchangeDirectory(const Deck &deck, const QString &instead)
{
    const QByteArray path = QFile::encodeName(deck.directory.path());
    return renameat2(AT_FDCWD, QFile::encodeName(instead).constData(), AT_FDCWD, path.constData(),
                     RENAME_EXCHANGE) == 0;
}

} // namespace

class tst_StoreGone : public QObject
{
    Q_OBJECT

private slots:
    void whatWasWrittenMeanwhileIsKeptLater();
    void whatIsOpenIsAddedToAnotherFile();
};

void tst_StoreGone::whatWasWrittenMeanwhileIsKeptLater()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Before"_s);
    QTRY_VERIFY(deck.isOver());
    QVERIFY(deck.pass(Milliseconds(10'000)));
    const QString said =
        u"The data directory %1 is "_s.arg(QDir::toNativeSeparators(deck.directory.path()));
    QVERIFY(!isTold(deck, said));

    // A file in its place, since the settings would make the directory anew.
    const QTemporaryDir away;
    const QString file = away.filePath(u"file"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    QVERIFY(exchangeDirectory(deck, file));
    QVERIFY(deck.pass(Milliseconds(5'000)));
    QTRY_VERIFY(isTold(deck, said + u"gone"_s));
    deck.send(u"Meanwhile"_s);
    QTRY_COMPARE(deck.lastTurn().prompt, u"Meanwhile"_s);
    QTRY_VERIFY(deck.isOver());

    QVERIFY(QFile::remove(deck.directory.path()));
    QVERIFY(QDir().mkpath(deck.directory.path()));
    QVERIFY(deck.passUntil([&] { return isTold(deck, said + u"there again"_s); }));
    deck.send(u"After"_s);
    QTRY_COMPARE(deck.lastTurn().prompt, u"After"_s);
    QTRY_VERIFY(deck.isOver());
    const QList<Turn> turns = deck.session()->conversation().turns;
    deck.open();
    QVERIFY(deck.openConversation());
    QCOMPARE(deck.session()->conversation().turns.size(), 3);
    for (int i = 0; i < turns.size(); ++i)
        QCOMPARE(deck.session()->conversation().turns.at(i).reply, turns.at(i).reply);
}

void tst_StoreGone::whatIsOpenIsAddedToAnotherFile()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Before"_s);
    QTRY_VERIFY(deck.isOver());
    deck.workspace.reset();
    const QString path = deck.directory.filePath(u"chats.sqlite"_s);
    const QTemporaryDir away;
    const QString older = away.filePath(u"older"_s);
    QVERIFY(QDir().mkpath(older));
    QVERIFY(QFile::copy(path, QDir(older).filePath(u"chats.sqlite"_s)));
    deck.open();
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Since then"_s);
    QTRY_COMPARE(deck.lastTurn().prompt, u"Since then"_s);
    QTRY_VERIFY(deck.isOver());

    QVERIFY(exchangeDirectory(deck, older));
    QVERIFY(deck.passUntil([&deck] { return isTold(deck, u"Those that are open were added"_s); }));
    deck.open();
    auto *list = deck.find<QListView>(u"conversations"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
}

QTEST_MAIN(tst_StoreGone)
#include "tst_store_gone.moc"
