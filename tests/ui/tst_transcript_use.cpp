// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptFixture.h"
#include "ui/chat/transcript/EntryChrome.h"
#include "ui/chat/transcript/EntryStack.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

QStringList childNames(QAccessibleInterface *parent)
{
    QStringList names;
    for (int i = 0; i < parent->childCount(); ++i)
        names.append(parent->child(i)->text(QAccessible::Name));
    return names;
}

} // namespace

/// What a person does with the transcript, with mouse, keys and screen reader.
class tst_TranscriptUse : public QObject
{
    Q_OBJECT

private slots:
    void selectionIsTheText();
    void copiesWithTheMouse();
    void namesForScreenReaders();
    void costBreaksBetweenItsParts();
    void actionsByKeyboard();
    void offersActionsThatApply_data();
    void offersActionsThatApply();
    void linksAreReportedNotOpened();
    void onlySafeLinksAreOffered_data();
    void onlySafeLinksAreOffered();
    void copyButtonOfCodeStaysInReach();
    void rightToLeftParagraphs();
    void updatesKeepTheText();
};

void tst_TranscriptUse::selectionIsTheText()
{
    Fixture fixture(
        {turnOf(u"a"_s, u"First line\nsecond line"_s,
                u"# Title\n\nText with **strong** words.\n\n- one\n- two\n\n"
                "```cpp\nint a;\n  int b;\n```\n\n| A | B |\n|---|---|\n| 1 | `2` |"_s)});
    QTest::keyClick(&fixture.view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&fixture.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"First line\nsecond line\n\nTitle\n\nText with strong words.\n\n• one\n• two\n\n"
             "int a;\n  int b;\n\nA\tB\n1\t2"_s);
}

void tst_TranscriptUse::copiesWithTheMouse()
{
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, u"First paragraph.\n\nSecond paragraph."_s)});
    QWidget *viewport = fixture.view.viewport();
    const QRect entry = fixture.view.entryRect(1);
    const int left = entry.left();
    const int top = entry.top() + EntryChrome::headHeight(fixture.view.stack().at(1));
    QTest::mousePress(viewport, Qt::LeftButton, {}, {left, top + 4});
    QTest::mouseMove(viewport, {left + 300, top + 5});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {left + 500, top + 8});
    QCOMPARE(fixture.view.selectedText(), u"First paragraph."_s);
    QTest::mouseDClick(viewport, Qt::LeftButton, {}, {left + 8, top + 8});
    QCOMPARE(fixture.view.selectedText(), u"First"_s);
}

void tst_TranscriptUse::namesForScreenReaders()
{
    Fixture fixture({turnOf(u"a"_s, u"Why?"_s, u"**Because** of *this*."_s),
                     turnOf(u"b"_s, u"More"_s, longMarkdown(100))});
    fixture.view.setCostText({u"a"_s}, u"Cost: $0.0042"_s);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&fixture.view);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Transcript"_s);
    QCOMPARE(list->childCount(), 4);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"You: Why?"_s);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"Assistant: Because of this."_s);
    QVERIFY(list->child(3)->text(QAccessible::Name).contains(u"plain item 98"_s));
    QCOMPARE(childNames(list->child(1)),
             QStringList({u"Cost: $0.0042"_s, u"Copy"_s, u"Regenerate"_s}));
    QCOMPARE(list->child(1)->parent(), list);
    QCOMPARE(list->indexOfChild(list->child(2)), 2);

    QSignalSpy spy(&fixture.view, &TranscriptView::actionRequested);
    QAccessibleInterface *button = list->child(1)->child(2);
    QCOMPARE(button->role(), QAccessible::Button);
    button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<EntryAction>(), EntryAction(EntryAction::Regenerate));
    QCOMPARE(spy[0][1].value<TurnId>(), TurnId{u"a"_s});

    fixture.view.setTurns({});
    QCOMPARE(list->childCount(), 0);
}

void tst_TranscriptUse::costBreaksBetweenItsParts()
{
    EntryStack stack(EntryFrame{{QFont(), QPalette()}, 2000});
    stack.setTurns({turnOf(u"a"_s, u"Why?"_s, u"Because."_s)});
    const QString cost = u"Cost: $0.0157 · 238 tokens in, 1,517 tokens out · 2.8 s in all"_s;
    Entry &entry = stack.at(1);
    Entry::Details details = entry.details();
    details.costText = cost;
    entry.setDetails(details);
    const QRect wide = EntryChrome::costRect(entry);
    stack.setFrame({QFont(), QPalette()}, wide.width() * 2 / 3);
    const QRect narrow = EntryChrome::costRect(entry);
    QVERIFY(narrow.height() > wide.height());
    QVERIFY(narrow.bottom() < EntryChrome::buttons(entry).constFirst().rect.top());
    QString line = EntryChrome::costLine(entry);
    QCOMPARE(line.split(u' ').size(), 3);
    QCOMPARE(line.replace(QChar::Nbsp, u' '), cost);
}

