// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Accounts.h"

#include "core/base/Utc.h"
#include "core/team/AccountJson.h"
#include "core/team/TeamStanding.h"

#include <QTest>

using namespace litedeck;
using litedeck::test::accountTold;
using namespace Qt::StringLiterals;
using Source = TeamStanding::Source;

namespace {

const QDateTime Then(QDate(2026, 11, 22), QTime(9, 0), Utc);
const QDateTime Now = Then.addSecs(3600);

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
    void keepsAnAccountAsJson();
    void keepsBudgetsInDollars();
    void dropsTheServersOwnJson();
    void keepsStatesByName();
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
    const auto standing = TeamStanding().afterAnswer(accountTold(status, remaining), Now);
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
    const auto active = TeamStanding().afterAnswer(accountTold(u"active"_s, 5), Then);
    const auto standing = active.afterRefusal(refusal(category, isGuess), Now);
    QTEST(standing.state, "state");
    const bool isRefused = standing.state != TeamState::Active;
    QCOMPARE(standing.source, isRefused ? Source::Refusal : Source::Account);
    QCOMPARE(standing.since, isRefused ? Now : Then);
}

void tst_TeamStanding::remembersSinceWhen()
{
    const Account paused = accountTold(u"paused"_s, 5);
    TeamStanding standing = TeamStanding().afterRefusal(refusal(ErrorCategory::TeamPaused), Then);
    standing = standing.afterAnswer(paused, Now).afterAnswer(paused, Now.addSecs(60));
    QCOMPARE(standing.since, Then);
    QCOMPARE(standing.source, Source::Account);
    standing = standing.afterAnswer(accountTold(u"active"_s, 5), Now);
    QCOMPARE(standing.since, Now);
}

void tst_TeamStanding::memoryOnlyCountsAtFirst()
{
    const Account suspended = accountTold(u"suspended"_s, 5);
    const TeamStanding known = TeamStanding().afterMemory(suspended, Then);
    QCOMPARE(known.state, TeamState::Suspended);
    QVERIFY(known.holds());
    QVERIFY(!known.isFresh());
    const TeamStanding active = known.afterAnswer(accountTold(u"active"_s, 5), Now);
    QCOMPARE(active.state, TeamState::Active);
    QCOMPARE(active.afterMemory(suspended, Then), active);
}

void tst_TeamStanding::theAccountKnowsBetterThanARefusal()
{
    const auto refused = TeamStanding().afterRefusal(refusal(ErrorCategory::TeamSuspended), Then);
    QCOMPARE(refused.afterAnswer(accountTold(u"active"_s, 5), Now).state, TeamState::Active);
    QCOMPARE(refused.afterMemory(accountTold(u"active"_s, 5), Then), refused);
}

void tst_TeamStanding::keepsAnAccountAsJson()
{
    Account account = accountTold(u"archived"_s, 412, {u"gpt-4o"_s});
    account.organization = u"Ünion"_s;
    account.accessGroups = {u"basic"_s, u"ünlimited"_s};
    QCOMPARE(*accountFromJson(accountToJson(account)), account);
    account.allowances.first().cap = 5000;
    account.allowances.first().refill = Refill{true, 200, u"monthly"_s, Then};
    account.updatedAt = Now;
    for (const auto kind : {ChargeRule::Kind::PerJob, ChargeRule::Kind::ByCost,
                            ChargeRule::Kind::ByTokens, ChargeRule::Kind::Unknown}) {
        account.charges = {kind, 2.5, 12.5, 10'000};
        QCOMPARE(*accountFromJson(accountToJson(account)), account);
    }
    QVERIFY(!accountFromJson("{}"));
    QVERIFY(!accountFromJson("[]"));
    QVERIFY(!accountFromJson(R"({"format":2})"));
}

void tst_TeamStanding::keepsBudgetsInDollars()
{
    using enum Allowance::Scope;
    Account account{.team = {u"uuid"_s}, .name = u"Research"_s};
    account.status = Account::Status::Active;
    account.charges.kind = ChargeRule::Kind::Dollars;
    account.allowances = {{.scope = Key,
                           .name = u"deck"_s,
                           .unit = AmountUnit::NanoDollars,
                           .used = 1'580'000'000,
                           .limit = 2'000'000'000,
                           .left = 420'000'000,
                           .period = u"1d"_s,
                           .resetsAt = Now},
                          {.scope = Member, .unit = AmountUnit::NanoDollars, .used = 1},
                          {.scope = User, .unit = AmountUnit::NanoDollars},
                          {.scope = Team, .unit = AmountUnit::NanoDollars},
                          {.scope = Other, .unit = AmountUnit::NanoDollars}};
    QCOMPARE(*accountFromJson(accountToJson(account)), account);
    QVERIFY(!account.creditsLeft());
    QCOMPARE(stateOf(account), TeamState::Active);
    account.allowances.first().left = 0;
    QCOMPARE(stateOf(account), TeamState::OutOfCredits);
    // Without a limit, nothing can run out.
    account.allowances.first().left.reset();
    QCOMPARE(stateOf(account), TeamState::Active);
    account.allowances.clear();
    QCOMPARE(stateOf(account), TeamState::Active);
}

void tst_TeamStanding::dropsTheServersOwnJson()
{
    // Earlier versions kept the answer as the server writes it.
    QVERIFY(!accountFromJson(
        R"({"team_id":"t","organization_id":"o","access_groups":[],"allowed_model_aliases":["m"],)"
        R"("credits":{"team_id":"t","credits_allocated":10,"credits_used":1,)"
        R"("credits_remaining":9,"status":"active","budget_mode":"job_based"}})"));
}

void tst_TeamStanding::keepsStatesByName()
{
    using enum TeamState;
    const QList<TeamState> numbered{Unknown, Active, OutOfCredits, Suspended, Paused, Other};
    for (qsizetype number = 0; number < numbered.size(); ++number) {
        QVERIFY(stateToJson(numbered.at(number)).isString());
        QCOMPARE(stateFromJson(stateToJson(numbered.at(number))), numbered.at(number));
        // Earlier versions wrote numbers.
        QCOMPARE(stateFromJson(int(number)), numbered.at(number));
    }
    QVERIFY(!stateFromJson(6));
    QVERIFY(!stateFromJson(QJsonValue()));
    QCOMPARE(stateFromJson(u"on holiday"_s), Unknown);
}

void tst_TeamStanding::keepsNoSecret()
{
    QVERIFY(!accountToJson({}).contains("key"));
}

QTEST_GUILESS_MAIN(tst_TeamStanding)
#include "tst_team_standing.moc"
