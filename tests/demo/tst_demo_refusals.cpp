// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoFixture.h"

#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

class tst_DemoRefusals : public QObject
{
    Q_OBJECT

private slots:
    void refusals_data();
    void refusals();
    void validation_data();
    void validation();
    void validationBodies_data();
    void validationBodies();
    void allow_data();
    void allow();
    void redirect();
    void endOfConnection_data();
    void endOfConnection();
    void connections();
    void idleConnectionIsClosed();
};

void tst_DemoRefusals::refusals_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &target,
                        const QByteArray &extra, const QByteArray &body, int status,
                        const QString &detail) {
        QTest::newRow(name) << method << target << extra << body << status << detail;
    };
    const QByteArray none = "Authorization:\r\n";
    const QByteArray wrong = "Authorization: Bearer sk-wrong\r\n";
    const QByteArray list = "/api/teams/team_northwind/jobs";
    const QByteArray uuid = "/api/jobs/00000000-0000-4000-8000-000000000000";
    const QString sample = u"Expected: 'Authorization: Bearer sk-xxx...'"_s;
    row("no key", "GET", list, none, {}, 401, u"Missing Authorization header. "_s + sample);
    row("no scheme", "GET", list, "Authorization: sk-1\r\n", {}, 401,
        u"Invalid Authorization header format. "_s + sample);
    row("wrong key", "GET", list, wrong, {}, 401, u"Invalid API key"_s);
    row("401 before 422", "POST", "/api/jobs/create", wrong, "{}", 401, u"Invalid API key"_s);
    row("malformed JSON before 401", "POST", "/api/jobs/create", none, "{", 422, {});
    row("unknown route", "GET", "/api/nothing", {}, {}, 404, u"Not Found"_s);
    row("wrong method", "DELETE", list, {}, {}, 405, u"Method Not Allowed"_s);
    row("HEAD", "HEAD", "/health", {}, {}, 405, {});
    row("slash", "GET", "/health/", {}, {}, 307, {});
    row("unknown job", "GET", uuid, {}, {}, 404, u"Job not found"_s);
    row("no uuid", "GET", "/api/jobs/42", {}, {}, 500, {});
    row("lower-case filter", "GET", list + "?status=completed", {}, {}, 500, {});
    row("negative limit", "GET", list + "?limit=-1", {}, {}, 500, {});
    row("negative offset", "GET", list + "?offset=-1", {}, {}, 500, {});
    row("GET on create", "GET", "/api/jobs/create", {}, {}, 500, {});
    row("GET on create-and-call", "GET", "/api/jobs/create-and-call", {}, {}, 500, {});
    row("GET on create without a key", "GET", "/api/jobs/create", none, {}, 401,
        u"Missing Authorization header. "_s + sample);
    row("for administrators", "GET", "/api/jobs/teams/team_northwind", {}, {}, 401,
        u"Authentication required. Provide either 'Authorization: Bearer <token>' or "
        u"'X-Admin-Key: <master_key>'"_s);
    row("group without models", "GET",
        "/api/model-groups/EmptyAgent/resolve?team_id=team_northwind", {}, {}, 403,
        u"No active models configured for group 'EmptyAgent'"_s);
    row("huge limit", "GET", list + "?limit=99999999999999999999", {}, {}, 500, {});
    row("limit word", "GET", list + "?limit=ten", {}, {}, 422, {});
    row("other team's jobs", "GET", "/api/teams/other/jobs", {}, {}, 403,
        u"Cannot access jobs for a different team"_s);
    row("other team's usage", "GET", "/api/teams/other/usage?period=2026-01", {}, {}, 403,
        u"Cannot access usage data for a different team"_s);
    row("usage without period", "GET", "/api/teams/team_northwind/usage", {}, {}, 422, {});
    row("other team's balance", "GET", "/api/credits/teams/other/balance", {}, {}, 403,
        u"Cannot access credit balance for a different team"_s);
    row("other team's ledger", "GET", "/api/credits/teams/other/transactions", {}, {}, 403,
        u"Cannot access credit transactions for a different team"_s);
    row("other team's check", "POST", "/api/credits/teams/other/check", {}, {}, 403,
        u"Cannot check credits for a different team"_s);
    row("other team", "GET", "/api/teams/other", none, {}, 404, u"Team 'other' not found"_s);
    row("other team's create", "POST", "/api/jobs/create", {},
        R"({"team_id":"other","job_type":"x"})", 403, u"API key does not belong to team 'other'"_s);
    row("unknown alias", "GET", "/api/models/none", none, {}, 404,
        u"Model alias 'none' not found"_s);
    row("unknown group", "GET", "/api/model-groups/none/resolve?team_id=team_northwind", {}, {},
        404, u"Model group 'none' not found"_s);
}

