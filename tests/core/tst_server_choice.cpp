// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/ServerChoice.h"
#include "tests/support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUrl First(u"https://one.example/gate"_s);
const QUrl Second(u"http://two.example:8443/"_s);
const QUrl Health(u"https://one.example/gate/health"_s);

HttpResult refused()
{
    return {.outcome = Outcome::NotSent, .end = WireEnd::ConnectionRefused};
}

} // namespace

class tst_ServerChoice : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatIsUnreachable_data();
    void knowsWhatIsUnreachable();
    void routes();
    void staysWithoutASecond();
    void changesAndLooksBack();
    void goesBackWhenTheSecondFails();
    void ignoresAttemptsFromBefore();

private:
    FakeClock m_clock;
};

void tst_ServerChoice::knowsWhatIsUnreachable_data()
{
    QTest::addColumn<Effect>("effect");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<WireEnd>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, Effect effect, Outcome outcome, WireEnd end, int status,
                        bool expected) {
        QTest::newRow(name) << effect << outcome << end << status << expected;
    };
    using enum WireEnd;
    using enum Effect;
    row("refused", Safe, Outcome::NotSent, ConnectionRefused, 0, true);
    row("no such host", Safe, Outcome::NotSent, HostNotFound, 0, true);
    row("silent", Safe, Outcome::Ambiguous, FirstByteTimeout, 0, true);
    row("closed", Idempotent, Outcome::Ambiguous, Cut, 0, true);
    row("cut in the reply", Safe, Outcome::Committed, Cut, 200, false);
    row("answered 503", Safe, Outcome::Rejected, Complete, 503, false);
    row("stopped by the user", Safe, Outcome::Ambiguous, Cancelled, 0, false);
    row("charging, refused", Charges, Outcome::NotSent, ConnectionRefused, 0, true);
    row("charging, no connection in time", Charges, Outcome::NotSent, ConnectTimeout, 0, true);
    row("charging, closed", Charges, Outcome::Ambiguous, Cut, 0, false);
    row("charging, silent", Charges, Outcome::Ambiguous, FirstByteTimeout, 0, false);
    row("creating, silent", Creates, Outcome::Ambiguous, TotalTimeout, 0, false);
}

void tst_ServerChoice::knowsWhatIsUnreachable()
{
    QFETCH(Effect, effect);
    QFETCH(Outcome, outcome);
    QFETCH(WireEnd, end);
    QFETCH(int, status);
    const HttpResult result{.outcome = outcome, .end = end, .status = status};
    QTEST(ServerChoice::wasUnreachable(effect, result), "expected");
}

void tst_ServerChoice::routes()
{
    ServerChoice choice(First, Second, m_clock);
    const QUrl url(u"https://one.example/gate/api/teams/a%2Fb/jobs?limit=5&q=x%26y"_s);
    QCOMPARE(choice.route(url), url);
    choice.recordAttempt(url, Effect::Safe, refused());
    QCOMPARE(choice.route(url).toEncoded(),
             "http://two.example:8443/api/teams/a%2Fb/jobs?limit=5&q=x%26y"_ba);
}

void tst_ServerChoice::staysWithoutASecond()
{
    ServerChoice choice(First, {}, m_clock);
    QSignalSpy changed(&choice, &ServerChoice::changed);
    choice.recordAttempt(Health, Effect::Safe, refused());
    QCOMPARE(choice.current(), First);
    QCOMPARE(changed.size(), 0);
}

void tst_ServerChoice::changesAndLooksBack()
{
    ServerChoice choice(First, Second, m_clock);
    QSignalSpy changed(&choice, &ServerChoice::changed);
    QSignalSpy looks(&choice, &ServerChoice::lookNeeded);
    choice.recordAttempt(Health, Effect::Charges, refused());
    QVERIFY(choice.usesSecond());
    QCOMPARE(choice.current(), Second);
    QCOMPARE(changed.size(), 1);
    m_clock.advance(ServerChoice::FirstLook - 1ms);
    QCOMPARE(looks.size(), 0);
    m_clock.advance(1ms);
    QCOMPARE(looks.size(), 1);
    choice.recordLook(false);
    QVERIFY(choice.usesSecond());
    m_clock.advance(2 * ServerChoice::FirstLook - 1ms);
    QCOMPARE(looks.size(), 1);
    for (int look = 0; look < 8; ++look) {
        m_clock.advance(ServerChoice::LongestLook);
        choice.recordLook(false);
    }
    QCOMPARE(looks.size(), 9);
    m_clock.advance(ServerChoice::LongestLook);
    choice.recordLook(true);
    QVERIFY(!choice.usesSecond());
    QCOMPARE(changed.size(), 2);
    m_clock.advance(ServerChoice::LongestLook);
    QCOMPARE(looks.size(), 10);
}

void tst_ServerChoice::goesBackWhenTheSecondFails()
{
    ServerChoice choice(First, Second, m_clock);
    QSignalSpy looks(&choice, &ServerChoice::lookNeeded);
    choice.recordAttempt(Health, Effect::Safe, refused());
    choice.recordAttempt(choice.route(Health), Effect::Safe, refused());
    QVERIFY(!choice.usesSecond());
    m_clock.advance(ServerChoice::LongestLook);
    QCOMPARE(looks.size(), 0);
    // A look that was under way when the calls came back changes nothing.
    choice.recordLook(true);
    QVERIFY(!choice.usesSecond());
}

void tst_ServerChoice::ignoresAttemptsFromBefore()
{
    ServerChoice choice(First, Second, m_clock);
    choice.recordAttempt(Health, Effect::Safe, refused());
    choice.recordAttempt(Health, Effect::Safe, refused());
    QVERIFY(choice.usesSecond());
}

QTEST_GUILESS_MAIN(tst_ServerChoice)
#include "tst_server_choice.moc"
