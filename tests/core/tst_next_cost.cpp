// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/NextCost.h"
#include "chat/TurnTree.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

Turn answered(const QString &id, qsizetype prompt, qsizetype reply)
{
    Turn turn;
    turn.id = {id};
    turn.model = {u"m"_s};
    turn.prompt = QString(u'p').repeated(prompt);
    turn.reply = QString(u'r').repeated(reply);
    turn.state = TurnState::Complete;
    return turn;
}

Conversation chat(const QList<Turn> &turns)
{
    Conversation made{.id = {u"c"_s}, .model = {u"m"_s}};
    for (const Turn &turn : turns)
        TurnTree::add(made, turn, made.turns.isEmpty() ? TurnId() : made.turns.constLast().id);
    return made;
}

Model pricedAt(std::optional<double> input)
{
    return {.alias = {u"m"_s}, .inputPrice = input};
}

Balance account(BudgetMode mode)
{
    Balance balance;
    balance.mode = mode;
    balance.creditsPerDollar = 1000;
    balance.tokensPerCredit = 100;
    return balance;
}

} // namespace

class tst_NextCost : public QObject
{
    Q_OBJECT

private slots:
    void countsTokens_data();
    void countsTokens();
    void countsWhatGoesAlong();
    void leavesOutWhatWasLeftOut();
    void countsOnlyWhatIsBeforeAnEditedTurn();
    void pricesWhatIsSent_data();
    void pricesWhatIsSent();
    void tellsCredits_data();
    void tellsCredits();
};

void tst_NextCost::countsTokens_data()
{
    QTest::addColumn<SendSize>("size");
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("nothing") << SendSize() << qint64(0);
    QTest::newRow("a letter") << SendSize{.characters = 1} << qint64(1);
    QTest::newRow("four") << SendSize{.characters = 4} << qint64(1);
    QTest::newRow("five") << SendSize{.characters = 5} << qint64(2);
    QTest::newRow("images") << SendSize{.characters = 4, .images = 2}
                            << 1 + qint64(2) * TokensPerImage;
}

void tst_NextCost::countsTokens()
{
    QFETCH(SendSize, size);
    QFETCH(qint64, tokens);
    QCOMPARE(size.tokens(), tokens);
}

void tst_NextCost::countsWhatGoesAlong()
{
    Turn withFiles = answered(u"1"_s, 10, 20);
    withFiles.attachments = {{u"a.txt"_s, u"text/plain"_s, QByteArray(100, 'a')},
                             {u"b.png"_s, u"image/png"_s, QByteArray(5000, 'b')}};
    Turn unanswered = answered(u"2"_s, 1000, 0);
    Conversation conversation = chat({withFiles, unanswered});
    conversation.settings.systemPrompt = u"1234567"_s;
    const SendSize expected{.characters = 7 + 10 + 20 + 5 + 100, .images = 1};
    QCOMPARE(contextSize(conversation), expected);
    QCOMPARE(contextSize(Conversation()), SendSize());
    QCOMPARE(sizeOf(u"abc"_s, withFiles.attachments),
             (SendSize{.characters = 3 + 5 + 100, .images = 1}));
}

void tst_NextCost::leavesOutWhatWasLeftOut()
{
    Turn second = answered(u"2"_s, 3, 4);
    second.leftOut = 1;
    Conversation conversation = chat({answered(u"1"_s, 100, 200), second});
    QCOMPARE(contextSize(conversation), SendSize{.characters = 7});
    // Another model may take all of it.
    conversation.model = {u"larger"_s};
    QCOMPARE(contextSize(conversation), SendSize{.characters = 307});
}

void tst_NextCost::countsOnlyWhatIsBeforeAnEditedTurn()
{
    const Conversation conversation =
        chat({answered(u"1"_s, 1, 2), answered(u"2"_s, 10, 20), answered(u"3"_s, 100, 200)});
    QCOMPARE(contextSize(conversation, {u"1"_s}), SendSize());
    QCOMPARE(contextSize(conversation, {u"3"_s}), SendSize{.characters = 33});
    QCOMPARE(contextSize(conversation), SendSize{.characters = 333});
}

void tst_NextCost::pricesWhatIsSent_data()
{
    QTest::addColumn<std::optional<Model>>("model");
    QTest::addColumn<std::optional<Usd>>("cost");
    using Cost = std::optional<Usd>;
    using Known = std::optional<Model>;
    // A dollar for a million tokens is a thousand nano-dollars each.
    QTest::newRow("a dollar a million") << Known(pricedAt(1.0)) << Cost(Usd{1'000'000});
    QTest::newRow("less") << Known(pricedAt(0.15)) << Cost(Usd{150'000});
    QTest::newRow("unknown model") << Known() << Cost();
    QTest::newRow("unknown price") << Known(pricedAt(std::nullopt)) << Cost();
    QTest::newRow("no price entered") << Known(pricedAt(0.0)) << Cost();
}

void tst_NextCost::pricesWhatIsSent()
{
    QFETCH(std::optional<Model>, model);
    QFETCH(std::optional<Usd>, cost);
    const NextCost next = nextCost({.characters = 4000}, model, std::nullopt, Billing::PerMessage);
    QCOMPARE(next.tokens, 1000);
    QVERIFY(next.cost == cost);
    QVERIFY(next.creditRule == NextCost::Credits::Unknown);
}

void tst_NextCost::tellsCredits_data()
{
    QTest::addColumn<BudgetMode>("mode");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<NextCost::Credits>("rule");
    QTest::addColumn<qint64>("credits");
    using Rule = NextCost::Credits;
    QTest::newRow("a job") << BudgetMode::JobBased << Billing::PerMessage << 5000 << Rule::Exactly
                           << qint64(1);
    QTest::newRow("few tokens") << BudgetMode::ConsumptionTokens << Billing::PerMessage << 99
                                << Rule::AtLeast << qint64(1);
    QTest::newRow("many tokens") << BudgetMode::ConsumptionTokens << Billing::PerMessage << 399
                                 << Rule::AtLeast << qint64(3);
    QTest::newRow("little money") << BudgetMode::ConsumptionUsd << Billing::PerMessage << 999
                                  << Rule::AtLeast << qint64(1);
    QTest::newRow("much money") << BudgetMode::ConsumptionUsd << Billing::PerMessage << 4999
                                << Rule::AtLeast << qint64(4);
    for (const BudgetMode mode :
         {BudgetMode::JobBased, BudgetMode::ConsumptionTokens, BudgetMode::ConsumptionUsd})
        QTest::addRow("whole chat %d", int(mode))
            << mode << Billing::PerConversation << 500 << Rule::WhenFinished << qint64(0);
    QTest::newRow("unknown") << BudgetMode::Unknown << Billing::PerMessage << 500 << Rule::Unknown
                             << qint64(0);
    QTest::newRow("unknown, whole")
        << BudgetMode::Unknown << Billing::PerConversation << 500 << Rule::Unknown << qint64(0);
}

void tst_NextCost::tellsCredits()
{
    QFETCH(BudgetMode, mode);
    QFETCH(Billing, billing);
    QFETCH(int, tokens);
    QFETCH(NextCost::Credits, rule);
    QFETCH(qint64, credits);
    // At a dollar for a million tokens and 1,000 credits a dollar, 1,000 tokens are a credit.
    const NextCost next =
        nextCost({.characters = tokens * 4}, pricedAt(1.0), account(mode), billing);
    QVERIFY(next.creditRule == rule);
    QCOMPARE(next.credits, credits);
}

QTEST_GUILESS_MAIN(tst_NextCost)
#include "tst_next_cost.moc"
