// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Redactor.h"
#include "core/base/Utc.h"
#include "ui/jobs/CallsModel.h"
#include "ui/jobs/JobsModel.h"
#include "ui/widgets/Tone.h"
#include "ui/words/JobWords.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

Record makeJob(int number, RecordStatus status = RecordStatus::Completed)
{
    Record job;
    job.id = {u"job-%1"_s.arg(number)};
    job.group = number % 2 == 0 ? u"chat"_s : u"Résumé review"_s;
    job.status = status;
    job.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Utc).addSecs(qint64(number) * 60);
    job.startedAt = job.createdAt.addSecs(2);
    job.completedAt = job.createdAt.addSecs(6);
    job.models = {u"gpt-4o-mini"_s};
    job.charging = status == RecordStatus::Completed ? Charging::Charged : Charging::None;
    return job;
}

QList<Record> makeJobs(int count)
{
    QList<Record> jobs;
    for (int i = 0; i < count; ++i)
        jobs += makeJob(i);
    return jobs;
}

QStringList shownIds(const QAbstractItemModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.index(row, 0).data(JobsModel::IdRole).toString();
    return ids;
}

} // namespace

class tst_JobsModel : public QObject
{
    Q_OBJECT

private slots:
    void insertsOnlyNewJobs();
    void updatesOnlyChangedRows();
    void removesRowsAndKeepsTheOthersFindable();
    void aCensusFindsWhatTheServerHasNoMore();
    void openJobsThatWereNotSeenForLongestComeFirst();
    void aSnapshotStaysAsItIs();
    void saysWhatEachCellMeans();
    void callsOutJobsThatWereNotCharged();
    void saysTheCreditsThatTheLedgerKnows();
    void filtersByTextInEveryField_data();
    void filtersByTextInEveryField();
    void filtersByStatus();
    void sortsByWhatColumnsMean();
    void writesMetadataAsLines();
    void takesKeysOutOfErrorTexts();
    void takesSecretsOutOfAllThatIsShown();
    void neverShowsUnknownCostsAsZero();
    void exchangesCallsRowByRow();
};

void tst_JobsModel::insertsOnlyNewJobs()
{
    JobBook book;
    JobsModel model(book);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QCOMPARE(book.merge(makeJobs(100)), 100);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(book.merge(makeJobs(101)), 1);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(book.merge({makeJob(200), makeJob(200)}), 1);
    QCOMPARE(model.rowCount(), 102);
    QVERIFY(reset.isEmpty());
}

void tst_JobsModel::updatesOnlyChangedRows()
{
    JobBook book;
    JobsModel model(book);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    book.merge(makeJobs(10));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QList<Record> jobs = makeJobs(10);
    jobs[4].status = RecordStatus::Failed;
    jobs[4].errorMessage = u"overloaded"_s;
    QCOMPARE(book.merge(jobs), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 5); // the newest comes first
    QCOMPARE(model.index(5, int(JobField::Status)).data().toString(), u"Failed"_s);
}

void tst_JobsModel::removesRowsAndKeepsTheOthersFindable()
{
    JobBook book;
    JobsModel model(book);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    book.merge(makeJobs(10));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    book.remove({{u"job-2"_s}, {u"job-3"_s}, {u"job-9"_s}, {u"no such job"_s}});
    QCOMPARE(removed.size(), 3);
    QCOMPARE(model.rowCount(), 7);
    QVERIFY(!book.row({u"job-3"_s}));
    QVERIFY(!model.indexOf({u"job-3"_s}).isValid());
    for (const JobRow *row : book.rows())
        QCOMPARE(model.indexOf(row->job.id).data(JobsModel::IdRole).toString(), row->job.id.value);
    QSet<JobId> many;
    for (int i = 0; i < 100; ++i) {
        book.merge({makeJob(i)});
        if (i % 2 == 0)
            many.insert({u"job-%1"_s.arg(i)});
    }
    removed.clear();
    book.remove(many);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.indexOf({u"job-99"_s}).row(), 0);
}

