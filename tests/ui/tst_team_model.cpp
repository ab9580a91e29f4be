// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "ui/team/TransactionModel.h"
#include "ui/words/AllowanceWords.h"
#include "ui/words/KeyWords.h"
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
        lines += {line, line.id.mid(1).toLongLong(), false}; // a line keeps its place
    model.setLines(lines, untouched);
}

QStringList ids(const TransactionModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.transactionAt(row).id;
    return ids;
}

Allowance credits(qint64 left)
{
    return {.limit = 1000, .left = left};
}

Allowance dollars(std::optional<qint64> cents, std::optional<qint64> limit)
{
    constexpr qint64 Cent = 10'000'000;
    Allowance allowance{.scope = Allowance::Scope::Key, .unit = AmountUnit::NanoDollars};
    allowance.used = 158 * Cent;
    if (cents)
        allowance.left = *cents * Cent;
    if (limit)
        allowance.limit = *limit * Cent;
    return allowance;
}

} // namespace

class tst_TeamModel : public QObject
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
    void speaksInTheUnitOfTheServer_data();
    void speaksInTheUnitOfTheServer();
    void claimsNothingOfAnUnknownAllowance();
    void warnsOfLittleMoney();
    void saysPeriodsInWords_data();
    void saysPeriodsInWords();
    void saysThatABudgetIsUsedUp();
    void showsAmountsBelowACent();
    void saysHowLongABudgetLasts();
    void saysWhatAKeyMaySee();
    void saysTheLimitsOfAKey();
    void warnsBeforeAKeyExpires();
};

void tst_TeamModel::showsSignsAndBalances()
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

void tst_TeamModel::showsTheTrueBalanceOfAPayment()
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

void tst_TeamModel::insertsNewLinesAtTheTop()
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

void tst_TeamModel::dropsAndReordersWithoutReset()
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

void tst_TeamModel::tellsTheState_data()
{
    QTest::addColumn<Account::Status>("status");
    QTest::addColumn<int>("remaining");
    QTest::addColumn<TeamState>("state");
    QTest::newRow("active") << Account::Status::Active << 12 << TeamState::Active;
    QTest::newRow("out") << Account::Status::Active << 0 << TeamState::OutOfCredits;
    QTest::newRow("in debt") << Account::Status::Active << -3 << TeamState::OutOfCredits;
    QTest::newRow("suspended") << Account::Status::Suspended << 12 << TeamState::Suspended;
    QTest::newRow("suspended and out") << Account::Status::Suspended << 0 << TeamState::Suspended;
    QTest::newRow("paused") << Account::Status::Paused << 12 << TeamState::Paused;
    QTest::newRow("other") << Account::Status::Unknown << 12 << TeamState::Other;
}

void tst_TeamModel::tellsTheState()
{
    QFETCH(Account::Status, status);
    QFETCH(int, remaining);
    const Account account{
        .status = status, .statusWord = u"archived"_s, .allowances = {credits(remaining)}};
    QTEST(stateOf(account), "state");
    QVERIFY(!TeamWords::of(stateOf(account)).explanation.isEmpty());
    if (status == Account::Status::Unknown)
        QCOMPARE(TeamWords::state(stateOf(account), account.statusWord), u"archived"_s);
}

void tst_TeamModel::saysWhatACallCosts()
{
    ChargeRule rule;
    rule.kind = ChargeRule::Kind::PerJob;
    QCOMPARE(TeamWords::chargeRule(rule), u"One credit for each completed job"_s);
    rule.kind = ChargeRule::Kind::ByCost;
    rule.creditsPerDollar = 2.5;
    QCOMPARE(TeamWords::chargeRule(rule), u"2.5 credits per US dollar of model cost"_s);
    rule.creditsPerDollar = 1000;
    rule.markup = 50;
    QCOMPARE(TeamWords::chargeRule(rule),
             u"1,000 credits per US dollar of model cost, plus 50 %"_s);
    rule.kind = ChargeRule::Kind::ByTokens;
    rule.tokensPerCredit = 10000;
    QCOMPARE(TeamWords::chargeRule(rule), u"One credit for each 10,000 tokens"_s);
    // What is streamed is not charged by its tokens.
    QVERIFY(TeamWords::nextCall(rule).startsWith("One credit for a single call"_L1));
}

