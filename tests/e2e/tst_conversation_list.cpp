// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChatStack.h"
#include "ConversationRows.h"

#include "ui/chat/DraftKeeper.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTextDocument>

using namespace litedeck;
using namespace litedeck::test;

namespace {

constexpr int LongestWait = 30'000; ///< Milliseconds, on a busy machine.

/// Begins chats with these first messages, so that the last one is the newest.
bool begin(Deck &deck, const QStringList &texts)
{
    if (!deck.choose(u"gpt-4o-mini"_s))
        return false;
    for (const QString &text : texts) {
        deck.clock.advance(1s);
        deck.find<QPushButton>(u"newChat"_s)->click();
        deck.send(text);
        if (!QTest::qWaitFor(
                [&deck, &text] { return deck.lastTurn().prompt == text && deck.isOver(); },
                LongestWait))
            return false;
    }
    return true;
}

QPlainTextEdit *message(Deck &deck)
{
    return deck.find<QPlainTextEdit>(u"message"_s);
}

} // namespace

/// The list of conversations and what can be done in it by keyboard.
class tst_ConversationList : public QObject
{
    Q_OBJECT

private slots:
    void aTitleIsNoHtml();
    void pinsAndUnpins();
    void archivesAndBringsBack();
    void renamesInPlace();
    void deletesWithUndo();
    void deletesTheShownChatWithUndo();
    void bringsBackSeveralNewestFirst();
    void opensItsMenuByKey();
    void remembersMarksOverARestart();
    void keepsWhatIsBegunBeforeTheListIsRead();
    void keepsADraftOfEachChat();
    void keepsDraftsOverARestart();
    void savesADraftAtMostEverySecond();
    void sendingLeavesNoDraft();
    void marksAnOpenJobUntilItIsPaid();
};

void tst_ConversationList::pinsAndUnpins()
{
    Deck deck;
    const QAbstractItemModelTester tester(listOf(deck)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(begin(deck, {u"one"_s, u"two"_s, u"three"_s}));
    QVERIFY(activate(deck));
    focusRow(deck, 2);
    press(deck, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(titles(deck), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
    QVERIFY(accessibleText(deck, 0).endsWith("pinned"_L1));
    QCOMPARE(listOf(deck)->currentIndex().row(), 0);
    // What is new comes after what is pinned.
    QVERIFY(begin(deck, {u"four"_s}));
    QCOMPARE(titles(deck), (QStringList{u"one"_s, u"four"_s, u"three"_s, u"two"_s}));
    focusRow(deck, 0);
    press(deck, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(titles(deck), (QStringList{u"four"_s, u"three"_s, u"two"_s, u"one"_s}));
}

void tst_ConversationList::archivesAndBringsBack()
{
    Deck deck;
    const QAbstractItemModelTester tester(listOf(deck)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(begin(deck, {u"one"_s, u"two"_s}));
    QVERIFY(activate(deck));
    auto *toggle = deck.find<QPushButton>(u"showArchived"_s);
    QVERIFY(!toggle->isVisible());
    focusRow(deck, 1);
    press(deck, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(titles(deck), QStringList{u"two"_s});
    QCOMPARE(toggle->text(), u"Archived chats (1)"_s);
    QVERIFY(toggle->isVisible());
    QTest::keyClick(toggle, Qt::Key_Space);
    QCOMPARE(titles(deck), QStringList{u"one"_s});
    QVERIFY(accessibleText(deck, 0).endsWith("archived"_L1));
    focusRow(deck, 0);
    press(deck, Qt::Key_E, Qt::ControlModifier);
    // Nothing is left in the archive, so the chats are shown again.
    QVERIFY(!toggle->isVisible());
    QCOMPARE(titles(deck), (QStringList{u"two"_s, u"one"_s}));
}

void tst_ConversationList::renamesInPlace()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s, u"two"_s}));
    QVERIFY(activate(deck));
    focusRow(deck, 1);
    press(deck, Qt::Key_F2);
    auto *editor = deck.find<QLineEdit>(u"conversationTitle"_s);
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"one"_s);
    QTest::keyClicks(editor, u"A better title"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(titles(deck), (QStringList{u"two"_s, u"A better title"_s}));
    // A blank title is none.
    QTRY_VERIFY(!deck.find<QLineEdit>(u"conversationTitle"_s));
    press(deck, Qt::Key_F2);
    editor = deck.find<QLineEdit>(u"conversationTitle"_s);
    QTest::keyClicks(editor, u"  "_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!deck.find<QLineEdit>(u"conversationTitle"_s));
    QCOMPARE(titles(deck), (QStringList{u"two"_s, u"A better title"_s}));
}

void tst_ConversationList::deletesWithUndo()
{
    Deck deck;
    const QAbstractItemModelTester tester(listOf(deck)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(begin(deck, {u"one"_s, u"two"_s, u"three"_s}));
    QVERIFY(activate(deck));
    ChatSession *shown = deck.session();
    focusRow(deck, 1);
    press(deck, Qt::Key_Delete);
    QCOMPARE(titles(deck), (QStringList{u"three"_s, u"one"_s}));
    QWidget *notice = deck.find(u"deletedNotice"_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->accessibleName(), u"Deleted “two”"_s);
    QVERIFY(listOf(deck)->hasFocus());
    QCOMPARE(deck.session(), shown);
    QTest::keyClick(notice->findChild<QPushButton *>(u"noticeAction"_s), Qt::Key_Space);
    QCOMPARE(titles(deck), (QStringList{u"three"_s, u"two"_s, u"one"_s}));
    QVERIFY(!notice->isVisible());
    // It is there after a restart, too.
    deck.open();
    QTRY_COMPARE(titles(deck), (QStringList{u"three"_s, u"two"_s, u"one"_s}));
}

void tst_ConversationList::deletesTheShownChatWithUndo()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s, u"two"_s}));
    QVERIFY(activate(deck));
    QTest::keyClicks(message(deck), u"unsent"_s);
    focusRow(deck, 0);
    press(deck, Qt::Key_Delete);
    QVERIFY(message(deck)->toPlainText().isEmpty());
    QVERIFY(!deck.transcript()->isVisible());
    QTest::keyClick(deck.find(u"deletedNotice"_s)->findChild<QPushButton *>(u"noticeAction"_s),
                    Qt::Key_Space);
    QVERIFY(deck.transcript()->isVisible());
    QCOMPARE(message(deck)->toPlainText(), u"unsent"_s);
    QCOMPARE(titles(deck), (QStringList{u"two"_s, u"one"_s}));
}