void tst_JobsModel::aCensusFindsWhatTheServerHasNoMore()
{
    JobBook book;
    JobsModel model(book);
    book.merge(makeJobs(400));
    QVERIFY(book.missing().isEmpty());
    book.beginCensus();
    book.merge(makeJobs(390));
    book.merge({makeJob(500)}); // came while the others were counted
    QCOMPARE(book.missing().size(), 10);
    book.removeMissing();
    QCOMPARE(model.rowCount(), 391);
    QVERIFY(!model.indexOf({u"job-395"_s}).isValid());
    QVERIFY(model.indexOf({u"job-500"_s}).isValid());
    QVERIFY(book.missing().isEmpty());
}

void tst_JobsModel::openJobsThatWereNotSeenForLongestComeFirst()
{
    const auto open = [](int number) { return makeJob(number, RecordStatus::InProgress); };
    const QList<JobId> none;
    JobBook book;
    book.merge({open(3), open(1), makeJob(2), open(4)});
    QCOMPARE(book.openUnseen(0), none);
    quint64 before = book.merges();
    QCOMPARE(book.openUnseen(before), (QList<JobId>{{u"job-1"_s}, {u"job-3"_s}, {u"job-4"_s}}));
    book.merge({open(1)}); // as it was
    QCOMPARE(book.openUnseen(before), (QList<JobId>{{u"job-3"_s}, {u"job-4"_s}}));
    before = book.merges();
    QCOMPARE(book.openUnseen(before), (QList<JobId>{{u"job-3"_s}, {u"job-4"_s}, {u"job-1"_s}}));
    book.merge({makeJob(3)});
    book.remove({{u"job-4"_s}});
    QCOMPARE(book.openUnseen(before), (QList<JobId>{{u"job-1"_s}}));
}

void tst_JobsModel::aSnapshotStaysAsItIs()
{
    JobBook book;
    JobsModel model(book);
    book.merge(makeJobs(300));
    const JobRows snapshot = model.shown();
    QStringList before;
    for (const JobRow *row : snapshot)
        before += row->job.id.value + row->job.errorMessage;
    Record changed = makeJob(7);
    changed.errorMessage = u"changed"_s;
    book.merge({changed, makeJob(301)});
    book.remove({{u"job-8"_s}});
    QStringList after;
    for (const JobRow *row : snapshot)
        after += row->job.id.value + row->job.errorMessage;
    QCOMPARE(after, before);
    // What it shows is what it owns.
    QSet<const JobRow *> owned;
    for (const auto &chunk : snapshot.owners) {
        for (const JobRowPtr &row : *chunk)
            owned.insert(row.get());
    }
    for (const JobRow *row : snapshot)
        QVERIFY(owned.contains(row));
    QCOMPARE(model.shown().size(), size_t(300));
    QCOMPARE(book.row({u"job-7"_s})->job.errorMessage, u"changed"_s);
}

