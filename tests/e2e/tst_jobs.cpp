// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsDeck.h"
#include "core/jobs/FailureGroups.h"
#include "core/jobs/JobListLoader.h"
#include "core/jobs/JobsFeed.h"
#include "ui/chat/transcript/EntryStack.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The open jobs that no look for the newest brings.
QStringList openBelowTheNewest(JobsDeck &deck)
{
    const QStringList newest = deck.ids().mid(0, JobListLoader::GlanceSize);
    return deck.idsWhere([&](const QJsonObject &job) {
        const QString id = job[u"job_id"_s].toString();
        return deck.row(id).job.isOpen() && !newest.contains(id);
    });
}

} // namespace

/// The list of the Jobs page in the window against the embedded gateway.
class tst_Jobs : public QObject
{
    Q_OBJECT

private slots:
    void eachFilterShowsWhatTheServerHas();
    void columnsAreKept();
    void failuresAreExplained();
    void sameCauseIsALink();
    void failedTurnIsTriedAgain();
    void answeredTurnIsAskedForAgain();
    void requestsPerMinute();
    void openJobsBelowTheNewestAreAskedFor();
    void aJobThatIsGoneLeavesTheList();
    void loadingCanBeStopped();
    void olderJobsGoOnWhereTheyStopped_data();
    void olderJobsGoOnWhereTheyStopped();
    void olderJobsAreFoundBelowManyNewOnes();
};

void tst_Jobs::eachFilterShowsWhatTheServerHas()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    const auto text = [](const QJsonObject &job, const QString &name) {
        return job[name].toString();
    };
    const auto since = [](const QDateTime &then) {
        return [then](const QJsonObject &job) {
            return QDateTime::fromString(job[u"created_at"_s].toString(), Qt::ISODate) >= then;
        };
    };
    const QDateTime now = deck.clock.utcNow();
    QCOMPARE(deck.ids(), deck.idsWhere([](const QJsonObject &) { return true; }));

    deck.choose(u"jobsStatus"_s, u"Failed"_s);
    QCOMPARE(deck.ids(), deck.idsWhere([&](const QJsonObject &job) {
        return text(job, u"status"_s) == "FAILED"_L1;
    }));
    deck.choose(u"jobsType"_s, u"code_review"_s);
    QCOMPARE(deck.ids(), deck.idsWhere([&](const QJsonObject &job) {
        return text(job, u"status"_s) == "FAILED"_L1 &&
               text(job, u"job_type"_s) == "code_review"_L1;
    }));
    QTest::keyClick(deck.find<QComboBox>(u"jobsStatus"_s), Qt::Key_Home);
    QCOMPARE(deck.ids(), deck.idsWhere([&](const QJsonObject &job) {
        return text(job, u"job_type"_s) == "code_review"_L1;
    }));
    deck.choose(u"jobsType"_s, u"All types"_s);
    deck.choose(u"jobsModel"_s, u"gpt-4o"_s);
    QCOMPARE(deck.ids(), deck.idsWhere([&](const QJsonObject &job) {
        return job[u"model_groups_used"_s].toArray().contains(u"gpt-4o"_s);
    }));
    deck.choose(u"jobsModel"_s, u"All models"_s);
    deck.choose(u"jobsTime"_s, u"Last 7 days"_s);
    QVERIFY(deck.rows() > 0 && deck.rows() < 120);
    QCOMPARE(deck.ids(), deck.idsWhere(since(now.addDays(-7))));
    deck.choose(u"jobsTime"_s, u"Last hour"_s);
    QCOMPARE(deck.ids(), deck.idsWhere(since(now.addSecs(-3600))));
    deck.choose(u"jobsTime"_s, u"Any time"_s);
    deck.choose(u"jobsStatus"_s, u"Open for long"_s);
    QCOMPARE(deck.ids(), deck.idsWhere([&](const QJsonObject &job) {
        return text(job, u"status"_s) == "PENDING"_L1 || text(job, u"status"_s) == "IN_PROGRESS"_L1;
    }));
    deck.choose(u"jobsStatus"_s, u"All"_s);
    deck.choose(u"jobsCost"_s, u"Not read yet"_s);
    QCOMPARE(deck.rows(), 120);
    QTest::keyClicks(deck.find(u"jobsSearch"_s), u"billing-SERVICE"_s);
    QCOMPARE(deck.ids(), deck.idsWhere([](const QJsonObject &job) {
        return QJsonDocument(job).toJson().contains("billing-service");
    }));
}

