// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "Line.h"

#include "core/connection/Connection.h"
#include "core/store/AccountTables.h"
#include "core/store/Store.h"
#include "core/team/TeamMemory.h"
#include "ui/shell/ShellFrame.h"
#include "ui/widgets/Meter.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString TeamPath = u"/api/teams/*"_s;
const QString CallPath = u"/api/jobs/create-and-call-stream"_s;

QString hint(Deck &deck)
{
    return deck.find(u"composerHint"_s)->accessibleName();
}

QString draft(Deck &deck)
{
    return deck.find<QPlainTextEdit>(u"message"_s)->toPlainText();
}

} // namespace

/// What the window makes of the team's account.
class tst_Team : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhileTheTeamIsNotActive_data();
    void holdsWhileTheTeamIsNotActive();
    void aRefusedCallHolds();
    void looksLessOftenWhileHeld();
    void creditsRunOutInTheMiddleOfWork();
    void oneNumberHasOneTone_data();
    void oneNumberHasOneTone();
    void knowsTheAccountAtTheNextStart();
    void startsOverAnAnswerOfBefore();
    void knowsTheLedgerWhileSuspended();
    void addsUpWhatItCouldRead_data();
    void addsUpWhatItCouldRead();
    void remembersTheFailures();
    void addsTheLedgerUpOnlyWhenItChanges_data();
    void addsTheLedgerUpOnlyWhenItChanges();
};

void tst_Team::holdsWhileTheTeamIsNotActive_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("credits");
    QTest::addColumn<QString>("readout");
    QTest::addColumn<QString>("reason");
    QTest::newRow("suspended") << u"suspended"_s << 50 << u"Team status: suspended"_s
                               << u"the team is suspended"_s;
    QTest::newRow("paused") << u"paused"_s << 50 << u"Team status: paused"_s
                            << u"the team is paused"_s;
    QTest::newRow("another word") << u"archived"_s << 50 << u"Team status: archived"_s
                                  << u"the team is not active"_s;
    QTest::newRow("no credits") << u"active"_s << 0 << u"Team status: out of credits"_s
                                << u"no credits are left"_s;
}

void tst_Team::holdsWhileTheTeamIsNotActive()
{
    QFETCH(QString, status);
    QFETCH(int, credits);
    QFETCH(QString, readout);
    QFETCH(QString, reason);
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QTest::keyClicks(deck.find(u"message"_s), u"Hello"_s);
    deck.gateway.setTeamStatus(status);
    deck.gateway.setCredits(credits);
    QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    QTRY_VERIFY(deck.named(readout));
    QVERIFY2(hint(deck).contains(reason), qPrintable(hint(deck)));
    QTest::keyClick(deck.find(u"message"_s), Qt::Key_Return);
    QCOMPARE(deck.gateway.countRequests("POST", CallPath), 0);
    QCOMPARE(draft(deck), u"Hello"_s);
    QVERIFY(!deck.find(u"teamAlert"_s)->accessibleName().contains(u"active again"_s));

    deck.gateway.setTeamStatus(u"active"_s);
    deck.gateway.setCredits(50);
    QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    QTRY_VERIFY(deck.named(u"Team status: active"_s));
    QVERIFY(deck.find(u"teamAlert"_s)->isVisible());
    QVERIFY(deck.find(u"teamAlert"_s)->accessibleName().contains(u"active again"_s));
    QTest::keyClick(deck.find(u"message"_s), Qt::Key_Return);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
}

void tst_Team::aRefusedCallHolds()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.gateway.setTeamStatus(u"suspended"_s);
    // The account cannot be asked, so that only the text of the refusal tells.
    deck.gateway.addFault({.method = "GET", .pathPattern = TeamPath, .status = 503});
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.named(u"Team status: suspended"_s));
    QVERIFY(hint(deck).contains(u"the team is suspended"_s));
}

void tst_Team::looksLessOftenWhileHeld()
{
    FakeClock clock;
    demo::DemoGateway gateway({.teamStatus = u"suspended"_s});
    QVERIFY(gateway.listen());
    Connection connection({.server = gateway.baseUrl(),
                           .team = {gateway.teamId()},
                           .virtualKey = gateway.virtualKey()},
                          {}, clock);
    TeamMonitor monitor(connection.server(), clock);
    QSignalSpy answered(&monitor, &TeamMonitor::answered);
    QSignalSpy resumed(&monitor, &TeamMonitor::resumed);
    monitor.start();
    for (const auto wait : {30s, 60s, 120s, 240s, 480s, 600s, 600s}) {
        QVERIFY(answered.wait());
        QCOMPARE(clock.untilNextTimer(), Milliseconds(wait));
        clock.advance(wait);
    }
    // The look that is under way sees it.
    gateway.setTeamStatus(u"active"_s);
    QTRY_COMPARE(resumed.size(), 1);
    QCOMPARE(clock.untilNextTimer(), TeamMonitor::VisibleInterval);
}

