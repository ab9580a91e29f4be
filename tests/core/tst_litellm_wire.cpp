// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "core/litellm/KeyInfo.h"
#include "core/litellm/ModelInfo.h"
#include "core/litellm/SpendLog.h"

#include "LiteLlmFixture.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

SpendRow rowIn(const QString &file)
{
    const auto rows = parseSpendRows(payload(file));
    return rows && rows->size() == 1 ? rows->constFirst() : SpendRow();
}

QDateTime utc(const QString &time)
{
    return parseServerTime(time);
}

} // namespace

class tst_LiteLlmWire : public QObject
{
    Q_OBJECT

private slots:
    void readsAReplyThatStreamed();
    void readsWhatARowTellsBesides();
    void readsATimeoutThatWasCharged();
    void readsWhatAClientLeft();
    void readsWhatFailedAtTheDoor();
    void knowsNoCostWithoutAPrice();
    void knowsThatTheStoreIsFree();
    void addsUpTheRowsOfAnAttempt();
    void readsAPageOfTheLog();
    void keepsTheCodeOfTheProxyOut();
    void makesARecordOfARow();
    void readsTheKey();
    void readsTheTeam();
    void readsTheUser();
    void readsTheModels();
    void saysWhatDoesNotFit();
};

void tst_LiteLlmWire::readsAReplyThatStreamed()
{
    const SpendRow row = rowIn(u"row-stream.json"_s);
    QCOMPARE(row.requestId, u"chatcmpl-e830f1160fec45fca9b5"_s);
    QCOMPARE(row.callId, u"KEYA-1"_s);
    QCOMPARE(row.kind, u"acompletion"_s);
    QCOMPARE(row.spend, Usd{1'050'000});
    QCOMPARE(row.promptTokens, 100);
    QCOMPARE(row.completionTokens, 50);
    QCOMPARE(row.startedAt, utc(u"2026-11-30T22:20:53.328Z"_s));
    QCOMPARE(row.endedAt, utc(u"2026-11-30T22:20:53.553Z"_s));
    QCOMPARE(row.model, u"u-ok"_s);
    QCOMPARE(row.user, u"u-ann"_s);
    QCOMPARE(row.call.callKey, u"KEYA"_s);
    QCOMPARE(row.call.turn.value, u"turn-1"_s);
    QVERIFY(!row.hasFailed && !row.detail.isFromCache && row.isCharged() && row.failure.isEmpty());
}