void tst_TeamModel::namesTransactionTypes()
{
    QCOMPARE(TeamWords::transactionType(u"allocation"_s), u"Credits added"_s);
    QCOMPARE(TeamWords::transactionType(u"manual_adjustment"_s), u"manual adjustment"_s);
}

void tst_TeamModel::warnsOfALowBalance()
{
    QCOMPARE(AllowanceWords::tone(levelOf(credits(250))), Tone::Neutral);
    QCOMPARE(AllowanceWords::tone(levelOf(credits(249))), Tone::Warning);
    QCOMPARE(AllowanceWords::tone(levelOf(credits(99))), Tone::Danger);
    QCOMPARE(AllowanceWords::tone(levelOf(credits(0))), Tone::Danger);
}

void tst_TeamModel::speaksInTheUnitOfTheServer_data()
{
    QTest::addColumn<Allowance>("allowance");
    QTest::addColumn<QString>("readout");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("standing");
    const auto row = [](const char *name, const Allowance &allowance, const QString &readout,
                        const QString &left, const QString &standing) {
        QTest::newRow(name) << allowance << readout << left << standing;
    };
    row("credits", credits(412), u"Credits: 412 of 1,000"_s, u"412 credit(s)"_s,
        u"412 of 1,000 left"_s);
    row("credits without a whole", {.left = 12}, u"Credits: 12"_s, u"12 credit(s)"_s, u"12 left"_s);
    row("credits without a limit", {.used = 12}, u"Credits: 12 used, no limit"_s, u"no limit"_s,
        u"12 used, no limit"_s);
    row("dollars", dollars(42, 200), u"Budget: $0.42 of $2.00"_s, u"$0.42"_s,
        u"$0.42 of $2.00 left"_s);
    row("overdrawn", dollars(-42, 200), u"Budget: −$0.42 of $2.00"_s, u"−$0.42"_s,
        u"−$0.42 of $2.00 left"_s);
    row("dollars without a limit", dollars({}, {}), u"Budget: $1.58 used, no limit"_s,
        u"no limit"_s, u"$1.58 used, no limit"_s);
}

void tst_TeamModel::speaksInTheUnitOfTheServer()
{
    QFETCH(Allowance, allowance);
    QTEST(AllowanceWords::readout(allowance), "readout");
    QTEST(AllowanceWords::left(allowance), "left");
    QTEST(AllowanceWords::standing(allowance), "standing");
}

void tst_TeamModel::claimsNothingOfAnUnknownAllowance()
{
    QCOMPARE(AllowanceWords::readout({}), u"Credits: not known yet"_s);
    QCOMPARE(AllowanceWords::left({}), u"not known yet"_s);
}

void tst_TeamModel::warnsOfLittleMoney()
{
    QCOMPARE(levelOf(dollars(42, 200)), AllowanceLevel::Low);
    QCOMPARE(levelOf(dollars(19, 200)), AllowanceLevel::Scarce);
    QCOMPARE(levelOf(dollars(50, 200)), AllowanceLevel::Ample);
    QCOMPARE(levelOf(dollars({}, {})), AllowanceLevel::Ample);
}

void tst_TeamModel::saysPeriodsInWords_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *period, const QString &text) { QTest::newRow(period) << text; };
    row("1s", u"every second"_s);
    row("30s", u"every 30 seconds"_s);
    row("1m", u"every minute"_s);
    row("5m", u"every 5 minutes"_s);
    row("1h", u"every hour"_s);
    row("12h", u"every 12 hours"_s);
    row("1d", u"every day"_s);
    row("7d", u"every 7 days"_s);
    row("30d", u"every 30 days"_s);
    row("1mo", u"every month"_s);
    row("3mo", u"every 3 months"_s);
    row("1w", u"every 1w"_s);
    row("d", u"every d"_s);
    row("fortnight", u"every fortnight"_s);
}

void tst_TeamModel::saysPeriodsInWords()
{
    QTEST(AllowanceWords::every(QString::fromLatin1(QTest::currentDataTag())), "text");
}

