// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsPageDesk.h"

#include "ui/jobs/JobInspector.h"
#include "ui/jobs/JobsModel.h"
#include "ui/jobs/OpenJobsNotice.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace litedeck;
using demo::DemoGateway;
using demo::DemoScenario;
using demo::Fault;

namespace {

const QString ListPath = u"/api/teams/*/jobs"_s;
const QString CostsPath = u"/api/jobs/*/costs"_s;

struct Desk : test::JobsPageDesk
{
    explicit Desk(const DemoScenario &scenario = {})
        : JobsPageDesk(scenario)
    {}

    void show()
    {
        page->show();
        page->activateWindow();
    }
    int rows() const { return table()->model()->rowCount(); }
    bool isLoaded() const { return find<QToolButton>(u"jobsRefresh"_s)->isEnabled() && rows() > 0; }
    int count(const QString &status) const
    {
        int number = 0;
        for (const QJsonValue job : server.jobs())
            number += job[u"status"_s].toString() == status ? 1 : 0;
        return number;
    }
    QString idWithStatus(const QString &status) const
    {
        for (const QJsonValue job : server.jobs())
            if (job[u"status"_s].toString() == status)
                return job[u"job_id"_s].toString();
        return {};
    }
};

} // namespace

class tst_JobsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }

    void fetchesEveryPageOnce();
    void looksOnlyForNewJobsWhenShownAgain();
    void searchesAsTheUserTypes();
    void filtersByStatusWithTheKeyboard();
    void showsDetailsWithTheKeyboard();
    void asksOnlyForTheJobWhereTheKeysStop();
    void keepsDetailsWhileFiltering();
    void retriesCosts();
    void opensAJobThatTheListLacks();
    void tellsWhenAJobIsUnknown();
    void keepsTheListWhenRefused();
    void offersRetryWithoutAList();
    void explainsAnEmptyList();
    void leavesOpenJobsOfKeptChatsAlone();
    void standsDetailsUnderTheTableWhenNarrow();
    void namesItsControls();
};

void tst_JobsPage::fetchesEveryPageOnce()
{
    Desk desk;
    QVERIFY(desk.listening);
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QCOMPARE(desk.rows(), 300);
    QCOMPARE(desk.server.countRequests("GET", ListPath), 2);
    QVERIFY(desk.text(u"jobsCount"_s).startsWith(u"300 job"));
    QVERIFY(desk.text(u"jobsAge"_s).startsWith(u"as of"));
}

void tst_JobsPage::looksOnlyForNewJobsWhenShownAgain()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    desk.page->hide();
    desk.server.clearRequests();
    desk.show();
    QTRY_COMPARE(desk.server.countRequests("GET", ListPath), 1);
    QTRY_VERIFY(desk.isLoaded());
    QCOMPARE(desk.server.countRequests("GET", ListPath), 1);
    QCOMPARE(desk.rows(), 300);
}

void tst_JobsPage::searchesAsTheUserTypes()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    auto *search = desk.find<QLineEdit>(u"jobsSearch"_s);
    const QString id = desk.table()->model()->index(17, 0).data(JobsModel::IdRole).toString();
    QTest::keyClicks(search, id.left(8).toUpper());
    QCOMPARE(desk.rows(), 1);
    QVERIFY(desk.text(u"jobsCount"_s).startsWith(u"1 of 300"));
    QTest::keyClicks(search, u"no job has this"_s);
    QCOMPARE(desk.rows(), 0);
    auto *state = desk.find<QWidget>(u"jobsState"_s);
    QVERIFY(state->isVisible());
    QTest::keyClick(state->findChild<QPushButton *>(), Qt::Key_Space);
    QCOMPARE(desk.rows(), 300);
    QVERIFY(search->text().isEmpty());
}

void tst_JobsPage::filtersByStatusWithTheKeyboard()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    auto *status = desk.find<QComboBox>(u"jobsStatus"_s);
    QTest::keyClick(status, Qt::Key_Down);
    QCOMPARE(status->currentText(), u"Failed"_s);
    QVERIFY(desk.count(u"FAILED"_s) > 0);
    QCOMPARE(desk.rows(), desk.count(u"FAILED"_s));
    QTest::keyClick(status, Qt::Key_End);
    QCOMPARE(status->currentText(), u"Open for long"_s);
    QCOMPARE(desk.rows(), desk.count(u"PENDING"_s) + desk.count(u"IN_PROGRESS"_s));
    QTest::keyClick(status, Qt::Key_Up);
    QCOMPARE(status->currentText(), u"Cancelled"_s);
    QCOMPARE(desk.rows(), desk.count(u"CANCELLED"_s));
    QTest::keyClick(status, Qt::Key_Home);
    QCOMPARE(desk.rows(), 300);
}