void tst_Jobs::columnsAreKept()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    auto *user = deck.find<QAction>(u"user"_s);
    QVERIFY(deck.table()->isColumnHidden(int(JobField::User)));
    user->trigger();
    deck.find<QAction>(u"model"_s)->trigger();
    QVERIFY(!deck.table()->isColumnHidden(int(JobField::User)));
    deck.open();
    QVERIFY(!deck.table()->isColumnHidden(int(JobField::User)));
    QVERIFY(deck.table()->isColumnHidden(int(JobField::Model)));
    auto *button = deck.find<QToolButton>(u"jobsColumnsButton"_s);
    QCOMPARE(button->accessibleName(), u"Columns"_s);
    QVERIFY(button->focusPolicy() != Qt::NoFocus);
}

void tst_Jobs::failuresAreExplained()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    deck.choose(u"jobsStatus"_s, u"Failed"_s);
    QVERIFY(deck.rows() > 3);
    for (int row = 0; row < deck.rows(); ++row) {
        deck.table()->setCurrentIndex(deck.table()->model()->index(row, 0));
        QVERIFY(deck.find(u"jobFailure"_s)->isVisible());
        QVERIFY(!deck.find<QLabel>(u"failureTitle"_s)->text().isEmpty());
        QVERIFY(deck.find<QLabel>(u"failureHands"_s)->text().startsWith("In the hands of: "_L1));
        QVERIFY(!deck.find<QLabel>(u"failureAdvice"_s)->text().contains("AIza"_L1));
        const QString error = deck.jobs().at(row).job.errorMessage;
        if (error.contains("rate limit"_L1, Qt::CaseInsensitive))
            QCOMPARE(deck.find<QLabel>(u"failureTitle"_s)->text(), u"Rate limit reached"_s);
    }
    // Beside it stands the last job of that type that worked.
    QVERIFY(deck.find(u"failureComparison"_s)->isVisible());
    const QString type = deck.jobs().at(deck.rows() - 1).job.group;
    QTest::keyClick(deck.find(u"showWorked"_s), Qt::Key_Space);
    QTRY_VERIFY(deck.find(u"jobFailure"_s)->isHidden());
    const Record worked = deck.jobs().at(deck.table()->currentIndex().row()).job;
    QCOMPARE(worked.status, RecordStatus::Completed);
    QCOMPARE(worked.group, type);
}

void tst_Jobs::sameCauseIsALink()
{
    JobsDeck deck({.pastJobs = 150, .failurePercent = 40, .now = scenario().now});
    QVERIFY(deck.showJobs());
    QHash<QString, QStringList> causes;
    for (const QJsonValue job : deck.gateway.jobs()) {
        if (job[u"status"_s].toString() == "FAILED"_L1)
            causes[failureCause(job[u"error_message"_s].toString())] += job[u"job_id"_s].toString();
    }
    deck.choose(u"jobsStatus"_s, u"Failed"_s);
    for (int row = 0; row < deck.rows(); ++row) {
        deck.table()->setCurrentIndex(deck.table()->model()->index(row, 0));
        const Record job = deck.jobs().at(row).job;
        const auto others = causes.value(failureCause(job.errorMessage)).size() - 1;
        auto *link = deck.find<QPushButton>(u"sameCause"_s);
        QCOMPARE(link->isVisible(), others > 0);
        if (others > 0)
            QVERIFY2(link->text().startsWith(u"Same cause in %1 other job"_s.arg(others)),
                     qPrintable(link->text()));
    }
    deck.table()->setCurrentIndex(deck.table()->model()->index(0, 0));
    const Record job = deck.jobs().at(0).job;
    QTest::keyClick(deck.find(u"sameCause"_s), Qt::Key_Space);
    QCOMPARE(deck.ids(), causes.value(failureCause(job.errorMessage)));
    QCOMPARE(deck.table()->currentIndex().siblingAtColumn(0).data(JobsModel::IdRole).toString(),
             job.id.value);
    QTest::keyClick(deck.find(u"jobsCause"_s)->findChild<QPushButton *>(), Qt::Key_Space);
    QCOMPARE(deck.rows(), 150);
}

