// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsDeck.h"
#include "ui/jobs/CallsModel.h"
#include "ui/jobs/SummariesModel.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QPushButton *openNoticeAction(JobsDeck &deck)
{
    return deck.find(u"jobsOpen"_s)->findChild<QPushButton *>(u"noticeAction"_s);
}

void completeAll(JobsDeck &deck)
{
    QTest::keyClick(openNoticeAction(deck), Qt::Key_Space);
    auto *question =
        deck.window().findChildren<QMessageBox *>(u"completeAllQuestion"_s).constLast();
    question->findChild<QPushButton *>(u"completeAllConfirmed"_s)->click();
}

} // namespace

/// Costs, exports and the closing of jobs in the window against the embedded gateway.
class tst_JobCosts : public QObject
{
    Q_OBJECT

private slots:
    void costsAreReadPolitelyAndOnce();
    void readingCanBeStopped();
    void costsThatAChatReadAreKnown();
    void costsOfAnOpenJobAreNotFinal();
    void summariesAddUp();
    void exportIsWhatTheTableShows();
    void openJobIsCompletedAsFailed();
    void allOpenJobsAreCompletedAsFailed();
    void completingAllCanBeStopped();
    void lostAnswerIsNotSentAgain();
    void rawJsonIsTheServers();
};

void tst_JobCosts::costsAreReadPolitelyAndOnce()
{
    JobsDeck deck({.pastJobs = 30, .now = scenario().now});
    QVERIFY(deck.showJobs());
    auto *tabs = deck.find<QTabWidget>(u"jobsTabs"_s);
    QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
    QTRY_VERIFY(deck.find(u"summariesTable"_s)->isVisible());
    deck.gateway.clearRequests();
    QTest::keyClick(deck.find(u"readCosts"_s), Qt::Key_Space);
    QTRY_COMPARE(deck.gateway.countRequests("GET", CostsPath), 1);
    QVERIFY(deck.find(u"readingProgress"_s)->isVisible());
    // The next one comes after a pause, not before.
    QTRY_COMPARE(deck.find<QProgressBar>(u"readingProgress"_s)->value(), 1);
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), 1);
    QVERIFY(deck.passUntil([&] { return deck.find(u"readingProgress"_s)->isHidden(); }));
    // Those of jobs that are still open may grow.
    const auto ended = deck.idsWhere([](const QJsonObject &job) {
        return !QStringList{u"PENDING"_s, u"IN_PROGRESS"_s}.contains(job[u"status"_s].toString());
    });
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), int(ended.size()));
    QVERIFY(deck.find(u"readCosts"_s)->isHidden());

    // After a restart they are known, but for those of jobs that are still open.
    deck.open();
    QVERIFY(deck.showJobs());
    deck.gateway.clearRequests();
    QTRY_VERIFY(deck.jobs().at(0).figures.has_value());
    for (const JobRow *row : deck.jobs().shown())
        QCOMPARE(row->figures.has_value(), !row->job.isOpen());
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), 0);
}

void tst_JobCosts::readingCanBeStopped()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    deck.find<QTabWidget>(u"jobsTabs"_s)->setCurrentIndex(1);
    QTRY_VERIFY(deck.find(u"readCosts"_s)->isVisible());
    deck.gateway.clearRequests();
    QTest::keyClick(deck.find(u"readCosts"_s), Qt::Key_Space);
    QVERIFY(deck.passUntil(
        [&] { return deck.find<QProgressBar>(u"readingProgress"_s)->value() >= 5; }));
    QTest::keyClick(deck.find(u"stopReading"_s), Qt::Key_Space);
    const int asked = deck.gateway.countRequests("GET", CostsPath);
    QVERIFY(deck.find(u"readCosts"_s)->isVisible());
    const int account = deck.gateway.countRequests("GET", u"/api/teams/*"_s);
    QVERIFY(deck.pass(60s));
    // What would be sent beside the question for the account has arrived by then.
    QTRY_VERIFY(deck.gateway.countRequests("GET", u"/api/teams/*"_s) > account);
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), asked);
    QVERIFY(asked < 120);
}

