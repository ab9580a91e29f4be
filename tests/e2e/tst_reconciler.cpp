// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SettlementLine.h"
#include "core/store/ConversationTables.h"
#include "core/store/Store.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace litedeck;
using namespace litedeck::test;
using namespace std::chrono_literals;

/// What becomes of calls over time and over the end of a program.
class tst_Reconciler : public QObject
{
    Q_OBJECT

private slots:
    void asksAgainWhenTheServerCouldNotBeAsked();
    void closesWhatAnEarlierRunLeftOpen();
    void closesSoonWhatHadShownTextInAnEarlierRun();
    void givesUpWhatNobodyKnowsAfterADay();
};

void tst_Reconciler::asksAgainWhenTheServerCouldNotBeAsked()
{
    SettlementLine line;
    const JobId id = line.createJob(u"lost"_s);
    const QTemporaryDir directory;
    Store store(directory.filePath(u"chats.sqlite"_s));
    OpenCalls openCalls(store);
    JobReconciler reconciler(line.server(), openCalls, line.clock);
    QSignalSpy left(&openCalls, &OpenCalls::leftOpen);
    QTRY_COMPARE(left.size(), 1);

    line.gateway.addFault(
        {.method = "GET", .pathPattern = QString(ListPath), .times = 1, .status = 503});
    QList<CallFate> fates;
    connect(&reconciler, &JobReconciler::settled, &line.context,
            [&fates](const OpenCall &, const CallFinding &found) { fates += found.fate; });
    const OpenCall call{.callKey = u"lost"_s, .sentAt = line.clock.utcNow()};
    bool written = false;
    openCalls.open(call, &line.context, [&written] { written = true; });
    QTRY_VERIFY(written);
    reconciler.settle(call, endWith(Outcome::Rejected));
    QTRY_COMPARE(fates, QList{CallFate::Unknown});
    line.clock.advance(JobReconciler::FirstPause);
    QTRY_COMPARE(fates, (QList{CallFate::Unknown, CallFate::Uncharged}));
    QCOMPARE(line.gateway.job(id.value).value("status"_L1).toString(), u"FAILED"_s);
}

void tst_Reconciler::closesWhatAnEarlierRunLeftOpen()
{
    SettlementLine line;
    const JobId id = line.createJob(u"lost"_s);
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"chats.sqlite"_s);
    const OpenCall call{.callKey = u"lost"_s,
                        .conversation = {u"c"_s},
                        .turn = {u"t"_s},
                        .sentAt = line.clock.utcNow()};
    {
        Store store(path);
        OpenCalls openCalls(store);
        bool written = false;
        openCalls.open(call, &line.context, [&written] { written = true; });
        QTRY_VERIFY(written);
    }
    line.clock.advance(CallPatience().wholeReply + 1s);
    {
        Store store(path);
        OpenCalls openCalls(store);
        JobReconciler reconciler(line.server(), openCalls, line.clock);
        QList<OpenCall> settled;
        connect(&reconciler, &JobReconciler::settled, &line.context,
                [&settled](const OpenCall &of, const CallFinding &) { settled += of; });
        QTRY_COMPARE(settled, QList{call});
        QCOMPARE(line.gateway.job(id.value).value("status"_L1).toString(), u"FAILED"_s);
    }
    Store store(path);
    OpenCalls openCalls(store);
    QList<OpenCall> left{call};
    connect(&openCalls, &OpenCalls::leftOpen, &line.context,
            [&left](const QList<OpenCall> &calls) { left = calls; });
    QTRY_VERIFY(left.isEmpty());
}

void tst_Reconciler::closesSoonWhatHadShownTextInAnEarlierRun()
{
    SettlementLine line;
    const JobId id = line.createJob(u"lost"_s);
    const QTemporaryDir directory;
    Store store(directory.filePath(u"chats.sqlite"_s));
    const OpenCall call{.callKey = u"lost"_s, .turn = {u"t"_s}, .sentAt = line.clock.utcNow()};
    store.write([call](Database &database) {
        Turn turn;
        turn.id = call.turn;
        turn.reply = u"Once upon a"_s;
        const Conversation conversation{.id = {u"c"_s}, .turns = {turn}};
        return ConversationTables::saveConversation(database, conversation);
    });
    store.write([call](Database &database) { return OpenCallTable::insert(database, call); });
    OpenCalls openCalls(store);
    JobReconciler reconciler(line.server(), openCalls, line.clock);
    std::optional<CallFate> fate;
    connect(&reconciler, &JobReconciler::settled, &line.context,
            [&fate](const OpenCall &, const CallFinding &found) { fate = found.fate; });
    QTRY_COMPARE(line.clock.untilNextTimer(), 1s);
    QVERIFY(line.passUntil(line.clock.monotonicNow() + 5s));
    QTRY_COMPARE(fate, CallFate::Uncharged);
    QCOMPARE(line.gateway.job(id.value).value("status"_L1).toString(), u"FAILED"_s);
}

void tst_Reconciler::givesUpWhatNobodyKnowsAfterADay()
{
    SettlementLine line;
    const QTemporaryDir directory;
    Store store(directory.filePath(u"chats.sqlite"_s));
    OpenCalls openCalls(store);
    JobReconciler reconciler(line.server(), openCalls, line.clock);
    OpenCall call = callOf(line, u"gone"_s);
    call.sentAt = call.sentAt.addDuration(-JobReconciler::LongestSearch).addSecs(60);
    int settled = 0;
    connect(&reconciler, &JobReconciler::settled, &line.context, [&](const auto &, const auto &) {
        ++settled;
        QCOMPARE(reconciler.isSettling(u"gone"_s), settled == 1);
    });
    reconciler.settle(call, endWith(Outcome::Committed));
    QVERIFY(line.passUntil(line.clock.monotonicNow() + 10min));
    QCOMPARE(settled, 2);
}

QTEST_GUILESS_MAIN(tst_Reconciler)
#include "tst_reconciler.moc"
