// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptFixture.h"
#include "ui/chat/transcript/EntryChrome.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/chat/transcript/FontWarmer.h"
#include "ui/chat/transcript/HeightIndex.h"

#include <QPushButton>
#include <QRandomGenerator>

#include <numeric>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

/// Where text stands and how much of it is laid out, while it arrives and is scrolled.
class tst_Transcript : public QObject
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
    void aBurstLooksAsIfOpened();
    void rowsWithoutTimeFollowInTheNextFrame();
    void wideningLaysOutOnlyWhatIsInSight();
    void paintsTextThatShrankSinceTheLastFrame_data();
    void paintsTextThatShrankSinceTheLastFrame();
    void streamedAndWholeRepliesLookAlike();
    void theWayBackToTheEnd();
    void fontsAreLoadedAhead();
    void hiddenViewsCatchUpWhenShown();
    void stylesOfOpenEndsAreSettled();
};

void tst_Transcript::heightsEqualPlainSums()
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

void tst_Transcript::showsTheEndFirst()
{
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, longMarkdown(300)),
                     turnOf(u"b"_s, u"Last question"_s, u"Last words."_s)});
    QVERIFY(fixture.view.isAtEnd());
    QVERIFY(!fixture.view.entryRect(3).isEmpty());
    QVERIFY(fixture.view.entryRect(0).isEmpty());
    QCOMPARE(fixture.bar()->value(), fixture.bar()->maximum());
}

void tst_Transcript::followsOnlyAtTheEnd()
{
    Fixture fixture(
        {turnOf(TheTurn.value, u"Question"_s, longMarkdown(200), TurnState::Streaming)});
    fixture.view.appendReply(TheTurn, u"\n\n"_s + longMarkdown(50));
    fixture.settle();
    QVERIFY(fixture.view.isAtEnd());
    QCOMPARE(fixture.bar()->value(), fixture.bar()->maximum());

    fixture.bar()->setValue(fixture.bar()->value() - 100);
    QVERIFY(!fixture.view.isAtEnd());
    fixture.view.appendReply(TheTurn, u"\n\n"_s + longMarkdown(50));
    fixture.settle();
    QVERIFY(fixture.bar()->value() < fixture.bar()->maximum() - 100);

    QTest::keyClick(&fixture.view, Qt::Key_End);
    fixture.settle();
    QVERIFY(fixture.view.isAtEnd());
    QCOMPARE(fixture.bar()->value(), fixture.bar()->maximum());
}

void tst_Transcript::readingPlaceStaysWhileTextArrives()
{
    Fixture fixture(
        {turnOf(TheTurn.value, u"Question"_s, longMarkdown(400), TurnState::Streaming)});
    fixture.bar()->setValue(fixture.bar()->maximum() / 2);
    fixture.settle();
    const QImage before = fixture.view.viewport()->grab().toImage();
    fixture.view.appendReply(TheTurn, u"\n\nmore"_s);
    fixture.settle();
    QCOMPARE(fixture.view.viewport()->grab().toImage(), before);
}

void tst_Transcript::scrollingUpAndDownComesBack()
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

void tst_Transcript::blittingLeavesNothingBehind()
{
    QString code;
    for (int i = 0; i < 60; ++i)
        code += u"line %1;\n"_s.arg(i);
    const QString reply = longMarkdown(60) + u"\n```cpp\n"_s + code +
                          u"```\n\n> quote\n> more\n\n"_s + longMarkdown(30);
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, reply), turnOf(u"b"_s, u"Second"_s, reply),
                     turnOf(TheTurn.value, u"Third"_s, u"text"_s, TurnState::Streaming)});
    QRandomGenerator random(11);
    for (int step = 0; step < 120; ++step) {
        const int pixels = random.bounded(7) == 0 ? random.bounded(900) : random.bounded(90);
        fixture.bar()->setValue(fixture.bar()->value() + (step % 40 < 25 ? -pixels : pixels));
        if (step % 5 == 0)
            fixture.view.appendReply(TheTurn, u"more **text** "_s);
        fixture.settle();
        QVERIFY2(fixture.shown() == fixture.painted(), qPrintable(QString::number(step)));
    }
}

