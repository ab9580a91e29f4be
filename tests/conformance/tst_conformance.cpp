// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Proxy.h"

#include <memory>
#include <vector>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

const QString Text = u"The quick brown fox jumps over the lazy dog and runs away."_s;
constexpr Usd Price{1'050'000}; ///< Of 100 tokens and a reply of 50.
/// For a busy machine; what is waited for comes within seconds.
constexpr int Patience = 60'000;

} // namespace

/// Litedeck against a real LiteLLM proxy, whose provider misbehaves by the name of the model.
class tst_Conformance : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void writesCallsOfTools_data();
    void writesCallsOfTools();
    void tellsFaults_data();
    void tellsFaults();
    void tellsFaultsWithinAStream_data();
    void tellsFaultsWithinAStream();
    void refusesKeys_data();
    void refusesKeys();
    void saysWhenABudgetIsUsedUp_data();
    void saysWhenABudgetIsUsedUp();
    void saysWhenARateIsReached();
    void findsADroppedStream();
    void findsADroppedWholeCall();
    void tellsOfAccounts_data();
    void tellsOfAccounts();
    void listsOwnRequestsOnly();
    void showsWhatTheDatabaseHasBooked();

private:
    /// Asks and waits for the end; the call counts in the sum of all.
    Question &asked(const QString &model, Delivery delivery = Delivery::Streamed);
    Question &begun(const QString &model, Delivery delivery);

    const Proxy m_proxy = Proxy::running();
    /// One for each question, so that failures do not add up to a breaker that opens.
    std::vector<std::unique_ptr<Line>> m_lines;
    std::vector<std::unique_ptr<Question>> m_questions;
};

Question &tst_Conformance::begun(const QString &model, Delivery delivery)
{
    m_lines.push_back(std::make_unique<Line>(m_proxy));
    // The proxy is told it, and believes it more than a model's own limit.
    if (model == u"u-hang"_s)
        m_lines.back()->connection().setPatience({.wholeReply = std::chrono::seconds(2)});
    m_questions.push_back(std::make_unique<Question>(*m_lines.back(), model, delivery));
    return *m_questions.back();
}

Question &tst_Conformance::asked(const QString &model, Delivery delivery)
{
    Question &question = begun(model, delivery);
    [&question] { QTRY_VERIFY_WITH_TIMEOUT(question.isOver(), Patience); }();
    return question;
}

void tst_Conformance::answers_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<QString>("finish");
    QTest::addColumn<QString>("reasoning");
    QTest::addColumn<bool>("hasPrice");
    for (const auto &[name, delivery] :
         {std::pair("streamed", Delivery::Streamed), std::pair("whole", Delivery::Whole)}) {
        const auto row = [name = name, delivery = delivery](
                             const QString &model, const QString &finish = u"stop"_s,
                             const QString &reasoning = {}, bool hasPrice = true) {
            QTest::addRow("%s, %s", qPrintable(model), name)
                << model << delivery << finish << reasoning << hasPrice;
        };
        row(u"u-ok"_s);
        row(u"a-ok"_s);
        row(u"g-ok"_s);
        row(u"u-length"_s, u"length"_s);
        row(u"u-think"_s, u"stop"_s, u"Let me think."_s);
        row(u"u-nousage"_s);
        row(u"u-noprice"_s, u"stop"_s, {}, false);
    }
}

void tst_Conformance::answers()
{
    QFETCH(QString, model);
    QFETCH(Delivery, delivery);
    QFETCH(bool, hasPrice);
    const Question &question = asked(model, delivery);
    QVERIFY2(question.isGood(), question.why().constData());
    QCOMPARE(question.text, Text);
    // Thoughts are shown while they come, so a reply in one piece has none to show.
    if (delivery == Delivery::Streamed)
        QTEST(question.reasoning, "reasoning");
    QTEST(question.reply().finishReason, "finish");
    // Of what the proxy counts by itself it tells the cost in streams only.
    if (model == u"u-nousage"_s)
        return;
    QCOMPARE(question.reply().usage.cost.has_value(), hasPrice);
    QCOMPARE(question.reply().usage.promptTokens, std::optional<qint64>(100));
    QCOMPARE(question.reply().usage.completionTokens, std::optional<qint64>(50));
    if (model == u"u-ok"_s)
        QCOMPARE(*question.reply().usage.cost, Price);
}

