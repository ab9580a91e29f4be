// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/team/AlertRules.h"
#include "core/team/LedgerFacts.h"
#include "core/team/RecentJobs.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 11, 22), QTime(9, 0), Utc);

/// Feeds values one after the other and tells at which of them an alert came.
template <typename Value, typename Set>
QList<int> told(const AlertThresholds &thresholds, const QList<Value> &values, Set set)
{
    AlertMemory memory;
    QList<int> places;
    for (int i = 0; i < values.size(); ++i) {
        AlertInput input;
        set(input, values.at(i));
        const AlertOutcome outcome = judgeAlerts(thresholds, input, memory);
        memory = outcome.memory;
        if (!outcome.alerts.isEmpty())
            places += i;
    }
    return places;
}

QList<int> toldOfCredits(qint64 threshold, const QList<qint64> &credits)
{
    return told({.credits = threshold}, credits,
                [](AlertInput &input, qint64 value) { input.credits = value; });
}

Record job(int number, RecordStatus status, bool isCharged, double hoursAgo = 1)
{
    Record made;
    made.id = {u"job-%1"_s.arg(number)};
    made.group = u"chat"_s;
    made.status = status;
    if (isCharged)
        made.charging = Charging::Charged;
    else if (status == RecordStatus::Completed)
        made.charging = Charging::Uncharged;
    made.createdAt = Now.addSecs(qint64(-3600 * hoursAgo));
    made.completedAt = made.createdAt.addSecs(10);
    return made;
}

} // namespace

class tst_AlertRules : public QObject
{
    Q_OBJECT

private slots:
    void creditsOncePerCrossing();
    void creditsThatHover();
    void daysOncePerCrossing();
    void failuresOncePerCrossing();
    void statusChanges();
    void armedWhenTheThresholdChanges();
    void nothingWithoutThresholds();
    void unknownValuesChangeNothing();
    void severalAtOnce();
    void uncharged();
    void failureShares();
    void tellsOnceThatABudgetIsNearlyUsed();
    void tellsOnceThatTheKeyExpires();
};

void tst_AlertRules::creditsOncePerCrossing()
{
    QCOMPARE(toldOfCredits(100, {150, 100, 99, 98, 50, 0}), (QList<int>{2}));
    QCOMPARE(toldOfCredits(100, {99, 98}), (QList<int>{0}));
    QCOMPARE(toldOfCredits(100, {99, 500, 99}), (QList<int>{0, 2}));
}

void tst_AlertRules::creditsThatHover()
{
    QCOMPARE(toldOfCredits(100, {99, 101, 99, 109, 99}), (QList<int>{0}));
    QCOMPARE(toldOfCredits(100, {99, 110, 99}), (QList<int>{0, 2}));
    QCOMPARE(toldOfCredits(1, {1, 0, 1, 0, 2, 0}), (QList<int>{1, 5}));
}

void tst_AlertRules::daysOncePerCrossing()
{
    const auto days = [](const QList<double> &values) {
        return told({.days = 4}, values,
                    [](AlertInput &input, double value) { input.daysLeft = value; });
    };
    QCOMPARE(days({9, 4, 3.9, 3, 4.5, 3.9}), (QList<int>{2}));
    QCOMPARE(days({3.9, 5, 3.9}), (QList<int>{0, 2}));
}

void tst_AlertRules::failuresOncePerCrossing()
{
    const auto shares = [](const QList<double> &values) {
        return told({.failurePercent = 20}, values,
                    [](AlertInput &input, double value) { input.failureShare = value; });
    };
    QCOMPARE(shares({0.1, 0.2, 0.21, 0.5, 0.19, 0.3}), (QList<int>{2}));
    QCOMPARE(shares({0.3, 0.16, 0.3}), (QList<int>{0, 2}));
}

void tst_AlertRules::statusChanges()
{
    using enum TeamState;
    const auto states = [](const QList<TeamState> &values) {
        return told({}, values, [](AlertInput &input, TeamState value) { input.state = value; });
    };
    QCOMPARE(states({Active, Active, Suspended, Suspended, Active}), (QList<int>{2, 4}));
    QCOMPARE(states({Suspended}), QList<int>());
    QCOMPARE(states({Active, Unknown, Active, Unknown, Paused}), (QList<int>{4}));
    AlertMemory memory{.state = Active};
    QVERIFY(judgeAlerts({.status = false}, {.state = Paused}, memory).alerts.isEmpty());
}

