// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "core/base/Utc.h"
#include "core/store/AccountTables.h"
#include "core/team/Ledger.h"

#include <QTemporaryDir>

using namespace litedeck;
using namespace litedeck::samples;
using Kind = LedgerProblem::Kind;

namespace {

const QDateTime Start(QDate(2026, 11, 1), QTime(9, 0), Utc);

Transaction line(int number, qint64 before, qint64 change)
{
    return {.id = u"line-%1"_s.arg(number),
            .job = {u"job-%1"_s.arg(number)},
            .type = change < 0 ? u"deduction"_s : u"allocation"_s,
            .amount = std::abs(change),
            .before = before,
            .after = before + change,
            .reason = u"Job summary completed (job_based mode: 1 credits)"_s,
            .createdAt = Start.addSecs(60 * number)};
}

/// Charges of one credit with these numbers, the newest first; number n begins at 1000 - n.
QList<Transaction> lines(int newest, int oldest)
{
    QList<Transaction> all;
    for (int number = newest; number >= oldest; --number)
        all += line(number, 1000 - number, -1);
    return all;
}

/// A payment as the server writes it, with balances of what was ever allocated.
Transaction payment(int number, qint64 allocated, qint64 amount)
{
    Transaction made = line(number, allocated, amount);
    made.job = {};
    made.type = u"one_time_payment"_s;
    return made;
}

QStringList ids(const QList<LedgerLine> &ledger)
{
    QStringList all;
    for (const LedgerLine &entry : ledger)
        all += entry.transaction.id.mid(5);
    return all;
}

QList<Kind> problems(const QList<LedgerLine> &ledger, std::optional<qint64> remaining = {})
{
    QList<Kind> kinds;
    for (const LedgerProblem &problem : auditLedger(ledger, remaining).problems)
        kinds += problem.kind;
    return kinds;
}

} // namespace

/// What is kept of a ledger of which the server only gives the newest lines.
class tst_Ledger : public QObject
{
    Q_OBJECT

private slots:
    void growsBeyondTheServersLimit();
    void aGapIsNoFault();
    void aGapIsClosed();
    void aGapIsClosedInPart();
    void findsWhatDoesNotAddUp();
    void comparesWithTheAccount();
    void addsUpAfterAPayment();
    void addsUpWithPaymentsAlone();
    void aPaymentHidesNothing();
    void drawsNoPeakForAPayment();
    void tellsKinds_data();
    void tellsKinds();
    void takenByHandIsNoCharge();
    void readsJobTypes();
    void tellsMessagesFromOtherJobs();
    void survivesARestart();
    void keepsTeamsApart();
};

void tst_Ledger::growsBeyondTheServersLimit()
{
    QList<LedgerLine> kept = mergedLedger({}, lines(3, 1));
    kept = mergedLedger(kept, lines(5, 3));
    kept = mergedLedger(kept, lines(7, 5));
    QCOMPARE(ids(kept), u"7 6 5 4 3 2 1"_s.split(u' '));
    for (qsizetype row = 1; row < kept.size(); ++row)
        QVERIFY(kept.at(row - 1).place > kept.at(row).place);
    QVERIFY(problems(kept, 992).isEmpty());
    QCOMPARE(auditLedger(kept, 992).since, Start.addSecs(60));
    QCOMPARE(mergedLedger(kept, {}), kept);
    QCOMPARE(ids(mergedLedger(kept, lines(7, 6))), ids(kept));
}

void tst_Ledger::aGapIsNoFault()
{
    const auto kept = mergedLedger(mergedLedger({}, lines(3, 1)), lines(9, 7));
    QCOMPARE(ids(kept), u"9 8 7 3 2 1"_s.split(u' '));
    const LedgerAudit audit = auditLedger(kept, 990);
    QCOMPARE(audit.problems,
             (QList<LedgerProblem>{{Kind::MissingLines, Start.addSecs(7 * 60), 996, 993}}));
    QVERIFY(audit.addsUp());
    QCOMPARE(audit.since, Start.addSecs(7 * 60));
    // It is still there when the next lines join.
    QCOMPARE(problems(mergedLedger(kept, lines(10, 8))), (QList<Kind>{Kind::MissingLines}));
    QCOMPARE(problems(mergedLedger(kept, lines(10, 7))), (QList<Kind>{Kind::MissingLines}));
}