void tst_JobsModel::saysWhatEachCellMeans()
{
    JobBook book;
    JobsModel model(book);
    Record open = makeJob(1, RecordStatus::InProgress);
    open.completedAt.reset();
    open.models.clear();
    book.merge({makeJob(0), open});
    QCOMPARE(model.index(1, int(JobField::Duration)).data().toString(), u"4 s"_s);
    QCOMPARE(model.index(1, int(JobField::Credit)).data().toString(), u"Charged"_s);
    QCOMPARE(model.index(0, int(JobField::Model)).data().toString(), u"–"_s);
    QCOMPARE(model.index(0, int(JobField::Duration)).data().toString(), u"–"_s);
    QCOMPARE(model.index(0, int(JobField::Credit)).data().toString(), u"–"_s);
    QVERIFY(open.isOpen());
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void tst_JobsModel::callsOutJobsThatWereNotCharged()
{
    JobBook book;
    JobsModel model(book);
    Record uncharged = makeJob(0);
    uncharged.charging = Charging::Uncharged;
    book.merge({uncharged, makeJob(1, RecordStatus::Failed)});
    QCOMPARE(model.index(1, int(JobField::Credit)).data().toString(), u"Ran, not charged"_s);
    QCOMPARE(model.index(1, int(JobField::Credit)).data(JobsModel::ToneRole).toInt(),
             int(Tone::Warning));
    QCOMPARE(model.index(0, int(JobField::Credit)).data().toString(), u"–"_s);
}

void tst_JobsModel::saysTheCreditsThatTheLedgerKnows()
{
    JobBook book;
    JobsModel model(book);
    const QAbstractItemModelTester tester(&model);
    Record markLost = makeJob(0);
    markLost.charging = Charging::Uncharged;
    // The ledger may be known before the jobs are, and after them.
    book.setCredits({{makeJob(1).id, 30}, {makeJob(2).id, -1}});
    book.merge({markLost, makeJob(1), makeJob(2, RecordStatus::Failed), makeJob(3)});
    const auto credit = [&model](int number) {
        const int row = model.indexOf(makeJob(number).id).row();
        return model.index(row, int(JobField::Credit));
    };
    QCOMPARE(credit(1).data().toString(), u"30 credit(s)"_s);
    QCOMPARE(credit(2).data().toString(), u"1 credit(s) refunded"_s);
    QCOMPARE(credit(3).data().toString(), u"Charged"_s);
    QCOMPARE(credit(0).data().toString(), u"Ran, not charged"_s);
    book.setCredits({{markLost.id, 2}});
    QCOMPARE(credit(0).data().toString(), u"2 credit(s)"_s);
    QVERIFY(!credit(0).data(JobsModel::ToneRole).isValid());
    model.sort(int(JobField::Credit), Qt::DescendingOrder);
    QVERIFY(credit(1).row() < credit(0).row());
    QVERIFY(credit(0).row() < credit(3).row());
}

void tst_JobsModel::filtersByTextInEveryField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("nothing") << QString() << QStringList{u"job-2"_s, u"job-1"_s, u"job-0"_s};
    QTest::newRow("id") << u"JOB-1"_s << QStringList{u"job-1"_s};
    QTest::newRow("type, other case") << u"rÉSUMÉ"_s << QStringList{u"job-1"_s};
    QTest::newRow("model") << u"gemini"_s << QStringList{u"job-2"_s};
    QTest::newRow("error") << u"rate limit"_s << QStringList{u"job-2"_s};
    QTest::newRow("metadata") << u"invoice-77"_s << QStringList{u"job-0"_s};
    QTest::newRow("words anywhere") << u"limit gemini"_s << QStringList{u"job-2"_s};
    QTest::newRow("no job") << u"limit invoice"_s << QStringList();
}

void tst_JobsModel::filtersByTextInEveryField()
{
    QFETCH(QString, text);
    JobBook book;
    JobsModel model(book);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<Record> jobs = makeJobs(3);
    jobs[0].metadata = {{u"document"_s, u"invoice-77"_s}};
    jobs[2].models = {u"gemini-flash"_s};
    jobs[2].errorMessage = u"Rate limit reached"_s;
    book.merge(jobs);
    model.setFilter({.words = searchWords(text)});
    QTEST(shownIds(model), "ids");
}