void tst_AlertRules::armedWhenTheThresholdChanges()
{
    struct Moment
    {
        AlertThresholds thresholds;
        AlertInput input;
    };
    const auto told = [](const QList<Moment> &moments) {
        AlertMemory memory;
        QList<int> places;
        for (int i = 0; i < moments.size(); ++i) {
            const AlertOutcome outcome =
                judgeAlerts(moments.at(i).thresholds, moments.at(i).input, memory);
            memory = outcome.memory;
            if (!outcome.alerts.isEmpty())
                places += i;
        }
        return places;
    };
    const AlertThresholds fiveDays{.days = 5};
    const AlertThresholds fourDays{.days = 4};
    QCOMPARE(told({{fiveDays, {.daysLeft = 4.8}},
                   {fourDays, {.daysLeft = 4.8}},
                   {fourDays, {.daysLeft = 3.9}},
                   {fourDays, {.daysLeft = 4.1}}, // only hovers
                   {fourDays, {.daysLeft = 3.9}}}),
             (QList<int>{0, 2}));
    QCOMPARE(told({{{.credits = 100}, {.credits = 99}},
                   {{.credits = 95}, {.credits = 99}},
                   {{.credits = 95}, {.credits = 94}}}),
             (QList<int>{0, 2}));
    QCOMPARE(told({{{.failurePercent = 20}, {.failureShare = 0.21}},
                   {{.failurePercent = 25}, {.failureShare = 0.21}},
                   {{.failurePercent = 25}, {.failureShare = 0.26}}}),
             (QList<int>{0, 2}));
    // Who is told already, and only moves the threshold ahead of the value, is not told again.
    QCOMPARE(told({{fourDays, {.daysLeft = 3}},
                   {fiveDays, {.daysLeft = 3}},
                   {fiveDays, {.daysLeft = 4.9}}}),
             (QList<int>{0}));
    // The value may become known only later.
    QCOMPARE(told({{fiveDays, {.daysLeft = 4.8}},
                   {fourDays, {}},
                   {fourDays, {.daysLeft = 4.8}},
                   {fourDays, {.daysLeft = 3.9}}}),
             (QList<int>{0, 3}));
}

void tst_AlertRules::nothingWithoutThresholds()
{
    const AlertInput input{.credits = -5, .daysLeft = 0.0, .failureShare = 1.0};
    const AlertOutcome outcome = judgeAlerts({}, input, {.credits = 5, .days = 5});
    QCOMPARE(outcome, AlertOutcome());
}

void tst_AlertRules::unknownValuesChangeNothing()
{
    const AlertThresholds all{.credits = 5, .days = 5, .failurePercent = 5};
    const AlertMemory memory{.credits = 9, .failures = 5, .state = TeamState::Paused};
    QCOMPARE(judgeAlerts(all, {}, memory), (AlertOutcome{{}, memory}));
}

void tst_AlertRules::severalAtOnce()
{
    const AlertThresholds all{.credits = 50, .days = 5, .failurePercent = 5};
    const AlertInput input{TeamState::OutOfCredits, 0, 0.0, 0.5};
    using enum AlertKind;
    QCOMPARE(judgeAlerts(all, input, {.state = TeamState::Active}).alerts,
             (QList<AlertKind>{Status, Credits, Days, Failures}));
}

void tst_AlertRules::uncharged()
{
    using enum RecordStatus;
    Transaction charge{
        .id = u"t"_s, .job = {u"job-4"_s}, .type = u"deduction"_s, .createdAt = Now.addSecs(-3600)};
    const QList<LedgerLine> ledger{{charge, 1, false}};
    const QList<Record> jobs{job(1, Completed, true), job(2, Completed, false),
                             job(3, Failed, false),   job(4, Completed, false),
                             job(5, Pending, false),  job(6, Completed, false, 48)};
    const ChargeReview review = reviewCharges(jobs, factsOf(ledger).charged, Now.addDays(-1));
    // Job 4 was completed twice, which takes its mark away, but not its charge.
    QCOMPARE(review, (ChargeReview{{{u"job-2"_s}}, {{u"job-6"_s}}, 4}));
    QCOMPARE(reviewCharges(jobs, {}, {}).uncharged, QList<JobId>());
    QCOMPARE(reviewCharges(jobs, {}, {}).unsure.size(), 3);
}

void tst_AlertRules::failureShares()
{
    using enum RecordStatus;
    QList<Record> jobs;
    for (int i = 0; i < 4; ++i)
        jobs += job(i, i == 0 ? Failed : Completed, true);
    jobs += {job(5, Pending, false), job(6, Failed, false, 25)};
    QVERIFY(!failureShare(jobs, Now));
    jobs += job(7, Completed, true);
    QCOMPARE(failureShare(jobs, Now), std::optional(0.2));
    QVERIFY(!failureShare({}, Now));
}

void tst_AlertRules::tellsOnceThatABudgetIsNearlyUsed()
{
    const AlertThresholds usual{.budgetPercent = 80};
    AlertMemory memory;
    QList<bool> told;
    for (const qint64 used : {79, 80, 95, 78, 81, 0, 80}) {
        const AlertInput input{.fullest = Allowance{.used = used, .limit = 100}};
        const AlertOutcome outcome = judgeAlerts(usual, input, memory);
        told += outcome.alerts.contains(AlertKind::Budget);
        memory = outcome.memory;
    }
    QCOMPARE(told, QList<bool>({false, true, false, false, false, false, true}));
    QVERIFY(judgeAlerts({}, {.fullest = Allowance{.used = 99, .limit = 100}}, {}).alerts.isEmpty());
    QVERIFY(judgeAlerts(usual, {.fullest = Allowance{.used = 99}}, {}).alerts.isEmpty());
}

void tst_AlertRules::tellsOnceThatTheKeyExpires()
{
    AlertMemory memory;
    QList<bool> told;
    for (const double days : {7.5, 7.0, 3.0, -1.0, 90.0, 6.0}) {
        const AlertOutcome outcome = judgeAlerts({}, {.keyDays = days}, memory);
        told += outcome.alerts.contains(AlertKind::KeyExpiry);
        memory = outcome.memory;
    }
    QCOMPARE(told, QList<bool>({false, true, false, false, false, true}));
}

QTEST_GUILESS_MAIN(tst_AlertRules)
#include "tst_alert_rules.moc"