void tst_Transcript::layoutsAreLinearInTheText()
{
    const auto layoutsFor = [](int lines) {
        Fixture fixture({turnOf(TheTurn.value, u"Question"_s, {}, TurnState::Streaming)});
        const QString text = longMarkdown(lines);
        quint64 updates = 0;
        for (qsizetype at = 0; at < text.size(); at += 60) {
            fixture.view.appendReply(TheTurn, text.mid(at, 60));
            fixture.view.processPendingText();
            ++updates;
        }
        const auto leaves = quint64(fixture.view.stack().at(1).leafCount());
        const quint64 layouts = layoutsMade(fixture.view.stack());
        return std::pair(layouts, 2 * updates + 2 * leaves);
    };
    const auto [few, fewAllowed] = layoutsFor(300);
    const auto [many, manyAllowed] = layoutsFor(1200);
    QVERIFY2(few <= fewAllowed, qPrintable(u"%1 > %2"_s.arg(few).arg(fewAllowed)));
    QVERIFY2(many <= manyAllowed, qPrintable(u"%1 > %2"_s.arg(many).arg(manyAllowed)));
    QVERIFY2(many <= 5 * few, qPrintable(u"%1 after %2"_s.arg(many).arg(few)));
}

void tst_Transcript::nothingIsLaidOutOutOfSight()
{
    QList<Turn> turns;
    for (int i = 0; i < 500; ++i)
        turns.append(turnOf(QString::number(i), u"Question"_s, longMarkdown(30)));
    Fixture fixture(turns);
    QVERIFY(layoutCount(fixture.view.stack()) < 60);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&fixture.view, Qt::Key_PageUp);
    fixture.settle();
    QVERIFY(layoutCount(fixture.view.stack()) < 80);
    QVERIFY(fixture.view.stack().at(1).hasUnread());
}

void tst_Transcript::aBurstIsTakenInSlices()
{
    Fixture fixture({turnOf(TheTurn.value, u"Question"_s, {}, TurnState::Streaming)});
    fixture.view.appendReply(TheTurn, longMarkdown(8000));
    fixture.view.processPendingText();
    QVERIFY(layoutsMade(fixture.view.stack()) < 100);
    for (int i = 0; i < 1000 && fixture.view.stack().at(1).hasUnread(); ++i)
        fixture.view.processPendingText();
    QVERIFY(!fixture.view.stack().at(1).hasUnread());
    QVERIFY(fixture.view.stack().at(1).leafCount() > 7000);
    QVERIFY(layoutCount(fixture.view.stack()) < 80);
}

void tst_Transcript::aBurstLooksAsIfOpened()
{
    const QString text = longMarkdown(4000);
    Fixture burst({turnOf(TheTurn.value, u"Question"_s, u"Begins. "_s, TurnState::Streaming)});
    burst.view.appendReply(TheTurn, text);
    burst.settle();
    QVERIFY(!burst.view.stack().at(1).hasUnread());
    QCOMPARE(burst.shown(), burst.painted());
    Fixture opened(
        {turnOf(TheTurn.value, u"Question"_s, u"Begins. "_s + text, TurnState::Streaming)});
    QCOMPARE(burst.view.viewport()->grab().toImage(), opened.view.viewport()->grab().toImage());
}

void tst_Transcript::rowsWithoutTimeFollowInTheNextFrame()
{
    CodeColorist colorist;
    EntryStack stack(EntryFrame{{QFont(), QPalette()}, 600, 1, &colorist});
    stack.setTurns({turnOf(TheTurn.value, u"Question"_s, longMarkdown(60))});
    quint64 layouts = 0;
    int frames = 0;
    do {
        stack.place(600, true, QDeadlineTimer(0));
        QVERIFY(layoutsMade(stack) > layouts);
        layouts = layoutsMade(stack);
        ++frames;
    } while (stack.isPartlyPlaced());
    QVERIFY(frames > 5);
    const auto inFrames = stack.place(600, true);
    EntryStack atOnce(EntryFrame{{QFont(), QPalette()}, 600, 1, &colorist});
    atOnce.setTurns({turnOf(TheTurn.value, u"Question"_s, longMarkdown(60))});
    const auto whole = atOnce.place(600, true);
    QCOMPARE(inFrames.size(), whole.size());
    for (qsizetype i = 0; i < whole.size(); ++i)
        QCOMPARE(inFrames[i].y, whole[i].y);
}

