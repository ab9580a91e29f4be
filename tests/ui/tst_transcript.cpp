// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/transcript/EntryChrome.h"
#include "chat/transcript/EntryStack.h"
#include "chat/transcript/HeightIndex.h"
#include "chat/transcript/TranscriptView.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

const TurnId kTurn{u"turn"_s};

Turn turnOf(const QString &id, const QString &prompt, const QString &reply,
            TurnState state = TurnState::Complete)
{
    Turn turn;
    turn.id.value = id;
    turn.model.value = u"model"_s;
    turn.prompt = prompt;
    turn.reply = reply;
    turn.state = state;
    return turn;
}

/// Markdown with about as many leaves as lines.
QString longMarkdown(int lines)
{
    QString text;
    for (int i = 0; i < lines; ++i) {
        switch (i % 6) {
        case 0:
            text += u"\n## Section %1\n\n"_s.arg(i);
            break;
        case 1:
            text += u"- item **%1** of a list\n"_s.arg(i);
            break;
        case 5:
            text += u"\nParagraph %1 with `code` and *emphasis*.\n\n"_s.arg(i);
            break;
        default:
            text += u"- plain item %1\n"_s.arg(i);
        }
    }
    return text;
}

/// A shown view, with nothing waiting to be laid out.
class Fixture
{
public:
    explicit Fixture(const QList<Turn> &turns, QSize size = {900, 600})
    {
        view.resize(size);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setTurns(turns);
        settle();
    }

    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            QCoreApplication::processEvents();
            view.processPendingText();
        }
    }

    /// What stands on the screen after blitting, not a fresh painting.
    QImage shown() { return view.screen()->grabWindow(view.winId()).toImage(); }
    QImage painted() { return view.grab().toImage().convertToFormat(shown().format()); }

    QScrollBar *bar() { return view.verticalScrollBar(); }

    TranscriptView view;
};

QStringList childNames(QAccessibleInterface *parent)
{
    QStringList names;
    for (int i = 0; i < parent->childCount(); ++i)
        names.append(parent->child(i)->text(QAccessible::Name));
    return names;
}

} // namespace

class TranscriptTest : public QObject
{
    Q_OBJECT

private slots:
    void heightsEqualPlainSums();
    void showsTheEndFirst();
    void followsOnlyAtTheEnd();
    void readingPlaceStaysWhileTextArrives();
    void scrollingUpAndDownComesBack();
    void blittingLeavesNothingBehind();
    void layoutsAreLinearInTheText();
    void nothingIsLaidOutOutOfSight();
    void aBurstIsTakenInSlices();
    void wideningLaysOutOnlyWhatIsInSight();
    void selectionIsTheText();
    void copiesWithTheMouse();
    void namesForScreenReaders();
    void actionsByKeyboard();
    void offersActionsThatApply_data();
    void offersActionsThatApply();
    void linksAreReportedNotOpened();
    void copyButtonOfCodeStaysInReach();
    void rightToLeftParagraphs();
    void updatesKeepTheText();
    void paintsTextThatShrankSinceTheLastFrame_data();
    void paintsTextThatShrankSinceTheLastFrame();
    void streamedAndWholeRepliesLookAlike();
    void theWayBackToTheEnd();
    void hiddenViewsCatchUpWhenShown();
    void stylesOfOpenEndsAreSettled();
};

void TranscriptTest::heightsEqualPlainSums()
{
    HeightIndex index;
    QList<int> plain;
    QRandomGenerator random(7);
    for (int step = 0; step < 3000; ++step) {
        if (plain.isEmpty() || random.bounded(3) > 0) {
            plain.append(random.bounded(50));
            index.append(plain.last());
        } else if (random.bounded(20) == 0) {
            plain.resize(random.bounded(int(plain.size())));
            index.truncate(plain.size());
        } else {
            const int row = random.bounded(int(plain.size()));
            plain[row] = random.bounded(50);
            index.setHeight(row, plain[row]);
        }
        const auto rows = qsizetype(random.bounded(int(plain.size()) + 1));
        const qint64 top = std::accumulate(plain.cbegin(), plain.cbegin() + rows, qint64(0));
        QCOMPARE(index.top(rows), top);
        if (rows < plain.size() && plain[rows] > 0) {
            QCOMPARE(index.rowAt(top), rows);
            QCOMPARE(index.rowAt(top + plain[rows] - 1), rows);
        }
    }
}

