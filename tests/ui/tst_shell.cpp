// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/AccountBar.h"
#include "ui/shell/NavigationRail.h"
#include "ui/shell/ShellFrame.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

QAbstractButton *pageButton(const QWidget &window, const QString &accessibleName)
{
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->accessibleName() == accessibleName)
            return button;
    }
    return nullptr;
}

const QStringList PageNames{u"Chats"_s, u"Team"_s, u"Jobs"_s, u"Diagnostics"_s};

} // namespace

class tst_Shell : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void railNamesItsPages();
    void clickRequestsThePage();
    void shortcutRequestsThePage_data();
    void shortcutRequestsThePage();
    void arrowsMoveThroughThePages();
    void settingPageEmitsNothing();
    void countIsReadAloud();
    void settingsAreReachable();
    void barStartsUnknown();
    void barShowsStatus_data();
    void barShowsStatus();
    void barShowsCredits();
    void barShowsAge_data();
    void barShowsAge();
    void barAsksForRefreshAndTeam();
    void frameSwitchesPages();
    void frameMakesPagesWhenShown();
    void tabReachesLatePagesInTheirPlace();
    void framePutsErrorsBelow();
    void frameGivesErrorsTheirHeight();
    void frameFitsSmallWindows();
};

void tst_Shell::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_Shell::railNamesItsPages()
{
    NavigationRail rail;
    for (const QString &name : PageNames) {
        const QAbstractButton *button = pageButton(rail, name);
        QVERIFY2(button != nullptr, qPrintable(name));
        QVERIFY(button->isCheckable());
        QVERIFY(!button->objectName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
    QVERIFY(pageButton(rail, u"Chats"_s)->isChecked());
}

void tst_Shell::clickRequestsThePage()
{
    NavigationRail rail;
    QSignalSpy requested(&rail, &NavigationRail::pageRequested);
    pageButton(rail, u"Jobs"_s)->click();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.at(0).at(0).value<Page>(), Page::Jobs);
    QCOMPARE(rail.currentPage(), Page::Jobs);
    QVERIFY(!pageButton(rail, u"Chats"_s)->isChecked());
    pageButton(rail, u"Jobs"_s)->click();
    QCOMPARE(requested.count(), 1);
}

void tst_Shell::shortcutRequestsThePage_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Page>("page");
    QTest::newRow("Team") << int(Qt::Key_2) << Page::Team;
    QTest::newRow("Jobs") << int(Qt::Key_3) << Page::Jobs;
    QTest::newRow("Diagnostics") << int(Qt::Key_4) << Page::Diagnostics;
}

void tst_Shell::shortcutRequestsThePage()
{
    QFETCH(int, key);
    QFETCH(Page, page);
    ShellFrame frame;
    frame.show();
    frame.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&frame));
    QTest::keyClick(&frame, Qt::Key(key), Qt::ControlModifier);
    QCOMPARE(frame.currentPage(), page);
    QVERIFY(pageButton(frame, PageNames.at(int(page)))->isChecked());
    QTest::keyClick(&frame, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(frame.currentPage(), Page::Chats);
}

void tst_Shell::arrowsMoveThroughThePages()
{
    NavigationRail rail;
    rail.show();
    rail.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&rail));
    QSignalSpy requested(&rail, &NavigationRail::pageRequested);
    pageButton(rail, u"Chats"_s)->setFocus(Qt::TabFocusReason);
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };

    press(Qt::Key_Down);
    QCOMPARE(rail.currentPage(), Page::Team);
    QCOMPARE(QApplication::focusWidget(), pageButton(rail, u"Team"_s));
    press(Qt::Key_End);
    QCOMPARE(rail.currentPage(), Page::Diagnostics);
    press(Qt::Key_Down);
    QCOMPARE(rail.currentPage(), Page::Diagnostics);
    press(Qt::Key_Up);
    QCOMPARE(rail.currentPage(), Page::Jobs);
    press(Qt::Key_Home);
    QCOMPARE(rail.currentPage(), Page::Chats);
    QCOMPARE(requested.count(), 4);
}

void tst_Shell::settingPageEmitsNothing()
{
    NavigationRail rail;
    QSignalSpy requested(&rail, &NavigationRail::pageRequested);
    rail.setCurrentPage(Page::Team);
    QCOMPARE(requested.count(), 0);
    QVERIFY(pageButton(rail, u"Team"_s)->isChecked());
}

void tst_Shell::countIsReadAloud()
{
    NavigationRail rail;
    rail.setCount(Page::Diagnostics, 3);
    const QAbstractButton *button = pageButton(rail, u"Diagnostics"_s);
    QVERIFY(button->accessibleDescription().contains(u"3"_s));
    rail.setCount(Page::Diagnostics, 0);
    QVERIFY(button->accessibleDescription().isEmpty());
}

void tst_Shell::settingsAreReachable()
{
    NavigationRail rail;
    QSignalSpy requested(&rail, &NavigationRail::settingsRequested);
    pageButton(rail, u"Settings"_s)->click();
    QCOMPARE(requested.count(), 1);
}