void tst_ConversationList::bringsBackSeveralNewestFirst()
{
    Deck deck;
    const QAbstractItemModelTester tester(listOf(deck)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    addAged(deck, {0, 1, 2, 3});
    QVERIFY(activate(deck));
    const QStringList all = titles(deck);
    for (int i = 0; i < 3; ++i) {
        focusRow(deck, 0);
        press(deck, Qt::Key_Delete);
    }
    QWidget *notice = deck.find(u"deletedNotice"_s);
    QCOMPARE(notice->accessibleName(), u"Deleted “2 days old”, and 2 more before it"_s);
    press(deck, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(titles(deck), all.sliced(2));
    QVERIFY(listOf(deck)->hasFocus());
    QCOMPARE(notice->accessibleName(), u"Deleted “1 days old”, and 1 more before it"_s);
    QTest::keyClick(notice->findChild<QPushButton *>(u"noticeAction"_s), Qt::Key_Space);
    QCOMPARE(notice->accessibleName(), u"Deleted “0 days old”"_s);
    press(deck, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(titles(deck), all);
    QVERIFY(!notice->isVisible());
    press(deck, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(titles(deck), all);
    // What is not brought back is gone after a restart.
    focusRow(deck, 0);
    press(deck, Qt::Key_Delete);
    deck.open();
    QTRY_COMPARE(titles(deck), all.sliced(1));
    press(deck, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(titles(deck), all.sliced(1));
}

void tst_ConversationList::opensItsMenuByKey()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s, u"two"_s}));
    focusRow(deck, 1);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(listOf(deck)->viewport(), &event);
    auto *menu = deck.find<QMenu>(u"conversationMenu"_s);
    QVERIFY(menu);
    QStringList entries;
    for (const QAction *action : menu->actions())
        entries += action->text();
    QCOMPARE(entries,
             (QStringList{u"Pin"_s, u"Rename"_s, u"Archive"_s, u"Export…"_s, u"Delete"_s}));
    menu->actions().constFirst()->trigger();
    QCOMPARE(titles(deck), (QStringList{u"one"_s, u"two"_s}));
}

void tst_ConversationList::remembersMarksOverARestart()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s, u"two"_s, u"three"_s}));
    deck.open();
    QTRY_COMPARE(titles(deck).size(), 3);
    QVERIFY(activate(deck));
    // None of them is open now.
    focusRow(deck, 2);
    press(deck, Qt::Key_P, Qt::ControlModifier);
    focusRow(deck, 1);
    press(deck, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(titles(deck), (QStringList{u"one"_s, u"two"_s}));
    deck.open();
    QTRY_COMPARE(titles(deck), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(deck.find<QPushButton>(u"showArchived"_s)->text(), u"Archived chats (1)"_s);
}

void tst_ConversationList::keepsWhatIsBegunBeforeTheListIsRead()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s}));
    deck.workspace.reset();
    const GatewayAddress address{.server = deck.gateway.baseUrl(),
                                 .team = {deck.gateway.teamId()},
                                 .virtualKey = deck.gateway.virtualKey()};
    ChatStack stack(address, deck.directory.filePath(u"chats.sqlite"_s), deck.clock);
    const QSignalSpy loaded(&stack.catalogue, &ChatCatalogue::loaded);
    stack.catalogue.load();
    stack.live.create({u"gpt-4o-mini"_s})->send(u"two"_s);
    QTRY_COMPARE(loaded.size(), 1);
    const auto &summaries = stack.catalogue.summaries();
    QCOMPARE(summaries.size(), 2);
    QCOMPARE(summaries.at(0).title, u"two"_s);
    QCOMPARE(summaries.at(1).title, u"one"_s);
}

