// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChatStack.h"
#include "core/demo/DemoGateway.h"
#include "core/demo/FaultPlan.h"
#include "core/net/HttpExchange.h"
#include "tests/support/FakeClock.h"

#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
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

/// How many times the text is looked for after a kill; sanitizers make each start slow.
#if defined(__SANITIZE_ADDRESS__)
constexpr int RandomKills = 15;
#else
constexpr int RandomKills = 100;
#endif

/// How much of the stream's time may be lost.
constexpr Milliseconds MostLost{500};

/// What a victim told last: how much of the reply it had at which time of its stream.
struct Progress
{
    qint64 time = 0; ///< Milliseconds since the attempt began.
    qsizetype characters = 0;
};

/// What the next start finds of the only message.
struct Found
{
    QList<RecoveredTurn> recovered;
    Conversation conversation;
    QStringList openTurns; ///< The turns of the calls that are still open.
};

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

private:
    GatewayAddress addressOf(const demo::DemoGateway &gateway) const;
    QString wholeReply(const demo::DemoGateway &gateway);
    QList<Progress> killAt(const demo::DemoGateway &gateway, const QString &database,
                           qsizetype characters);
    Found look(const QString &database);

private slots:
    void initTestCase();
    void noJobStaysOpenAndNothingIsChargedTwice_data();
    void noJobStaysOpenAndNothingIsChargedTwice();
    void textOutlivesAnyMoment();

private:
    QTemporaryDir m_directory;
};

void tst_Kill::initTestCase()
{
    QVERIFY(m_directory.isValid());
}

GatewayAddress tst_Kill::addressOf(const demo::DemoGateway &gateway) const
{
    return {.server = gateway.baseUrl(),
            .team = {gateway.teamId()},
            .virtualKey = gateway.virtualKey()};
}

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
    const GatewayAddress address = addressOf(gateway);
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
    connect(&chats.openCalls, &OpenCalls::leftOpen, this, [&](const QList<OpenCall> &calls) {
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
        // Time for the looks, but not for the limits of a request that is under way.
        if (chats.connection.findChildren<HttpExchange *>().isEmpty())
            clock.advance(1s);
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

/// The reply that nobody interrupts.
QString tst_Kill::wholeReply(const demo::DemoGateway &gateway)
{
    SystemClock clock;
    ChatStack chats(addressOf(gateway), m_directory.filePath(u"whole.sqlite"_s), clock);
    ChatSession *session = chats.live.create({u"gpt-4o-mini"_s});
    session->send(u"How should a client retry a failed call?"_s);
    const auto isOver = [session] { return !session->isBusy(); };
    return QTest::qWaitFor(isOver, 20'000) ? session->conversation().turns.constFirst().reply
                                           : QString();
}

/// Runs a victim until it has told of so many characters; what it told, the last one at the end.
QList<Progress> tst_Kill::killAt(const demo::DemoGateway &gateway, const QString &database,
                                 qsizetype characters)
{
    QList<Progress> told;
    QProcess victim;
    victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&victim, &QProcess::readyReadStandardOutput, this, [&] {
        while (victim.canReadLine()) {
            const QByteArrayList words = victim.readLine().trimmed().split(' ');
            if (words.size() == 3)
                told += {words.at(1).toLongLong(), words.at(2).toLongLong()};
        }
        if (!told.isEmpty() && told.constLast().characters >= characters)
            victim.kill();
    });
    const GatewayAddress address = addressOf(gateway);
    victim.start(QStringLiteral(KILL_VICTIM), {address.server.toString(), address.team.value,
                                               address.virtualKey, database, u"ticks"_s});
    // Not QTest::qWaitFor(), which would let the gateway write at most once in 10 ms.
    QSignalSpy over(&victim, &QProcess::finished);
    return over.wait(20'000) && victim.exitStatus() == QProcess::CrashExit ? told
                                                                           : QList<Progress>();
}

/// Opens the store as the next start does.
Found tst_Kill::look(const QString &database)
{
    Found found;
    bool isRead = false;
    FakeClock clock;
    Store store(database);
    ConversationStore conversations(store, clock);
    connect(&conversations, &ConversationStore::recovered, this,
            [&found](const QList<RecoveredTurn> &turns) { found.recovered = turns; });
    store.post(OpenCallTable::load, this, [&](const StoreResult<QList<OpenCall>> &calls) {
        for (const OpenCall &call : calls ? *calls : QList<OpenCall>())
            found.openTurns += call.turn.value;
    });
    conversations.loadSummaries(this, [&](const StoreResult<QList<ConversationSummary>> &all) {
        if (!all || all->size() != 1)
            return;
        conversations.loadConversation(all->constFirst().id, this,
                                       [&](const StoreResult<Conversation> &read) {
                                           if (read)
                                               found.conversation = *read;
                                           isRead = true;
                                       });
    });
    const bool isComplete = QTest::qWaitFor([&isRead] { return isRead; }, 20'000);
    return isComplete ? found : Found();
}

void tst_Kill::textOutlivesAnyMoment()
{
    bool isGiven = false;
    const uint given = qEnvironmentVariableIntValue("LITEDECK_KILL_SEED", &isGiven);
    const uint seed = isGiven ? given : QRandomGenerator::global()->generate() >> 1;
    qInfo("LITEDECK_KILL_SEED=%u repeats these moments", seed);
    QRandomGenerator random(seed);
    demo::DemoGateway gateway({.pastJobs = 0, .providerDelayMs = 0, .textPaceMs = 1});
    QVERIFY(gateway.listen());
    const QString reply = wholeReply(gateway);
    QVERIFY(reply.size() > 300);
    // What every victim begins with, so that it loses no time with making tables.
    const QString fresh = m_directory.filePath(u"fresh.sqlite"_s);
    {
        Store store(fresh);
        FakeClock clock;
        ConversationStore conversations(store, clock);
        QSignalSpy ready(&conversations, &ConversationStore::recovered);
        QTRY_COMPARE(ready.size(), 1);
    }

    for (int i = 0; i < RandomKills; ++i) {
        const qsizetype moment = random.bounded(int(reply.size() * 9 / 10));
        const QByteArray which = QByteArray::number(i) + ", after " + QByteArray::number(moment);
        const QString database = m_directory.filePath(u"victim-%1.sqlite"_s.arg(i));
        QVERIFY(QFile::copy(fresh, database));
        const QList<Progress> told = killAt(gateway, database, moment);
        QVERIFY2(!told.isEmpty(), which.constData());
        const Found found = look(database);
        QVERIFY2(found.conversation.turns.size() == 1, which.constData());
        const Turn turn = found.conversation.turns.constFirst();
        QVERIFY2(reply.startsWith(turn.reply), which.constData());
        // The victim may be quicker than its end.
        if (turn.state == TurnState::Complete) {
            QCOMPARE(turn.reply, reply);
            continue;
        }
        QCOMPARE(turn.state, TurnState::Interrupted);
        qsizetype surely = 0;
        for (const Progress &progress : told) {
            if (progress.time + MostLost.count() <= told.constLast().time)
                surely = progress.characters;
        }
        QVERIFY2(turn.reply.size() >= surely, which.constData());
        QCOMPARE(found.recovered.size(), 1);
        QCOMPARE(found.recovered.constFirst().turnId, turn.id);
        QCOMPARE(found.recovered.constFirst().characters, turn.reply.size());
        QCOMPARE(found.openTurns, QStringList{turn.id.value});
    }
}

QTEST_GUILESS_MAIN(tst_Kill)
#include "tst_kill.moc"
