// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/team/TeamMemory.h"
#include "core/team/TeamStanding.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;
using Source = TeamStanding::Source;

namespace {

const QDateTime Then(QDate(2026, 11, 22), QTime(9, 0), Utc);
const QDateTime Now = Then.addSecs(3600);

Balance balance(const QString &status, qint64 remaining)
{
    Balance made;
    made.status = parseTeamStatus(status);
    made.statusText = status;
    made.remaining = remaining;
    return made;
}

Error refusal(ErrorCategory category, bool isGuess = false)
{
    Error error;
    error.category = category;
    error.isGuess = isGuess;
    return error;
}

} // namespace

class tst_TeamStanding : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void refusals_data();
    void refusals();
    void remembersSinceWhen();
    void memoryOnlyCountsAtFirst();
    void theAccountKnowsBetterThanARefusal();
    void keepsATeamAsJson();
    void keepsNoSecret();
};

void tst_TeamStanding::answers_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<qint64>("remaining");
    QTest::addColumn<TeamState>("state");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *name, const QString &status, qint64 remaining, TeamState state,
                        bool holds) {
        QTest::newRow(name) << status << remaining << state << holds;
    };
    row("active", u"active"_s, 5, TeamState::Active, false);
    row("out of credits", u"active"_s, 0, TeamState::OutOfCredits, true);
    row("in debt", u"active"_s, -4, TeamState::OutOfCredits, true);
    row("suspended", u"suspended"_s, 5, TeamState::Suspended, true);
    row("suspended without credits", u"Suspended"_s, 0, TeamState::Suspended, true);
    row("paused", u"paused"_s, 5, TeamState::Paused, true);
    row("another word", u"archived"_s, 5, TeamState::Other, true);
    row("no word", {}, 5, TeamState::Unknown, false);
}

void tst_TeamStanding::answers()
{
    QFETCH(QString, status);
    QFETCH(qint64, remaining);
    const auto standing = TeamStanding().afterAnswer(balance(status, remaining), Now);
    QTEST(standing.state, "state");
    QTEST(standing.holds(), "holds");
    QCOMPARE(standing.since, Now);
    QVERIFY(standing.isFresh());
}

void tst_TeamStanding::refusals_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<bool>("isGuess");
    QTest::addColumn<TeamState>("state");
    using enum ErrorCategory;
    QTest::newRow("suspended") << TeamSuspended << false << TeamState::Suspended;
    QTest::newRow("paused") << TeamPaused << false << TeamState::Paused;
    QTest::newRow("no credits") << InsufficientCredits << false << TeamState::OutOfCredits;
    QTest::newRow("a guess") << TeamSuspended << true << TeamState::Active;
    QTest::newRow("some 403") << PermissionDenied << false << TeamState::Active;
    QTest::newRow("another key") << Authentication << false << TeamState::Active;
    QTest::newRow("no connection") << ConnectionFailed << false << TeamState::Active;
}

void tst_TeamStanding::refusals()
{
    QFETCH(ErrorCategory, category);
    QFETCH(bool, isGuess);
    const auto active = TeamStanding().afterAnswer(balance(u"active"_s, 5), Then);
    const auto standing = active.afterRefusal(refusal(category, isGuess), Now);
    QTEST(standing.state, "state");
    const bool isRefused = standing.state != TeamState::Active;
    QCOMPARE(standing.source, isRefused ? Source::Refusal : Source::Account);
    QCOMPARE(standing.since, isRefused ? Now : Then);
}

void tst_TeamStanding::remembersSinceWhen()
{
    const Balance paused = balance(u"paused"_s, 5);
    TeamStanding standing = TeamStanding().afterRefusal(refusal(ErrorCategory::TeamPaused), Then);
    standing = standing.afterAnswer(paused, Now).afterAnswer(paused, Now.addSecs(60));
    QCOMPARE(standing.since, Then);
    QCOMPARE(standing.source, Source::Account);
    standing = standing.afterAnswer(balance(u"active"_s, 5), Now);
    QCOMPARE(standing.since, Now);
}

void tst_TeamStanding::memoryOnlyCountsAtFirst()
{
    const Balance suspended = balance(u"suspended"_s, 5);
    const TeamStanding known = TeamStanding().afterMemory(suspended, Then);
    QCOMPARE(known.state, TeamState::Suspended);
    QVERIFY(known.holds());
    QVERIFY(!known.isFresh());
    const TeamStanding active = known.afterAnswer(balance(u"active"_s, 5), Now);
    QCOMPARE(active.state, TeamState::Active);
    QCOMPARE(active.afterMemory(suspended, Then), active);
}

void tst_TeamStanding::theAccountKnowsBetterThanARefusal()
{
    const auto refused = TeamStanding().afterRefusal(refusal(ErrorCategory::TeamSuspended), Then);
    QCOMPARE(refused.afterAnswer(balance(u"active"_s, 5), Now).state, TeamState::Active);
    QCOMPARE(refused.afterMemory(balance(u"active"_s, 5), Then), refused);
}

void tst_TeamStanding::keepsATeamAsJson()
{
    Team team{.id = {u"acme"_s},
              .organization = u"org"_s,
              .accessGroups = {u"basic"_s, u"ünlimited"_s},
              .models = {u"gpt-4o"_s}};
    team.balance = balance(u"archived"_s, 412);
    team.balance.team = team.id;
    team.balance.organization = team.organization;
    team.balance.allocated = 1000;
    team.balance.used = 588;
    QCOMPARE(*TeamMemory::fromJson(TeamMemory::toJson(team)), team);
    team.balance.limit = 5000;
    team.balance.autoRefill = true;
    team.balance.refillAmount = 200;
    team.balance.refillPeriod = u"monthly"_s;
    team.balance.lastRefillAt = Then;
    team.balance.updatedAt = Now;
    for (const BudgetMode mode : {BudgetMode::JobBased, BudgetMode::ConsumptionUsd,
                                  BudgetMode::ConsumptionTokens, BudgetMode::Unknown}) {
        team.balance.mode = mode;
        team.balance.creditsPerDollar = 2.5;
        team.balance.tokensPerCredit = 10'000;
        QCOMPARE(*TeamMemory::fromJson(TeamMemory::toJson(team)), team);
    }
    QVERIFY(!TeamMemory::fromJson("{}"));
}

void tst_TeamStanding::keepsNoSecret()
{
    const QByteArray json = TeamMemory::toJson({});
    QVERIFY(!json.contains("key"));
}

QTEST_GUILESS_MAIN(tst_TeamStanding)
#include "tst_team_standing.moc"