void tst_Jobs::failedTurnIsTriedAgain()
{
    JobsDeck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    QVERIFY(deck.Deck::choose(u"fault-no-credentials"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(deck.lastTurn().state, TurnState::Failed);
    QVERIFY(deck.showJobs());
    deck.selectFirst();
    const Record job = deck.jobs().at(0).job;
    QCOMPARE(job.group, u"chat"_s);
    QCOMPARE(job.status, RecordStatus::Failed);
    QVERIFY(deck.find(u"openTurn"_s)->isVisible());
    const int before = deck.gateway.countRequests("POST", u"/api/jobs/create-and-call*"_s);
    QTest::keyClick(deck.find(u"retryJob"_s), Qt::Key_Space);
    QTRY_COMPARE(deck.gateway.countRequests("POST", u"/api/jobs/create-and-call*"_s), before + 1);
    QVERIFY(deck.transcript()->isVisible());
    QTRY_VERIFY(deck.isOver());
    // A job of somebody else has no turn here.
    QVERIFY(deck.showJobs());
    deck.table()->setCurrentIndex(deck.table()->model()->index(deck.rows() - 1, 0));
    QVERIFY(deck.find(u"openTurn"_s)->isHidden());
    QVERIFY(deck.find(u"retryJob"_s)->isHidden());
}

void tst_Jobs::answeredTurnIsAskedForAgain()
{
    JobsDeck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    QVERIFY(deck.Deck::choose(u"fault-no-credentials"_s));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Failed);
    const TurnId failed = deck.lastTurn().id;
    QVERIFY(deck.Deck::choose(u"gpt-4o-mini"_s));
    QVERIFY(deck.session()->retry(failed));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    deck.send(u"And then"_s);
    QTRY_COMPARE(deck.lastTurn().prompt, u"And then"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    // Its turn has a reply by now; a new job is a new version of it.
    QVERIFY(deck.showJobs());
    deck.choose(u"jobsStatus"_s, u"Failed"_s);
    QTRY_COMPARE(deck.jobs().at(0).job.group, u"chat"_s);
    deck.selectFirst();
    QTest::keyClick(deck.find(u"openTurn"_s), Qt::Key_Space);
    QCOMPARE(deck.transcript()->stack().at(deck.transcript()->focusedEntry()).id(), failed);
    QVERIFY(deck.showJobs());
    const int before = deck.gateway.countRequests("POST", u"/api/jobs/create-and-call*"_s);
    QTest::keyClick(deck.find(u"retryJob"_s), Qt::Key_Space);
    QTRY_COMPARE(deck.gateway.countRequests("POST", u"/api/jobs/create-and-call*"_s), before + 1);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(deck.lastTurn().prompt, u"Hello"_s);
    QCOMPARE(deck.session()->conversation().asides.size(), 2);
}

void tst_Jobs::requestsPerMinute()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    deck.gateway.clearRequests();
    constexpr int Minutes = 10;
    QVERIFY(deck.pass(std::chrono::minutes(Minutes)));
    const int lists = deck.gateway.countRequests("GET", ListPath);
    const int all = deck.gateway.countRequests({}, u"*"_s);
    qInfo("Jobs page: %.1f list requests a minute, %.1f requests of the window in all",
          double(lists) / Minutes, double(all) / Minutes);
    QCOMPARE(lists, Minutes * 2);
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), 0);
    // Nobody looks, nothing is asked.
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Chats);
    deck.gateway.clearRequests();
    QVERIFY(deck.pass(600s));
    // The account is asked for as before; what was sent beside it has arrived by then.
    QTRY_VERIFY(deck.gateway.countRequests("GET", u"/api/teams/*"_s) > 0);
    QCOMPARE(deck.gateway.countRequests("GET", ListPath), 0);
}

void tst_Jobs::openJobsBelowTheNewestAreAskedFor()
{
    JobsDeck deck({.pastJobs = 400, .now = scenario().now});
    QVERIFY(deck.showJobs());
    const QStringList old = openBelowTheNewest(deck);
    QVERIFY(old.size() > JobsFeed::CheckedPerLook);
    // A few after each look, and each of them in its turn.
    const int round = int(old.size() / JobsFeed::CheckedPerLook) + 1;
    deck.gateway.clearRequests();
    for (int look = 1; look <= round; ++look) {
        QVERIFY(deck.pass(JobsFeed::LookInterval));
        QTRY_COMPARE(deck.gateway.countRequests("GET", JobPath), look * JobsFeed::CheckedPerLook);
    }
    QCOMPARE(deck.gateway.countRequests("GET", ListPath), round);
    for (const QString &id : old)
        QVERIFY(deck.gateway.countRequests("GET", u"/api/jobs/%1"_s.arg(id)) > 0);

    // What ended is seen to have ended, after which nothing more is asked than the list.
    for (const QString &id : old)
        QVERIFY(deck.completeElsewhere(id));
    QVERIFY(deck.passUntil([&] {
        return std::all_of(old.cbegin(), old.cend(), [&deck](const QString &id) {
            return deck.row(id).job.status == RecordStatus::Completed;
        });
    }));
    QVERIFY(deck.comesToRest());
    deck.gateway.clearRequests();
    QVERIFY(deck.pass(JobsFeed::LookInterval * 10));
    QCOMPARE(deck.gateway.countRequests("GET", ListPath), 10);
    QCOMPARE(deck.gateway.countRequests("GET", JobPath), 0);
}

