// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptFixture.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/transcript/EntryChrome.h"
#include "ui/chat/transcript/TranscriptFinder.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include <chrono>

using namespace litedeck;
using namespace litedeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A transcript under a find bar, as in a chat.
class Window
{
public:
    explicit Window(const QList<Turn> &turns)
        : bar(fixture.view, &fixture.view)
    {
        fixture.view.setTurns(turns);
        fixture.settle();
    }

    QLineEdit *field() { return bar.findChild<QLineEdit *>(u"findInConversation"_s); }
    QString count() { return bar.findChild<QLabel *>(u"findCount"_s)->text(); }

    void find(const QString &text)
    {
        bar.open();
        field()->setText(text);
        QTRY_VERIFY(!count().endsWith(u"…"_s));
        fixture.settle();
    }

    Fixture fixture{{}};
    FindBar bar;
};

QList<Turn> manyTurns(int count)
{
    QList<Turn> turns;
    for (int i = 0; i < count; ++i)
        turns.append(turnOf(QString::number(i), u"Question %1"_s.arg(i),
                            u"Text with a *nee*dle in reply %1.\n\n- item"_s.arg(i)));
    return turns;
}

} // namespace

/// Finding text in a conversation.
class tst_Find : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsShown_data();
    void findsWhatIsShown();
    void goesOnAndAround();
    void startsWhereOneReads();
    void escapeKeepsThePlace();
    void foundTextIsMarked();
    void foldedThoughtsOpen();
    void growsWithTheText();
    void findsFarInALongReply();
    void searchesManyMessagesInSlices();
    void anotherConversationIsSearched();
};

void tst_Find::findsWhatIsShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("count");

    QTest::newRow("across markup") << u"needle"_s << u"1 / 2"_s;
    QTest::newRow("any case") << u"NEEDLE"_s << u"1 / 2"_s;
    QTest::newRow("in a question") << u"why"_s << u"1 / 1"_s;
    QTest::newRow("in code") << u"int a"_s << u"1 / 1"_s;
    QTest::newRow("in a table") << u"cell"_s << u"1 / 2"_s;
    QTest::newRow("in thoughts") << u"hmm"_s << u"1 / 1"_s;
    QTest::newRow("not the markup") << u"**"_s << u"Not found"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("touching") << u"aa"_s << u"1 / 2"_s;
}

void tst_Find::findsWhatIsShown()
{
    QFETCH(QString, text);
    QFETCH(QString, count);
    Turn turn = turnOf(u"a"_s, u"Why?"_s,
                       u"A **nee**dle, a Needle.\n\n```cpp\nint a;\n```\n\n"
                       "| cell | Cell |\n|--|--|\n| 1 | 2 |\n\naaaa"_s);
    turn.reasoning = u"Hmm."_s;
    Window window({turn});
    window.find(text);
    QCOMPARE(window.count(), count);
}