void tst_Team::creditsRunOutInTheMiddleOfWork()
{
    Deck deck({.credits = 1});
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"The last credit"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QTRY_VERIFY(deck.named(u"Team status: out of credits"_s));
    QTest::keyClicks(deck.find(u"message"_s), u"One more"_s);
    QTest::keyClick(deck.find(u"message"_s), Qt::Key_Return);
    QCOMPARE(deck.gateway.countRequests("POST", CallPath), 1);
    auto *anyway = deck.named<QPushButton>(u"Send anyway"_s);
    QVERIFY(anyway);
    QTest::keyClick(anyway, Qt::Key_Space);
    QTRY_COMPARE(deck.gateway.countRequests("POST", CallPath), 2);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(draft(deck).isEmpty());
}

void tst_Team::oneNumberHasOneTone_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<Tone>("tone");
    QTest::newRow("much") << 50 << Tone::Neutral;
    QTest::newRow("a fifth") << 20 << Tone::Warning;
    QTest::newRow("a twentieth") << 5 << Tone::Danger;
    QTest::newRow("nothing") << 0 << Tone::Danger;
}

void tst_Team::oneNumberHasOneTone()
{
    QFETCH(int, percent);
    QFETCH(Tone, tone);
    Deck deck;
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
    const auto &account = deck.workspace->monitor().account();
    QTRY_VERIFY(account);
    deck.gateway.setCredits(int(*account->binding()->limit) * percent / 100);
    QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    const auto onThePage = [&deck] {
        return deck.find(u"creditsCard"_s)->findChild<Meter *>()->tone();
    };
    QTRY_COMPARE(onThePage(), tone);
    QCOMPARE(deck.find<Meter>(u"creditsMeter"_s)->tone(), tone);
}

void tst_Team::knowsTheAccountAtTheNextStart()
{
    Deck deck({.credits = 412});
    QTRY_VERIFY(deck.workspace->monitor().isConfirmed());
    const QString then =
        QLocale().toString(deck.clock.utcNow().toLocalTime().time(), QLocale::ShortFormat);
    deck.gateway.stop();
    deck.clock.advance(2h);
    deck.open();
    QTRY_VERIFY(deck.named(u"last known, "_s + then));
    const QString allocated =
        QLocale().toString(deck.workspace->monitor().account()->binding()->limit.value());
    QVERIFY(deck.named(u"Credits: 412 of "_s + allocated));
    QVERIFY(deck.named(u"Team status: active"_s));
    QVERIFY(!deck.workspace->monitor().isConfirmed());
}

void tst_Team::startsOverAnAnswerOfBefore()
{
    Line line;
    Store store(u":memory:"_s);
    const TeamId team{line.gateway.teamId()};
    store.write([team](const Database &database) {
        return AnswerTable::save(
            database, team, TeamMemory::Question.toString(),
            {R"({"team_id":"t","credits":{"team_id":"t","credits_allocated":10,"credits_used":1,)"
             R"("credits_remaining":9,"status":"active"}})",
             QDateTime::currentDateTimeUtc()});
    });
    TeamMonitor monitor(line.server(), line.clock);
    TeamMemory memory(team, store, monitor);
    memory.load();
    bool isRead = false;
    store.post([](const Database &) { return StoreResult<>(Done()); }, this,
               [&isRead](const StoreResult<> &) { isRead = true; });
    QTRY_VERIFY(isRead);
    QVERIFY(!monitor.account());
    monitor.start();
    QTRY_VERIFY(monitor.account());
    // What was kept since is ours, and the next start knows it.
    TeamMonitor next(line.server(), line.clock);
    TeamMemory known(team, store, next);
    known.load();
    QTRY_VERIFY(next.account());
    QCOMPARE(next.account(), monitor.account());
}

void tst_Team::knowsTheLedgerWhileSuspended()
{
    Deck deck;
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
    auto *table = deck.find<QTableView>(u"ledgerTable"_s);
    const int lines = int(deck.gateway.transactions().size());
    QTRY_COMPARE(table->model()->rowCount(), lines);
    deck.gateway.setTeamStatus(u"suspended"_s);
    deck.open();
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
    table = deck.find<QTableView>(u"ledgerTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), lines);
    QTRY_VERIFY(deck.find(u"ledgerNotice"_s)->accessibleName().contains(u"suspended"_s));
    QTRY_VERIFY(table->isVisible());
}

void tst_Team::addsUpWhatItCouldRead_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("failure");
    QTest::addColumn<bool>("isRestarted");
    QTest::newRow("suspended, at the next start") << u"suspended"_s << 0 << true;
    QTest::newRow("the server fails, at the next start") << u"active"_s << 500 << true;
    QTest::newRow("suspended meanwhile") << u"suspended"_s << 0 << false;
    QTest::newRow("the server fails meanwhile") << u"active"_s << 500 << false;
}

