// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/jobs/FailureGroups.h"
#include "ui/jobs/CallsModel.h"
#include "ui/jobs/FailureView.h"
#include "ui/jobs/JobCostsView.h"
#include "ui/jobs/SummariesModel.h"
#include "ui/jobs/SummariesPlot.h"
#include "ui/words/RecordWords.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace litedeck;

namespace {

QString cell(const SummariesModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

JobRow failedRow(const QString &error)
{
    JobRow row;
    row.job.id = {u"failed"_s};
    row.job.status = RecordStatus::Failed;
    row.job.errorMessage = error;
    row.job.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Utc);
    row.cause = failureCause(error);
    return row;
}

} // namespace

class tst_JobsSummaries : public QObject
{
    Q_OBJECT

private slots:
    void unknownSumsAreNotZero();
    void partialSumsSayAtLeast();
    void groupsAreExchangedRowByRow();
    void namesGroups_data();
    void namesGroups();
    void plotsCostsOrElseNumbers();
    void plotsDaysInTheirOrder();
    void sumsThatDifferAreShown();
    void callsTellWhyTheyFailed();
    void failuresSayWhatIsKnown();
};

void tst_JobsSummaries::unknownSumsAreNotZero()
{
    SummariesModel model({});
    model.setGroups(CostGrouping::Type,
                    {{.key = u"unread"_s, .jobs = 2, .unreadJobs = 2},
                     {.key = u"unreported"_s, .jobs = 1, .calls = 3, .uncostedCalls = 3}});
    for (const int column : {SummariesModel::Calls, SummariesModel::FailedCalls,
                             SummariesModel::Tokens, SummariesModel::Cost, SummariesModel::Credits,
                             SummariesModel::Average, SummariesModel::P95}) {
        QCOMPARE(cell(model, 0, column), u"–"_s);
        QCOMPARE(model.index(0, column).data(Qt::AccessibleTextRole).toString(), u"not known"_s);
    }
    QCOMPARE(cell(model, 1, SummariesModel::Cost), u"not reported"_s);
    QCOMPARE(cell(model, 1, SummariesModel::Tokens), u"not reported"_s);
    QCOMPARE(cell(model, 1, SummariesModel::Calls), u"3"_s);
    QVERIFY(model.index(0, SummariesModel::Cost).data(Qt::ToolTipRole).toString().contains(u"2"));
}

void tst_JobsSummaries::partialSumsSayAtLeast()
{
    SummariesModel model({});
    CostGroup group{.key = u"chat"_s,
                    .jobs = 3,
                    .calls = 4,
                    .tokens = Measured<qint64>::reported(1200),
                    .cost = Measured<Usd>::reported({120'000'000}),
                    .credits = Measured<qint64>::reported(2)};
    model.setGroups(CostGrouping::Type, {group});
    QCOMPARE(cell(model, 0, SummariesModel::Cost), u"$0.12"_s);
    QCOMPARE(cell(model, 0, SummariesModel::Credits), u"2"_s);
    group.uncostedCalls = 1;
    model.setGroups(CostGrouping::Type, {group});
    QCOMPARE(cell(model, 0, SummariesModel::Cost), u"≥ $0.12"_s);
    QCOMPARE(model.index(0, SummariesModel::Cost).data(Qt::AccessibleTextRole).toString(),
             u"at least $0.12"_s);
    QVERIFY(cell(model, 0, SummariesModel::Tokens).startsWith(u"≥ "));
    QCOMPARE(cell(model, 0, SummariesModel::Calls), u"4"_s);
    group.unreadJobs = 1;
    group.uncreditedJobs = 1;
    model.setGroups(CostGrouping::Type, {group});
    QCOMPARE(cell(model, 0, SummariesModel::Calls), u"≥ 4"_s);
    QCOMPARE(cell(model, 0, SummariesModel::Credits), u"≥ 2"_s);
    const auto toolTip = [&model] {
        return model.index(0, SummariesModel::Calls).data(Qt::ToolTipRole).toString();
    };
    QCOMPARE(toolTip(), u"The costs of 1 job(s) were not read yet."_s);
    group.openJobs = 1;
    model.setGroups(CostGrouping::Type, {group});
    QCOMPARE(cell(model, 0, SummariesModel::Calls), u"≥ 4"_s);
    QCOMPARE(toolTip(), u"1 job(s) are still open; their costs are not final."_s);
}

