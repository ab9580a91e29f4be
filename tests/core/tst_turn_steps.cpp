// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/chat/TurnSteps.h"
#include "core/conversation/TurnTree.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 11, 22), QTime(9, 0), Utc);
const ModelAlias Small{u"small"_s};
const ModelAlias Large{u"large"_s};

Turn turnOf(const QString &id, const ModelAlias &model)
{
    Turn turn;
    turn.id = {id};
    turn.model = model;
    turn.prompt = u"Why?"_s;
    return turn;
}

/// A conversation with an answered turn and a failed one.
Conversation talk(Billing billing = Billing::PerMessage)
{
    Conversation conversation;
    conversation.model = Small;
    conversation.settings.billing = billing;
    conversation.openJob = {u"job"_s};
    Turn first = turnOf(u"first"_s, Small);
    first.state = TurnState::Complete;
    first.reply = u"Because."_s;
    first.leftOut = 2;
    Turn second = turnOf(u"second"_s, Small);
    second.state = TurnState::Failed;
    second.error.emplace();
    second.jobId = {u"job"_s};
    second.leftOut = 1;
    second.cost.credits = Measured<qint64>::reported(1);
    TurnTree::add(conversation, first, {});
    TurnTree::add(conversation, second, first.id);
    return conversation;
}

Expected<StreamedReply, Error> failure(ErrorCategory category, Outcome outcome)
{
    Error error;
    error.category = category;
    error.outcome = outcome;
    return Unexpected{error};
}

} // namespace

class tst_TurnSteps : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithWhatFittedBefore();
    void isBookedOnTheJobOfAConversation();
    void keepsApartWhatAnEarlierJobTook();
    void asksAnotherModelForAll();
    void endsWithItsReply();
    void whatNeverLeftCostsNothing();
    void aFailureKeepsTheTextThatArrived();
};

void tst_TurnSteps::beginsWithWhatFittedBefore()
{
    Conversation conversation = talk();
    const Turn same = TurnSteps::begun(conversation, {u"first"_s}, u"And?"_s, {}, Now);
    QCOMPARE(same.model, Small);
    QCOMPARE(same.prompt, u"And?"_s);
    QCOMPARE(same.sentAt, Now);
    QCOMPARE(same.leftOut, 2);
    QVERIFY(!same.id.isEmpty());
    conversation.model = Large;
    QCOMPARE(TurnSteps::begun(conversation, {u"first"_s}, u"And?"_s, {}, Now).leftOut, 0);
    QCOMPARE(TurnSteps::begun(conversation, {}, u"And?"_s, {}, Now).leftOut, 0);
}

void tst_TurnSteps::isBookedOnTheJobOfAConversation()
{
    QVERIFY(TurnSteps::begun(talk(), {}, u"And?"_s, {}, Now).jobId.isEmpty());
    const Conversation shared = talk(Billing::PerConversation);
    QCOMPARE(TurnSteps::begun(shared, {}, u"And?"_s, {}, Now).jobId, JobId{u"job"_s});
}

void tst_TurnSteps::keepsApartWhatAnEarlierJobTook()
{
    using enum TurnSteps::Context;
    const Conversation ownJobs = talk();
    Turn again = ownJobs.turns.constLast();
    TurnSteps::askAgain(again, ownJobs, Whole, Now);
    QCOMPARE(again.state, TurnState::Pending);
    QVERIFY(!again.error && !again.cost.credits.isKnown() && again.jobId.isEmpty());
    QCOMPARE(again.lost.size(), 1);
    QCOMPARE(again.lost.constFirst().credits, Measured<qint64>::reported(1));

    const Conversation shared = talk(Billing::PerConversation);
    Turn inTheSame = shared.turns.constLast();
    TurnSteps::askAgain(inTheSame, shared, Whole, Now);
    QVERIFY(inTheSame.lost.isEmpty());
    QCOMPARE(inTheSame.jobId, JobId{u"job"_s});
}

void tst_TurnSteps::asksAnotherModelForAll()
{
    using enum TurnSteps::Context;
    Conversation conversation = talk();
    Turn again = conversation.turns.constLast();
    TurnSteps::askAgain(again, conversation, Whole, Now);
    QCOMPARE(again.leftOut, 1);
    conversation.model = Large;
    TurnSteps::askAgain(again, conversation, Whole, Now);
    QCOMPARE(again.leftOut, 0);
    QCOMPARE(again.model, Large);
    TurnSteps::askAgain(again, conversation, Shorter, Now);
    QCOMPARE(again.leftOut, 1);
}

void tst_TurnSteps::endsWithItsReply()
{
    const Conversation conversation = talk();
    Turn turn = conversation.turns.constLast();
    StreamedReply reply;
    reply.usage.promptTokens = 13;
    TurnSteps::end(turn, conversation, reply);
    QCOMPARE(turn.state, TurnState::Complete);
    QCOMPARE(turn.cost.promptTokens, Measured<qint64>::reported(13));
    QVERIFY(!turn.cost.completionTokens.isKnown());
}

void tst_TurnSteps::whatNeverLeftCostsNothing()
{
    const Conversation conversation = talk();
    Turn held = turnOf(u"second"_s, Small);
    TurnSteps::end(held, conversation, failure(ErrorCategory::Cancelled, Outcome::NotSent));
    QCOMPARE(held.state, TurnState::Stopped);
    QCOMPARE(held.cost.credits, Measured<qint64>::reported(0));
    Turn sent = turnOf(u"second"_s, Small);
    TurnSteps::end(sent, conversation, failure(ErrorCategory::Cancelled, Outcome::Ambiguous));
    QCOMPARE(sent.state, TurnState::Stopped);
    QVERIFY(!sent.cost.credits.isKnown());
}

void tst_TurnSteps::aFailureKeepsTheTextThatArrived()
{
    Conversation conversation = talk();
    conversation.turns.last().leftOut = 0;
    Turn empty = conversation.turns.constLast();
    const auto cut = failure(ErrorCategory::StreamInterrupted, Outcome::Committed);
    TurnSteps::end(empty, conversation, cut);
    QCOMPARE(empty.state, TurnState::Failed);
    QCOMPARE(empty.error->hadText, std::optional(false));
    QCOMPARE(empty.error->earlierMessages, 2);
    Turn begun = conversation.turns.constLast();
    begun.reply = u"Bec"_s;
    TurnSteps::end(begun, conversation, cut);
    QCOMPARE(begun.state, TurnState::Interrupted);
    QCOMPARE(begun.error->hadText, std::optional(true));
    QCOMPARE(begun.reply, u"Bec"_s);
}

QTEST_GUILESS_MAIN(tst_TurnSteps)
#include "tst_turn_steps.moc"
