// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/ChatStream.h"
#include "core/server/Account.h"
#include "core/server/ChatRequest.h"
#include "core/server/Inquiry.h"
#include "core/server/Model.h"
#include "core/server/Record.h"
#include "tests/core/LiteLlmFixture.h"

#include "ProxyFixture.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

/// The proxy inside the program, and the server of core that asks it.
struct Line
{
    explicit Line(const demo::DemoScenario &scenario)
        : proxy(scenario)
        , client(proxy.gateway().baseUrl(), proxy.gateway().virtualKey(), {.maxRetries = 0})
    {}

    /// That of the name, without its pauses, in the time of the fake clock.
    static demo::DemoScenario named(const QString &name)
    {
        demo::DemoScenario scenario = *demo::DemoScenario::named(name);
        scenario.providerDelayMs = scenario.textPaceMs = scenario.bookingDelayMs = 0;
        scenario.slowThinkerMs = 0;
        scenario.now = FakeClock().utcNow();
        return scenario;
    }

    const LiteLlmServer &server() const { return client.server; }

    ProxyFixture proxy;
    LiteLlmClient client;
};

const OpenCall Call1{.callKey = u"KEY"_s, .conversation = {u"talk"_s}, .turn = {u"turn"_s}};

/// A question that is asked, and its end.
struct Question
{
    Question(Line &line, const QString &model, Delivery delivery)
    {
        const ChatRequest request{.model = {model},
                                  .messages = {{.role = u"user"_s, .content = u"hi"_s}}};
        CallPlan plan = line.server().plan(request, {.call = Call1, .delivery = delivery});
        plan.request.body = plan.body();
        stream = line.server().ask(plan, &context);
        QObject::connect(stream, &ChatStream::textReceived, &context,
                         [this](const QString &part) { text += part; });
        QObject::connect(stream, &ChatStream::reasoningReceived, &context,
                         [this](const QString &part) { reasoning += part; });
        QObject::connect(stream, &ChatStream::finished, &context,
                         [this](const Expected<StreamedReply, Error> &end) { result = end; });
        stream->start();
    }

    QObject context;
    ChatStream *stream;
    QString text;
    QString reasoning;
    std::optional<Expected<StreamedReply, Error>> result;
};

/// What an inquiry about that call finds, letting its pauses go by.
std::optional<CallFinding> findingOf(Line &line, const CallEnd &end)
{
    QObject context;
    std::optional<CallFinding> finding;
    OpenCall call = Call1;
    call.sentAt = line.client.clock.utcNow();
    Inquiry *inquiry = line.server().inquire(call, end, &context);
    QObject::connect(inquiry, &Inquiry::settled, &context,
                     [&finding](const CallFinding &found) { finding = found; });
    inquiry->start();
    while (QTest::qWaitFor([&line] { return line.client.isIdle(); }) && !finding)
        line.client.clock.advance(line.client.clock.untilNextTimer());
    return finding;
}

} // namespace

/// What core reads of a plain proxy, asked of the one that is played.
class tst_DemoLitellmServer : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfFourBudgets();
    void tellsModelsOnlyToAKeyForCalls();
    void tellsWhatOneOverItsBudgetMaySee();
    void saysThatTheKeyIsBlocked();
    void knowsPrices();
    void chats_data();
    void chats();
    void showsReasoningAndTools();
    void failsInTheRightWords_data();
    void failsInTheRightWords();
    void listsRequests();
    void looksUpOneRequest();
    void findsAStreamThatWasDropped();
    void findsAWholeCallWhoseAnswerWasLost();
    void neverAsksForTheHealthOfModels();
};

