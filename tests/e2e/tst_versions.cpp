// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "Wire.h"

#include "ui/chat/Composer.h"
#include "ui/chat/transcript/EntryChrome.h"
#include "ui/chat/transcript/EntryStack.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace litedeck;
using namespace litedeck::test;

namespace {

constexpr int LongestWait = 30'000; ///< Milliseconds, on a busy machine.

/// Answers as many messages in one chat.
bool begin(Deck &deck, const QStringList &texts)
{
    if (!deck.choose(u"gpt-4o-mini"_s))
        return false;
    for (const QString &text : texts) {
        deck.send(text);
        if (!QTest::qWaitFor(
                [&deck, &text] { return deck.lastTurn().prompt == text && deck.isOver(); },
                LongestWait))
            return false;
    }
    return true;
}

/// Goes to an entry of the transcript and presses one of its actions, all by keyboard; false when
/// the entry does not have it.
bool press(Deck &deck, qsizetype entry, const EntryAction &action)
{
    TranscriptView *transcript = deck.transcript();
    const qsizetype place = EntryChrome::actions(transcript->stack().at(entry)).indexOf(action);
    if (place < 0)
        return false;
    transcript->setFocus();
    transcript->setFocusedEntry(0);
    for (qsizetype n = 0; n < entry; ++n)
        QTest::keyClick(transcript, Qt::Key_Down, Qt::ControlModifier);
    if (transcript->focusedEntry() != entry)
        return false;
    for (qsizetype n = 0; n <= place; ++n)
        QTest::keyClick(transcript, Qt::Key_Right);
    QTest::keyClick(transcript, Qt::Key_Return);
    return true;
}

bool isAnswered(Deck &deck, const TurnId &before)
{
    return QTest::qWaitFor(
        [&deck, &before] { return deck.lastTurn().id != before && deck.isOver(); }, LongestWait);
}

QPlainTextEdit *message(Deck &deck)
{
    return deck.find<QPlainTextEdit>(u"message"_s);
}

QStringList prompts(Deck &deck)
{
    QStringList all;
    for (const Turn &turn : deck.session()->conversation().turns)
        all += turn.prompt;
    return all;
}

} // namespace

/// Versions of turns, from the keyboard.
class tst_Versions : public QObject
{
    Q_OBJECT

private slots:
    void regeneratingKeepsTheOldVersion();
    void switchesBetweenVersions();
    void editingMakesAVersion();
    void escapeGivesAnEditUp();
    void keepsAnEditThatIsLeft();
    void deletesWithUndo();
    void bringsBackAllThatWasDeleted();
    void regeneratesAfterADeletion();
    void continuesAnEarlierReply();
    void comparesVersions();
};

void tst_Versions::regeneratingKeepsTheOldVersion()
{
    Deck deck;
    QVERIFY(begin(deck, {u"Hello"_s}));
    const Turn first = deck.lastTurn();
    QVERIFY(press(deck, 1, EntryAction::Regenerate));
    QVERIFY(isAnswered(deck, first.id));
    const Conversation &conversation = deck.session()->conversation();
    QCOMPARE(conversation.turns.size(), 1);
    QCOMPARE(conversation.asides.size(), 1);
    QCOMPARE(conversation.asides.at(0).id, first.id);
    QCOMPARE(conversation.asides.at(0).reply, first.reply);
    QCOMPARE(deck.lastTurn().prompt, u"Hello"_s);
    // The old reply does not go along.
    QCOMPARE(lastCall(deck).value("messages"_L1).toArray().size(), 1);
}

void tst_Versions::switchesBetweenVersions()
{
    Deck deck;
    QVERIFY(begin(deck, {u"One"_s, u"Two"_s}));
    const TurnId first = deck.session()->conversation().turns.at(0).id;
    QVERIFY(press(deck, 1, EntryAction::Regenerate));
    QVERIFY(isAnswered(deck, deck.session()->conversation().asides.constLast().id));
    const TurnId second = deck.lastTurn().id;
    QCOMPARE(prompts(deck), QStringList{u"One"_s});
    // What followed the old version comes back with it.
    QVERIFY(press(deck, 1, EntryAction::PreviousVersion));
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Two"_s}));
    QCOMPARE(deck.session()->conversation().turns.at(0).id, first);
    QVERIFY(press(deck, 1, EntryAction::NextVersion));
    QCOMPARE(deck.session()->conversation().turns.at(0).id, second);
    QCOMPARE(prompts(deck), QStringList{u"One"_s});
    // The choice is there after a restart.
    QVERIFY(press(deck, 1, EntryAction::PreviousVersion));
    deck.open();
    QVERIFY(deck.openConversation());
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Two"_s}));
}

