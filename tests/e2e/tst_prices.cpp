// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Composing.h"
#include "JobsDeck.h"

#include "ui/chat/transcript/EntryStack.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/InlineNotice.h"

#include <QPushButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

demo::DemoScenario byTokens()
{
    return {.pastJobs = 0, .budgetMode = u"consumption_tokens"_s, .tokensPerCredit = 100};
}

demo::DemoScenario byMoney()
{
    return {.pastJobs = 0,
            .budgetMode = u"consumption_usd"_s,
            .creditsPerDollar = 1000,
            .costMarkupPercentage = 50};
}

QString hint(Deck &deck)
{
    return deck.find(u"composerHint"_s)->accessibleName();
}

/// What the bar of a chat that is one job says.
QString barText(Deck &deck)
{
    return deck.find(u"openJobBar"_s)->findChild<InlineNotice *>()->accessibleName();
}

QPushButton *finishButton(Deck &deck)
{
    return deck.find(u"openJobBar"_s)->findChild<QPushButton *>(u"noticeAction"_s);
}

bool sendAndSettle(Deck &deck, const QString &text)
{
    const TurnId before = deck.lastTurn().id;
    deck.send(text);
    return deck.passUntil([&] {
        const Turn turn = deck.lastTurn();
        return turn.id != before && deck.isOver() && turn.cost.credits.isKnown();
    });
}

bool sendInJob(Deck &deck, const QString &text)
{
    const TurnId before = deck.lastTurn().id;
    deck.send(text);
    return deck.passUntil(
        [&] { return deck.lastTurn().id != before && deck.isOver() && deck.comesToRest(); });
}

void billAsOneJob(Deck &deck)
{
    ChatSettings settings = deck.session()->conversation().settings;
    settings.billing = Billing::PerConversation;
    deck.session()->setSettings(settings);
}

} // namespace

/// What the window says of prices is what the gateway charges, in each budget mode.
class tst_Prices : public QObject
{
    Q_OBJECT

private slots:
    void aStreamedMessageTakesOneCredit();
    void aModelThatTellsItsTokensIsChargedByThem();
    void learnsWhatMessagesTook();
    void finishingTellsBeforeAndAfter_data();
    void finishingTellsBeforeAndAfter();
    void finishingAsksForCostsOnce();
    void nothingAnsweredIsFree();
    void estimatesACostThatIsNotReported();
    void jobsTellTheirCredits();
};