void tst_Shell::barStartsUnknown()
{
    AccountBar bar;
    QCOMPARE(bar.findChild<QWidget *>(u"credits"_s)->accessibleName(), u"Credits: not known yet"_s);
    QCOMPARE(bar.findChild<QWidget *>(u"teamStatus"_s)->accessibleName(),
             u"Team status: not known yet"_s);
    QVERIFY(bar.findChild<QWidget *>(u"accountAge"_s)->isHidden());
    QVERIFY(bar.findChild<QWidget *>(u"creditsMeter"_s)->isHidden());
}

void tst_Shell::barShowsStatus_data()
{
    QTest::addColumn<TeamState>("state");
    QTest::addColumn<QString>("name");
    QTest::newRow("active") << TeamState::Active << u"Team status: active"_s;
    QTest::newRow("paused") << TeamState::Paused << u"Team status: paused"_s;
    QTest::newRow("suspended") << TeamState::Suspended << u"Team status: suspended"_s;
    QTest::newRow("out") << TeamState::OutOfCredits << u"Team status: out of credits"_s;
    QTest::newRow("another word") << TeamState::Other << u"Team status: archived"_s;
}

void tst_Shell::barShowsStatus()
{
    QFETCH(TeamState, state);
    QFETCH(QString, name);
    AccountBar bar;
    bar.setTeamStatus(state, u"archived"_s);
    QCOMPARE(bar.findChild<QWidget *>(u"teamStatus"_s)->accessibleName(), name);
    bar.setKeyRefused();
    QCOMPARE(bar.findChild<QWidget *>(u"teamStatus"_s)->accessibleName(),
             u"Team status: key refused"_s);
}

void tst_Shell::barShowsCredits()
{
    AccountBar bar;
    bar.resize(1200, 52);
    auto *credits = bar.findChild<QToolButton *>(u"credits"_s);
    bar.setAllowance(Allowance{.limit = 5000, .left = 1412});
    QCOMPARE(credits->accessibleName(), u"Credits: 1,412 of 5,000"_s);
    QCOMPARE(credits->text(), u"Credits: 1,412 of 5,000"_s);
    bar.setAllowance(Allowance{.left = 0});
    QCOMPARE(credits->accessibleName(), u"Credits: 0"_s);
    QVERIFY(bar.findChild<QWidget *>(u"creditsMeter"_s)->isHidden());
    bar.setAllowance(Allowance{.limit = 0, .left = 7});
    QVERIFY(bar.findChild<QWidget *>(u"creditsMeter"_s)->isHidden());
}

void tst_Shell::barShowsAge_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("name");
    QTest::newRow("now") << 0 << u"Updated just now"_s;
    QTest::newRow("under a minute") << 59 << u"Updated just now"_s; // each look at the clock
    QTest::newRow("minutes") << 150 << u"Updated 2 min ago"_s;
    QTest::newRow("hours") << 3 * 3600 << u"Updated 3 h ago"_s;
    QTest::newRow("days") << 50 * 3600 << u"Updated 2 d ago"_s;
}

void tst_Shell::barShowsAge()
{
    QFETCH(int, seconds);
    QFETCH(QString, name);
    AccountBar bar;
    bar.resize(900, bar.height());
    const QDateTime then(QDate(2026, 11, 22), QTime(9, 0));
    bar.setUpdated(then, then.addSecs(seconds));
    const auto *age = bar.findChild<QWidget *>(u"accountAge"_s);
    QCOMPARE(age->accessibleName(), name);
    QVERIFY(!age->isHidden());
    // Where there is little room the name of the connection needs it more.
    bar.resize(600, bar.height());
    bar.setUpdated(then, then.addSecs(seconds));
    QVERIFY(age->isHidden());
}

void tst_Shell::barAsksForRefreshAndTeam()
{
    AccountBar bar;
    QSignalSpy refresh(&bar, &AccountBar::refreshRequested);
    QSignalSpy team(&bar, &AccountBar::teamRequested);
    auto *button = pageButton(bar, u"Refresh"_s);
    button->click();
    QCOMPARE(refresh.count(), 1);
    bar.setRefreshing(true);
    button->click();
    QCOMPARE(refresh.count(), 1);
    bar.findChild<QToolButton *>(u"credits"_s)->click();
    QCOMPARE(team.count(), 1);
}