void tst_Ledger::aGapIsClosed()
{
    const auto kept = mergedLedger(mergedLedger({}, lines(3, 1)), lines(9, 7));
    const auto closed = mergedLedger(kept, lines(10, 2));
    QCOMPARE(closed.size(), 10);
    QVERIFY(problems(closed, 989).isEmpty());
}

void tst_Ledger::aGapIsClosedInPart()
{
    const auto kept = mergedLedger(mergedLedger({}, lines(3, 1)), lines(9, 7));
    const auto closed = mergedLedger(kept, lines(10, 5));
    QCOMPARE(ids(closed), u"10 9 8 7 6 5 3 2 1"_s.split(u' '));
    QCOMPARE(auditLedger(closed, {}).since, Start.addSecs(5 * 60));
    QCOMPARE(problems(closed), (QList<Kind>{Kind::MissingLines}));
}

void tst_Ledger::findsWhatDoesNotAddUp()
{
    auto given = lines(3, 1);
    given[1].before += 5; // 3 and 2 no longer meet, nor does 2 with 1; and 2 says another amount
    const LedgerAudit audit = auditLedger(mergedLedger({}, given), {});
    QCOMPARE(audit.problems, (QList<LedgerProblem>{
                                 {Kind::WrongAmount, Start.addSecs(2 * 60), 6, 1},
                                 {Kind::WrongChain, Start.addSecs(2 * 60), 998, 1003},
                             }));
    QVERIFY(!audit.addsUp());
    // Two charges at the same moment that both read the same balance.
    const auto race = mergedLedger({}, {line(2, 999, -1), line(1, 999, -1)});
    QCOMPARE(problems(race), (QList<Kind>{Kind::WrongChain}));
    // A charge that gives.
    auto wrongWay = line(1, 10, -1);
    std::swap(wrongWay.before, wrongWay.after);
    QCOMPARE(problems(mergedLedger({}, {wrongWay})), (QList<Kind>{Kind::WrongAmount}));
}

void tst_Ledger::comparesWithTheAccount()
{
    const auto kept = mergedLedger({}, lines(3, 1));
    QVERIFY(problems(kept, 996).isEmpty());
    QCOMPARE(auditLedger(kept, 900).problems,
             (QList<LedgerProblem>{{Kind::WrongBalance, Start.addSecs(3 * 60), 996, 900}}));
    QVERIFY(problems({}, 900).isEmpty());
    QVERIFY(!auditLedger({}, 900).since.isValid());
}

void tst_Ledger::addsUpAfterAPayment()
{
    // 42 of 5,000 were used, 100 are paid: 5,058 are left, and the server writes 5,100.
    const Transaction charge = line(1, 4959, -1);
    const auto paid = mergedLedger({}, {payment(2, 5000, 100), charge});
    QVERIFY(problems(paid, 5058).isEmpty());
    QCOMPARE(balanceAfter(paid, 0), std::optional<qint64>(5058));
    const auto later = mergedLedger(paid, {line(3, 5058, -1), payment(2, 5000, 100)});
    QVERIFY(problems(later, 5057).isEmpty());
    QCOMPARE(balanceAfter(later, 1), std::optional<qint64>(5058));
    // Two in a row.
    const auto twice =
        mergedLedger({}, {line(4, 5308, -1), payment(3, 5100, 250), payment(2, 5000, 100), charge});
    QVERIFY(problems(twice, 5307).isEmpty());
    QCOMPARE(balanceAfter(twice, 1), std::optional<qint64>(5308));
    QCOMPARE(balanceAfter(twice, 2), std::optional<qint64>(5058));
}