void tst_JobCosts::costsThatAChatReadAreKnown()
{
    JobsDeck deck({.pastJobs = 3, .now = scenario().now});
    QVERIFY(deck.Deck::choose(u"llama-3.1-70b"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.lastTurn().cost.cost.isKnown());
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), 1);
    QVERIFY(deck.showJobs());
    const JobRow &job = deck.jobs().at(0);
    QCOMPARE(job.job.id, deck.lastTurn().jobId);
    QVERIFY(job.figures);
    QCOMPARE(job.figures->tokens, deck.lastTurn().cost.totalTokens);
    QVERIFY(job.figures->cost.isKnown());
    deck.selectFirst();
    QVERIFY(deck.comesToRest());
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), 1);
}

void tst_JobCosts::costsOfAnOpenJobAreNotFinal()
{
    JobsDeck deck({.pastJobs = 3, .now = scenario().now});
    QVERIFY(deck.showJobs());
    const QString id = deck.openElsewhere();
    const QString costs = u"/api/jobs/%1/costs"_s.arg(id);
    const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, u"Hello"_s}};
    const QJsonObject body{{u"model"_s, u"gpt-4o-mini"_s}, {u"messages"_s, QJsonArray{message}}};
    const auto call = [&] {
        return !deck.postElsewhere(u"/api/jobs/%1/llm-call"_s.arg(id), body).isEmpty();
    };
    QVERIFY(call());
    QVERIFY(deck.passUntil([&] { return deck.row(id).job.isOpen(); }));
    deck.table()->setCurrentIndex(deck.jobs().indexOf({id}));
    const auto *calls = deck.window().findChild<CallsModel *>();
    QVERIFY(deck.passUntil([&] { return calls->rowCount() == 1; }));
    QVERIFY(!deck.row(id).figures);

    // Reading those of all jobs leaves it out.
    auto *tabs = deck.find<QTabWidget>(u"jobsTabs"_s);
    tabs->setCurrentIndex(1);
    QTRY_VERIFY(deck.find(u"readCosts"_s)->isVisible());
    const int asked = deck.gateway.countRequests("GET", costs);
    QTest::keyClick(deck.find(u"readCosts"_s), Qt::Key_Space);
    QVERIFY(deck.passUntil([&] { return deck.find(u"readingProgress"_s)->isHidden(); }));
    QVERIFY(deck.find(u"readCosts"_s)->isHidden());
    QCOMPARE(deck.gateway.countRequests("GET", costs), asked);
    tabs->setCurrentIndex(0);

    // What it cost until it ended is asked for once more.
    QVERIFY(call());
    QVERIFY(deck.completeElsewhere(id));
    QVERIFY(deck.passUntil([&] { return deck.row(id).figures.has_value(); }));
    QCOMPARE(deck.row(id).job.status, RecordStatus::Completed);
    QCOMPARE(deck.row(id).figures->calls, 2);
    QCOMPARE(calls->rowCount(), 2);
    QVERIFY(deck.pass(60s));
    QCOMPARE(deck.gateway.countRequests("GET", costs), asked + 1);
}

void tst_JobCosts::summariesAddUp()
{
    JobsDeck deck({.pastJobs = 40, .now = scenario().now});
    QVERIFY(deck.showJobs());
    deck.find<QTabWidget>(u"jobsTabs"_s)->setCurrentIndex(1);
    auto *table = deck.find<QTableView>(u"summariesTable"_s);
    auto *model = qobject_cast<SummariesModel *>(table->model());
    QTRY_VERIFY(model->rowCount() > 0);
    QCOMPARE(model->index(0, SummariesModel::Cost).data().toString(), u"–"_s);
    QTest::keyClick(deck.find(u"readCosts"_s), Qt::Key_Space);
    QVERIFY(deck.passUntil([&] { return deck.find(u"readingProgress"_s)->isHidden(); }));
    for (const QString &grouping :
         {u"By type"_s, u"By model"_s, u"By day"_s, u"By conversation"_s}) {
        deck.choose(u"summariesGrouping"_s, grouping);
        int jobs = 0;
        qint64 calls = 0;
        qint64 credits = 0;
        for (const CostGroup &group : model->rows()) {
            jobs += group.jobs;
            calls += group.calls;
            credits += group.credits.value;
            QCOMPARE(group.unreadJobs, group.openJobs);
        }
        QCOMPARE(jobs, 40);
        QVERIFY(calls >= 30);
        qint64 taken = 0;
        for (const QJsonValue line : deck.gateway.transactions()) {
            if (!line[u"job_id"_s].isNull())
                taken +=
                    line[u"credits_before"_s].toInteger() - line[u"credits_after"_s].toInteger();
        }
        QCOMPARE(credits, taken);
        for (int row = 0; row < model->rowCount(); ++row)
            QVERIFY(
                !model->index(row, SummariesModel::Cost).data().toString().contains("$0.00"_L1) ||
                model->rows().at(row).cost.value.nano > 0);
    }
    // The filters of the list hold here too.
    deck.choose(u"jobsStatus"_s, u"Failed"_s);
    int jobs = 0;
    for (const CostGroup &group : model->rows())
        jobs += group.jobs;
    QCOMPARE(jobs, deck.rows());
    QVERIFY(deck.find<QLabel>(u"summariesNote"_s)->text().contains("filters"_L1));
    const QString path = deck.directory.filePath(u"summaries.json"_s);
    QVERIFY(deck.exportTo(u"exportSummaries"_s, path));
    QCOMPARE(QJsonDocument::fromJson(contentOf(path)).array().size(), model->rowCount());
}

