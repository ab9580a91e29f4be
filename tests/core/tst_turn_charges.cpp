// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/TurnCharges.h"

#include "core/errors/Verdict.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const auto One = Measured<qint64>::reported(1);

OpenCall callOf(const QString &key)
{
    return {.callKey = key, .turn = {u"t"_s}};
}

CallFinding paid(const QString &job)
{
    return {.fate = CallFate::Charged,
            .job = {job},
            .charge = {.cost = Measured<Usd>::reported({54'000}),
                       .credits = One,
                       .promptTokens = Measured<qint64>::reported(13),
                       .completionTokens = Measured<qint64>::reported(47)}};
}

CallFinding never(const Charge &charge)
{
    return {.fate = CallFate::NeverRan, .charge = charge};
}

Turn askedWith(const QString &key)
{
    Turn turn;
    turn.id = {u"t"_s};
    turn.callKey = key;
    return turn;
}

Error doubtful(std::optional<CallFate> fate = {})
{
    Error error;
    error.outcome = Outcome::Ambiguous;
    return fate ? withFate(error, *fate) : error;
}

} // namespace

class tst_TurnCharges : public QObject
{
    Q_OBJECT

private slots:
    void booksTheLastCallAsTheCost();
    void booksAnEarlierCallAsLost();
    void booksEachJobOnce();
    void booksWhatEarlierAttemptsTook();
    void knowsTheCallOfAnOlderTurnByItsJob();
    void putsAsideWhatWasPaid();
    void correctsWhatWasFoundTooEarly();
    void bookedInDollars();
    void saysWhatAskingAgainCosts_data();
    void saysWhatAskingAgainCosts();
};

void tst_TurnCharges::booksTheLastCallAsTheCost()
{
    Turn turn = askedWith(u"a"_s);
    TurnCharges::book(turn, callOf(u"a"_s), paid(u"j1"_s));
    QCOMPARE(turn.jobId.value, u"j1"_s);
    QCOMPARE(turn.cost.credits, One);
    QCOMPARE(turn.cost.cost, Measured<Usd>::reported({54'000}));
    QCOMPARE(turn.cost.totalTokens, Measured<qint64>::reported(60));
    QVERIFY(turn.lost.isEmpty());
    QVERIFY(!TurnCharges::lostCredits(turn).isKnown());
}

void tst_TurnCharges::booksAnEarlierCallAsLost()
{
    Turn turn = askedWith(u"b"_s);
    turn.error = doubtful();
    TurnCharges::book(turn, callOf(u"a"_s), paid(u"j1"_s));
    QVERIFY(turn.jobId.isEmpty());
    QVERIFY(!turn.cost.credits.isKnown());
    QCOMPARE(turn.error, std::optional(doubtful()));
    QCOMPARE(TurnCharges::lostCredits(turn), One);
    QCOMPARE(TurnCharges::lostCost(turn), Measured<Usd>::reported({54'000}));
}

void tst_TurnCharges::booksEachJobOnce()
{
    Turn turn = askedWith(u"b"_s);
    for (int i = 0; i < 3; ++i) {
        TurnCharges::book(turn, callOf(u"a"_s), paid(u"j1"_s));
        TurnCharges::book(turn, callOf(u"b"_s), paid(u"j2"_s));
    }
    QCOMPARE(turn.cost.credits, One);
    QCOMPARE(TurnCharges::lostCredits(turn), One);
}

void tst_TurnCharges::booksWhatEarlierAttemptsTook()
{
    Turn turn = askedWith(u"a"_s);
    TurnCharges::book(turn, callOf(u"a"_s), paid(u"j1"_s));
    // A second job of the same call shows up: the newest one is the reply's.
    CallFinding both = paid(u"j2"_s);
    both.lost = {{.job = {u"j1"_s}, .credits = One}};
    TurnCharges::book(turn, callOf(u"a"_s), both);
    QCOMPARE(turn.jobId.value, u"j2"_s);
    QCOMPARE(turn.lost.size(), 1);
    QCOMPARE(TurnCharges::lostCredits(turn), One);
}

void tst_TurnCharges::knowsTheCallOfAnOlderTurnByItsJob()
{
    Turn turn = askedWith({});
    TurnCharges::book(turn, callOf(u"a"_s), paid(u"j1"_s));
    QCOMPARE(turn.jobId.value, u"j1"_s);
    TurnCharges::book(turn, callOf(u"b"_s), paid(u"j2"_s));
    QCOMPARE(turn.jobId.value, u"j1"_s);
    QCOMPARE(TurnCharges::lostCredits(turn), One);
}

void tst_TurnCharges::putsAsideWhatWasPaid()
{
    Turn turn = askedWith(u"a"_s);
    TurnCharges::putAside(turn);
    QVERIFY(turn.lost.isEmpty());
    TurnCharges::book(turn, callOf(u"a"_s), paid(u"j1"_s));
    TurnCharges::putAside(turn);
    TurnCharges::putAside(turn);
    QCOMPARE(turn.lost.size(), 1);
    QCOMPARE(turn.lost.constFirst().credits, One);
}

void tst_TurnCharges::correctsWhatWasFoundTooEarly()
{
    Turn turn = askedWith(u"a"_s);
    turn.error = doubtful();
    TurnCharges::book(turn, callOf(u"a"_s), never({.credits = Measured<qint64>::reported(0)}));
    QCOMPARE(turn.cost.credits, Measured<qint64>::reported(0));
    QCOMPARE(turn.error->outcome, Outcome::Rejected);
    TurnCharges::book(turn, callOf(u"a"_s), paid(u"late"_s));
    QCOMPARE(turn.cost.credits, One);
    QCOMPARE(turn.error->outcome, Outcome::Committed);
    QCOMPARE(turn.error->fate, std::optional(CallFate::Charged));
}

void tst_TurnCharges::bookedInDollars()
{
    Turn turn = askedWith(u"a"_s);
    turn.error = doubtful();
    TurnCharges::book(turn, callOf(u"a"_s), never({.cost = Measured<Usd>::reported({})}));
    QCOMPARE(turn.cost.cost, Measured<Usd>::reported({}));
    QVERIFY(!turn.cost.credits.isKnown());
    // It ran after all, and nobody knows the price of the model.
    TurnCharges::book(turn, callOf(u"a"_s), {.fate = CallFate::Charged, .job = {u"a-1"_s}});
    QVERIFY(!turn.cost.cost.isKnown());
    QCOMPARE(turn.jobId.value, u"a-1"_s);
}

void tst_TurnCharges::saysWhatAskingAgainCosts_data()
{
    QTest::addColumn<Turn>("turn");
    QTest::addColumn<AskingAgain>("again");
    const auto failed = [](const Error &error) {
        Turn turn;
        turn.state = TurnState::Failed;
        turn.error = error;
        return turn;
    };
    Error refused;
    refused.outcome = Outcome::Rejected;
    Error ran;
    ran.outcome = Outcome::Committed;
    QTest::newRow("never left") << failed({}) << AskingAgain::CostsOnce;
    QTest::newRow("refused") << failed(refused) << AskingAgain::CostsOnce;
    QTest::newRow("in doubt") << failed(doubtful()) << AskingAgain::MayCostTwice;
    for (const CallFate fate : {CallFate::NotFoundYet, CallFate::StillRunning, CallFate::Unknown})
        QTest::addRow("fate %d", int(fate)) << failed(doubtful(fate)) << AskingAgain::MayCostTwice;
    for (const CallFate fate : {CallFate::NeverRan, CallFate::Uncharged})
        QTest::addRow("fate %d", int(fate)) << failed(doubtful(fate)) << AskingAgain::CostsOnce;
    QTest::newRow("charged") << failed(doubtful(CallFate::Charged)) << AskingAgain::CostsAgain;
    QTest::newRow("ran") << failed(ran) << AskingAgain::MayCostTwice;
    Turn turn = failed(ran);
    turn.cost.credits = Measured<qint64>::reported(0);
    QTest::newRow("ran for nothing") << turn << AskingAgain::CostsOnce;
    turn.cost.credits = One;
    QTest::newRow("ran and was paid") << turn << AskingAgain::CostsAgain;
    turn = {};
    turn.state = TurnState::Stopped;
    QTest::newRow("stopped") << turn << AskingAgain::MayCostTwice;
    turn.cost.credits = Measured<qint64>::reported(0);
    QTest::newRow("stopped in time") << turn << AskingAgain::CostsOnce;
    turn.cost.credits = {};
    turn.cost.cost = Measured<Usd>::reported({});
    QTest::newRow("stopped in time, in dollars") << turn << AskingAgain::CostsOnce;
    turn.cost.totalTokens = Measured<qint64>::reported(54);
    QTest::newRow("stopped, of a model without a price") << turn << AskingAgain::MayCostTwice;
    turn.cost.cost = Measured<Usd>::reported({1});
    QTest::newRow("paid with its chat") << turn << AskingAgain::CostsAgain;
}

void tst_TurnCharges::saysWhatAskingAgainCosts()
{
    QFETCH(Turn, turn);
    QTEST(askingAgain(turn), "again");
}

QTEST_APPLESS_MAIN(tst_TurnCharges)
#include "tst_turn_charges.moc"