void tst_DemoLitellmServer::tellsOfFourBudgets()
{
    Line line(Line::named(u"litellm"_s));
    const auto account = answerOf(line.server().account());
    QVERIFY(account);
    QCOMPARE(account->name, u"Northwind platform"_s);
    QCOMPARE(account->status, Account::Status::Active);
    QCOMPARE(account->allowances.size(), 4);
    QCOMPARE(account->binding()->scope, Allowance::Scope::Key);
    for (const Allowance &allowance : account->allowances) {
        QVERIFY(allowance.used > 0);
        QVERIFY(allowance.left && *allowance.left > 0);
        QVERIFY(allowance.resetsAt && *allowance.resetsAt > line.client.clock.utcNow());
    }
    QVERIFY(account->models.contains(u"gpt-4o-mini"_s));
}

void tst_DemoLitellmServer::tellsModelsOnlyToAKeyForCalls()
{
    Line line(Line::named(u"litellm-calls-only"_s));
    QVERIFY(answerOf(line.server().checkKey()));
    const auto account = answerOf(line.server().account());
    QVERIFY(account);
    QVERIFY(account->allowances.isEmpty());
    QVERIFY(!account->models.isEmpty());
    QVERIFY(!answerOf(line.server().records(10, {})));
}

void tst_DemoLitellmServer::tellsWhatOneOverItsBudgetMaySee()
{
    Line line(Line::named(u"litellm-over-budget"_s));
    const auto account = answerOf(line.server().account());
    QVERIFY(account);
    QVERIFY(account->isUsedUp());
    QCOMPARE(account->binding()->scope, Allowance::Scope::Key);
    const Question question(line, u"gpt-4o"_s, Delivery::Streamed);
    QTRY_VERIFY(question.result);
    QCOMPARE(question.result->error().category, ErrorCategory::BudgetExceeded);
    QVERIFY(answerOf(line.server().records(10, {})));
}

void tst_DemoLitellmServer::saysThatTheKeyIsBlocked()
{
    Line line(Line::named(u"litellm-blocked"_s));
    const auto account = answerOf(line.server().account());
    QVERIFY(!account);
    QCOMPARE(account.error().httpStatus, 401);
    QVERIFY(account.error().originalText.contains(u"Key is blocked"_s));
}

void tst_DemoLitellmServer::knowsPrices()
{
    Line line(Line::named(u"litellm"_s));
    const auto model = answerOf(line.server().model({u"claude-3-5-haiku"_s}));
    QVERIFY(model);
    QCOMPARE(model->provider, u"anthropic"_s);
    QCOMPARE(model->inputPrice, 0.8);
    QVERIFY(!answerOf(line.server().model({u"local-mistral"_s}))->inputPrice);
}

void tst_DemoLitellmServer::chats_data()
{
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("streamed") << Delivery::Streamed;
    QTest::newRow("whole") << Delivery::Whole;
}

void tst_DemoLitellmServer::chats()
{
    QFETCH(Delivery, delivery);
    Line line(Line::named(u"litellm"_s));
    const Question question(line, u"gpt-4o"_s, delivery);
    QTRY_VERIFY(question.result);
    QVERIFY(question.result->hasValue());
    QVERIFY(!question.text.isEmpty());
    QCOMPARE((*question.result)->finishReason, u"stop"_s);
    const ReplyUsage usage = (*question.result)->usage;
    QVERIFY(usage.cost && *usage.cost > Usd());
    const auto record = answerOf(line.server().record({u"KEY-1"_s}));
    QVERIFY(record);
    QCOMPARE(record->charge.cost.value, *usage.cost);
    QCOMPARE(record->call.conversation, Call1.conversation);
    QCOMPARE(record->call.turn, Call1.turn);
}

void tst_DemoLitellmServer::showsReasoningAndTools()
{
    Line line(Line::named(u"litellm"_s));
    const Question thinker(line, u"deep-thinker"_s, Delivery::Streamed);
    QTRY_VERIFY(thinker.result);
    QVERIFY(!thinker.reasoning.isEmpty());
    for (const Delivery delivery : {Delivery::Streamed, Delivery::Whole}) {
        const Question tool(line, u"weather-tool"_s, delivery);
        QTRY_VERIFY(tool.result);
        QVERIFY(tool.text.contains(u"get_weather"_s));
        QVERIFY(tool.text.contains(u"Bonn"_s));
    }
}

