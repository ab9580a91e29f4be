// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/connection/Connection.h"
#include "core/demo/DemoGateway.h"
#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"
#include "core/store/Store.h"
#include "core/team/LedgerHistory.h"
#include "core/team/RecentJobs.h"
#include "core/team/TeamAlerts.h"
#include "core/team/TeamMonitor.h"
#include "tests/ui/Facts.h"
#include "ui/team/TeamPage.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/Meter.h"
#include "ui/widgets/Theme.h"
#include "ui/words/AlertWords.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace litedeck;
using demo::DemoGateway;
using demo::DemoScenario;

namespace {

const QString LedgerPath = u"/api/credits/teams/*/transactions"_s;

/// A plain LiteLLM proxy that does not pause.
DemoScenario proxy(const QString &name)
{
    DemoScenario scenario = *DemoScenario::named(name);
    scenario.providerDelayMs = scenario.textPaceMs = scenario.bookingDelayMs = 0;
    return scenario;
}

/// The real page on a real socket.
struct Desk
{
    explicit Desk(const DemoScenario &scenario = {},
                  const Features &features = {.jobs = true, .ledger = true})
        : server(scenario)
    {
        listening = server.listen();
        connection = std::make_unique<Connection>(
            GatewayAddress{.server = server.baseUrl(),
                           .team = {server.teamId()},
                           .virtualKey = server.virtualKey(),
                           .kind = scenario.kind == demo::DemoKind::LiteLlm
                                       ? ServerKind::LiteLlmProxy
                                       : ServerKind::SaasLiteLlm},
            RetryPolicy{.maxRetries = 0}, clock);
        monitor = std::make_unique<TeamMonitor>(connection->server(), connection->clock());
        history = std::make_unique<LedgerHistory>(connection->server(), connection->team(),
                                                  connection->clock(), store, *monitor);
        history->load();
        jobs = std::make_unique<RecentJobs>(connection->server(), connection->clock());
        const QString place = placeOf(server.baseUrl(), {server.teamId()});
        alerts = std::make_unique<TeamAlerts>(place, settings, *monitor, *history, *jobs, clock);
        page = std::make_unique<TeamPage>(TeamContent{features, connection->clock(),
                                                      connection->redactor(), *monitor, *history,
                                                      *jobs, *alerts, settings});
        page->resize(1280, 800);
    }

    void show()
    {
        monitor->start();
        page->show();
    }
    template <typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }
    QTableView *ledger() const { return find<QTableView>(u"ledgerTable"_s); }
    QString status() const { return find<Badge>(u"teamStatus"_s)->text(); }
    bool isLoaded() const { return monitor->account() && ledger()->model()->rowCount() > 0; }
    int ledgerRequests() const { return server.countRequests("GET", LedgerPath); }

    SystemClock clock;
    DemoGateway server;
    bool listening = false;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<TeamMonitor> monitor;
    Store store{u":memory:"_s};
    std::unique_ptr<LedgerHistory> history;
    QTemporaryDir directory;
    Settings settings{directory.filePath(u"settings.ini"_s)};
    std::unique_ptr<RecentJobs> jobs;
    std::unique_ptr<TeamAlerts> alerts;
    std::unique_ptr<TeamPage> page;
};

} // namespace

class tst_TeamPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(*qApp, ColorScheme::Light);
    }

    void claimsNothingBeforeTheFirstAnswer();
    void showsTheAccount();
    void showsBudgetsInDollars();
    void speaksOfABudgetOnAProxy();
    void showsEachBudgetOfAProxy();
    void saysUntilWhenABudgetIsUsedUp();
    void hasNoTeamForAKeyOutsideOfTeams();
    void saysWhatTheKeyMaySee();
    void tellsWhoUsedHowMuchInTheTeam();
    void saysNothingOfTheKeyWithALedger();
    void alertsOfABudgetThatIsNearlyUsed();
    void leavesOutWhatTheServerDoesNotKeep();
    void asksForTheLedgerOnlyWhenItMayHaveChanged();
    void asksAgainWhenTheBalanceChanges();
    void saysWhyTheTeamCannotWork_data();
    void saysWhyTheTeamCannotWork();
    void keepsTheLedgerWhenTheKeyIsRefused();
    void explainsARefusalWithoutALedger();
    void keepsNumbersWhenTheServerIsGone();
    void leadsToTheJobOfALine();
    void tellsHowLongTheCreditsLast();
    void saysWhyThereIsNoForecast();
    void tellsThatTheLedgerDoesNotAddUp();
    void keepsLinesThatTheServerNoLongerGives();
};