void tst_JobCosts::exportIsWhatTheTableShows()
{
    JobsDeck deck({.pastJobs = 150, .failurePercent = 40, .now = scenario().now});
    QVERIFY(deck.showJobs());
    deck.find<QAction>(u"job_id"_s)->trigger();
    deck.find<QAction>(u"model"_s)->trigger(); // away with it
    deck.choose(u"jobsStatus"_s, u"Failed"_s);
    deck.table()->sortByColumn(int(JobField::Type), Qt::AscendingOrder);
    const QString path = deck.directory.filePath(u"jobs.json"_s);
    QVERIFY(deck.exportTo(u"jobsExport"_s, path));
    const QJsonArray rows = QJsonDocument::fromJson(contentOf(path)).array();
    QStringList ids;
    for (const QJsonValue row : rows) {
        ids += row[u"job_id"_s].toString();
        QCOMPARE(row[u"status"_s].toString(), u"FAILED"_s);
        QVERIFY(row.toObject().contains("type"_L1));
        QVERIFY(!row.toObject().contains("model"_L1));
        QVERIFY(row[u"cost_usd"_s].isNull());
    }
    QCOMPARE(ids, deck.ids());

    const QString csv = deck.directory.filePath(u"jobs.csv"_s);
    QVERIFY(deck.exportTo(u"jobsExport"_s, csv));
    QCOMPARE(contentOf(csv).count("\r\n"), deck.rows() + 1);
    QVERIFY(contentOf(csv).startsWith("status,type,created_at,"));
    QVERIFY(!contentOf(csv).contains("AIza")); // the server leaks keys of providers
    const QString markdown = deck.directory.filePath(u"jobs.md"_s);
    QVERIFY(deck.exportTo(u"jobsExport"_s, markdown));
    QCOMPARE(contentOf(markdown).count('\n'), deck.rows() + 2);
}

void tst_JobCosts::openJobIsCompletedAsFailed()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    auto *notice = deck.find(u"jobsOpen"_s);
    QVERIFY(notice->isVisible());
    QTest::keyClick(notice->findChild<QPushButton *>(), Qt::Key_Space);
    QVERIFY(deck.rows() > 0);
    const int open = deck.rows();
    deck.table()->setCurrentIndex(deck.table()->model()->index(0, 0));
    const QString id = deck.jobs().at(0).job.id.value;
    const int credits = deck.gateway.creditsRemaining();
    auto *complete = deck.find<QPushButton>(u"completeJob"_s);
    QVERIFY(complete->isVisible());

    // Without a yes nothing happens.
    QTest::keyClick(complete, Qt::Key_Space);
    auto *question = deck.window().findChild<QMessageBox *>(u"completeQuestion"_s);
    QVERIFY(question != nullptr);
    question->reject();
    QCOMPARE(deck.gateway.countRequests("POST", CompletePath), 0);

    QTest::keyClick(complete, Qt::Key_Space);
    question = deck.window().findChildren<QMessageBox *>(u"completeQuestion"_s).constLast();
    question->findChild<QPushButton *>(u"completeConfirmed"_s)->click();
    QTRY_COMPARE(deck.rows(), open - 1);
    QCOMPARE(deck.gateway.countRequests("POST", CompletePath), 1);
    QCOMPARE(deck.gateway.job(id)[u"status"_s].toString(), u"FAILED"_s);
    QCOMPARE(deck.gateway.creditsRemaining(), credits);
    // The details stay, and say so.
    QVERIFY(deck.find(u"jobFailure"_s)->isVisible());
    QVERIFY(!complete->isVisible());
}