void tst_TeamModel::saysThatABudgetIsUsedUp()
{
    Allowance budget = dollars(0, 200);
    QCOMPARE(TeamWords::state(TeamState::OutOfCredits, {}, budget), u"budget used up"_s);
    budget.resetsAt = QDateTime(QDate(2026, 12, 2), QTime(0, 0));
    QCOMPARE(TeamWords::stateTitle(TeamState::OutOfCredits, {}, budget),
             u"Budget used up until 2 Dec 00:00"_s);
    QVERIFY(TeamWords::of(TeamState::OutOfCredits, budget)
                .explanation.contains(u"used up until 2 Dec 00:00"));
    QCOMPARE(TeamWords::state(TeamState::Suspended, {}, budget), u"blocked"_s);
    QCOMPARE(TeamWords::state(TeamState::OutOfCredits, {}), u"out of credits"_s);
    QCOMPARE(AllowanceWords::readout({}, AmountUnit::NanoDollars), u"Budget: not known yet"_s);
}

void tst_TeamModel::showsAmountsBelowACent()
{
    Allowance budget = dollars(200, 200);
    budget.used = 1'050'000;
    *budget.left -= budget.used;
    QCOMPARE(AllowanceWords::usage(budget), u"$0.00105 used of $2.00, $2.00 left"_s);
}

void tst_TeamModel::saysHowLongABudgetLasts()
{
    Allowance budget = dollars(42, 200);
    budget.period = u"30d"_s;
    budget.resetsAt = QDateTime(QDate(2026, 12, 1), QTime(12, 0), Utc);
    const auto saidOn = [&budget](int day) {
        return AllowanceWords::pace(budget, QDateTime(QDate(2026, 11, day), QTime(12, 0), Utc));
    };
    QCOMPARE(saidOn(26), u"lasts to the reset on 1 Dec"_s);
    QCOMPARE(saidOn(12), u"used up on Sunday at this pace"_s); // it is a Thursday
    QCOMPARE(saidOn(2), QString());
}

void tst_TeamModel::saysWhatAKeyMaySee()
{
    QCOMPARE(KeyWords::sight({Sight::Granted, Sight::NobodysKey, Sight::NotThere}),
             u"This key may chat and see its budget. The log of requests needs a key that belongs "
             "to a person."_s);
    QCOMPARE(KeyWords::sight({Sight::Granted, Sight::Granted, Sight::Granted}),
             u"This key may chat and see its budget, your requests and those of everybody in the "
             "team."_s);
    QVERIFY(KeyWords::sight({Sight::CallsOnly, Sight::CallsOnly, Sight::CallsOnly})
                .startsWith(u"This key may chat and nothing else."));
    Account account{.team = {u"team-1"_s}};
    QVERIFY(KeyWords::forAdmin(account).isEmpty());
    account.sight.teamRequests = Sight::NotPermitted;
    QVERIFY(KeyWords::forAdmin(account).contains(
        u"POST /team/permissions_update {\"team_id\": \"team-1\", \"team_member_permissions\": "
        "[\"/key/info\", \"/spend/logs\", \"/team/daily/activity\"]}"_s));
}

void tst_TeamModel::saysTheLimitsOfAKey()
{
    QCOMPARE(KeyWords::limits({60, 50'000}), u"60 requests and 50,000 tokens a minute"_s);
    QCOMPARE(KeyWords::limits({.requests = 60}), u"60 requests a minute"_s);
    QCOMPARE(KeyWords::limits({.tokens = 50'000}), u"50,000 tokens a minute"_s);
    QVERIFY(KeyWords::limits({}).isEmpty());
}

void tst_TeamModel::warnsBeforeAKeyExpires()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Utc);
    Account account;
    QVERIFY(KeyWords::expiry(account, now).isEmpty());
    account.keyExpiresAt = now.addDays(7).addSecs(1);
    QVERIFY(KeyWords::expiry(account, now).isEmpty());
    account.keyExpiresAt = now.addDays(7);
    QVERIFY(KeyWords::expiry(account, now).startsWith(u"This key expires on "));
    account.keyExpiresAt = now;
    QVERIFY(KeyWords::expiry(account, now).startsWith(u"This key has expired on "));
}

QTEST_MAIN(tst_TeamModel)
#include "tst_team_model.moc"
