// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/WaitingText.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const ModelAlias Claude{u"claude"_s};

Turn replyAfter(Milliseconds wait, Milliseconds latency, qsizetype characters = 1000)
{
    static int number = 0;
    Turn turn;
    turn.id = {QString::number(++number)};
    turn.model = Claude;
    turn.state = TurnState::Complete;
    turn.reply = QString(characters, u'x');
    turn.cost.timeToFirstText = Measured<Milliseconds>::reported(wait);
    turn.cost.latency = Measured<Milliseconds>::reported(latency);
    return turn;
}

} // namespace

/// How long a model usually takes, and how that is said.
class tst_WaitingText : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsUsual();
    void oneReplyIsNoHabit();
    void outliersAreLeftOut();
    void onlyLongRepliesTellWhetherTheyComeWhole();
    void eachTurnCountsOnce();
};

void tst_WaitingText::saysWhatIsUsual()
{
    QCOMPARE(waitingText(Claude, 4s, {}), u"Waiting for claude, 4 s"_s);
    QCOMPARE(waitingText(Claude, 4'900ms, ReplyTimes::Usual{4s, 9'200ms}),
             u"Waiting for claude, 4 s. Usually 4–9 s with this model"_s);
    QCOMPARE(waitingText(Claude, 4s, ReplyTimes::Usual{200ms, 900ms}),
             u"Waiting for claude, 4 s. Usually 1 s with this model"_s);
    QCOMPARE(waitingText(Claude, 4s, ReplyTimes::Usual{40s, 125s, true}),
             u"Waiting for claude, 4 s. Usually 40 s to 2 min 5 s with this model. This gateway "
             "sends replies in one piece"_s);
}

void tst_WaitingText::oneReplyIsNoHabit()
{
    ReplyTimes times;
    times.note(replyAfter(4s, 9s));
    QCOMPARE(times.usual(Claude), std::nullopt);
    times.note(replyAfter(6s, 9s));
    QCOMPARE(times.usual(Claude), (ReplyTimes::Usual{4s, 6s}));
    QCOMPARE(times.usual({u"gpt"_s}), std::nullopt);
}

void tst_WaitingText::outliersAreLeftOut()
{
    ReplyTimes times;
    times.note(replyAfter(300s, 301s));
    for (int i = 0; i < 30; ++i)
        times.note(replyAfter(Milliseconds(4'000 + i % 4 * 1'000), 20s));
    times.note(replyAfter(200s, 301s));
    QCOMPARE(times.usual(Claude), (ReplyTimes::Usual{5s, 7s}));
    Turn stopped = replyAfter(1s, 1s);
    stopped.state = TurnState::Stopped;
    for (int i = 0; i < 30; ++i)
        times.note(stopped);
    QCOMPARE(times.usual(Claude), (ReplyTimes::Usual{5s, 7s}));
}

void tst_WaitingText::onlyLongRepliesTellWhetherTheyComeWhole()
{
    ReplyTimes times;
    times.note(replyAfter(4s, 4s, 10));
    times.note(replyAfter(4s, 4s, 10));
    QVERIFY(!times.usual(Claude)->comesWhole);
    times.note(replyAfter(4s, 4'001ms));
    QVERIFY(times.usual(Claude)->comesWhole);
    times.note(replyAfter(1s, 4s));
    QVERIFY(!times.usual(Claude)->comesWhole);
}

void tst_WaitingText::eachTurnCountsOnce()
{
    ReplyTimes times;
    const Turn turn = replyAfter(4s, 9s);
    times.note(turn);
    times.note(turn);
    QCOMPARE(times.usual(Claude), std::nullopt);
}

QTEST_GUILESS_MAIN(tst_WaitingText)
#include "tst_waiting_text.moc"
