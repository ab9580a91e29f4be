// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/Account.h"
#include "core/server/JobCosts.h"

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
    void leavesOutWhatAKeyMayNotSee();
    void tellsTheAccountOverBudget();
    void failsWithTheKey();
    void isCancelledAsAWhole();
    void retriesNowWhatWaits();
    void looksUpOneModel();
    void turnsThePagesOfTheLog();
    void looksUpOneRecord();
    void saysThatThereIsNoSuchRecord();
};

void tst_LiteLlmReads::putsTheAccountTogether()
{
    LiteLlmLine line;
    line.on("/key/info", 200, payload(u"key.json"_s));
    line.on("/team/info", 200, payload(u"team.json"_s));
    line.on("/user/info", 200, payload(u"user.json"_s));
    line.on("/v1/models", 200, payload(u"models.json"_s));
    const auto account = answerOf(line.server.account());
    QVERIFY(account);
    QCOMPARE(account->id.value, u"dce959e6-c92f-4883-83e2-d14a6fa1c2ed"_s);
    QCOMPARE(account->balance.status, TeamStatus::Active);
    QCOMPARE(account->models, (QStringList{u"a-mid"_s, u"u-expensive"_s, u"u-quota"_s}));
    QCOMPARE(pathsOf(line.raw),
             (QByteArrayList{"/key/info", "/team/info?team_id=dce959e6-c92f-4883-83e2-d14a6fa1c2ed",
                             "/user/info", "/v1/models"}));
}

void tst_LiteLlmReads::leavesOutWhatAKeyMayNotSee()
{
    LiteLlmLine line;
    line.on("/key/info", 403, NotForThisKey);
    line.on("/v1/models", 200, payload(u"models.json"_s));
    const auto account = answerOf(line.server.account());
    QVERIFY(account);
    QCOMPARE(account->models.size(), 3);
    QCOMPARE(pathsOf(line.raw), (QByteArrayList{"/key/info", "/v1/models"}));
}

void tst_LiteLlmReads::tellsTheAccountOverBudget()
{
    LiteLlmLine line;
    line.on("/key/info", 200, R"({"key":"0","info":{"blocked":true,"spend":1.0}})");
    line.on("/v1/models", 422, OverBudget);
    const auto account = answerOf(line.server.account());
    QVERIFY(account);
    QVERIFY(account->models.isEmpty());
    QCOMPARE(account->balance.status, TeamStatus::Suspended);
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
    Reply<Team> *account = line.server.account();
    int count = 0;
    std::optional<ErrorCategory> category;
    account->then(this, [&](const Expected<Team, Error> &answer) {
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
    Reply<Team> *account = line.server.account();
    QSignalSpy retries(account, &ReplyBase::retryScheduled);
    std::optional<bool> isThere;
    account->then(this, [&](const Expected<Team, Error> &answer) { isThere = answer.hasValue(); });
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
    const auto page = answerOf(line.server.records(2, 4));
    QVERIFY(page);
    QCOMPARE(page->jobs.size(), 2);
    QCOMPARE(page->offset, 4);
    QVERIFY(page->mayHaveMore);
    QCOMPARE(page->jobs.constFirst().status, JobStatus::Failed);
    QCOMPARE(pathsOf(line.raw).constFirst(),
             "/spend/logs/v2?start_date=2026-08-24%2009:16:40&end_date=2026-11-23%2009:16:40&page=3"
             "&page_size=2");
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