void tst_Team::addsUpWhatItCouldRead()
{
    QFETCH(QString, status);
    QFETCH(int, failure);
    QFETCH(bool, isRestarted);
    Deck deck({.credits = 412});
    deck.settings.set(Keys::MaxRetries, 0);
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
    auto *table = deck.find<QTableView>(u"ledgerTable"_s);
    const int lines = int(deck.gateway.transactions().size());
    QTRY_COMPARE(table->model()->rowCount(), lines);
    QVERIFY(deck.comesToRest());
    // Colleagues go on, and this one cannot read what they were charged.
    deck.gateway.setCredits(312);
    deck.gateway.setTeamStatus(status);
    if (failure > 0)
        deck.gateway.addFault({.method = "GET",
                               .pathPattern = u"/api/credits/teams/*/transactions"_s,
                               .status = failure});
    if (isRestarted) {
        deck.workspace.reset();
        deck.clock.advance(24h);
        deck.open();
        deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
        table = deck.find<QTableView>(u"ledgerTable"_s);
    } else {
        QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    }
    const auto &account = deck.workspace->monitor().account();
    QTRY_VERIFY(account);
    QTRY_COMPARE(account->creditsLeft(), 312);
    QVERIFY(deck.passUntil([&] { return deck.find(u"ledgerNotice"_s)->isVisible(); }));
    QVERIFY(deck.comesToRest());
    QCOMPARE(table->model()->rowCount(), lines);
    QVERIFY2(deck.find(u"ledgerAudit"_s)->isHidden(),
             qPrintable(deck.find(u"ledgerAudit"_s)->accessibleName()));
}

void tst_Team::remembersTheFailures()
{
    Deck deck({.pastJobs = 900, .failurePercent = 60, .now = FakeClock().utcNow()});
    const auto glance = [&deck] {
        return TeamGlances::read(deck.settings, deck.gateway.baseUrl(), {deck.gateway.teamId()});
    };
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
    QTRY_VERIFY(glance() && glance()->failureShare);
    const auto share = glance()->failureShare;
    // The next run that has not asked for jobs does not know better.
    deck.clock.advance(2min);
    deck.gateway.setCredits(900);
    deck.open();
    QTRY_COMPARE(glance()->left, 900);
    QVERIFY(deck.comesToRest());
    QCOMPARE(deck.gateway.countRequests("GET", u"/api/teams/*/jobs"_s), 1);
    QCOMPARE(glance()->failureShare, share);
}

void tst_Team::addsTheLedgerUpOnlyWhenItChanges_data()
{
    QTest::addColumn<int>("jobs");
    QTest::newRow("short, at once") << 300;
    QTest::newRow("long, on another thread") << int(LedgerHistory::FewLines) + 500;
}

void tst_Team::addsTheLedgerUpOnlyWhenItChanges()
{
    QFETCH(int, jobs);
    Line line({.credits = 500, .pastJobs = jobs, .now = FakeClock().utcNow()});
    QTemporaryDir directory;
    Store store(directory.filePath(u"chats.sqlite"_s));
    const TeamMonitor monitor(line.server(), line.clock);
    LedgerHistory history(line.server(), line.connection->team(), line.clock, store, monitor);
    QCOMPARE(history.runway().state, RunwayState::NoLines);
    history.load();
    history.refresh();
    QTRY_VERIFY(!history.isLoading() && !history.lines().isEmpty());
    const auto facts = history.facts();
    const qsizetype size = history.lines().size();
    QCOMPARE(size > LedgerHistory::FewLines, jobs > LedgerHistory::FewLines);
    // What is kept of it is what all lines come to.
    QList<Transaction> all;
    for (const LedgerLine &entry : history.lines())
        all += entry.transaction;
    QCOMPARE(facts->audit, auditLedger(history.lines(), {}));
    QCOMPARE(facts->months, burnByMonth(all));
    QVERIFY(facts->forRunway.size() < size);
    const Runway whole = estimateRunway(
        {.lines = all, .since = facts->audit.since, .remaining = 500, .now = history.knownUntil()});
    QCOMPARE(whole.state, RunwayState::Known);
    QCOMPARE(history.runway(), whole);

    // Nothing new, nothing to add up.
    history.refresh();
    QVERIFY(history.isLoading());
    QTRY_VERIFY(!history.isLoading());
    QCOMPARE(history.facts(), facts);
    QCOMPARE(history.untouchedLines(), size);
    // One line more: all others are as they were.
    line.gateway.setCredits(499);
    history.refresh();
    QTRY_VERIFY(!history.isLoading());
    QVERIFY(history.facts() != facts);
    QCOMPARE(history.lines().size(), size + 1);
    QCOMPARE(history.untouchedLines(), size);
    QCOMPARE(history.facts()->audit, auditLedger(history.lines(), {}));
}

QTEST_MAIN(tst_Team)
#include "tst_team.moc"
