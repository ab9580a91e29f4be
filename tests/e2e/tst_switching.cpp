// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Composing.h"
#include "ConversationRows.h"

#include "chat/ChatView.h"
#include "chat/transcript/EntryStack.h"

#include <QAbstractButton>

using namespace litedeck;
using namespace litedeck::test;

namespace {

constexpr QLatin1StringView LongWriter("markdown-writer");

ChatSession *shown(Deck &deck)
{
    return deck.window().findChild<ChatView *>()->session();
}

/// Begins a chat that answers slowly; null when nothing arrives.
ChatSession *beginStream(Deck &deck, const QString &text)
{
    deck.find<QPushButton>(u"newChat"_s)->click();
    deck.send(text);
    ChatSession *session = shown(deck);
    const auto flows = [session] { return !session->conversation().turns.last().reply.isEmpty(); };
    return session != nullptr && QTest::qWaitFor(flows) ? session : nullptr;
}

/// Chooses a chat as a user with a keyboard does.
bool choose(Deck &deck, const ChatSession *session)
{
    const auto &summaries = deck.workspace->library().summaries();
    for (int row = 0; row < summaries.size(); ++row) {
        if (summaries.at(row).id == session->conversation().id)
            focusRow(deck, row);
    }
    press(deck, Qt::Key_Return);
    return shown(deck) == session;
}

/// Whether more has arrived for a chat than there is now.
bool goesOn(const ChatSession *session)
{
    const auto length = [session] { return session->conversation().turns.last().reply.size(); };
    return QTest::qWaitFor([length, before = length()] { return length() > before + 40; });
}

/// The reply as it is on the screen, and as it would be when the chat were shown afresh.
QString onScreen(Deck &deck)
{
    return deck.transcript()->stack().at(1).plainText();
}
QString afresh(const ChatSession *session)
{
    TranscriptView view;
    view.setTurns(session->conversation().turns);
    return view.stack().at(1).plainText();
}

QString sendOrStop(Deck &deck)
{
    return deck.find<QAbstractButton>(u"sendOrStop"_s)->accessibleName();
}

} // namespace

/// Several chats that are answered at the same time, of which one is in sight.
class tst_Switching : public QObject
{
    Q_OBJECT

private slots:
    void textComesOnceHoweverOftenItsChatIsShown();
    void stopBelongsToTheChatInSight();
};

void tst_Switching::textComesOnceHoweverOftenItsChatIsShown()
{
    Deck deck;
    deck.gateway.setPace(0, 5, false);
    QVERIFY(deck.choose(LongWriter));
    ChatSession *one = beginStream(deck, u"One"_s);
    QVERIFY(one);
    ChatSession *two = beginStream(deck, u"Two"_s);
    QVERIFY(two);
    for (int visit = 0; visit < 3; ++visit) {
        for (ChatSession *session : {one, two}) {
            QVERIFY(choose(deck, session));
            QVERIFY(goesOn(session));
            QVERIFY(session->isBusy());
            QCOMPARE(onScreen(deck), afresh(session));
        }
    }
}

void tst_Switching::stopBelongsToTheChatInSight()
{
    Deck deck;
    deck.gateway.setPace(0, 5, false);
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    ChatSession *shortOne = beginStream(deck, u"Hello"_s);
    QVERIFY(shortOne);
    QVERIFY(deck.choose(LongWriter));
    ChatSession *longOne = beginStream(deck, u"Write"_s);
    QVERIFY(longOne);
    QTRY_VERIFY(!shortOne->isBusy());
    QVERIFY(longOne->isBusy());
    QCOMPARE(sendOrStop(deck), u"Stop"_s);

    QTest::keyClick(message(deck), Qt::Key_Escape);
    QVERIFY(!longOne->isBusy());
    QCOMPARE(longOne->conversation().turns.last().state, TurnState::Stopped);
    QCOMPARE(sendOrStop(deck), u"Send"_s);
}

QTEST_MAIN(tst_Switching)
#include "tst_switching.moc"
