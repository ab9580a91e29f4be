// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/connection/Connection.h"
#include "core/diagnostics/RequestRecord.h"
#include "core/diagnostics/StructuredLog.h"
#include "core/gateway/Reply.h"
#include "tests/support/FakeClock.h"
#include "tests/support/RawServer.h"

#include <QDir>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TeamId Acme{u"acme"_s};
const QString Key = u"vk-live-Zz9-secret-of-acme"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// The records of a log file; a line that is no JSON object counts as an empty one.
QList<QJsonObject> recordsIn(const QString &path)
{
    QList<QJsonObject> records;
    for (const QByteArray &line : contentOf(path).split('\n')) {
        if (!line.isEmpty())
            records.append(QJsonDocument::fromJson(line).object());
    }
    return records;
}

/// A log of attempts that a test makes up.
struct Desk
{
    explicit Desk(const QString &path, RotationLimits limits = {})
        : requests(feed, clock)
        , log(std::make_unique<StructuredLog>(requests, Acme, Redactor({Key}),
                                              RotatingFile(path, limits)))
    {}

    void attempt(const QUrl &url, const std::optional<Error> &error = {})
    {
        HttpRequest request;
        request.url = url;
        request.endpoint = "/api/jobs/{id}";
        request.headers = {{"Authorization", "Bearer " + Key.toUtf8()}};
        request.body = R"({"messages":["private words"]})";
        HttpResult result;
        result.status = error ? error->httpStatus : 200;
        result.headers = {{"Set-Cookie", "session=cookie-of-the-server"}};
        result.body = "private answer";
        result.timesSent = 1;
        emit feed.attemptEnded({request, result, error, std::nullopt});
    }

    FakeClock clock;
    AttemptFeed feed;
    RequestLog requests;
    std::unique_ptr<StructuredLog> log;
};

} // namespace

class tst_StructuredLog : public QObject
{
    Q_OBJECT

private slots:
    void rotationIsBounded_data();
    void rotationIsBounded();
    void fileIsForItsOwnerOnly();
    void lineIsWholeOrNotThere();
    void recordSaysWhatTheGuideAsksFor();
    void unknownIsLeftOut();
    void everyAttemptIsALine();
    void noSecretAndNoContentIsWritten();
    void troubleIsToldOnce_data();
    void troubleIsToldOnce();
    void goesOnWhenTheTroubleIsOver();
    void keepsTheOrder();
};

void tst_StructuredLog::rotationIsBounded_data()
{
    QTest::addColumn<int>("files");
    QTest::newRow("one") << 1;
    QTest::newRow("two") << 2;
    QTest::newRow("five") << 5;
}