void tst_TeamPage::claimsNothingBeforeTheFirstAnswer()
{
    Desk desk;
    QVERIFY(desk.listening);
    QCOMPARE(desk.text(u"creditsRemaining"_s), u"–"_s);
    QCOMPARE(desk.status(), u"Not known yet"_s);
    QVERIFY(desk.text(u"teamAge"_s).isEmpty());
}

void tst_TeamPage::showsTheAccount()
{
    DemoScenario scenario;
    scenario.credits = 1412;
    Desk desk(scenario);
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QCOMPARE(desk.text(u"creditsRemaining"_s), u"1,412"_s);
    QCOMPARE(desk.status(), u"Active"_s);
    QCOMPARE(desk.find<Badge>(u"teamStatus"_s)->accessibleName(), u"Team status: active"_s);
    QVERIFY(!desk.find<QWidget>(u"teamNotice"_s)->isVisible());
    QCOMPARE(factOf(desk.find<FactList>(u"teamBudget"_s), u"Price"_s),
             u"One credit for each completed job"_s);
    const auto *access = desk.find<FactList>(u"teamAccess"_s);
    QCOMPARE(factOf(access, u"Team"_s), desk.server.teamId());
    QVERIFY(factOf(access, u"Models"_s).startsWith(desk.monitor->account()->models.first()));
    QVERIFY(desk.text(u"teamAge"_s).endsWith(u"just now"));
    QCOMPARE(desk.ledger()->model()->rowCount(), int(desk.server.transactions().size()));
}

void tst_TeamPage::leavesOutWhatTheServerDoesNotKeep()
{
    const Desk all;
    const Desk plain({}, Features());
    for (const QString &name : {u"ledgerCard"_s, u"balancePlot"_s, u"monthPlot"_s, u"typePlot"_s}) {
        QVERIFY2(!all.find<QWidget>(name)->isHidden(), qPrintable(name));
        QVERIFY2(plain.find<QWidget>(name)->isHidden(), qPrintable(name));
    }
    QVERIFY(!plain.find<QWidget>(u"teamBudget"_s)->isHidden());
}

void tst_TeamPage::showsBudgetsInDollars()
{
    using enum Allowance::Scope;
    const auto budget = [](Allowance::Scope scope, qint64 cents) {
        return Allowance{.scope = scope,
                         .unit = AmountUnit::NanoDollars,
                         .used = cents * 10'000'000,
                         .period = u"1d"_s};
    };
    Account account{.team = {u"uuid"_s}, .name = u"Research"_s};
    account.status = Account::Status::Active;
    account.charges.kind = ChargeRule::Kind::Dollars;
    account.allowances = {budget(Key, 158), budget(Member, 100), budget(Team, 2500)};
    account.allowances.first().limit = 2'000'000'000;
    account.allowances.first().left = 420'000'000;
    account.allowances.first().resetsAt = QDateTime(QDate(2026, 12, 1), QTime(0, 0));
    Desk desk;
    desk.monitor->recall(account, QDateTime::currentDateTimeUtc());
    QCOMPARE(desk.text(u"creditsRemaining"_s), u"$0.42"_s);
    QCOMPARE(desk.find<QLabel>(u"creditsRemaining"_s)->accessibleName(),
             u"Budget: $0.42 left of $2.00"_s);
    const auto *facts = desk.find<FactList>(u"teamBudget"_s);
    QCOMPARE(factOf(facts, u"Price"_s), u"What the model costs, in US dollars"_s);
    QVERIFY(factOf(facts, u"Begins again"_s).endsWith(u", then every day"_s));
    QCOMPARE(desk.text(u"budgetName"_s), u"This key"_s);
    const auto *others = desk.find<QWidget>(u"otherBudgets"_s);
    QCOMPARE(factOf(others, u"You in this team"_s), u"$1.00 used, no limit"_s);
    QCOMPARE(factOf(others, u"Team"_s), u"$25.00 used, no limit"_s);
    QVERIFY(factOf(facts, u"Auto refill"_s).isEmpty());
    QCOMPARE(factOf(desk.find<FactList>(u"teamAccess"_s), u"Team"_s), u"Research"_s);
}

