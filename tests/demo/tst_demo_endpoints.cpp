// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoFixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

namespace {

QStringList sortedKeys(const QJsonObject &object)
{
    return object.keys(); // QJsonObject sorts
}

const QRegularExpression naive(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}$"_s);
const QRegularExpression zulu(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);

} // namespace

class tst_DemoEndpoints : public QObject
{
    Q_OBJECT

private slots:
    void createAndGet();
    void listAndFilter();
    void completeChargesThreeTimes();
    void completeWithoutCredits();
    void completeTraps();
    void failingAChargedJobGivesNothingBack();
    void createAndCall();
    void llmCall();
    void costs();
    void metadataIsMerged();
};

void tst_DemoEndpoints::createAndGet()
{
    DemoFixture demo;
    const WireAnswer created =
        demo.ask("POST", "/api/jobs/create",
                 R"({"team_id":"team_northwind","job_type":"chat","user_id":"u","ignored":1})");
    QCOMPARE(created.status, 200);
    QCOMPARE(sortedKeys(created.object()),
             QStringList({u"created_at"_s, u"job_id"_s, u"status"_s}));
    QCOMPARE(created.object().value(u"status").toString(), u"PENDING"_s);
    QVERIFY(naive.match(created.object().value(u"created_at").toString()).hasMatch());

    const QByteArray id = created.object().value(u"job_id").toString().toUtf8();
    const QJsonObject job = demo.ask("GET", "/api/jobs/" + id).object();
    QCOMPARE(sortedKeys(job),
             QStringList({u"completed_at"_s, u"created_at"_s, u"credit_applied"_s,
                          u"error_message"_s, u"external_task_id"_s, u"job_id"_s, u"job_type"_s,
                          u"metadata"_s, u"model_groups_used"_s, u"organization_id"_s,
                          u"started_at"_s, u"status"_s, u"team_id"_s, u"user_id"_s}));
    QVERIFY(zulu.match(job.value(u"created_at").toString()).hasMatch());
    QVERIFY(job.value(u"started_at").isNull());
    QVERIFY(job.value(u"organization_id").isNull());
    QVERIFY(job.value(u"metadata").isObject());

    const WireAnswer foreign =
        demo.ask("GET", "/api/jobs/" + demo.gateway().foreignJobId().toUtf8());
    QCOMPARE(foreign.status, 403);
    QCOMPARE(foreign.detail(), u"Job does not belong to your team"_s);
}

void tst_DemoEndpoints::listAndFilter()
{
    DemoFixture demo;
    const QByteArray newest = demo.newJob();
    const QJsonObject page =
        demo.ask("GET", "/api/teams/team_northwind/jobs?limit=5&offset=0").object();
    QCOMPARE(page.value(u"total").toInt(), 5); // of this page
    QCOMPARE(page.value(u"jobs").toArray().at(0)[u"job_id"].toString().toUtf8(), newest);
    const QJsonObject rest = demo.ask("GET", "/api/teams/team_northwind/jobs?offset=38").object();
    QCOMPARE(rest.value(u"total").toInt(), 3);
    QCOMPARE(
        demo.ask("GET", "/api/teams/team_northwind/jobs?limit=0").object(),
        QJsonObject(
            {{u"team_id"_s, u"team_northwind"_s}, {u"total"_s, 0}, {u"jobs"_s, QJsonArray{}}}));
    const QJsonObject unfiltered =
        demo.ask("GET", "/api/teams/team_northwind/jobs?status=").object();
    QCOMPARE(unfiltered.value(u"total").toInt(), 41);
    const QJsonArray pending = demo.ask("GET", "/api/teams/team_northwind/jobs?status=PENDING")
                                   .object()
                                   .value(u"jobs")
                                   .toArray();
    QVERIFY(!pending.isEmpty());
    for (const QJsonValue &job : pending)
        QCOMPARE(job[u"status"].toString(), u"PENDING"_s);
}

void tst_DemoEndpoints::completeChargesThreeTimes()
{
    DemoFixture demo;
    const int before = demo.gateway().creditsRemaining();
    const QByteArray path = "/api/jobs/" + demo.newJob() + "/complete";
    const QByteArray body = R"({"status":"completed"})";
    QList<std::pair<bool, int>> seen;
    for (int i = 0; i < 3; ++i) {
        const QJsonObject answer = demo.ask("POST", path, body).object();
        QCOMPARE(answer.value(u"status").toString(), u"COMPLETED"_s);
        const QJsonObject costs = answer.value(u"costs").toObject();
        seen.append({costs.value(u"credit_applied").toBool(),
                     before - costs.value(u"credits_remaining").toInt()});
    }
    const QList<std::pair<bool, int>> expected{{true, 1}, {false, 1}, {true, 2}};
    QCOMPARE(seen, expected);
}

