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

} // namespace

class tst_DemoTeam : public QObject
{
    Q_OBJECT

private slots:
    void teamNeedsNoKey();
    void teamStatusClosesEverything();
    void spellingsOfTheKey();
    void usage();
    void usagePeriod_data();
    void usagePeriod();
    void everyTeamIsOpen();
    void credits();
    void models();
    void modelGroups();
    void inactiveModel();
};

void tst_DemoTeam::teamNeedsNoKey()
{
    DemoFixture demo;
    const WireAnswer answer =
        demo.ask("GET", "/api/teams/team_northwind", {}, "Authorization:\r\n");
    QCOMPARE(answer.status, 200);
    const QJsonObject team = answer.object();
    QCOMPARE(sortedKeys(team),
             QStringList({u"access_groups"_s, u"allowed_model_aliases"_s, u"credits"_s,
                          u"credits_allocated"_s, u"credits_remaining"_s, u"organization_id"_s,
                          u"team_id"_s, u"virtual_key"_s}));
    QCOMPARE(team.value(u"virtual_key").toString(), demo.gateway().virtualKey());
    QCOMPARE(team.value(u"credits").toObject().value(u"status").toString(), u"active"_s);
    QVERIFY(team.value(u"allowed_model_aliases").toArray().contains(u"gpt-4o-mini"_s));
    QVERIFY(!team.value(u"allowed_model_aliases").toArray().contains(u"o1-preview"_s));
}

void tst_DemoTeam::teamStatusClosesEverything()
{
    DemoFixture demo;
    demo.gateway().setTeamStatus(u"paused"_s);
    const WireAnswer answer = demo.ask("GET", "/api/teams/team_northwind/jobs");
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.detail(), u"Team access is paused. Please contact support."_s);
    const WireAnswer team = demo.ask("GET", "/api/teams/team_northwind");
    QCOMPARE(team.object().value(u"credits").toObject().value(u"status").toString(), u"paused"_s);
}

void tst_DemoTeam::spellingsOfTheKey()
{
    DemoFixture demo;
    const QByteArray key = demo.gateway().virtualKey().toUtf8();
    const QByteArray path = "/api/teams/team_northwind/jobs?limit=1";
    const QByteArray wrong = "Authorization: Bearer sk-wrong\r\n";
    const QByteArray right = "Authorization: bearer\t" + key + "\r\n";
    QCOMPARE(demo.ask("GET", path, {}, right).status, 200);
    QCOMPARE(demo.ask("GET", path, {}, right + wrong).status, 200); // the first one counts
    QCOMPARE(demo.ask("GET", path, {}, wrong + right).status, 401);

    const QString id = demo.lastJob().value(u"job_id").toString();
    const QString bare = QString(id).remove(u'-');
    for (const QString &spelling : {id.toUpper(), bare, u"%7B"_s + id + u"%7D"_s})
        QCOMPARE(demo.ask("GET", "/api/jobs/" + spelling.toUtf8()).status, 200);
}

void tst_DemoTeam::usage()
{
    DemoFixture demo;
    QVERIFY(demo.call("gpt-4o-mini").complete);
    const QByteArray month = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM"_s).toUtf8();
    const QByteArray path = "/api/teams/team_northwind/usage?period=";
    const QJsonObject summary = demo.ask("GET", path + month).object().value(u"summary").toObject();
    int expected = 0;
    const QJsonArray jobs = demo.gateway().jobs();
    for (const QJsonValue &job : jobs)
        expected += job[u"created_at"].toString().startsWith(QString::fromUtf8(month)) ? 1 : 0;
    QCOMPARE(summary.value(u"total_jobs").toInt(), expected);
    const QJsonObject day = demo.ask("GET", path + month + "-01").object();
    QCOMPARE(day.value(u"summary").toObject().value(u"total_jobs").toInt(), 0);
}

void tst_DemoTeam::usagePeriod_data()
{
    QTest::addColumn<QByteArray>("period");
    QTest::addColumn<QString>("months"); // those that count
    QTest::newRow("month") << "2025-12"_ba << u"^2025-12$"_s;
    QTest::newRow("year") << "2025"_ba << u"^2025"_s;
    QTest::newRow("begun") << "202"_ba << u"^202"_s;
    QTest::newRow("all") << "%25"_ba << QString();
    QTest::newRow("any character") << "202_-01"_ba << u"-01$"_s;
    QTest::newRow("day") << "2025-12-30"_ba << u"never"_s;
    QTest::newRow("no expression") << "2025.12"_ba << u"never"_s;
}

void tst_DemoTeam::usagePeriod()
{
    QFETCH(const QByteArray, period);
    QFETCH(const QString, months);
    DemoScenario scenario = DemoFixture::small();
    scenario.now = QDateTime::fromString(u"2026-01-14T12:00:00Z"_s, Qt::ISODate);
    DemoFixture demo(scenario);
    int expected = 0;
    const QJsonArray jobs = demo.gateway().jobs();
    for (const QJsonValue &job : jobs)
        expected += job[u"created_at"].toString().left(7).contains(QRegularExpression(months));
    QCOMPARE(expected == 0, months == u"never"_s);
    const QJsonObject usage =
        demo.ask("GET", "/api/teams/team_northwind/usage?period=" + period).object();
    QCOMPARE(usage.value(u"period").toString().toUtf8(), QByteArray::fromPercentEncoding(period));
    QCOMPARE(usage.value(u"summary")[u"total_jobs"].toInt(), expected);
}

