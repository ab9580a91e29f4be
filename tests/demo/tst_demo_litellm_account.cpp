// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProxyFixture.h"

#include <QSet>
#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

namespace {

struct Door
{
    QByteArray route;
    QList<int> statuses; ///< By owner of the key, in the order of KeyOwner.
    int whenOld;         ///< For a member.
};

DemoScenario ownedBy(KeyOwner owner)
{
    DemoScenario scenario = ProxyFixture::small();
    scenario.proxy.owner = owner;
    return scenario;
}

DemoScenario named(const QString &name)
{
    DemoScenario scenario = *DemoScenario::named(name);
    scenario.now = ProxyFixture::small().now;
    scenario.providerDelayMs = scenario.textPaceMs = scenario.bookingDelayMs = 0;
    return scenario;
}

const QByteArray Team = "5b1e9f0c-6a37-4c1d-9a52-3d7f0c8e4b61";
const QByteArray Dates = "?start_date=2026-03-01&end_date=2026-05-20";

} // namespace

/// What the plain proxy tells whom: health, budgets, people, the log and spend by day.
class tst_DemoLitellmAccount : public QObject
{
    Q_OBJECT

private slots:
    void livesWithoutAKey();
    void takesMoneyForItsHealth();
    void refusesBadKeys();
    void closesEverythingForAKey_data();
    void closesEverythingForAKey();
    void opensByRight_data();
    void opensByRight();
    void listsModels();
    void tellsFourBudgets();
    void pagesTheLog();
    void filtersTheLog_data();
    void filtersTheLog();
    void groupsSessions();
    void sumsDays();
    void playsItsScenarios();
    void isTheSameWithTheSameSeed();
};

void tst_DemoLitellmAccount::livesWithoutAKey()
{
    ProxyFixture proxy;
    const QByteArray keyless = "Authorization:\r\n";
    QCOMPARE(proxy.ask("GET", "/health/liveliness", {}, keyless).body, "\"I'm alive!\"");
    QCOMPARE(proxy.ask("GET", "/health/readiness", {}, keyless).object()[u"db"_s].toString(),
             u"connected"_s);
    const WireAnswer health = proxy.ask("GET", "/health", {}, keyless);
    QCOMPARE(health.status, 401);
    QVERIFY(health.body.contains("No api key passed in."));
    QCOMPARE(proxy.get("/api/teams/x").status, 404);
    QCOMPARE(proxy.get("/api/teams/x").detail(), u"Not Found"_s);
}

void tst_DemoLitellmAccount::takesMoneyForItsHealth()
{
    ProxyFixture proxy;
    const double before = proxy.spendOfKey();
    QCOMPARE(proxy.get("/health").status, 200);
    QVERIFY(proxy.spendOfKey() > before);
    const int all = proxy.get(ProxyFixture::page({})).object()[u"total"_s].toInt();
    const int others = proxy.get(ProxyFixture::page("exclude_internal_health_checks=true"))
                           .object()[u"total"_s]
                           .toInt();
    QVERIFY(all - others > 30);
}

void tst_DemoLitellmAccount::refusesBadKeys()
{
    ProxyFixture proxy;
    const auto typeOf = [&proxy](const QByteArray &header) {
        const WireAnswer answer = proxy.ask("GET", "/v1/models", {}, header);
        return QString::number(answer.status) + answer.object()[u"error"_s][u"type"].toString();
    };
    QCOMPARE(typeOf("Authorization:\r\n"), u"401auth_error"_s);
    QCOMPARE(typeOf("Authorization: Bearer abc\r\n"), u"401auth_error"_s);
    QCOMPARE(typeOf("Authorization: Bearer sk-abc\r\n"), u"401token_not_found_in_db"_s);
}

void tst_DemoLitellmAccount::closesEverythingForAKey_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("blocked") << int(KeyState::Blocked) << "Key is blocked."_ba;
    QTest::newRow("expired") << int(KeyState::Expired) << "Expired Key."_ba;
    QTest::newRow("team") << int(KeyState::TeamBlocked) << "Team=" + Team + " is blocked.";
}

