// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out of errors through the real window; each test is named after its row of the
// SaaS LiteLLM error-handling guide.
#include "WaysOut.h"
#include "app/Application.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

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

demo::Fault contextExceeded()
{
    return {.method = "POST",
            .pathPattern = StreamPath,
            .times = 1,
            .status = 400,
            .body = R"({"detail":"Your input exceeds the maximum context length of 8192."})"};
}

} // namespace

class tst_WaysOut : public QObject
{
    Q_OBJECT

private slots:
    void B_contextExceeded_sendsShorter();
    void B_contextExceeded_firstMessage();
    void B_contextExceeded_fromTheTurn();
    void A3_changeKey();
    void A6_namesEachField();
    void A10_secondServer();
    void A10_doubtfulCallsStay();
};

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
    QVERIFY(transcript->actionRect(last, WayOut::SendShorter).isValid());
    transcript->trigger(last, WayOut::ChooseLargerModel);
    auto *model = deck.find<QComboBox>(u"model"_s);
    QTRY_VERIFY(model->view()->isVisible());
    model->hidePopup();
    transcript->trigger(last, WayOut::SendShorter);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(sentMessages(deck).size(), 1);
}

void tst_WaysOut::A3_changeKey()
{
    demo::DemoGateway gateway;
    gateway.listen();
    const QTemporaryDir directory;
    qputenv("LITEDECK_VIRTUAL_KEY", gateway.virtualKey().toUtf8());
    Application application(*qApp, {.server = gateway.baseUrl(),
                                    .team = {gateway.teamId()},
                                    .dataDirectory = directory.path()});
    application.start();
    qunsetenv("LITEDECK_VIRTUAL_KEY");
    QVERIFY(application.workspace());
    const auto find = [&application](auto *type, const QString &name) {
        using Widget = std::remove_pointer_t<decltype(type)>;
        return application.workspace()->window().findChild<Widget *>(name);
    };
    constexpr QComboBox *Combo = nullptr;
    constexpr QWidget *Any = nullptr;
    constexpr QAbstractButton *Button = nullptr;
    QTRY_VERIFY(find(Combo, u"model"_s)->count() > 0);
    const auto send = [&](const QString &text) {
        QTest::keyClicks(find(Any, u"message"_s), text);
        QTest::keyClick(find(Any, u"message"_s), Qt::Key_Return);
    };
    const auto lastTurn = [&application] {
        ChatCatalogue &catalogue = application.workspace()->catalogue();
        LiveChats &live = application.workspace()->live();
        ChatSession *session = live.session(catalogue.summaries().value(0).id);
        return session != nullptr ? session->conversation().turns.constLast() : Turn();
    };
    const int row = find(Combo, u"model"_s)->findText(u"gpt-4o-mini"_s);
    find(Combo, u"model"_s)->setCurrentIndex(row);
    send(u"First"_s);
    QTRY_COMPARE(lastTurn().state, TurnState::Complete);

    const QString newKey = u"sk-entirely-another-key"_s;
    gateway.setVirtualKey(newKey);
    send(u"Second"_s);
    QTRY_COMPARE(lastTurn().state, TurnState::Failed);
    QCOMPARE(lastTurn().error->category, ErrorCategory::Authentication);
    QVERIFY(find(Any, u"errorPanel"_s)->isVisible());
    auto *advice = find(Any, u"errorPanel"_s)->findChild<QLabel *>(u"errorAdvice"_s);
    QVERIFY2(advice->text().contains(u"ask your team's administrator"_s),
             qPrintable(advice->text()));
    // What is known stays to be read.
    const QString credits = find(Button, u"credits"_s)->accessibleName();
    QVERIFY2(credits.contains(u" of "_s), qPrintable(credits));
    auto *transcript = application.workspace()->window().findChild<TranscriptView *>();
    QVERIFY(!transcript->stack().at(1).source().isEmpty());

    QTest::keyClick(find(Button, u"changeKey"_s), Qt::Key_Space);
    auto *dialog = application.workspace()->window().findChild<QDialog *>(u"connectDialog"_s);
    QTRY_VERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"profileServer"_s)->text(),
             gateway.baseUrl().toString());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"profileTeam"_s)->text(), gateway.teamId());
    auto *key = dialog->findChild<QLineEdit *>(u"profileKey"_s);
    QVERIFY(key->text().isEmpty());
    QTest::keyClicks(key, newKey);
    const QPointer<Workspace> before = application.workspace();
    QTest::keyClick(key, Qt::Key_Return);
    QTRY_VERIFY(!before && application.workspace() != nullptr);

    // The same conversation, and the same call with the new key.
    ChatCatalogue &catalogue = application.workspace()->catalogue();
    LiveChats &live = application.workspace()->live();
    QTRY_COMPARE(catalogue.summaries().size(), 1);
    live.open(catalogue.summaries().constFirst().id);
    QTRY_COMPARE(lastTurn().prompt, u"Second"_s);
    QCOMPARE(lastTurn().state, TurnState::Failed);
    QVERIFY(live.session(catalogue.summaries().constFirst().id)->retry(lastTurn().id));
    QTRY_COMPARE(lastTurn().state, TurnState::Complete);
}

