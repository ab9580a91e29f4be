// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Line.h"
#include "Question.h"
#include "core/saas/JobsApi.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How a call went on, over all its attempts.
struct Course
{
    QList<Milliseconds> waits; ///< Announced before each further attempt.
    std::optional<Error> error;
    bool succeeded = false;

    bool isOver() const { return succeeded || error; }
};

template <typename T>
void watch(Reply<T> *reply, Course &course, QObject &context)
{
    QObject::connect(reply, &ReplyBase::retryScheduled, &context,
                     [&course](const RetryPlan &plan) { course.waits += plan.delay; });
    reply->then(&context, [&course](const Expected<T, Error> &result) {
        course.succeeded = result.hasValue();
        if (!result)
            course.error = result.error();
    });
}

/// Lets the call go on, and each of its waits pass at once, until it has ended.
bool runToTheEnd(Line &line, const Course &course)
{
    for (qsizetype passed = 0; !course.isOver(); ++passed) {
        if (!QTest::qWaitFor([&] { return course.isOver() || course.waits.size() > passed; }))
            return false;
        if (!course.isOver())
            line.clock.advance(course.waits.last());
    }
    return true;
}

} // namespace

/// Rows of the SaaS LiteLLM error-handling guide over the wire: how often a request leaves, and
/// when.
class tst_GuideCalls : public QObject
{
    Q_OBJECT

private slots:
    void attempts_data();
    void attempts();
    void A8_worksWhenTheServerRecovers();
    void A10_nobodyListens();
    void A11_retriesWithMoreTime();
    void A11_chargingTimeoutIsNotRepeated();
};

void tst_GuideCalls::attempts_data()
{
    QTest::addColumn<demo::Fault>("fault");
    QTest::addColumn<bool>("creates");       // else it reads
    QTest::addColumn<QList<int>>("seconds"); // between the attempts, without their jitter

    const auto row = [](const char *name, const demo::Fault &fault, bool creates,
                        const QList<int> &seconds) {
        QTest::newRow(name) << fault << creates << seconds;
    };
    const auto status = [](int code, const QList<demo::Header> &headers = {}) {
        return demo::Fault{
            .status = code, .body = R"({"detail":"as documented"})", .headers = headers};
    };
    const demo::Fault crash{
        .status = 500, .body = "Internal Server Error", .contentType = "text/plain"};
    const QList<int> usual{1, 2, 4};
    const QList<int> none;
    row("A7 rate limit", status(429), true, usual);
    row("A7 rate limit with Retry-After", status(429, {{"Retry-After", "7"}}), true, {7, 7, 7});
    row("A7 rate limit for an hour", status(429, {{"Retry-After", "3600"}}), true, none);
    row("A8 server error", status(500), true, usual);
    row("A8 crash while creating", crash, true, none);
    row("A8 crash while reading", crash, false, usual);
    row("A9 unavailable", status(503), true, {5, 10, 20});
    // A proxy's word: what was created behind it is not known; what only reads may be read again.
    const demo::Fault page{.status = 503, .body = "<html>503</html>", .contentType = "text/html"};
    row("A9 a proxy's page while creating", page, true, none);
    row("A9 a proxy's page while reading", page, false, {5, 10, 20});
    row("A10 dropped while reading", {.drop = true}, false, usual);
    row("A10 reset while reading", {.reset = true}, false, usual);
    row("A10 dropped while creating", {.drop = true}, true, none);
    row("A16 bad request", status(400), true, none);
    row("A16 unauthorized", status(401), true, none);
    row("A16 forbidden", status(403), true, none);
    row("A16 not found", status(404), true, none);
    row("A16 unprocessable", status(422), true, none);
}

void tst_GuideCalls::attempts()
{
    QFETCH(demo::Fault, fault);
    QFETCH(bool, creates);
    QFETCH(QList<int>, seconds);
    Line line;
    fault.method = creates ? "POST" : "GET";
    line.gateway.addFault(fault);

    Course course;
    QObject context;
    const JobsApi jobs(line.api());
    if (creates)
        watch(jobs.create(u"chat"_s, {}), course, context);
    else
        watch(jobs.list(5), course, context);
    QVERIFY(runToTheEnd(line, course));

    QVERIFY(!course.succeeded);
    // The library below may repeat what only reads when a kept connection drops.
    const int sent = line.gateway.countRequests(fault.method, u"**"_s);
    QVERIFY(creates ? sent == seconds.size() + 1 : sent > seconds.size());
    QCOMPARE(course.waits.size(), seconds.size());
    for (qsizetype i = 0; i < seconds.size(); ++i) {
        const Milliseconds wait = std::chrono::seconds(seconds[i]);
        QVERIFY2(course.waits[i] >= wait * 3 / 4 && course.waits[i] <= wait * 5 / 4,
                 qPrintable(QString::number(course.waits[i].count())));
    }
}

void tst_GuideCalls::A8_worksWhenTheServerRecovers()
{
    Line line;
    line.gateway.addFault(
        {.method = "POST", .times = 3, .status = 500, .body = R"({"detail":"Oops"})"});
    Course course;
    QObject context;
    watch(JobsApi(line.api()).create(u"chat"_s, {}), course, context);
    QVERIFY(runToTheEnd(line, course));
    QVERIFY(course.succeeded);
    QCOMPARE(course.waits.size(), 3);
}

void tst_GuideCalls::A10_nobodyListens()
{
    Line line;
    line.gateway.stop();
    Course course;
    QObject context;
    // Nothing has left, so that even what creates may be sent again.
    watch(JobsApi(line.api()).create(u"chat"_s, {}), course, context);
    QVERIFY(runToTheEnd(line, course));
    QCOMPARE(course.waits.size(), 3);
    QCOMPARE(course.error->category, ErrorCategory::ConnectionFailed);
    QCOMPARE(course.error->outcome, Outcome::NotSent);
}

void tst_GuideCalls::A11_retriesWithMoreTime()
{
    Line line;
    line.gateway.addFault({.method = "GET", .hang = true});
    Course course;
    QObject context;
    // The team's list has 30 s, then half as much again each time.
    watch(JobsApi(line.api()).list(5), course, context);
    const auto requests = [&line] { return line.gateway.countRequests("GET", u"**"_s); };
    QTRY_COMPARE(requests(), 1);
    line.clock.advance(30s);
    QTRY_COMPARE(course.waits.size(), 1);
    line.clock.advance(course.waits.last());
    QTRY_COMPARE(requests(), 2);
    line.clock.advance(44s);
    QCOMPARE(course.waits.size(), 1);
    line.clock.advance(1s);
    QTRY_COMPARE(course.waits.size(), 2);
}

void tst_GuideCalls::A11_chargingTimeoutIsNotRepeated()
{
    Line line;
    line.gateway.addFault({.method = "POST", .hang = true});
    const Question question(line.server());
    QTRY_COMPARE(line.gateway.countRequests("POST", u"**"_s), 1);
    line.clock.advance(CallPatience().wholeReply);
    QTRY_VERIFY(question.result);
    QVERIFY(!*question.result);
    QCOMPARE(question.result->error().category, ErrorCategory::Timeout);
    QCOMPARE(question.result->error().outcome, Outcome::Ambiguous);
    QCOMPARE(question.retries, 0);
}

QTEST_GUILESS_MAIN(tst_GuideCalls)
#include "tst_guide_calls.moc"