void tst_JobsPage::showsDetailsWithTheKeyboard()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    desk.find<QComboBox>(u"jobsStatus"_s)->setCurrentIndex(1);
    auto *inspector = desk.page->findChild<JobInspector *>();
    QVERIFY(inspector->isHidden());
    desk.table()->setFocus();
    QTest::keyClick(desk.table(), Qt::Key_Down);
    QVERIFY(inspector->isVisible());
    QTRY_VERIFY(desk.find<QWidget>(u"jobTotalCost"_s)->isVisible());
    QCOMPARE(desk.find<Badge>(u"jobStatusBadge"_s)->text(), u"Failed"_s);
    QVERIFY(desk.find<QWidget>(u"jobError"_s)->isVisible());
    QVERIFY(!desk.text(u"jobTotalCost"_s).contains(u"$0.00"));

    QTest::keyClick(desk.find<QToolButton>(u"copyJobId"_s), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), inspector->jobId().value);
    QTest::keyClick(desk.table(), Qt::Key_Escape);
    QVERIFY(inspector->isHidden());
    QVERIFY(desk.table()->selectionModel()->selectedRows().isEmpty());
}

void tst_JobsPage::asksOnlyForTheJobWhereTheKeysStop()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(desk.table(), Qt::Key_Down);
    QTRY_VERIFY(desk.find<QWidget>(u"jobTotalCost"_s)->isVisible());
    QCOMPARE(desk.server.countRequests("GET", CostsPath), 1);
    const QString last =
        desk.table()->currentIndex().siblingAtColumn(0).data(JobsModel::IdRole).toString();
    QVERIFY(desk.server.countRequests("GET", u"/api/jobs/%1/costs"_s.arg(last)) == 1);
}

void tst_JobsPage::keepsDetailsWhileFiltering()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    auto *inspector = desk.page->findChild<JobInspector *>();
    const QString failed = desk.idWithStatus(u"FAILED"_s);
    desk.page->showJob({failed});
    QTRY_VERIFY(desk.find<QWidget>(u"jobTotalCost"_s)->isVisible());
    desk.server.clearRequests();
    auto *status = desk.find<QComboBox>(u"jobsStatus"_s);
    status->setCurrentIndex(status->findText(u"Completed"_s));
    QCOMPARE(inspector->jobId().value, failed);
    QVERIFY(desk.table()->selectionModel()->selectedRows().isEmpty());
    status->setCurrentIndex(status->findText(u"Failed"_s));
    QCOMPARE(desk.table()->currentIndex().siblingAtColumn(0).data(JobsModel::IdRole).toString(),
             failed);
    QCOMPARE(desk.server.countRequests({}, u"*"_s), 0);
}

void tst_JobsPage::retriesCosts()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QSignalSpy errors(desk.page.get(), &JobsPage::detailFailed);
    Fault fault;
    fault.pathPattern = CostsPath;
    fault.status = 404;
    fault.body = R"({"detail":"Job not found"})";
    desk.server.addFault(fault);
    QTest::keyClick(desk.table(), Qt::Key_Down);
    auto *failure = desk.find<QWidget>(u"jobCostsFailure"_s);
    QTRY_VERIFY(failure->isVisible());
    QCOMPARE(errors.size(), 1);
    desk.server.clearFaults();
    QTest::keyClick(failure->findChild<QPushButton *>(), Qt::Key_Space);
    QTRY_VERIFY(desk.find<QWidget>(u"jobTotalCost"_s)->isVisible());
    QVERIFY(!failure->isVisible());
}

void tst_JobsPage::opensAJobThatTheListLacks()
{
    Desk desk;
    const QString id = desk.idWithStatus(u"COMPLETED"_s);
    desk.page->showJob({id}); // before anything was fetched
    desk.show();
    QTRY_VERIFY(desk.find<QWidget>(u"jobTotalCost"_s)->isVisible());
    QTRY_VERIFY(desk.isLoaded());
    QCOMPARE(desk.rows(), 300);
    QCOMPARE(desk.table()->currentIndex().siblingAtColumn(0).data(JobsModel::IdRole).toString(),
             id);
    // A filter that hides the job gives way.
    desk.find<QComboBox>(u"jobsStatus"_s)->setCurrentIndex(1);
    desk.page->showJob({id});
    QCOMPARE(desk.rows(), 300);
    QVERIFY(desk.table()->currentIndex().isValid());
}

void tst_JobsPage::tellsWhenAJobIsUnknown()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QSignalSpy errors(desk.page.get(), &JobsPage::detailFailed);
    desk.page->showJob({desk.server.foreignJobId()});
    QVERIFY(desk.page->findChild<JobInspector *>()->isVisible());
    QTRY_COMPARE(errors.size(), 1);
    auto *state = desk.find<QWidget>(u"jobInspectorState"_s);
    QVERIFY(state->isVisible());
    QVERIFY(state->findChild<QPushButton *>()->isVisible());
}