void tst_JobCosts::allOpenJobsAreCompletedAsFailed()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    deck.choose(u"jobsStatus"_s, u"Open for long"_s);
    const QStringList open = deck.ids();
    QVERIFY(open.size() > 1);
    const int credits = deck.gateway.creditsRemaining();
    QPushButton *action = openNoticeAction(deck);
    QCOMPARE(action->text(), u"Complete all as failed…"_s);

    // Without a yes nothing happens.
    QTest::keyClick(action, Qt::Key_Space);
    auto *question = deck.window().findChild<QMessageBox *>(u"completeAllQuestion"_s);
    QVERIFY(question->text().startsWith(u"Complete %1 job"_s.arg(open.size())));
    question->reject();
    QVERIFY(deck.comesToRest());
    QCOMPARE(deck.gateway.countRequests("POST", CompletePath), 0);

    completeAll(deck);
    QTRY_COMPARE(deck.rows(), 0);
    QVERIFY(deck.comesToRest());
    QCOMPARE(deck.gateway.countRequests("POST", CompletePath), int(open.size()));
    for (const QString &id : open)
        QCOMPARE(deck.gateway.job(id)[u"status"_s].toString(), u"FAILED"_s);
    QCOMPARE(deck.gateway.creditsRemaining(), credits);
    QVERIFY(deck.find(u"jobsOpen"_s)->isHidden());
}

void tst_JobCosts::completingAllCanBeStopped()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    deck.choose(u"jobsStatus"_s, u"Open for long"_s);
    const int open = deck.rows();
    completeAll(deck);
    const QString told = deck.find(u"jobsOpen"_s)->accessibleName();
    QCOMPARE(told, u"Completing job 1 of %1 as failed…"_s.arg(open));
    QPushButton *action = openNoticeAction(deck);
    QCOMPARE(action->text(), u"Stop"_s);
    QTest::keyClick(action, Qt::Key_Space);
    QTRY_COMPARE(deck.rows(), open - 1);
    QVERIFY(deck.comesToRest());
    QCOMPARE(deck.gateway.countRequests("POST", CompletePath), 1);
    QCOMPARE(action->text(), u"Complete all as failed…"_s);

    // A failure that the next job would meet as well ends it too.
    deck.settings.set(Keys::MaxRetries, 0);
    deck.gateway.addFault({.method = "POST", .pathPattern = CompletePath, .status = 500});
    completeAll(deck);
    QVERIFY(deck.passUntil([&] { return deck.find(u"errorPanel"_s)->isVisible(); }));
    QVERIFY(deck.comesToRest());
    QCOMPARE(deck.gateway.countRequests("POST", CompletePath), 2);
    QCOMPARE(deck.rows(), open - 1);
}

void tst_JobCosts::lostAnswerIsNotSentAgain()
{
    JobsDeck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    QVERIFY(deck.showJobs());
    deck.choose(u"jobsStatus"_s, u"Open for long"_s);
    deck.table()->setCurrentIndex(deck.table()->model()->index(0, 0));
    const int open = deck.rows();
    deck.gateway.addFault(
        {.method = "POST", .pathPattern = CompletePath, .processFirst = true, .drop = true});
    QTest::keyClick(deck.find(u"completeJob"_s), Qt::Key_Space);
    auto *question = deck.window().findChild<QMessageBox *>(u"completeQuestion"_s);
    question->findChild<QPushButton *>(u"completeConfirmed"_s)->click();
    // The look after it shows that the job ended.
    QVERIFY(deck.passUntil([&] { return deck.rows() == open - 1; }));
    QCOMPARE(deck.gateway.countRequests("POST", CompletePath), 1);
}

void tst_JobCosts::rawJsonIsTheServers()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    deck.selectFirst();
    const QString id = deck.jobs().at(deck.table()->currentIndex().row()).job.id.value;
    QTest::keyClick(deck.find(u"showRawJob"_s), Qt::Key_Space);
    auto *dialog = deck.window().findChild<QDialog *>(u"rawJob"_s);
    QVERIFY(dialog != nullptr);
    auto *text = dialog->findChild<QPlainTextEdit *>(u"rawJobText"_s);
    const auto shown = [text] {
        return QJsonDocument::fromJson(text->toPlainText().toUtf8()).object();
    };
    QTRY_COMPARE(shown().size(), 2);
    QCOMPARE(shown()[u"job"_s].toObject(), deck.gateway.job(id));
    dialog->close();
}

QTEST_MAIN(tst_JobCosts)
#include "tst_job_costs.moc"