void tst_Ledger::addsUpWithPaymentsAlone()
{
    // What was first allocated makes no line, so the oldest one may be a payment.
    const auto alone = mergedLedger({}, {payment(2, 5100, 50), payment(1, 5000, 100)});
    QVERIFY(problems(alone, 5108).isEmpty());
    QVERIFY(!balanceAfter(alone, 0));
    const auto later = mergedLedger(alone, {line(3, 5108, -1), payment(2, 5100, 50)});
    QVERIFY(problems(later, 5107).isEmpty());
    QCOMPARE(balanceAfter(later, 1), std::optional<qint64>(5108));
    QCOMPARE(balanceAfter(later, 2), std::optional<qint64>(5058));
}

void tst_Ledger::aPaymentHidesNothing()
{
    const Transaction charge = line(1, 4959, -1);
    const auto wrong = mergedLedger({}, {line(3, 5050, -1), payment(2, 5000, 100), charge});
    QCOMPARE(auditLedger(wrong, {}).problems,
             (QList<LedgerProblem>{{Kind::WrongChain, Start.addSecs(3 * 60), 5058, 5050}}));
    const auto paid = mergedLedger({}, {payment(2, 5000, 100), charge});
    QCOMPARE(auditLedger(paid, 5100).problems,
             (QList<LedgerProblem>{{Kind::WrongBalance, Start.addSecs(2 * 60), 5058, 5100}}));
    // Lines may be missing below it.
    const auto gap =
        mergedLedger(mergedLedger({}, {charge}), {line(9, 4000, -1), payment(8, 5000, 100)});
    QCOMPARE(auditLedger(gap, {}).problems,
             (QList<LedgerProblem>{{Kind::MissingLines, Start.addSecs(8 * 60), 4958, 3900}}));
}

void tst_Ledger::drawsNoPeakForAPayment()
{
    const auto ledger =
        mergedLedger({}, {line(3, 5058, -1), payment(2, 5000, 100), line(1, 4959, -1)});
    const QList<BalancePoint> points =
        dailyBalance(ledger, Start, Start.addSecs(2 * 60).addDays(1), 3);
    QList<qint64> credits;
    for (const BalancePoint &point : points)
        credits += point.credits;
    QCOMPARE(credits, (QList<qint64>{5058, 5057}));
}

void tst_Ledger::tellsKinds_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<LineKind>("kind");
    QTest::newRow("deduction") << u"deduction"_s << LineKind::Charge;
    QTest::newRow("upper case") << u"DEDUCTION"_s << LineKind::Charge;
    QTest::newRow("allocation") << u"allocation"_s << LineKind::CreditsAdded;
    QTest::newRow("subscription") << u"subscription_payment"_s << LineKind::CreditsAdded;
    QTest::newRow("payment") << u"one_time_payment"_s << LineKind::CreditsAdded;
    QTest::newRow("refund") << u"refund"_s << LineKind::Refund;
    QTest::newRow("unheard of") << u"correction"_s << LineKind::Adjustment;
}

void tst_Ledger::tellsKinds()
{
    QFETCH(QString, type);
    Transaction entry = line(1, 5, -1);
    entry.type = type;
    QTEST(kindOf(entry), "kind");
}

void tst_Ledger::takenByHandIsNoCharge()
{
    Transaction entry = line(1, 5, -1);
    entry.job = {};
    QCOMPARE(kindOf(entry), LineKind::Adjustment);
    // Its amount has a direction all the same.
    QVERIFY(problems(mergedLedger({}, {entry})).isEmpty());
}

void tst_Ledger::readsJobTypes()
{
    Transaction entry = line(1, 5, -1);
    const auto typeOf = [&entry](const QString &reason) {
        entry.reason = reason;
        return jobTypeOf(entry);
    };
    QCOMPARE(typeOf(u"Job document_analysis completed (job_based mode: 1 credits)"_s),
             u"document_analysis"_s);
    QCOMPARE(
        typeOf(u"Streaming single-call job chat completed (consumption_usd mode: 3 credits)"_s),
        u"chat"_s);
    QCOMPARE(typeOf(u"Single-call job my job completed (job_based mode: 1 credits)"_s),
             u"my job"_s);
    QCOMPARE(typeOf(u"Job completed successfully"_s), QString());
    QCOMPARE(typeOf(u"by hand"_s), QString());
    entry.type = u"refund"_s;
    QCOMPARE(typeOf(u"Job chat completed (job_based mode: 1 credits)"_s), QString());
}

