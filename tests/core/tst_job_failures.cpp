// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/errors/Classifier.h"
#include "core/errors/Verdict.h"
#include "core/jobs/FailureGroups.h"
#include "core/jobs/JobBook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

const QDateTime Epoch(QDate(2026, 11, 22), QTime(9, 0), Utc);

Record makeJob(const QString &id, RecordStatus status, int minute, const QString &error = {})
{
    Record job;
    job.id = {id};
    job.group = u"review"_s;
    job.status = status;
    job.createdAt = Epoch.addSecs(minute * 60);
    job.errorMessage = error;
    return job;
}

} // namespace

class tst_JobFailures : public QObject
{
    Q_OBJECT

private slots:
    void sameCause_data();
    void sameCause();
    void otherCause_data();
    void otherCause();
    void causeIsFoundInBoundedTime();
    void groupsCountTheirJobs();
    void theLastThatWorkedIsTheOneBefore();
    void requestsAreComparedByModel();
    void textsAreClassified_data();
    void textsAreClassified();
};

void tst_JobFailures::sameCause_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("numbers") << u"Stream interrupted: received 80 characters"_s
                             << u"Stream interrupted: received 1,204 characters"_s;
    QTest::newRow("uuid") << u"Job 7f0c1f6e-41d2-4b9c-9a56-0c7d9f2f1a33 is gone"_s
                          << u"Job 00000000-1111-4222-8333-444444444444 is gone"_s;
    QTest::newRow("hex") << u"trace 0x7ffe01 lost"_s << u"trace 0x11aa02 lost"_s;
    QTest::newRow("quotes of another language")
        << u"{'error': {'code': 'rate_limit_exceeded'}}"_s
        << uR"({"error": {"code": "rate_limit_exceeded"}})"_s;
    QTest::newRow("address") << u"Client error for url 'https://a.example/v1?key=AIza1'"_s
                             << u"Client error for url 'https://b.example/v2?key=AIza2'"_s;
    QTest::newRow("case and space") << u"Provider  overloaded\n"_s << u"provider overloaded"_s;
    QTest::newRow("request id")
        << u"Error code: 429 - {'message': 'Limit 500, used 500 (req_011CQa)'}"_s
        << u"Error code: 429 - {'message': 'Limit 500, used 498 (req_9xY7b2)'}"_s;
    QTest::newRow("version of a model")
        << u"No access to 'gpt-4o'"_s << u"No access to 'gpt-4.1'"_s;
    QTest::newRow("no reason") << QString() << u"''"_s;
}

void tst_JobFailures::sameCause()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(!failureCause(one).isEmpty());
    QCOMPARE(failureCause(one), failureCause(other));
}

void tst_JobFailures::otherCause_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("status") << u"Error code: 429 - refused"_s << u"Error code: 401 - refused"_s;
    QTest::newRow("status of a wrapper") << u"500: Failed"_s << u"503: Failed"_s;
    QTest::newRow("status with its name")
        << u"Client error '429 Too Many Requests'"_s << u"Client error '404 Not Found'"_s;
    QTest::newRow("words") << u"provider overloaded"_s << u"provider unknown"_s;
    QTest::newRow("code in quotes")
        << u"{'code': 'rate_limit_exceeded'}"_s << u"{'code': 'insufficient_quota'}"_s;
    QTest::newRow("no reason") << QString() << u"500: "_s;
}

void tst_JobFailures::otherCause()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(failureCause(one) != failureCause(other));
}