void tst_DemoLitellmServer::failsInTheRightWords_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<ErrorCategory>("category");
    QTest::newRow("rate") << u"fault-rate-limit"_s << ErrorCategory::RateLimited;
    QTest::newRow("auth") << u"fault-auth"_s << ErrorCategory::ProviderAuthentication;
    QTest::newRow("unknown") << u"nosuch"_s << ErrorCategory::ModelNotFound;
    QTest::newRow("guardrail") << u"fault-guardrail"_s << ErrorCategory::ContentPolicyViolation;
    QTest::newRow("overloaded") << u"fault-overloaded"_s << ErrorCategory::Overloaded;
    QTest::newRow("in text") << u"fault-overloaded-in-stream"_s << ErrorCategory::Overloaded;
}

void tst_DemoLitellmServer::failsInTheRightWords()
{
    QFETCH(const QString, model);
    QFETCH(const ErrorCategory, category);
    Line line(Line::named(u"litellm"_s));
    const Question question(line, model, Delivery::Streamed);
    QTRY_VERIFY(question.result);
    QVERIFY(!question.result->hasValue());
    QCOMPARE(question.result->error().category, category);
}

void tst_DemoLitellmServer::listsRequests()
{
    Line line(Line::named(u"litellm"_s));
    QString cursor;
    int all = 0;
    int failed = 0;
    do {
        const auto page = answerOf(line.server().records(100, cursor));
        QVERIFY(page);
        for (const Record &record : page->records)
            failed += record.status == RecordStatus::Failed ? 1 : 0;
        all += int(page->records.size());
        cursor = page->next;
    } while (!cursor.isEmpty());
    QCOMPARE(all, 250);
    QVERIFY(failed > 5);
}

void tst_DemoLitellmServer::looksUpOneRequest()
{
    Line line(Line::named(u"litellm"_s));
    const auto page = answerOf(line.server().records(5, {}));
    QVERIFY(page);
    const Record &first = page->records.constFirst();
    const auto costs = answerOf(line.server().costs(first.id));
    QVERIFY(costs);
    QCOMPARE(costs->total, first.charge.cost.value);
}

void tst_DemoLitellmServer::findsAStreamThatWasDropped()
{
    demo::DemoScenario scenario = Line::named(u"litellm"_s);
    scenario.textPaceMs = 5;
    Line line(scenario);
    Question question(line, u"markdown-writer"_s, Delivery::Streamed);
    QTRY_VERIFY(!question.text.isEmpty());
    question.stream->cancel();
    QTRY_COMPARE(line.proxy.rowsOf("KEY-1").size(), 1);
    const auto finding = findingOf(line, {.hadText = true});
    QVERIFY(finding);
    QCOMPARE(finding->fate, CallFate::Charged);
    QVERIFY(finding->charge.cost.value > Usd());
    QCOMPARE(finding->job.value, u"KEY-1"_s);
}

void tst_DemoLitellmServer::findsAWholeCallWhoseAnswerWasLost()
{
    Line line(Line::named(u"litellm"_s));
    const Question question(line, u"fault-drop"_s, Delivery::Whole);
    QTRY_VERIFY(question.result);
    QVERIFY(!question.result->hasValue());
    QCOMPARE(question.result->error().outcome, Outcome::Ambiguous);
    const auto finding = findingOf(line, {});
    QVERIFY(finding);
    QCOMPARE(finding->fate, CallFate::Charged);
    QVERIFY(finding->charge.cost.value > Usd());
}

void tst_DemoLitellmServer::neverAsksForTheHealthOfModels()
{
    Line line(Line::named(u"litellm"_s));
    QVERIFY(answerOf(line.server().checkKey()));
    QVERIFY(answerOf(line.server().account()));
    QVERIFY(answerOf(line.server().records(5, {})));
    QCOMPARE(line.proxy.gateway().countRequests({}, u"/health"_s), 0);
}

QTEST_GUILESS_MAIN(tst_DemoLitellmServer)
#include "tst_demo_litellm_server.moc"