void tst_DemoTeam::everyTeamIsOpen()
{
    DemoFixture demo;
    const QJsonArray teams = demo.ask("GET", "/api/teams", {}, "Authorization:\r\n").array();
    QCOMPARE(teams.size(), 1);
    QCOMPARE(
        sortedKeys(teams.at(0).toObject()),
        QStringList({u"access_groups"_s, u"budget_mode"_s, u"created_at"_s, u"credits_allocated"_s,
                     u"credits_per_dollar"_s, u"credits_remaining"_s, u"credits_used"_s,
                     u"organization_id"_s, u"status"_s, u"team_id"_s, u"virtual_key"_s}));
    QCOMPARE(teams.at(0)[u"virtual_key"].toString(), demo.gateway().virtualKey());
    QVERIFY(naive.match(teams.at(0)[u"created_at"].toString()).hasMatch());
}

void tst_DemoTeam::credits()
{
    DemoFixture demo;
    QVERIFY(demo.call("gpt-4o-mini").complete);
    const QJsonObject balance =
        demo.ask("GET", "/api/credits/teams/team_northwind/balance").object();
    QCOMPARE(balance.value(u"credits_remaining").toInt(), 999);
    QCOMPARE(balance.value(u"credits_allocated").toInt() - balance.value(u"credits_used").toInt(),
             999);
    const QJsonObject page =
        demo.ask("GET", "/api/credits/teams/team_northwind/transactions?limit=2").object();
    QCOMPARE(page.value(u"total").toInt(), 2);
    const QJsonObject first = page.value(u"transactions").toArray().at(0).toObject();
    QCOMPARE(first.value(u"transaction_type").toString(), u"deduction"_s);
    QCOMPARE(first.value(u"credits_after").toInt(), 999);
    QCOMPARE(first.value(u"job_id"), demo.lastJob().value(u"job_id"));

    const QByteArray check = "/api/credits/teams/team_northwind/check";
    QVERIFY(demo.ask("POST", check, R"({"credits_needed":5000})")
                .object()
                .value(u"has_credits")
                .toBool());
    const QJsonObject lacking = demo.ask("POST", check + "?credits_needed=5000").object();
    QVERIFY(!lacking.value(u"has_credits").toBool());
    QVERIFY(lacking.value(u"error").toString().startsWith(
        u"Insufficient credits. Team has 999 credits remaining, but 5000 required. Allocated: "_s));
}

void tst_DemoTeam::models()
{
    DemoFixture demo;
    const QJsonArray all = demo.ask("GET", "/api/models", {}, "Authorization:\r\n").array();
    QVERIFY(all.size() > 20);
    const QJsonArray gemini = demo.ask("GET", "/api/models?provider=gemini").array();
    QVERIFY(!gemini.isEmpty() && gemini.size() < all.size());
    QVERIFY(all.at(0)[u"teams_using"].isNull());
    for (const QJsonValue &model : all) {
        QVERIFY(naive.match(model[u"created_at"].toString()).hasMatch());
        QVERIFY(naive.match(model[u"updated_at"].toString()).hasMatch());
    }
}

void tst_DemoTeam::modelGroups()
{
    DemoFixture demo;
    const auto resolve = [&demo](const QByteArray &group) {
        return demo.ask("GET", "/api/model-groups/" + group + "/resolve?team_id=team_northwind")
            .object();
    };
    QCOMPARE(resolve("ChatAgent"),
             QJsonObject({{u"group_name"_s, u"ChatAgent"_s},
                          {u"primary_model"_s, u"gpt-4o-mini"_s},
                          {u"fallback_models"_s, QJsonArray{u"claude-3-5-haiku"_s}},
                          {u"team_has_access"_s, true}}));
    QCOMPARE(resolve("ResearchAgent"),
             QJsonObject({{u"group_name"_s, u"ResearchAgent"_s},
                          {u"primary_model"_s, QJsonValue::Null},
                          {u"fallback_models"_s, QJsonArray{}},
                          {u"team_has_access"_s, false},
                          {u"error"_s, u"Team 'team_northwind' does not have access to model "
                                       u"group 'ResearchAgent'"_s}}));
}

void tst_DemoTeam::inactiveModel()
{
    DemoFixture demo;
    const QString alias = u"gpt-3.5-turbo"_s;
    const QJsonArray inactive = demo.ask("GET", "/api/models?status=inactive").array();
    QCOMPARE(inactive.size(), 1);
    QCOMPARE(inactive.at(0)[u"model_alias"].toString(), alias);
    const QJsonObject team = demo.ask("GET", "/api/teams/team_northwind").object();
    QVERIFY(team.value(u"allowed_model_aliases").toArray().contains(alias));
    const WireAnswer refused = demo.call(alias.toUtf8());
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.detail(),
             u"Team 'team_northwind' does not have access to model group 'gpt-3.5-turbo'"_s);
}

QTEST_GUILESS_MAIN(tst_DemoTeam)
#include "tst_demo_team.moc"