void tst_TeamPage::speaksOfABudgetOnAProxy()
{
    Desk desk(proxy(u"litellm"_s), Features());
    QCOMPARE(desk.find<QLabel>(u"creditsRemaining"_s)->accessibleName(),
             u"Budget: not known yet"_s);
    desk.show();
    QTRY_VERIFY(desk.monitor->account());
    QTest::mouseClick(desk.find<QPushButton>(u"teamAlerts"_s), Qt::LeftButton);
    QVERIFY(desk.find<QWidget>(u"alertFailures"_s)->isVisible());
    QVERIFY(desk.find<QCheckBox>(u"alertBudget"_s)->isChecked());
    QCOMPARE(desk.find<QSpinBox>(u"alertBudgetNumber"_s)->value(), 80);
    // Nothing that is seen speaks of credits or jobs.
    for (const QWidget *widget : desk.page->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        for (const QString &text : {widget->property("text").toString(), widget->accessibleName()})
            QVERIFY2(!text.contains(QRegularExpression(u"credit|allocated|\\bjob"_s,
                                                       QRegularExpression::CaseInsensitiveOption)),
                     qPrintable(text));
    }
    const auto *access = desk.find<FactList>(u"teamAccess"_s);
    QCOMPARE(factOf(access, u"Team"_s), u"Northwind platform"_s);
    QVERIFY(factOf(access, u"Organisation"_s).isEmpty());
    QVERIFY(factOf(access, u"Access groups"_s).isEmpty());
}

void tst_TeamPage::showsEachBudgetOfAProxy()
{
    Desk desk(proxy(u"litellm"_s), Features());
    desk.show();
    QTRY_VERIFY(desk.monitor->account());
    QVERIFY(desk.text(u"budgetName"_s).startsWith(u"Key “"));
    const auto *others = desk.find<QWidget>(u"otherBudgets"_s);
    const QString member = factOf(others, u"You in this team"_s);
    QVERIFY2(member.contains(u"used of $"), qPrintable(member));
    QCOMPARE(desk.monitor->account()->allowances.size(), 4);
    QCOMPARE(others->findChildren<Meter *>().size(), 3);
}

void tst_TeamPage::saysUntilWhenABudgetIsUsedUp()
{
    Desk desk(proxy(u"litellm-over-budget"_s), Features());
    desk.show();
    QTRY_VERIFY2(desk.status().startsWith(u"Budget used up until "), qPrintable(desk.status()));
    const QString notice = desk.find<QWidget>(u"teamNotice"_s)->accessibleName();
    QVERIFY2(notice.contains(u"The budget is used up until "), qPrintable(notice));
}

void tst_TeamPage::hasNoTeamForAKeyOutsideOfTeams()
{
    DemoScenario scenario = proxy(u"litellm"_s);
    scenario.proxy.owner = demo::KeyOwner::Solo;
    Desk desk(scenario, Features());
    desk.show();
    QTRY_VERIFY(desk.monitor->account());
    QVERIFY(factOf(desk.find<FactList>(u"teamAccess"_s), u"Team"_s).isEmpty());
}

