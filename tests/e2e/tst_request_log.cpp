// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "Line.h"
#include "Question.h"
#include "core/saas/JobsApi.h"

#include "core/diagnostics/EndpointMetrics.h"
#include "core/diagnostics/StructuredLog.h"
#include "core/gateway/ChatStream.h"
#include "tests/support/SaasGateway.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// A line to a gateway with all that listens to its attempts.
struct WatchedLine : Line
{
    WatchedLine()
        : Line({}, RetryPolicy{.maxRetries = 0})
        , requests(connection->attempts(), clock)
        , metrics(requests)
        , log(std::make_unique<StructuredLog>(requests, api().team(), api().redactor(),
                                              RotatingFile(path())))
    {}

    QString path() const { return directory.filePath(u"log"_s); }

    /// Ends the log and reads what it wrote.
    QList<QJsonObject> records()
    {
        log.reset();
        QList<QJsonObject> all;
        for (const QByteArray &line : contentOf(path()).split('\n')) {
            if (!line.isEmpty())
                all.append(QJsonDocument::fromJson(line).object());
        }
        return all;
    }

    QTemporaryDir directory;
    RequestLog requests;
    EndpointMetrics metrics;
    std::unique_ptr<StructuredLog> log;
};

} // namespace

class tst_RequestLog : public QObject
{
    Q_OBJECT

private slots:
    void errorInsideAStreamIsAnError_data();
    void errorInsideAStreamIsAnError();
    void goodStreamIsNone();
    void replyThatDoesNotFitIsAnError();
    void stoppedCallIsLoggedAndNoError();
    void heldCallIsLogged();
    void callStoppedInDoubtIsLogged();
    void secondServerIsNamed();
    void createdJobIsNamed();
    void windowWritesItsLogBesideTheDatabase();
    void troubleWithTheLogIsANotice();
};

void tst_RequestLog::errorInsideAStreamIsAnError_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<QString>("type");
    QTest::newRow("error event") << u"fault-auth"_s << ErrorCategory::ProviderAuthentication
                                 << u"provider_authentication"_s;
    QTest::newRow("text that is no event")
        << u"fault-malformed"_s << ErrorCategory::MalformedReply << u"malformed_reply"_s;
}

void tst_RequestLog::errorInsideAStreamIsAnError()
{
    QFETCH(QString, model);
    QFETCH(ErrorCategory, category);
    QFETCH(QString, type);
    WatchedLine line;
    const auto stream = askModel(line.server(), {}, model);
    std::optional<Error> error;
    connect(stream.get(), &ChatStream::finished, this,
            [&error](const Expected<StreamedReply, Error> &result) {
                if (!result)
                    error = result.error();
            });
    stream->start();
    QTRY_VERIFY(error);

    QCOMPARE(line.requests.entries().size(), 1);
    const RequestLogEntry &entry = line.requests.entries().constFirst();
    QCOMPARE(entry.status, 200);
    QCOMPARE(entry.end, WireEnd::Complete);
    QCOMPARE(entry.error, category);
    QVERIFY(entry.received > 0);
    QVERIFY(entry.sent > 0);
    QCOMPARE(line.metrics.stats().size(), 1);
    QCOMPARE(line.metrics.stats().constFirst().endpoint,
             u"POST /api/jobs/create-and-call-stream"_s);
    QCOMPARE(line.metrics.stats().constFirst().errors, 1);

    QCOMPARE(error->requestLine, u"POST /api/jobs/create-and-call-stream"_s);
    QCOMPARE(error->requestId, entry.requestId);
    QVERIFY(error->headers.contains(
        ReplyHeader{u"content-type"_s, u"text/event-stream; charset=utf-8"_s}));

    const QList<QJsonObject> records = line.records();
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.constFirst().value("status"_L1), 200);
    QCOMPARE(records.constFirst().value("error_type"_L1), type);
    QCOMPARE(records.constFirst().value("request_id"_L1), entry.requestId);
    QCOMPARE(records.constFirst().value("team_id"_L1), line.gateway.teamId());
    QVERIFY(!contentOf(line.path()).contains("secret plan"));
    QVERIFY(!contentOf(line.path()).contains(line.gateway.virtualKey().toUtf8()));
}

void tst_RequestLog::goodStreamIsNone()
{
    WatchedLine line;
    const auto stream = askModel(line.server(), {}, u"gpt-4o-mini"_s);
    QSignalSpy finished(stream.get(), &ChatStream::finished);
    stream->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(line.metrics.stats().constFirst().requests, 1);
    QCOMPARE(line.metrics.stats().constFirst().errors, 0);
    const QList<QJsonObject> records = line.records();
    QCOMPARE(records.size(), 1);
    QVERIFY(!records.constFirst().contains("error_type"_L1));
    QCOMPARE(records.constFirst().value("outcome"_L1), u"committed"_s);
}

void tst_RequestLog::replyThatDoesNotFitIsAnError()
{
    WatchedLine line;
    line.gateway.addFault({.method = "GET", .status = 200, .body = R"({"team_id":7})"});
    const auto team = answer(line.server().account());
    QVERIFY(!team);
    QCOMPARE(team.error().category, ErrorCategory::MalformedReply);
    QVERIFY(team.error().requestLine.startsWith("GET /api/teams/"_L1));
    QCOMPARE(line.metrics.stats().constFirst().errors, 1);
    QCOMPARE(line.records().constFirst().value("error_type"_L1), u"malformed_reply"_s);
}

