// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "ui/chat/ConversationSearch.h"
#include "ui/chat/SearchHitsModel.h"
#include "ui/chat/transcript/EntryStack.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

/// Asks in a new conversation and waits for the reply.
bool ask(Deck &deck, const QString &text)
{
    if (!deck.choose(u"gpt-4o-mini"_s))
        return false;
    deck.find<QPushButton>(u"newChat"_s)->click();
    const qsizetype before = deck.workspace->catalogue().summaries().size();
    deck.send(text);
    return QTest::qWaitFor([&deck, before] {
        return deck.workspace->catalogue().summaries().size() > before && deck.isOver();
    });
}

void type(Deck &deck, const QString &text)
{
    auto *field = deck.find<QLineEdit>(u"searchConversations"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    deck.clock.advance(ConversationSearch::Pause);
}

} // namespace

class tst_Search : public QObject
{
    Q_OBJECT

private slots:
    void findsAsOneTypes();
    void goesToTheMessageByKeyboard();
    void saysWhenNothingWasFound();
    void escapeBringsTheConversationsBack();
    void leavesOutLateAnswersToOlderTexts();
    void saysThatItSearches();
    void aSendWaitsForNoSearch();
};

void tst_Search::findsAsOneTypes()
{
    Deck deck;
    QVERIFY(ask(deck, u"Tell me about walruses"_s));
    QVERIFY(ask(deck, u"Tell me about penguins"_s));
    auto *hits = deck.find<QListView>(u"searchHits"_s);
    const QAbstractItemModelTester tester(hits->model());
    QVERIFY(!hits->isVisible());
    type(deck, u"walr"_s);
    QTRY_VERIFY(hits->isVisible());
    QVERIFY(!deck.find(u"conversations"_s)->isVisible());
    // The title is made of the first message, so both are found.
    QTRY_COMPARE(hits->model()->rowCount(), 2);
    QCOMPARE(hits->model()->index(0, 0).data().toString(), u"Tell me about walruses"_s);
    QTRY_VERIFY(hits->visualRect(hits->model()->index(1, 0)).width() > 100);
    type(deck, u"penguins"_s);
    QTRY_COMPARE(hits->model()->index(0, 0).data().toString(), u"Tell me about penguins"_s);
    QCOMPARE(hits->accessibleName(), u"Search results"_s);
}

void tst_Search::goesToTheMessageByKeyboard()
{
    Deck deck;
    QVERIFY(ask(deck, u"Tell me about walruses"_s));
    QVERIFY(ask(deck, u"Tell me about penguins"_s));
    QTest::keyClick(&deck.window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *field = deck.find<QLineEdit>(u"searchConversations"_s);
    type(deck, u"walruses about"_s);
    auto *hits = deck.find<QListView>(u"searchHits"_s);
    QTRY_COMPARE(hits->model()->rowCount(), 2);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(hits, Qt::Key_Down);
    QTest::keyClick(hits, Qt::Key_Return);
    QTRY_COMPARE(deck.transcript()->focusedEntry(), 0);
    QTRY_VERIFY(deck.transcript()->hasFocus());
    QVERIFY(deck.transcript()->stack().at(0).plainText().contains(u"walruses"_s));
}

void tst_Search::saysWhenNothingWasFound()
{
    Deck deck;
    QVERIFY(ask(deck, u"Tell me about walruses"_s));
    type(deck, u"xylophone"_s);
    QTRY_VERIFY(deck.find(u"searchFoundNothing"_s)->isVisible());
    QVERIFY(!deck.find(u"searchHits"_s)->isVisible());
}

void tst_Search::escapeBringsTheConversationsBack()
{
    Deck deck;
    QVERIFY(ask(deck, u"Tell me about walruses"_s));
    type(deck, u"walrus"_s);
    QTRY_VERIFY(deck.find(u"searchHits"_s)->isVisible());
    QTest::keyClick(deck.find(u"searchConversations"_s), Qt::Key_Escape);
    QVERIFY(deck.find(u"conversations"_s)->isVisible());
    QVERIFY(!deck.find(u"searchHits"_s)->isVisible());
    QVERIFY(deck.find<QLineEdit>(u"searchConversations"_s)->text().isEmpty());
}

void tst_Search::leavesOutLateAnswersToOlderTexts()
{
    Deck deck;
    QVERIFY(ask(deck, u"Tell me about walruses"_s));
    type(deck, u"walrus"_s);
    // The text changes while the answer is on its way.
    type(deck, u"xylophone"_s);
    QTRY_VERIFY(deck.find(u"searchFoundNothing"_s)->isVisible());
    QCOMPARE(deck.find<QListView>(u"searchHits"_s)->model()->rowCount(), 0);
}

void tst_Search::saysThatItSearches()
{
    Deck deck;
    QVERIFY(ask(deck, u"Tell me about walruses"_s));
    auto *running = deck.find(u"searchRunning"_s);
    QVERIFY(!running->isVisible());
    auto *field = deck.find<QLineEdit>(u"searchConversations"_s);
    field->setFocus();
    QTest::keyClicks(field, u"xyl"_s);
    QVERIFY(running->isVisible());
    QCOMPARE(running->accessibleName(), u"Searching…"_s);
    deck.clock.advance(ConversationSearch::Pause);
    QTRY_VERIFY(deck.find(u"searchFoundNothing"_s)->isVisible());
    QVERIFY(!running->isVisible());
    // The answer to the text before says nothing about this one.
    QTest::keyClicks(field, u"o"_s);
    QVERIFY(running->isVisible());
    QVERIFY(!deck.find(u"searchFoundNothing"_s)->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!running->isVisible());
}

void tst_Search::aSendWaitsForNoSearch()
{
    Deck deck;
    Conversation logs;
    logs.id = {u"logs"_s};
    logs.title = u"Logs"_s;
    Turn turn;
    turn.id = {u"log"_s};
    turn.prompt = u"10:00 worker error\n"_s.repeated(16'000);
    turn.state = TurnState::Complete;
    logs.turns = {turn};
    deck.workspace->catalogue().add({logs});
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 1);
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    type(deck, u"error"_s);
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    auto *hits = deck.find<QListView>(u"searchHits"_s);
    QTRY_VERIFY(hits->isVisible());
    QCOMPARE(hits->model()->rowCount(), 1);
}

QTEST_MAIN(tst_Search)
#include "tst_search.moc"
