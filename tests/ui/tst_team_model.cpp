// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "ui/team/TransactionModel.h"
#include "ui/words/TeamWords.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

Transaction makeLine(int number, qint64 change = -1)
{
    Transaction line;
    line.id = u"t%1"_s.arg(number);
    line.job = {u"7f0c1f6e-0b8e-4f8e-9b1a-2f7d9f6f5a1%1"_s.arg(number % 10)};
    line.type = change < 0 ? u"deduction"_s : u"allocation"_s;
    line.amount = std::abs(change); // the server's amounts have no sign
    line.before = 1500 - number;
    line.after = line.before + change;
    line.createdAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Utc).addSecs(number);
    return line;
}

/// Shows these lines, of which so many of the oldest are shown already.
void show(TransactionModel &model, const QList<Transaction> &transactions, qsizetype untouched = 0)
{
    QList<LedgerLine> lines;
    for (const Transaction &line : transactions)
        lines += {line, transactions.size() - lines.size(), false};
    model.setLines(lines, untouched);
}

QStringList ids(const TransactionModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.transactionAt(row).id;
    return ids;
}

Balance makeBalance(TeamStatus status, qint64 remaining)
{
    Balance balance;
    balance.status = status;
    balance.allocated = 1000;
    balance.remaining = remaining;
    return balance;
}

} // namespace

class TestTeamModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsSignsAndBalances();
    void showsTheTrueBalanceOfAPayment();
    void insertsNewLinesAtTheTop();
    void dropsAndReordersWithoutReset();
    void tellsTheState_data();
    void tellsTheState();
    void saysWhatACallCosts();
    void namesTransactionTypes();
    void warnsOfALowBalance();
};

void TestTeamModel::showsSignsAndBalances()
{
    TransactionModel model;
    show(model, {makeLine(1), makeLine(2, 500)});
    QCOMPARE(model.index(0, TransactionModel::Amount).data().toString(), u"−1"_s);
    QCOMPARE(model.index(1, TransactionModel::Amount).data().toString(), u"+500"_s);
    QCOMPARE(model.index(1, TransactionModel::After).data().toString(), u"1,998"_s);
    QCOMPARE(model.index(0, TransactionModel::Type).data().toString(), u"Job charged"_s);
    QCOMPARE(model.index(0, TransactionModel::Job).data().toString(), u"7f0c1f6e"_s);
    QVERIFY(model.index(0, TransactionModel::Amount).data(Qt::TextAlignmentRole).toInt() &
            Qt::AlignRight);
}

void TestTeamModel::showsTheTrueBalanceOfAPayment()
{
    TransactionModel model;
    const QAbstractItemModelTester tester(&model);
    Transaction payment = makeLine(1, 100);
    payment.type = u"one_time_payment"_s;
    payment.before = 5000;
    payment.after = 5100;
    show(model, {payment});
    QCOMPARE(model.index(0, TransactionModel::Amount).data().toString(), u"+100"_s);
    QCOMPARE(model.index(0, TransactionModel::After).data().toString(), u"–"_s);
    Transaction charge = makeLine(2);
    charge.before = 5058;
    charge.after = 5057;
    QSignalSpy changed(&model, &TransactionModel::dataChanged);
    show(model, {charge, payment}, 1);
    QCOMPARE(model.index(1, TransactionModel::After).data().toString(), u"5,058"_s);
    QCOMPARE(changed.size(), 1);
}

void TestTeamModel::insertsNewLinesAtTheTop()
{
    TransactionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(model, {makeLine(2), makeLine(1)});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    show(model, {makeLine(3), makeLine(2), makeLine(1)});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 0);
    QVERIFY(removed.isEmpty());
    QCOMPARE(ids(model), (QStringList{u"t3"_s, u"t2"_s, u"t1"_s}));
    // The same when it is told which lines it shows already.
    show(model, {makeLine(5), makeLine(4), makeLine(3), makeLine(2), makeLine(1)}, 3);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted.last().at(2).toInt(), 1);
    QVERIFY(removed.isEmpty());
    QCOMPARE(ids(model), (QStringList{u"t5"_s, u"t4"_s, u"t3"_s, u"t2"_s, u"t1"_s}));
}