void tst_JobsModel::filtersByStatus()
{
    JobBook book;
    JobsModel model(book);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    book.merge({makeJob(0), makeJob(1, RecordStatus::Failed), makeJob(2, RecordStatus::Pending)});
    model.setFilter({.status = RecordStatus::Failed});
    QCOMPARE(shownIds(model), QStringList{u"job-1"_s});
    // A job that fails while the filter is on comes in.
    book.merge({makeJob(2, RecordStatus::Failed)});
    QCOMPARE(shownIds(model), (QStringList{u"job-2"_s, u"job-1"_s}));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void tst_JobsModel::sortsByWhatColumnsMean()
{
    JobBook book;
    JobsModel model(book);
    QList<Record> jobs = makeJobs(3);
    jobs[0].completedAt = jobs[0].startedAt->addSecs(100); // as text before "9 s"
    jobs[1].completedAt = jobs[1].startedAt->addSecs(9);
    jobs[2].completedAt.reset();
    book.merge(jobs);
    QCOMPARE(shownIds(model), (QStringList{u"job-2"_s, u"job-1"_s, u"job-0"_s}));
    model.sort(int(JobField::Duration), Qt::AscendingOrder);
    QCOMPARE(shownIds(model), (QStringList{u"job-2"_s, u"job-1"_s, u"job-0"_s}));
    model.sort(int(JobField::Duration), Qt::DescendingOrder);
    QCOMPARE(shownIds(model), (QStringList{u"job-0"_s, u"job-1"_s, u"job-2"_s}));
    // Equals stay newest first in both directions.
    model.sort(int(JobField::Status), Qt::AscendingOrder);
    QCOMPARE(shownIds(model), (QStringList{u"job-2"_s, u"job-1"_s, u"job-0"_s}));
    model.sort(int(JobField::Status), Qt::DescendingOrder);
    QCOMPARE(shownIds(model), (QStringList{u"job-2"_s, u"job-1"_s, u"job-0"_s}));
}

void tst_JobsModel::writesMetadataAsLines()
{
    const QJsonObject metadata{{u"client"_s, QJsonObject{{u"id"_s, u"a1"_s}, {u"turn"_s, 3}}},
                               {u"tags"_s, QJsonArray{u"x"_s, u"y"_s}},
                               {u"draft"_s, false}};
    const QList<Fact> expected{{u"client.id"_s, u"a1"_s},
                               {u"client.turn"_s, u"3"_s},
                               {u"draft"_s, u"false"_s},
                               {u"tags"_s, u"x, y"_s}};
    QCOMPARE(flattened(metadata), expected);
    QCOMPARE(flattened({}), QList<Fact>());
}

void tst_JobsModel::takesKeysOutOfErrorTexts()
{
    Record job = makeJob(0, RecordStatus::Failed);
    job.errorMessage =
        u"Client error for url 'https://x/v1:generateContent?key=AIzaSyLeaked12345'"_s;
    QVERIFY(!redacted(job, Redactor()).errorMessage.contains(u"AIzaSyLeaked"));
}

void tst_JobsModel::takesSecretsOutOfAllThatIsShown()
{
    const QString key = u"sk-leaked0123456789ab"_s;
    Record job = makeJob(0, RecordStatus::Completed);
    job.userId = key;
    job.group = u"summary "_s + key;
    job.models = {key};
    job.metadata = {{u"api_key"_s, u"LEAKazure0123456789"_s},
                    {u"provider"_s, QJsonObject{{u"password"_s, u"hunter2"_s}}},
                    {u"note"_s, u"api_key is required"_s}};
    job = redacted(job, Redactor());
    QCOMPARE(job.userId, u"[redacted]"_s);
    QCOMPARE(job.group, u"summary [redacted]"_s);
    QCOMPARE(job.models, QStringList(u"[redacted]"_s));
    QCOMPARE(flattened(job.metadata), (QList<Fact>{{u"api_key"_s, u"[redacted]"_s},
                                                   {u"note"_s, u"api_key is required"_s},
                                                   {u"provider.password"_s, u"[redacted]"_s}}));
    JobCosts costs;
    costs.calls = {{.id = {u"c"_s}, .model = key, .purpose = u"for "_s + key}};
    costs = redacted(costs, Redactor());
    QCOMPARE(costs.calls.first().model, u"[redacted]"_s);
    QCOMPARE(costs.calls.first().purpose, u"for [redacted]"_s);
}

void tst_JobsModel::neverShowsUnknownCostsAsZero()
{
    CallsModel model;
    CallCost streamed;
    streamed.model = u"claude"_s;
    CallCost priced;
    priced.promptTokens = 1200;
    priced.completionTokens = 30;
    priced.cost = Usd{4'200'000};
    model.setCalls({streamed, priced});
    QCOMPARE(model.index(0, CallsModel::Cost).data().toString(), u"not reported"_s);
    for (const int column : {CallsModel::TokensIn, CallsModel::TokensOut}) {
        QCOMPARE(model.index(0, column).data().toString(), u"–"_s);
        QCOMPARE(model.index(0, column).data(Qt::AccessibleTextRole).toString(), u"not reported"_s);
    }
    model.setCalls({CallCost(), priced});
    QCOMPARE(model.index(0, CallsModel::Model).data().toString(), u"Not recorded"_s);
    QCOMPARE(model.index(0, CallsModel::Cost).data().toString(), u"failed"_s);
    QCOMPARE(model.index(1, CallsModel::Cost).data().toString(), u"$0.00420"_s);
}

void tst_JobsModel::exchangesCallsRowByRow()
{
    CallsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    CallCost call;
    call.model = u"first"_s;
    model.setCalls({call, call, call});
    call.model = u"second"_s;
    model.setCalls({call});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, CallsModel::Model).data().toString(), u"second"_s);
    model.setCalls({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(reset.isEmpty());
}

QTEST_MAIN(tst_JobsModel)
#include "tst_jobs_model.moc"