void tst_DemoLitellmAccount::closesEverythingForAKey()
{
    QFETCH(const int, state);
    QFETCH(const QByteArray, text);
    ProxyFixture proxy;
    QCOMPARE(proxy.get("/key/info").status, 200);
    proxy.gateway().withProxy(
        [state](ProxyStore &store) { store.traits().state = static_cast<KeyState>(state); });
    for (const QByteArray &route :
         {"/key/info"_ba, "/v1/models"_ba, "/team/info?team_id=" + Team}) {
        QCOMPARE(proxy.get(route).status, 401);
        QVERIFY(proxy.get(route).body.contains(text));
    }
    QCOMPARE(proxy.whole("gpt-4o").status, 401);
    QCOMPARE(proxy.get("/health/liveliness").status, 200);
}

void tst_DemoLitellmAccount::opensByRight_data()
{
    QTest::addColumn<Door>("door");
    // Member, service, solo, nobody, calls only; then a member of an old proxy.
    const QList<Door> doors{
        {"/v1/models", {200, 200, 200, 200, 200}, 200},
        {"/model_group/info", {200, 200, 200, 200, 200}, 200},
        {"/key/info", {200, 200, 200, 200, 403}, 200},
        {"/user/info", {200, 404, 200, 404, 403}, 200},
        {"/v2/user/info", {200, 400, 200, 400, 403}, 200},
        {"/spend/logs" + Dates, {200, 401, 200, 401, 403}, 200},
        {"/spend/logs/v2" + Dates, {200, 401, 200, 401, 403}, 401},
        {"/spend/logs/ui?request_id=x", {200, 401, 200, 401, 403}, 401},
        {"/spend/logs/session/ui?session_id=x", {200, 401, 200, 401, 403}, 401},
        {"/user/daily/activity" + Dates, {200, 403, 200, 403, 403}, 200},
        {"/user/daily/activity/aggregated" + Dates, {200, 403, 200, 403, 403}, 200},
        {"/team/daily/activity" + Dates, {200, 404, 200, 404, 403}, 200}};
    for (const Door &door : doors)
        QTest::newRow(door.route.constData()) << door;
    QTest::newRow("team") << Door{"/team/info?team_id=" + Team, {200, 200, 200, 403, 403}, 200};
}

void tst_DemoLitellmAccount::opensByRight()
{
    QFETCH(const Door, door);
    for (int owner = 0; owner < door.statuses.size(); ++owner) {
        ProxyFixture proxy(ownedBy(static_cast<KeyOwner>(owner)));
        QCOMPARE(proxy.get(door.route).status, door.statuses.at(owner));
        QCOMPARE(proxy.whole("gpt-4o").status, 200);
    }
    DemoScenario scenario = ProxyFixture::small();
    scenario.proxy.isOld = true;
    ProxyFixture old(scenario);
    QCOMPARE(old.get(door.route).status, door.whenOld);
}

void tst_DemoLitellmAccount::listsModels()
{
    ProxyFixture proxy;
    QStringList names;
    for (const QJsonValue &model : proxy.get("/v1/models").object()[u"data"_s].toArray())
        names += model[u"id"].toString();
    QVERIFY(names.contains(u"gpt-4o-mini"_s));
    QVERIFY(!names.contains(u"o1-preview"_s));
    const QJsonArray groups =
        proxy.get("/model_group/info?model_group=gpt-4o").object()[u"data"_s].toArray();
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups.at(0)[u"input_cost_per_token"].toDouble(), 2.5e-6);
    QVERIFY(groups.at(0)[u"supports_vision"].toBool());
    const QJsonArray unpriced =
        proxy.get("/model_group/info?model_group=local-mistral").object()[u"data"_s].toArray();
    QVERIFY(unpriced.at(0)[u"input_cost_per_token"].isNull());
}

