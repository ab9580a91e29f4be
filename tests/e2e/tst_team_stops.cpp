// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The team stops in the middle of work: somebody suspends or pauses it, or its credits run out.
#include "JobsDeck.h"
#include "WaysOut.h"

#include "ui/chat/transcript/EntryChrome.h"
#include "ui/words/Format.h"

#include <QPlainTextEdit>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString WhenAllowed = u"Queued, goes out as soon as the server allows it"_s;

int sent(const Deck &deck)
{
    return deck.gateway.countRequests("POST", StreamPath);
}

void show(Deck &deck, Page page)
{
    deck.window().findChild<ShellFrame *>()->setCurrentPage(page);
}

/// A message in a chat of its own that the server has no room for; it is queued for later.
void queueMessage(Deck &deck, const QString &text)
{
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    deck.send(text);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Failed);
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Queue for later"_s));
    press(deck, u"Queue for later"_s);
}

/// The last turn of the chat that begins with `text`; an empty one when there is none.
Turn turnOf(Deck &deck, const QString &text)
{
    for (const ConversationSummary &summary : deck.workspace->catalogue().summaries()) {
        const ChatSession *session = deck.workspace->live().session(summary.id);
        if (session == nullptr)
            continue;
        const QList<Turn> &turns = session->conversation().turns;
        if (!turns.isEmpty() && turns.constFirst().prompt == text)
            return turns.constLast();
    }
    return {};
}

/// What the panel says of the messages that are queued, one text each.
QStringList queuedTexts(Deck &deck)
{
    QStringList texts;
    for (const auto *label :
         deck.find(u"errorPanel"_s)->findChildren<QLabel *>(u"errorCountdown"_s)) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts;
}

/// What the ledger of the server itself took for jobs.
int charges(const Deck &deck)
{
    int charges = 0;
    for (const QJsonValue line : deck.gateway.transactions())
        charges += line[u"transaction_type"_s].toString() == "deduction"_L1 ? 1 : 0;
    return charges;
}

} // namespace

class tst_TeamStops : public QObject
{
    Q_OBJECT

private slots:
    void stopsWhileAChatWaits_data();
    void stopsWhileAChatWaits();
    void whatWasRefusedGoesOutLater_data();
    void whatWasRefusedGoesOutLater();
    void whatIsKnownStaysReadable();
    void looksAgainLessAndLessOften();
    void creditsRunOutWithMessagesQueued();
    void theLastCreditIsForWhatWaitedLongest();
    void aJobRunsOutOfCredits();
    void aCallIsRefusedForWantOfCredits();
};

void tst_TeamStops::stopsWhileAChatWaits_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("reason");
    QTest::newRow("suspended") << u"suspended"_s << u"the team is suspended"_s;
    QTest::newRow("paused") << u"paused"_s << u"the team is paused"_s;
}

void tst_TeamStops::stopsWhileAChatWaits()
{
    QFETCH(QString, status);
    QFETCH(QString, reason);
    Deck deck;
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(1));
    queueMessage(deck, u"This one waits"_s);
    QTest::keyClicks(deck.find(u"message"_s), u"A draft"_s);

    deck.gateway.setTeamStatus(status);
    QVERIFY(deck.passUntil([&] { return deck.named(u"Team status: "_s + status) != nullptr; }));
    // Nothing goes out, neither by hand nor when the message is due.
    const QString hint = deck.find(u"composerHint"_s)->accessibleName();
    QVERIFY2(hint.contains(reason), qPrintable(hint));
    QTest::keyClick(deck.find(u"message"_s), Qt::Key_Return);
    QVERIFY(deck.passUntil([&] { return queuedTexts(deck) == QStringList{WhenAllowed}; }));
    QCOMPARE(sent(deck), 1);
    QCOMPARE(deck.find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"A draft"_s);

    // Once the team may work, what waits goes out by itself, once, and the window says so.
    deck.gateway.setTeamStatus(u"active"_s);
    QVERIFY(deck.passUntil([&] { return sent(deck) == 2; }));
    QVERIFY(deck.find(u"teamAlert"_s)->isVisible());
    QVERIFY(deck.find(u"teamAlert"_s)->accessibleName().contains(u"active again"_s));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(deck.lastTurn().prompt, u"This one waits"_s);
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
    // The draft is the user's to send.
    QCOMPARE(deck.find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"A draft"_s);
    QTest::keyClick(deck.find(u"message"_s), Qt::Key_Return);
    QTRY_COMPARE(sent(deck), 3);
}

