// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Redactor.h"
#include "core/base/Utc.h"
#include "core/diagnostics/Exports.h"
#include "core/exchange/FileWriter.h"
#include "core/resilience/Attempt.h"
#include "tests/support/FakeClock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace litedeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QList<EndpointStats> Stats{{.endpoint = u"GET /api/credits/balance"_s,
                                  .requests = 3,
                                  .errors = 1,
                                  .averageLatency = 1'234ms,
                                  .p95Latency = 2'000ms},
                                 {.endpoint = u"POST /odd,\"path\""_s, .requests = 1}};

} // namespace

class tst_Exports : public QObject
{
    Q_OBJECT

private slots:
    void metricsCountWhatTheGuideAsksFor();
    void metricsLeaveOutWhatIsNoFailure_data();
    void metricsLeaveOutWhatIsNoFailure();
    void csvIsATable();
    void jsonIsAnObject();
    void requestsAreLines();
    void fileIsWrittenElsewhere();
    void problemIsTold_data();
    void problemIsTold();
    void nobodyIsToldWhoIsGone();
};

void tst_Exports::metricsCountWhatTheGuideAsksFor()
{
    // Row A19, by hand: 100 latencies from 1 to 100 ms, every fourth a failure.
    test::FakeClock clock;
    AttemptFeed feed;
    RequestLog log(feed, clock);
    EndpointMetrics metrics(log);
    for (int i = 1; i <= 100; ++i) {
        Attempt attempt;
        attempt.request.endpoint = "/health";
        attempt.result.status = 200;
        attempt.result.duration = Milliseconds(i);
        if (i % 4 == 0)
            attempt.error.emplace();
        emit feed.attemptEnded(attempt);
    }
    QCOMPARE(metrics.stats().size(), 1);
    const EndpointStats stats = metrics.stats().constFirst();
    QCOMPARE(stats.endpoint, u"GET /health"_s);
    QCOMPARE(stats.requests, 100);
    QCOMPARE(stats.errors, 25);
    QCOMPARE(stats.errorRate(), 0.25);
    QCOMPARE(stats.averageLatency, 50ms);
    QCOMPARE(stats.p95Latency, 96ms);
    metrics.reset();
    QVERIFY(metrics.stats().isEmpty());
}

void tst_Exports::metricsLeaveOutWhatIsNoFailure_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<qint64>("requests");
    QTest::newRow("stopped by the user") << ErrorCategory::Cancelled << qint64(1);
    QTest::newRow("held by the breaker") << ErrorCategory::CircuitOpen << qint64(0);
}

void tst_Exports::metricsLeaveOutWhatIsNoFailure()
{
    QFETCH(ErrorCategory, category);
    test::FakeClock clock;
    AttemptFeed feed;
    RequestLog log(feed, clock);
    EndpointMetrics metrics(log);
    Attempt attempt;
    attempt.error.emplace().category = category;
    emit feed.attemptEnded(attempt);
    QCOMPARE(log.entries().size(), 1);
    qint64 requests = 0;
    for (const EndpointStats &stats : metrics.stats()) {
        requests += stats.requests;
        QCOMPARE(stats.errors, 0);
    }
    QTEST(requests, "requests");
}

void tst_Exports::csvIsATable()
{
    QCOMPARE(metricsCsv(Stats), "endpoint,requests,errors,error_rate,average_ms,p95_ms\r\n"
                                "\"GET /api/credits/balance\",3,1,0.3333,1234,2000\r\n"
                                "\"POST /odd,\"\"path\"\"\",1,0,0.0000,0,0\r\n");
    QCOMPARE(metricsCsv({}).count('\n'), 1);
}

void tst_Exports::jsonIsAnObject()
{
    const QDateTime taken(QDate(2026, 11, 22), QTime(9, 0), Utc);
    const QJsonObject object = QJsonDocument::fromJson(metricsJson(Stats, taken)).object();
    QCOMPARE(object.value("taken_at"_L1), u"2026-11-22T09:00:00Z"_s);
    const QJsonArray endpoints = object.value("endpoints"_L1).toArray();
    QCOMPARE(endpoints.size(), 2);
    const QJsonObject first = endpoints.at(0).toObject();
    QCOMPARE(first.value("endpoint"_L1), Stats.at(0).endpoint);
    QCOMPARE(first.value("requests"_L1), 3);
    QCOMPARE(first.value("errors"_L1), 1);
    QCOMPARE(first.value("error_rate"_L1).toDouble(), 1.0 / 3.0);
    QCOMPARE(first.value("average_ms"_L1), 1234);
    QCOMPARE(first.value("p95_ms"_L1), 2000);
}

void tst_Exports::requestsAreLines()
{
    const QByteArray lines = requestLines(
        {{.requestId = u"r-1"_s}, {.requestId = u"r-2"_s, .errorText = u"bad key team-secret-1"_s}},
        {u"acme"_s}, Redactor({u"team-secret-1"_s}));
    QCOMPARE(lines.count('\n'), 2);
    QVERIFY(!lines.contains("team-secret-1"));
    const QJsonObject second = QJsonDocument::fromJson(lines.split('\n').at(1)).object();
    QCOMPARE(second.value("request_id"_L1), u"r-2"_s);
    QCOMPARE(second.value("team_id"_L1), u"acme"_s);
    QCOMPARE(second.value("error"_L1), u"bad key [redacted]"_s);
}

void tst_Exports::fileIsWrittenElsewhere()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"metrics.csv"_s);
    const QThread *here = QThread::currentThread();
    bool isElsewhere = false;
    bool isHere = false;
    int times = 0;
    writeFile(
        path,
        [&isElsewhere, here] {
            isElsewhere = QThread::currentThread() != here;
            return QByteArray("content");
        },
        this,
        [&](const std::optional<QString> &problem) {
            times += problem ? 0 : 1;
            isHere = QThread::currentThread() == here;
        });
    QCOMPARE(times, 0);
    QTRY_COMPARE(times, 1);
    QVERIFY(isElsewhere);
    QVERIFY(isHere);
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), "content");
}

void tst_Exports::problemIsTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no directory") << u"/nonexistent/metrics.csv"_s;
    QTest::newRow("read-only directory") << u"/proc/metrics.csv"_s;
    QTest::newRow("a directory in its place") << u"/tmp"_s;
}

void tst_Exports::problemIsTold()
{
    QFETCH(QString, path);
    std::optional<QString> told;
    writeFile(
        path, [] { return QByteArray("content"); }, this,
        [&told](const std::optional<QString> &problem) { told = problem; });
    QTRY_VERIFY(told);
    QVERIFY(!told->isEmpty());
}

void tst_Exports::nobodyIsToldWhoIsGone()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"metrics.csv"_s);
    auto context = std::make_unique<QObject>();
    bool told = false;
    writeFile(
        path, [] { return QByteArray("content"); }, context.get(),
        [&told](const std::optional<QString> &) { told = true; });
    context.reset();
    QTRY_VERIFY(QFile::exists(path));
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

QTEST_GUILESS_MAIN(tst_Exports)
#include "tst_exports.moc"