void tst_DemoEndpoints::completeWithoutCredits()
{
    DemoFixture demo;
    demo.gateway().setCredits(0);
    const WireAnswer answer =
        demo.ask("POST", "/api/jobs/" + demo.newJob() + "/complete", R"({"status":"completed"})");
    QCOMPARE(answer.status, 200);
    const QJsonObject costs = answer.object().value(u"costs").toObject();
    QVERIFY(!costs.value(u"credit_applied").toBool());
    QCOMPARE(costs.value(u"credits_remaining").toInt(), 0);
}

void tst_DemoEndpoints::completeTraps()
{
    DemoFixture demo;
    const QByteArray path = "/api/jobs/" + demo.newJob();
    QCOMPARE(demo.ask("POST", path + "/complete", R"({"status":"COMPLETED"})").status, 422);
    const WireAnswer failed =
        demo.ask("POST", path + "/complete",
                 R"({"status":"failed","error_message":"cut","metadata":{"lost":1}})");
    QCOMPARE(failed.object().value(u"status").toString(), u"FAILED"_s);
    QVERIFY(naive.match(failed.object().value(u"completed_at").toString()).hasMatch());
    const QJsonObject job = demo.ask("GET", path).object();
    QCOMPARE(job.value(u"error_message").toString(), u"cut"_s);
    QVERIFY2(job.value(u"metadata").toObject().isEmpty(), "complete does not store metadata");

    const QByteArray bare =
        demo.ask("POST", "/api/jobs/create",
                 R"({"team_id":"team_northwind","job_type":"chat","metadata":null})")
            .object()
            .value(u"job_id")
            .toString()
            .toUtf8();
    QCOMPARE(
        demo.ask("POST", "/api/jobs/" + bare + "/complete", R"({"status":"completed"})").status,
        200);
    QCOMPARE(demo.ask("POST", path + "/complete",
                      R"({"status":"failed","error_message":")" + QByteArray(1001, 'x') + R"("})")
                 .body,
             "Internal Server Error"_ba);
    const WireAnswer crash = demo.ask("POST", "/api/jobs/" + bare + "/complete",
                                      R"({"status":"completed","metadata":{"a":1}})");
    QCOMPARE(crash.status, 500);
    QCOMPARE(crash.body, "Internal Server Error"_ba);
}

void tst_DemoEndpoints::failingAChargedJobGivesNothingBack()
{
    DemoFixture demo;
    QVERIFY(demo.stream("gpt-4o-mini").complete);
    QVERIFY(demo.lastJob().value(u"credit_applied").toBool());
    const QByteArray id = demo.lastJob().value(u"job_id").toString().toUtf8();
    const WireAnswer answer =
        demo.ask("POST", "/api/jobs/" + id + "/complete", R"({"status":"failed"})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object().value(u"status").toString(), u"FAILED"_s);
    const QJsonObject costs = answer.object().value(u"costs").toObject();
    QVERIFY(!costs.value(u"credit_applied").toBool());
    QCOMPARE(costs.value(u"credits_remaining").toInt(), 999);
    QVERIFY(!demo.lastJob().value(u"credit_applied").toBool());
    QCOMPARE(demo.gateway().creditsRemaining(), 999);
}

void tst_DemoEndpoints::createAndCall()
{
    DemoFixture demo;
    const int before = demo.gateway().creditsRemaining();
    const WireAnswer answer = demo.call("gpt-4o-mini");
    QCOMPARE(answer.status, 200);
    const QJsonObject object = answer.object();
    QCOMPARE(sortedKeys(object), QStringList({u"completed_at"_s, u"costs"_s, u"job_id"_s,
                                              u"metadata"_s, u"response"_s, u"status"_s}));
    QVERIFY(object.value(u"response").toObject().value(u"content").toString().size() > 100);
    QCOMPARE(object.value(u"response").toObject().value(u"finish_reason").toString(), u"stop"_s);
    QCOMPARE(object.value(u"metadata").toObject().value(u"model").toString(), u"gpt-4o-mini"_s);
    QCOMPARE(object.value(u"costs").toObject().value(u"total_cost_usd").toDouble(), 0.0);
    QCOMPARE(demo.gateway().creditsRemaining(), before - 1);
    QCOMPARE(demo.lastJob().value(u"metadata").toObject().value(u"client_ref").toString(), u"t1"_s);

    const WireAnswer refused = demo.call("o1-preview");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.detail(),
             u"Team 'team_northwind' does not have access to model alias 'o1-preview'"_s);
    QCOMPARE(demo.lastStatus(), u"FAILED"_s);
    QCOMPARE(demo.call("no-such").detail(),
             u"Team 'team_northwind' does not have access to model group 'no-such'"_s);
}

