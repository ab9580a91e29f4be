// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "ui/words/ErrorReport.h"
#include "ui/words/ErrorTexts.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

ErrorEntry entryWith(const Error &error)
{
    const QDateTime first(QDate(2026, 11, 22), QTime(10, 2, 0), Utc);
    return {.number = 1,
            .origin = {.kind = ErrorOrigin::Kind::Turn},
            .error = error,
            .firstAt = first,
            .lastAt = first.addSecs(90),
            .count = 7};
}

} // namespace

class tst_ErrorReport : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsKnown();
    void namesWhatTheWireTold_data();
    void namesWhatTheWireTold();
    void interruptionSaysWhetherTextHadArrived();
    void leavesOutWhatIsNot();
    void noSecretSurvives_data();
    void noSecretSurvives();
    void foreignTextStaysInItsFence();
};

void tst_ErrorReport::saysWhatIsKnown()
{
    const QString report = errorReport(
        entryWith({.category = ErrorCategory::RateLimited,
                   .hands = Hands::Provider,
                   .outcome = Outcome::Rejected,
                   .httpStatus = 500,
                   .innerStatus = 429,
                   .provider = u"openai"_s,
                   .exceptionClass = u"RateLimitError"_s,
                   .exceptionStatus = 429,
                   .message = u"slow down"_s,
                   .originalText = u"500: slow down"_s,
                   .requestLine = u"POST /api/jobs/create"_s,
                   .requestId = u"req-1"_s,
                   .headers = {{u"retry-after"_s, u"5"_s}, {u"x-request-id"_s, u"gw-7"_s}},
                   .jobId = JobId{u"job-1"_s}}));
    for (const QString &part :
         {u"### Rate limit reached\n"_s, u"- When: 2026-11-22T10:03:30Z"_s, u"7 time"_s,
          u"since 2026-11-22T10:02:00Z"_s, u"The model's provider"_s, u"nothing was charged"_s,
          u"- HTTP status: `500`"_s, u"- Inner status: `429`"_s, u"- Provider: `openai`"_s,
          u"- Request line: `POST /api/jobs/create`"_s,
          u"Headers of the reply:\n\n```text\nretry-after: 5\nx-request-id: gw-7\n```"_s,
          u"- Class: `RateLimitError (429)`"_s, u"- Request: `req-1`"_s, u"- Job: `job-1`"_s,
          u"```text\n500: slow down\n```"_s})
        QVERIFY2(report.contains(part), qPrintable(part + u" is not in:\n"_s + report));
}

void tst_ErrorReport::namesWhatTheWireTold_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QStringList>("parts");

    TlsFailure expired{.reasons = {TlsReason::Expired, TlsReason::WrongHost},
                       .text = u"The certificate has expired"_s,
                       .subject = u"gateway.example"_s,
                       .names = {u"old.example"_s},
                       .issuer = u"Example CA"_s,
                       .validFrom = QDateTime({2020, 1, 1}, {0, 0}, Utc),
                       .validUntil = QDateTime({2021, 1, 1}, {0, 0}, Utc)};
    QTest::newRow("certificate") << Error{.category = ErrorCategory::TlsFailed, .tls = expired}
                                 << QStringList{u"### The connection is not secure"_s,
                                                u"certificate expired on"_s,
                                                u"another server: old.example"_s,
                                                u"- Certificate of: `gateway.example`"_s,
                                                u"- For the hosts: `old.example`"_s,
                                                u"- Issued by: `Example CA`"_s,
                                                u"- Valid: `"_s,
                                                u"- TLS: `The certificate has expired`"_s};
    QTest::newRow("redirect") << Error{.category = ErrorCategory::RedirectRefused,
                                       .redirectTarget = u"https://sso.example/login"_s}
                              << QStringList{u"points to https://sso.example/login"_s,
                                             u"- Points to: `https://sso.example/login`"_s};
    QTest::newRow("proxy's password")
        << Error{.category = ErrorCategory::ConnectionFailed,
                 .hands = Hands::Network,
                 .verdict = RetryVerdict::Manual,
                 .proxy = u"proxy.example:3128"_s}
        << QStringList{u"### The proxy wants a user name and password"_s, u"The network"_s,
                       u"The proxy is proxy.example:3128"_s, u"- Proxy: `proxy.example:3128`"_s};
    QTest::newRow("proxy away") << Error{.category = ErrorCategory::ConnectionFailed,
                                         .hands = Hands::Network,
                                         .verdict = RetryVerdict::Automatic,
                                         .proxy = u"proxy.example:3128"_s}
                                << QStringList{u"### The proxy cannot be reached"_s};
    QTest::newRow("firewall") << Error{.category = ErrorCategory::PermissionDenied,
                                       .hands = Hands::GatewayOperator,
                                       .httpStatus = 403,
                                       .message = u"Just a moment..."_s,
                                       .isPage = true}
                              << QStringList{u"### A firewall or proxy refused the request"_s,
                                             u"The page says: Just a moment..."_s,
                                             u"The gateway's operator"_s};
    QTest::newRow("login page") << Error{.category = ErrorCategory::MalformedReply,
                                         .hands = Hands::Network,
                                         .httpStatus = 200,
                                         .message = u"Sign in"_s,
                                         .isPage = true}
                                << QStringList{u"### A page came instead of the gateway's answer"_s,
                                               u"The page says: Sign in"_s};
    QTest::newRow("gateway's line")
        << Error{.category = ErrorCategory::ConnectionFailed,
                 .hands = Hands::GatewayOperator,
                 .httpStatus = 500}
        << QStringList{u"### The gateway lost its connection to the provider"_s};
    QTest::newRow("hung up") << Error{.category = ErrorCategory::ConnectionFailed,
                                      .hands = Hands::GatewayOperator}
                             << QStringList{u"### The server closed the connection"_s};
}