void tst_DemoRefusals::refusals()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, extra);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, detail);
    DemoFixture demo;
    const WireAnswer answer = demo.ask(method, target, body, extra);
    QCOMPARE(answer.status, status);
    QVERIFY(answer.complete);
    QCOMPARE(answer.header("server"), "uvicorn"_ba);
    if (!detail.isEmpty())
        QCOMPARE(answer.detail(), detail);
    if (status == 500) {
        QCOMPARE(answer.header("content-type"), "text/plain; charset=utf-8"_ba);
        QCOMPARE(answer.body, "Internal Server Error"_ba);
    }
    if (status == 422)
        QVERIFY(!answer.object().value(u"detail").toArray().isEmpty());
    if (status == 307) {
        QCOMPARE(answer.header("location"), "http://demo/health"_ba);
        QVERIFY(answer.body.isEmpty());
    }
}

void tst_DemoRefusals::validation_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonArray>("loc");
    const auto row = [](const char *name, const QByteArray &body, const QString &type,
                        const QJsonArray &loc) { QTest::newRow(name) << body << type << loc; };
    const QByteArray start = R"({"team_id":"t","job_type":"chat","model":"m",)";
    row("missing", R"({"team_id":"t","model":"m","messages":[]})", u"missing"_s,
        {u"body"_s, u"job_type"_s});
    row("null", R"({"team_id":null,"job_type":"c","model":"m","messages":[]})", u"value_error"_s,
        {u"body"_s, u"team_id"_s});
    row("messages text", start + R"("messages":"hi"})", u"value_error"_s,
        {u"body"_s, u"messages"_s});
    row("message text", start + R"("messages":[{},"hi"]})", u"value_error"_s,
        {u"body"_s, u"messages"_s, 1});
    row("temperature", start + R"("messages":[],"temperature":"x"})", u"value_error"_s,
        {u"body"_s, u"temperature"_s});
    row("list", "[]", u"value_error"_s, {u"body"_s});
    row("empty", "", u"missing"_s, {u"body"_s});
    for (const char *malformed :
         {"{bad", R"({"a":)", R"({"a" 1})", "[1 2]", R"({"a":"b)", R"(["\u12"])", "{}x", "{} {}"})
        row(malformed, malformed, u"json_invalid"_s, {});
}

void tst_DemoRefusals::validation()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, type);
    QFETCH(const QJsonArray, loc);
    DemoFixture demo;
    const WireAnswer answer = demo.ask("POST", "/api/jobs/create-and-call-stream", body);
    QCOMPARE(answer.status, 422);
    const QJsonObject first = answer.object().value(u"detail").toArray().at(0).toObject();
    QCOMPARE(first.value(u"type").toString(), type);
    QVERIFY(first.contains(u"msg"_s));
    if (!loc.isEmpty())
        QCOMPARE(first.value(u"loc").toArray(), loc);
}