void tst_StructuredLog::rotationIsBounded()
{
    QFETCH(int, files);
    const QTemporaryDir directory;
    const RotatingFile file(directory.filePath(u"log"_s), {.bytes = 100, .files = files});
    const int lines = 9 * files + 1; // Nine lines of eleven bytes fill a file.
    for (int i = 0; i < lines; ++i)
        QCOMPARE(file.append(QByteArray::number(1'000'000'000 + i) + '\n'), std::nullopt);
    const QDir dir(directory.path());
    QCOMPARE(dir.entryList(QDir::Files).size(), files);
    QByteArray newestLast;
    for (int number = files - 1; number >= 0; --number) {
        const QString name = number == 0 ? u"log"_s : u"log.%1"_s.arg(number);
        const QByteArray content = contentOf(dir.filePath(name));
        QVERIFY2(content.size() <= 100, qPrintable(name));
        newestLast += content;
    }
    const int kept = 9 * (files - 1) + 1;
    QCOMPARE(newestLast.count('\n'), kept);
    QVERIFY(newestLast.startsWith(QByteArray::number(1'000'000'000 + lines - kept)));
    QVERIFY(newestLast.endsWith(QByteArray::number(1'000'000'000 + lines - 1) + '\n'));
}

void tst_StructuredLog::fileIsForItsOwnerOnly()
{
    const QTemporaryDir directory;
    const RotatingFile file(directory.filePath(u"log"_s));
    QCOMPARE(file.append("one\n"), std::nullopt);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                                      QFile::WriteOther | QFile::ExeOwner;
    QCOMPARE(QFile::permissions(file.path()) & others, QFile::Permissions());
}

void tst_StructuredLog::lineIsWholeOrNotThere()
{
    const QTemporaryDir directory;
    const RotatingFile file(directory.filePath(u"log"_s));
    QCOMPARE(file.append("first line\n"), std::nullopt);
    // From here on, the file may grow by four bytes more.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{.rlim_cur = 15, .rlim_max = before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto problem = file.append("second line\n");
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QVERIFY(problem);
    QVERIFY(!problem->isEmpty());
    QCOMPARE(contentOf(file.path()), "first line\n");
    QCOMPARE(file.append("third line\n"), std::nullopt);
    QCOMPARE(contentOf(file.path()), "first line\nthird line\n");
}

void tst_StructuredLog::recordSaysWhatTheGuideAsksFor()
{
    const RequestLogEntry entry{
        .at = QDateTime(QDate(2026, 11, 22), QTime(9, 16, 40, 7), Utc),
        .method = u"POST"_s,
        .endpoint = u"/api/jobs/{id}/llm-call"_s,
        .url = u"https://gateway.example/api/jobs/j-1/llm-call"_s,
        .requestId = u"r-1"_s,
        .job = {u"j-1"_s},
        .attempt = 2,
        .status = 500,
        .outcome = Outcome::Rejected,
        .duration = 1'234ms,
        .timesSent = 1,
        .sent = 210,
        .received = 96,
        .error = ErrorCategory::RateLimited,
        .errorText = u"Too many requests"_s,
        .exceptionClass = u"RateLimitError"_s,
        .retryIn = 2'000ms,
    };
    const QJsonObject expected{
        {u"time"_s, u"2026-11-22T09:16:40.007Z"_s},
        {u"request_id"_s, u"r-1"_s},
        {u"attempt"_s, 2},
        {u"method"_s, u"POST"_s},
        {u"url"_s, u"https://gateway.example/api/jobs/j-1/llm-call"_s},
        {u"endpoint"_s, u"/api/jobs/{id}/llm-call"_s},
        {u"team_id"_s, u"acme"_s},
        {u"job_id"_s, u"j-1"_s},
        {u"status"_s, 500},
        {u"end"_s, u"complete"_s},
        {u"outcome"_s, u"rejected"_s},
        {u"duration_ms"_s, 1234},
        {u"sent_bytes"_s, 210},
        {u"received_bytes"_s, 96},
        {u"error_type"_s, u"rate_limited"_s},
        {u"error"_s, u"Too many requests"_s},
        {u"exception_class"_s, u"RateLimitError"_s},
        {u"retry_follows"_s, true},
        {u"retry_in_ms"_s, 2000},
    };
    QCOMPARE(requestRecord(entry, Acme), expected);
    const QByteArray line = jsonLine(expected, Redactor());
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(QJsonDocument::fromJson(line).object(), expected);
}

void tst_StructuredLog::unknownIsLeftOut()
{
    const QJsonObject record = requestRecord({.end = WireEnd::ConnectionRefused}, Acme);
    for (const QString &name : {u"job_id"_s, u"status"_s, u"error"_s, u"error_type"_s,
                                u"exception_class"_s, u"retry_in_ms"_s, u"times_sent"_s})
        QVERIFY2(!record.contains(name), qPrintable(name));
    QCOMPARE(record.value("end"_L1), u"connection_refused"_s);
    QCOMPARE(record.value("retry_follows"_L1), false);
}

void tst_StructuredLog::everyAttemptIsALine()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int number) {
        socket.write(number < 3 ? RawServer::reply(500, R"({"detail":"Oh dear"})")
                                : RawServer::reply(200, R"({"status":"healthy"})"));
    });
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"log"_s);
    FakeClock clock;
    Connection connection({.server = server.url(), .team = Acme, .virtualKey = Key}, RetryPolicy(),
                          clock);
    RequestLog requests(connection.attempts(), clock);
    auto log =
        std::make_unique<StructuredLog>(requests, Acme, connection.redactor(), RotatingFile(path));
    bool answered = false;
    auto *reply = connection.askKeyless("/health");
    reply->then(this,
                [&answered](const Expected<QByteArray, Error> &r) { answered = r.hasValue(); });
    for (qsizetype attempts = 1; attempts < 3; ++attempts) {
        QTRY_COMPARE(requests.entries().size(), attempts);
        reply->retryNow();
    }
    QTRY_VERIFY(answered);
    log.reset();

    const QList<QJsonObject> records = recordsIn(path);
    QCOMPARE(records.size(), 3);
    for (int i = 0; i < 3; ++i) {
        const QJsonObject &record = records.at(i);
        const bool failed = i < 2;
        QCOMPARE(record.value("attempt"_L1), i + 1);
        QCOMPARE(record.value("request_id"_L1), records.constFirst().value("request_id"_L1));
        QCOMPARE(record.value("status"_L1), failed ? 500 : 200);
        QCOMPARE(record.value("retry_follows"_L1), failed);
        QCOMPARE(record.contains("retry_in_ms"_L1), failed);
        QCOMPARE(record.value("error_type"_L1).toString(),
                 failed ? u"internal_server_error"_s : QString());
        QCOMPARE(record.value("error"_L1).toString(), failed ? u"Oh dear"_s : QString());
        QCOMPARE(record.value("received_bytes"_L1), 20);
        QVERIFY(record.value("url"_L1).toString().endsWith("/health"_L1));
    }
}

void tst_StructuredLog::noSecretAndNoContentIsWritten()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"log"_s);
    Desk desk(path);
    Error error;
    error.category = ErrorCategory::ProviderAuthentication;
    error.httpStatus = 500;
    error.message =
        u"Incorrect API key provided: sk-abcDEF1234567890abcdef; team key %1; "
        "for url https://g.example/x?key=AIzaSyA1234567890abcdefghijklmnopqrstu"_s.arg(Key);
    desk.attempt(QUrl(u"https://user:pass-word-7@gateway.example/proxy/%1/api/jobs/j-1"
                      "?key=query-secret-8&who=query-person-9#fragment"_s.arg(Key)),
                 error);
    desk.attempt(QUrl(u"https://gateway.example/api/jobs/sk-pathDEF1234567890"_s));
    desk.log.reset();

    const QByteArray content = contentOf(path);
    QCOMPARE(content.count('\n'), 2);
    for (const QByteArray &secret :
         {Key.toUtf8(), QByteArray("abcDEF1234567890"), QByteArray("AIzaSyA1234567890"),
          QByteArray("pathDEF1234567890"), QByteArray("pass-word-7"), QByteArray("query-secret-8"),
          QByteArray("query-person-9"), QByteArray("private words"), QByteArray("private answer"),
          QByteArray("cookie-of-the-server"), QByteArray("Bearer"), QByteArray("Authorization")})
        QVERIFY2(!content.contains(secret), (secret + " is in: " + content).constData());
    QVERIFY(content.contains("provider_authentication"));
    QVERIFY(content.contains("https://gateway.example/proxy/"));
}

void tst_StructuredLog::troubleIsToldOnce_data()
{
    QTest::addColumn<QString>("path");
    // What even root may not write to.
    QTest::newRow("read-only directory") << u"/proc/litedeck.log"_s;
    QTest::newRow("no directory") << u"/nonexistent/litedeck.log"_s;
    QTest::newRow("a directory in its place") << QDir::tempPath();
    QTest::newRow("full disk") << u"/dev/full"_s;
}

void tst_StructuredLog::troubleIsToldOnce()
{
    QFETCH(QString, path);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot write"_s));
    Desk desk(path);
    QSignalSpy failed(desk.log.get(), &StructuredLog::failed);
    for (int i = 0; i < 5; ++i)
        desk.attempt(QUrl(u"https://gateway.example/api/jobs/j-1"_s));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().at(0).toString(), path);
    QVERIFY(!failed.constFirst().at(1).toString().isEmpty());
    desk.attempt(QUrl(u"https://gateway.example/api/jobs/j-1"_s));
    desk.log.reset();
    QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(desk.requests.entries().size(), 6);
}

void tst_StructuredLog::goesOnWhenTheTroubleIsOver()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot write"_s));
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"later/log"_s);
    Desk desk(path);
    QSignalSpy failed(desk.log.get(), &StructuredLog::failed);
    desk.attempt(QUrl(u"https://gateway.example/lost"_s));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(QDir(directory.path()).mkdir(u"later"_s));
    desk.attempt(QUrl(u"https://gateway.example/kept"_s));
    desk.log.reset();
    const QList<QJsonObject> records = recordsIn(path);
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.constFirst().value("url"_L1), u"https://gateway.example/kept"_s);
}

void tst_StructuredLog::keepsTheOrder()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"log"_s);
    Desk desk(path);
    for (int i = 0; i < 500; ++i)
        desk.attempt(QUrl(u"https://gateway.example/%1"_s.arg(i)));
    desk.log.reset();
    const QList<QJsonObject> records = recordsIn(path);
    QCOMPARE(records.size(), 500);
    for (int i = 0; i < 500; ++i)
        QCOMPARE(records.at(i).value("url"_L1), u"https://gateway.example/%1"_s.arg(i));
}

QTEST_GUILESS_MAIN(tst_StructuredLog)
#include "tst_structured_log.moc"
