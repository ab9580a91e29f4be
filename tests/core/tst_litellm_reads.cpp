// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobListLoader.h"
#include "core/litellm/AccountLook.h"
#include "core/server/Account.h"
#include "core/server/JobCosts.h"
#include "core/server/Model.h"

#include "LiteLlmFixture.h"

#include <QSignalSpy>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray NotForThisKey =
    "{\"detail\":\"Virtual key is not allowed to call this route. Only allowed to call routes: "
    "['llm_api_routes']. Tried to call route: /key/info\"}";
const QByteArray AdminOnly =
    "{\"error\":{\"message\":\"Authentication Error, Only proxy admin can be used to generate, "
    "delete, update info for new keys/users/teams. Route=/spend/logs. Your role=unknown. Your "
    "user_id=*******\",\"type\":\"auth_error\",\"param\":\"None\",\"code\":\"401\"}}";
const QByteArray OverBudget =
    "{\"error\":{\"message\":\"Budget has been exceeded! Key=kb (sk-...3Xcw) Current cost: "
    "0.00105, "
    "Max budget: 0.001\",\"type\":\"budget_exceeded\",\"param\":null,\"code\":\"422\"}}";
const QByteArray Blocked =
    "{\"error\":{\"message\":\"Authentication Error, Key is blocked. Update via `/key/unblock` if "
    "you're an admin.\",\"type\":\"auth_error\",\"param\":\"None\",\"code\":\"401\"}}";

QByteArrayList pathsOf(const RawServer &raw)
{
    QByteArrayList paths;
    for (const QByteArray &request : raw.requests())
        paths += request.split(' ').value(1);
    return paths;
}

} // namespace

/// What the port tells of accounts, models and the log, over the wire.
class tst_LiteLlmReads : public QObject
{
    Q_OBJECT

private slots:
    void putsTheAccountTogether();
    void tellsFirstWhatBindsFirst();
    void leavesOutWhatAKeyMayNotSee();
    void tellsWhyTheLogIsNotShown_data();
    void tellsWhyTheLogIsNotShown();
    void tellsWhoUsedHowMuch();
    void worksWithoutADatabase();
    void tellsTheAccountOverBudget();
    void failsWithTheKey();
    void isCancelledAsAWhole();
    void retriesNowWhatWaits();
    void looksUpOneModel();
    void turnsThePagesOfTheLog();
    void readsTheLogOfAnOldProxy();
    void readsOnBehindAnIdleWeek();
    void tellsWhyThereIsNoLog();
    void tellsWhatWasSpentDayByDay();
    void looksUpOneRecord();
    void saysThatThereIsNoSuchRecord();
};

