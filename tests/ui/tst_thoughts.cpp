// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptFixture.h"
#include "ui/chat/transcript/EntryChrome.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QRandomGenerator>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

Turn thinkingTurn(const QString &reasoning, const QString &reply,
                  TurnState state = TurnState::Complete)
{
    Turn turn = turnOf(TheTurn.value, u"Why?"_s, reply, state);
    turn.reasoning = reasoning;
    if (!reply.isEmpty())
        turn.cost.timeToFirstText = Measured<Milliseconds>::reported(Milliseconds(12000));
    return turn;
}

} // namespace

/// What a model thought aloud, and replies that are JSON.
class tst_Thoughts : public QObject
{
    Q_OBJECT

private slots:
    void foldWhenTheReplyBegins();
    void stayOpenWhenTheUserOpenedThem();
    void theMouseFolds();
    void theKeyboardFolds();
    void screenReadersKnow();
    void copiesLeaveThemOut();
    void foldedOnesCostNothing();
    void inlineThoughtsAreThoughts();
    void lateThoughtsWaitForTheEnd();
    void streamedAndWholeLookAlike_data();
    void streamedAndWholeLookAlike();
    void jsonRepliesAreCode();
};

void tst_Thoughts::foldWhenTheReplyBegins()
{
    Fixture fixture({thinkingTurn({}, {}, TurnState::Pending)});
    const Entry &entry = fixture.view.stack().at(1);
    fixture.view.appendReasoning(TheTurn, u"First, *this*.\n\nThen "_s);
    fixture.view.appendReasoning(TheTurn, u"that."_s);
    fixture.settle();
    QVERIFY(entry.hasThoughts());
    QVERIFY(!entry.isFolded());
    QCOMPARE(entry.leafCount(), 3);
    QCOMPARE(EntryChrome::thoughtLabel(entry), u"Thinking…"_s);
    const qint64 open = entry.height();

    fixture.view.appendReply(TheTurn, u"Yes."_s);
    fixture.view.updateTurn(
        thinkingTurn(u"First, *this*.\n\nThen that."_s, u"Yes."_s, TurnState::Streaming));
    fixture.settle();
    QVERIFY(entry.isFolded());
    QVERIFY(entry.height() < open);
    QCOMPARE(EntryChrome::thoughtLabel(entry), u"Thought for 12 s"_s);
    QCOMPARE(fixture.shown(), fixture.painted());
}

void tst_Thoughts::stayOpenWhenTheUserOpenedThem()
{
    Fixture fixture({thinkingTurn(u"Hm"_s, {}, TurnState::Pending)});
    const Entry &entry = fixture.view.stack().at(1);
    fixture.view.trigger(1, EntryAction::HideThoughts);
    fixture.settle();
    QVERIFY(entry.isFolded());
    fixture.view.trigger(1, EntryAction::ShowThoughts);
    fixture.view.appendReply(TheTurn, u"Yes."_s);
    fixture.settle();
    QVERIFY(!entry.isFolded());
}

void tst_Thoughts::theMouseFolds()
{
    Fixture fixture({thinkingTurn(longMarkdown(300), longMarkdown(20))});
    fixture.bar()->setValue(0);
    fixture.settle();
    const Entry &entry = fixture.view.stack().at(1);
    const QRect closed = fixture.view.actionRect(1, EntryAction::ShowThoughts);
    QVERIFY(!closed.isEmpty());
    const qint64 height = entry.height();
    QTest::mouseMove(fixture.view.viewport(), closed.center());
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, closed.center());
    fixture.settle();
    QVERIFY(!entry.isFolded());
    QVERIFY(entry.height() > height + 3000);
    QCOMPARE(fixture.view.actionRect(1, EntryAction::HideThoughts), closed);
    QCOMPARE(fixture.shown(), fixture.painted());
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, closed.center());
    fixture.settle();
    QCOMPARE(entry.height(), height);
    QCOMPARE(fixture.shown(), fixture.painted());
}

void tst_Thoughts::theKeyboardFolds()
{
    Fixture fixture({thinkingTurn(u"Hm"_s, u"Yes"_s)});
    const Entry &entry = fixture.view.stack().at(1);
    fixture.view.setFocus();
    fixture.view.setFocusedEntry(1);
    QTest::keyClick(&fixture.view, Qt::Key_Right);
    QTest::keyClick(&fixture.view, Qt::Key_Return);
    fixture.settle();
    QVERIFY(!entry.isFolded());
    QTest::keyClick(&fixture.view, Qt::Key_Space);
    fixture.settle();
    QVERIFY(entry.isFolded());
}

void tst_Thoughts::screenReadersKnow()
{
    Fixture fixture({thinkingTurn(u"Because *so*"_s, u"Yes"_s)});
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&fixture.view);
    QAccessibleInterface *reply = list->child(1);
    QCOMPARE(reply->text(QAccessible::Name), u"Assistant: Yes"_s);
    QAccessibleInterface *button = reply->child(0);
    QCOMPARE(button->text(QAccessible::Name), u"Show reasoning"_s);
    QCOMPARE(button->role(), QAccessible::Button);
    QVERIFY(button->rect().isValid());
    button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(reply->text(QAccessible::Name), u"Assistant: Yes\nReasoning: Because so"_s);
    QCOMPARE(reply->child(0)->text(QAccessible::Name), u"Hide reasoning"_s);
}