void tst_Find::goesOnAndAround()
{
    Window window(manyTurns(3));
    window.fixture.view.scrollToStart();
    window.find(u"needle"_s);
    QCOMPARE(window.count(), u"1 / 3"_s);
    QTest::keyClick(window.field(), Qt::Key_Return);
    QCOMPARE(window.count(), u"2 / 3"_s);
    QTest::keyClick(window.field(), Qt::Key_F3);
    QCOMPARE(window.count(), u"3 / 3"_s);
    QTest::keyClick(window.field(), Qt::Key_Return);
    QCOMPARE(window.count(), u"1 / 3"_s);
    QTest::keyClick(window.field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(window.count(), u"3 / 3"_s);
    QTest::keyClick(window.field(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(window.count(), u"2 / 3"_s);
}

void tst_Find::startsWhereOneReads()
{
    Window window(manyTurns(200));
    window.fixture.view.showTurn(TurnId{u"100"_s});
    window.find(u"needle"_s);
    QCOMPARE(window.count(), u"101 / 200"_s);
    window.find(u"reply 7."_s);
    QCOMPARE(window.count(), u"1 / 1"_s);
    QVERIFY(!window.fixture.view.entryRect(15).isEmpty());
    QVERIFY(!window.fixture.view.isAtEnd());
}

void tst_Find::escapeKeepsThePlace()
{
    Window window(manyTurns(200));
    window.find(u"reply 50."_s);
    const int before = window.fixture.bar()->value();
    QTest::keyClick(window.field(), Qt::Key_Escape);
    window.fixture.settle();
    QVERIFY(!window.bar.isVisible());
    QCOMPARE(window.fixture.bar()->value(), before);
    QVERIFY(window.fixture.view.hasFocus());
    window.bar.open();
    QTest::keyClick(&window.fixture.view, Qt::Key_Escape);
    QVERIFY(!window.bar.isVisible());
}

void tst_Find::foundTextIsMarked()
{
    Window window({turnOf(u"a"_s, u"Why?"_s, u"A needle and a needle."_s)});
    const auto look = [&window] { return window.fixture.view.viewport()->grab().toImage(); };
    window.bar.open();
    const QImage before = look();
    window.find(u"needle"_s);
    const QImage first = look();
    QVERIFY(first != before);
    window.fixture.view.findNext(1);
    QVERIFY(look() != first);
    window.fixture.view.find({});
    QCOMPARE(look(), before);
}

void tst_Find::foldedThoughtsOpen()
{
    Turn turn = turnOf(u"a"_s, u"Why?"_s, u"So."_s);
    turn.reasoning = u"A needle."_s;
    Window window({turn});
    QVERIFY(window.fixture.view.stack().at(1).isFolded());
    window.find(u"needle"_s);
    QVERIFY(!window.fixture.view.stack().at(1).isFolded());
}

void tst_Find::growsWithTheText()
{
    Window window({turnOf(TheTurn.value, u"Why?"_s, u"needle\n\nneed"_s, TurnState::Streaming)});
    window.find(u"needle"_s);
    QCOMPARE(window.count(), u"1 / 1"_s);
    window.fixture.view.appendReply(TheTurn, u"le and\n\n"_s);
    QTRY_COMPARE(window.count(), u"1 / 2"_s);
    window.fixture.view.appendReply(TheTurn, u"a needle"_s);
    QTRY_COMPARE(window.count(), u"1 / 3"_s);
    window.fixture.view.appendTurn(turnOf(u"b"_s, u"Which needle?"_s, {}));
    QTRY_COMPARE(window.count(), u"1 / 4"_s);
    window.fixture.view.updateTurn(turnOf(TheTurn.value, u"Why?"_s, u"No."_s));
    QTRY_COMPARE(window.count().section(u' ', -1), u"1"_s);
}

void tst_Find::findsFarInALongReply()
{
    Window window({turnOf(u"a"_s, u"Why?"_s, longMarkdown(20000) + u"\n\nneedle"_s),
                   turnOf(u"b"_s, u"Second"_s, longMarkdown(40))});
    window.fixture.view.showTurn(TurnId{u"b"_s});
    window.find(u"needle"_s);
    QCOMPARE(window.count(), u"1 / 1"_s);
    QTRY_VERIFY(!window.fixture.view.entryRect(1).isEmpty());
}

void tst_Find::searchesManyMessagesInSlices()
{
    Fixture fixture(manyTurns(2000));
    auto &stack = const_cast<EntryStack &>(fixture.view.stack());
    TranscriptFinder finder(stack);
    finder.start(u"needle"_s, {0, 0, 0});
    finder.searchOn(QDeadlineTimer(0ms));
    QVERIFY(!finder.isComplete());
    QVERIFY(finder.count() < 3);
    while (!finder.isComplete())
        finder.searchOn(QDeadlineTimer(1ms));
    QCOMPARE(finder.count(), 2000);
    QVERIFY(stack.at(1).hasUnread());
    for (int i = 0; i < 1999; ++i)
        finder.step(1);
    QCOMPARE(finder.currentNumber(), 2000);
    finder.step(1);
    QCOMPARE(finder.currentNumber(), 1);
}

void tst_Find::anotherConversationIsSearched()
{
    Window window(manyTurns(3));
    window.find(u"needle"_s);
    window.fixture.view.setTurns(manyTurns(5));
    QTRY_COMPARE(window.count().section(u' ', -1), u"5"_s);
    window.fixture.view.setTurns({});
    QTRY_COMPARE(window.count(), u"Not found"_s);
}

QTEST_MAIN(tst_Find)
#include "tst_find.moc"
