// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/shell/ShellFrame.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {} // namespace

class tst_Window : public QObject
{
    Q_OBJECT

private slots:
    void chatsInEachDialect_data();
    void chatsInEachDialect();
    void costAndCreditsChange();
    void stopKeepsWhatArrived();
    void bytesSplitAnywhereGiveTheSameText();
    void holdsSendingWhileSuspended();
    void keepsConversations();
    void streamsGoOnWhileAnotherIsShown();
    void listsTheNewestConversationFirst();
    void pagesByKeyboard();
    void opensThePageOfLastTime();
    void controlsHaveNames();
};

void tst_Window::chatsInEachDialect_data()
{
    QTest::addColumn<QString>("model");
    QTest::newRow("openai") << u"gpt-4o-mini"_s;
    QTest::newRow("anthropic") << u"claude-3-5-haiku"_s;
    QTest::newRow("gemini") << u"gemini-1.5-flash"_s;
    QTest::newRow("usage") << u"llama-3.1-70b"_s;
    QTest::newRow("200 kB at once") << u"burst-200k"_s;
}

void tst_Window::chatsInEachDialect()
{
    QFETCH(QString, model);
    Deck deck;
    QVERIFY(deck.choose(model));
    deck.send(u"Hello"_s);
    bool hadOtherText = false;
    const auto *transcript = qobject_cast<TranscriptView *>(deck.transcript());
    connect(deck.session(), &ChatSession::textAppended, this,
            [&] { hadOtherText |= transcript->stack().at(1).source() != deck.lastTurn().reply; });
    // Qt asks the system six times for each event of the long one.
    QTRY_VERIFY_WITH_TIMEOUT(deck.isOver(), 20'000);
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(deck.lastTurn().reply.size() > 20);
    QVERIFY(!hadOtherText);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
    QVERIFY(deck.workspace->window().findChild<QWidget *>(u"errorPanel"_s)->isHidden());
}

void tst_Window::costAndCreditsChange()
{
    Deck deck;
    QVERIFY(deck.choose(u"llama-3.1-70b"_s));
    QVERIFY(deck.named(u"Credits: 1,000 of 1,000"_s) || deck.gateway.creditsRemaining() > 0);
    const int before = deck.gateway.creditsRemaining();
    deck.send(u"What does this cost?"_s);
    QTRY_VERIFY(deck.lastTurn().cost.credits.isKnown());
    const Turn turn = deck.lastTurn();
    QCOMPARE(turn.cost.credits, Measured<qint64>::reported(1));
    QVERIFY(turn.cost.cost.isKnown());
    QVERIFY(turn.cost.cost.value.nano > 0);
    QVERIFY(!turn.jobId.isEmpty());
    QCOMPARE(deck.gateway.creditsRemaining(), before - 1);
    const QString shown = QLocale().toString(before - 1);
    const auto creditsAreShown = [&deck, &shown] {
        for (const QWidget *widget : deck.window().findChildren<QWidget *>()) {
            if (widget->accessibleName().startsWith("Credits:"_L1) &&
                widget->accessibleName().contains(shown))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(creditsAreShown());
}

void tst_Window::stopKeepsWhatArrived()
{
    Deck deck({.textPaceMs = 5});
    QVERIFY(deck.choose(u"markdown-writer"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.lastTurn().reply.size() > 40);
    auto *stop = deck.named<QAbstractButton>(u"Stop"_s);
    QVERIFY(stop);
    QTest::keyClick(deck.find(u"message"_s), Qt::Key_Escape);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Stopped);
    const QString kept = deck.lastTurn().reply;
    QVERIFY(kept.size() > 40);
    QTRY_VERIFY(deck.transcript()->accessibleName() == "Transcript"_L1);
    QVERIFY(deck.named<QAbstractButton>(u"Send"_s));
}

void tst_Window::bytesSplitAnywhereGiveTheSameText()
{
    Deck deck;
    QVERIFY(deck.choose(u"claude-3-5-haiku"_s));
    deck.send(u"Tell me something"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    const QString whole = deck.lastTurn().reply;

    Deck split;
    QVERIFY(split.choose(u"claude-3-5-haiku"_s));
    split.gateway.addFault({.method = "POST", .pathPattern = StreamPath, .splitEveryBytes = 3});
    split.send(u"Tell me something"_s);
    QTRY_COMPARE_WITH_TIMEOUT(split.lastTurn().state, TurnState::Complete, 20'000);
    QCOMPARE(split.lastTurn().reply, whole);
}

void tst_Window::holdsSendingWhileSuspended()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QWidget *message = deck.find(u"message"_s);
    QTest::keyClicks(message, u"Hello"_s);
    QVERIFY(deck.find<QAbstractButton>(u"sendOrStop"_s)->isEnabled());
    deck.gateway.setTeamStatus(u"suspended"_s);
    QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    QTRY_VERIFY(!deck.find<QAbstractButton>(u"sendOrStop"_s)->isEnabled());
    QTest::keyClick(message, Qt::Key_Return);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 0);
    deck.gateway.setTeamStatus(u"active"_s);
    QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    QTRY_VERIFY(deck.find<QAbstractButton>(u"sendOrStop"_s)->isEnabled());
    QTest::keyClick(message, Qt::Key_Return);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
}

void tst_Window::keepsConversations()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Remember me"_s);
    QTRY_VERIFY(deck.lastTurn().cost.credits.isKnown());
    const Turn before = deck.lastTurn();

    deck.open();
    auto *list = deck.find<QListView>(u"conversations"_s);
    QVERIFY(deck.openConversation());
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Remember me"_s);
    QCOMPARE(deck.lastTurn(), before);
}

void tst_Window::streamsGoOnWhileAnotherIsShown()
{
    Deck deck({.textPaceMs = 3});
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"First"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Streaming);
    ChatSession *first = deck.session();
    deck.find<QPushButton>(u"newChat"_s)->click();
    deck.send(u"Second"_s);
    QTRY_VERIFY(deck.session() != first);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QTRY_COMPARE(first->conversation().turns.constLast().state, TurnState::Complete);
}

void tst_Window::listsTheNewestConversationFirst()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QAbstractItemModel *list = deck.find<QListView>(u"conversations"_s)->model();
    const QAbstractItemModelTester tester(list,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s}) {
        deck.find<QPushButton>(u"newChat"_s)->click();
        deck.send(text);
        QTRY_VERIFY(deck.isOver());
    }
    const auto titles = [list] {
        QStringList all;
        for (int row = 0; row < list->rowCount(); ++row)
            all += list->index(row, 0).data().toString();
        return all;
    };
    QCOMPARE(titles(), (QStringList{u"three"_s, u"two"_s, u"one"_s}));
    ChatCatalogue &catalogue = deck.workspace->catalogue();
    LiveChats &live = deck.workspace->live();
    live.session(catalogue.summaries().at(2).id)->send(u"again"_s);
    QCOMPARE(titles(), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
    QTRY_VERIFY(deck.isOver());
    catalogue.rename(catalogue.summaries().at(1).id, u"third"_s);
    catalogue.remove(catalogue.summaries().at(2).id);
    QCOMPARE(titles(), (QStringList{u"one"_s, u"third"_s}));
}

