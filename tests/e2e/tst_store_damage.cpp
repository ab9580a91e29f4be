// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when the file with the conversations breaks while it is open.
#include "Deck.h"
#include "core/conversation/TurnTree.h"
#include "core/store/ConversationStore.h"
#include "core/store/Store.h"

#include <QFile>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

/// A chat that takes more of the file than its schema does.
Conversation longChat()
{
    Conversation conversation;
    conversation.id = {u"long"_s};
    conversation.title = u"A long chat"_s;
    for (int n = 0; n < 50; ++n) {
        Turn turn;
        turn.id = {u"turn-%1"_s.arg(n)};
        turn.prompt = u"?"_s;
        turn.reply = QString(10'000, QChar(u'a' + n % 26));
        turn.state = TurnState::Complete;
        TurnTree::add(conversation, turn, n == 0 ? TurnId() : conversation.turns.constLast().id);
    }
    return conversation;
}

/// What the window tells about damage; empty when it says nothing.
QString told(Deck &deck)
{
    const auto widgets = deck.window().findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->isVisible() && widget->accessibleName().contains("was damaged"_L1))
            return widget->accessibleName();
    }
    return {};
}

/// Overwrites all but the beginning, so that the file still opens.
void damage(const QString &path)
{
    constexpr qint64 Whole = 131'072;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 2 * Whole);
    QVERIFY(file.seek(Whole));
    file.write(QByteArray(file.size() - Whole, '\x5a'));
}

} // namespace

class tst_StoreDamage : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOpenIsSavedAgain();
    void theOthersComeBackWhileItIsOpen();
    void mostComesBackAtTheStart();

private:
    /// Writes twelve chats of a few messages.
    static void fill(Deck &deck, const QString &path);
};

void tst_StoreDamage::fill(Deck &deck, const QString &path)
{
    Store store(path);
    ConversationStore conversations(store, deck.clock);
    for (int n = 0; n < 12; ++n) {
        Conversation conversation = longChat();
        conversation.id = {u"chat-%1"_s.arg(n)};
        conversation.title = u"Chat %1"_s.arg(n);
        conversation.turns.resize(5);
        for (Turn &turn : conversation.turns) {
            turn.id.value += u"-%1"_s.arg(n);
            if (!turn.parent.isEmpty())
                turn.parent.value += u"-%1"_s.arg(n);
        }
        conversations.saveConversation(conversation);
    }
}

void tst_StoreDamage::theOthersComeBackWhileItIsOpen()
{
    Deck deck;
    deck.workspace.reset();
    const QString path = deck.directory.filePath(u"chats.sqlite"_s);
    fill(deck, path);
    deck.open();
    ChatCatalogue &catalogue = deck.workspace->catalogue();
    LiveChats &live = deck.workspace->live();
    QTRY_COMPARE(catalogue.summaries().size(), 12);
    live.open({u"chat-0"_s});
    QTRY_VERIFY(live.session({u"chat-0"_s}));
    // All but the first pages of one chat's texts.
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype at = bytes.indexOf(QByteArray(2'000, 'd'), bytes.size() / 2) & ~0xfffLL;
    QVERIFY(at > 0);
    QVERIFY(file.seek(at));
    file.write(QByteArray(4096, '\x5a'));
    file.close();
    for (int n = 0; n < 12; ++n)
        live.open({u"chat-%1"_s.arg(n)});
    QTRY_VERIFY(told(deck).contains(u"It is kept as"_s));
    QVERIFY2(told(deck).contains(u"12 of 12 chats"_s), qPrintable(told(deck)));
    QTRY_COMPARE(catalogue.summaries().size(), 12);
    deck.open();
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 12);
    QVERIFY(told(deck).isEmpty());
}

void tst_StoreDamage::mostComesBackAtTheStart()
{
    Deck deck;
    deck.workspace.reset();
    const QString path = deck.directory.filePath(u"chats.sqlite"_s);
    fill(deck, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, '\0'));
    file.close();
    deck.open();
    QTRY_VERIFY(told(deck).contains(u"12 of 12 chats, 60 of 60 messages"_s));
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 12);
    deck.workspace->live().open({u"chat-7"_s});
    QTRY_VERIFY(deck.workspace->live().session({u"chat-7"_s}));
    QCOMPARE(deck.workspace->live().session({u"chat-7"_s})->conversation().turns.size(), 5);
}

void tst_StoreDamage::whatIsOpenIsSavedAgain()
{
    Deck deck;
    deck.workspace.reset();
    const QString path = deck.directory.filePath(u"chats.sqlite"_s);
    {
        Store store(path);
        ConversationStore conversations(store, deck.clock);
        conversations.saveConversation(longChat());
    }
    deck.open();
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    const ConversationId begun = deck.session()->conversation().id;
    const auto isTold = [&deck] { return told(deck).contains("It is kept as"_L1); };
    QVERIFY(!isTold());
    damage(path);
    deck.workspace->live().open({u"long"_s});
    QTRY_VERIFY(isTold());
    // What is open goes on, and is whole at the next start.
    deck.send(u"And then"_s);
    QTRY_COMPARE(deck.lastTurn().prompt, u"And then"_s);
    QTRY_VERIFY(deck.isOver());
    const QList<Turn> turns = deck.session()->conversation().turns;
    QCOMPARE(turns.size(), 2);
    deck.open();
    deck.workspace->live().open(begun);
    QTRY_VERIFY(deck.workspace->live().session(begun));
    QCOMPARE(deck.session()->conversation().id, begun);
    QCOMPARE(deck.session()->conversation().turns.size(), 2);
    QCOMPARE(deck.session()->conversation().turns.constFirst().reply, turns.constFirst().reply);
    QCOMPARE(deck.lastTurn().reply, turns.constLast().reply);
}

QTEST_MAIN(tst_StoreDamage)
#include "tst_store_damage.moc"
