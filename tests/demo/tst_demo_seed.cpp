// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoSeed.h"
#include "core/demo/ModelCatalogue.h"
#include "core/demo/Provider.h"
#include "core/demo/ReplyLibrary.h"

#include <QTest>

#include <set>

using namespace litedeck::demo;
using namespace Qt::StringLiterals;

namespace {

DemoScenario fixedScenario()
{
    DemoScenario scenario;
    scenario.now = QDateTime::fromString(u"2026-05-20T15:30:00Z"_s, Qt::ISODate);
    return scenario;
}

QList<QJsonObject> everything(const DemoScenario &scenario)
{
    DemoStore store(scenario);
    seedPast(store, scenario);
    QList<QJsonObject> all{toJson(store.team())};
    for (const JobRecord &job : store.jobs()) {
        if (job.id != store.foreignJobId())
            all.append(toJson(job));
    }
    for (const TransactionRecord &line : store.transactions())
        all.append(toJson(line, store.team()));
    return all;
}

} // namespace

class tst_DemoSeed : public QObject
{
    Q_OBJECT

private slots:
    void followsFromTheSeed();
    void ledgerAddsUp_data();
    void ledgerAddsUp();
    void pastLooksReal();
    void repliesFollowFromSeedAndPrompt();
    void piecesAreWholeCharacters();
    void modelsCoverEveryBehaviour();
};

void tst_DemoSeed::followsFromTheSeed()
{
    const DemoScenario scenario = fixedScenario();
    QCOMPARE(everything(scenario), everything(scenario));
    DemoScenario other = scenario;
    other.seed = 2;
    QVERIFY(everything(other) != everything(scenario));
}

void tst_DemoSeed::ledgerAddsUp_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : DemoScenario::names())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_DemoSeed::ledgerAddsUp()
{
    QFETCH(const QString, name);
    const DemoScenario scenario = *DemoScenario::named(name);
    DemoStore store(scenario);
    seedPast(store, scenario);
    int balance = 0;
    int allocated = 0;
    QDateTime last;
    for (const TransactionRecord &line : store.transactions()) {
        const bool takes = line.type == u"deduction"_s;
        const bool isPayment = line.type.endsWith(u"_payment"_s);
        // As on the real server, payments tell what was ever allocated.
        QCOMPARE(line.before, isPayment ? allocated : balance);
        QCOMPARE(line.after, line.before + (takes ? -line.amount : line.amount));
        QVERIFY(line.amount > 0 && line.after >= 0);
        QVERIFY(!last.isValid() || last <= line.createdAt);
        if (takes)
            QCOMPARE(store.job(line.jobId)->status, u"COMPLETED"_s);
        balance += takes ? -line.amount : line.amount;
        allocated += takes || line.type == u"refund"_s ? 0 : line.amount;
        last = line.createdAt;
    }
    QCOMPARE(balance, scenario.credits);
    QCOMPARE(store.team().remaining(), scenario.credits);
    QCOMPARE(store.jobs().size(), size_t(scenario.pastJobs + 1));
}

void tst_DemoSeed::pastLooksReal()
{
    const DemoScenario scenario = fixedScenario();
    DemoStore store(scenario);
    seedPast(store, scenario);
    QMap<QString, int> states;
    std::set<QString> types;
    int weekend = 0;
    QDateTime last;
    for (const JobRecord &job : store.jobs()) {
        if (job.teamId != store.team().id)
            continue;
        QVERIFY(!last.isValid() || last <= job.createdAt);
        last = job.createdAt;
        QVERIFY(job.createdAt < scenario.now && job.createdAt.daysTo(scenario.now) <= 41);
        QVERIFY(!job.completedAt.isValid() || job.completedAt < scenario.now);
        QCOMPARE(job.status == u"FAILED"_s, !job.error.isEmpty());
        ++states[job.status];
        types.insert(job.type);
        weekend += job.createdAt.date().dayOfWeek() > Qt::Friday ? 1 : 0;
    }
    QVERIFY(types.size() >= 6);
    QVERIFY(weekend < 40);
    QVERIFY(states.value(u"FAILED"_s) > 10 && states.value(u"FAILED"_s) < 60);
    QVERIFY(states.value(u"IN_PROGRESS"_s) + states.value(u"PENDING"_s) > 2);
    QVERIFY(last > scenario.now.addSecs(-1200));
}

void tst_DemoSeed::repliesFollowFromSeedAndPrompt()
{
    const Model model = *findModel(u"gpt-4o-mini"_s);
    const auto ask = [&](const QString &prompt) {
        const QJsonArray messages{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, prompt}}};
        return askProvider(model, messages, 0, DemoScenario{}).text;
    };
    QCOMPARE(ask(u"Plan our garden party"_s), ask(u"Plan our garden party"_s));
    QVERIFY(ask(u"Plan our garden party"_s).contains(u"garden party"_s));
    QVERIFY(ask(u"Write a Python function"_s).contains(u"```python"_s));
    QVERIFY(ask(u"Compare tea and coffee"_s).contains(u"|---|"_s));
    QVERIFY(ask(QString()).size() > 100);
    QVERIFY(!ask(QString()).contains(u"{topic}"_s));
    QCOMPARE(longText(1234).size(), 1234);
}

void tst_DemoSeed::piecesAreWholeCharacters()
{
    ProviderAnswer answer;
    answer.text = markdownTour();
    const QStringList pieces = textPieces(answer);
    QCOMPARE(pieces.join(QString()), answer.text);
    for (const QString &piece : pieces)
        QVERIFY(!piece.front().isLowSurrogate() && !piece.back().isHighSurrogate());
}

void tst_DemoSeed::modelsCoverEveryBehaviour()
{
    std::set<Behaviour> seen;
    std::set<QString> aliases;
    for (const Model &model : allModels()) {
        seen.insert(model.behaviour);
        aliases.insert(model.alias);
    }
    QCOMPARE(seen.size(), size_t(Behaviour::NullContent) + 1);
    QCOMPARE(aliases.size(), size_t(allModels().size()));
    QVERIFY(!allowedAliases().contains(u"o1-preview"_s));
}

QTEST_APPLESS_MAIN(tst_DemoSeed)
#include "tst_demo_seed.moc"
