// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Amounts.h"
#include "core/base/JsonReader.h"
#include "core/base/Utc.h"
#include "core/saas/SaasServer.h"
#include "core/saas/Wire.h"
#include "core/server/CallMetadata.h"

#include <QJsonDocument>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime Noon(QDate(2026, 11, 22), QTime(12, 0), Utc);

const QByteArray JobJson =
    R"({"job_id":"j1","team_id":"t1","user_id":null,"job_type":"chat","status":"COMPLETED",)"
    R"("created_at":"2026-11-22T12:00:00Z","started_at":null,"completed_at":null,)"
    R"("metadata":{"a":1},"error_message":null,"organization_id":null,"external_task_id":null,)"
    R"("credit_applied":true,"model_groups_used":["gpt-4o-mini"]})";

TimeLimits limitsOf(HttpMethod method, const QByteArray &endpoint,
                    const CallPatience &patience = {})
{
    return SaasRules.ofEndpoint(method, endpoint, patience).limits;
}

} // namespace

class tst_Wire : public QObject
{
    Q_OBJECT

private slots:
    void timesAreUtc_data();
    void timesAreUtc();
    void statusesInAnyCase_data();
    void statusesInAnyCase();
    void readsAJob();
    void readsAJobWithLittle();
    void readsWhichCallMadeAJob();
    void saysWhatDoesNotFit_data();
    void saysWhatDoesNotFit();
    void readsACompletedJob();
    void numbersBeyondReason();
    void statusOfTeamStandsInTwoPlaces();
    void aFullPageMayHaveMore();
    void creditsBecomeAnAllowance();
    void aModelMayLackPrices();
    void limitsFollowTheGuide_data();
    void limitsFollowTheGuide();
    void callsAreLimitedInTheirSilence_data();
    void callsAreLimitedInTheirSilence();
    void dollarsAreExact_data();
    void dollarsAreExact();
};

void tst_Wire::timesAreUtc_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    QTest::newRow("Z") << u"2026-11-22T12:00:00Z"_s << Noon;
    QTest::newRow("naive") << u"2026-11-22T12:00:00"_s << Noon;
    QTest::newRow("microseconds") << u"2026-11-22T12:00:00.123456"_s << Noon.addMSecs(123);
    QTest::newRow("offset") << u"2026-11-22T13:00:00+01:00"_s << Noon;
    QTest::newRow("not a time") << u"yesterday"_s << QDateTime();
}

void tst_Wire::timesAreUtc()
{
    QFETCH(QString, text);
    QTEST(parseServerTime(text), "time");
    QVERIFY(parseServerTime(text).timeSpec() == Qt::UTC || !parseServerTime(text).isValid());
}

void tst_Wire::statusesInAnyCase_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<RecordStatus>("status");
    QTest::newRow("upper") << u"IN_PROGRESS"_s << RecordStatus::InProgress;
    QTest::newRow("lower") << u"in_progress"_s << RecordStatus::InProgress;
    QTest::newRow("documented") << u"completed"_s << RecordStatus::Completed;
    QTest::newRow("unknown") << u"QUEUED"_s << RecordStatus::Unknown;
}

void tst_Wire::statusesInAnyCase()
{
    QFETCH(QString, text);
    QTEST(wire::parseJobStatus(text), "status");
}

void tst_Wire::readsAJob()
{
    const auto job = wire::parseJob(JobJson);
    QVERIFY(job);
    QCOMPARE(job->id, JobId{u"j1"_s});
    QCOMPARE(job->status, RecordStatus::Completed);
    QCOMPARE(job->createdAt, Noon);
    QVERIFY(!job->startedAt);
    QCOMPARE(job->metadata, (QJsonObject{{u"a"_s, 1}}));
    QVERIFY(job->isCharged());
    QCOMPARE(job->models, QStringList{u"gpt-4o-mini"_s});
}

void tst_Wire::readsAJobWithLittle()
{
    const auto job =
        wire::parseJob(R"({"job_id":"j1","team_id":"t1","job_type":"x","status":"pending",)"
                       R"("created_at":"2026-11-22T12:00:00","metadata":null})");
    QVERIFY(job);
    QCOMPARE(job->status, RecordStatus::Pending);
    QVERIFY(job->metadata.isEmpty());
}

void tst_Wire::readsWhichCallMadeAJob()
{
    const OpenCall call{
        .callKey = u"k1"_s, .conversation = {u"c1"_s}, .turn = {u"t1"_s}, .sentAt = Noon};
    const QByteArray metadata = QJsonDocument(metadataOf(call)).toJson(QJsonDocument::Compact);
    const auto job =
        wire::parseJob(R"({"job_id":"j1","team_id":"t1","job_type":"chat","status":"pending",)"
                       R"("created_at":"2026-11-22T12:00:00","metadata":)" +
                       metadata + '}');
    QVERIFY(job);
    QCOMPARE(job->call, call);
}

