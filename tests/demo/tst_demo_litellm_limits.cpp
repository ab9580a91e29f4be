// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProxyFixture.h"

#include <QTest>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

/// What the plain proxy refuses since too much was asked or spent.
class tst_DemoLitellmLimits : public QObject
{
    Q_OBJECT

private slots:
    void limitsRequests();
    void refusesOverEachBudget_data();
    void refusesOverEachBudget();
    void goesOnAfterTheReset();
};

void tst_DemoLitellmLimits::limitsRequests()
{
    DemoScenario scenario = ProxyFixture::small();
    scenario.proxy.requestsPerMinute = 2;
    ProxyFixture proxy(scenario);
    QCOMPARE(proxy.whole("gpt-4o").header("x-ratelimit-api_key-remaining-requests"), "1");
    QCOMPARE(proxy.whole("gpt-4o").status, 200);
    const WireAnswer refused = proxy.whole("gpt-4o", "third");
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.header("retry-after").toInt() > 0);
    QVERIFY(refused.header("retry-after").toInt() <= 61);
    QCOMPARE(refused.header("rate_limit_type"), "requests");
    QVERIFY(refused.header("reset_at").endsWith(" utc"));
    QCOMPARE(proxy.rowOf("third")[u"spend"_s].toDouble(), 0.0);
    proxy.gateway().withProxy([](ProxyStore &store) { store.elapse(std::chrono::seconds(61)); });
    QCOMPARE(proxy.whole("gpt-4o").status, 200);
}

void tst_DemoLitellmLimits::refusesOverEachBudget_data()
{
    QTest::addColumn<int>("payer");
    QTest::addColumn<QString>("text");
    QTest::newRow("key") << int(Payer::Key) << u"Budget has been exceeded! Key="_s;
    QTest::newRow("member") << int(Payer::Member) << u"Budget has been exceeded! TeamMember="_s;
    QTest::newRow("user") << int(Payer::User) << u"ExceededBudget: User="_s;
    QTest::newRow("team") << int(Payer::Team) << u"Budget has been exceeded! Team="_s;
}

void tst_DemoLitellmLimits::refusesOverEachBudget()
{
    QFETCH(const int, payer);
    QFETCH(const QString, text);
    for (const bool isOld : {false, true}) {
        ProxyFixture proxy;
        proxy.gateway().withProxy([payer, isOld](ProxyStore &store) {
            ProxyBudget &budget = store.budget(static_cast<Payer>(payer));
            budget.spend = *budget.limit;
            store.traits().isOld = isOld;
        });
        const WireAnswer answer = proxy.whole("gpt-4o");
        QCOMPARE(answer.status, isOld ? 400 : 422);
        QCOMPARE(answer.object()[u"error"_s][u"type"].toString(), u"budget_exceeded"_s);
        if (!isOld)
            QVERIFY2(messageOf(answer).startsWith(text), qPrintable(messageOf(answer)));
        QCOMPARE(proxy.get("/v1/models").status, isOld ? 400 : 422);
        QCOMPARE(proxy.get("/key/info").status, 200);
    }
}

void tst_DemoLitellmLimits::goesOnAfterTheReset()
{
    DemoScenario scenario = ProxyFixture::small();
    scenario.proxy.isOverBudget = true;
    ProxyFixture proxy(scenario);
    QCOMPARE(proxy.whole("gpt-4o").status, 422);
    proxy.gateway().withProxy([](ProxyStore &store) { store.elapse(std::chrono::hours(13)); });
    QCOMPARE(proxy.whole("gpt-4o").status, 200);
    const QJsonObject info = proxy.get("/key/info").object()[u"info"_s].toObject();
    QVERIFY(info[u"spend"_s].toDouble() < 0.1);
    QVERIFY(info[u"total_spend"_s].toDouble() > 2.5);
    QCOMPARE(info[u"budget_reset_at"_s].toString(), u"2026-05-16T00:00:00Z"_s);
}

QTEST_GUILESS_MAIN(tst_DemoLitellmLimits)
#include "tst_demo_litellm_limits.moc"
