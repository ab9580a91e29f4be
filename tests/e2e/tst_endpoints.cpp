// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"

#include "core/settings/EndpointMemory.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto WholePath = "/api/jobs/create-and-call"_L1;

int streams(const Deck &deck)
{
    return deck.gateway.countRequests("POST", StreamPath);
}

int wholeReplies(const Deck &deck)
{
    return deck.gateway.countRequests("POST", WholePath);
}

/// Sends in a new conversation and waits for the end of the turn.
bool ask(Deck &deck)
{
    if (!deck.choose(u"gpt-4o-mini"_s))
        return false;
    deck.send(u"Hello"_s);
    // A refusal that may come from a proxy is followed by looks for the job, with a pause between.
    return deck.passUntil([&deck] { return deck.isOver(); });
}

} // namespace

class tst_Endpoints : public QObject
{
    Q_OBJECT

private slots:
    void A23_streamThatDoesNotWork_data();
    void A23_streamThatDoesNotWork();
    void A23_remembersWhatDoesNotWork();
    void modelThatDoesNotStream();
    void otherErrorsDoNotSwitch();
};

void tst_Endpoints::A23_streamThatDoesNotWork_data()
{
    QTest::addColumn<demo::Fault>("fault");
    QTest::newRow("the real server's defect")
        << demo::Fault{.errorInStream = true,
                       .errorText = u"'Response' object does not support the asynchronous context "
                                    "manager protocol"_s};
    QTest::newRow("method not allowed")
        << demo::Fault{.status = 405, .body = R"({"detail":"Method Not Allowed"})"};
    QTest::newRow("not implemented")
        << demo::Fault{.status = 501, .body = R"({"detail":"Not Implemented"})"};
}

void tst_Endpoints::A23_streamThatDoesNotWork()
{
    QFETCH(demo::Fault, fault);
    Deck deck;
    const int before = deck.gateway.creditsRemaining();
    fault.pathPattern = QString(StreamPath);
    deck.gateway.addFault(fault);
    QVERIFY(ask(deck));
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QVERIFY(deck.lastTurn().reply.size() > 20);
    QCOMPARE(streams(deck), 1);
    QCOMPARE(wholeReplies(deck), 1);
    QVERIFY(deck.find(u"errorPanel"_s)->isHidden());
    QTRY_COMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
    QCOMPARE(deck.gateway.creditsRemaining(), before - 1);
}

void tst_Endpoints::A23_remembersWhatDoesNotWork()
{
    Deck deck;
    deck.gateway.addFault({.pathPattern = QString(StreamPath), .times = 1, .status = 501});
    QVERIFY(ask(deck));
    deck.open();
    QVERIFY(ask(deck));
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(streams(deck), 1);
    QCOMPARE(wholeReplies(deck), 2);

    deck.workspace.reset();
    deck.clock.advance(std::chrono::hours(24 * EndpointMemory::DaysKept));
    deck.open();
    QVERIFY(ask(deck));
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(streams(deck), 2);
}

void tst_Endpoints::modelThatDoesNotStream()
{
    Deck deck;
    deck.gateway.addFault(
        {.pathPattern = QString(StreamPath),
         .times = 1,
         .status = 400,
         .body =
             R"({"error":{"message":"Unsupported value: 'stream' does not support true with this )"
             R"(model. Only the default (false) value is supported.","type":)"
             R"("invalid_request_error","param":"stream","code":"unsupported_value"}})"});
    QVERIFY(ask(deck));
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(wholeReplies(deck), 1);
    // The server streams what other models say.
    QVERIFY(ask(deck));
    QCOMPARE(streams(deck), 2);
    QCOMPARE(wholeReplies(deck), 1);
}

void tst_Endpoints::otherErrorsDoNotSwitch()
{
    Deck deck;
    deck.gateway.addFault(
        {.pathPattern = QString(StreamPath), .status = 400, .body = R"({"detail":"Bad request"})"});
    QVERIFY(ask(deck));
    QCOMPARE(deck.lastTurn().state, TurnState::Failed);
    QCOMPARE(wholeReplies(deck), 0);
}

QTEST_MAIN(tst_Endpoints)
#include "tst_endpoints.moc"
