// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "jobs/FailureGroups.h"
#include "jobs/JobsFeed.h"
#include "jobs/JobsModel.h"
#include "jobs/SummariesModel.h"
#include "shell/ShellFrame.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ListPath = u"/api/teams/*/jobs"_s;
const QString CostsPath = u"/api/jobs/*/costs"_s;
const QString CompletePath = u"/api/jobs/*/complete"_s;

demo::DemoScenario scenario()
{
    return {.pastJobs = 120, .now = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC)};
}

/// The Jobs page of the real window, with all jobs fetched.
class JobsDeck : public Deck
{
public:
    explicit JobsDeck(const demo::DemoScenario &demo = scenario())
        : Deck(demo)
    {
        window().resize(1400, 900);
    }

    bool showJobs()
    {
        window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
        return QTest::qWaitFor([this] { return isLoaded(); });
    }
    bool isLoaded()
    {
        return table()->model()->rowCount() > 0 &&
               find<QAbstractButton>(u"jobsRefresh"_s)->isEnabled();
    }
    QTableView *table() { return find<QTableView>(u"jobsTable"_s); }
    JobsModel &jobs() { return *qobject_cast<JobsModel *>(table()->model()); }
    int rows() { return table()->model()->rowCount(); }
    QStringList ids()
    {
        QStringList ids;
        for (int row = 0; row < rows(); ++row)
            ids += jobs().at(row).job.id.value;
        return ids;
    }
    void choose(const QString &combo, const QString &entry)
    {
        auto *box = find<QComboBox>(combo);
        QVERIFY2(box->findText(entry) >= 0, qPrintable(entry));
        box->setCurrentIndex(box->findText(entry));
    }
    /// The gateway's own jobs of which `wanted(job)` is true, the newest first.
    template <typename Wanted>
    QStringList idsWhere(Wanted wanted)
    {
        QStringList ids;
        for (const QJsonValue value : gateway.jobs()) {
            const QJsonObject job = value.toObject();
            if (wanted(job))
                ids += job[u"job_id"_s].toString();
        }
        return ids;
    }
    /// Selects the first row with the keyboard.
    void selectFirst()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Up);
    }
    /// Lets the clock go on until `done`.
    template <typename Done>
    bool advanceUntil(Done done, Milliseconds step = 20ms)
    {
        return QTest::qWaitFor([&] {
            clock.advance(step);
            return done();
        });
    }
    /// Presses a button that asks for a file and answers with `path`.
    bool exportTo(const QString &button, const QString &path)
    {
        find<QAbstractButton>(button)->click();
        auto *dialog = window().findChild<QFileDialog *>(u"exportDialog"_s);
        if (dialog == nullptr)
            return false;
        emit dialog->fileSelected(path);
        dialog->close();
        return QTest::qWaitFor([&path] { return QFile::exists(path); });
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The Jobs page in the window against the embedded gateway.
class tst_Jobs : public QObject
{
    Q_OBJECT

private slots:
    void eachFilterShowsWhatTheServerHas();
    void columnsAreKept();
    void failuresAreExplained();
    void sameCauseIsALink();
    void failedTurnIsTriedAgain();
    void costsAreReadPolitelyAndOnce();
    void readingCanBeStopped();
    void summariesAddUp();
    void exportIsWhatTheTableShows();
    void openJobIsCompletedAsFailed();
    void lostAnswerIsNotSentAgain();
    void rawJsonIsTheServers();
    void requestsPerMinute();
    void loadingCanBeStopped();
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
    const QString type = deck.jobs().at(deck.rows() - 1).job.type;
    QTest::keyClick(deck.find(u"showWorked"_s), Qt::Key_Space);
    QTRY_VERIFY(deck.find(u"jobFailure"_s)->isHidden());
    const Job worked = deck.jobs().at(deck.table()->currentIndex().row()).job;
    QCOMPARE(worked.status, JobStatus::Completed);
    QCOMPARE(worked.type, type);
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
        const Job job = deck.jobs().at(row).job;
        const auto others = causes.value(failureCause(job.errorMessage)).size() - 1;
        auto *link = deck.find<QPushButton>(u"sameCause"_s);
        QCOMPARE(link->isVisible(), others > 0);
        if (others > 0)
            QVERIFY2(link->text().startsWith(u"Same cause in %1 other job"_s.arg(others)),
                     qPrintable(link->text()));
    }
    deck.table()->setCurrentIndex(deck.table()->model()->index(0, 0));
    const Job job = deck.jobs().at(0).job;
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
    const Job job = deck.jobs().at(0).job;
    QCOMPARE(job.type, u"chat"_s);
    QCOMPARE(job.status, JobStatus::Failed);
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

void tst_Jobs::costsAreReadPolitelyAndOnce()
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
    QVERIFY(deck.advanceUntil([&] { return deck.find(u"readingProgress"_s)->isHidden(); }));
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), 30);
    QVERIFY(deck.find(u"readCosts"_s)->isHidden());

    // After a restart they are known, but for those of jobs that are still open.
    deck.open();
    QVERIFY(deck.showJobs());
    deck.gateway.clearRequests();
    QTRY_VERIFY(deck.jobs().at(0).figures.has_value());
    for (const JobRowPtr &row : deck.jobs().shown())
        QCOMPARE(row->figures.has_value(), !row->job.isOpen());
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), 0);
}

