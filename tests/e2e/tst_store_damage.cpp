// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when the file with the conversations breaks while it is open.
#include "Deck.h"
#include "chat/TurnTree.h"
#include "store/ConversationStore.h"
#include "store/Store.h"

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
};

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
    const auto isTold = [&deck] {
        const auto widgets = deck.window().findChildren<QWidget *>();
        return std::any_of(widgets.cbegin(), widgets.cend(), [](const QWidget *widget) {
            return widget->isVisible() && widget->accessibleName().contains("It is kept as"_L1);
        });
    };
    QVERIFY(!isTold());
    damage(path);
    deck.workspace->library().open({u"long"_s});
    QTRY_VERIFY(isTold());
    // What is open goes on, and is whole at the next start.
    deck.send(u"And then"_s);
    QTRY_COMPARE(deck.lastTurn().prompt, u"And then"_s);
    QTRY_VERIFY(deck.isOver());
    const QList<Turn> turns = deck.session()->conversation().turns;
    QCOMPARE(turns.size(), 2);
    deck.open();
    QVERIFY(deck.openConversation());
    QCOMPARE(deck.session()->conversation().id, begun);
    QCOMPARE(deck.session()->conversation().turns.size(), 2);
    QCOMPARE(deck.session()->conversation().turns.constFirst().reply, turns.constFirst().reply);
    QCOMPARE(deck.lastTurn().reply, turns.constLast().reply);
}

QTEST_MAIN(tst_StoreDamage)
#include "tst_store_damage.moc"