void TranscriptTest::showsTheEndFirst()
{
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, longMarkdown(300)),
                     turnOf(u"b"_s, u"Last question"_s, u"Last words."_s)});
    QVERIFY(fixture.view.isAtEnd());
    QVERIFY(!fixture.view.entryRect(3).isEmpty());
    QVERIFY(fixture.view.entryRect(0).isEmpty());
    QCOMPARE(fixture.bar()->value(), fixture.bar()->maximum());
}

void TranscriptTest::followsOnlyAtTheEnd()
{
    Fixture fixture({turnOf(kTurn.value, u"Question"_s, longMarkdown(200), TurnState::Streaming)});
    fixture.view.appendReply(kTurn, u"\n\n"_s + longMarkdown(50));
    fixture.settle();
    QVERIFY(fixture.view.isAtEnd());
    QCOMPARE(fixture.bar()->value(), fixture.bar()->maximum());

    fixture.bar()->setValue(fixture.bar()->value() - 100);
    QVERIFY(!fixture.view.isAtEnd());
    fixture.view.appendReply(kTurn, u"\n\n"_s + longMarkdown(50));
    fixture.settle();
    QVERIFY(fixture.bar()->value() < fixture.bar()->maximum() - 100);

    QTest::keyClick(&fixture.view, Qt::Key_End);
    fixture.settle();
    QVERIFY(fixture.view.isAtEnd());
    QCOMPARE(fixture.bar()->value(), fixture.bar()->maximum());
}

void TranscriptTest::readingPlaceStaysWhileTextArrives()
{
    Fixture fixture({turnOf(kTurn.value, u"Question"_s, longMarkdown(400), TurnState::Streaming)});
    fixture.bar()->setValue(fixture.bar()->maximum() / 2);
    fixture.settle();
    const QImage before = fixture.view.viewport()->grab().toImage();
    fixture.view.appendReply(kTurn, u"\n\nmore"_s);
    fixture.settle();
    QCOMPARE(fixture.view.viewport()->grab().toImage(), before);
}

void TranscriptTest::scrollingUpAndDownComesBack()
{
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, longMarkdown(300))});
    const QImage before = fixture.view.viewport()->grab().toImage();
    for (int i = 0; i < 30; ++i)
        fixture.bar()->setValue(fixture.bar()->value() - 57);
    fixture.settle();
    QVERIFY(fixture.view.viewport()->grab().toImage() != before);
    for (int i = 0; i < 30; ++i)
        fixture.bar()->setValue(fixture.bar()->value() + 57);
    fixture.settle();
    QCOMPARE(fixture.view.viewport()->grab().toImage(), before);
}

void TranscriptTest::blittingLeavesNothingBehind()
{
    QString code;
    for (int i = 0; i < 60; ++i)
        code += u"line %1;\n"_s.arg(i);
    const QString reply = longMarkdown(60) + u"\n```cpp\n"_s + code +
                          u"```\n\n> quote\n> more\n\n"_s + longMarkdown(30);
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, reply), turnOf(u"b"_s, u"Second"_s, reply),
                     turnOf(kTurn.value, u"Third"_s, u"text"_s, TurnState::Streaming)});
    QRandomGenerator random(11);
    for (int step = 0; step < 120; ++step) {
        const int pixels = random.bounded(7) == 0 ? random.bounded(900) : random.bounded(90);
        fixture.bar()->setValue(fixture.bar()->value() + (step % 40 < 25 ? -pixels : pixels));
        if (step % 5 == 0)
            fixture.view.appendReply(kTurn, u"more **text** "_s);
        fixture.settle();
        QVERIFY2(fixture.shown() == fixture.painted(), qPrintable(QString::number(step)));
    }
}