void tst_RequestLog::stoppedCallIsLoggedAndNoError()
{
    WatchedLine line;
    line.gateway.addFault({.hang = true});
    auto *reply = line.server().checkKey();
    QTRY_COMPARE(line.gateway.requests().size(), 1);
    reply->cancel();
    QCOMPARE(line.metrics.stats().constFirst().requests, 1);
    QCOMPARE(line.metrics.stats().constFirst().errors, 0);
    const QList<QJsonObject> records = line.records();
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.constFirst().value("end"_L1), u"cancelled"_s);
    QCOMPARE(records.constFirst().value("error_type"_L1), u"cancelled"_s);
}

void tst_RequestLog::heldCallIsLogged()
{
    WatchedLine line;
    for (int i = 0; i < CircuitBreaker::FailureThreshold; ++i)
        line.connection->breaker().recordFailure(ErrorCategory::InternalServerError);
    QVERIFY(!answer(JobsApi(line.api()).create(u"chat"_s, {})));
    QVERIFY(line.gateway.requests().isEmpty());
    QVERIFY(line.metrics.stats().isEmpty());
    const QList<QJsonObject> records = line.records();
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.constFirst().value("outcome"_L1), u"not_sent"_s);
    QCOMPARE(records.constFirst().value("error_type"_L1), u"circuit_open"_s);
    QVERIFY(!records.constFirst().contains("status"_L1));
}

void tst_RequestLog::callStoppedInDoubtIsLogged()
{
    Line line;
    RequestLog requests(line.connection->attempts(), line.clock);
    line.gateway.addFault({.method = "POST", .drop = true});
    auto *call = line.api().call(line.api().send(HttpMethod::Post, Effect::Charges,
                                                 "/api/jobs/create-and-call", QJsonObject()));
    bool isInDoubt = false;
    call->setInquiry([&isInDoubt](const Error &, const auto &) { isInDoubt = true; });
    call->start();
    QTRY_VERIFY(isInDoubt);
    QVERIFY(requests.entries().isEmpty());
    call->cancel();
    QCOMPARE(requests.entries().size(), 1);
    QCOMPARE(requests.entries().constFirst().outcome, Outcome::Ambiguous);
    QVERIFY(requests.entries().constFirst().error != ErrorCategory::Cancelled);
}

void tst_RequestLog::secondServerIsNamed()
{
    demo::DemoGateway gateway;
    gateway.listen();
    FakeClock clock;
    // Nobody listens on the port that was just given back.
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl first(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
    closed.close();
    Connection connection({.server = first,
                           .team = {gateway.teamId()},
                           .virtualKey = gateway.virtualKey(),
                           .secondServer = gateway.baseUrl()},
                          RetryPolicy(), clock);
    RequestLog requests(connection.attempts(), clock);
    auto *reply = connection.askKeyless("/health");
    bool answered = false;
    reply->then(this, [&answered](const Expected<QByteArray, Error> &r) { answered = bool(r); });
    QTRY_COMPARE(requests.entries().size(), 1);
    reply->retryNow();
    QTRY_VERIFY(answered);
    QCOMPARE(requests.entries().size(), 2);
    QVERIFY(requests.entries().at(0).url.startsWith(first.toString()));
    QVERIFY(requests.entries().at(1).url.startsWith(gateway.baseUrl().toString()));
}

void tst_RequestLog::createdJobIsNamed()
{
    WatchedLine line;
    const JobsApi jobs(line.api());
    const auto created = answer(jobs.create(u"chat"_s, {}));
    QVERIFY(created);
    QVERIFY(answer(jobs.job(created->id)));
    QVERIFY(answer(jobs.list(10)));
    const QList<QJsonObject> records = line.records();
    QCOMPARE(records.size(), 3);
    QCOMPARE(records.at(0).value("job_id"_L1), created->id.value);
    QCOMPARE(records.at(1).value("job_id"_L1), created->id.value);
    QVERIFY(!records.at(2).contains("job_id"_L1));
}

void tst_RequestLog::windowWritesItsLogBesideTheDatabase()
{
    Deck deck;
    const QString path = deck.directory.filePath(u"litedeck.log.jsonl"_s);
    QTRY_VERIFY(contentOf(path).contains("\"endpoint\":\"/api/teams/{id}\""));
    QVERIFY(!contentOf(path).contains(deck.gateway.virtualKey().toUtf8()));
    QCOMPARE(deck.find(u"requestLogPlace"_s)->accessibleName(), u"Also written to "_s + path);
}

void tst_RequestLog::troubleWithTheLogIsANotice()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot write"_s));
    Deck deck;
    deck.workspace.reset();
    const QString path = deck.directory.filePath(u"litedeck.log.jsonl"_s);
    QFile::remove(path);
    QVERIFY(QDir().mkdir(path));
    deck.open();
    const auto isTold = [&deck] {
        for (const QWidget *widget : deck.window().findChildren<QWidget *>()) {
            if (widget->isVisible() &&
                widget->accessibleName().startsWith("The log of requests cannot be written"_L1))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(isTold());
}

QTEST_MAIN(tst_RequestLog)
#include "tst_request_log.moc"