void tst_DemoLitellmAccount::tellsFourBudgets()
{
    ProxyFixture proxy;
    const QJsonObject key = proxy.get("/key/info").object()[u"info"_s].toObject();
    QCOMPARE(key[u"max_budget"_s].toDouble(), 2.5);
    QCOMPARE(key[u"budget_reset_at"_s].toString(), u"2026-05-15T00:00:00Z"_s);
    const QJsonObject user = proxy.get("/user/info").object()[u"user_info"_s].toObject();
    QCOMPARE(user[u"budget_reset_at"_s].toString(), u"2026-06-01T00:00:00Z"_s);
    QVERIFY(user[u"spend"_s].toDouble() > key[u"spend"_s].toDouble());
    const QJsonObject team = proxy.get("/team/info?team_id=" + Team).object();
    QCOMPARE(team[u"team_info"_s][u"team_alias"].toString(), u"Northwind platform"_s);
    QVERIFY(team[u"team_info"_s][u"spend"].toDouble() > 60);
    QCOMPARE(team[u"keys"_s].toArray().size(), 4);
    const QJsonValue member = team[u"team_memberships"_s][0];
    QCOMPARE(member[u"user_id"], key[u"user_id"_s]);
    QCOMPARE(member[u"litellm_budget_table"][u"max_budget"].toDouble(), 12.0);
    QCOMPARE(member[u"litellm_budget_table"][u"budget_reset_at"].toString(),
             u"2026-05-18T00:00:00Z"_s);
    QVERIFY(!team[u"keys"_s][1][u"token"].toString().isEmpty());
    QCOMPARE(proxy.get("/team/info?team_id=another").status, 403);
    // A key outside of teams is none of the keys of its user's team.
    ProxyFixture solo(ownedBy(KeyOwner::Solo));
    const QJsonObject home = solo.get("/team/info?team_id=" + Team).object();
    QCOMPARE(home[u"keys"_s].toArray().size(), 3);
    QCOMPARE(home[u"team_memberships"_s][0][u"user_id"], key[u"user_id"_s]);
}

void tst_DemoLitellmAccount::pagesTheLog()
{
    ProxyFixture proxy;
    QCOMPARE(proxy.get("/spend/logs/v2").status, 400);
    QSet<QString> ids;
    QString last;
    const int total = proxy.get(ProxyFixture::page({})).object()[u"total"_s].toInt();
    QCOMPARE(total, 50);
    for (int number = 1; number <= 5; ++number) {
        const QJsonObject page =
            proxy.get(ProxyFixture::page("page_size=10&page=" + QByteArray::number(number)))
                .object();
        QCOMPARE(page[u"total_pages"_s].toInt(), 5);
        for (const QJsonValue &row : page[u"data"_s].toArray()) {
            ids.insert(row[u"request_id"].toString());
            const QString time = row[u"startTime"].toString();
            QVERIFY(last.isEmpty() || time <= last);
            last = time;
        }
    }
    QCOMPARE(ids.size(), total);
    // The other ways to the same rows.
    const QByteArray id = ids.values().constFirst().toUtf8();
    QCOMPARE(proxy.get("/spend/logs/ui?request_id=" + id).object()[u"total"_s].toInt(), 1);
    QCOMPARE(proxy.get("/spend/logs/ui/" + id).body, "{}");
    QCOMPARE(proxy.get("/spend/logs" + Dates + "&summarize=false").array().size(), total);
    QVERIFY(proxy.get("/spend/logs" + Dates).array().at(0)[u"models"].isObject());
}

void tst_DemoLitellmAccount::filtersTheLog_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::newRow("failures") << "status_filter=failure"_ba << u"status"_s << u"failure"_s;
    QTest::newRow("successes") << "status_filter=success"_ba << u"status"_s << u"success"_s;
    QTest::newRow("model") << "model_group=gpt-4o"_ba << u"model_group"_s << u"gpt-4o"_s;
    QTest::newRow("cache") << "cache_hit_filter=hit"_ba << u"cache_hit"_s << u"True"_s;
    QTest::newRow("session") << "session_id=roadmap"_ba << u"session_id"_s
                             << u"0b6c1f52-roadmap-review"_s;
    QTest::newRow("session's end")
        << "search=0b6c1f52-roadmap-review"_ba << u"session_id"_s << u"0b6c1f52-roadmap-review"_s;
    QTest::newRow("refused") << "error_code=429"_ba << u"status"_s << u"failure"_s;
}

void tst_DemoLitellmAccount::filtersTheLog()
{
    QFETCH(const QByteArray, filter);
    QFETCH(const QString, member);
    QFETCH(const QString, value);
    DemoScenario scenario = ProxyFixture::small();
    scenario.pastJobs = 240;
    ProxyFixture proxy(scenario);
    const QJsonObject page = proxy.get(ProxyFixture::page(filter)).object();
    QVERIFY(page[u"total"_s].toInt() > 0);
    QVERIFY(page[u"total"_s].toInt() < 250);
    for (const QJsonValue &row : page[u"data"_s].toArray())
        QCOMPARE(row[member].toString(), value);
    QCOMPARE(proxy.get(ProxyFixture::page("nobody_knows=this")).object()[u"total"_s].toInt(), 250);
}