void tst_Versions::editingMakesAVersion()
{
    Deck deck;
    QVERIFY(begin(deck, {u"One"_s, u"Two"_s}));
    QTest::keyClicks(message(deck), u"my draft"_s);
    const TurnId last = deck.lastTurn().id;
    QVERIFY(press(deck, 2, EntryAction::Edit));
    QCOMPARE(message(deck)->toPlainText(), u"Two"_s);
    QTest::keyClick(message(deck), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(message(deck), u"Three"_s);
    QTest::keyClick(message(deck), Qt::Key_Return);
    QVERIFY(isAnswered(deck, last));
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Three"_s}));
    QCOMPARE(message(deck)->toPlainText(), u"my draft"_s);
    const QJsonArray sent = lastCall(deck).value("messages"_L1).toArray();
    QCOMPARE(sent.size(), 3);
    QCOMPARE(sent.at(2).toObject().value("content"_L1).toString(), u"Three"_s);
    QVERIFY(press(deck, 3, EntryAction::PreviousVersion));
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Two"_s}));
}

void tst_Versions::escapeGivesAnEditUp()
{
    Deck deck;
    QVERIFY(begin(deck, {u"One"_s}));
    QTest::keyClicks(message(deck), u"my draft"_s);
    deck.gateway.clearRequests();
    QVERIFY(press(deck, 0, EntryAction::Edit));
    QTest::keyClicks(message(deck), u" more"_s);
    QTest::keyClick(message(deck), Qt::Key_Escape);
    QCOMPARE(message(deck)->toPlainText(), u"my draft"_s);
    QVERIFY(lastCall(deck).isEmpty());
    // What is sent now is a message of its own.
    QTest::keyClick(message(deck), Qt::Key_Return);
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"my draft"_s}));
    QTRY_VERIFY(deck.isOver());
}

void tst_Versions::deletesWithUndo()
{
    Deck deck;
    QVERIFY(begin(deck, {u"One"_s, u"Two"_s, u"Three"_s}));
    QVERIFY(press(deck, 2, EntryAction::Delete));
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Three"_s}));
    QWidget *notice = deck.find(u"chatNotice"_s);
    QVERIFY(notice->isVisible());
    auto *undo = notice->findChild<QPushButton *>(u"noticeAction"_s);
    undo->setFocus();
    QTest::keyClick(undo, Qt::Key_Space);
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
    QVERIFY(!notice->isVisible());
    deck.open();
    QVERIFY(deck.openConversation());
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
}

void tst_Versions::keepsAnEditThatIsLeft()
{
    Deck deck;
    QVERIFY(begin(deck, {u"One"_s, u"Two"_s}));
    QVERIFY(press(deck, 0, EntryAction::Edit));
    message(deck)->setPlainText(u"One, better"_s);
    // Another message is edited, and another chat shown, in the meantime.
    QVERIFY(press(deck, 2, EntryAction::Edit));
    QCOMPARE(message(deck)->toPlainText(), u"Two"_s);
    QVERIFY(press(deck, 0, EntryAction::Edit));
    QCOMPARE(message(deck)->toPlainText(), u"One, better"_s);
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    QCOMPARE(message(deck)->toPlainText(), QString());
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(message(deck)->toPlainText(), u"One, better"_s);
    QVERIFY(deck.find<Composer>(u"composer"_s)->isEditing());
    // After an end of the program it is the draft of its chat.
    deck.open();
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(message(deck)->toPlainText(), u"One, better"_s);
    QVERIFY(!deck.find<Composer>(u"composer"_s)->isEditing());
}

void tst_Versions::bringsBackAllThatWasDeleted()
{
    Deck deck;
    QVERIFY(begin(deck, {u"One"_s, u"Two"_s, u"Three"_s}));
    QVERIFY(press(deck, 0, EntryAction::Delete));
    // What followed is where the keyboard is.
    QCOMPARE(deck.transcript()->focusedEntry(), 0);
    QVERIFY(press(deck, 0, EntryAction::Delete));
    QCOMPARE(prompts(deck), QStringList{u"Three"_s});
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    QWidget *notice = deck.find(u"chatNotice"_s);
    QVERIFY(!notice->isVisible());
    QVERIFY(deck.openConversation());
    QTRY_VERIFY(notice->isVisible());
    auto *undo = notice->findChild<QPushButton *>(u"noticeAction"_s);
    undo->click();
    QCOMPARE(prompts(deck), (QStringList{u"Two"_s, u"Three"_s}));
    undo->click();
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
    QVERIFY(!notice->isVisible());
}