void tst_TranscriptUse::actionsByKeyboard()
{
    Fixture fixture(
        {turnOf(u"a"_s, u"Why?"_s, u"Because."_s), turnOf(u"b"_s, u"And?"_s, u"So."_s)});
    fixture.view.setFocus();
    fixture.view.setFocusedEntry(0);
    QTest::keyClick(&fixture.view, Qt::Key_Down);
    QCOMPARE(fixture.view.focusedEntry(), 1);
    QTest::keyClick(&fixture.view, Qt::Key_Down);
    QCOMPARE(fixture.view.focusedEntry(), 2);
    QSignalSpy spy(&fixture.view, &TranscriptView::actionRequested);
    QTest::keyClick(&fixture.view, Qt::Key_Right);
    QTest::keyClick(&fixture.view, Qt::Key_Right);
    QTest::keyClick(&fixture.view, Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<EntryAction>(), EntryAction(EntryAction::Edit));
    QCOMPARE(spy[0][1].value<TurnId>(), TurnId{u"b"_s});
    QTest::keyClick(&fixture.view, Qt::Key_Up);
    QCOMPARE(fixture.view.focusedEntry(), 1);
}

void tst_TranscriptUse::offersActionsThatApply_data()
{
    using Actions = QList<EntryAction>;
    QTest::addColumn<TurnState>("state");
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("finishReason");
    QTest::addColumn<Actions>("actions");
    const auto row = [](const char *name, TurnState state, const QString &reply,
                        const QString &finishReason, const Actions &actions) {
        QTest::newRow(name) << state << reply << finishReason << actions;
    };
    using enum EntryAction::Kind;
    row("pending", TurnState::Pending, {}, {}, {});
    row("streaming", TurnState::Streaming, u"a"_s, {}, {Copy});
    row("complete", TurnState::Complete, u"a"_s, u"stop"_s, {Copy, Regenerate});
    row("cut at the limit", TurnState::Complete, u"a"_s, u"length"_s, {Copy, Continue, Regenerate});
    row("cut at the limit, Gemini", TurnState::Complete, u"a"_s, u"MAX_TOKENS"_s,
        {Copy, Continue, Regenerate});
    row("the provider failed", TurnState::Complete, u"a"_s, u"error"_s,
        {Copy, Continue, Regenerate});
    row("filtered", TurnState::Complete, u"a"_s, u"SAFETY"_s, {Copy, Regenerate});
    row("stopped", TurnState::Stopped, u"a"_s, {}, {Copy, Continue, Regenerate});
    row("stopped early", TurnState::Stopped, {}, {}, {Regenerate});
    row("failed", TurnState::Failed, {}, {}, {WayOut::Retry});
    row("interrupted", TurnState::Interrupted, u"a"_s, {}, {Copy, Continue, Regenerate});
}

void tst_TranscriptUse::offersActionsThatApply()
{
    QFETCH(TurnState, state);
    QFETCH(QString, reply);
    QFETCH(QString, finishReason);
    QFETCH(QList<EntryAction>, actions);
    Turn turn = turnOf(u"a"_s, u"Why?"_s, reply, state);
    turn.finishReason = finishReason;
    Fixture fixture({turn});
    QCOMPARE(EntryChrome::actions(fixture.view.stack().at(1)), actions);
}

void tst_TranscriptUse::linksAreReportedNotOpened()
{
    Fixture fixture({turnOf(u"a"_s, u"Why?"_s, u"[target](https://example.org/a?b=c) and more"_s)});
    QSignalSpy spy(&fixture.view, &TranscriptView::linkActivated);
    const QRect entry = fixture.view.entryRect(1);
    const int top = entry.top() + EntryChrome::headHeight(fixture.view.stack().at(1));
    QTest::mouseMove(fixture.view.viewport(), {entry.left() + 10, top + 10});
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, {entry.left() + 10, top + 10});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toString(), u"https://example.org/a?b=c"_s);
    QCOMPARE(fixture.view.viewport()->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, {entry.left() + 400, top + 10});
    QCOMPARE(spy.size(), 1);
}

