// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out of errors through the real window; each test is named after its row of the
// SaaS LiteLLM error-handling guide.
#include "Deck.h"
#include "chat/transcript/EntryStack.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView StreamPath("/api/jobs/create-and-call-stream");
constexpr QLatin1StringView TeamPath("/api/teams/*");

bool isReady(Deck &deck)
{
    auto *model = deck.find<QComboBox>(u"model"_s);
    return model != nullptr && model->count() > 0;
}

void choose(Deck &deck, const QString &model)
{
    auto *combo = deck.find<QComboBox>(u"model"_s);
    const int index = combo->findText(model);
    QVERIFY2(index >= 0, qPrintable(model));
    combo->setCurrentIndex(index);
    emit combo->activated(index);
}

/// The text of the first label of that name in the panel; empty when there is no panel.
QString panelText(Deck &deck, const QString &objectName)
{
    const QWidget *panel = deck.find(u"errorPanel"_s);
    const auto *label = panel->findChild<QLabel *>(objectName);
    return panel->isVisible() && label != nullptr ? label->text() : QString();
}

qsizetype entryCount(Deck &deck)
{
    return deck.find(u"errorPanel"_s)->findChildren<QWidget *>(u"errorEntry"_s).size();
}

void press(Deck &deck, const QString &accessibleName)
{
    auto *button = deck.named<QAbstractButton>(accessibleName);
    QVERIFY2(button != nullptr, qPrintable(accessibleName));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
}

/// The messages of the newest call.
QJsonArray sentMessages(Deck &deck)
{
    QJsonArray messages;
    for (const demo::SeenRequest &request : deck.gateway.requests()) {
        if (request.path == StreamPath)
            messages = QJsonDocument::fromJson(request.body)["messages"_L1].toArray();
    }
    return messages;
}

/// What stands under the newest reply beside its cost.
QString notice(Deck &deck)
{
    const EntryStack &stack = deck.transcript()->stack();
    return stack.size() > 0 ? stack.at(stack.size() - 1).details().notice : QString();
}

demo::Fault contextExceeded()
{
    return {.method = "POST",
            .pathPattern = StreamPath,
            .times = 1,
            .status = 400,
            .body = R"({"detail":"This model's maximum context length is 8192 tokens."})"};
}

demo::Fault refusal(const QByteArray &body)
{
    return {.method = "POST", .pathPattern = StreamPath, .status = 403, .body = body};
}

std::optional<ErrorCategory> category(Deck &deck)
{
    const Turn turn = deck.lastTurn();
    return turn.error ? std::optional(turn.error->category) : std::nullopt;
}

} // namespace

class tst_WaysOut : public QObject
{
    Q_OBJECT

private slots:
    void A4_suspended();
    void A4_paused();
    void A4_noCredits();
    void A4_modelNotAllowed();
    void A4_keepsTheErrorWhenTheTeamIsSilent();
    void A4_chooseAnotherModel();
    void B_contextExceeded_sendsShorter();
    void B_contextExceeded_firstMessage();
    void B_contextExceeded_fromTheTurn();
};

void tst_WaysOut::A4_suspended()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    const int asked = deck.gateway.countRequests("GET", TeamPath);
    deck.gateway.addFault(refusal(R"({"detail":"Forbidden"})"));
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

void tst_WaysOut::A4_paused()
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

void tst_WaysOut::A4_noCredits()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(refusal(R"({"detail":"Forbidden"})"));
    deck.gateway.setCredits(0);
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::InsufficientCredits);
    QCOMPARE(panelText(deck, u"errorTitle"_s), u"No credits left"_s);
    QVERIFY(panelText(deck, u"errorAdvice"_s).contains(u"add credits"_s));
    QCOMPARE(entryCount(deck), 1);
}

void tst_WaysOut::A4_modelNotAllowed()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(refusal(R"({"detail":"Forbidden"})"));
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::ModelNotAllowed);
    QVERIFY(deck.lastTurn().error->allowedModels.contains(u"gpt-4o"_s));
    QVERIFY(!deck.lastTurn().error->allowedModels.contains(u"gpt-4o-mini"_s));
    QVERIFY2(panelText(deck, u"errorAdvice"_s).contains(u"burst-200k, claude-3-5-haiku"_s),
             qPrintable(panelText(deck, u"errorAdvice"_s)));
    QCOMPARE(entryCount(deck), 1);

    // What was found out is kept with the turn.
    const Turn before = deck.lastTurn();
    deck.open();
    ChatLibrary &library = deck.workspace->library();
    QTRY_VERIFY(!library.summaries().isEmpty());
    library.open(library.summaries().constFirst().id);
    QTRY_VERIFY(deck.session());
    QCOMPARE(deck.lastTurn().error, before.error);
}

void tst_WaysOut::A4_keepsTheErrorWhenTheTeamIsSilent()
{
    Deck deck;
    deck.settings.set(Keys::MaxRetries, 0);
    deck.open();
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(refusal(R"({"detail":"Forbidden"})"));
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

void tst_WaysOut::A4_chooseAnotherModel()
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

void tst_WaysOut::B_contextExceeded_sendsShorter()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    for (int turn = 0; turn < 4; ++turn) {
        deck.send(u"Question %1"_s.arg(turn));
        QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    }
    QCOMPARE(sentMessages(deck).size(), 7);
    deck.gateway.addFault(contextExceeded());
    deck.send(u"The last one"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::ContextWindowExceeded);
    QVERIFY(deck.named<QAbstractButton>(u"Choose a larger model"_s));
    press(deck, u"Send without older messages"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    const int leftOut = deck.lastTurn().leftOut;
    QVERIFY(leftOut >= 1 && leftOut <= 4);
    QCOMPARE(sentMessages(deck).size(), 9 - 2 * leftOut);
    QCOMPARE(sentMessages(deck).last()["content"_L1].toString(), u"The last one"_s);
    QCOMPARE(notice(deck),
             u"Sent without the %1 oldest message(s) of this chat."_s.arg(2 * leftOut));
    QTRY_VERIFY(deck.find(u"errorPanel"_s)->isHidden());

    // The next message would not fit either, and says so too.
    deck.send(u"One more"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(sentMessages(deck).size(), 11 - 2 * leftOut);
    QVERIFY(notice(deck).startsWith(u"Sent without"_s));
}

void tst_WaysOut::B_contextExceeded_firstMessage()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(contextExceeded());
    deck.send(u"A whole book"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::ContextWindowExceeded);
    QVERIFY(deck.named<QAbstractButton>(u"Choose a larger model"_s));
    QVERIFY(!deck.named<QAbstractButton>(u"Send without older messages"_s));
    QVERIFY(panelText(deck, u"errorAdvice"_s).contains(u"shorten"_s));
}

void tst_WaysOut::B_contextExceeded_fromTheTurn()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.send(u"Question"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    deck.gateway.addFault(contextExceeded());
    deck.send(u"The last one"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::ContextWindowExceeded);
    TranscriptView *transcript = deck.transcript();
    const qsizetype last = transcript->stack().size() - 1;
    QVERIFY(transcript->actionRect(last, EntryAction::SendShorter).isValid());
    transcript->trigger(last, EntryAction::ChooseLargerModel);
    auto *model = deck.find<QComboBox>(u"model"_s);
    QTRY_VERIFY(model->view()->isVisible());
    model->hidePopup();
    transcript->trigger(last, EntryAction::SendShorter);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(sentMessages(deck).size(), 1);
}

QTEST_MAIN(tst_WaysOut)
#include "tst_ways_out.moc"