void tst_Versions::regeneratesAfterADeletion()
{
    Deck deck;
    QVERIFY(begin(deck, {u"One"_s, u"Two"_s, u"Three"_s}));
    QVERIFY(press(deck, 2, EntryAction::Delete));
    const TurnId before = deck.lastTurn().id;
    QVERIFY(press(deck, 3, EntryAction::Regenerate));
    QVERIFY(isAnswered(deck, before));
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, u"Three"_s}));
    // One, its reply, and Three.
    QCOMPARE(lastCall(deck).value("messages"_L1).toArray().size(), 3);
}

void tst_Versions::continuesAnEarlierReply()
{
    Deck deck({.textPaceMs = 20});
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"One"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Streaming);
    deck.find<QAbstractButton>(u"sendOrStop"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Stopped);
    deck.send(u"Two"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Streaming);
    // While a reply is on its way, the reason for nothing is said.
    QVERIFY(press(deck, 1, EntryAction::Continue));
    QVERIFY(deck.find(u"chatNotice"_s)->accessibleName().startsWith(u"Another reply"_s));
    deck.find<QAbstractButton>(u"sendOrStop"_s)->click();
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Stopped);
    const TurnId before = deck.lastTurn().id;
    QVERIFY(press(deck, 1, EntryAction::Continue));
    QTRY_VERIFY(deck.lastTurn().id != before);
    // After the reply that was cut, and not after the newest one, which is kept as a version.
    QCOMPARE(prompts(deck), (QStringList{u"One"_s, deck.lastTurn().prompt}));
    QVERIFY(deck.lastTurn().prompt.startsWith(u"Continue"_s));
    QCOMPARE(deck.session()->conversation().asides.size(), 1);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Streaming);
    deck.find<QAbstractButton>(u"sendOrStop"_s)->click();
    QTRY_VERIFY(deck.isOver());
}

void tst_Versions::comparesVersions()
{
    Deck deck;
    QVERIFY(begin(deck, {u"Hello"_s}));
    const Turn first = deck.lastTurn();
    QVERIFY(!EntryChrome::actions(deck.transcript()->stack().at(1))
                 .contains(EntryAction::CompareVersions));
    QVERIFY(press(deck, 1, EntryAction::Regenerate));
    QVERIFY(isAnswered(deck, first.id));
    const Turn second = deck.lastTurn();
    QVERIFY(press(deck, 1, EntryAction::Regenerate));
    QVERIFY(isAnswered(deck, second.id));
    const Turn third = deck.lastTurn();

    QVERIFY(press(deck, 1, EntryAction::CompareVersions));
    auto *dialog = deck.find<QDialog>(u"versions"_s);
    QVERIFY(dialog && dialog->isVisible());
    const auto *left = dialog->findChild<TranscriptView *>(u"leftTranscript"_s);
    const auto *right = dialog->findChild<TranscriptView *>(u"rightTranscript"_s);
    auto *choice = dialog->findChild<QComboBox *>(u"leftVersion"_s);
    QCOMPARE(left->stack().at(1).id(), second.id);
    QCOMPARE(right->stack().at(1).id(), third.id);
    QCOMPARE(right->stack().at(1).source(), third.reply);
    QVERIFY(dialog->findChild<QLabel *>(u"rightFacts"_s)->text().startsWith("Cost: "_L1));
    QVERIFY(dialog->findChild<QLabel *>(u"rightFacts"_s)->text().contains("in all"_L1));
    QCOMPARE(right->stack().at(1).details().model, u"gpt-4o-mini"_s);
    QVERIFY(choice->itemText(1).startsWith("Version 2 of 3: gpt-4o-mini"_L1));
    // By keyboard another one is chosen.
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Up);
    QCOMPARE(left->stack().at(1).id(), first.id);
    // Nothing there changes the chat.
    QCOMPARE(EntryChrome::actions(left->stack().at(0)), QList<EntryAction>{EntryAction::Copy});
    QCOMPARE(EntryChrome::actions(left->stack().at(1)), QList<EntryAction>{EntryAction::Copy});
    // Side by side in a wide window, one above the other in a narrow one.
    QVERIFY(left->mapTo(dialog, QPoint()).x() < right->mapTo(dialog, QPoint()).x());
    dialog->resize(500, 700);
    QTRY_COMPARE(left->mapTo(dialog, QPoint()).x(), right->mapTo(dialog, QPoint()).x());
    QVERIFY(left->mapTo(dialog, QPoint()).y() < right->mapTo(dialog, QPoint()).y());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

QTEST_MAIN(tst_Versions)
#include "tst_versions.moc"