void tst_Jobs::aJobThatIsGoneLeavesTheList()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    const int all = deck.rows();
    QVERIFY(!openBelowTheNewest(deck).isEmpty());
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = JobPath,
                           .times = 1,
                           .status = 404,
                           .body = R"({"detail":"Job not found"})"});
    QVERIFY(deck.passUntil([&] { return deck.rows() == all - 1; }));
    QVERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

void tst_Jobs::loadingCanBeStopped()
{
    JobsDeck deck({.pastJobs = 900, .now = scenario().now});
    deck.gateway.addFault({.method = "GET", .pathPattern = ListPath, .skip = 2, .hang = true});
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
    QTRY_COMPARE(deck.rows(), 400);
    auto *stop = deck.find<QPushButton>(u"jobsStop"_s);
    QTRY_VERIFY(stop->isVisible());
    QVERIFY(deck.find<QLabel>(u"jobsCount"_s)->text().contains("loading"_L1));
    QTest::keyClick(stop, Qt::Key_Space);
    QVERIFY(!stop->isVisible());
    deck.gateway.clearFaults();
    auto *older = deck.find<QPushButton>(u"jobsOlder"_s);
    QVERIFY(older->isVisible());
    QCOMPARE(deck.rows(), 400);
    QTest::keyClick(older, Qt::Key_Space);
    QTRY_COMPARE(deck.rows(), 900);
    QTRY_VERIFY(!older->isVisible());
}

void tst_Jobs::olderJobsGoOnWhereTheyStopped_data()
{
    QTest::addColumn<bool>("fails");
    QTest::newRow("stopped") << false;
    QTest::newRow("failed") << true;
}

void tst_Jobs::olderJobsGoOnWhereTheyStopped()
{
    QFETCH(bool, fails);
    JobsDeck deck({.pastJobs = 900, .now = scenario().now});
    deck.settings.set(Keys::MaxRetries, 0);
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = ListPath,
                           .skip = 2,
                           .status = fails ? 503 : 0,
                           .hang = !fails});
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
    QTRY_COMPARE(deck.rows(), 400);
    auto *stop = deck.find<QPushButton>(u"jobsStop"_s);
    if (!fails)
        QTest::keyClick(stop, Qt::Key_Space);
    auto *older = deck.find<QPushButton>(u"jobsOlder"_s);
    QTRY_VERIFY(older->isVisible());
    deck.gateway.clearFaults();
    // Looks for what is new come in between.
    QVERIFY(deck.pass(JobsFeed::LookInterval * 2));
    deck.gateway.clearRequests();
    QTest::keyClick(older, Qt::Key_Space);
    QTRY_COMPARE(deck.rows(), 900);
    QTRY_VERIFY(!older->isVisible());
    // Two full pages and one of 100.
    QCOMPARE(deck.gateway.countRequests("GET", ListPath), 3);
}

void tst_Jobs::olderJobsAreFoundBelowManyNewOnes()
{
    JobsDeck deck({.pastJobs = 500, .now = scenario().now});
    deck.gateway.addFault({.method = "GET", .pathPattern = ListPath, .skip = 1, .hang = true});
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
    QTRY_COMPARE(deck.rows(), JobListLoader::PageSize);
    QTest::keyClick(deck.find<QPushButton>(u"jobsStop"_s), Qt::Key_Space);
    deck.gateway.clearFaults();
    // The next page has only jobs that were fetched before.
    for (int i = 0; i < JobListLoader::PageSize; ++i)
        QVERIFY(!deck.openElsewhere().isEmpty());
    QTest::keyClick(deck.find<QPushButton>(u"jobsOlder"_s), Qt::Key_Space);
    QVERIFY(deck.passUntil([&] { return deck.rows() == 500 + JobListLoader::PageSize; }));
}

QTEST_MAIN(tst_Jobs)
#include "tst_jobs.moc"