void tst_LiteLlmReads::putsTheAccountTogether()
{
    LiteLlmLine line;
    line.on("/key/info", 200, payload(u"key.json"_s));
    line.on("/team/info", 200, payload(u"team.json"_s));
    line.on("/user/info", 200, payload(u"user.json"_s));
    line.on("/spend/logs", 200, "[]");
    line.on("/v1/models", 200, payload(u"models.json"_s));
    const auto account = answerOf(line.server.account());
    QVERIFY(account);
    QCOMPARE(account->team.value, u"dce959e6-c92f-4883-83e2-d14a6fa1c2ed"_s);
    QCOMPARE(account->name, u"acme"_s);
    QCOMPARE(account->status, Account::Status::Active);
    QCOMPARE(account->charges.kind, ChargeRule::Kind::Dollars);
    QCOMPARE(account->models, (QStringList{u"a-mid"_s, u"u-expensive"_s, u"u-quota"_s}));
    QCOMPARE(pathsOf(line.raw),
             (QByteArrayList{"/key/info", "/team/info?team_id=dce959e6-c92f-4883-83e2-d14a6fa1c2ed",
                             "/user/info", "/spend/logs?request_id=litedeck", "/v1/models"}));
    QCOMPARE(account->sight, (KeySight{.teamRequests = Sight::NotPermitted}));
    QCOMPARE(account->holder.value, u"dce959e6-c92f-4883-83e2-d14a6fa1c2ed/u-ann"_s);
    QCOMPARE(account->limits, (RateLimits{.requests = 60, .tokens = 50'000}));
    const auto own = std::find_if(account->shares.cbegin(), account->shares.cend(),
                                  [](const Share &share) { return share.isOwn; });
    QVERIFY(own != account->shares.cend());
}

void tst_LiteLlmReads::tellsFirstWhatBindsFirst()
{
    const ProxyBudget little{.spent = {900}, .limit = Usd{1'000}};
    const ProxyBudget much{.spent = {900}, .limit = Usd{5'000}};
    const ProxyBudget endless{.spent = {900}};
    ProxyAccount proxy;
    proxy.key = {.alias = u"key"_s, .user = u"ann"_s, .team = {u"t"_s}, .budget = endless};
    proxy.team = {.id = {u"t"_s}, .alias = u"acme"_s, .budget = much};
    proxy.team->members = {{u"bob"_s, {}}, {u"ann"_s, endless}};
    proxy.user = {.id = u"ann"_s, .budget = little};
    const Account account = accountOf(proxy);
    QList<Allowance::Scope> scopes;
    for (const Allowance &allowance : account.allowances)
        scopes += allowance.scope;
    using enum Allowance::Scope;
    QCOMPARE(scopes, (QList<Allowance::Scope>{User, Team, Key, Member}));
    QCOMPARE(account.binding()->left, std::optional<qint64>(100));
    QCOMPARE(account.binding()->unit, AmountUnit::NanoDollars);
    QVERIFY(!account.creditsLeft());
    QVERIFY(!account.allowances.constLast().limit);
}

void tst_LiteLlmReads::leavesOutWhatAKeyMayNotSee()
{
    LiteLlmLine line;
    line.on("/key/info", 403, NotForThisKey);
    line.on("/v1/models", 200, payload(u"models.json"_s));
    const auto account = answerOf(line.server.account());
    QVERIFY(account);
    QCOMPARE(account->models.size(), 3);
    QCOMPARE(account->sight, (KeySight{Sight::CallsOnly, Sight::CallsOnly, Sight::CallsOnly}));
    QCOMPARE(pathsOf(line.raw), (QByteArrayList{"/key/info", "/v1/models"}));
}

void tst_LiteLlmReads::tellsWhyTheLogIsNotShown_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("team");
    QTest::addColumn<bool>("hasLog");
    QTest::addColumn<KeySight>("sight");
    const QByteArray person = R"({"key":"0","info":{"user_id":"ann","team_id":"t"}})";
    const QByteArray closed = R"({"team_id":"t","team_info":{"team_member_permissions":[]}})";
    const QByteArray open =
        R"({"team_id":"t","team_info":{"team_member_permissions":["/key/info","/spend/logs"]}})";
    QTest::newRow("a person's key")
        << person << closed << true << KeySight{.teamRequests = Sight::NotPermitted};
    QTest::newRow("of a team that shows all") << person << open << true << KeySight();
    QTest::newRow("a person without the right")
        << person << closed << false
        << KeySight{.requests = Sight::NotPermitted, .teamRequests = Sight::NotPermitted};
    QTest::newRow("nobody's key, which is not even tried")
        << QByteArray(R"({"key":"0","info":{"team_id":"t"}})") << closed << true
        << KeySight{.requests = Sight::NobodysKey, .teamRequests = Sight::NobodysKey};
    QTest::newRow("nobody's key in a team that shows all")
        << QByteArray(R"({"key":"0","info":{"team_id":"t"}})") << open << true
        << KeySight{.requests = Sight::NobodysKey, .teamRequests = Sight::NobodysKey};
    QTest::newRow("a key outside of teams")
        << QByteArray(R"({"key":"0","info":{"user_id":"ann"}})") << closed << true
        << KeySight{.teamRequests = Sight::NotThere};
}

void tst_LiteLlmReads::tellsWhyTheLogIsNotShown()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, team);
    QFETCH(bool, hasLog);
    QFETCH(KeySight, sight);
    LiteLlmLine line;
    line.on("/key/info", 200, key);
    line.on("/team/info", 200, team);
    line.on("/user/info", 200, payload(u"user.json"_s));
    line.on("/spend/logs", hasLog ? 200 : 401, hasLog ? "[]" : AdminOnly);
    line.on("/v1/models", 200, payload(u"models.json"_s));
    const auto account = answerOf(line.server.account());
    QVERIFY(account);
    QCOMPARE(account->sight, sight);
}

void tst_LiteLlmReads::tellsWhoUsedHowMuch()
{
    ProxyAccount proxy;
    proxy.key = KeyInfo{.alias = u"mine"_s, .user = u"ann"_s, .team = {u"t"_s}};
    proxy.team = {.id = {u"t"_s}};
    proxy.team->members = {{u"ann"_s, {.spent = {300}, .limit = Usd{500}}},
                           {u"bob"_s, {.spent = {700}}}};
    proxy.team->keys = {{u"mine"_s, {.spent = {200}}}, {u"sk-...1vMw"_s, {.spent = {800}}}};
    using enum Share::Kind;
    const QList<Share> expected = {
        {.kind = Key, .name = u"sk-...1vMw"_s, .used = 800},
        {.kind = Member, .name = u"bob"_s, .used = 700},
        {.kind = Member, .name = u"ann"_s, .isOwn = true, .used = 300, .limit = 500},
        {.kind = Key, .name = u"mine"_s, .isOwn = true, .used = 200}};
    QCOMPARE(accountOf(proxy).shares, expected);
}

void tst_LiteLlmReads::worksWithoutADatabase()
{
    LiteLlmLine line;
    line.on("/key/info", 500,
            R"({"detail":{"error":"Database not connected. Connect a database to your proxy"}})");
    line.on("/v1/models", 200, payload(u"models.json"_s));
    const auto account = answerOf(line.server.account());
    QVERIFY(account);
    QCOMPARE(account->models.size(), 3);
    QVERIFY(account->allowances.isEmpty());
}

void tst_LiteLlmReads::tellsTheAccountOverBudget()
{
    LiteLlmLine line;
    line.on("/key/info", 200,
            R"({"key":"0","info":{"blocked":true,"spend":1.0,"max_budget":0.5}})");
    line.on("/v1/models", 422, OverBudget);
    const auto account = answerOf(line.server.account());
    QVERIFY(account);
    QVERIFY(account->models.isEmpty());
    QCOMPARE(account->status, Account::Status::Suspended);
    QCOMPARE(account->allowances.size(), 1);
    QVERIFY(account->isUsedUp());
}

void tst_LiteLlmReads::failsWithTheKey()
{
    LiteLlmLine line;
    line.on("/key/info", 401, Blocked);
    const auto account = answerOf(line.server.account());
    QVERIFY(!account);
    QCOMPARE(account.error().httpStatus, 401);
    QCOMPARE(line.raw.requests().size(), 1);
}

void tst_LiteLlmReads::isCancelledAsAWhole()
{
    LiteLlmLine line;
    Reply<Account> *account = line.server.account();
    int count = 0;
    std::optional<ErrorCategory> category;
    account->then(this, [&](const Expected<Account, Error> &answer) {
        ++count;
        if (!answer)
            category = answer.error().category;
    });
    const QPointer<QObject> guard(account);
    account->cancel();
    QCOMPARE(category, std::optional(ErrorCategory::Cancelled));
    QTRY_VERIFY(!guard);
    QCOMPARE(count, 1);
    QVERIFY(line.raw.requests().isEmpty());
}

void tst_LiteLlmReads::retriesNowWhatWaits()
{
    LiteLlmLine line;
    line.on("/key/info", {RawServer::reply(503, "{}"), RawServer::reply(403, NotForThisKey)});
    line.on("/v1/models", 200, payload(u"models.json"_s));
    Reply<Account> *account = line.server.account();
    QSignalSpy retries(account, &ReplyBase::retryScheduled);
    std::optional<bool> isThere;
    account->then(this,
                  [&](const Expected<Account, Error> &answer) { isThere = answer.hasValue(); });
    QTRY_COMPARE(retries.size(), 1);
    account->retryNow();
    QTRY_COMPARE(isThere, std::optional(true));
}

void tst_LiteLlmReads::looksUpOneModel()
{
    LiteLlmLine line;
    line.on("/model_group/info", 200, payload(u"groups.json"_s));
    const auto model = answerOf(line.server.model({u"u-ok"_s}));
    QVERIFY(model);
    QCOMPARE(model->inputPrice, std::optional(3.0));
    QCOMPARE(pathsOf(line.raw).constFirst(), "/model_group/info?model_group=u-ok");
}

void tst_LiteLlmReads::turnsThePagesOfTheLog()
{
    LiteLlmLine line;
    line.on("/spend/logs/v2", 200, payload(u"log-page.json"_s));
    const auto page = answerOf(line.server.records(2, u"3"_s));
    QVERIFY(page);
    QCOMPARE(page->records.size(), 2);
    QCOMPARE(page->records.constFirst().status, RecordStatus::Failed);
    QCOMPARE(page->next, u"4"_s);
    QCOMPARE(pathsOf(line.raw).constFirst(),
             "/spend/logs/v2?start_date=2026-08-24%2009:16:40&end_date=2026-11-23%2009:16:40&page=3"
             "&page_size=2");
    const auto last = answerOf(line.server.records(3, {}));
    QVERIFY(last);
    QVERIFY(last->next.isEmpty());
    QVERIFY(pathsOf(line.raw).constLast().endsWith("&page=1&page_size=3"));
}

void tst_LiteLlmReads::readsTheLogOfAnOldProxy()
{
    LiteLlmLine line;
    line.on("/spend/logs/v2", 401, AdminOnly);
    line.on("/spend/logs", 200, payload(u"row-stream.json"_s));
    const auto newest = answerOf(line.server.records(50, {}));
    QVERIFY(newest);
    QCOMPARE(newest->records.size(), 1);
    QCOMPARE(pathsOf(line.raw).constLast(),
             "/spend/logs?start_date=2026-11-16&end_date=2026-11-23&summarize=false");
    const auto before = answerOf(line.server.records(50, newest->next));
    QVERIFY(before);
    QCOMPARE(pathsOf(line.raw).constLast(),
             "/spend/logs?start_date=2026-11-09&end_date=2026-11-16&summarize=false");
    QString cursor = before->next;
    int pages = 2;
    for (; !cursor.isEmpty() && pages < 100; ++pages)
        cursor = answerOf(line.server.records(50, cursor))->next;
    QCOMPARE(pages, 13); // weeks
}

void tst_LiteLlmReads::readsOnBehindAnIdleWeek()
{
    LiteLlmLine line;
    line.on("/spend/logs/v2", 401, AdminOnly);
    line.on("/spend/logs",
            {RawServer::reply(200, "[]"), RawServer::reply(200, payload(u"row-stream.json"_s)),
             RawServer::reply(200, "[]")});
    const Redactor redactor;
    JobListLoader loader(line.server, redactor);
    QSignalSpy finished(&loader, &JobListLoader::finished);
    int records = 0;
    connect(&loader, &JobListLoader::pageArrived, this,
            [&records](const QList<Record> &page) { records += int(page.size()); });
    loader.start();
    QVERIFY(finished.wait());
    QCOMPARE(records, 1);
    QVERIFY(pathsOf(line.raw).size() > 10);
}

void tst_LiteLlmReads::tellsWhyThereIsNoLog()
{
    LiteLlmLine line;
    line.on("/spend/logs/v2", 401, AdminOnly);
    line.on("/spend/logs", 401, AdminOnly);
    const auto page = answerOf(line.server.records(50, {}));
    QVERIFY(!page);
    QCOMPARE(page.error().category, ErrorCategory::PermissionDenied);
}

void tst_LiteLlmReads::tellsWhatWasSpentDayByDay()
{
    LiteLlmLine line;
    line.on("/user/daily/activity/aggregated", 200, payload(u"activity.json"_s));
    QVERIFY(line.server.features().history);
    const auto days = answerOf(line.server.history()->since(QDate(2026, 11, 1)));
    QVERIFY(days);
    QCOMPARE(pathsOf(line.raw).constFirst(),
             "/user/daily/activity/aggregated?start_date=2026-11-01&end_date=2026-11-22");
    QCOMPARE(days->size(), 1);
    const DaySpending &day = days->constFirst();
    QCOMPARE(day.day, QDate(2026, 12, 1));
    const Spending all{.cost = {1'050'000}, .requests = 9, .failed = 8, .tokens = 230};
    QCOMPARE(day.all, all);
    QCOMPARE(day.models.size(), 2);
    QCOMPARE(day.models.constFirst().name, u"u-think"_s);
    QCOMPARE(day.models.constLast().failed, 8);
    QCOMPARE(day.keys.constFirst().name, u"member"_s);
    QCOMPARE(day.keys.constFirst().cost, all.cost);
}

void tst_LiteLlmReads::looksUpOneRecord()
{
    LiteLlmLine line;
    line.on("/spend/logs", 200, payload(u"row-stream.json"_s));
    const auto record = answerOf(line.server.record({u"KEYA-1"_s}));
    QVERIFY(record);
    QCOMPARE(record->id.value, u"KEYA-1"_s);
    const auto costs = answerOf(line.server.costs({u"KEYA-1"_s}));
    QVERIFY(costs);
    QCOMPARE(costs->total, Usd{1'050'000});
    const auto raw = line.server.rawRecord({u"KEYA-1"_s});
    QCOMPARE(raw.size(), 1);
    const auto row = answerOf(raw.constFirst().second);
    QVERIFY(row);
    QCOMPARE((*row)["session_id"_L1].toString(), u"conv-1"_s);
    QCOMPARE(pathsOf(line.raw).constLast(), "/spend/logs?request_id=KEYA-1");
}

void tst_LiteLlmReads::saysThatThereIsNoSuchRecord()
{
    LiteLlmLine line;
    line.on("/spend/logs", 200, "[]");
    const auto record = answerOf(line.server.record({u"gone"_s}));
    QVERIFY(!record);
    QCOMPARE(record.error().category, ErrorCategory::NotFound);
}

QTEST_GUILESS_MAIN(tst_LiteLlmReads)
#include "tst_litellm_reads.moc"