void tst_JobsSummaries::groupsAreExchangedRowByRow()
{
    SummariesModel model({});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const CostGroup a{.key = u"a"_s, .jobs = 2};
    const CostGroup b{.key = u"b"_s, .jobs = 1};
    model.setGroups(CostGrouping::Type, {a, b});
    model.setGroups(CostGrouping::Type, {a, b, {.key = u"c"_s, .jobs = 1}});
    QVERIFY(changed.isEmpty());
    model.setGroups(CostGrouping::Day, {b});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Day"_s);
    model.setGroups(CostGrouping::Day, {});
    QVERIFY(reset.isEmpty());
}

void tst_JobsSummaries::namesGroups_data()
{
    QTest::addColumn<CostGrouping>("grouping");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("title");
    QTest::newRow("type") << CostGrouping::Type << u"chat"_s << u"chat"_s;
    QTest::newRow("no model") << CostGrouping::Model << QString() << u"Not recorded"_s;
    QTest::newRow("kept conversation") << CostGrouping::Conversation << u"kept"_s << u"My talk"_s;
    QTest::newRow("other conversation")
        << CostGrouping::Conversation << u"gone"_s << u"Unknown conversation gone"_s;
    QTest::newRow("no conversation")
        << CostGrouping::Conversation << QString() << u"Not from Litedeck"_s;
}

void tst_JobsSummaries::namesGroups()
{
    QFETCH(CostGrouping, grouping);
    QFETCH(QString, key);
    SummariesModel model(
        [](const ConversationId &id) { return id.value == "kept"_L1 ? u"My talk"_s : QString(); });
    model.setGroups(grouping, {{.key = key, .jobs = 1}});
    QTEST(cell(model, 0, SummariesModel::Key), "title");
}

void tst_JobsSummaries::plotsCostsOrElseNumbers()
{
    SummariesModel model({});
    QCOMPARE(SummariesPlot::plot(model).points.size(), 0);
    model.setGroups(CostGrouping::Type, {{.key = u"many"_s, .jobs = 9, .unreadJobs = 9},
                                         {.key = u"few"_s, .jobs = 2, .unreadJobs = 2}});
    QCOMPARE(SummariesPlot::plot(model).points.first().y, 9.0);

    // Days are labelled by their number in the month, each of them another label for the axis.
    model.setGroups(CostGrouping::Day, {{.key = u"2026-11-22"_s, .jobs = 1},
                                        {.key = u"2026-10-23"_s, .jobs = 1},
                                        {.key = u"2026-10-22"_s, .jobs = 1}});
    const QStringList days = SummariesPlot::plot(model).labels;
    QCOMPARE(days.mid(0, 2), (QStringList{u"22"_s, u"23"_s}));
    QVERIFY(days.at(2).startsWith(u"22"_s) && days.at(2) != u"22"_s);
    model.setGroups(CostGrouping::Type,
                    {{.key = u"many"_s, .jobs = 9, .unreadJobs = 9},
                     {.key = u"few"_s, .jobs = 2, .cost = Measured<Usd>::reported({500'000'000})}});
    const Plot plot = SummariesPlot::plot(model);
    QCOMPARE(plot.labels, (QStringList{u"few"_s, u"many"_s}));
    QCOMPARE(plot.points.first().y, 0.5);
    QVERIFY(plot.points.first().readout.contains(u"$0.5"));
    QCOMPARE(plot.points.last().y, 0.0);
    QVERIFY(!plot.points.last().readout.contains(u"$0"));
}

void tst_JobsSummaries::plotsDaysInTheirOrder()
{
    SummariesModel model({});
    QList<CostGroup> days;
    for (int day = 30; day > 0; --day)
        days += {.key = QDate(2026, 11, day).toString(Qt::ISODate), .jobs = day};
    model.setGroups(CostGrouping::Day, days);
    const Plot plot = SummariesPlot::plot(model);
    QCOMPARE(plot.kind, Plot::Kind::Columns);
    QCOMPARE(plot.points.first().y, 1.0);
    QCOMPARE(plot.points.last().y, 30.0);
}