void tst_TeamPage::saysWhatTheKeyMaySee()
{
    Desk desk(proxy(u"litellm"_s), Features());
    QVERIFY(desk.find<QWidget>(u"keyCard"_s)->isHidden());
    desk.show();
    QTRY_VERIFY(desk.find<QWidget>(u"keyCard"_s)->isVisible());
    QVERIFY(desk.text(u"keySight"_s).startsWith(u"This key may chat and see its budget"));
    auto *copy = desk.find<QPushButton>(u"copyKeyRequest"_s);
    QVERIFY(copy->isVisible());
    QTest::mouseClick(copy, Qt::LeftButton);
    const QString request = QGuiApplication::clipboard()->text();
    QVERIFY(request.contains(u"POST /team/permissions_update"));
    QVERIFY(request.contains(desk.monitor->account()->team.value));
}

void tst_TeamPage::tellsWhoUsedHowMuchInTheTeam()
{
    Desk desk(proxy(u"litellm"_s), Features());
    desk.show();
    QTRY_VERIFY(desk.find<QWidget>(u"sharesCard"_s)->isVisible());
    const auto *model = desk.find<QTableView>(u"sharesTable"_s)->model();
    const QList<Share> shares = desk.monitor->account()->shares;
    QCOMPARE(model->rowCount(), int(shares.size()));
    QStringList own;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (const QString who = model->index(row, 0).data().toString(); who.endsWith(u')'))
            own += who;
    }
    own.sort();
    QCOMPARE(own.size(), 2);
    QVERIFY2(own.at(0).endsWith(u" (this key)"), qPrintable(own.at(0)));
    QVERIFY2(own.at(1).endsWith(u" (you)"), qPrintable(own.at(1)));
}

void tst_TeamPage::saysNothingOfTheKeyWithALedger()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QVERIFY(desk.find<QWidget>(u"keyCard"_s)->isHidden());
    QVERIFY(desk.find<QWidget>(u"sharesCard"_s)->isHidden());
}

void tst_TeamPage::alertsOfABudgetThatIsNearlyUsed()
{
    Desk desk(proxy(u"litellm-over-budget"_s), Features());
    QSignalSpy raised(desk.alerts.get(), &TeamAlerts::raised);
    desk.show();
    QTRY_COMPARE(raised.size(), 1);
    const auto kinds = raised.at(0).at(0).value<QList<AlertKind>>();
    QVERIFY(kinds.contains(AlertKind::Budget));
    const auto input = raised.at(0).at(1).value<AlertInput>();
    QVERIFY(AlertWords::text(kinds, input).contains(u"of a budget is used (Key “"));
}

void tst_TeamPage::asksForTheLedgerOnlyWhenItMayHaveChanged()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QCOMPARE(desk.ledgerRequests(), 1);
    QSignalSpy changed(desk.monitor.get(), &TeamMonitor::changed);
    desk.monitor->refresh();
    QTRY_COMPARE(changed.size(), 1);
    desk.page->hide();
    desk.server.setCredits(700); // nobody looks
    desk.monitor->refresh();
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(desk.ledgerRequests(), 1);
    desk.page->show();
    QTRY_COMPARE(desk.ledgerRequests(), 2);
    QTest::keyClick(desk.find<QToolButton>(u"teamRefresh"_s), Qt::Key_Space);
    QTRY_COMPARE(changed.size(), 3);
    QVERIFY(desk.ledgerRequests() <= 3);
}

void tst_TeamPage::asksAgainWhenTheBalanceChanges()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    const auto *model = desk.ledger()->model();
    desk.server.setCredits(940);
    desk.monitor->refresh();
    QTRY_COMPARE(desk.text(u"creditsRemaining"_s), u"940"_s);
    QTRY_COMPARE(model->index(0, 3).data().toString(), u"940"_s);
    QCOMPARE(desk.ledgerRequests(), 2);
}