void tst_DemoLitellmAccount::groupsSessions()
{
    ProxyFixture proxy;
    const QJsonObject session =
        proxy.get("/spend/logs/session/ui?session_id=c4417de9-incident-0412").object();
    QCOMPARE(session[u"total"_s].toInt(), 4);
    QCOMPARE(session[u"data"_s][0][u"metadata"][u"spend_logs_metadata"][u"turn"].toInt(), 1);
    QCOMPARE(proxy.get("/spend/logs/session/ui?session_id=incident").object()[u"total"_s].toInt(),
             0);
}

void tst_DemoLitellmAccount::sumsDays()
{
    ProxyFixture proxy;
    const QJsonObject days = proxy.get("/user/daily/activity/aggregated" + Dates).object();
    double sum = 0;
    int requests = 0;
    for (const QJsonValue &day : days[u"results"_s].toArray()) {
        sum += day[u"metrics"][u"spend"].toDouble();
        requests += day[u"metrics"][u"api_requests"].toInt();
        QVERIFY(!day[u"breakdown"][u"model_groups"].toObject().isEmpty());
    }
    QCOMPARE(requests, 50);
    QCOMPARE(days[u"metadata"_s][u"total_api_requests"].toInt(), 50);
    QVERIFY(qAbs(days[u"metadata"_s][u"total_spend"].toDouble() - sum) < 1e-9);
    const QJsonObject first = proxy.get("/user/daily/activity" + Dates).object();
    QCOMPARE(first[u"results"_s].toArray().size(), 10);
    QVERIFY(first[u"metadata"_s][u"has_more"].toBool());
    QCOMPARE(proxy.get("/user/daily/activity").status, 400);
    const QByteArray team = "/team/daily/activity" + Dates + "&team_ids=";
    QVERIFY(proxy.get(team + Team)
                .object()[u"results"_s][0][u"breakdown"][u"entities"]
                .toObject()
                .contains(QString::fromLatin1(Team)));
    QCOMPARE(proxy.get(team + "another").status, 404);
}

void tst_DemoLitellmAccount::playsItsScenarios()
{
    ProxyFixture plain(named(u"litellm"_s));
    QCOMPARE(plain.gateway().kind(), DemoKind::LiteLlm);
    QCOMPARE(plain.gateway().teamId().toUtf8(), Team);
    QCOMPARE(plain.whole("gpt-4o").status, 200);
    QSet<QString> causes;
    for (const QJsonValue &row :
         plain.get(ProxyFixture::page("status_filter=failure&page_size=1000"))
             .object()[u"data"_s]
             .toArray())
        causes.insert(row[u"metadata"][u"error_information"][u"error_class"].toString());
    QVERIFY(causes.size() >= 4);

    ProxyFixture over(named(u"litellm-over-budget"_s));
    QCOMPARE(over.whole("gpt-4o").status, 422);
    QCOMPARE(over.get("/key/info").status, 200);
    ProxyFixture blocked(named(u"litellm-blocked"_s));
    QCOMPARE(blocked.get("/key/info").status, 401);
    ProxyFixture old(named(u"litellm-old"_s));
    QCOMPARE(old.get(ProxyFixture::page({})).status, 401);
    ProxyFixture callsOnly(named(u"litellm-calls-only"_s));
    QCOMPARE(callsOnly.get("/key/info").status, 403);
    QCOMPARE(callsOnly.whole("gpt-4o").status, 200);
    ProxyFixture service(named(u"litellm-service"_s));
    QCOMPARE(service.get("/key/info").status, 200);
    QCOMPARE(service.get(ProxyFixture::page({})).status, 401);
}

void tst_DemoLitellmAccount::isTheSameWithTheSameSeed()
{
    ProxyFixture one;
    ProxyFixture same;
    DemoScenario scenario = ProxyFixture::small();
    scenario.seed = 2;
    ProxyFixture other(scenario);
    const QByteArray target = ProxyFixture::page("page_size=100");
    QCOMPARE(one.get(target).body, same.get(target).body);
    QVERIFY(one.get(target).body != other.get(target).body);
}

QTEST_GUILESS_MAIN(tst_DemoLitellmAccount)
#include "tst_demo_litellm_account.moc"