void tst_TeamStops::whatWasRefusedGoesOutLater_data()
{
    QTest::addColumn<QString>("status");
    QTest::newRow("suspended") << u"suspended"_s;
    QTest::newRow("paused") << u"paused"_s;
}

void tst_TeamStops::whatWasRefusedGoesOutLater()
{
    QFETCH(QString, status);
    Deck deck;
    openWithoutRetries(deck);
    // The message is what finds out.
    deck.gateway.setTeamStatus(status);
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.named(u"Team status: "_s + status));
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Queue for later"_s));
    press(deck, u"Queue for later"_s);
    QTRY_COMPARE(queuedTexts(deck), QStringList{WhenAllowed});
    QVERIFY(deck.pass(3min));
    QCOMPARE(sent(deck), 1);
    // Also when the program was closed in the meantime.
    deck.open();
    QTRY_COMPARE(queuedTexts(deck), QStringList{WhenAllowed});
    QVERIFY(deck.pass(3min));
    QCOMPARE(sent(deck), 1);

    deck.gateway.setTeamStatus(u"active"_s);
    QVERIFY(deck.passUntil([&] { return sent(deck) == 2; }));
    QTRY_COMPARE(turnOf(deck, u"Hello"_s).state, TurnState::Complete);
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
    QVERIFY(deck.pass(3min));
    QCOMPARE(sent(deck), 2);
}