void tst_TeamPage::saysWhyTheTeamCannotWork_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("credits");
    QTest::addColumn<QString>("badge");
    QTest::newRow("suspended") << u"suspended"_s << 100 << u"Suspended"_s;
    QTest::newRow("paused") << u"paused"_s << 100 << u"Paused"_s;
    QTest::newRow("no credits") << u"active"_s << 0 << u"Out of credits"_s;
    QTest::newRow("another word") << u"archived"_s << 100 << u"archived"_s;
}

void tst_TeamPage::saysWhyTheTeamCannotWork()
{
    QFETCH(QString, word);
    QFETCH(int, credits);
    QFETCH(QString, badge);
    DemoScenario scenario;
    scenario.teamStatus = word;
    scenario.credits = credits;
    Desk desk(scenario);
    desk.show();
    QTRY_COMPARE(desk.status(), badge);
    QVERIFY(desk.find<QWidget>(u"teamNotice"_s)->isVisible());
    QVERIFY(desk.find<QWidget>(u"teamNotice"_s)->accessibleName().contains(u"admin"));
}

void tst_TeamPage::keepsTheLedgerWhenTheKeyIsRefused()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    const int lines = desk.ledger()->model()->rowCount();
    QSignalSpy errors(desk.page.get(), &TeamPage::errorOccurred);
    desk.server.setVirtualKey(u"sk-another"_s);
    QTest::keyClick(desk.find<QToolButton>(u"teamRefresh"_s), Qt::Key_Space);
    auto *notice = desk.find<QWidget>(u"ledgerNotice"_s);
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(errors.size(), 1);
    QVERIFY(notice->accessibleName().contains(u"key"));
    QVERIFY(notice->accessibleName().contains(u"as of"));
    QCOMPARE(desk.ledger()->model()->rowCount(), lines);
    QVERIFY(desk.ledger()->isVisible());
    // The account itself is told without a key.
    QCOMPARE(desk.text(u"creditsRemaining"_s), u"1,000"_s);
}

void tst_TeamPage::explainsARefusalWithoutALedger()
{
    DemoScenario scenario;
    scenario.teamStatus = u"paused"_s;
    Desk desk(scenario);
    desk.show();
    auto *state = desk.find<QWidget>(u"ledgerState"_s);
    QTRY_VERIFY(state->accessibleName().contains(u"paused"));
    desk.server.setTeamStatus(u"active"_s);
    QTest::keyClick(state->findChild<QPushButton *>(), Qt::Key_Space);
    QTRY_VERIFY(desk.isLoaded());
}

void tst_TeamPage::keepsNumbersWhenTheServerIsGone()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    desk.server.stop();
    QTest::keyClick(desk.find<QToolButton>(u"teamRefresh"_s), Qt::Key_Space);
    // Qt can give each request to a connection that is just being closed; then only the connect
    // limit of 10 s ends it.
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>(u"teamNotice"_s)->isVisible(), 60'000);
    QCOMPARE(desk.text(u"creditsRemaining"_s), u"1,000"_s);
    QVERIFY(desk.text(u"teamAge"_s).startsWith(u"Last known, as of"));
    QVERIFY(desk.find<QWidget>(u"teamNotice"_s)->accessibleName().contains(u"1,000 credit"));
}

void tst_TeamPage::leadsToTheJobOfALine()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QSignalSpy requested(desk.page.get(), &TeamPage::jobRequested);
    const auto lines = desk.server.transactions();
    int row = 0;
    while (lines.at(row)[u"job_id"_s].toString().isEmpty())
        ++row;
    auto *open = desk.find<QToolButton>(u"ledgerShowJob"_s);
    QVERIFY(!open->isEnabled());
    desk.ledger()->selectRow(row);
    QTest::keyClick(open, Qt::Key_Space);
    QCOMPARE(requested.size(), 1);
    const QString job = lines.at(row)[u"job_id"_s].toString();
    QCOMPARE(requested.first().first().value<JobId>().value, job);
    QTest::keyClick(desk.find<QToolButton>(u"ledgerCopyJob"_s), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), job);
}

