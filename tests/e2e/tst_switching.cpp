// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Composing.h"
#include "ConversationRows.h"

#include "ui/chat/ChatPage.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/transcript/EntryStack.h"

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
    const auto &summaries = deck.workspace->catalogue().summaries();
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
    void aMessageIsForTheChatThatIsBeingOpened();
    void textWaitsForAChatThatOpensLate();
    void aChatThatCannotBeOpenedSaysSo();
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

void tst_Switching::aMessageIsForTheChatThatIsBeingOpened()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    ChatSession *former = deck.session();
    addAged(deck, {1});
    QTRY_COMPARE(listOf(deck)->model()->rowCount(), 2);

    // Nothing is read from disk before the event loop runs again.
    focusRow(deck, 1);
    press(deck, Qt::Key_Return);
    QCOMPARE(shown(deck), nullptr);
    QCOMPARE(deck.transcript()->stack().size(), 0);
    deck.send(u"To the other"_s);
    QCOMPARE(message(deck)->toPlainText(), u"To the other"_s);
    QVERIFY(deck.find(u"composerHint"_s)->accessibleName().startsWith(u"Opening the chat"_s));

    QTRY_VERIFY(shown(deck));
    QCOMPARE(shown(deck)->conversation().id.value, u"aged-1"_s);
    QCOMPARE(message(deck)->toPlainText(), u"To the other"_s);
    QCOMPARE(former->conversation().turns.size(), 1);
    QTest::keyClick(message(deck), Qt::Key_Return);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(shown(deck)->conversation().turns.size(), 1);
    QCOMPARE(shown(deck)->conversation().turns.last().prompt, u"To the other"_s);
    QCOMPARE(former->conversation().turns.size(), 1);
}

void tst_Switching::textWaitsForAChatThatOpensLate()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    Conversation kept;
    kept.id = {u"kept"_s};
    kept.title = u"Kept"_s;
    kept.draft = u"begun"_s;
    kept.updatedAt = deck.clock.utcNow().addDays(-2);
    deck.workspace->catalogue().add({kept});
    addAged(deck, {1});
    QTRY_COMPARE(listOf(deck)->model()->rowCount(), 2);
    focusRow(deck, 1);
    press(deck, Qt::Key_Return);
    QTest::keyClicks(message(deck), u"and more"_s);
    focusRow(deck, 0);
    press(deck, Qt::Key_Return);
    QTest::keyClicks(message(deck), u"other"_s);

    QTRY_VERIFY(shown(deck));
    QCOMPARE(message(deck)->toPlainText(), u"other"_s);
    QTRY_VERIFY(deck.workspace->live().session(kept.id));
    focusRow(deck, 1);
    press(deck, Qt::Key_Return);
    QCOMPARE(message(deck)->toPlainText(), u"begun\nand more"_s);
}

void tst_Switching::aChatThatCannotBeOpenedSaysSo()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    // As from a job whose chat is no more.
    deck.window().findChild<ChatPage *>()->showConversation({u"gone"_s});
    auto *opening = deck.find(u"openingChat"_s);
    QVERIFY(opening);
    QTRY_VERIFY(opening->isVisible());
    QTRY_COMPARE(deck.find(u"composerHint"_s)->accessibleName(), u"This chat cannot be opened"_s);
    deck.send(u"Hello"_s);
    QCOMPARE(message(deck)->toPlainText(), u"Hello"_s);

    deck.find<QPushButton>(u"newChat"_s)->click();
    QVERIFY(message(deck)->toPlainText().isEmpty());
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
}

QTEST_MAIN(tst_Switching)
#include "tst_switching.moc"
