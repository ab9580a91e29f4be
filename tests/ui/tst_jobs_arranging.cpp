// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "ui/jobs/JobsModel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

const QDateTime Epoch(QDate(2026, 11, 22), QTime(9, 0), Utc);

/// Any job of that number; its content is `dice`'s.
Record randomJob(int number, QRandomGenerator &dice)
{
    Record job;
    job.id = {u"job-%1"_s.arg(number, 6, 10, QChar(u'0'))};
    job.group = u"type-%1"_s.arg(dice.bounded(4));
    job.status = RecordStatus(dice.bounded(5));
    job.createdAt = Epoch.addSecs(dice.bounded(5000));
    if (dice.bounded(3) != 0)
        job.completedAt = job.createdAt.addSecs(dice.bounded(60));
    job.models = {u"model-%1"_s.arg(dice.bounded(3))};
    if (job.status == RecordStatus::Failed)
        job.errorMessage =
            u"Failure %1 of kind %2"_s.arg(number).arg(char16_t('a' + dice.bounded(3)));
    job.charging = Charging(dice.bounded(3));
    return job;
}

QList<Record> randomJobs(int first, int count, QRandomGenerator &dice)
{
    QList<Record> jobs;
    for (int i = 0; i < count; ++i)
        jobs += randomJob(first + i, dice);
    return jobs;
}

JobQuery randomQuery(QRandomGenerator &dice)
{
    JobQuery query;
    query.order = {JobField(dice.bounded(JobFieldCount)),
                   dice.bounded(2) != 0 ? Qt::AscendingOrder : Qt::DescendingOrder};
    if (dice.bounded(3) == 0)
        query.filter.status = RecordStatus(dice.bounded(5));
    if (dice.bounded(4) == 0)
        query.filter.type = u"type-1"_s;
    if (dice.bounded(4) == 0)
        query.filter.words = searchWords(u"model-2 job"_s);
    if (dice.bounded(5) == 0)
        query.filter.cost = CostKnowledge(dice.bounded(4));
    if (dice.bounded(6) == 0)
        query.filter.from = Epoch.addSecs(2500);
    return query;
}

QStringList idsOf(const JobRows &rows)
{
    QStringList ids;
    for (const JobRow *row : rows)
        ids += row->job.id.value;
    return ids;
}

/// A change of some sort, with or without effect.
void change(JobBook &book, int &next, QRandomGenerator &dice)
{
    const auto someId = [&] {
        return JobId{u"job-%1"_s.arg(dice.bounded(std::max(next, 1)), 6, 10, QChar(u'0'))};
    };
    switch (dice.bounded(5)) {
    case 0:
        book.merge(randomJobs(next, 3, dice));
        next += 3;
        break;
    case 1:
        book.merge(randomJobs(next, 60, dice));
        next += 60;
        break;
    case 2:
        book.merge(randomJobs(dice.bounded(std::max(next, 1)), 5, dice));
        next = std::max(next, int(book.size()) + 5);
        break;
    case 3:
        book.remove({someId(), someId()});
        break;
    case 4: {
        JobFigures figures{.calls = dice.bounded(4)};
        if (dice.bounded(2) != 0)
            figures.cost = Measured<Usd>::reported({dice.bounded(1000) * 1'000'000LL});
        book.setFigures({{someId(), figures}, {someId(), JobFigures{.calls = 9}}});
        break;
    }
    }
}

} // namespace

class tst_JobsArranging : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatTheQueryWants_data();
    void showsWhatTheQueryWants();
    void takesTheLastOfManyQueries();
    void keepsTheSelectionOnItsJob();
    void acceptsEachFilter_data();
    void acceptsEachFilter();
    void ordersByEachField();
};

void tst_JobsArranging::showsWhatTheQueryWants_data()
{
    QTest::addColumn<int>("jobs");
    QTest::newRow("few, at once") << 40;
    QTest::newRow("many, on another thread") << int(JobsModel::FewJobs) + 500;
}