void tst_Window::pagesByKeyboard()
{
    Deck deck;
    deck.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&deck.window()));
    const QStringList pages{u"chatPage"_s, u"teamPage"_s, u"jobsPage"_s, u"diagnosticsPage"_s};
    for (int page = 3; page >= 0; --page) {
        QTest::keyClick(&deck.window(), static_cast<Qt::Key>(Qt::Key_1 + page),
                        Qt::ControlModifier);
        for (int other = 0; other < 4; ++other)
            QCOMPARE(deck.find(pages.at(other))->isVisible(), other == page);
    }
}

void tst_Window::opensThePageOfLastTime()
{
    Deck deck;
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
    deck.workspace->window().keepLayout();
    QCOMPARE(deck.settings.get(Keys::LastPage), u"jobs"_s);
    const auto shown = [&deck](const QString &kept) {
        deck.settings.set(Keys::LastPage, kept);
        deck.open();
        return deck.window().findChild<ShellFrame *>()->currentPage();
    };
    for (const Page page : AllPages)
        QCOMPARE(shown(pageName(page)), page);
    // Places in the rail, as they were kept before.
    QCOMPARE(shown(u"3"_s), Page::Diagnostics);
    QCOMPARE(shown(u"0"_s), Page::Chats);
    for (const QString &unknown : {QString(), u"4"_s, u"-1"_s, u"settings"_s})
        QCOMPARE(shown(unknown), Page::Chats);
}

void tst_Window::controlsHaveNames()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    for (const char *name : {"Message", "Send", "Model", "New chat", "Conversations", "Chats",
                             "Team", "Jobs", "Diagnostics"})
        QVERIFY2(deck.named(QLatin1StringView(name)), name);
    for (const QAbstractButton *button : deck.window().findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        const bool isNamed = !button->accessibleName().isEmpty() || !button->text().isEmpty();
        const QObject *parent = button->parent();
        QVERIFY2(isNamed, qPrintable(button->objectName() + " in "_L1 + parent->objectName()));
    }
}

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