void tst_Conformance::writesCallsOfTools_data()
{
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("streamed") << Delivery::Streamed;
    QTest::newRow("whole") << Delivery::Whole;
}

void tst_Conformance::writesCallsOfTools()
{
    QFETCH(Delivery, delivery);
    const Question &question = asked(u"u-tools"_s, delivery);
    QVERIFY(question.isGood());
    QVERIFY(question.text.startsWith(Text));
    QVERIFY2(question.text.contains(u"get_weather"_s) && question.text.contains(u"Bonn"_s),
             qPrintable(question.text));
    QCOMPARE(question.reply().finishReason, u"tool_calls"_s);
}

void tst_Conformance::tellsFaults_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<ErrorCategory>("category");
    using enum ErrorCategory;
    for (const auto &[name, delivery] :
         {std::pair("streamed", Delivery::Streamed), std::pair("whole", Delivery::Whole)}) {
        const auto row = [name = name, delivery = delivery](const char *model,
                                                            ErrorCategory category) {
            QTest::addRow("%s, %s", model, name)
                << QString::fromLatin1(model) << delivery << category;
        };
        row("u-401", ProviderAuthentication);
        row("u-429", RateLimited);
        row("u-quota", ProviderQuotaExceeded);
        row("u-400", BadRequest);
        row("u-ctx", ContextWindowExceeded);
        row("u-policy", ContentPolicyViolation);
        row("u-404", ModelNotFound);
        row("u-500", InternalServerError);
        row("u-502html", ServiceUnavailable);
        row("u-reset", ConnectionFailed);
        row("u-hang", Timeout);
        row("down", ConnectionFailed);
        row("a-529", Overloaded);
        row("a-long", ContextWindowExceeded);
        row("g-429", ProviderQuotaExceeded);
        row("nosuch", ModelNotFound);
    }
}

void tst_Conformance::tellsFaults()
{
    QFETCH(QString, model);
    QFETCH(Delivery, delivery);
    QFETCH(ErrorCategory, category);
    const Question &question = asked(model, delivery);
    QVERIFY2(!question.isGood() && question.isOver(), "no error");
    QVERIFY2(question.category() == category, question.why().constData());
    QVERIFY2(!question.error().message.contains(u"LiteLLM: model group"_s),
             qPrintable(question.error().message));
    QVERIFY(!question.error().message.isEmpty());
}

void tst_Conformance::tellsFaultsWithinAStream_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QList<ErrorCategory>>("categories");
    using enum ErrorCategory;
    QTest::newRow("cut") << u"u-cut"_s << QList{StreamInterrupted, ConnectionFailed};
    QTest::newRow("error") << u"u-miderr"_s << QList{InternalServerError};
    QTest::newRow("rate") << u"u-mid429"_s << QList{RateLimited};
    QTest::newRow("overloaded") << u"a-mid"_s << QList{Overloaded};
}

void tst_Conformance::tellsFaultsWithinAStream()
{
    QFETCH(QString, model);
    QFETCH(QList<ErrorCategory>, categories);
    const Question &question = asked(model);
    QVERIFY(!question.isGood());
    QVERIFY2(categories.contains(question.category()), question.why().constData());
    QCOMPARE(question.text, Text.section(u' ', 0, 4));
}

void tst_Conformance::refusesKeys_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ErrorCategory>("category");
    using enum ErrorCategory;
    QTest::newRow("expired") << u"expired"_s << Authentication;
    QTest::newRow("blocked") << u"blocked"_s << Authentication;
    QTest::newRow("of a blocked team") << u"of-blocked-team"_s << TeamSuspended;
    QTest::newRow("unknown") << u"none"_s << Authentication;
    QTest::newRow("another model only") << u"one-model"_s << ModelNotAllowed;
}