void tst_JobsPage::keepsTheListWhenRefused()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    desk.server.setTeamStatus(u"suspended"_s);
    QTest::keyClick(desk.find<QToolButton>(u"jobsRefresh"_s), Qt::Key_Space);
    auto *notice = desk.find<QWidget>(u"jobsNotice"_s);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->accessibleName().contains(u"suspended"));
    QCOMPARE(desk.rows(), 300);
    desk.server.setTeamStatus(u"active"_s);
    QTest::keyClick(notice->findChild<QPushButton *>(), Qt::Key_Space);
    QTRY_VERIFY(desk.isLoaded());
    QVERIFY(!notice->isVisible());
}

void tst_JobsPage::offersRetryWithoutAList()
{
    DemoScenario scenario;
    scenario.teamStatus = u"suspended"_s;
    Desk desk(scenario);
    QSignalSpy errors(desk.page.get(), &JobsPage::errorOccurred);
    desk.show();
    QTRY_COMPARE(errors.size(), 1);
    auto *state = desk.find<QWidget>(u"jobsState"_s);
    QVERIFY(state->isVisible());
    QVERIFY(desk.text(u"jobsCount"_s).isEmpty());
    desk.server.setTeamStatus(u"active"_s);
    QTest::keyClick(state->findChild<QPushButton *>(), Qt::Key_Space);
    QTRY_VERIFY(desk.isLoaded());
}

void tst_JobsPage::explainsAnEmptyList()
{
    DemoScenario scenario;
    scenario.pastJobs = 0;
    Desk desk(scenario);
    desk.show();
    QTRY_VERIFY(desk.find<QWidget>(u"jobsState"_s)->accessibleName().startsWith(u"No jobs yet"));
    QCOMPARE(desk.server.countRequests("GET", ListPath), 1);
}

void tst_JobsPage::leavesOpenJobsOfKeptChatsAlone()
{
    Desk desk;
    const QDateTime now = desk.clock.utcNow();
    const auto openJob = [&now](const QString &id, const QString &chat) {
        return Record{.id = {id},
                      .status = RecordStatus::InProgress,
                      .createdAt = now.addSecs(-3600),
                      .call = {.conversation = {chat}}};
    };
    JobBook book;
    JobsModel model(book);
    book.merge({openJob(u"a"_s, {}), openJob(u"b"_s, u"kept"_s), openJob(u"c"_s, u"gone"_s)});
    model.setFilter({.openSince = now});
    QTRY_COMPARE(model.rowCount(), 3);
    Settings settings(desk.directory.filePath(u"other.ini"_s));
    const JobsContent content{.server = desk.connection.server(),
                              .clock = desk.connection.clock(),
                              .redactor = desk.connection.redactor(),
                              .settings = settings,
                              .costs = desk.costs,
                              .conversationTitle = [](const ConversationId &id) {
                                  return id.value == "kept"_L1 ? u"A chat"_s : QString();
                              }};
    OpenJobsNotice notice(content, model);
    notice.refresh();
    QVERIFY(!notice.isHidden());
    notice.findChild<QPushButton *>(u"noticeAction"_s)->click();
    auto *question = notice.findChild<QMessageBox *>(u"completeAllQuestion"_s);
    QVERIFY(question != nullptr);
    QVERIFY2(question->text().startsWith("Complete 2 job"_L1), qPrintable(question->text()));
}

void tst_JobsPage::standsDetailsUnderTheTableWhenNarrow()
{
    Desk desk;
    desk.page->resize(900, 600);
    desk.show();
    QTRY_VERIFY(desk.isLoaded());
    QTest::keyClick(desk.table(), Qt::Key_Down);
    auto *splitter = desk.find<QSplitter>(u"jobsSplitter"_s);
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    desk.page->resize(1280, 800);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
}

void tst_JobsPage::namesItsControls()
{
    Desk desk;
    QCOMPARE(desk.table()->accessibleName(), u"Jobs"_s);
    QCOMPARE(desk.find<QLineEdit>(u"jobsSearch"_s)->accessibleName(), u"Search jobs"_s);
    QCOMPARE(desk.find<QComboBox>(u"jobsStatus"_s)->accessibleName(), u"Job status"_s);
    QCOMPARE(desk.page->findChild<JobInspector *>()->accessibleName(), u"Job details"_s);
    for (const auto *button : desk.page->findChildren<QAbstractButton *>())
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty() ||
                     button->parent()->inherits("QLineEdit") ||
                     button->parent()->inherits("QTableView") || button->isHidden(),
                 qPrintable(button->objectName()));
}

QTEST_MAIN(tst_JobsPage)
#include "tst_jobs_page.moc"