void tst_JobsSummaries::sumsThatDifferAreShown()
{
    JobCostsView view;
    JobCosts costs{.id = {u"job"_s}, .total = {4'000'000}};
    costs.calls = {
        {.id = {u"call"_s}, .model = u"gpt-4o"_s, .promptTokens = 3, .cost = {4'000'000}}};
    view.showCosts(costs, nullptr);
    auto *mismatch = view.findChild<QWidget *>(u"jobCostsMismatch"_s);
    QVERIFY(mismatch->isHidden());
    QVERIFY(view.findChild<QLabel *>(u"jobLatency"_s)->text().contains(u"not recorded"));
    CompletedJob completion{.totalCost = {4'000'000}, .averageLatency = 1'500ms};
    view.showCosts(costs, &completion);
    QVERIFY(mismatch->isHidden());
    QVERIFY(view.findChild<QLabel *>(u"jobLatency"_s)->text().contains(u"1.5 s"));
    completion.totalCost = {};
    view.showCosts(costs, &completion);
    QVERIFY(!mismatch->isHidden());
    QVERIFY(mismatch->accessibleName().contains(u"$0.004"));
}

void tst_JobsSummaries::callsTellWhyTheyFailed()
{
    CallsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<CallCost> calls{{.id = {u"call"_s}}};
    model.setCalls(calls);
    const QModelIndex cost = model.index(0, CallsModel::Cost);
    QCOMPARE(cost.data().toString(), u"failed"_s);
    QVERIFY(cost.data(Qt::ToolTipRole).toString().contains(u"Not recorded"));
    model.setCalls(calls, {{.id = {u"call"_s}, .latency = 40ms, .error = u"overloaded"_s}});
    QVERIFY(cost.data(Qt::ToolTipRole).toString().contains(u"overloaded"));
    QCOMPARE(model.index(0, CallsModel::Latency).data().toString(), u"40 ms"_s);
}

void tst_JobsSummaries::failuresSayWhatIsKnown()
{
    const RecordWords words({.jobs = true, .ledger = true});
    FailureView view(words);
    QSignalSpy causes(&view, &FailureView::causeRequested);
    const JobRow failed = failedRow(u"Overloaded"_s);
    const QDateTime now = failed.job.createdAt;
    const Error error{.category = ErrorCategory::Overloaded, .hands = Hands::Provider};
    const auto shown = [&view](const QString &name) {
        return !view.findChild<QWidget *>(name)->isHidden();
    };
    view.showFailure(failed, error);
    // What other jobs say may come later.
    QVERIFY(!shown(u"sameCause"_s));
    QVERIFY(!shown(u"failureComparison"_s));
    view.showRelatives(failed, {.jobs = 1}, nullptr, now);
    QCOMPARE(view.findChild<QLabel *>(u"failureTitle"_s)->text(), u"The provider is overloaded"_s);
    QVERIFY(view.findChild<QLabel *>(u"failureHands"_s)->text().contains(u"provider"));
    QVERIFY(!shown(u"sameCause"_s));
    QVERIFY(!shown(u"failureComparison"_s));

    const QDateTime monday(QDate(2026, 11, 16), QTime(9, 0), Utc);
    view.showRelatives(failed, {15, monday, now}, nullptr, now);
    auto *others = view.findChild<QPushButton *>(u"sameCause"_s);
    QVERIFY(shown(u"sameCause"_s));
    QVERIFY2(others->text().contains(u"14") && others->text().contains(u"Monday"),
             qPrintable(others->text()));
    others->click();
    QCOMPARE(causes.value(0).value(0).toString(), failed.cause);
    const JobRow worked;
    view.showRelatives(failed, {.jobs = 1}, &worked, now);
    const auto cells = view.findChildren<QLabel *>(u"compared"_s).size();
    view.showRelatives(failed, {.jobs = 1}, &worked, now);
    QVERIFY(shown(u"failureComparison"_s));
    QCOMPARE(view.findChildren<QLabel *>(u"compared"_s).size(), cells);
}

QTEST_MAIN(tst_JobsSummaries)
#include "tst_jobs_summaries.moc"
