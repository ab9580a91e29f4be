// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"

#include "ui/shell/DesktopNotifier.h"
#include "ui/shell/ShellFrame.h"

#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void showTeam(Deck &deck)
{
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
}

QString alertText(Deck &deck)
{
    const QWidget *notice = deck.find(u"teamAlert"_s);
    return notice->isVisible() ? notice->accessibleName() : QString();
}

int requests(const Deck &deck)
{
    return int(deck.gateway.requests().size());
}

/// Lets the next look at the account happen, and what follows from it.
bool lookAgain(Deck &deck)
{
    const QDateTime before = deck.workspace->monitor().updatedAt();
    return deck.pass(TeamMonitor::VisibleInterval) &&
           deck.workspace->monitor().updatedAt() > before;
}

} // namespace

/// What the window tells of the account by itself, and what that costs in requests.
class tst_TeamAlerts : public QObject
{
    Q_OBJECT

private slots:
    void setsThresholdsByKeyboard();
    void cancelChangesNothing();
    void tellsOncePerCrossing();
    void tellsNothingTwiceAfterARestart();
    void tellsOfAChangedThreshold();
    void tellsOfAShortRunway();
    void tellsOfFailures();
    void desktopWithoutATrayIsSafe();
    void tellsWhatRanUncharged();
    void requestsOfAMinute();
    void requestsAfterACharge();
};

void tst_TeamAlerts::setsThresholdsByKeyboard()
{
    Deck deck;
    showTeam(deck);
    QTest::keyClick(deck.find(u"teamAlerts"_s), Qt::Key_Space);
    auto *dialog = deck.find<QDialog>(u"alertsDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    auto *credits = deck.find<QCheckBox>(u"alertCredits"_s);
    auto *number = deck.find<QSpinBox>(u"alertCreditsNumber"_s);
    QVERIFY(!number->isEnabled());
    QTest::keyClick(credits, Qt::Key_Space);
    QVERIFY(number->isEnabled());
    QCOMPARE(number->accessibleName(), u"Credits fall below"_s);
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, u"250"_s);
    QTest::keyClick(deck.find<QCheckBox>(u"alertStatus"_s), Qt::Key_Space);
    QTest::keyClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                    Qt::Key_Space);
    QCOMPARE(deck.settings.get(Keys::AlertCredits), 250);
    QCOMPARE(deck.settings.get(Keys::AlertDays), 0);
    QVERIFY(!deck.settings.get(Keys::AlertStatus));
    QVERIFY(deck.settings.get(Keys::AlertOnDesktop));
}

void tst_TeamAlerts::cancelChangesNothing()
{
    Deck deck;
    showTeam(deck);
    QTest::keyClick(deck.find(u"teamAlerts"_s), Qt::Key_Space);
    QTest::keyClick(deck.find<QCheckBox>(u"alertDays"_s), Qt::Key_Space);
    QTest::keyClick(deck.find(u"alertsDialog"_s), Qt::Key_Escape);
    QCOMPARE(deck.settings.get(Keys::AlertDays), 0);
}

void tst_TeamAlerts::tellsOncePerCrossing()
{
    Deck deck({.credits = 120});
    deck.settings.set(Keys::AlertCredits, 100);
    QTRY_VERIFY(deck.workspace->monitor().isConfirmed());
    QVERIFY(alertText(deck).isEmpty());
    deck.gateway.setCredits(99);
    QVERIFY(lookAgain(deck));
    QVERIFY2(alertText(deck).contains(u"Only 99 credit"_s), qPrintable(alertText(deck)));
    deck.find(u"teamAlert"_s)->hide();
    deck.gateway.setCredits(98);
    QVERIFY(lookAgain(deck));
    QVERIFY(alertText(deck).isEmpty());
    deck.gateway.setCredits(500);
    QVERIFY(lookAgain(deck));
    deck.gateway.setCredits(50);
    QVERIFY(lookAgain(deck));
    QVERIFY(alertText(deck).contains(u"Only 50 credit"_s));
    QTest::keyClick(deck.find(u"teamAlert"_s)->findChild<QPushButton *>(), Qt::Key_Space);
    QVERIFY(deck.find(u"teamPage"_s)->isVisible());
}

void tst_TeamAlerts::tellsNothingTwiceAfterARestart()
{
    Deck deck({.credits = 60});
    deck.settings.set(Keys::AlertCredits, 100);
    QTRY_VERIFY(alertText(deck).contains(u"Only 60 credit"_s));
    deck.open();
    QTRY_VERIFY(deck.workspace->monitor().isConfirmed());
    QVERIFY(alertText(deck).isEmpty());
    // What changed while nobody looked is told at the next start.
    deck.workspace.reset();
    deck.gateway.setTeamStatus(u"paused"_s);
    deck.open();
    QTRY_VERIFY(alertText(deck).contains(u"status has changed"_s));
}