void tst_Shell::frameSwitchesPages()
{
    ShellFrame frame;
    auto *chats = new QLabel(u"chats"_s);
    auto *jobs = new QLabel(u"jobs"_s);
    frame.addPage(Page::Chats, chats);
    frame.addPage(Page::Jobs, jobs);
    frame.show();
    QVERIFY(chats->isVisible());
    QVERIFY(!jobs->isVisible());

    QSignalSpy changed(&frame, &ShellFrame::pageChanged);
    pageButton(frame, u"Jobs"_s)->click();
    QVERIFY(jobs->isVisible());
    QVERIFY(!chats->isVisible());
    QCOMPARE(frame.currentPage(), Page::Jobs);
    QCOMPARE(changed.count(), 1);
    frame.setCurrentPage(Page::Chats);
    QVERIFY(chats->isVisible());
    QCOMPARE(changed.count(), 2);
    QVERIFY(pageButton(frame, u"Chats"_s)->isChecked());
    frame.setCurrentPage(Page::Chats);
    QCOMPARE(changed.count(), 2);
}

void tst_Shell::frameMakesPagesWhenShown()
{
    ShellFrame frame;
    int made = 0;
    const auto make = [&made] {
        ++made;
        return new QLabel(u"page"_s);
    };
    frame.addPageLater(Page::Chats, make);
    QCOMPARE(made, 1); // it is the one that is shown
    frame.addPageLater(Page::Jobs, make);
    frame.addPageLater(Page::Team, make);
    QCOMPARE(made, 1);
    frame.show();
    pageButton(frame, u"Jobs"_s)->click();
    QCOMPARE(made, 2);
    frame.setCurrentPage(Page::Chats);
    frame.setCurrentPage(Page::Jobs);
    QCOMPARE(made, 2);
    frame.makePage(Page::Team);
    frame.makePage(Page::Team);
    QCOMPARE(made, 3);
    QCOMPARE(frame.currentPage(), Page::Jobs);
}

void tst_Shell::tabReachesLatePagesInTheirPlace()
{
    ShellFrame frame;
    const auto withButtons = [](const QString &first, const QString &second) {
        auto *widget = new QWidget;
        auto *column = new QVBoxLayout(widget);
        for (const QString &name : {first, second}) {
            auto *button = new QToolButton;
            button->setFocusPolicy(Qt::StrongFocus);
            button->setObjectName(name);
            column->addWidget(button);
        }
        return widget;
    };
    frame.addPageLater(Page::Jobs, [&] { return withButtons(u"one"_s, u"two"_s); });
    frame.setErrorPanel(withButtons(u"three"_s, u"four"_s));
    frame.show();
    frame.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&frame));
    frame.setCurrentPage(Page::Jobs);
    frame.findChild<QToolButton *>(u"one"_s)->setFocus();
    QStringList reached;
    for (int i = 0; i < 4; ++i) {
        reached += QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached, (QStringList{u"one"_s, u"two"_s, u"three"_s, u"four"_s}));
}

void tst_Shell::framePutsErrorsBelow()
{
    ShellFrame frame;
    auto *page = new QWidget;
    auto *panel = new QWidget;
    panel->setMinimumHeight(80);
    frame.addPage(Page::Chats, page);
    frame.setErrorPanel(panel);
    frame.resize(1000, 700);
    frame.show();
    QVERIFY(panel->isVisible());
    QVERIFY(panel->mapTo(&frame, QPoint()).y() > page->mapTo(&frame, QPoint()).y());
    QVERIFY(page->height() > panel->height());
    const int shared = page->height();
    panel->hide();
    QVERIFY(QTest::qWaitFor([&] { return page->height() > shared; }));
    QVERIFY(frame.restoreLayout(frame.saveLayout()));
    QVERIFY(!frame.restoreLayout("nonsense"));
}

void tst_Shell::frameGivesErrorsTheirHeight()
{
    ShellFrame frame;
    auto *panel = new QWidget;
    panel->setMinimumHeight(80);
    auto *tall = new QWidget;
    auto *column = new QVBoxLayout(tall);
    column->addSpacing(550);
    frame.addPage(Page::Chats, new QWidget);
    frame.addPage(Page::Jobs, tall);
    frame.setErrorPanel(panel);
    panel->hide();
    frame.resize(1000, 700);
    frame.show();
    panel->show();
    QTRY_COMPARE(panel->height(), 200);
    frame.setCurrentPage(Page::Jobs);
    QTRY_VERIFY(panel->height() < 200);
    frame.setCurrentPage(Page::Chats);
    QTRY_COMPARE(panel->height(), 200);
}

void tst_Shell::frameFitsSmallWindows()
{
    ShellFrame frame;
    frame.accountBar()->setServer(u"A server with quite a long name · gateway.example.com"_s,
                                  AccountBar::Connection::Online);
    frame.accountBar()->setTeamStatus(TeamState::Suspended, {});
    frame.accountBar()->setAllowance(Allowance{.limit = 5'000'000, .left = 1'000'000});
    const QDateTime then(QDate(2026, 11, 22), QTime(9, 0));
    frame.accountBar()->setUpdated(then, then.addSecs(12 * 3600));
    QVERIFY2(frame.minimumSizeHint().width() <= 900,
             qPrintable(QString::number(frame.minimumSizeHint().width())));
    QVERIFY(frame.minimumSizeHint().height() <= 600);
}

QTEST_MAIN(tst_Shell)
#include "tst_shell.moc"