void tst_Wire::saysWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &json, const QString &problem) {
        QTest::newRow(name) << json << problem;
    };
    row("missing", R"({"team_id":"t"})", u"job.job_id: expected text, found nothing"_s);
    row("null", R"({"job_id":null})", u"job.job_id: expected text, found null"_s);
    row("another type", R"({"job_id":7})", u"job.job_id: expected text, found a number"_s);
    row("no time", QByteArray(JobJson).replace("2026-11-22T12:00:00Z", "soon"),
        u"job.created_at: expected a time, found text"_s);
    row("optional of another type",
        QByteArray(JobJson).replace("\"user_id\":null", "\"user_id\":[]"),
        u"job.user_id: expected text, found a list"_s);
    row("a list", "[]", u"job: not an object"_s);
}

void tst_Wire::saysWhatDoesNotFit()
{
    QFETCH(QByteArray, json);
    const auto job = wire::parseJob(json);
    QVERIFY(!job);
    QTEST(job.error(), "problem");
    QVERIFY(!wire::parseJob("<html>"));
    QVERIFY(!wire::parseJob(""));
}

void tst_Wire::readsACompletedJob()
{
    const auto job = wire::parseCompletedJob(
        R"({"job_id":"j","status":"COMPLETED","completed_at":"2026-11-22T12:00:00.000001",)"
        R"("costs":{"total_calls":2,"successful_calls":1,"failed_calls":1,"total_tokens":30,)"
        R"("total_cost_usd":0.0,"avg_latency_ms":120,"credit_applied":true,)"
        R"("credits_remaining":41},"calls":[{"call_id":"c","purpose":null,"model_group":"m",)"
        R"("tokens":30,"latency_ms":null,"error":"boom"}]})");
    QVERIFY(job);
    QCOMPARE(job->totalCost, Usd());
    QCOMPARE(job->averageLatency, Milliseconds(120));
    QCOMPARE(job->calls.size(), 1);
    QVERIFY(!job->calls.constFirst().latency);
    QCOMPARE(job->calls.constFirst().error, u"boom"_s);
}

void tst_Wire::numbersBeyondReason()
{
    const auto call = [](const QByteArray &tokens, const QByteArray &latency) {
        return wire::parseCallReply(
            R"({"call_id":"c","response":{"content":"x","finish_reason":"stop"},)"
            R"("metadata":{"model":"m","tokens_used":)" +
            tokens + R"(,"latency_ms":)" + latency + "}}");
    };
    QCOMPARE(call("3.0", "1e300")->tokens, 3);
    QCOMPARE(call("3", "1e300")->latency, Milliseconds(1'000'000'000'000));
    QCOMPARE(call("3", "-1e300")->latency, Milliseconds(0));
    for (const char *tokens : {"1e308", "-1e308", "1.5"})
        QVERIFY(call(tokens, "1").error().contains("expected a whole number"_L1));
}

void tst_Wire::statusOfTeamStandsInTwoPlaces()
{
    const QByteArray credits =
        R"("team_id":"t","credits_allocated":10,"credits_used":4,"credits_remaining":6)";
    const auto real = wire::parseTeam(R"({"team_id":"t","credits":{)" + credits +
                                      R"(,"status":"suspended","budget_mode":"job_based",)"
                                      R"("cost_markup_percentage":12.5}})");
    QVERIFY(real);
    QCOMPARE(real->status, Account::Status::Suspended);
    QCOMPARE(real->charges.kind, ChargeRule::Kind::PerJob);
    QCOMPARE(real->charges.markup, 12.5);
    const auto documented =
        wire::parseTeam(R"({"team_id":"t","status":"paused","credits":{)" + credits + "}}");
    QVERIFY(documented);
    QCOMPARE(documented->status, Account::Status::Paused);
    QCOMPARE(documented->creditsLeft(), 6);
    QCOMPARE(documented->charges.markup, 0.0);
}

void tst_Wire::aFullPageMayHaveMore()
{
    const QByteArray two = R"({"team_id":"t","total":2,"jobs":[)" + JobJson + ',' + JobJson + "]}";
    QCOMPARE(wire::parseJobPage(two, 0, 2)->next, u"2"_s);
    QCOMPARE(wire::parseJobPage(two, 4, 2)->next, u"6"_s);
    QVERIFY(wire::parseJobPage(two, 0, 3)->next.isEmpty());
}