/// Whatever changes while whatever is being arranged: in the end the model shows what a plain
/// filter and sort of all jobs gives, and never told a view anything wrong.
void tst_JobsArranging::showsWhatTheQueryWants()
{
    QFETCH(int, jobs);
    QRandomGenerator dice(7);
    JobBook book;
    JobsModel model(book);
    // The tester looks at every cell after every signal, which is more than can be waited for.
    std::optional<QAbstractItemModelTester> tester;
    if (jobs <= 40)
        tester.emplace(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    book.merge(randomJobs(0, jobs, dice));
    int next = jobs;
    const std::atomic_bool never = false;
    for (int round = 0; round < 16; ++round) {
        const JobQuery query = randomQuery(dice);
        model.sort(int(query.order.field), query.order.direction);
        model.setFilter(query.filter);
        for (int i = 0; i < 4; ++i)
            change(book, next, dice);
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(idsOf(model.shown()), idsOf(arranged(book.rows(), query, never)));
        for (int i = 0; i < 4; ++i)
            change(book, next, dice);
        QCOMPARE(idsOf(model.shown()), idsOf(arranged(book.rows(), query, never)));
    }
    QVERIFY(reset.isEmpty());
}

void tst_JobsArranging::takesTheLastOfManyQueries()
{
    QRandomGenerator dice(3);
    JobBook book;
    JobsModel model(book);
    book.merge(randomJobs(0, int(JobsModel::FewJobs) * 2, dice));
    QSignalSpy arrangedSpy(&model, &JobsModel::arranged);
    const QString text = u"job-001"_s;
    for (qsizetype i = 1; i <= text.size(); ++i)
        model.setFilter({.words = searchWords(text.left(i))});
    QVERIFY(model.isArranging());
    QTRY_VERIFY(!model.isArranging());
    QCOMPARE(arrangedSpy.size(), 1);
    QCOMPARE(model.rowCount(), 1000);
    // Back to what is shown: nothing is left to do.
    model.setFilter({});
    model.setFilter({.words = searchWords(text)});
    QVERIFY(!model.isArranging());
}

void tst_JobsArranging::keepsTheSelectionOnItsJob()
{
    QRandomGenerator dice(5);
    JobBook book;
    JobsModel model(book);
    book.merge(randomJobs(0, 200, dice));
    QItemSelectionModel selection(&model);
    const QModelIndex chosen = model.index(120, 0);
    const JobId id = model.at(120).job.id;
    selection.select(chosen, QItemSelectionModel::Rows | QItemSelectionModel::Select);
    model.sort(int(JobField::Id), Qt::AscendingOrder);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(model.at(selection.selectedRows().constFirst().row()).job.id, id);
    model.setFilter({.words = searchWords(id.value.right(2))});
    QCOMPARE(model.at(selection.selectedRows().constFirst().row()).job.id, id);
    model.setFilter({});
    QCOMPARE(model.at(selection.selectedRows().constFirst().row()).job.id, id);
    model.setFilter({.words = searchWords(u"no such job"_s)});
    QVERIFY(selection.selectedRows().isEmpty());
}

void tst_JobsArranging::acceptsEachFilter_data()
{
    QTest::addColumn<JobFilter>("filter");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const JobFilter &filter, const QStringList &ids) {
        QTest::newRow(name) << filter << ids;
    };
    const QString a = u"a"_s;
    const QString b = u"b"_s;
    const QString c = u"c"_s;
    row("none", {}, {c, b, a});
    row("status", {.status = RecordStatus::Failed}, {b});
    row("type", {.type = u"chat"_s}, {c, a});
    row("part of a type", {.type = u"cha"_s}, {});
    row("model", {.model = u"gpt-4o"_s}, {b});
    row("from", {.from = Epoch.addSecs(60)}, {c, b});
    row("until", {.until = Epoch.addSecs(60)}, {a});
    row("open for long", {.openSince = Epoch.addSecs(600)}, {c});
    row("not open for long", {.openSince = Epoch.addSecs(120)}, {});
    row("cost reported", {.cost = CostKnowledge::Reported}, {a});
    row("cost not reported", {.cost = CostKnowledge::NotReported}, {b});
    row("cost not read", {.cost = CostKnowledge::NotRead}, {c});
    row("cost of 1 cent", {.leastCost = Usd{10'000'000}}, {a});
    row("cost of 2 cents", {.leastCost = Usd{20'000'001}}, {});
    row("cause", {.cause = u"limit of # reached"_s}, {b});
    row("both", {.status = RecordStatus::Failed, .type = u"chat"_s}, {});
}

void tst_JobsArranging::acceptsEachFilter()
{
    QFETCH(JobFilter, filter);
    const auto job = [](const QString &id, RecordStatus status, int minute) {
        Record made;
        made.id = {id};
        made.group = u"chat"_s;
        made.status = status;
        made.createdAt = Epoch.addSecs(minute * 60);
        return made;
    };
    Record failed = job(u"b"_s, RecordStatus::Failed, 1);
    failed.group = u"review"_s;
    failed.models = {u"gpt-4o"_s};
    failed.errorMessage = u"Limit of 500 reached"_s;
    JobBook book;
    JobsModel model(book);
    book.merge(
        {job(u"a"_s, RecordStatus::Completed, 0), failed, job(u"c"_s, RecordStatus::Pending, 2)});
    book.setFigures({{{u"a"_s}, {.calls = 1, .cost = Measured<Usd>::reported({20'000'000})}},
                     {{u"b"_s}, {.calls = 1, .failedCalls = 1}}});
    model.setFilter(filter);
    QTEST(idsOf(model.shown()), "ids");
}

void tst_JobsArranging::ordersByEachField()
{
    QRandomGenerator dice(11);
    JobBook book;
    book.merge(randomJobs(0, 50, dice));
    const std::atomic_bool never = false;
    for (int field = 0; field < JobFieldCount; ++field) {
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const JobOrder order{JobField(field), direction};
            const JobRows rows = arranged(book.rows(), {{}, order}, never);
            QCOMPARE(rows.size(), 50U);
            // A total order: no two are equal, whatever the field.
            for (size_t i = 1; i < rows.size(); ++i) {
                QVERIFY(order(rows[i - 1], rows[i]));
                QVERIFY(!order(rows[i], rows[i - 1]));
            }
        }
        QVERIFY(!storedName(JobField(field)).isEmpty());
    }
}

QTEST_GUILESS_MAIN(tst_JobsArranging)
#include "tst_jobs_arranging.moc"
