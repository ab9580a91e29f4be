// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChatStack.h"
#include "demo/DemoGateway.h"
#include "demo/FaultPlan.h"
#include "support/FakeClock.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto StreamPath = "/api/jobs/create-and-call-stream"_L1;

bool isOpen(const QJsonValue &job)
{
    const QString status = job["status"_L1].toString();
    return status == "PENDING"_L1 || status == "IN_PROGRESS"_L1;
}

bool hasOpenJob(const demo::DemoGateway &gateway)
{
    const QJsonArray jobs = gateway.jobs();
    return std::any_of(jobs.cbegin(), jobs.cend(), isOpen);
}

} // namespace

/// Ends a program that is sending, at many points, and looks what the next start makes of it.
class tst_Kill : public QObject
{
    Q_OBJECT

private slots:
    void noJobStaysOpenAndNothingIsChargedTwice_data();
    void noJobStaysOpenAndNothingIsChargedTwice();
};

void tst_Kill::noJobStaysOpenAndNothingIsChargedTwice_data()
{
    // Where the program is ended: at a line of its own, or when this request reaches the server.
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("request");
    // Whether the server gives a call up whose client has left.
    QTest::addColumn<bool>("abandons");

    for (const bool abandons : {false, true}) {
        const char *server = abandons ? "abandons" : "goes on";
        QTest::addRow("before the first byte, %s", server) << u"attempt"_s << QString() << abandons;
        QTest::addRow("as the call arrives, %s", server)
            << QString() << QString(StreamPath) << abandons;
        for (const int texts : {1, 2, 3, 5, 8})
            QTest::addRow("text %d, %s", texts, server)
                << u"text %1"_s.arg(texts) << QString() << abandons;
        QTest::addRow("after the last text, %s", server) << u"ended"_s << QString() << abandons;
        QTest::addRow("as it looks for its job, %s", server)
            << QString() << u"/api/teams/*/jobs"_s << abandons;
        QTest::addRow("as it reads the costs, %s", server)
            << QString() << u"/api/jobs/*/costs"_s << abandons;
        QTest::addRow("when all is settled, %s", server) << u"settled"_s << QString() << abandons;
    }
}

void tst_Kill::noJobStaysOpenAndNothingIsChargedTwice()
{
    QFETCH(QString, mark);
    QFETCH(QString, request);
    QFETCH(bool, abandons);
    demo::DemoGateway gateway(
        {.pastJobs = 0, .providerDelayMs = 30, .textPaceMs = 5, .abandonsOnDisconnect = abandons});
    QVERIFY(gateway.listen());
    const GatewayAddress address{.server = gateway.baseUrl(),
                                 .team = {gateway.teamId()},
                                 .virtualKey = gateway.virtualKey()};
    const QTemporaryDir directory;
    const QString database = directory.filePath(u"chats.sqlite"_s);

    QProcess victim;
    victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&victim, &QProcess::readyReadStandardOutput, this, [&victim, &mark] {
        while (victim.canReadLine()) {
            if (victim.readLine().trimmed() == mark.toUtf8())
                victim.kill();
        }
    });
    connect(&gateway, &demo::DemoGateway::requestReceived, &victim,
            [&victim, &request](const demo::SeenRequest &seen) {
                if (!request.isEmpty() && demo::matchesPath(request, seen.path))
                    victim.kill();
            });
    victim.start(QStringLiteral(KILL_VICTIM),
                 {address.server.toString(), address.team.value, address.virtualKey, database});
    QTRY_COMPARE_WITH_TIMEOUT(victim.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
    if (!abandons)
        QTRY_VERIFY(!hasOpenJob(gateway));

    // The next start, when no provider can be running any more.
    FakeClock clock(QDateTime::currentDateTimeUtc().addSecs(3600));
    ChatStack chats(address, database, clock);
    bool loaded = false;
    QStringList open;
    connect(&chats.ledger, &JobLedger::leftOpen, this, [&](const QList<OpenCall> &calls) {
        loaded = true;
        for (const OpenCall &call : calls)
            open += call.callKey;
    });
    connect(&chats.reconciler, &JobReconciler::settled, this,
            [&open](const OpenCall &call, const CallFinding &finding) {
                QVERIFY(finding.fate != CallFate::Unknown);
                open.removeOne(call.callKey);
            });
    const auto isSettled = [&] {
        if (clock.untilNextTimer() == CallSettlement::AbsencePause)
            clock.advance(CallSettlement::AbsencePause);
        return loaded && open.isEmpty();
    };
    QTRY_VERIFY(isSettled());
    QVERIFY(!hasOpenJob(gateway));
    QVERIFY(gateway.countRequests("POST", StreamPath) <= 1);
    QVERIFY(gateway.jobs().size() <= 1);
    QVERIFY(gateway.creditsRemaining() >= 999);

    bool written = false;
    chats.store.post(OpenCallTable::load, this, [&](const StoreResult<QList<OpenCall>> &calls) {
        QVERIFY(calls && calls->isEmpty());
        written = true;
    });
    QTRY_VERIFY(written);
}

QTEST_GUILESS_MAIN(tst_Kill)
#include "tst_kill.moc"
