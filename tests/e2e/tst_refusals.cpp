// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a refusal means is asked of the team's account, in the real window; each test is named after
// its row of the SaaS LiteLLM error-handling guide.
#include "WaysOut.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView TeamPath("/api/teams/*");

/// As a gateway says it that does not tell why.
demo::Fault refusal()
{
    return {.method = "POST",
            .pathPattern = StreamPath,
            .status = 403,
            .body = R"({"detail":"Forbidden"})"};
}

} // namespace

class tst_Refusals : public QObject
{
    Q_OBJECT

private slots:
    void A4_suspended();
    void A4_paused();
    void A4_noCredits();
    void A4_modelNotAllowed();
    void A4_keepsTheErrorWhenTheTeamIsSilent();
    void A4_chooseAnotherModel();
};

void tst_Refusals::A4_suspended()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    const int asked = deck.gateway.countRequests("GET", TeamPath);
    deck.gateway.addFault(refusal());
    deck.gateway.setTeamStatus(u"suspended"_s);
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::TeamSuspended);
    QCOMPARE(panelText(deck, u"errorTitle"_s), u"The team is suspended"_s);
    QVERIFY(panelText(deck, u"errorAdvice"_s).contains(u"administrator"_s));
    QCOMPARE(entryCount(deck), 1);
    // Once for the cause, and at most once more for the credits when the turn is settled.
    QVERIFY(deck.gateway.countRequests("GET", TeamPath) <= asked + 2);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
    // The same answer keeps the next message back.
    QVERIFY(deck.named(u"Team status: suspended"_s));
}

void tst_Refusals::A4_paused()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.setTeamStatus(u"paused"_s);
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::TeamPaused);
    QTRY_COMPARE(panelText(deck, u"errorTitle"_s), u"The team is paused"_s);
    QTRY_VERIFY(deck.named(u"Team status: paused"_s));
    QCOMPARE(entryCount(deck), 1);
}

void tst_Refusals::A4_noCredits()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(refusal());
    deck.gateway.setCredits(0);
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::InsufficientCredits);
    QCOMPARE(panelText(deck, u"errorTitle"_s), u"No credits left"_s);
    QVERIFY(panelText(deck, u"errorAdvice"_s).contains(u"add credits"_s));
    QCOMPARE(entryCount(deck), 1);
}

void tst_Refusals::A4_modelNotAllowed()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    // The team lists the model, so that only the gateway's own word can tell.
    demo::Fault fault = refusal();
    fault.body = R"({"detail":"Team 't' does not have access to model alias 'gpt-4o-mini'"})";
    deck.gateway.addFault(fault);
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::ModelNotAllowed);
    // Which ones it may use, the account tells a moment later.
    QTRY_VERIFY(deck.lastTurn().error->allowedModels.contains(u"gpt-4o"_s));
    QVERIFY(!deck.lastTurn().error->allowedModels.contains(u"gpt-4o-mini"_s));
    QVERIFY2(panelText(deck, u"errorAdvice"_s).contains(u"burst-200k, claude-3-5-haiku"_s),
             qPrintable(panelText(deck, u"errorAdvice"_s)));
    QCOMPARE(entryCount(deck), 1);

    // What was found out is kept with the turn.
    const Turn before = deck.lastTurn();
    deck.open();
    ChatCatalogue &catalogue = deck.workspace->catalogue();
    LiveChats &live = deck.workspace->live();
    QTRY_VERIFY(!catalogue.summaries().isEmpty());
    live.open(catalogue.summaries().constFirst().id);
    QTRY_VERIFY(deck.session());
    QCOMPARE(deck.lastTurn().error, before.error);
}

void tst_Refusals::A4_keepsTheErrorWhenTheTeamIsSilent()
{
    Deck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    deck.open();
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(refusal());
    deck.gateway.addFault({.method = "GET", .pathPattern = TeamPath, .status = 403});
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::PermissionDenied);
    QTRY_COMPARE(entryCount(deck), 2);
    // The team's own refusal is no reason to ask the team again and again.
    const int asked = deck.gateway.countRequests("GET", TeamPath);
    const auto asksAgain = [&] { return deck.gateway.countRequests("GET", TeamPath) > asked + 2; };
    QVERIFY(!QTest::qWaitFor(asksAgain, 200));
    QCOMPARE(category(deck), ErrorCategory::PermissionDenied);
}

void tst_Refusals::A4_chooseAnotherModel()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    // Still on the team's list, but switched off on the server.
    choose(deck, u"gpt-3.5-turbo"_s);
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.named<QAbstractButton>(u"Choose another model"_s));
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    press(deck, u"Choose another model"_s);
    auto *model = deck.find<QComboBox>(u"model"_s);
    QTRY_VERIFY(model->view()->isVisible());
    QCOMPARE(model->currentText(), u"gpt-3.5-turbo"_s);
    QTest::keyClicks(model->view(), u"gpt-4o-mini"_s);
    QTest::keyClick(model->view(), Qt::Key_Return);
    QTRY_COMPARE(deck.session()->conversation().model, ModelAlias{u"gpt-4o-mini"_s});
    QVERIFY(deck.session()->retry(deck.lastTurn().id));
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

QTEST_MAIN(tst_Refusals)
#include "tst_refusals.moc"