void tst_TeamStops::whatIsKnownStaysReadable()
{
    JobsDeck deck;
    QVERIFY(deck.Deck::choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    show(deck, Page::Team);
    auto *ledger = deck.find<QTableView>(u"ledgerTable"_s);
    QTRY_VERIFY(ledger->model()->rowCount() > 0);
    QVERIFY(deck.showJobs());
    QTRY_COMPARE(deck.rows(), int(deck.gateway.jobs().size()));
    QVERIFY(deck.comesToRest());
    const int lines = ledger->model()->rowCount();
    const int jobs = deck.rows();
    const QString loadedAt = formatTimeOfDay(deck.clock.utcNow());
    deck.gateway.setTeamStatus(u"suspended"_s);
    deck.clock.advance(2min);
    QTRY_VERIFY(deck.named(u"Team status: suspended"_s));

    // The list is refused; what was fetched stays, with its age.
    QTRY_VERIFY(deck.find(u"jobsNotice"_s)->isVisible());
    QVERIFY(deck.find(u"jobsNotice"_s)->accessibleName().contains(u"suspended"_s));
    QCOMPARE(deck.rows(), jobs);
    QVERIFY(deck.table()->isVisible());
    const QString age = deck.find<QLabel>(u"jobsAge"_s)->text();
    QVERIFY2(age == u"as of %1, 2 min ago"_s.arg(loadedAt), qPrintable(age));
    show(deck, Page::Team);
    QTRY_VERIFY(deck.find(u"ledgerNotice"_s)->isVisible());
    const QString notice = deck.find(u"ledgerNotice"_s)->accessibleName();
    QVERIFY2(notice.contains(u"as of "_s + loadedAt), qPrintable(notice));
    QCOMPARE(ledger->model()->rowCount(), lines);
    QVERIFY(ledger->isVisible());
    // So do the conversation, its text and the credits.
    show(deck, Page::Chats);
    QVERIFY(deck.transcript()->isVisible());
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    const auto names = [&deck] {
        QStringList all;
        for (const QWidget *widget : deck.window().findChildren<QWidget *>())
            all += widget->accessibleName();
        return all;
    };
    QVERIFY(!names().filter(u"Credits: "_s).isEmpty());
    // Nor does a start without a server lose it.
    deck.gateway.stop();
    deck.clock.advance(1h);
    deck.open();
    show(deck, Page::Team);
    ledger = deck.find<QTableView>(u"ledgerTable"_s);
    QTRY_COMPARE(ledger->model()->rowCount(), lines);
    QTRY_VERIFY(!names().filter(u"last known, "_s).isEmpty());
}

void tst_TeamStops::looksAgainLessAndLessOften()
{
    Deck deck;
    QTRY_VERIFY(deck.workspace->monitor().isConfirmed());
    QVERIFY(deck.comesToRest());
    deck.gateway.setTeamStatus(u"paused"_s);
    const TeamMonitor &monitor = deck.workspace->monitor();
    // Twice as long each time, from the first answer on that says so, up to ten minutes.
    for (const auto pause : {30s, 30s, 60s, 120s, 240s, 480s, 600s, 600s}) {
        const QDateTime before = monitor.updatedAt();
        deck.clock.advance(pause - 1s);
        QCOMPARE(monitor.updatedAt(), before);
        deck.clock.advance(1s);
        QTRY_COMPARE(monitor.updatedAt(), deck.clock.utcNow());
        QVERIFY(deck.comesToRest());
        QVERIFY(deck.named(u"Team status: paused"_s));
    }
    deck.gateway.setTeamStatus(u"active"_s);
    deck.clock.advance(600s);
    QTRY_VERIFY(deck.named(u"Team status: active"_s));
    QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    QTRY_COMPARE(monitor.updatedAt(), deck.clock.utcNow());
}

void tst_TeamStops::creditsRunOutWithMessagesQueued()
{
    Deck deck({.credits = 1});
    openWithoutRetries(deck);
    const int chargedBefore = charges(deck);
    deck.gateway.addFault(rateLimit(3));
    for (const QString &text : {u"First"_s, u"Second"_s, u"Third"_s}) {
        queueMessage(deck, text);
        QVERIFY(deck.pass(10s));
    }
    QCOMPARE(sent(deck), 3);
    // The first one takes the last credit; the others wait, and the panel says so.
    QVERIFY(deck.passUntil([&] { return turnOf(deck, u"First"_s).state == TurnState::Complete; }));
    QTRY_VERIFY(deck.named(u"Team status: out of credits"_s));
    const QStringList bothWait{WhenAllowed, WhenAllowed};
    QVERIFY(deck.passUntil([&] { return queuedTexts(deck) == bothWait; }));
    QCOMPARE(sent(deck), 4);
    QCOMPARE(charges(deck), chargedBefore + 1);
    QCOMPARE(turnOf(deck, u"Second"_s).state, TurnState::Failed);
    const QString hint = deck.find(u"composerHint"_s)->accessibleName();
    QVERIFY2(hint.contains(u"no credits are left"_s), qPrintable(hint));
    // Nothing goes out as long as it lasts.
    QVERIFY(deck.pass(30min));
    QCOMPARE(sent(deck), 4);

    deck.gateway.setCredits(20);
    QVERIFY(deck.passUntil([&] { return sent(deck) == 6; }));
    QTRY_COMPARE(turnOf(deck, u"Second"_s).state, TurnState::Complete);
    QTRY_COMPARE(turnOf(deck, u"Third"_s).state, TurnState::Complete);
    QVERIFY(deck.find(u"teamAlert"_s)->accessibleName().contains(u"active again"_s));
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
    QTRY_COMPARE(deck.gateway.creditsRemaining(), 18);
    QCOMPARE(charges(deck), chargedBefore + 3);
    QCOMPARE(sent(deck), 6);
}

void tst_TeamStops::theLastCreditIsForWhatWaitedLongest()
{
    Deck deck({.credits = 1});
    openWithoutRetries(deck);
    deck.gateway.addFault(rateLimit(3));
    for (const QString &text : {u"First"_s, u"Second"_s, u"Third"_s}) {
        queueMessage(deck, text);
        QVERIFY(deck.pass(1s));
    }
    deck.gateway.setTeamStatus(u"paused"_s);
    QVERIFY(deck.passUntil([&deck] { return deck.named(u"Team status: paused"_s) != nullptr; }));
    QVERIFY(deck.pass(5min));
    QCOMPARE(sent(deck), 3);
    // All three are due by now.
    deck.gateway.setTeamStatus(u"active"_s);
    QVERIFY(deck.passUntil(
        [&deck] { return deck.named(u"Team status: out of credits"_s) != nullptr; }));
    QVERIFY(deck.pass(5min));
    QCOMPARE(turnOf(deck, u"First"_s).state, TurnState::Complete);
    QCOMPARE(turnOf(deck, u"Second"_s).state, TurnState::Failed);
    QCOMPARE(turnOf(deck, u"Third"_s).state, TurnState::Failed);
    QCOMPARE(sent(deck), 4);
}

void tst_TeamStops::aJobRunsOutOfCredits()
{
    JobsDeck deck({.credits = 1, .pastJobs = 20, .uncreditedJobs = 0, .now = scenario().now});
    QVERIFY(deck.Deck::choose(u"gpt-4o-mini"_s));
    deck.send(u"The last credit"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(
        deck.passUntil([&] { return deck.named(u"Team status: out of credits"_s) != nullptr; }));
    QTest::keyClicks(deck.find(u"message"_s), u"One more"_s);
    press(deck, u"Send anyway"_s);
    QTRY_COMPARE(sent(deck), 2);
    QTRY_COMPARE(deck.lastTurn().prompt, u"One more"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(deck.comesToRest());
    // The server ran it and could not charge it; the list, the details and the team page say so.
    QCOMPARE(deck.gateway.creditsRemaining(), 0);
    QVERIFY(deck.showJobs());
    // Both were created in the same second.
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(deck.jobs().at(row).job.group, u"chat"_s);
        QCOMPARE(deck.jobs().at(row).job.status, RecordStatus::Completed);
    }
    const auto charged = [&deck] {
        QStringList words;
        for (int row = 0; row < 2; ++row)
            words += deck.jobs().index(row, int(JobField::Credit)).data().toString();
        words.sort();
        return words;
    };
    // The ledger comes after the list.
    QTRY_COMPARE(charged(), (QStringList{u"1 credit(s)"_s, u"Ran, not charged"_s}));
    show(deck, Page::Team);
    QTRY_VERIFY(deck.find(u"unchargedNotice"_s)->isVisible());
    QTRY_COMPARE(deck.find<QLabel>(u"runwayHeadline"_s)->isVisible(), true);
    // After a refill the same chat goes on and is charged.
    deck.gateway.setCredits(5);
    QVERIFY(deck.passUntil([&] { return deck.named(u"Team status: active"_s) != nullptr; }));
    show(deck, Page::Chats);
    deck.send(u"And on"_s);
    QTRY_COMPARE(deck.lastTurn().prompt, u"And on"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QTRY_COMPARE(deck.gateway.creditsRemaining(), 4);
}

void tst_TeamStops::aCallIsRefusedForWantOfCredits()
{
    Deck deck;
    openWithoutRetries(deck);
    // What the documents of the server promise, which it does not keep today.
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = StreamPath,
                           .times = 1,
                           .status = 403,
                           .body = R"({"detail":"Insufficient credits"})"});
    deck.gateway.setCredits(0);
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::InsufficientCredits);
    QCOMPARE(panelText(deck, u"errorTitle"_s), u"No credits left"_s);
    QTRY_VERIFY(deck.named(u"Team status: out of credits"_s));
    const auto *hands = deck.find(u"errorPanel"_s)->findChild<QWidget *>(u"errorHands"_s);
    QCOMPARE(hands->accessibleName(), u"In whose hands: Your team's administrator"_s);
    QCOMPARE(panelText(deck, u"errorAdvice"_s), u"Ask your team's administrator to add credits."_s);
    deck.gateway.setCredits(3);
    QVERIFY(deck.passUntil([&] { return deck.named(u"Team status: active"_s) != nullptr; }));
    const qsizetype reply = deck.transcript()->stack().size() - 1;
    QVERIFY(EntryChrome::actions(deck.transcript()->stack().at(reply)).contains(WayOut::Retry));
    deck.transcript()->trigger(reply, WayOut::Retry);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QTRY_COMPARE(deck.gateway.creditsRemaining(), 2);
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

QTEST_MAIN(tst_TeamStops)
#include "tst_team_stops.moc"
