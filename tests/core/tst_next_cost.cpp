// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/NextCost.h"
#include "core/chat/Pricing.h"
#include "core/conversation/TurnTree.h"

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

ChargeRule charges(ChargeRule::Kind kind)
{
    return {.kind = kind, .creditsPerDollar = 1000, .tokensPerCredit = 100};
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
    void countsCreditsAsTheServer_data();
    void countsCreditsAsTheServer();
    void knowsWhatAMessageTakes_data();
    void knowsWhatAMessageTakes();
    void learnsFromTheLedger_data();
    void learnsFromTheLedger();
    void estimatesACostThatIsMissing();
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
    const NextCost next = nextCost({.characters = 4000}, model, {}, Billing::PerMessage, {});
    QCOMPARE(next.tokens, 1000);
    QVERIFY(next.cost == cost);
    QVERIFY(next.creditRule == NextCost::Credits::Unknown);
}

void tst_NextCost::tellsCredits_data()
{
    QTest::addColumn<ChargeRule::Kind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<MessagePrice>("price");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<NextCost::Credits>("rule");
    QTest::addColumn<qint64>("credits");
    using Rule = NextCost::Credits;
    using enum ChargeRule::Kind;
    const MessagePrice flat{.rule = MessagePrice::Rule::Flat, .credits = 1};
    const MessagePrice bySize{.rule = MessagePrice::Rule::BySize};
    const MessagePrice learned{.rule = MessagePrice::Rule::Flat, .credits = 3, .isLearned = true};
    const auto row = [](const char *name, ChargeRule::Kind kind, Billing billing,
                        const MessagePrice &price, int tokens, Rule rule, qint64 credits) {
        QTest::newRow(name) << kind << billing << price << tokens << rule << credits;
    };
    row("a job", PerJob, Billing::PerMessage, flat, 5000, Rule::Exactly, 1);
    // What is streamed takes one credit, however much it is.
    row("many tokens, streamed", ByTokens, Billing::PerMessage, flat, 3000, Rule::About, 1);
    row("much money", ByCost, Billing::PerMessage, flat, 4999, Rule::About, 1);
    row("few tokens", ByTokens, Billing::PerMessage, bySize, 99, Rule::About, 1);
    row("many tokens", ByTokens, Billing::PerMessage, bySize, 399, Rule::About, 3);
    row("learned", ByTokens, Billing::PerMessage, learned, 399, Rule::Lately, 3);
    row("learned without a rule", Unknown, Billing::PerMessage, learned, 399, Rule::Lately, 3);
    row("unknown", Unknown, Billing::PerMessage, {}, 500, Rule::Unknown, 0);
    row("dollars", Dollars, Billing::PerMessage, {}, 500, Rule::Unknown, 0);
    row("whole chat, a job", PerJob, Billing::PerConversation, flat, 500, Rule::WhenFinished, 0);
    // One job charges all of its tokens and costs.
    row("whole chat, tokens", ByTokens, Billing::PerConversation, flat, 3000, Rule::WhenFinished,
        30);
    row("whole chat, money", ByCost, Billing::PerConversation, flat, 7000, Rule::WhenFinished, 7);
    row("whole chat, little", ByTokens, Billing::PerConversation, flat, 99, Rule::WhenFinished, 0);
    row("whole chat, unknown", Unknown, Billing::PerConversation, {}, 500, Rule::Unknown, 0);
    row("whole chat, dollars", Dollars, Billing::PerConversation, {}, 500, Rule::Unknown, 0);
}

void tst_NextCost::tellsCredits()
{
    QFETCH(ChargeRule::Kind, kind);
    QFETCH(Billing, billing);
    QFETCH(MessagePrice, price);
    QFETCH(int, tokens);
    QFETCH(NextCost::Credits, rule);
    QFETCH(qint64, credits);
    // At a dollar for a million tokens and 1,000 credits a dollar, 1,000 tokens are a credit.
    const NextCost next =
        nextCost({.characters = tokens * 4}, pricedAt(1.0), charges(kind), billing, price);
    QVERIFY(next.creditRule == rule);
    QCOMPARE(next.credits, credits);
}