void tst_TranscriptUse::onlySafeLinksAreOffered_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("tip");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("web") << u"https://example.org/a?b=c"_s << u"https://example.org/a?b=c"_s
                         << true;
    QTest::newRow("another alphabet")
        << u"https://аррӏе.com/"_s << u"https://xn--80ak6aa92e.com/"_s << true;
    QTest::newRow("script") << u"javascript:alert(1)"_s << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u"file:///etc/passwd"_s << false;
}

void tst_TranscriptUse::onlySafeLinksAreOffered()
{
    QFETCH(QString, link);
    QFETCH(bool, isOffered);
    Fixture fixture({turnOf(u"a"_s, u"Why?"_s, u"[target](%1) and more"_s.arg(link))});
    QWidget *viewport = fixture.view.viewport();
    const QRect entry = fixture.view.entryRect(1);
    const QPoint place(entry.left() + 10,
                       entry.top() + 10 + EntryChrome::headHeight(fixture.view.stack().at(1)));
    QMouseEvent move(QEvent::MouseMove, place, viewport->mapToGlobal(place), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &move);
    QTEST(viewport->toolTip(), "tip");

    QContextMenuEvent event(QContextMenuEvent::Mouse, place, viewport->mapToGlobal(place));
    QCoreApplication::sendEvent(viewport, &event);
    auto *menu = fixture.view.findChild<QMenu *>(u"transcriptMenu"_s);
    QVERIFY(menu);
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts += action->text();
    QVERIFY(texts.contains(u"Copy link"_s));
    QCOMPARE(texts.contains(u"Open link"_s), isOffered);
    menu->close();
}

void tst_TranscriptUse::copyButtonOfCodeStaysInReach()
{
    QString code;
    for (int i = 0; i < 200; ++i)
        code += u"line %1;\n"_s.arg(i);
    Fixture fixture({turnOf(u"a"_s, u"Why?"_s, u"```cpp\n"_s + code + u"```\n"_s)});
    fixture.bar()->setValue(fixture.bar()->maximum() / 2);
    fixture.settle();
    const QRect entry = fixture.view.entryRect(1);
    QGuiApplication::clipboard()->clear();
    QTest::mouseMove(fixture.view.viewport(), {entry.right() - 30, 16});
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, {entry.right() - 30, 16});
    QCOMPARE(QGuiApplication::clipboard()->text(), code);
}

void tst_TranscriptUse::rightToLeftParagraphs()
{
    Fixture fixture({turnOf(u"a"_s, u"Why?"_s, u"Latin text\n\nهذه فقرة باللغة العربية"_s)});
    const Entry &entry = fixture.view.stack().at(1);
    QVERIFY(!entry.layout(0)->isRightToLeft());
    QVERIFY(entry.layout(1)->isRightToLeft());
    const int width = fixture.view.stack().frame().width;
    // The text begins at the right edge.
    QCOMPARE(entry.layout(1)->offsetAt(QPointF(width - 1, 5)), 0);
    QCOMPARE(entry.layout(0)->offsetAt(QPointF(1, 5)), 0);
    // The middle is beyond the end of both short lines.
    QCOMPARE(entry.layout(1)->offsetAt(QPointF(width / 2.0, 5)), entry.layout(1)->textLength());
    QCOMPARE(entry.layout(0)->offsetAt(QPointF(width / 2.0, 5)), entry.layout(0)->textLength());
}

void tst_TranscriptUse::updatesKeepTheText()
{
    Turn turn = turnOf(TheTurn.value, u"Why?"_s, u"Because"_s, TurnState::Streaming);
    Fixture fixture({turn});
    fixture.view.appendReply(TheTurn, u" of this."_s);
    fixture.settle();
    turn.reply = u"Because of this."_s;
    turn.state = TurnState::Complete;
    turn.jobId.value = u"job"_s;
    fixture.view.updateTurn(turn);
    fixture.settle();
    const Entry &entry = fixture.view.stack().at(1);
    QCOMPARE(entry.plainText(), u"Because of this."_s);
    QVERIFY(EntryChrome::actions(entry).contains(EntryAction::JobDetails));
    QSignalSpy spy(&fixture.view, &TranscriptView::actionRequested);
    const QRect button = fixture.view.actionRect(1, EntryAction::JobDetails);
    QTest::mouseMove(fixture.view.viewport(), button.center());
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, button.center());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<EntryAction>(), EntryAction(EntryAction::JobDetails));
    QCOMPARE(spy[0][1].value<TurnId>(), TheTurn);
}

QTEST_MAIN(tst_TranscriptUse)
#include "tst_transcript_use.moc"