void TestTeamModel::dropsAndReordersWithoutReset()
{
    TransactionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    show(model, {makeLine(3), makeLine(2), makeLine(1)});
    Transaction corrected = makeLine(1);
    corrected.reason = u"corrected"_s;
    show(model, {makeLine(4), makeLine(3), corrected});
    QCOMPARE(ids(model), (QStringList{u"t4"_s, u"t3"_s, u"t1"_s}));
    QCOMPARE(changed.size(), 1);
    show(model, {makeLine(6), makeLine(3), corrected}, 2);
    QCOMPARE(ids(model), (QStringList{u"t6"_s, u"t3"_s, u"t1"_s}));
    QCOMPARE(changed.size(), 1);
    show(model, {makeLine(4), makeLine(3), corrected}, 2);
    show(model, {corrected, makeLine(4)});
    QCOMPARE(ids(model), (QStringList{u"t1"_s, u"t4"_s}));
    show(model, {});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(reset.isEmpty());
}

void TestTeamModel::tellsTheState_data()
{
    QTest::addColumn<TeamStatus>("status");
    QTest::addColumn<int>("remaining");
    QTest::addColumn<TeamState>("state");
    QTest::newRow("active") << TeamStatus::Active << 12 << TeamState::Active;
    QTest::newRow("out") << TeamStatus::Active << 0 << TeamState::OutOfCredits;
    QTest::newRow("in debt") << TeamStatus::Active << -3 << TeamState::OutOfCredits;
    QTest::newRow("suspended") << TeamStatus::Suspended << 12 << TeamState::Suspended;
    QTest::newRow("suspended and out") << TeamStatus::Suspended << 0 << TeamState::Suspended;
    QTest::newRow("paused") << TeamStatus::Paused << 12 << TeamState::Paused;
    QTest::newRow("other") << TeamStatus::Unknown << 12 << TeamState::Other;
}

void TestTeamModel::tellsTheState()
{
    QFETCH(TeamStatus, status);
    QFETCH(int, remaining);
    Balance balance = makeBalance(status, remaining);
    balance.statusText = u"archived"_s;
    QTEST(stateOf(balance), "state");
    QVERIFY(!TeamWords::explanation(stateOf(balance)).isEmpty());
    if (status == TeamStatus::Unknown)
        QCOMPARE(TeamWords::state(stateOf(balance), balance.statusText), u"archived"_s);
}

void TestTeamModel::saysWhatACallCosts()
{
    Balance balance = makeBalance(TeamStatus::Active, 1);
    balance.mode = BudgetMode::JobBased;
    QCOMPARE(TeamWords::budgetMode(balance), u"One credit for each completed job"_s);
    balance.mode = BudgetMode::ConsumptionUsd;
    balance.creditsPerDollar = 2.5;
    QCOMPARE(TeamWords::budgetMode(balance), u"2.5 credits per US dollar of model cost"_s);
    balance.creditsPerDollar = 1000;
    balance.costMarkup = 50;
    QCOMPARE(TeamWords::budgetMode(balance),
             u"1,000 credits per US dollar of model cost, plus 50 %"_s);
    balance.mode = BudgetMode::ConsumptionTokens;
    balance.tokensPerCredit = 10000;
    QCOMPARE(TeamWords::budgetMode(balance), u"One credit for each 10,000 tokens"_s);
    // What is streamed is not charged by its tokens.
    QVERIFY(TeamWords::nextCall(balance).startsWith("One credit for a single call"_L1));
}

void TestTeamModel::namesTransactionTypes()
{
    QCOMPARE(TeamWords::transactionType(u"allocation"_s), u"Credits added"_s);
    QCOMPARE(TeamWords::transactionType(u"manual_adjustment"_s), u"manual adjustment"_s);
}

void TestTeamModel::warnsOfALowBalance()
{
    QCOMPARE(TeamWords::tone(levelOf(makeBalance(TeamStatus::Active, 250))), Tone::Neutral);
    QCOMPARE(TeamWords::tone(levelOf(makeBalance(TeamStatus::Active, 249))), Tone::Warning);
    QCOMPARE(TeamWords::tone(levelOf(makeBalance(TeamStatus::Active, 99))), Tone::Danger);
    QCOMPARE(TeamWords::tone(levelOf(makeBalance(TeamStatus::Active, 0))), Tone::Danger);
}

QTEST_MAIN(TestTeamModel)
#include "tst_team_model.moc"