void tst_WaysOut::A6_namesEachField()
{
    Deck deck;
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    QByteArray fields;
    QStringList expected;
    for (int i = 0; i < 5; ++i) {
        fields += i > 0 ? "," : "";
        fields += R"({"loc":["body","messages",)" + QByteArray::number(i) +
                  R"(,"content"],"msg":"field required","type":"value_error.missing"})";
        expected += u"body.messages.%1.content: field required"_s.arg(i);
    }
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = StreamPath,
                           .status = 422,
                           .body = R"({"detail":[)" + fields + "]}"});
    deck.send(u"Hello"_s);
    QTRY_COMPARE(category(deck), ErrorCategory::ValidationFailed);
    QCOMPARE(panelText(deck, u"errorExplanation"_s), expected.join(u'\n'));
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
}

void tst_WaysOut::A10_secondServer()
{
    demo::DemoGateway second;
    QVERIFY(second.listen());
    Deck deck;
    QCOMPARE(second.virtualKey(), deck.gateway.virtualKey());
    deck.secondServer = second.baseUrl();
    deck.open();
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    const quint16 port = static_cast<quint16>(deck.gateway.baseUrl().port());
    deck.gateway.stop();
    deck.send(u"Hello"_s);
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().state == TurnState::Complete; }));
    QCOMPARE(second.countRequests("POST", StreamPath), 1);
    const QString shown = u"Demo through %1"_s.arg(second.baseUrl().authority());
    const auto server = [&deck] { return deck.find(u"serverName"_s)->accessibleName(); };
    QVERIFY2(server().contains(shown), qPrintable(server()));

    // The first one is looked at now and then, and gets the calls again when it answers.
    QVERIFY(deck.gateway.listen(port));
    QVERIFY(server().contains(shown));
    QVERIFY(deck.passUntil([&] { return !server().contains(shown); }));
    QVERIFY(deck.gateway.countRequests("GET", u"/health"_s) > 0);
    deck.send(u"Again"_s);
    QTRY_COMPARE(deck.lastTurn().prompt, u"Again"_s);
    QTRY_COMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
    QCOMPARE(second.countRequests("POST", StreamPath), 1);
}

void tst_WaysOut::A10_doubtfulCallsStay()
{
    demo::DemoGateway second;
    QVERIFY(second.listen());
    Deck deck;
    deck.secondServer = second.baseUrl();
    deck.open();
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
    deck.gateway.addFault(
        {.method = "POST", .pathPattern = StreamPath, .processFirst = true, .drop = true});
    deck.send(u"Hello"_s);
    QTRY_COMPARE(deck.gateway.countRequests("POST", StreamPath), 1);
    deck.gateway.stop();
    QVERIFY(deck.passUntil([&deck] { return deck.lastTurn().state == TurnState::Failed; }));
    // The second server was asked about other things, and knows nothing of this call.
    QVERIFY(deck.passUntil([&second] { return second.countRequests("GET", u"*"_s) > 0; }));
    QCOMPARE(second.countRequests("POST", StreamPath), 0);
}

QTEST_MAIN(tst_WaysOut)
#include "tst_ways_out.moc"