void tst_Wire::creditsBecomeAnAllowance()
{
    const auto account = wire::parseTeam(
        R"({"team_id":"t","credits":{"credits_allocated":10,"credits_used":4,)"
        R"("credits_remaining":6,"credit_limit":50,"auto_refill":true,"refill_amount":5,)"
        R"("refill_period":"monthly","last_refill_at":"2026-11-01T00:00:00Z","status":"Active",)"
        R"("budget_mode":"consumption_usd","credits_per_dollar":2.5,"tokens_per_credit":100}})");
    QVERIFY(account);
    QCOMPARE(account->status, Account::Status::Active);
    QCOMPARE(account->charges, (ChargeRule{ChargeRule::Kind::ByCost, 2.5, 0, 100}));
    const Allowance expected{
        .scope = Allowance::Scope::Team,
        .unit = AmountUnit::Credits,
        .used = 4,
        .limit = 10,
        .left = 6,
        .cap = 50,
        .refill = Refill{true, 5, u"monthly"_s, parseServerTime(u"2026-11-01T00:00:00Z"_s)}};
    QCOMPARE(account->allowances, QList{expected});
}

void tst_Wire::aModelMayLackPrices()
{
    const auto model = wire::parseModel(
        R"({"model_alias":"m","display_name":"M","provider":"openai","actual_model":"gpt",)"
        R"("access_groups":["a"],"description":null,"pricing_input":0.15,"pricing_output":null,)"
        R"("status":"inactive","teams_using":null})");
    QVERIFY(model);
    QCOMPARE(model->provider, u"openai"_s);
    QCOMPARE(model->inputPrice, 0.15);
    QVERIFY(!model->outputPrice);
    QCOMPARE(wire::parseModel(R"({"model_alias":1})").error(),
             u"model.model_alias: expected text, found a number"_s);
    QVERIFY(!wire::parseModel("[]"));
}

void tst_Wire::limitsFollowTheGuide_data()
{
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<int>("seconds");
    const auto row = [](HttpMethod method, const QByteArray &endpoint, int seconds) {
        QTest::newRow(("A17 " + httpMethodName(method) + ' ' + endpoint).constData())
            << method << endpoint << seconds;
    };
    row(HttpMethod::Post, "/api/jobs/create", 10);
    row(HttpMethod::Get, "/api/jobs/{id}", 10);
    row(HttpMethod::Post, "/api/jobs/{id}/complete", 30);
    row(HttpMethod::Get, "/api/teams/{id}", 30);
}

void tst_Wire::limitsFollowTheGuide()
{
    QFETCH(HttpMethod, method);
    QFETCH(QByteArray, endpoint);
    QFETCH(int, seconds);
    QCOMPARE(limitsOf(method, endpoint).total, Milliseconds(std::chrono::seconds(seconds)));
}

void tst_Wire::callsAreLimitedInTheirSilence_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<int>("guide"); // in seconds, of the whole call
    QTest::newRow("A17 llm-call") << "/api/jobs/{id}/llm-call"_ba << 60;
    QTest::newRow("A17 create-and-call") << "/api/jobs/create-and-call"_ba << 60;
    QTest::newRow("A17 stream") << "/api/jobs/create-and-call-stream"_ba << 120;
    QTest::newRow("A17 stream in a job") << "/api/jobs/{id}/llm-call-stream"_ba << 120;
}

void tst_Wire::callsAreLimitedInTheirSilence()
{
    QFETCH(QByteArray, endpoint);
    QFETCH(int, guide);
    // What the guide ends may have been charged, and its text is lost: the guide's time is the
    // least silence that is waited out, and what goes on is not ended.
    const CallPatience patience;
    QVERIFY(patience.streamSilence > std::chrono::seconds(guide));
    const TimeLimits limits = limitsOf(HttpMethod::Post, endpoint, patience);
    QCOMPARE(limits.firstByte, patience.wholeReply);
    QCOMPARE(limits.idle, patience.wholeReply);
    QCOMPARE(limits.total, Milliseconds::zero());
    QCOMPARE(limitsOf(HttpMethod::Post, endpoint, {.wholeReply = Milliseconds(1)}).idle,
             Milliseconds(1));
}

void tst_Wire::dollarsAreExact_data()
{
    QTest::addColumn<double>("dollars");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"0.00"_s;
    QTest::newRow("cents") << 1.5 << u"1.50"_s;
    QTest::newRow("small") << 0.0042 << u"0.0042"_s;
    QTest::newRow("micro") << 0.000001 << u"0.000001"_s;
    QTest::newRow("rounded") << 0.0000004 << u"0.00"_s;
    QTest::newRow("negative") << -2.25 << u"-2.25"_s;
    QTest::newRow("large") << 1234567.89 << u"1234567.89"_s;
}

void tst_Wire::dollarsAreExact()
{
    QFETCH(double, dollars);
    QTEST(Usd::fromDouble(dollars).toString(), "text");
    Usd sum;
    for (int i = 0; i < 10; ++i)
        sum += Usd::fromDouble(0.1);
    QCOMPARE(sum, Usd::fromDouble(1.0));
    QCOMPARE(Usd::fromDouble(qQNaN()), Usd());
}

QTEST_GUILESS_MAIN(tst_Wire)
#include "tst_wire.moc"
