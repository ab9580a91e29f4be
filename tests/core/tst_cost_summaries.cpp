// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/jobs/CostSummaries.h"
#include "core/jobs/JobBook.h"
#include "core/jobs/JobTables.h"
#include "core/store/AccountTables.h"
#include "core/store/Database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace litedeck;

namespace {

const QDateTime Epoch(QDate(2026, 11, 22), QTime(9, 0), Utc);

Record makeJob(const QString &id, int seconds, RecordStatus status = RecordStatus::Completed)
{
    Record job;
    job.id = {id};
    job.group = u"chat"_s;
    job.models = {u"gpt-4o"_s};
    job.status = status;
    job.createdAt = Epoch;
    job.startedAt = Epoch;
    job.completedAt = Epoch.addSecs(seconds);
    return job;
}

CallCost makeCall(qint64 nano, qint64 tokens, const QString &model = u"gpt-4o"_s)
{
    return {.id = {u"call"_s},
            .model = model,
            .purpose = u"answer"_s,
            .promptTokens = tokens,
            .cost = {nano},
            .createdAt = Epoch};
}

JobFigures figures(const QList<CallCost> &calls)
{
    return figuresOf({.calls = calls});
}

CostGroup groupOf(const JobBook &book, const QHash<JobId, qint64> &credits = {})
{
    return costGroups(book.rows(), CostGrouping::Type, credits).constFirst();
}

} // namespace

class tst_CostSummaries : public QObject
{
    Q_OBJECT

private slots:
    void figuresTellFailedFromUncosted();
    void unknownIsNeverZero();
    void sumsWhatIsKnown();
    void creditsComeFromTheLedger();
    void recordsMayBringTheirCosts();
    void latencies_data();
    void latencies();
    void groups_data();
    void groups();
    void nothingHasNoGroups();
    void exportsUnknownAsNothing();
    void costsAreKept();
};