void tst_TeamAlerts::tellsOfAChangedThreshold()
{
    Deck deck({.credits = 99});
    deck.settings.set(Keys::AlertCredits, 100);
    QTRY_VERIFY(alertText(deck).contains(u"Only 99 credit"_s));
    deck.workspace.reset();
    deck.settings.set(Keys::AlertCredits, 95);
    deck.open();
    QTRY_VERIFY(deck.workspace->monitor().isConfirmed());
    QVERIFY(alertText(deck).isEmpty());
    deck.gateway.setCredits(94);
    QVERIFY(lookAgain(deck));
    QVERIFY2(alertText(deck).contains(u"Only 94 credit"_s), qPrintable(alertText(deck)));
}

void tst_TeamAlerts::tellsOfAShortRunway()
{
    const QDateTime now = FakeClock().utcNow();
    Deck deck({.credits = 20, .now = now});
    QTRY_VERIFY(deck.workspace->monitor().isConfirmed());
    QCOMPARE(deck.gateway.countRequests("GET", u"/api/credits/teams/*/transactions"_s), 0);
    deck.settings.set(Keys::AlertDays, 30);
    QVERIFY(lookAgain(deck));
    QTRY_VERIFY2(alertText(deck).contains(u"the credits last"_s), qPrintable(alertText(deck)));
    QCOMPARE(deck.gateway.countRequests("GET", u"/api/credits/teams/*/transactions"_s), 1);
}

void tst_TeamAlerts::tellsOfFailures()
{
    const QDateTime now = FakeClock().utcNow();
    Deck deck({.pastJobs = 900, .failurePercent = 60, .now = now});
    deck.settings.set(Keys::AlertFailures, 20);
    QVERIFY(lookAgain(deck));
    QTRY_VERIFY2(alertText(deck).contains(u"of the jobs of the last 24 hours failed"_s),
                 qPrintable(alertText(deck)));
}

void tst_TeamAlerts::desktopWithoutATrayIsSafe()
{
    DesktopNotifier notifier;
    QVERIFY(!notifier.show(u"Litedeck"_s, u"Only 60 credits left."_s));
}

void tst_TeamAlerts::tellsWhatRanUncharged()
{
    Deck deck({.credits = 0, .uncreditedJobs = 3});
    showTeam(deck);
    const QWidget *notice = deck.find(u"unchargedNotice"_s);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(
        notice->accessibleName().contains(u"3 of the newest job(s) ran without being charged"_s),
        qPrintable(notice->accessibleName()));
    QTest::keyClick(notice->findChild<QPushButton *>(), Qt::Key_Space);
    QVERIFY(deck.find(u"jobsPage"_s)->isVisible());
}

void tst_TeamAlerts::requestsOfAMinute()
{
    Deck deck;
    showTeam(deck);
    QTRY_COMPARE(deck.gateway.countRequests("GET", u"/api/teams/*/jobs"_s), 1);
    QTRY_VERIFY(deck.workspace->monitor().isConfirmed());
    QVERIFY(deck.comesToRest());
    const int before = requests(deck);
    QVERIFY(lookAgain(deck));
    QVERIFY(lookAgain(deck));
    QCOMPARE(requests(deck), before + 2);
    // Once nobody can see it, a look in five minutes will do.
    deck.window().hide();
    QVERIFY(deck.pass(TeamMonitor::VisibleInterval));
    QCOMPARE(requests(deck), before + 3);
    QCOMPARE(deck.workspace->monitor().updatedAt(), deck.clock.utcNow());
    QVERIFY(deck.pass(TeamMonitor::HiddenInterval - 1s));
    QCOMPARE(requests(deck), before + 3);
    QVERIFY(deck.pass(1s));
    QCOMPARE(requests(deck), before + 4);
}

void tst_TeamAlerts::requestsAfterACharge()
{
    Deck deck;
    showTeam(deck);
    QTRY_COMPARE(deck.gateway.countRequests("GET", u"/api/teams/*/jobs"_s), 1);
    QTRY_VERIFY(deck.workspace->monitor().isConfirmed());
    QVERIFY(deck.comesToRest());
    const int before = requests(deck);
    deck.gateway.setCredits(900);
    QVERIFY(lookAgain(deck));
    // The account, then the ledger, then the jobs, each once.
    QTRY_COMPARE(requests(deck), before + 3);
    QCOMPARE(deck.gateway.countRequests("GET", u"/api/credits/teams/*/transactions"_s), 2);
    QCOMPARE(deck.gateway.countRequests("GET", u"/api/teams/*/jobs"_s), 2);
    QVERIFY(lookAgain(deck));
    QCOMPARE(requests(deck), before + 4);
}

QTEST_MAIN(tst_TeamAlerts)
#include "tst_team_alerts.moc"
