// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/CostLine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

class tst_CostLine : public QObject
{
    Q_OBJECT

private slots:
    void failedTurnsTellWhatTheyCost();
};

void tst_CostLine::failedTurnsTellWhatTheyCost()
{
    Turn turn;
    turn.state = TurnState::Failed;
    QCOMPARE(costLine(turn), QString());
    turn.cost.credits = {0, Provenance::Reported};
    QCOMPARE(costLine(turn), QString());
    // A reply without a word may have been charged.
    turn.cost.credits = {1, Provenance::Reported};
    QVERIFY2(costLine(turn).contains(u"1 credit"_s), qPrintable(costLine(turn)));
    turn.state = TurnState::Streaming;
    QCOMPARE(costLine(turn), QString());
}

QTEST_APPLESS_MAIN(tst_CostLine)
#include "tst_cost_line.moc"
