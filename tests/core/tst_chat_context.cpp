// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ChatSession.h"
#include "core/connection/Connection.h"
#include "core/conversation/ChatContext.h"
#include "core/conversation/TurnTree.h"
#include "core/settings/EndpointMemory.h"
#include "core/settings/Settings.h"
#include "core/store/Store.h"
#include "tests/support/FakeClock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

const ModelAlias Small{u"small"_s};

/// A chat of answered turns with so many characters each, a zero being one without a reply, and a
/// failed turn at its end.
Conversation chat(const QList<int> &lengths, int leftOut)
{
    Conversation conversation;
    conversation.id = {u"c"_s};
    conversation.model = Small;
    for (const int length : lengths) {
        Turn turn;
        turn.id = {QString::number(conversation.turns.size())};
        turn.model = Small;
        turn.prompt = u"?"_s;
        turn.reply = length > 0 ? QString(length - 1, u'x') : QString();
        turn.state = length > 0 ? TurnState::Complete : TurnState::Failed;
        conversation.turns.append(turn);
    }
    Turn failed;
    failed.id = {u"failed"_s};
    failed.model = Small;
    failed.prompt = u"A question"_s;
    failed.state = TurnState::Failed;
    failed.leftOut = leftOut;
    conversation.turns.append(failed);
    return conversation;
}

} // namespace

class tst_ChatContext : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutTheOldest_data();
    void leavesOutTheOldest();
    void whatWasLeftOutStaysOut();
    void deletionsDoNotShiftWhatIsLeftOut();
    void takesNoMoreThanThereIs();
    void anotherModelGetsAllOfIt();

private:
    FakeClock m_clock;
    Connection m_connection{
        {.server = QUrl(u"http://127.0.0.1:9"_s), .team = {u"t"_s}, .virtualKey = u"sk-test"_s},
        {},
        m_clock};
    Store m_store{QString()};
    OpenCalls m_openCalls{m_store};
    JobReconciler m_reconciler{m_connection.server(), m_openCalls, m_clock};
    QTemporaryDir m_directory;
    Settings m_settings{m_directory.filePath(u"settings.ini"_s)};
    EndpointMemory m_endpoints{m_settings, m_connection.url(), m_clock};
    ReplyTimes m_times;
    const ChatServices m_services{m_connection.server(), m_clock,     m_openCalls,
                                  m_reconciler,          m_endpoints, m_times};
};

void tst_ChatContext::leavesOutTheOldest_data()
{
    QTest::addColumn<QList<int>>("lengths");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const QList<int> &lengths, int before, int expected) {
        QTest::newRow(name) << lengths << before << expected;
    };
    row("nothing before", {}, 0, 0);
    row("the only one", {100}, 0, 1);
    row("two alike", {100, 100}, 0, 1);
    row("the newest is long", {100, 300}, 0, 2);
    row("the oldest is long", {300, 50, 50}, 0, 1);
    row("half exactly", {100, 50, 50}, 0, 1);
    row("a little over half", {100, 51, 50}, 0, 2);
    row("again", {100, 100, 100, 100}, 2, 3);
    row("again, down to none", {100, 100}, 1, 2);
    row("all out already", {100, 100}, 2, 2);
    row("without replies", {100, 0, 0, 100}, 0, 1);
}

void tst_ChatContext::leavesOutTheOldest()
{
    QFETCH(QList<int>, lengths);
    QFETCH(int, before);
    ChatSession session(m_services, chat(lengths, before));
    QVERIFY(session.retry({u"failed"_s}, ChatSession::Context::Shorter));
    QTEST(session.turn({u"failed"_s})->leftOut, "expected");
    session.stop();
}

void tst_ChatContext::whatWasLeftOutStaysOut()
{
    ChatSession session(m_services, chat({100, 100, 100}, 2));
    QVERIFY(session.retry({u"failed"_s}));
    session.stop();
    QCOMPARE(session.turn({u"failed"_s})->leftOut, 2);
    const TurnId next = session.send(u"Go on"_s);
    session.stop();
    QCOMPARE(session.turn(next)->leftOut, 2);
}

void tst_ChatContext::deletionsDoNotShiftWhatIsLeftOut()
{
    Conversation conversation;
    for (int i = 0; i < 5; ++i) {
        Turn turn;
        turn.id = {QString::number(i)};
        turn.prompt = turn.id.value;
        turn.reply = u"."_s;
        turn.leftOut = i == 4 ? 2 : 0;
        TurnTree::add(conversation, turn, i == 0 ? TurnId() : conversation.turns.constLast().id);
    }
    const auto sent = [&conversation] {
        QStringList prompts;
        for (const ChatMessage &message :
             requestFor(conversation, conversation.turns.constLast()).messages) {
            if (message.role == "user"_L1)
                prompts += message.content;
        }
        return prompts;
    };
    QCOMPARE(sent(), (QStringList{u"2"_s, u"3"_s, u"4"_s}));
    TurnTree::setDeleted(conversation, {u"1"_s}, true);
    QCOMPARE(sent(), (QStringList{u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(earlierMessages(conversation, conversation.turns.constLast()), 4);
    TurnTree::setDeleted(conversation, {u"0"_s}, true);
    TurnTree::setDeleted(conversation, {u"3"_s}, true);
    QCOMPARE(sent(), (QStringList{u"2"_s, u"4"_s}));
    QCOMPARE(leftOutForHalf(conversation, conversation.turns.constLast()), 4);
    TurnTree::setDeleted(conversation, {u"2"_s}, true);
    QCOMPARE(sent(), QStringList{u"4"_s});
    QCOMPARE(firstSent(conversation, conversation.turns.constLast()), 0);
}

void tst_ChatContext::takesNoMoreThanThereIs()
{
    for (const int leftOut : {-1, 0, 3, 1000}) {
        const Conversation conversation = chat({100, 100}, leftOut);
        const Turn &last = conversation.turns.constLast();
        QCOMPARE(earlierMessages(conversation, last), leftOut > 0 ? 0 : 4);
        QCOMPARE(requestFor(conversation, last).messages.size(), leftOut > 0 ? 1 : 5);
    }
}

void tst_ChatContext::anotherModelGetsAllOfIt()
{
    ChatSession session(m_services, chat({100, 100, 100}, 2));
    session.setModel({u"large"_s});
    QVERIFY(session.retry({u"failed"_s}));
    session.stop();
    QCOMPARE(session.turn({u"failed"_s})->leftOut, 0);
    session.setModel(Small);
    const TurnId next = session.send(u"Go on"_s);
    session.stop();
    QCOMPARE(session.turn(next)->leftOut, 0);
}

QTEST_GUILESS_MAIN(tst_ChatContext)
#include "tst_chat_context.moc"