void tst_Transcript::wideningLaysOutOnlyWhatIsInSight()
{
    Fixture fixture({turnOf(u"a"_s, u"Question"_s, longMarkdown(3000))});
    const quint64 before = layoutsMade(fixture.view.stack());
    fixture.view.resize(600, 600);
    fixture.settle();
    QVERIFY(layoutsMade(fixture.view.stack()) - before < 100);
    QVERIFY(fixture.view.isAtEnd());
}

void tst_Transcript::paintsTextThatShrankSinceTheLastFrame_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    QTest::newRow("other text") << u"One\n\nTwo\n\n```cpp\nint a;\nint b;\n```"_s << u"Other"_s;
    QTest::newRow("no text") << u"One\n\n- two\n- three"_s << QString();
    QTest::newRow("an open fence ends") << u"```cpp\nint a;\n``"_s << u"```cpp\nint a;\n``"_s;
}

void tst_Transcript::paintsTextThatShrankSinceTheLastFrame()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    Fixture fixture({turnOf(TheTurn.value, u"Why?"_s, {}, TurnState::Streaming)});
    fixture.view.appendReply(TheTurn, before);
    fixture.settle();
    fixture.view.updateTurn(turnOf(TheTurn.value, u"Why?"_s, after, TurnState::Failed));
    fixture.view.viewport()->repaint();
    QTest::mouseMove(fixture.view.viewport(), fixture.view.viewport()->rect().center());
    fixture.settle();
    Fixture whole({turnOf(TheTurn.value, u"Why?"_s, after, TurnState::Failed)});
    QCOMPARE(fixture.view.viewport()->grab().toImage(), whole.view.viewport()->grab().toImage());
}

void tst_Transcript::streamedAndWholeRepliesLookAlike()
{
    const QString text = longMarkdown(40) + u"\n| A | Long column |\n|---|--:|\n| 1 | words |\n\n"
                                            "```cpp\nint a;\n```\n> quote\n\nEnd."_s;
    Fixture streamed({turnOf(TheTurn.value, u"Why?"_s, {}, TurnState::Streaming)});
    for (qsizetype at = 0; at < text.size(); at += 9) {
        streamed.view.appendReply(TheTurn, text.mid(at, 9));
        streamed.view.processPendingText();
        QCoreApplication::processEvents();
    }
    const Turn turn = turnOf(TheTurn.value, u"Why?"_s, text);
    streamed.view.updateTurn(turn);
    streamed.settle();
    QVERIFY(!streamed.shown().isNull());
    QCOMPARE(streamed.shown(), streamed.painted());
    Fixture whole({turn});
    QCOMPARE(streamed.view.viewport()->grab().toImage(), whole.view.viewport()->grab().toImage());
}

void tst_Transcript::theWayBackToTheEnd()
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

void tst_Transcript::fontsAreLoadedAhead()
{
    const TranscriptStyle style{QFont(), QPalette()};
    FontWarmer warmer(style);
    QVERIFY(!warmer.isDone());
    warmer.start();
    QTRY_VERIFY(warmer.isDone());
}

void tst_Transcript::hiddenViewsCatchUpWhenShown()
{
    Fixture fixture({turnOf(TheTurn.value, u"Why?"_s, {}, TurnState::Streaming)});
    fixture.view.hide();
    fixture.view.appendReply(TheTurn, u"text that came meanwhile"_s);
    QVERIFY(fixture.view.stack().at(1).hasUnread());
    fixture.view.show();
    QTRY_VERIFY(!fixture.view.stack().at(1).hasUnread());
}

void tst_Transcript::stylesOfOpenEndsAreSettled()
{
    Turn turn = turnOf(TheTurn.value, u"Why?"_s, {}, TurnState::Streaming);
    Fixture fixture({turn});
    fixture.view.appendReply(TheTurn, u"**open"_s);
    fixture.settle();
    QCOMPARE(fixture.view.stack().at(1).layout(0)->textLength(), 4);
    turn.reply = u"**open"_s;
    turn.state = TurnState::Stopped;
    fixture.view.updateTurn(turn);
    fixture.settle();
    QCOMPARE(fixture.view.stack().at(1).layout(0)->textLength(), 6);
}

QTEST_MAIN(tst_Transcript)
#include "tst_transcript.moc"