void tst_ErrorReport::namesWhatTheWireTold()
{
    QFETCH(Error, error);
    QFETCH(QStringList, parts);
    const QString report = errorReport(entryWith(error));
    for (const QString &part : std::as_const(parts))
        QVERIFY2(report.contains(part), qPrintable(part + u" is not in:\n"_s + report));
}

void tst_ErrorReport::interruptionSaysWhetherTextHadArrived()
{
    Error error{.category = ErrorCategory::StreamInterrupted};
    QVERIFY(errorAdvice(error).contains(u"If nothing had arrived"_s));
    error.hadText = true;
    QVERIFY(errorAdvice(error).contains(u"Continue"_s));
    QVERIFY(!errorAdvice(error).contains(u"nothing had arrived"_s, Qt::CaseInsensitive));
    error.hadText = false;
    QCOMPARE(errorAdvice(error), u"Nothing had arrived. Ask again."_s);
}

void tst_ErrorReport::leavesOutWhatIsNot()
{
    ErrorEntry entry = entryWith({.category = ErrorCategory::ConnectionFailed});
    entry.count = 1;
    entry.origin.kind = ErrorOrigin::Kind::Server;
    const QString report = errorReport(entry);
    for (const QString &part : {u"HTTP status"_s, u"Provider:"_s, u"Job"_s, u"Repeated"_s,
                                u"Effect"_s, u"Request line"_s, u"Headers"_s, u"```"_s})
        QVERIFY2(!report.contains(part), qPrintable(report));
}

void tst_ErrorReport::noSecretSurvives_data()
{
    QTest::addColumn<QString>("leak");
    QTest::addColumn<QString>("secret");
    QTest::newRow("virtual key") << u"bad key sk-abcDEF1234567890abcdef"_s
                                 << u"abcDEF1234567890abcdef"_s;
    QTest::newRow("key in a URL")
        << u"for url 'https://g.example/v1beta/models/x?key=AIzaSyA1234567890abcdefghijklmnopqrstu'"_s
        << u"AIzaSyA1234567890"_s;
    QTest::newRow("authorization")
        << u"Authorization: Bearer abcdef0123456789abcdef"_s << u"abcdef0123456789abcdef"_s;
    QTest::newRow("virtual_key field")
        << u"{\"virtual_key\": \"vk-team-99887766\"}"_s << u"vk-team-99887766"_s;
    QTest::newRow("api_key in a dict") << u"{'api_key': 'hunter2hunter2'}"_s << u"hunter2hunter2"_s;
    QFile list(QStringLiteral(LITEDECK_TEST_DATA "/redaction/secrets.txt"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        // Only who knows the live key knows its other forms.
        if (line.startsWith(u"live key"))
            continue;
        const qsizetype first = line.indexOf(u'|');
        const qsizetype last = line.lastIndexOf(u'|');
        QTest::newRow(qPrintable(line))
            << line.sliced(first + 1, last - first - 1) << line.sliced(last + 1);
    }
}

void tst_ErrorReport::noSecretSurvives()
{
    QFETCH(QString, leak);
    QFETCH(QString, secret);
    Error error;
    error.message = leak;
    error.originalText = u"500: "_s + leak;
    error.provider = leak;
    error.exceptionClass = leak;
    error.requestId = leak;
    error.requestLine = leak;
    error.headers = {{u"server"_s, leak}};
    error.jobId = JobId{leak};
    error.validation = {{u"body"_s, leak}};
    const QString withIssues = errorReport(entryWith(error));
    error.validation.clear();
    const QString withMessage = errorReport(entryWith(error));
    QVERIFY2(!withIssues.contains(secret), qPrintable(withIssues));
    QVERIFY2(!withMessage.contains(secret), qPrintable(withMessage));
}

void tst_ErrorReport::foreignTextStaysInItsFence()
{
    Error error;
    error.message = u"```\n<img src=x> @everyone\n````"_s;
    error.provider = u"a`b\n# heading"_s;
    const QString report = errorReport(entryWith(error));
    QVERIFY2(report.contains(u"`````text\n```"_s), qPrintable(report));
    QVERIFY2(report.contains(u"- Provider: `a'b # heading`"_s), qPrintable(report));
}

QTEST_APPLESS_MAIN(tst_ErrorReport)
#include "tst_errors_report.moc"