void TranscriptTest::layoutsAreLinearInTheText()
{
    const auto layoutsFor = [](int lines) {
        Fixture fixture({turnOf(kTurn.value, u"Question"_s, {}, TurnState::Streaming)});
        const QString text = longMarkdown(lines);
        quint64 updates = 0;
        for (qsizetype at = 0; at < text.size(); at += 60) {
            fixture.view.appendReply(kTurn, text.mid(at, 60));
            fixture.view.processPendingText();
            ++updates;
        }
        const auto leaves = quint64(fixture.view.stack().at(1).leafCount());
        const quint64 layouts = fixture.view.stack().layoutsMade();
        return std::pair(layouts, 2 * updates + 2 * leaves);
    };
    const auto [few, fewAllowed] = layoutsFor(300);
    const auto [many, manyAllowed] = layoutsFor(1200);
    QVERIFY2(few <= fewAllowed, qPrintable(u"%1 > %2"_s.arg(few).arg(fewAllowed)));
    QVERIFY2(many <= manyAllowed, qPrintable(u"%1 > %2"_s.arg(many).arg(manyAllowed)));
    QVERIFY2(many <= 5 * few, qPrintable(u"%1 after %2"_s.arg(many).arg(few)));
}

void TranscriptTest::nothingIsLaidOutOutOfSight()
{
    QList<Turn> turns;
    for (int i = 0; i < 500; ++i)
        turns.append(turnOf(QString::number(i), u"Question"_s, longMarkdown(30)));
    Fixture fixture(turns);
    QVERIFY(fixture.view.stack().layoutCount() < 60);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&fixture.view, Qt::Key_PageUp);
    fixture.settle();
    QVERIFY(fixture.view.stack().layoutCount() < 80);
    QVERIFY(fixture.view.stack().at(1).hasUnread());
}

void TranscriptTest::aBurstIsTakenInSlices()
{
    Fixture fixture({turnOf(kTurn.value, u"Question"_s, {}, TurnState::Streaming)});
    fixture.view.appendReply(kTurn, longMarkdown(8000));
    fixture.view.processPendingText();
    QVERIFY(fixture.view.stack().layoutsMade() < 100);
    for (int i = 0; i < 1000 && fixture.view.stack().at(1).hasUnread(); ++i)
        fixture.view.processPendingText();
    QVERIFY(!fixture.view.stack().at(1).hasUnread());
    QVERIFY(fixture.view.stack().at(1).leafCount() > 7000);
    QVERIFY(fixture.view.stack().layoutCount() < 80);
}

void TranscriptTest::wideningLaysOutOnlyWhatIsInSight()
{
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, longMarkdown(3000))});
    const quint64 before = fixture.view.stack().layoutsMade();
    fixture.view.resize(600, 600);
    fixture.settle();
    QVERIFY(fixture.view.stack().layoutsMade() - before < 100);
    QVERIFY(fixture.view.isAtEnd());
}

void TranscriptTest::selectionIsTheText()
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

void TranscriptTest::copiesWithTheMouse()
{
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, u"First paragraph.\n\nSecond paragraph."_s)});
    QWidget *viewport = fixture.view.viewport();
    const QRect entry = fixture.view.entryRect(1);
    const int left = entry.left();
    const int top = entry.top() + EntryChrome::headHeight(fixture.view.stack().at(1),
                                                          fixture.view.stack().frame().style);
    QTest::mousePress(viewport, Qt::LeftButton, {}, {left, top + 4});
    QTest::mouseMove(viewport, {left + 300, top + 5});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {left + 500, top + 8});
    QCOMPARE(fixture.view.selectedText(), u"First paragraph."_s);
    QTest::mouseDClick(viewport, Qt::LeftButton, {}, {left + 8, top + 8});
    QCOMPARE(fixture.view.selectedText(), u"First"_s);
}

void TranscriptTest::namesForScreenReaders()
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

    QSignalSpy spy(&fixture.view, &TranscriptView::regenerateRequested);
    QAccessibleInterface *button = list->child(1)->child(2);
    QCOMPARE(button->role(), QAccessible::Button);
    button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<TurnId>(), TurnId{u"a"_s});

    fixture.view.setTurns({});
    QCOMPARE(list->childCount(), 0);
}

