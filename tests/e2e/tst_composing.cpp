// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Composing.h"

#include "core/chat/PromptLibrary.h"
#include "ui/widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView PricePath("/api/models/gpt-4o-mini");

QString hint(Deck &deck)
{
    return deck.find(u"composerHint"_s)->accessibleName();
}

} // namespace

/// What happens in the composer before a message is sent.
class tst_Composing : public QObject
{
    Q_OBJECT

private slots:
    void estimatesBeforeSending();
    void estimatesTheWholeContext();
    void shortensTheEstimateInSteps();
    void unknownStaysUnknown();
    void aWholeChatIsChargedAtItsEnd();
    void aNewChatBeginsWithAModelOfTheTeam();
    void insertsAPromptAfterASlash();
    void aSlashIsASlashWithoutPrompts();
};

void tst_Composing::estimatesBeforeSending()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QCOMPARE(hint(deck), u"Enter sends, Shift+Enter starts a new line"_s);
    QCOMPARE(deck.gateway.countRequests("GET", PricePath), 0);
    message(deck)->setPlainText(QString(4000, u'x'));
    QTRY_COMPARE(hint(deck), u"≈ 1,000 token(s), ≈ $0.000150, 1 credit(s)"_s);
    const QString details = deck.find(u"composerHint"_s)->toolTip();
    QVERIFY(details.contains("4 characters a token and 1,000 tokens an image"_L1));
    QVERIFY(details.contains("$0.60 for a million tokens"_L1));
    QTest::keyClicks(message(deck), u"more"_s);
    QCOMPARE(hint(deck), u"≈ 1,001 token(s), ≈ $0.000150, 1 credit(s)"_s);
    QCOMPARE(deck.gateway.countRequests("GET", PricePath), 1);
    message(deck)->clear();
    QCOMPARE(hint(deck), u"Enter sends, Shift+Enter starts a new line"_s);
}

void tst_Composing::estimatesTheWholeContext()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    const qint64 context = 5 + deck.lastTurn().reply.size();
    message(deck)->setPlainText(u"abc"_s);
    const QString tokens = QLocale().toString((context + 3 + 3) / 4);
    QTRY_VERIFY2(hint(deck).startsWith(u"≈ %1 token(s), ≈ $"_s.arg(tokens)),
                 qPrintable(hint(deck)));
}

void tst_Composing::shortensTheEstimateInSteps()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    message(deck)->setPlainText(QString(4000, u'x'));
    const QString whole = u"≈ 1,000 token(s), ≈ $0.000150, 1 credit(s)"_s;
    QTRY_COMPARE(hint(deck), whole);
    auto *label = deck.find<ElidedLabel>(u"composerHint"_s);
    const auto widthOf = [label](const QString &text) {
        return label->fontMetrics().horizontalAdvance(text) + 1;
    };
    const QStringList steps{whole, u"≈ $0.000150, 1 credit(s)"_s, u"1 credit(s)"_s};
    for (const QString &step : steps) {
        label->resize(widthOf(step), label->height());
        QCOMPARE(label->shownText(), step);
        // Nothing is lost for those who point at it or hear it.
        QVERIFY(label->toolTip().startsWith(whole));
        QCOMPARE(label->accessibleName(), whole);
        QVERIFY(label->accessibleDescription().contains("4 characters a token"_L1));
    }
    label->resize(widthOf(steps.last()) - 4, label->height());
    QVERIFY(label->shownText().endsWith(u'…'));
}

void tst_Composing::unknownStaysUnknown()
{
    Deck deck;
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = u"/api/models/*"_s,
                           .status = 404,
                           .body = R"({"detail":"Model alias 'gpt-4o-mini' not found"})"});
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QTest::keyClicks(message(deck), u"Hello"_s);
    QTRY_COMPARE(deck.gateway.countRequests("GET", PricePath), 1);
    QTRY_COMPARE(hint(deck), u"≈ 2 token(s), price unknown, 1 credit(s)"_s);
    // A server that does not know is not asked with every letter.
    QTest::keyClicks(message(deck), u" and more"_s);
    QCOMPARE(deck.gateway.countRequests("GET", PricePath), 1);
    QVERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

void tst_Composing::aWholeChatIsChargedAtItsEnd()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    ChatSettings settings;
    settings.billing = Billing::PerConversation;
    QTest::keyClicks(message(deck), u"Go on"_s);
    deck.session()->setSettings(settings);
    QTRY_VERIFY2(hint(deck).endsWith("charged when you finish"_L1), qPrintable(hint(deck)));
}

void tst_Composing::aNewChatBeginsWithAModelOfTheTeam()
{
    Deck deck;
    deck.settings.set(Keys::DefaultModel, u"of-another-server"_s);
    deck.open();
    const auto *models = deck.find<QComboBox>(u"model"_s);
    QTRY_VERIFY(models->count() > 1);
    QCOMPARE(models->findText(u"of-another-server"_s), -1);
    QVERIFY(!models->currentText().isEmpty());
    QCOMPARE(deck.settings.get(Keys::DefaultModel), u"of-another-server"_s);

    // An earlier chat says what it was asked with.
    Conversation earlier;
    earlier.id = {u"earlier"_s};
    earlier.title = u"Earlier"_s;
    earlier.model = {u"retired"_s};
    earlier.updatedAt = deck.clock.utcNow();
    deck.workspace->catalogue().add({earlier});
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(models->currentText(), u"retired"_s);
    QCOMPARE(hint(deck), u"The team may not use retired: choose another model"_s);
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    QCOMPARE(models->findText(u"retired"_s), -1);
}

void tst_Composing::insertsAPromptAfterASlash()
{
    Deck deck;
    PromptLibrary(deck.settings)
        .setPrompts({{u"Review"_s, u"Review this: "_s}, {u"Poem"_s, u"A poem about "_s}});
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QTest::keyClicks(message(deck), u"/"_s);
    auto *field = deck.find<QLineEdit>(u"promptFilter"_s);
    QVERIFY(field);
    QTest::keyClicks(field, u"rev"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClicks(message(deck), u"code"_s);
    QTest::keyClick(message(deck), Qt::Key_Return);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(deck.lastTurn().prompt, u"Review this: code"_s);
}

void tst_Composing::aSlashIsASlashWithoutPrompts()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QTest::keyClicks(message(deck), u"/etc"_s);
    QCOMPARE(message(deck)->toPlainText(), u"/etc"_s);
    QVERIFY(!deck.find(u"promptPicker"_s));
}

QTEST_MAIN(tst_Composing)
#include "tst_composing.moc"