void tst_Jobs::readingCanBeStopped()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    deck.find<QTabWidget>(u"jobsTabs"_s)->setCurrentIndex(1);
    QTRY_VERIFY(deck.find(u"readCosts"_s)->isVisible());
    deck.gateway.clearRequests();
    QTest::keyClick(deck.find(u"readCosts"_s), Qt::Key_Space);
    QVERIFY(deck.advanceUntil(
        [&] { return deck.find<QProgressBar>(u"readingProgress"_s)->value() >= 5; }));
    QTest::keyClick(deck.find(u"stopReading"_s), Qt::Key_Space);
    const int asked = deck.gateway.countRequests("GET", CostsPath);
    QVERIFY(deck.find(u"readCosts"_s)->isVisible());
    deck.clock.advance(60s);
    QTest::qWait(0);
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), asked);
    QVERIFY(asked < 120);
}

void tst_Jobs::summariesAddUp()
{
    JobsDeck deck({.pastJobs = 40, .now = scenario().now});
    QVERIFY(deck.showJobs());
    deck.find<QTabWidget>(u"jobsTabs"_s)->setCurrentIndex(1);
    auto *table = deck.find<QTableView>(u"summariesTable"_s);
    auto *model = qobject_cast<SummariesModel *>(table->model());
    QTRY_VERIFY(model->rowCount() > 0);
    QCOMPARE(model->index(0, SummariesModel::Cost).data().toString(), u"–"_s);
    QTest::keyClick(deck.find(u"readCosts"_s), Qt::Key_Space);
    QVERIFY(deck.advanceUntil([&] { return deck.find(u"readingProgress"_s)->isHidden(); }));
    for (const QString &grouping :
         {u"By type"_s, u"By model"_s, u"By day"_s, u"By conversation"_s}) {
        deck.choose(u"summariesGrouping"_s, grouping);
        int jobs = 0;
        qint64 calls = 0;
        qint64 credits = 0;
        for (const CostGroup &group : model->groups()) {
            jobs += group.jobs;
            calls += group.calls;
            credits += group.credits.value;
            QCOMPARE(group.unreadJobs, 0);
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
                model->groups().at(row).cost.value.nano > 0);
    }
    // The filters of the list hold here too.
    deck.choose(u"jobsStatus"_s, u"Failed"_s);
    int jobs = 0;
    for (const CostGroup &group : model->groups())
        jobs += group.jobs;
    QCOMPARE(jobs, deck.rows());
    QVERIFY(deck.find<QLabel>(u"summariesNote"_s)->text().contains("filters"_L1));
    const QString path = deck.directory.filePath(u"summaries.json"_s);
    QVERIFY(deck.exportTo(u"exportSummaries"_s, path));
    QCOMPARE(QJsonDocument::fromJson(contentOf(path)).array().size(), model->rowCount());
}

void tst_Jobs::exportIsWhatTheTableShows()
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

void tst_Jobs::openJobIsCompletedAsFailed()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    auto *notice = deck.find(u"jobsOpen"_s);
    QVERIFY(notice->isVisible());
    QTest::keyClick(notice->findChild<QPushButton *>(), Qt::Key_Space);
    QVERIFY(deck.rows() > 0);
    QVERIFY(!notice->isVisible());
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

void tst_Jobs::lostAnswerIsNotSentAgain()
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
    QVERIFY(deck.advanceUntil([&] { return deck.rows() == open - 1; }));
    QCOMPARE(deck.gateway.countRequests("POST", CompletePath), 1);
}

void tst_Jobs::rawJsonIsTheServers()
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

void tst_Jobs::requestsPerMinute()
{
    JobsDeck deck;
    QVERIFY(deck.showJobs());
    deck.gateway.clearRequests();
    constexpr int Minutes = 10;
    for (int second = 0; second < Minutes * 60; ++second) {
        deck.clock.advance(1s);
        // A request that was begun is answered before time goes on.
        QTRY_VERIFY(deck.find<QAbstractButton>(u"jobsRefresh"_s)->isEnabled());
    }
    const int lists = deck.gateway.countRequests("GET", ListPath);
    const int all = deck.gateway.countRequests({}, u"*"_s);
    qInfo("Jobs page: %.1f list requests a minute, %.1f requests of the window in all",
          double(lists) / Minutes, double(all) / Minutes);
    QCOMPARE(lists, Minutes * 2);
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), 0);
    // Nobody looks, nothing is asked.
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Chats);
    deck.gateway.clearRequests();
    deck.clock.advance(600s);
    QTest::qWait(0);
    QCOMPARE(deck.gateway.countRequests("GET", ListPath), 0);
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

QTEST_MAIN(tst_Jobs)
#include "tst_jobs.moc"
