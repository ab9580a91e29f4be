// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/CostLine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

class tst_CostLine : public QObject
{
    Q_OBJECT

private slots:
    void failedTurnsTellWhatTheyCost();
    void lostRepliesAreAddedUp_data();
    void lostRepliesAreAddedUp();
    void estimatesWhatNobodyReported();
};

void tst_CostLine::estimatesWhatNobodyReported()
{
    Turn turn;
    turn.state = TurnState::Complete;
    const Model model{.inputPrice = 0.8, .outputPrice = 4.0};
    QVERIFY(costLine(turn, model).startsWith(u"Cost: not reported"_s));
    turn.cost.promptTokens = Measured<qint64>::reported(1000);
    turn.cost.completionTokens = Measured<qint64>::reported(900);
    QVERIFY(costLine(turn, model).startsWith(u"Cost: ≈ $0.00440"_s));
    QVERIFY(costLine(turn).startsWith(u"Cost: not reported"_s));
    turn.cost.cost = Measured<Usd>::reported(Usd{5'000'000});
    QVERIFY(costLine(turn, model).startsWith(u"Cost: $0.00500"_s));
}

void tst_CostLine::failedTurnsTellWhatTheyCost()
{
    Turn turn;
    turn.state = TurnState::Failed;
    QCOMPARE(costLine(turn), QString());
    turn.cost.credits = {0, Provenance::Reported};
    QCOMPARE(costLine(turn), QString());
    // A reply without a word may have been charged.
    turn.cost.credits = {1, Provenance::Reported};
    QVERIFY2(costLine(turn).contains(u"1 credit(s)"_s), qPrintable(costLine(turn)));
    turn.state = TurnState::Streaming;
    QCOMPARE(costLine(turn), QString());
}

void tst_CostLine::lostRepliesAreAddedUp_data()
{
    QTest::addColumn<Measured<qint64>>("credits");
    QTest::addColumn<QList<JobCharge>>("lost");
    QTest::addColumn<QString>("text");
    const auto paid = [](qint64 credits) {
        return JobCharge{.job = {QString::number(credits)},
                         .credits = Measured<qint64>::reported(credits),
                         .cost = Measured<Usd>::reported({1'000'000'000})};
    };
    const auto one = Measured<qint64>::reported(1);
    QTest::newRow("none lost") << one << QList<JobCharge>{} << u"$1.00 · 1 credit(s)"_s;
    QTest::newRow("one lost") << one << QList{paid(1)}
                              << u"$2.00 · 2 credit(s), 1 of them for a reply that was lost"_s;
    QTest::newRow("two lost") << one << QList{paid(1), paid(2)}
                              << u"$3.00 · 4 credit(s), 3 of them for 2 replies that were lost"_s;
    QTest::newRow("the last one unknown") << Measured<qint64>() << QList{paid(1)}
                                          << u"$2.00 · 1 credit(s) for a reply that was lost"_s;
}

void tst_CostLine::lostRepliesAreAddedUp()
{
    QFETCH(Measured<qint64>, credits);
    QFETCH(QList<JobCharge>, lost);
    QFETCH(QString, text);
    Turn turn;
    turn.state = TurnState::Complete;
    turn.cost.cost = Measured<Usd>::reported({1'000'000'000});
    turn.cost.credits = credits;
    turn.lost = lost;
    QCOMPARE(costLine(turn), u"Cost: "_s + text);
}

QTEST_APPLESS_MAIN(tst_CostLine)
#include "tst_cost_line.moc"