void tst_Prices::aStreamedMessageTakesOneCredit()
{
    Deck deck(byTokens());
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    message(deck)->setPlainText(QString(12'000, u'x'));
    QTRY_VERIFY2(hint(deck).endsWith("about 1 credit(s)"_L1), qPrintable(hint(deck)));
    const int before = deck.gateway.creditsRemaining();
    QTest::keyClick(message(deck), Qt::Key_Return);
    QTRY_VERIFY(deck.lastTurn().cost.credits.isKnown());
    QCOMPARE(deck.lastTurn().cost.credits, Measured<qint64>::reported(1));
    QCOMPARE(deck.gateway.creditsRemaining(), before - 1);
}

void tst_Prices::aModelThatTellsItsTokensIsChargedByThem()
{
    Deck deck(byTokens());
    QVERIFY(deck.choose(u"llama-3.1-70b"_s));
    message(deck)->setPlainText(QString(12'000, u'x'));
    QTRY_VERIFY2(hint(deck).endsWith("about 30 credit(s)"_L1), qPrintable(hint(deck)));
    QTest::keyClick(message(deck), Qt::Key_Return);
    QTRY_VERIFY(deck.lastTurn().cost.credits.isKnown());
    QVERIFY(deck.lastTurn().cost.credits.value >= 30);
}

void tst_Prices::learnsWhatMessagesTook()
{
    Deck deck(byTokens());
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(sendAndSettle(deck, u"One"_s));
    QVERIFY(sendAndSettle(deck, u"Two"_s));
    message(deck)->setPlainText(u"Three"_s);
    QTRY_VERIFY2(hint(deck).endsWith("lately 1 credit(s) a message"_L1), qPrintable(hint(deck)));
    // What one model took says nothing about another one.
    QVERIFY(deck.choose(u"gpt-4o"_s));
    QTRY_VERIFY2(hint(deck).endsWith("about 1 credit(s)"_L1), qPrintable(hint(deck)));
    // It is known after a restart.
    deck.open();
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    message(deck)->setPlainText(u"Four"_s);
    QTRY_VERIFY2(hint(deck).endsWith("lately 1 credit(s) a message"_L1), qPrintable(hint(deck)));
}

void tst_Prices::finishingTellsBeforeAndAfter_data()
{
    QTest::addColumn<demo::DemoScenario>("scenario");
    QTest::addColumn<QString>("about");
    QTest::newRow("a job") << demo::DemoScenario{} << u"takes "_s;
    QTest::newRow("by tokens") << byTokens() << u"takes about "_s;
    QTest::newRow("by money, with markup") << byMoney() << u"takes about "_s;
}

void tst_Prices::finishingTellsBeforeAndAfter()
{
    QFETCH(demo::DemoScenario, scenario);
    QFETCH(QString, about);
    Deck deck(scenario);
    QVERIFY(deck.choose(u"gpt-4o"_s));
    QVERIFY(sendAndSettle(deck, u"Hello"_s));
    billAsOneJob(deck);
    QVERIFY(sendInJob(deck, u"One"_s));
    QVERIFY(sendInJob(deck, u"Two"_s));
    const QString before = barText(deck);
    QVERIFY2(before.startsWith("2 answered"_L1) && before.contains(about), qPrintable(before));
    const int credits = deck.gateway.creditsRemaining();
    finishButton(deck)->click();
    QVERIFY(deck.passUntil(
        [&deck] { return barText(deck).contains("took "_L1) && deck.comesToRest(); }));
    const int taken = credits - deck.gateway.creditsRemaining();
    QVERIFY(taken >= 1);
    QVERIFY2(before.contains(about + u"%1 credit"_s.arg(taken)), qPrintable(before));
    QVERIFY2(barText(deck).contains(u"took %1 credit"_s.arg(taken)), qPrintable(barText(deck)));
    // And whenever the chat is looked at later.
    deck.open();
    QVERIFY(deck.openConversation());
    QTRY_VERIFY2(barText(deck).contains(u"took %1 credit"_s.arg(taken)), qPrintable(barText(deck)));
}

void tst_Prices::finishingAsksForCostsOnce()
{
    constexpr QLatin1StringView CostsPath("/api/jobs/*/costs");
    Deck deck(byTokens());
    QVERIFY(deck.choose(u"gpt-4o"_s));
    QVERIFY(sendAndSettle(deck, u"Hello"_s));
    billAsOneJob(deck);
    const int before = deck.gateway.countRequests("GET", CostsPath);
    QVERIFY(sendInJob(deck, u"One"_s));
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), before + 1);
    QVERIFY(barText(deck).contains("takes about"_L1));
    QVERIFY(deck.pass(Milliseconds(120'000)));
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), before + 1);
    deck.open();
    QVERIFY(deck.openConversation());
    QTRY_VERIFY(barText(deck).contains("takes about"_L1));
    QVERIFY(deck.pass(Milliseconds(120'000)));
    QCOMPARE(deck.gateway.countRequests("GET", CostsPath), before + 2);
}

void tst_Prices::nothingAnsweredIsFree()
{
    Deck deck(byTokens());
    QVERIFY(deck.choose(u"gpt-4o"_s));
    QVERIFY(sendAndSettle(deck, u"Hello"_s));
    billAsOneJob(deck);
    QVERIFY(deck.choose(u"fault-auth"_s));
    QVERIFY(sendInJob(deck, u"One"_s));
    QCOMPARE(deck.lastTurn().state, TurnState::Failed);
    QVERIFY2(barText(deck).contains("is free"_L1), qPrintable(barText(deck)));
    const int credits = deck.gateway.creditsRemaining();
    finishButton(deck)->click();
    QVERIFY(deck.passUntil([&deck] { return barText(deck).contains("Nothing was charged"_L1); }));
    QCOMPARE(deck.gateway.creditsRemaining(), credits);
}

void tst_Prices::estimatesACostThatIsNotReported()
{
    Deck deck;
    QVERIFY(deck.choose(u"claude-3-5-haiku"_s));
    QVERIFY(sendAndSettle(deck, u"Hello"_s));
    QVERIFY(!deck.lastTurn().cost.cost.isKnown());
    const auto costText = [&deck] { return deck.transcript()->stack().at(1).details().costText; };
    QTRY_VERIFY2(costText().startsWith(u"Cost: ≈ $0."_s), qPrintable(costText()));
    // A model without tokens has none to estimate from.
    QVERIFY(deck.choose(u"gpt-4o"_s));
    QVERIFY(sendAndSettle(deck, u"Hello again"_s));
    QVERIFY(
        deck.transcript()->stack().at(3).details().costText.startsWith("Cost: not reported"_L1));
}

void tst_Prices::jobsTellTheirCredits()
{
    JobsDeck deck(byTokens());
    QVERIFY(deck.Deck::choose(u"llama-3.1-70b"_s));
    QVERIFY(sendAndSettle(deck, QString(400, u'x')));
    const qint64 credits = deck.lastTurn().cost.credits.value;
    QVERIFY(credits > 1);
    QVERIFY(deck.showJobs());
    const QString words = u"%1 credit(s)"_s.arg(credits);
    QTRY_COMPARE(deck.table()->model()->index(0, int(JobField::Credit)).data().toString(), words);
    deck.selectFirst();
    QTRY_COMPARE(deck.find<Badge>(u"jobChargeBadge"_s)->text(), words);
}

QTEST_MAIN(tst_Prices)
#include "tst_prices.moc"