void tst_CostSummaries::figuresTellFailedFromUncosted()
{
    const JobFigures found =
        figures({makeCall(2'000, 10), makeCall(0, 0), makeCall(0, 0, {}), makeCall(3'000, 0)});
    QCOMPARE(found.calls, 4);
    QCOMPARE(found.failedCalls, 1);
    QCOMPARE(found.uncostedCalls, 1);
    QCOMPARE(found.cost, Measured<Usd>::reported({5'000}));
    QCOMPARE(found.tokens, Measured<qint64>::reported(10));
    QVERIFY(!figures({makeCall(0, 0)}).cost.isKnown());
    QVERIFY(!figures({makeCall(0, 0)}).tokens.isKnown());
}

void tst_CostSummaries::unknownIsNeverZero()
{
    JobBook book;
    book.merge({makeJob(u"a"_s, 1), makeJob(u"b"_s, 1)});
    QCOMPARE(groupOf(book).unreadJobs, 2);
    QVERIFY(!groupOf(book).cost.isKnown());
    book.setFigures({{{u"a"_s}, figures({makeCall(0, 0)})}, {{u"b"_s}, figures({makeCall(0, 0)})}});
    const CostGroup group = groupOf(book);
    QCOMPARE(group.unreadJobs, 0);
    QCOMPARE(group.uncostedCalls, 2);
    QVERIFY(!group.cost.isKnown());
    QVERIFY(!group.tokens.isKnown());
    QVERIFY(group.isPartial());
}

void tst_CostSummaries::sumsWhatIsKnown()
{
    JobBook book;
    book.merge({makeJob(u"a"_s, 1), makeJob(u"b"_s, 1, RecordStatus::Failed), makeJob(u"c"_s, 1)});
    book.setFigures({{{u"a"_s}, figures({makeCall(1'000, 5), makeCall(2'000, 6)})},
                     {{u"b"_s}, figures({makeCall(4'000, 7), makeCall(0, 0, {})})}});
    const CostGroup group = groupOf(book);
    QCOMPARE(group.jobs, 3);
    QCOMPARE(group.failedJobs, 1);
    QCOMPARE(group.unreadJobs, 1);
    QCOMPARE(group.calls, 4);
    QCOMPARE(group.failedCalls, 1);
    QCOMPARE(group.cost, Measured<Usd>::reported({7'000}));
    QCOMPARE(group.tokens, Measured<qint64>::reported(18));
    QVERIFY(group.isPartial());
    book.setFigures({{{u"c"_s}, figures({makeCall(1, 1)})}});
    QVERIFY(!groupOf(book).isPartial());
    QCOMPARE(groupOf(book).openJobs, 0);
    // Nobody can read them yet, but the sum lacks them as well.
    book.merge({makeJob(u"d"_s, 1, RecordStatus::InProgress)});
    QCOMPARE(groupOf(book).unreadJobs, 1);
    QCOMPARE(groupOf(book).openJobs, 1);
    QVERIFY(groupOf(book).isPartial());
}

void tst_CostSummaries::creditsComeFromTheLedger()
{
    JobBook book;
    Record charged = makeJob(u"charged"_s, 1);
    charged.charging = Charging::Charged;
    Record unlisted = makeJob(u"unlisted"_s, 1);
    unlisted.charging = Charging::Charged;
    book.merge({charged, unlisted, makeJob(u"free"_s, 1, RecordStatus::Failed)});
    const CostGroup group = groupOf(book, {{{u"charged"_s}, 3}, {{u"not here"_s}, 9}});
    QCOMPARE(group.credits, Measured<qint64>::reported(3));
    QCOMPARE(group.uncreditedJobs, 1);
    // A charge of unknown size alone is not zero credits.
    JobBook alone;
    alone.merge({unlisted});
    QVERIFY(!groupOf(alone).credits.isKnown());
}

void tst_CostSummaries::recordsMayBringTheirCosts()
{
    Record logged = makeJob(u"logged"_s, 1);
    logged.charge = {.cost = Measured<Usd>::reported({0}),
                     .promptTokens = Measured<qint64>::reported(4),
                     .completionTokens = Measured<qint64>::reported(5)};
    Record unpriced = makeJob(u"unpriced"_s, 1);
    unpriced.charge = {.promptTokens = Measured<qint64>::reported(1),
                       .completionTokens = Measured<qint64>::reported(1)};
    JobBook book;
    book.merge({logged, unpriced});
    // What was reported as nothing is nothing; what nobody told is unknown.
    QCOMPARE(book.row(logged.id)->figures->cost, Measured<Usd>::reported({0}));
    QVERIFY(!book.row(unpriced.id)->figures->cost.isKnown());
    const CostGroup group = groupOf(book);
    QCOMPARE(group.unreadJobs, 0);
    QCOMPARE(group.calls, 2);
    QCOMPARE(group.uncostedCalls, 1);
    QCOMPARE(group.tokens, Measured<qint64>::reported(11));
    // It is updated with its record.
    logged.charge.cost = Measured<Usd>::reported({5'000});
    logged.charge.credits = Measured<qint64>::reported(3);
    book.merge({logged});
    QCOMPARE(book.row(logged.id)->figures->cost, Measured<Usd>::reported({5'000}));
    QCOMPARE(book.row(logged.id)->credits, 3);
    // Where the list does not tell them they stay what was read.
    book.merge({makeJob(u"job"_s, 1)});
    QVERIFY(!book.row({u"job"_s})->figures);
}

void tst_CostSummaries::latencies_data()
{
    QTest::addColumn<QList<int>>("seconds");
    QTest::addColumn<int>("average");
    QTest::addColumn<int>("p95");
    QTest::newRow("one") << QList<int>{4} << 4 << 4;
    QTest::newRow("two") << QList<int>{2, 4} << 3 << 4;
    QList<int> twenty;
    for (int i = 1; i <= 20; ++i)
        twenty += i;
    QTest::newRow("twenty") << twenty << 10 << 19;
    twenty += 1000;
    QTest::newRow("an outlier of 21") << twenty << 57 << 20;
}

void tst_CostSummaries::latencies()
{
    QFETCH(QList<int>, seconds);
    JobBook book;
    for (qsizetype i = 0; i < seconds.size(); ++i)
        book.merge({makeJob(QString::number(i), seconds.at(i))});
    Record open = makeJob(u"open"_s, 1, RecordStatus::InProgress);
    open.completedAt.reset();
    book.merge({open});
    const CostGroup group = groupOf(book);
    QTEST(int(std::chrono::floor<std::chrono::seconds>(*group.averageLatency).count()), "average");
    QTEST(int(group.p95Latency->count() / 1000), "p95");
    JobBook nothing;
    nothing.merge({open});
    QVERIFY(!groupOf(nothing).averageLatency);
}

void tst_CostSummaries::groups_data()
{
    QTest::addColumn<CostGrouping>("grouping");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("type") << CostGrouping::Type << QStringList{u"chat"_s, u"review"_s};
    QTest::newRow("model") << CostGrouping::Model << QStringList{u"gpt-4o"_s, QString()};
    QTest::newRow("day") << CostGrouping::Day << QStringList{u"2026-11-23"_s, u"2026-11-22"_s};
    QTest::newRow("conversation") << CostGrouping::Conversation
                                  << QStringList{QString(), u"talk"_s};
}

void tst_CostSummaries::groups()
{
    QFETCH(CostGrouping, grouping);
    JobBook book;
    Record other = makeJob(u"c"_s, 1);
    other.group = u"review"_s;
    other.models.clear();
    other.createdAt = Epoch.addDays(1);
    other.call = {.conversation = {u"talk"_s}};
    book.merge({makeJob(u"a"_s, 1), makeJob(u"b"_s, 1), other});
    QStringList keys;
    for (const CostGroup &group : costGroups(book.rows(), grouping, {}))
        keys += group.key;
    QTEST(keys, "keys");
}

void tst_CostSummaries::nothingHasNoGroups()
{
    QVERIFY(costGroups({}, CostGrouping::Day, {}).isEmpty());
}

void tst_CostSummaries::exportsUnknownAsNothing()
{
    JobBook book;
    book.merge({makeJob(u"a"_s, 4)});
    ExportProgress progress;
    const QList<CostGroup> groups = costGroups(book.rows(), CostGrouping::Type, {});
    const QByteArray json = tableBytes(summariesTable(groups, CostGrouping::Type),
                                       TableFormat::Json, Redactor(), progress);
    const QJsonObject row = QJsonDocument::fromJson(json).array().at(0).toObject();
    QCOMPARE(row.value("type"_L1).toString(), u"chat"_s);
    QVERIFY(row.value("cost_usd"_L1).isNull());
    QCOMPARE(row.value("average_ms"_L1).toInt(), 4000);
    const QByteArray csv =
        tableBytes(jobsTable(book.rows(), {JobField::Id, JobField::Cost, JobField::Duration}),
                   TableFormat::Csv, Redactor(), progress);
    QCOMPARE(csv, "job_id,cost_usd,duration_s\r\n\"a\",,4\r\n");
}

void tst_CostSummaries::costsAreKept()
{
    const auto database = Database::openInMemory();
    QVERIFY(bool(database));
    const TeamId team{u"team"_s};
    CallCost logged = makeCall(4'200'000, 12);
    logged.detail = RequestDetail{.session = u"session"_s,
                                  .modelAsked = u"gpt-4o"_s,
                                  .provider = u"openai"_s,
                                  .key = u"ci"_s,
                                  .untilFirstToken = Milliseconds(312),
                                  .cachedTokens = 7,
                                  .inputCost = Usd{4'000'000},
                                  .outputCost = Usd{0},
                                  .discount = {100'000},
                                  .isFromCache = true,
                                  .retries = 2,
                                  .guardrails = {u"pii"_s},
                                  .tags = {u"nightly"_s, u"eval"_s},
                                  .errorCode = u"429"_s};
    const JobCosts costs{.id = {u"job"_s},
                         .status = RecordStatus::Completed,
                         .total = {4'200'000},
                         .calls = {logged, makeCall(4'200'000, 12), makeCall(0, 0, {})}};
    QVERIFY(bool(JobCostTable::save(**database, team, costs)));
    QVERIFY(bool(JobCostTable::save(**database, {u"other team"_s}, {.id = {u"other"_s}})));
    const auto kept = JobCostTable::load(**database, team);
    QVERIFY(bool(kept));
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->value({u"job"_s}), costs);
}

QTEST_GUILESS_MAIN(tst_CostSummaries)
#include "tst_cost_summaries.moc"