void TranscriptTest::actionsByKeyboard()
{
    Fixture fixture(
        {turnOf(u"a"_s, u"Why?"_s, u"Because."_s), turnOf(u"b"_s, u"And?"_s, u"So."_s)});
    fixture.view.setFocus();
    fixture.view.setFocusedEntry(0);
    QTest::keyClick(&fixture.view, Qt::Key_Down);
    QCOMPARE(fixture.view.focusedEntry(), 1);
    QTest::keyClick(&fixture.view, Qt::Key_Down);
    QCOMPARE(fixture.view.focusedEntry(), 2);
    QSignalSpy spy(&fixture.view, &TranscriptView::editRequested);
    QTest::keyClick(&fixture.view, Qt::Key_Right);
    QTest::keyClick(&fixture.view, Qt::Key_Right);
    QTest::keyClick(&fixture.view, Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<TurnId>(), TurnId{u"b"_s});
    QTest::keyClick(&fixture.view, Qt::Key_Up);
    QCOMPARE(fixture.view.focusedEntry(), 1);
}

void TranscriptTest::offersActionsThatApply_data()
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
    using enum EntryAction;
    row("pending", TurnState::Pending, {}, {}, {});
    row("streaming", TurnState::Streaming, u"a"_s, {}, {Copy});
    row("complete", TurnState::Complete, u"a"_s, u"stop"_s, {Copy, Regenerate});
    row("cut at the limit", TurnState::Complete, u"a"_s, u"length"_s, {Copy, Continue, Regenerate});
    row("stopped", TurnState::Stopped, u"a"_s, {}, {Copy, Continue, Regenerate});
    row("stopped early", TurnState::Stopped, {}, {}, {Regenerate});
    row("failed", TurnState::Failed, {}, {}, {Retry});
    row("interrupted", TurnState::Interrupted, u"a"_s, {}, {Copy, Continue, Regenerate});
}

void TranscriptTest::offersActionsThatApply()
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

void TranscriptTest::linksAreReportedNotOpened()
{
    Fixture fixture({turnOf(u"a"_s, u"Why?"_s, u"[target](https://example.org/a?b=c) and more"_s)});
    QSignalSpy spy(&fixture.view, &TranscriptView::linkActivated);
    const QRect entry = fixture.view.entryRect(1);
    const int top = entry.top() + EntryChrome::headHeight(fixture.view.stack().at(1),
                                                          fixture.view.stack().frame().style);
    QTest::mouseMove(fixture.view.viewport(), {entry.left() + 10, top + 10});
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, {entry.left() + 10, top + 10});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toUrl(), QUrl(u"https://example.org/a?b=c"_s));
    QCOMPARE(fixture.view.viewport()->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, {entry.left() + 400, top + 10});
    QCOMPARE(spy.size(), 1);
}

void TranscriptTest::copyButtonOfCodeStaysInReach()
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

void TranscriptTest::rightToLeftParagraphs()
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
    QCOMPARE(entry.layout(1)->offsetAt(QPointF(width / 2, 5)), entry.layout(1)->textLength());
    QCOMPARE(entry.layout(0)->offsetAt(QPointF(width / 2, 5)), entry.layout(0)->textLength());
}

void TranscriptTest::updatesKeepTheText()
{
    Turn turn = turnOf(kTurn.value, u"Why?"_s, u"Because"_s, TurnState::Streaming);
    Fixture fixture({turn});
    fixture.view.appendReply(kTurn, u" of this."_s);
    fixture.settle();
    turn.reply = u"Because of this."_s;
    turn.state = TurnState::Complete;
    turn.jobId.value = u"job"_s;
    fixture.view.updateTurn(turn);
    fixture.settle();
    const Entry &entry = fixture.view.stack().at(1);
    QCOMPARE(entry.plainText(), u"Because of this."_s);
    QVERIFY(EntryChrome::actions(entry).contains(EntryAction::JobDetails));
    QSignalSpy spy(&fixture.view, &TranscriptView::jobRequested);
    const QRect button = fixture.view.actionRect(1, EntryAction::JobDetails);
    QTest::mouseMove(fixture.view.viewport(), button.center());
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, button.center());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<JobId>(), JobId{u"job"_s});
}