void tst_LiteLlmWire::readsWhatARowTellsBesides()
{
    const auto rows = parseSpendPage(payload(u"log-detail.json"_s));
    QVERIFY(rows && rows->size() == 2);
    const RequestDetail good{.session = u"37d3a643-7b12-43dc-b6b5-70fd089a0b87"_s,
                             .provider = u"openai"_s,
                             .key = u"member"_s,
                             .untilFirstToken = Milliseconds(42),
                             .cachedTokens = 40,
                             .reasoningTokens = 4,
                             .inputCost = Usd{300'000},
                             .outputCost = Usd{750'000},
                             .cacheReadCost = Usd{120'000}};
    QCOMPARE(rows->at(0).detail, good);
    const RequestDetail failed{.session = u"d771ca43-7482-45a2-b620-f653b0da9471"_s,
                               .modelAsked = u"u-ok"_s,
                               .provider = u"anthropic"_s,
                               .key = u"member"_s,
                               .retries = 2,
                               .fallbacks = 1,
                               .guardrails = {u"mask"_s},
                               .tags = {u"batch"_s},
                               .errorClass = u"InternalServerError"_s,
                               .errorCode = u"500"_s,
                               .errorCause = u"503_PROVIDER_OVERLOADED"_s};
    QCOMPARE(rows->at(1).detail, failed);
    QCOMPARE(costsOf(*rows).calls.constFirst().detail, std::optional(good));
    QCOMPARE(recordOf(rows->at(0)).group, good.session);
}

void tst_LiteLlmWire::readsATimeoutThatWasCharged()
{
    const SpendRow row = rowIn(u"row-timeout.json"_s);
    QCOMPARE(row.requestId, u"KEYD-1"_s);
    QCOMPARE(row.spend, Usd{24'000});
    QVERIFY(row.hasFailed);
    QVERIFY(row.isCharged());
    QVERIFY(row.failure.startsWith("litellm.Timeout: APITimeoutError"_L1));
    QVERIFY(row.call.callKey.isEmpty());
}

void tst_LiteLlmWire::readsWhatAClientLeft()
{
    const SpendRow row = rowIn(u"row-dropped.json"_s);
    QCOMPARE(row.callId, u"DROP-1"_s);
    QCOMPARE(row.spend, Usd{114'000});
    QVERIFY(!row.hasFailed && row.failure.isEmpty());
}

void tst_LiteLlmWire::readsWhatFailedAtTheDoor()
{
    const SpendRow row = rowIn(u"row-unknown-model.json"_s);
    QVERIFY(row.hasFailed);
    QVERIFY(!row.isCharged());
    QCOMPARE(row.model, u"unknown-model"_s);
}

void tst_LiteLlmWire::knowsNoCostWithoutAPrice()
{
    const SpendRow row = rowIn(u"row-noprice.json"_s);
    QCOMPARE(row.spend, Usd());
    QVERIFY(row.isCharged());
    const Charge charge = chargeOf({row});
    QVERIFY(!charge.cost.isKnown());
    QCOMPARE(charge.promptTokens, Measured<qint64>::reported(100));
}

void tst_LiteLlmWire::knowsThatTheStoreIsFree()
{
    SpendRow row = rowIn(u"row-noprice.json"_s);
    row.detail.isFromCache = true;
    QVERIFY(!row.isCharged());
    QCOMPARE(chargeOf({row}).cost, Measured<Usd>::reported({}));
}

void tst_LiteLlmWire::addsUpTheRowsOfAnAttempt()
{
    const SpendRow timeout = rowIn(u"row-timeout.json"_s);
    const SpendRow reply = rowIn(u"row-stream.json"_s);
    const Charge charge = chargeOf({timeout, timeout, reply});
    QCOMPARE(charge.cost, Measured<Usd>::reported({1'098'000}));
    QCOMPARE(charge.promptTokens, Measured<qint64>::reported(116));
    QCOMPARE(charge.completionTokens, Measured<qint64>::reported(50));
    const JobCosts costs = costsOf({timeout, reply});
    QCOMPARE(costs.total, Usd{1'074'000});
    QCOMPARE(costs.calls.size(), 2);
    QCOMPARE(costs.calls.constLast().model, u"u-ok"_s);
}

void tst_LiteLlmWire::readsAPageOfTheLog()
{
    const auto rows = parseSpendPage(payload(u"log-page.json"_s));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).callId, u"NS-1"_s);
    QCOMPARE(rows->at(1).startedAt, utc(u"2026-11-30T22:29:47.774Z"_s));
}

void tst_LiteLlmWire::keepsTheCodeOfTheProxyOut()
{
    const auto rows = parseRawRows(payload(u"row-timeout.json"_s));
    QVERIFY(rows);
    const QJsonObject error = rows->constFirst()["metadata"_L1]["error_information"_L1].toObject();
    QCOMPARE(error["error_code"_L1].toString(), u"408"_s);
    QVERIFY(!error.contains("traceback"_L1));
}

void tst_LiteLlmWire::makesARecordOfARow()
{
    const Record reply = recordOf(rowIn(u"row-stream.json"_s));
    QCOMPARE(reply.id.value, u"KEYA-1"_s);
    QCOMPARE(reply.status, RecordStatus::Completed);
    QCOMPARE(reply.models, QStringList{u"u-ok"_s});
    QCOMPARE(reply.call.callKey, u"KEYA"_s);
    QCOMPARE(reply.charging, Charging::Charged);
    QCOMPARE(reply.charge.cost, Measured<Usd>::reported({1'050'000}));
    QCOMPARE(reply.charge.tokens(), Measured<qint64>::reported(150));
    const Record failure = recordOf(rowIn(u"row-unknown-model.json"_s));
    QCOMPARE(failure.id.value, u"NS-1"_s);
    QCOMPARE(failure.status, RecordStatus::Failed);
    QCOMPARE(failure.charging, Charging::None);
    QVERIFY(failure.errorMessage.contains("Invalid model name"_L1));
    // Another client's call is known by the proxy's own id.
    QCOMPARE(recordOf(rowIn(u"row-noprice.json"_s)).id.value, u"chatcmpl-4db26c5571d0442e8fa1"_s);
}

void tst_LiteLlmWire::readsTheKey()
{
    const auto key = parseKeyInfo(payload(u"key.json"_s));
    QVERIFY(key);
    QCOMPARE(key->alias, u"member"_s);
    QCOMPARE(key->user, u"u-ann"_s);
    QCOMPARE(key->team.value, u"dce959e6-c92f-4883-83e2-d14a6fa1c2ed"_s);
    QCOMPARE(key->budget.spent, Usd{5'640'000});
    QCOMPARE(key->budget.limit, std::optional(Usd{2'000'000'000}));
    QCOMPARE(key->budget.period, u"1d"_s);
    QCOMPARE(key->budget.resetsAt, std::optional(utc(u"2026-12-01T00:00:00Z"_s)));
    QCOMPARE(key->requestsPerMinute, std::optional<qint64>(60));
    QVERIFY(!key->isBlocked && !key->expiresAt);
}

void tst_LiteLlmWire::readsTheTeam()
{
    const auto team = parseTeamInfo(payload(u"team.json"_s));
    QVERIFY(team);
    QCOMPARE(team->alias, u"acme"_s);
    QCOMPARE(team->budget.limit, std::optional(Usd{10'000'000'000}));
    QCOMPARE(team->members.size(), 3);
    const ProxyBudget ann = team->members.value(u"u-ann"_s);
    QCOMPARE(ann.spent, Usd{5'640'000});
    QCOMPARE(ann.limit, std::optional(Usd{3'000'000'000}));
    QVERIFY(!team->members.value(u"u-bob"_s).limit);
}

void tst_LiteLlmWire::readsTheUser()
{
    const auto user = parseUserInfo(payload(u"user.json"_s));
    QVERIFY(user);
    QCOMPARE(user->id, u"u-ann"_s);
    QCOMPARE(user->budget.period, u"7d"_s);
    QCOMPARE(user->budget.limit, std::optional(Usd{5'000'000'000}));
}

void tst_LiteLlmWire::readsTheModels()
{
    const auto names = parseModelNames(payload(u"models.json"_s));
    QVERIFY(names);
    QCOMPARE(*names, (QStringList{u"a-mid"_s, u"u-expensive"_s, u"u-quota"_s}));
    const auto priced = parseModelInfo(payload(u"groups.json"_s), {u"a-ok"_s});
    QVERIFY(priced);
    QCOMPARE(priced->provider, u"anthropic"_s);
    QCOMPARE(priced->inputPrice, std::optional(3.0));
    QCOMPARE(priced->outputPrice, std::optional(15.0));
    const auto noPrice = parseModelInfo(payload(u"groups.json"_s), {u"u-noprice"_s});
    QVERIFY(noPrice && !noPrice->inputPrice);
    const auto unknown = parseModelInfo(R"({"data":[]})", {u"x"_s});
    QVERIFY(unknown);
    QCOMPARE(unknown->alias.value, u"x"_s);
}

void tst_LiteLlmWire::saysWhatDoesNotFit()
{
    QVERIFY(!parseSpendRows(R"({"error":"x"})"));
    QVERIFY(!parseSpendPage("[]"));
    QVERIFY(!parseRawRows("nothing"));
    QCOMPARE(parseSpendRows(R"([{"request_id":7}])").error(),
             u"log.data.0.request_id: expected text, found a number"_s);
    QCOMPARE(parseKeyInfo("{}").error(), u"key.info: expected an object, found nothing"_s);
    QVERIFY(!parseModelNames("[]"));
}

QTEST_APPLESS_MAIN(tst_LiteLlmWire)
#include "tst_litellm_wire.moc"