void tst_DemoRefusals::validationBodies_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected"); // of the list's first entry
    const auto post = [](const char *name, const QByteArray &target, const QByteArray &body,
                         const QByteArray &expected, const QByteArray &type = "application/json") {
        QTest::newRow(name) << "POST"_ba << target << type << body << expected;
    };
    const QByteArray create = "/api/jobs/create";
    const QByteArray call = "/api/jobs/create-and-call";
    const QByteArray start = R"({"team_id":"a","job_type":"c","model":"m","messages":[],)";
    const QByteArray missing = R"({"type":"missing","loc":[%1],"msg":"Field required"})";
    const QByteArray wrong = R"({"type":"value_error","loc":[%1],"msg":"Input should be valid"})";
    const auto at = [](QByteArray refusal, const QByteArray &place) {
        return refusal.replace("%1", place);
    };
    post("missing", call, R"({"team_id":"acme","job_type":"chat","messages":[]})",
         at(missing, R"("body","model")"));
    post("no body", create, {}, at(missing, R"("body")"));
    post("list", create, "[]", at(wrong, R"("body")"));
    post("not declared as JSON", create, R"({"team_id":"acme"})", at(wrong, R"("body")"),
         "text/plain");
    post("user id", create, R"({"team_id":"a","job_type":"c","user_id":5})",
         at(wrong, R"("body","user_id")"));
    post("metadata", create, R"({"team_id":"a","job_type":"c","metadata":[1]})",
         at(wrong, R"("body","metadata")"));
    post("temperature", call, start + R"("temperature":"hot"})",
         at(wrong, R"("body","temperature")"));
    post("max_tokens", call, start + R"("max_tokens":"ten"})", at(wrong, R"("body","max_tokens")"));
    post("max_tokens in parts", call, start + R"("max_tokens":1.5})",
         at(wrong, R"("body","max_tokens")"));
    post("status", "/api/jobs/x/complete", R"({"status":"COMPLETED"})",
         at(wrong, R"("body","status")"));
    QTest::newRow("period") << "GET"_ba
                            << "/api/teams/team_northwind/usage"_ba << QByteArray() << QByteArray()
                            << at(missing, R"("query","period")");
    QTest::newRow("limit") << "GET"_ba
                           << "/api/teams/team_northwind/jobs?limit=abc"_ba << QByteArray()
                           << QByteArray() << at(wrong, R"("query","limit")");
}

void tst_DemoRefusals::validationBodies()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, expected);
    DemoFixture demo;
    WireClient client(demo.gateway().baseUrl());
    QByteArray request = demo.request(method, target, body);
    request.replace("application/json", type);
    client.send(request);
    const WireAnswer answer = client.read();
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.object().value(u"detail").toArray().at(0).toObject(),
             QJsonDocument::fromJson(expected).object());
}

void tst_DemoRefusals::allow_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("allowed");
    const auto row = [](const QByteArray &method, const QByteArray &target,
                        const QByteArray &allowed) {
        QTest::addRow("%s %s", method.constData(), target.constData())
            << method << target << allowed;
    };
    row("PUT", "/api/jobs/create", "POST");
    row("OPTIONS", "/api/jobs/create", "POST");
    row("DELETE", "/api/jobs/create-and-call", "POST");
    row("DELETE", "/api/jobs/create-and-call-stream", "POST");
    row("POST", "/api/jobs/00000000-0000-4000-8000-000000000000", "GET");
    row("POST", "/health", "GET");
}

void tst_DemoRefusals::allow()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, allowed);
    DemoFixture demo;
    const WireAnswer answer = demo.ask(method, target);
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.header("allow"), allowed.toLower());
    QCOMPARE(answer.detail(), u"Method Not Allowed"_s);
    QVERIFY(answer.head.contains("server: uvicorn\r\nallow: " + allowed.toLower() +
                                 "\r\ncontent-length: 31\r\ncontent-type: application/json\r\n"));
}

void tst_DemoRefusals::redirect()
{
    DemoFixture demo;
    WireClient client(demo.gateway().baseUrl());
    client.send("POST /api/jobs/create/?a=1%2B2 HTTP/1.1\r\nHost: gateway.example:8443\r\n"
                "Content-Length: 2\r\n\r\n{}");
    const WireAnswer answer = client.read();
    QCOMPARE(answer.status, 307);
    // Absolute, plain http whatever the client speaks, and without a type.
    QVERIFY2(answer.head.endsWith("server: uvicorn\r\ncontent-length: 0\r\nlocation: http://"
                                  "gateway.example:8443/api/jobs/create?a=1%2b2\r\n"),
             answer.head.constData());
}