void TranscriptTest::paintsTextThatShrankSinceTheLastFrame_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    QTest::newRow("other text") << u"One\n\nTwo\n\n```cpp\nint a;\nint b;\n```"_s << u"Other"_s;
    QTest::newRow("no text") << u"One\n\n- two\n- three"_s << QString();
    QTest::newRow("an open fence ends") << u"```cpp\nint a;\n``"_s << u"```cpp\nint a;\n``"_s;
}

void TranscriptTest::paintsTextThatShrankSinceTheLastFrame()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    Fixture fixture({turnOf(kTurn.value, u"Why?"_s, {}, TurnState::Streaming)});
    fixture.view.appendReply(kTurn, before);
    fixture.settle();
    fixture.view.updateTurn(turnOf(kTurn.value, u"Why?"_s, after, TurnState::Failed));
    fixture.view.viewport()->repaint();
    QTest::mouseMove(fixture.view.viewport(), fixture.view.viewport()->rect().center());
    fixture.settle();
    Fixture whole({turnOf(kTurn.value, u"Why?"_s, after, TurnState::Failed)});
    QCOMPARE(fixture.view.viewport()->grab().toImage(), whole.view.viewport()->grab().toImage());
}

void TranscriptTest::streamedAndWholeRepliesLookAlike()
{
    const QString text = longMarkdown(40) + u"\n| A | Long column |\n|---|--:|\n| 1 | words |\n\n"
                                            "```cpp\nint a;\n```\n> quote\n\nEnd."_s;
    Fixture streamed({turnOf(kTurn.value, u"Why?"_s, {}, TurnState::Streaming)});
    for (qsizetype at = 0; at < text.size(); at += 9) {
        streamed.view.appendReply(kTurn, text.mid(at, 9));
        streamed.view.processPendingText();
        QCoreApplication::processEvents();
    }
    const Turn turn = turnOf(kTurn.value, u"Why?"_s, text);
    streamed.view.updateTurn(turn);
    streamed.settle();
    QVERIFY(!streamed.shown().isNull());
    QCOMPARE(streamed.shown(), streamed.painted());
    Fixture whole({turn});
    QCOMPARE(streamed.view.viewport()->grab().toImage(), whole.view.viewport()->grab().toImage());
}

void TranscriptTest::theWayBackToTheEnd()
{
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, longMarkdown(300))});
    auto *button = fixture.view.findChild<QPushButton *>(u"scrollToEnd"_s);
    QVERIFY(!button->isVisible());
    QTest::keyClick(&fixture.view, Qt::Key_Home);
    QVERIFY(!fixture.view.isAtEnd());
    QCOMPARE(fixture.bar()->value(), 0);
    QVERIFY(button->isVisible());
    button->click();
    fixture.settle();
    QVERIFY(fixture.view.isAtEnd());
    QVERIFY(!button->isVisible());
}

void TranscriptTest::hiddenViewsCatchUpWhenShown()
{
    Fixture fixture({turnOf(kTurn.value, u"Why?"_s, {}, TurnState::Streaming)});
    fixture.view.hide();
    fixture.view.appendReply(kTurn, u"text that came meanwhile"_s);
    QVERIFY(fixture.view.stack().at(1).hasUnread());
    fixture.view.show();
    QTRY_VERIFY(!fixture.view.stack().at(1).hasUnread());
}

void TranscriptTest::stylesOfOpenEndsAreSettled()
{
    Turn turn = turnOf(kTurn.value, u"Why?"_s, {}, TurnState::Streaming);
    Fixture fixture({turn});
    fixture.view.appendReply(kTurn, u"**open"_s);
    fixture.settle();
    QCOMPARE(fixture.view.stack().at(1).layout(0)->textLength(), 4);
    turn.reply = u"**open"_s;
    turn.state = TurnState::Stopped;
    fixture.view.updateTurn(turn);
    fixture.settle();
    QCOMPARE(fixture.view.stack().at(1).layout(0)->textLength(), 6);
}

} // namespace litedeck

QTEST_MAIN(litedeck::TranscriptTest)
#include "tst_transcript.moc"