void tst_TeamPage::tellsHowLongTheCreditsLast()
{
    DemoScenario scenario;
    scenario.credits = 60;
    Desk desk(scenario);
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QTRY_VERIFY2(desk.text(u"runwayHeadline"_s).startsWith(u"About "),
                 qPrintable(desk.text(u"runwayHeadline"_s)));
    QVERIFY(desk.text(u"runwayRange"_s).contains(u"in eight of ten such forecasts"));
    QVERIFY(desk.text(u"runwayArithmetic"_s).contains(u"60 ÷ "));
    QVERIFY(desk.find<QLabel>(u"runwayHeadline"_s)->accessibleName().startsWith(u"Runway: About"));
    QVERIFY(!factOf(desk.find<FactList>(u"runwayTypes"_s), u"chat"_s).isEmpty());
    for (const QString &plot : {u"balancePlot"_s, u"monthPlot"_s, u"typePlot"_s})
        QVERIFY(desk.find<QWidget>(plot)->findChild<QWidget *>(u"plotChart"_s)->isVisible());
}

void tst_TeamPage::saysWhyThereIsNoForecast()
{
    DemoScenario scenario;
    scenario.pastJobs = 0;
    scenario.uncreditedJobs = 0;
    Desk desk(scenario);
    desk.show();
    QTRY_COMPARE(desk.text(u"runwayRange"_s), u"Credits were added, but none were used yet."_s);
    QCOMPARE(desk.text(u"runwayHeadline"_s), u"Not enough data"_s);
    QVERIFY(desk.find<QLabel>(u"runwayArithmetic"_s)->isHidden());
}

void tst_TeamPage::tellsThatTheLedgerDoesNotAddUp()
{
    Desk desk;
    const auto line = [](const char *id, int before, int after) {
        return R"({"transaction_id":")" + QByteArray(id) +
               R"(","transaction_type":"deduction","credits_amount":1,"credits_before":)" +
               QByteArray::number(before) + R"(,"credits_after":)" + QByteArray::number(after) +
               R"(,"created_at":"2026-11-20T09:00:00Z"})";
    };
    desk.server.addFault(
        {.method = "GET",
         .pathPattern = LedgerPath,
         .status = 200,
         .body = R"({"transactions":[)" + line("b", 990, 989) + ',' + line("a", 1000, 999) + "]}"});
    desk.show();
    const auto *notice = desk.find<QWidget>(u"ledgerAudit"_s);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->accessibleName().startsWith(u"The ledger does not add up."),
             qPrintable(notice->accessibleName()));
    QVERIFY(
        notice->accessibleName().contains(u"begins with 990, the one before it ended with 999"));
    // Once the account was asked after the ledger, the two are compared.
    const auto isCompared = [&desk, notice] {
        desk.monitor->refresh();
        return notice->accessibleName().contains(
            u"The newest line ends with 989, the account has 1,000.");
    };
    QTRY_VERIFY(isCompared());
}

void tst_TeamPage::keepsLinesThatTheServerNoLongerGives()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    const int lines = desk.ledger()->model()->rowCount();
    desk.server.addFault({.method = "GET",
                          .pathPattern = LedgerPath,
                          .status = 200,
                          .body = R"({"transactions":[{"transaction_id":"new",)"
                                  R"("transaction_type":"allocation","credits_amount":5,)"
                                  R"("credits_before":1007,"credits_after":1012,)"
                                  R"("created_at":"2026-11-29T09:00:00Z"}]})"});
    QTest::keyClick(desk.find<QToolButton>(u"teamRefresh"_s), Qt::Key_Space);
    QTRY_COMPARE(desk.ledger()->model()->rowCount(), lines + 1);
    const QString audit = desk.find<QWidget>(u"ledgerAudit"_s)->accessibleName();
    QVERIFY2(audit.contains(u"some lines are missing, between balances of 1,000 and 1,007"),
             qPrintable(audit));
}

QTEST_MAIN(tst_TeamPage)
#include "tst_team_page.moc"
