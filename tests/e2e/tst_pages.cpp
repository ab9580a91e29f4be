// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsDeck.h"
#include "WaysOut.h"

#include <QPushButton>
#include <QTabWidget>

using namespace litedeck;
using namespace litedeck::test;

namespace {

const QString TeamPath = u"/api/teams/*"_s;

/// A page of the window, without making it; null until something else has.
QWidget *made(Deck &deck, const QString &page)
{
    return deck.window().findChild<QWidget *>(page);
}

int madePages(Deck &deck)
{
    int count = 0;
    for (const QString &page : {u"chatPage"_s, u"teamPage"_s, u"jobsPage"_s, u"diagnosticsPage"_s})
        count += made(deck, page) != nullptr ? 1 : 0;
    return count;
}

bool isShown(Deck &deck, const QString &page)
{
    const QWidget *widget = made(deck, page);
    return widget != nullptr && widget->isVisible();
}

} // namespace

/// That each page is made when it is first shown, and that nothing else waits for that.
class tst_Pages : public QObject
{
    Q_OBJECT

private slots:
    void eachIsMadeWhenFirstShown();
    void theLastOneIsMadeAtTheStart();
    void accountIsWatchedWithoutItsPage();
    void errorsLeadToTheirPage();
    void aTurnLeadsToItsJob();
    void costsOnDiskAreKnownToALatePage();
    void aLatePageShowsWhatWasBefore();
};

void tst_Pages::eachIsMadeWhenFirstShown()
{
    Deck deck;
    deck.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&deck.window()));
    QVERIFY(deck.comesToRest());
    QVERIFY(isShown(deck, u"chatPage"_s));
    QCOMPARE(madePages(deck), 1);
    const std::pair<Qt::Key, QString> pages[] = {
        {Qt::Key_4, u"diagnosticsPage"_s}, {Qt::Key_2, u"teamPage"_s}, {Qt::Key_3, u"jobsPage"_s}};
    int expected = 1;
    for (const auto &[key, page] : pages) {
        QTest::keyClick(&deck.window(), key, Qt::ControlModifier);
        QVERIFY2(isShown(deck, page), qPrintable(page));
        QCOMPARE(madePages(deck), ++expected);
    }
    const QWidget *jobs = made(deck, u"jobsPage"_s);
    QTest::keyClick(&deck.window(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&deck.window(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(made(deck, u"jobsPage"_s), jobs);
}

void tst_Pages::theLastOneIsMadeAtTheStart()
{
    Deck deck;
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
    deck.window().close();
    deck.open();
    QVERIFY(isShown(deck, u"teamPage"_s));
    QCOMPARE(madePages(deck), 2);
}

void tst_Pages::accountIsWatchedWithoutItsPage()
{
    Deck deck({.credits = 120});
    deck.settings.set(Keys::AlertCredits, 100);
    QTRY_VERIFY(deck.named(u"Team status: active"_s));
    deck.gateway.setCredits(99);
    deck.gateway.setTeamStatus(u"paused"_s);
    QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    QTRY_VERIFY(deck.named(u"Team status: paused"_s));
    QTRY_VERIFY(deck.find(u"teamAlert"_s)->isVisible());
    QVERIFY(deck.find(u"credits"_s)->accessibleName().contains(u"99"_s));
    QCOMPARE(madePages(deck), 1);
    QTest::keyClick(deck.find(u"teamAlert"_s)->findChild<QPushButton *>(), Qt::Key_Space);
    QVERIFY(isShown(deck, u"teamPage"_s));
    // It knows at once what the bar knew.
    QVERIFY(made(deck, u"teamPage"_s)->findChild<QWidget *>(u"teamNotice"_s)->isVisible());
    QCOMPARE(deck.find(u"teamStatus"_s)->accessibleName(), u"Team status: paused"_s);
}

void tst_Pages::errorsLeadToTheirPage()
{
    Deck deck;
    QTRY_VERIFY(deck.named(u"Team status: active"_s));
    QVERIFY(deck.comesToRest());
    deck.gateway.addFault(
        {.method = "GET", .pathPattern = TeamPath, .times = 100, .status = 500, .body = "{}"});
    QVERIFY(deck.passUntil([&deck] { return entryCount(deck) == 1; }));
    QCOMPARE(made(deck, u"teamPage"_s), nullptr);
    // Neither needs the retry a page.
    const int asked = deck.gateway.countRequests("GET", TeamPath);
    press(deck, u"Retry now"_s);
    QTRY_VERIFY(deck.gateway.countRequests("GET", TeamPath) > asked);
    QCOMPARE(madePages(deck), 1);
    QVERIFY(deck.passUntil([&deck] { return entryCount(deck) == 1; }));
    press(deck, u"Show team"_s);
    QVERIFY(isShown(deck, u"teamPage"_s));
    QVERIFY(deck.find(u"teamNotice"_s)->isVisible());
}

void tst_Pages::aTurnLeadsToItsJob()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(!deck.lastTurn().jobId.isEmpty());
    QTRY_VERIFY(deck.isOver());
    QVERIFY(deck.comesToRest());
    QCOMPARE(made(deck, u"jobsPage"_s), nullptr);
    deck.transcript()->trigger(1, EntryAction::JobDetails);
    QVERIFY(isShown(deck, u"jobsPage"_s));
    QTRY_VERIFY(deck.named(u"Job details"_s));
}

void tst_Pages::costsOnDiskAreKnownToALatePage()
{
    JobsDeck deck({.pastJobs = 5, .now = scenario().now});
    QVERIFY(deck.showJobs());
    deck.find<QTabWidget>(u"jobsTabs"_s)->setCurrentIndex(1);
    QTRY_VERIFY(deck.find(u"readCosts"_s)->isVisible());
    QTest::keyClick(deck.find(u"readCosts"_s), Qt::Key_Space);
    QVERIFY(deck.find(u"readingProgress"_s)->isVisible());
    QVERIFY(deck.passUntil([&] { return deck.find(u"readingProgress"_s)->isHidden(); }));
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Chats);
    deck.window().close();

    // What is known of the team is read from disk after the costs.
    deck.gateway.addFault(
        {.method = "GET", .pathPattern = TeamPath, .times = 100, .status = 500, .body = "{}"});
    deck.open();
    QTRY_VERIFY(deck.workspace->monitor().account());
    QCOMPARE(made(deck, u"jobsPage"_s), nullptr);
    QVERIFY(deck.showJobs());
    for (const JobRow *row : deck.jobs().shown())
        QCOMPARE(row->figures.has_value(), !row->job.isOpen());
}

void tst_Pages::aLatePageShowsWhatWasBefore()
{
    Deck deck;
    QTRY_VERIFY(deck.named(u"Team status: active"_s));
    QVERIFY(deck.comesToRest());
    const int before = int(deck.gateway.requests().size());
    QVERIFY(before > 0);
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Diagnostics);
    const auto *log =
        made(deck, u"diagnosticsPage"_s)->findChild<QTableView *>(u"requestLogTable"_s);
    QCOMPARE(log->model()->rowCount(), before);
    QVERIFY(deck.find<QTableView>(u"metricsTable"_s)->model()->rowCount() > 0);
}

QTEST_MAIN(tst_Pages)
#include "tst_pages.moc"