void tst_DemoRefusals::endOfConnection_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("closed");
    DemoFixture demo;
    const QByteArray call = "/api/jobs/create-and-call";
    const auto row = [](const char *name, const QByteArray &target, const QByteArray &body,
                        int status,
                        bool closed) { QTest::newRow(name) << target << body << status << closed; };
    row("500 as text", "/api/jobs/42", {}, 500, true);
    row("500 as text of a call", call, demo.callBody("fault-500-text"), 500, true);
    row("500 as JSON", call, demo.callBody("fault-auth"), 500, false);
    row("404", "/api/nothing", {}, 404, false);
    row("422", call, "{}", 422, false);
    row("307", "/health/", {}, 307, false);
    row("stream", call + "-stream", demo.callBody("gpt-4o"), 200, false);
}

void tst_DemoRefusals::endOfConnection()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const bool, closed);
    DemoScenario scenario = DemoFixture::small();
    scenario.keepAliveMs = 60000; // longer than a test waits
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send(demo.request(body.isEmpty() ? "GET" : "POST", target, body));
    const WireAnswer answer = client.read();
    QCOMPARE(answer.status, status);
    QVERIFY(answer.complete);
    QVERIFY2(!answer.head.contains("connection: close"), "no header tells of it");
    if (closed) {
        QCOMPARE(client.readAll(), QByteArray());
        QVERIFY(client.isClosed());
        return;
    }
    client.send("GET /health HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(client.read().status, 200);
    QCOMPARE(demo.gateway().acceptedConnections(), 1);
}

void tst_DemoRefusals::connections()
{
    DemoFixture demo;
    WireClient client(demo.gateway().baseUrl());
    const QByteArray health = "GET /health HTTP/1.1\r\nHost: h\r\n\r\n";
    client.send(health + health + demo.request("GET", "/api/teams/team_northwind/jobs?limit=1") +
                health);
    QCOMPARE(client.read().status, 200);
    QCOMPARE(client.read().body, R"({"service":"saas-llm-api","status":"healthy"})"_ba);
    QCOMPARE(client.read().object().value(u"total").toInt(), 1);
    QCOMPARE(client.read().status, 200);

    client.send("POST /api/jobs/create HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
                "Content-Length: 2\r\n\r\n");
    QCOMPARE(client.read().status, 100);
    client.send("{}");
    QCOMPARE(client.read().status, 401);
    client.send("POST /api/jobs/create HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");
    QCOMPARE(client.read().status, 401);
    QCOMPARE(demo.gateway().acceptedConnections(), 1);
    QCOMPARE(demo.gateway().requests().constLast().body, "{}"_ba);

    client.send("GET /health HTTP/1.0\r\n\r\n");
    QCOMPARE(client.read().header("connection"), "close"_ba);
    client.readAll();
    QVERIFY(client.isClosed());
    QTRY_COMPARE(demo.gateway().openConnections(), 0);

    WireClient garbage(demo.gateway().baseUrl());
    garbage.send("what is this\r\n\r\n");
    const WireAnswer refused = garbage.read();
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.body, "Invalid HTTP request received."_ba);
    QVERIFY(refused.head.endsWith("content-type: text/plain; charset=utf-8\r\n"
                                  "content-length: 30\r\nconnection: close\r\n"));
}

void tst_DemoRefusals::idleConnectionIsClosed()
{
    DemoScenario scenario = DemoFixture::small();
    scenario.keepAliveMs = 30;
    DemoFixture demo(scenario);
    WireClient client(demo.gateway().baseUrl());
    client.send("GET /health HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(client.read().status, 200);
    client.readAll();
    QVERIFY(client.isClosed());
}

QTEST_GUILESS_MAIN(tst_DemoRefusals)
#include "tst_demo_refusals.moc"