void tst_JobFailures::causeIsFoundInBoundedTime()
{
    // A text that grows tenfold past what is read must not be read for longer.
    for (const QString &text : {QString(1'000'000, u'a'), QString(1'000'000, u'-'),
                                u"https://"_s.repeated(100'000), u"'"_s.repeated(1'000'000)})
        QVERIFY(failureCause(text).size() <= 2000);
}

void tst_JobFailures::groupsCountTheirJobs()
{
    JobBook book;
    book.merge({makeJob(u"a"_s, RecordStatus::Failed, 5, u"Limit 500 reached"_s),
                makeJob(u"b"_s, RecordStatus::Failed, 1, u"Limit 20 reached"_s),
                makeJob(u"c"_s, RecordStatus::Failed, 9, u"Overloaded"_s),
                makeJob(u"d"_s, RecordStatus::Completed, 0, u"Limit 20 reached"_s)});
    const FailureGroup group = failureGroup(book.rows(), book.row({u"a"_s})->cause);
    QCOMPARE(group, (FailureGroup{2, Epoch.addSecs(60), Epoch.addSecs(300)}));
    QCOMPARE(failureGroup(book.rows(), u"no such cause"_s), FailureGroup());
    // A job that is no failure any more is in no group.
    book.merge({makeJob(u"b"_s, RecordStatus::Completed, 1)});
    QCOMPARE(failureGroup(book.rows(), book.row({u"a"_s})->cause).jobs, 1);
}

void tst_JobFailures::theLastThatWorkedIsTheOneBefore()
{
    JobBook book;
    const Record failed = makeJob(u"failed"_s, RecordStatus::Failed, 10);
    Record otherType = makeJob(u"other type"_s, RecordStatus::Completed, 9);
    otherType.group = u"chat"_s;
    book.merge({failed, otherType, makeJob(u"open"_s, RecordStatus::InProgress, 8)});
    QVERIFY(!lastThatWorked(book.rows(), failed, Likeness::Type));
    book.merge({makeJob(u"later"_s, RecordStatus::Completed, 20)});
    QCOMPARE(lastThatWorked(book.rows(), failed, Likeness::Type)->job.id.value, u"later"_s);
    book.merge({makeJob(u"long ago"_s, RecordStatus::Completed, 1),
                makeJob(u"before"_s, RecordStatus::Completed, 7)});
    QCOMPARE(lastThatWorked(book.rows(), failed, Likeness::Type)->job.id.value, u"before"_s);
}

void tst_JobFailures::requestsAreComparedByModel()
{
    const auto request = [](const QString &id, RecordStatus status, int minute,
                            const QString &model) {
        Record made = makeJob(id, status, minute);
        made.group = u"session of "_s + id;
        made.models = {model};
        return made;
    };
    JobBook book;
    const Record failed = request(u"failed"_s, RecordStatus::Failed, 10, u"fast"_s);
    book.merge({failed, request(u"other"_s, RecordStatus::Completed, 9, u"slow"_s)});
    QVERIFY(!lastThatWorked(book.rows(), failed, Likeness::Model));
    book.merge({request(u"same"_s, RecordStatus::Completed, 5, u"fast"_s)});
    QVERIFY(!lastThatWorked(book.rows(), failed, Likeness::Type));
    QCOMPARE(lastThatWorked(book.rows(), failed, Likeness::Model)->job.id.value, u"same"_s);
    QCOMPARE(relativesOf(book.rows(), *book.row(failed.id), Likeness::Model).worked.value,
             u"same"_s);
}

void tst_JobFailures::textsAreClassified_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<Hands>("hands");
    QTest::newRow("rate limit") << u"LLM call failed: 500: Failed to call provider API: OpenAI "
                                   "rate limit: Error code: 429 - {'error': {'message': 'Rate "
                                   "limit reached', 'code': 'rate_limit_exceeded'}}"_s
                                << ErrorCategory::RateLimited << Hands::Provider;
    QTest::newRow("provider key")
        << u"500: Failed to call provider API: OpenAI authentication failed: Error code: 401 - "
           "{'error': {'message': 'Incorrect API key provided', 'code': 'invalid_api_key'}}"_s
        << ErrorCategory::ProviderAuthentication << Hands::GatewayOperator;
    QTest::newRow("no credentials")
        << u"500: No provider credentials configured for fireworks. Please add credentials in the "
           "admin dashboard."_s
        << ErrorCategory::ProviderNotConfigured << Hands::GatewayOperator;
    QTest::newRow("a program's own words")
        << u"Validation of the extracted fields failed after 3 attempts"_s << ErrorCategory::Unknown
        << usualVerdict(ErrorCategory::Unknown).hands;
    QTest::newRow("nothing") << QString() << ErrorCategory::Unknown
                             << usualVerdict(ErrorCategory::Unknown).hands;
}

void tst_JobFailures::textsAreClassified()
{
    QFETCH(QString, text);
    const Error error = classifyText(text, Redactor());
    QTEST(error.category, "category");
    QTEST(error.hands, "hands");
}

QTEST_GUILESS_MAIN(tst_JobFailures)
#include "tst_job_failures.moc"
