// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "Wire.h"

#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace litedeck;
using namespace litedeck::test;

namespace {

/// Opens the settings of the shown chat by keyboard; null when they do not come.
QDialog *openSettings(Deck &deck)
{
    QTest::keyClick(deck.find(u"message"_s), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    for (auto *dialog : deck.window().findChildren<QDialog *>(u"conversationSettings"_s)) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void write(QDialog *dialog, const QString &field, const QString &text)
{
    auto *edit = dialog->findChild<QWidget *>(field);
    edit->setFocus();
    QTest::keyClicks(edit, text);
}

void save(QDialog *dialog)
{
    QTest::keyClick(dialog->findChild<QWidget *>(u"settingsSave"_s), Qt::Key_Space);
}

QJsonArray messagesOf(const QJsonObject &body)
{
    return body.value("messages"_L1).toArray();
}

} // namespace

class tst_Conversation : public QObject
{
    Q_OBJECT

private slots:
    void sendsNothingThatIsNotSet();
    void aNewChatTakesItsSettingsAlong();
    void settingsHoldFromTheNextMessageOn();
    void aNewChatCanBeBilledAsAWhole();
    void defaultsHoldForNewChatsAndAfterARestart();
};

void tst_Conversation::sendsNothingThatIsNotSet()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    const QJsonObject body = lastCall(deck);
    QCOMPARE(messagesOf(body).size(), 1);
    for (const char *name :
         {"temperature", "max_tokens", "top_p", "frequency_penalty", "presence_penalty", "stop"})
        QVERIFY2(!body.contains(QLatin1StringView(name)), name);
}

void tst_Conversation::aNewChatTakesItsSettingsAlong()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QDialog *dialog = openSettings(deck);
    QVERIFY(dialog);
    write(dialog, u"systemPrompt"_s, u"Answer in rhymes."_s);
    write(dialog, u"temperature"_s, u"0.2"_s);
    write(dialog, u"maxTokens"_s, u"300"_s);
    write(dialog, u"topP"_s, u"0.9"_s);
    write(dialog, u"frequencyPenalty"_s, u"-1"_s);
    write(dialog, u"presencePenalty"_s, u"1.5"_s);
    write(dialog, u"stopSequences"_s, u"END\\n"_s);
    save(dialog);
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    const QJsonObject body = lastCall(deck);
    const QJsonArray messages = messagesOf(body);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).toObject(),
             (QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, u"Answer in rhymes."_s}}));
    QCOMPARE(messages.at(1).toObject().value("content"_L1).toString(), u"Hello"_s);
    QCOMPARE(body.value("temperature"_L1).toDouble(), 0.2);
    QCOMPARE(body.value("max_tokens"_L1).toInt(), 300);
    QCOMPARE(body.value("top_p"_L1).toDouble(), 0.9);
    QCOMPARE(body.value("frequency_penalty"_L1).toDouble(), -1.0);
    QCOMPARE(body.value("presence_penalty"_L1).toDouble(), 1.5);
    QCOMPARE(body.value("stop"_L1).toArray(), QJsonArray{u"END\n"_s});

    // The chat after it begins without them.
    deck.find<QPushButton>(u"newChat"_s)->click();
    deck.send(u"Hello again"_s);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(messagesOf(lastCall(deck)).size(), 1);
}

void tst_Conversation::settingsHoldFromTheNextMessageOn()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    QDialog *dialog = openSettings(deck);
    QVERIFY(dialog);
    write(dialog, u"systemPrompt"_s, u"Be kind."_s);
    save(dialog);
    deck.send(u"Go on"_s);
    QTRY_VERIFY(deck.session()->conversation().turns.size() == 2 && deck.isOver());
    QCOMPARE(messagesOf(lastCall(deck)).at(0).toObject().value("role"_L1).toString(), u"system"_s);

    // They are kept with the conversation.
    deck.open();
    QVERIFY(deck.openConversation());
    dialog = openSettings(deck);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"systemPrompt"_s)->toPlainText(), u"Be kind."_s);
}

void tst_Conversation::aNewChatCanBeBilledAsAWhole()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    const int before = deck.gateway.creditsRemaining();
    QDialog *dialog = openSettings(deck);
    auto *whole = dialog->findChild<QRadioButton *>(u"billPerConversation"_s);
    QTest::keyClick(whole, Qt::Key_Space);
    save(dialog);
    deck.send(u"Hello"_s);
    QVERIFY(deck.passUntil([&deck] { return deck.isOver(); }));
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(!deck.session()->conversation().openJob.isEmpty());
    QCOMPARE(deck.gateway.countRequests("POST", u"/api/jobs/create"_s), 1);
    QCOMPARE(deck.gateway.creditsRemaining(), before);
    QVERIFY(deck.find(u"openJobBar"_s)->isVisible());
}

void tst_Conversation::defaultsHoldForNewChatsAndAfterARestart()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QDialog *dialog = openSettings(deck);
    write(dialog, u"systemPrompt"_s, u"Be brief."_s);
    QTest::keyClick(dialog->findChild<QCheckBox *>(u"useAsDefault"_s), Qt::Key_Space);
    save(dialog);
    deck.send(u"One"_s);
    QTRY_VERIFY(deck.isOver());
    deck.open();
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Two"_s);
    QTRY_VERIFY(deck.isOver() && deck.lastTurn().prompt == "Two"_L1);
    const QJsonArray messages = messagesOf(lastCall(deck));
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).toObject().value("content"_L1).toString(), u"Be brief."_s);
}

QTEST_MAIN(tst_Conversation)
#include "tst_conversation.moc"