void tst_ConversationList::keepsADraftOfEachChat()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s, u"two"_s}));
    QTest::keyClicks(message(deck), u"for two"_s);
    focusRow(deck, 1);
    press(deck, Qt::Key_Return);
    QVERIFY(message(deck)->toPlainText().isEmpty());
    QVERIFY(accessibleText(deck, 0).endsWith("with a draft"_L1));
    QTest::keyClicks(message(deck), u"for one"_s);
    deck.find<QPushButton>(u"newChat"_s)->click();
    QTest::keyClicks(message(deck), u"for a new one"_s);
    focusRow(deck, 0);
    press(deck, Qt::Key_Return);
    QCOMPARE(message(deck)->toPlainText(), u"for two"_s);
    focusRow(deck, 1);
    press(deck, Qt::Key_Return);
    QCOMPARE(message(deck)->toPlainText(), u"for one"_s);
    deck.find<QPushButton>(u"newChat"_s)->click();
    QCOMPARE(message(deck)->toPlainText(), u"for a new one"_s);
}

void tst_ConversationList::keepsDraftsOverARestart()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s}));
    QTest::keyClicks(message(deck), u"half a"_s);
    deck.open(); // closes the window before anything has told it to save
    QVERIFY(deck.openConversation());
    QVERIFY(accessibleText(deck, 0).endsWith("with a draft"_L1));
    QCOMPARE(message(deck)->toPlainText(), u"half a"_s);
    deck.find<QPushButton>(u"newChat"_s)->click();
    QTest::keyClicks(message(deck), u"new thought"_s);
    deck.open();
    QCOMPARE(message(deck)->toPlainText(), u"new thought"_s);
}

void tst_ConversationList::savesADraftAtMostEverySecond()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s}));
    QSignalSpy changes(deck.session(), &ChatSession::conversationChanged);
    QTest::keyClicks(message(deck), u"twenty letters or so"_s);
    QCOMPARE(changes.size(), 0);
    deck.clock.advance(DraftKeeper::Pause);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(deck.session()->conversation().draft, u"twenty letters or so"_s);
    deck.clock.advance(10s);
    QCOMPARE(changes.size(), 1);
}

void tst_ConversationList::sendingLeavesNoDraft()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s}));
    QTest::keyClicks(message(deck), u"two"_s);
    deck.clock.advance(DraftKeeper::Pause);
    QCOMPARE(deck.session()->conversation().draft, u"two"_s);
    QTest::keyClick(message(deck), Qt::Key_Return);
    QVERIFY(deck.session()->conversation().draft.isEmpty());
    QVERIFY(!accessibleText(deck, 0).contains("draft"_L1));
    QTRY_VERIFY(deck.isOver());
    // Nor does a new chat's first message.
    deck.find<QPushButton>(u"newChat"_s)->click();
    deck.send(u"three"_s);
    deck.find<QPushButton>(u"newChat"_s)->click();
    QVERIFY(message(deck)->toPlainText().isEmpty());
}

void tst_ConversationList::marksAnOpenJobUntilItIsPaid()
{
    Deck deck;
    QVERIFY(begin(deck, {u"one"_s, u"two"_s}));
    const auto hasMark = [&deck](int row) {
        const QModelIndex chat = listOf(deck)->model()->index(row, 0);
        return chat.data(ConversationListModel::OpenJobRole).toBool() &&
               chat.data(Qt::ToolTipRole).toString().contains("not paid yet"_L1) &&
               accessibleText(deck, row).contains("not paid yet"_L1);
    };
    QVERIFY(!hasMark(0));
    ChatSettings settings = deck.session()->conversation().settings;
    settings.billing = Billing::PerConversation;
    deck.session()->setSettings(settings);
    QVERIFY(!hasMark(0));
    deck.send(u"three"_s);
    QTRY_VERIFY(hasMark(0));
    QVERIFY(!hasMark(1));
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    deck.open();
    QTRY_COMPARE(titles(deck).size(), 2);
    QVERIFY(hasMark(0));
    focusRow(deck, 0);
    press(deck, Qt::Key_Return);
    QTRY_VERIFY(deck.session() != nullptr);
    deck.session()->finishJob();
    QVERIFY(deck.passUntil([&] { return !hasMark(0); }));
}

void tst_ConversationList::aTitleIsNoHtml()
{
    Deck deck;
    Conversation conversation;
    conversation.id = {u"one"_s};
    conversation.title = u"<u>R&D</u>"_s;
    conversation.updatedAt = deck.clock.utcNow();
    deck.workspace->catalogue().add({conversation});
    QTRY_COMPARE(titles(deck), QStringList(conversation.title));
    QTextDocument shown;
    shown.setHtml(listOf(deck)->model()->index(0, 0).data(Qt::ToolTipRole).toString());
    QVERIFY2(shown.toPlainText().contains(conversation.title), qPrintable(shown.toPlainText()));
}

QTEST_MAIN(tst_ConversationList)
#include "tst_conversation_list.moc"