void tst_NextCost::countsCreditsAsTheServer_data()
{
    QTest::addColumn<ChargeRule::Kind>("kind");
    QTest::addColumn<double>("markup");
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<qint64>("credits");
    using enum ChargeRule::Kind;
    QTest::newRow("a job") << PerJob << 50.0 << qint64(9'000'000'000) << qint64(1);
    QTest::newRow("without markup") << ByCost << 0.0 << qint64(4'435'000) << qint64(4);
    QTest::newRow("half as much again") << ByCost << 50.0 << qint64(4'435'000) << qint64(6);
    // In floating point it would be 5.999.
    QTest::newRow("exactly") << ByCost << 20.0 << qint64(5'000'000) << qint64(6);
    QTest::newRow("at least one") << ByCost << 50.0 << qint64(1) << qint64(1);
    QTest::newRow("much") << ByCost << 12.5 << qint64(8'000'000'000'000) << qint64(9'000'000);
    QTest::newRow("tokens know no markup") << ByTokens << 50.0 << qint64(0) << qint64(30);
    QTest::newRow("unknown") << Unknown << 0.0 << qint64(1) << qint64(-1);
    QTest::newRow("dollars") << Dollars << 0.0 << qint64(1) << qint64(-1);
}

void tst_NextCost::countsCreditsAsTheServer()
{
    QFETCH(ChargeRule::Kind, kind);
    QFETCH(double, markup);
    QFETCH(qint64, nano);
    QFETCH(qint64, credits);
    ChargeRule rule = charges(kind);
    rule.markup = markup;
    QCOMPARE(creditsFor(rule, 3090, Usd{nano}).value_or(-1), credits);
    if (kind == ChargeRule::Kind::ByCost)
        QVERIFY(!creditsFor(rule, 3090, {}));
}

void tst_NextCost::knowsWhatAMessageTakes_data()
{
    QTest::addColumn<ChargeRule::Kind>("kind");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<bool>("isStreamed");
    QTest::addColumn<MessagePrice::Rule>("rule");
    using enum ChargeRule::Kind;
    using Rule = MessagePrice::Rule;
    for (const QString &provider : {u"openai"_s, u"fireworks"_s}) {
        QTest::addRow("a job, %s", qPrintable(provider))
            << PerJob << provider << true << Rule::Flat;
        // The server never keeps a cost of single calls.
        for (const bool isStreamed : {true, false})
            QTest::addRow("money, %s, %d", qPrintable(provider), isStreamed)
                << ByCost << provider << isStreamed << Rule::Flat;
        QTest::addRow("whole, %s", qPrintable(provider))
            << ByTokens << provider << false << Rule::BySize;
    }
    QTest::newRow("streamed") << ByTokens << u"openai"_s << true << Rule::Flat;
    QTest::newRow("streamed by Fireworks") << ByTokens << u"fireworks"_s << true << Rule::BySize;
    QTest::newRow("unknown") << Unknown << u"openai"_s << true << Rule::Unknown;
}

void tst_NextCost::knowsWhatAMessageTakes()
{
    QFETCH(ChargeRule::Kind, kind);
    QFETCH(QString, provider);
    QFETCH(bool, isStreamed);
    QFETCH(MessagePrice::Rule, rule);
    const MessagePrice price =
        messagePrice(charges(kind), Model{.provider = provider}, isStreamed, {});
    QVERIFY(price.rule == rule);
    QCOMPARE(price.credits, rule == MessagePrice::Rule::Flat ? 1 : 0);
    QVERIFY(!price.isLearned);
}

void tst_NextCost::learnsFromTheLedger_data()
{
    QTest::addColumn<ChargeRule::Kind>("kind");
    QTest::addColumn<bool>("isStreamed");
    QTest::addColumn<QList<qint64>>("lately");
    QTest::addColumn<MessagePrice>("price");
    using enum ChargeRule::Kind;
    using Rule = MessagePrice::Rule;
    using Credits = QList<qint64>;
    QTest::newRow("one is too few")
        << ByTokens << true << Credits{4} << MessagePrice{.rule = Rule::Flat, .credits = 1};
    QTest::newRow("as the rule") << ByTokens << true << Credits{1, 1, 1}
                                 << MessagePrice{Rule::Flat, 1, true};
    QTest::newRow("against the rule")
        << PerJob << true << Credits{2, 2} << MessagePrice{Rule::Flat, 2, true};
    QTest::newRow("without a rule")
        << Unknown << true << Credits{2, 2} << MessagePrice{Rule::Flat, 2, true};
    QTest::newRow("without a rule, differing")
        << Unknown << true << Credits{2, 5} << MessagePrice();
    // A server that books the tokens of streams after all.
    QTest::newRow("not flat at all")
        << ByTokens << true << Credits{7, 2, 1} << MessagePrice{.rule = Rule::BySize};
    QTest::newRow("small ones say nothing of a large one")
        << ByTokens << false << Credits{1, 1, 1} << MessagePrice{.rule = Rule::BySize};
}

void tst_NextCost::learnsFromTheLedger()
{
    QFETCH(ChargeRule::Kind, kind);
    QFETCH(bool, isStreamed);
    QFETCH(QList<qint64>, lately);
    QFETCH(MessagePrice, price);
    QVERIFY(messagePrice(charges(kind), Model{.provider = u"openai"_s}, isStreamed, lately) ==
            price);
}

void tst_NextCost::estimatesACostThatIsMissing()
{
    const Model model{.inputPrice = 0.8, .outputPrice = 4.0};
    TurnCost cost;
    QVERIFY(!estimatedCost(cost, model).isKnown());
    cost.promptTokens = Measured<qint64>::reported(1000);
    QVERIFY(!estimatedCost(cost, model).isKnown());
    cost.completionTokens = Measured<qint64>::reported(900);
    QCOMPARE(estimatedCost(cost, model), Measured<Usd>::estimated(Usd{4'400'000}));
    QVERIFY(!estimatedCost(cost, {}).isKnown());
    QVERIFY(!estimatedCost(cost, Model{.inputPrice = 0.8, .outputPrice = 0.0}).isKnown());
}

QTEST_GUILESS_MAIN(tst_NextCost)
#include "tst_next_cost.moc"