void tst_Conformance::refusesKeys()
{
    QFETCH(QString, kind);
    QFETCH(ErrorCategory, category);
    std::unique_ptr<Line> line;
    std::unique_ptr<Question> question;
    const auto isRefused = [&] {
        question.reset();
        line = std::make_unique<Line>(m_proxy, kind);
        question = std::make_unique<Question>(*line, u"a-ok"_s);
        return QTest::qWaitFor([&question] { return question->isOver(); }, Patience) &&
               !question->isGood();
    };
    // The proxy keeps what it knows of a team for a minute, so one that was just blocked may call.
    QTRY_VERIFY_WITH_TIMEOUT(isRefused(), 2 * Patience);
    QVERIFY2(question->category() == category, question->why().constData());
}

void tst_Conformance::saysWhenABudgetIsUsedUp_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("key") << u"poor"_s;
    QTest::newRow("team") << u"of-poor-team"_s;
    QTest::newRow("member") << u"of-poor-member"_s;
    QTest::newRow("user") << u"of-poor-user"_s;
}

void tst_Conformance::saysWhenABudgetIsUsedUp()
{
    QFETCH(QString, kind);
    Line line(m_proxy, kind);
    // The proxy adds up a moment late, and lets some pass until then.
    const auto question = firstRefused(line, Patience);
    QVERIFY(question);
    QVERIFY2(question->category() == ErrorCategory::BudgetExceeded, question->why().constData());
    QCOMPARE(question->error().outcome, Outcome::Rejected);
    // Which budget it is can still be seen.
    QVERIFY(answerOf(line.server().account()));
}

void tst_Conformance::saysWhenARateIsReached()
{
    Line line(m_proxy, u"slow-lane"_s);
    // A minute may begin between one and the next.
    const auto question = firstRefused(line, Patience);
    QVERIFY(question);
    QCOMPARE(question->category(), ErrorCategory::RateLimited);
    QVERIFY(question->error().retryAfter);
}

void tst_Conformance::findsADroppedStream()
{
    Question &question = begun(u"u-stall"_s, Delivery::Streamed);
    QTRY_VERIFY_WITH_TIMEOUT(!question.text.isEmpty(), Patience);
    question.cancel();
    question.settle();
    QTRY_VERIFY_WITH_TIMEOUT(question.isSettled(), Patience);
    QCOMPARE(question.finding()->fate, CallFate::Charged);
    QVERIFY(question.cost().isKnown());
    QVERIFY(question.cost().value > Usd());
}

void tst_Conformance::findsADroppedWholeCall()
{
    const int before = m_proxy.timesSeen(u"u-slow"_s);
    Question &question = begun(u"u-slow"_s, Delivery::Whole);
    QTRY_COMPARE_WITH_TIMEOUT(m_proxy.timesSeen(u"u-slow"_s), before + 1, Patience);
    question.cancel();
    question.settle();
    QTRY_VERIFY_WITH_TIMEOUT(question.isSettled(), Patience);
    QCOMPARE(question.finding()->fate, CallFate::Charged);
    QCOMPARE(question.cost(), Measured<Usd>::reported(Price));
}

void tst_Conformance::tellsOfAccounts_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QList<Allowance::Scope>>("scopes"); // those with a limit
    QTest::addColumn<bool>("hasTeam");
    QTest::addColumn<Sight>("budgets");
    QTest::addColumn<Sight>("requests");
    using enum Allowance::Scope;
    const QList none = QList<Allowance::Scope>();
    QTest::newRow("member") << u"member"_s << QList{Key, User, Team} << true << Sight::Granted
                            << Sight::Granted;
    QTest::newRow("service") << u"service"_s << QList{Team} << true << Sight::Granted
                             << Sight::NobodysKey;
    QTest::newRow("solo") << u"solo"_s << QList{User} << false << Sight::Granted << Sight::Granted;
    QTest::newRow("bare") << u"bare"_s << none << false << Sight::Granted << Sight::NobodysKey;
    QTest::newRow("calls only") << u"calls-only"_s << none << false << Sight::CallsOnly
                                << Sight::CallsOnly;
}