void tst_Ledger::tellsMessagesFromOtherJobs()
{
    Transaction entry = line(1, 50, -3);
    const auto chargeOf = [&entry](const QString &reason) {
        entry.reason = reason;
        return messageChargeOf(entry);
    };
    QCOMPARE(chargeOf(u"Streaming single-call job chat completed (consumption_usd mode: 3 "
                      u"credits)"_s),
             std::optional(MessageCharge{entry.job, ChargeRule::Kind::ByCost, 3}));
    QCOMPARE(chargeOf(u"Single-call job chat completed (consumption_tokens mode: 3 credits)"_s),
             std::optional(MessageCharge{entry.job, ChargeRule::Kind::ByTokens, 3}));
    QVERIFY(!chargeOf(u"Job chat completed (consumption_tokens mode: 3 credits)"_s));
    QVERIFY(!chargeOf(u"Single-call job summary completed (job_based mode: 3 credits)"_s));
    QVERIFY(!chargeOf(u"by hand"_s));
}

void tst_Ledger::survivesARestart()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"deck.db"_s);
    const TeamId team{u"acme"_s};
    const auto kept = mergedLedger(mergedLedger({}, lines(3, 1)), lines(9, 7));
    const auto later = mergedLedger(kept, lines(10, 5));
    const auto write = [&team](Store &store, const QList<LedgerLine> &ledger) {
        return await<Done>([&](auto callback) {
            store.post(
                [&](Database &database) { return LedgerTable::save(database, team, ledger); },
                &store, callback);
        });
    };
    {
        Store store(path);
        QVERIFY(*write(store, kept));
        QVERIFY(*write(store, later.first(6))); // as much as one answer brings
    }
    Store store(path);
    const auto loaded = await<QList<LedgerLine>>([&](auto callback) {
        store.post([&](Database &database) { return LedgerTable::load(database, team); }, &store,
                   callback);
    });
    QVERIFY(loaded && *loaded);
    QCOMPARE(**loaded, later);
}

void tst_Ledger::keepsTeamsApart()
{
    Store store(u":memory:"_s);
    const TeamId one{u"one"_s};
    const TeamId two{u"two"_s};
    const KnownAnswer answer{R"({"a":"ä"})", Start};
    const auto work = [&](Database &database) -> StoreResult<> {
        if (auto saved = LedgerTable::save(database, one, mergedLedger({}, lines(3, 1))); !saved)
            return saved;
        if (auto saved = AnswerTable::save(database, one, u"team"_s, {"{}", Start}); !saved)
            return saved;
        return AnswerTable::save(database, one, u"team"_s, answer);
    };
    QVERIFY(*await<Done>([&](auto callback) { store.post(work, &store, callback); }));
    const auto linesOf = [&store](const TeamId &team) {
        return await<QList<LedgerLine>>([&](auto callback) {
            store.post([&](Database &database) { return LedgerTable::load(database, team); },
                       &store, callback);
        });
    };
    const auto answerOf = [&store](const TeamId &team, const QString &question) {
        return await<std::optional<KnownAnswer>>([&](auto callback) {
            store.post(
                [&](Database &database) { return AnswerTable::load(database, team, question); },
                &store, callback);
        });
    };
    QCOMPARE((*linesOf(one))->size(), 3);
    QVERIFY((*linesOf(two))->isEmpty());
    QCOMPARE(**answerOf(one, u"team"_s), std::optional(answer));
    QVERIFY(!(**answerOf(one, u"ledger"_s)).has_value());
    QVERIFY(!(**answerOf(two, u"team"_s)).has_value());
}

QTEST_GUILESS_MAIN(tst_Ledger)
#include "tst_ledger.moc"
