// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChatStack.h"
#include "core/chat/ErrorReporter.h"
#include "core/demo/DemoGateway.h"
#include "core/team/KeyWatch.h"
#include "core/team/LedgerHistory.h"
#include "core/team/TeamMonitor.h"
#include "tests/support/FakeClock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

const ErrorOrigin OfTeam{.kind = ErrorOrigin::Kind::Team};
const ErrorOrigin OfLedger{.kind = ErrorOrigin::Kind::Ledger};

/// What reports errors, without a window.
struct Reports
{
    Reports()
    {
        gateway.listen();
        stack = std::make_unique<ChatStack>(GatewayAddress{.server = gateway.baseUrl(),
                                                           .team = {gateway.teamId()},
                                                           .virtualKey = gateway.virtualKey()},
                                            directory.filePath(u"chats.sqlite"_s), clock);
        const Connection &connection = stack->connection;
        monitor = std::make_unique<TeamMonitor>(connection.server(), clock);
        key = std::make_unique<KeyWatch>(connection.server(), connection.attempts());
        ledger = std::make_unique<LedgerHistory>(connection.server(), connection.team(), clock,
                                                 stack->store, *monitor);
        reporter = std::make_unique<ErrorReporter>(
            stack->errors, ErrorReporter::Sources{*monitor, *ledger, *key, stack->live});
    }

    /// Asks for the account; whether it was answered.
    bool ask() const
    {
        QSignalSpy answered(monitor.get(), &TeamMonitor::answered);
        monitor->refresh();
        return QTest::qWaitFor([&answered] { return !answered.isEmpty(); });
    }
    void failNext(const QString &path, int status, const QByteArray &body = {})
    {
        gateway.addFault(
            {.method = "GET", .pathPattern = path, .times = 1, .status = status, .body = body});
    }
    const QList<ErrorEntry> &listed() const { return stack->errors.entries(); }

    QTemporaryDir directory;
    demo::DemoGateway gateway;
    FakeClock clock;
    std::unique_ptr<ChatStack> stack;
    std::unique_ptr<TeamMonitor> monitor;
    std::unique_ptr<KeyWatch> key;
    std::unique_ptr<LedgerHistory> ledger;
    std::unique_ptr<ErrorReporter> reporter;
};

} // namespace

/// The core tells its own errors: nobody need look at them.
class tst_ErrorReports : public QObject
{
    Q_OBJECT

private slots:
    void accountThatCannotBeHad();
    void ledgerThatCanBeHadAgain();
    void refusedKeyIsToldOnce();
    void refusalsEndWhenTheTeamMayWork();
};

void tst_ErrorReports::accountThatCannotBeHad()
{
    Reports reports;
    reports.failNext(u"/api/teams/*"_s, 500, R"({"detail":"no database"})");
    QVERIFY(reports.ask());
    QCOMPARE(reports.listed().size(), 1);
    QCOMPARE(reports.listed().first().origin, OfTeam);
    QVERIFY(reports.ask());
    QVERIFY(reports.listed().isEmpty());
    QCOMPARE(reports.stack->errors.history().first().end, ErrorEnd::WorkedAgain);
}

void tst_ErrorReports::ledgerThatCanBeHadAgain()
{
    Reports reports;
    const QSignalSpy changed(reports.ledger.get(), &LedgerHistory::changed);
    reports.ledger->load();
    QTRY_COMPARE(changed.size(), 1);
    reports.failNext(u"/api/credits/**"_s, 500, R"({"detail":"no database"})");
    reports.ledger->refresh();
    QTRY_VERIFY(reports.ledger->error());
    reports.stack->errors.report(OfLedger, *reports.ledger->error());
    reports.ledger->refresh();
    QTRY_VERIFY(reports.ledger->isFresh());
    QVERIFY(reports.listed().isEmpty());
}

void tst_ErrorReports::refusedKeyIsToldOnce()
{
    Reports reports;
    const QByteArray refusal = R"({"detail":"Invalid API key"})";
    reports.failNext(u"/api/credits/**"_s, 401, refusal);
    reports.key->ask();
    QTRY_COMPARE(reports.listed().size(), 1);
    QCOMPARE(reports.listed().first().origin, ErrorOrigin());
    // The account says the same.
    reports.failNext(u"/api/teams/*"_s, 401, refusal);
    QVERIFY(reports.ask());
    QCOMPARE(reports.listed().size(), 1);
    reports.key->ask();
    QTRY_VERIFY(reports.listed().isEmpty());
}

void tst_ErrorReports::refusalsEndWhenTheTeamMayWork()
{
    Reports reports;
    reports.gateway.setTeamStatus(u"paused"_s);
    QVERIFY(reports.ask());
    Error refusal;
    refusal.category = ErrorCategory::TeamPaused;
    reports.stack->errors.report(ErrorOrigin::ofTurn({u"c"_s}, {u"t"_s}), refusal);
    QCOMPARE(reports.listed().size(), 1);
    reports.gateway.setTeamStatus(u"active"_s);
    QVERIFY(reports.ask());
    QVERIFY(reports.listed().isEmpty());
    QCOMPARE(reports.stack->errors.history().first().end, ErrorEnd::Superseded);
}

QTEST_GUILESS_MAIN(tst_ErrorReports)
#include "tst_error_reports.moc"