void tst_Conformance::tellsOfAccounts()
{
    QFETCH(QString, kind);
    QFETCH(QList<Allowance::Scope>, scopes);
    QFETCH(bool, hasTeam);
    Line line(m_proxy, kind);
    QVERIFY(answerOf(line.server().checkKey()));
    const auto account = answerOf(line.server().account());
    QVERIFY2(account, qPrintable(account ? QString() : account.error().originalText));
    QCOMPARE(account->team.value, hasTeam ? m_proxy.team() : QString());
    QVERIFY(account->models.contains(u"u-ok"_s));
    QTEST(account->sight.budgets, "budgets");
    QTEST(account->sight.requests, "requests");
    QList<Allowance::Scope> bounds;
    for (const Allowance &allowance : account->allowances) {
        if (allowance.limit)
            bounds += allowance.scope;
    }
    std::sort(bounds.begin(), bounds.end());
    std::sort(scopes.begin(), scopes.end());
    QCOMPARE(bounds, scopes);
    const auto records = answerOf(line.server().records(5, {}));
    QCOMPARE(bool(records), account->sight.requests == Sight::Granted);
    if (!records)
        QCOMPARE(records.error().category, ErrorCategory::PermissionDenied);
    const auto model = answerOf(line.server().model({u"u-ok"_s}));
    QVERIFY(model);
    QCOMPARE(model->inputPrice, std::optional(3.0));
    QCOMPARE(model->outputPrice, std::optional(15.0));
}

void tst_Conformance::listsOwnRequestsOnly()
{
    Line own(m_proxy, u"other"_s);
    const Question question(own, u"u-ok"_s);
    QTRY_VERIFY_WITH_TIMEOUT(question.isOver(), Patience);
    Expected<RecordPage, Error> page{RecordPage()};
    const auto isListed = [&] {
        page = answerOf(own.server().records(50, {}));
        return page && !page->records.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), Patience);
    QCOMPARE(page->records.size(), 1);
    const Record &record = page->records.constFirst();
    QCOMPARE(record.call.callKey, question.key());
    QCOMPARE(record.charge.cost, Measured<Usd>::reported(Price));
    QCOMPARE(record.status, RecordStatus::Completed);
    QCOMPARE(record.models, QStringList{u"u-ok"_s});
    const auto costs = answerOf(own.server().costs(record.id));
    QVERIFY(costs);
    QCOMPARE(costs->total, Price);
}

void tst_Conformance::showsWhatTheDatabaseHasBooked()
{
    for (const auto &question : m_questions) {
        QVERIFY(question->isOver());
        question->settle();
    }
    Usd shown;
    Usd booked;
    for (const auto &question : m_questions) {
        QTRY_VERIFY_WITH_TIMEOUT(question->isSettled(), Patience);
        // What the reply told itself comes to the log some seconds later.
        if (question->isGood())
            QTRY_VERIFY_WITH_TIMEOUT(bookedFor(m_proxy, question->key()).rows > 0, Patience);
        const Booked found = bookedFor(m_proxy, question->key());
        booked += found.cost;
        if (question->cost().isKnown()) {
            shown += question->cost().value;
            QCOMPARE(question->cost().value, found.cost);
        } else {
            // Never unknown what the log knows; a model without a price is booked with 0.
            QCOMPARE(found.cost, Usd());
        }
    }
    QVERIFY(booked > Usd());
    QCOMPARE(shown, booked);
    qInfo("%zu calls, %s dollars", m_questions.size(), qPrintable(booked.toString()));
}

QTEST_GUILESS_MAIN(tst_Conformance)
#include "tst_conformance.moc"