void tst_Thoughts::copiesLeaveThemOut()
{
    Fixture fixture({thinkingTurn(u"Hm\n\n- one"_s, u"Yes **indeed**"_s)});
    fixture.view.trigger(1, EntryAction::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Yes indeed"_s);
    fixture.view.selectAll();
    QCOMPARE(fixture.view.selectedText(), u"Why?\n\nYes indeed"_s);
    fixture.view.trigger(1, EntryAction::ShowThoughts);
    QCOMPARE(fixture.view.selectedText(), u"Why?\n\nHm\n\n• one\n\nYes indeed"_s);
    fixture.view.trigger(1, EntryAction::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Yes indeed"_s);
}

void tst_Thoughts::foldedOnesCostNothing()
{
    Fixture fixture({thinkingTurn(longMarkdown(4000), u"Yes"_s)});
    QVERIFY(fixture.view.stack().at(1).leafCount() > 3000);
    QVERIFY(layoutsMade(fixture.view.stack()) < 10);
    QTest::keyClick(&fixture.view, Qt::Key_Home);
    QTest::keyClick(&fixture.view, Qt::Key_End);
    fixture.settle();
    QVERIFY(layoutsMade(fixture.view.stack()) < 20);
    QCOMPARE(fixture.bar()->maximum(), 0);
}

void tst_Thoughts::inlineThoughtsAreThoughts()
{
    const QString reply = u"<think>\nSome `code`\n```\nopen\n</think>\n\nYes."_s;
    Fixture fixture({thinkingTurn({}, reply)});
    const Entry &entry = fixture.view.stack().at(1);
    QVERIFY(entry.isFolded());
    QCOMPARE(entry.plainText(), u"Yes."_s);
    QCOMPARE(entry.source(), reply);
    QCOMPARE(entry.text().plainThoughts(), u"Some code\nopen"_s);
}

void tst_Thoughts::lateThoughtsWaitForTheEnd()
{
    Fixture fixture({thinkingTurn({}, u"Yes."_s, TurnState::Streaming)});
    const Entry &entry = fixture.view.stack().at(1);
    fixture.view.appendReasoning(TheTurn, u"Hm."_s);
    fixture.settle();
    QVERIFY(!entry.hasThoughts());
    fixture.view.updateTurn(thinkingTurn(u"Hm."_s, u"Yes."_s));
    fixture.settle();
    QVERIFY(entry.hasThoughts());
    QCOMPARE(entry.text().plainThoughts(), u"Hm."_s);
    QCOMPARE(entry.plainText(), u"Yes."_s);
}

void tst_Thoughts::streamedAndWholeLookAlike_data()
{
    QTest::addColumn<QString>("reasoning");
    QTest::addColumn<QString>("reply");

    const QString markdown = u"Hm:\n\n1. one\n   ```cpp\n   int a;\n   ```\n\n> quote\n\nSo."_s;
    QTest::newRow("reasoning") << markdown << u"Yes, *so*."_s;
    QTest::newRow("inline") << QString() << u"<think>"_s + markdown + u"</think>\nYes."_s;
    QTest::newRow("json") << QString() << u"{\"a\":[1,2,{\"b\":\"c\"}]}"_s;
}

void tst_Thoughts::streamedAndWholeLookAlike()
{
    QFETCH(QString, reasoning);
    QFETCH(QString, reply);
    QRandomGenerator random(3);
    for (int round = 0; round < 4; ++round) {
        Fixture streamed({thinkingTurn({}, {}, TurnState::Pending)});
        for (qsizetype at = 0, step = 1; at < reasoning.size(); at += step) {
            step = 1 + random.bounded(9);
            streamed.view.appendReasoning(TheTurn, reasoning.mid(at, step));
            streamed.view.processPendingText();
        }
        for (qsizetype at = 0, step = 1; at < reply.size(); at += step) {
            step = 1 + random.bounded(9);
            streamed.view.appendReply(TheTurn, reply.mid(at, step));
            streamed.view.processPendingText();
        }
        const Turn turn = thinkingTurn(reasoning, reply);
        streamed.view.updateTurn(turn);
        Fixture whole({turn});
        for (Fixture *fixture : {&streamed, &whole}) {
            fixture->view.trigger(1, EntryAction::ShowThoughts);
            fixture->settle();
        }
        QCOMPARE(streamed.shown(), streamed.painted());
        QCOMPARE(streamed.view.viewport()->grab().toImage(),
                 whole.view.viewport()->grab().toImage());
    }
}

void tst_Thoughts::jsonRepliesAreCode()
{
    const QString json = u"{\"a\":[1,2]}"_s;
    Fixture fixture({turnOf(TheTurn.value, u"Why?"_s, json)});
    const Entry &entry = fixture.view.stack().at(1);
    QCOMPARE(entry.leaves().first().kind, LeafKind::CodeHead);
    QCOMPARE(entry.plainText(), u"{\n  \"a\": [\n    1,\n    2\n  ]\n}"_s);
    QCOMPARE(entry.source(), json);
}

QTEST_MAIN(tst_Thoughts)
#include "tst_thoughts.moc"