void tst_DemoEndpoints::llmCall()
{
    DemoFixture demo;
    const QByteArray id = demo.newJob();
    const QByteArray body =
        R"({"model":"gemini-1.5-flash","messages":[{"role":"user","content":"Hi"}],)"
        R"("purpose":"greet","call_metadata":{"turn":1}})";
    const QJsonObject answer = demo.ask("POST", "/api/jobs/" + id + "/llm-call", body).object();
    QCOMPARE(sortedKeys(answer), QStringList({u"call_id"_s, u"metadata"_s, u"response"_s}));
    QCOMPARE(answer.value(u"response").toObject().value(u"finish_reason").toString(), u"stop"_s);
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);
    QCOMPARE(demo.lastJob().value(u"metadata").toObject().value(u"turn").toInt(), 1);

    const QByteArray stream = "/api/jobs/" + id + "/llm-call-stream";
    const WireAnswer broken = demo.ask("POST", stream, body);
    QCOMPARE(broken.status, 200);
    QCOMPARE(broken.body, "data: {\"error\": \"'Response' object does not support the "
                          "asynchronous context manager protocol\"}\n\n"_ba);
    QCOMPARE(broken.header("connection"), "keep-alive"_ba);
    // A provider that refuses comes first; either way the job stays open and the call is recorded.
    const WireAnswer refused = demo.ask("POST", stream, R"({"model":"fault-auth","messages":[]})");
    QVERIFY(refused.body.startsWith("data: {\"error\": \"500: Failed to call provider API: Client "
                                    "error '401 Unauthorized' for url 'https://api.openai.com/"));
    QCOMPARE(demo.lastStatus(), u"IN_PROGRESS"_s);
    const QJsonObject ended =
        demo.ask("POST", "/api/jobs/" + id + "/complete", R"({"status":"failed"})").object();
    QCOMPARE(ended.value(u"costs")[u"failed_calls"].toInt(), 2);
    QVERIFY(ended.value(u"costs")[u"total_cost_usd"].toDouble() > 0.0);
}

void tst_DemoEndpoints::costs()
{
    DemoFixture demo;
    QVERIFY(demo.call("gpt-4o-mini").complete);
    const QByteArray id = demo.lastJob().value(u"job_id").toString().toUtf8();
    const QJsonObject answer = demo.ask("GET", "/api/jobs/" + id + "/costs").object();
    const QJsonObject line =
        answer.value(u"costs").toObject().value(u"breakdown").toArray().at(0).toObject();
    QCOMPARE(sortedKeys(line),
             QStringList({u"call_id"_s, u"completion_tokens"_s, u"cost_usd"_s, u"created_at"_s,
                          u"model"_s, u"prompt_tokens"_s, u"purpose"_s}));
    QVERIFY(line.value(u"cost_usd").toDouble() > 0.0);
    QVERIFY(naive.match(line.value(u"created_at").toString()).hasMatch());
}

void tst_DemoEndpoints::metadataIsMerged()
{
    DemoFixture demo;
    const QByteArray path = "/api/jobs/" + demo.newJob() + "/metadata";
    QVERIFY(demo.ask("PATCH", path, R"({"metadata":{"a":1,"b":{"x":1}}})").complete);
    const QJsonObject answer = demo.ask("PATCH", path, R"({"metadata":{"b":{"y":2}}})").object();
    QCOMPARE(answer.value(u"metadata").toObject(),
             QJsonObject({{u"a"_s, 1}, {u"b"_s, QJsonObject{{u"y"_s, 2}}}}));
    QVERIFY(naive.match(answer.value(u"updated_at").toString()).hasMatch());
    QCOMPARE(demo.ask("PATCH", path, "{}").status, 422);
}

QTEST_GUILESS_MAIN(tst_DemoEndpoints)
#include "tst_demo_endpoints.moc"
