// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WaysOut.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace litedeck;
using namespace litedeck::test;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView CreatePath("/api/jobs/create");
constexpr QLatin1StringView InJobStreamPath("/api/jobs/*/llm-call-stream");
constexpr QLatin1StringView InJobPath("/api/jobs/*/llm-call");
constexpr QLatin1StringView CompletePath("/api/jobs/*/complete");

int posts(const Deck &deck, QLatin1StringView path)
{
    return deck.gateway.countRequests("POST", path);
}

/// Shows a conversation with one answered message, whose further messages go into one job.
bool begin(Deck &deck)
{
    if (!deck.choose(u"gpt-4o-mini"_s))
        return false;
    deck.send(u"Hello"_s);
    if (!QTest::qWaitFor(
            [&deck] { return deck.isOver() && deck.lastTurn().cost.credits.isKnown(); }))
        return false;
    ChatSettings settings = deck.session()->conversation().settings;
    settings.billing = Billing::PerConversation;
    deck.session()->setSettings(settings);
    return true;
}

/// Sends a message and waits for the end of its turn.
bool ask(Deck &deck, const QString &text)
{
    const TurnId before = deck.lastTurn().id;
    deck.send(text);
    return deck.passUntil(
        [&deck, &before] { return deck.lastTurn().id != before && deck.isOver(); });
}

JobId openJob(Deck &deck)
{
    return deck.session()->conversation().openJob;
}

QPushButton *finishButton(Deck &deck)
{
    return deck.find(u"openJobBar"_s)->findChild<QPushButton *>(u"noticeAction"_s);
}

} // namespace

class tst_OpenJob : public QObject
{
    Q_OBJECT

private slots:
    void putsAllMessagesIntoOneJob();
    void finishesTheJobOnce();
    void findsOutWhetherALostFinishWorked();
    void tellsThatALostFinishChargedNothing();
    void readsAgainWhatALostReplyCost();
    void A5_opensAnotherJobOnce();
    void A5_doesNotGoRoundInCircles();
    void A23_fallsBackToAReplyInOnePiece();
    void staysOpenOverARestart();
    void stopsBeforeTheJobIsOpen();
    void closesAJobWhoseOpeningWasLost();
    void paysWhenTheConversationIsDeleted();
    void keepsTheJobForAnotherVersion();
};

void tst_OpenJob::putsAllMessagesIntoOneJob()
{
    Deck deck;
    QVERIFY(begin(deck));
    const int before = deck.gateway.creditsRemaining();
    QVERIFY(ask(deck, u"One"_s));
    QVERIFY(ask(deck, u"Two"_s));
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(posts(deck, CreatePath), 1);
    QCOMPARE(deck.gateway.creditsRemaining(), before);
    const QList<Turn> turns = deck.session()->conversation().turns;
    QCOMPARE(turns.size(), 3);
    QCOMPARE(turns.at(1).jobId, openJob(deck));
    QCOMPARE(turns.at(2).jobId, openJob(deck));
    QVERIFY(turns.at(0).jobId != openJob(deck));
    // Each message is told its own share of the job's cost.
    QTRY_VERIFY(deck.lastTurn().cost.cost.isKnown());
    QVERIFY(!deck.lastTurn().cost.credits.isKnown());
    QVERIFY(deck.find(u"openJobBar"_s)->isVisible());
}

void tst_OpenJob::finishesTheJobOnce()
{
    Deck deck;
    QVERIFY(begin(deck));
    const int before = deck.gateway.creditsRemaining();
    QVERIFY(ask(deck, u"One"_s));
    const JobId job = openJob(deck);
    QPushButton *finish = finishButton(deck);
    QVERIFY(finish->isVisible());
    finish->setFocus();
    QTest::keyClick(finish, Qt::Key_Space);
    QVERIFY(!finish->isVisible());
    QTRY_VERIFY(openJob(deck).isEmpty());
    QCOMPARE(posts(deck, CompletePath), 1);
    QCOMPARE(deck.gateway.creditsRemaining(), before - 1);
    QCOMPARE(deck.gateway.job(job.value).value("status"_L1).toString(), u"COMPLETED"_s);
    QVERIFY(ask(deck, u"Two"_s));
    QVERIFY(openJob(deck) != job);
}

void tst_OpenJob::findsOutWhetherALostFinishWorked()
{
    Deck deck;
    QVERIFY(begin(deck));
    QVERIFY(ask(deck, u"One"_s));
    const int before = deck.gateway.creditsRemaining();
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = QString(CompletePath),
                           .times = 1,
                           .processFirst = true,
                           .drop = true});
    deck.session()->finishJob();
    QTRY_COMPARE(deck.clock.untilNextTimer() <= AbsenceLooks[0], true);
    QVERIFY(deck.passUntil([&deck] { return openJob(deck).isEmpty(); }));
    QCOMPARE(posts(deck, CompletePath), 1);
    QCOMPARE(deck.gateway.creditsRemaining(), before - 1);
}

void tst_OpenJob::tellsThatALostFinishChargedNothing()
{
    Deck deck;
    QVERIFY(begin(deck));
    QVERIFY(ask(deck, u"One"_s));
    deck.gateway.addFault(
        {.method = "POST", .pathPattern = QString(CompletePath), .times = 1, .drop = true});
    QSignalSpy failed(deck.session(), &ChatSession::jobNotFinished);
    deck.session()->finishJob();
    QVERIFY(deck.passUntil([&failed] { return failed.size() == 1; }));
    const auto error = failed.constFirst().constFirst().value<Error>();
    QCOMPARE(error.fate, CallFate::Uncharged);
    QVERIFY(panelText(deck, u"errorOutcome"_s).contains("nothing was charged"_L1));
    QVERIFY(deck.session()->canFinishJob());
}

void tst_OpenJob::readsAgainWhatALostReplyCost()
{
    Deck deck;
    QVERIFY(begin(deck));
    QVERIFY(ask(deck, u"One"_s));
    QVERIFY(ask(deck, u"Two"_s));
    // The reply is lost, and the server books its call only later.
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = QString(InJobPath),
                           .times = 1,
                           .processFirst = true,
                           .drop = true});
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = u"/api/jobs/*/costs"_s,
                           .times = 1,
                           .status = 404,
                           .body = R"({"detail":"Job not found"})"});
    QVERIFY(ask(deck, u"Three"_s));
    QCOMPARE(deck.lastTurn().state, TurnState::Failed);
    QVERIFY(deck.comesToRest());
    QVERIFY(!deck.lastTurn().cost.cost.isKnown());
    deck.session()->finishJob();
    QTRY_VERIFY(deck.lastTurn().cost.cost.isKnown());
    QVERIFY(deck.lastTurn().cost.promptTokens.value > 0);
}

void tst_OpenJob::A5_opensAnotherJobOnce()
{
    Deck deck;
    QVERIFY(begin(deck));
    QVERIFY(ask(deck, u"One"_s));
    const JobId gone = openJob(deck);
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = u"/api/jobs/%1/**"_s.arg(gone.value),
                           .status = 404,
                           .body = R"({"detail":"Job not found"})"});
    QVERIFY(ask(deck, u"Two"_s));
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(posts(deck, CreatePath), 2);
    QVERIFY(openJob(deck) != gone);
    QCOMPARE(deck.lastTurn().jobId, openJob(deck));
    QVERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

void tst_OpenJob::A5_doesNotGoRoundInCircles()
{
    Deck deck;
    QVERIFY(begin(deck));
    for (const QLatin1StringView path : {InJobPath, InJobStreamPath})
        deck.gateway.addFault({.method = "POST",
                               .pathPattern = QString(path),
                               .status = 404,
                               .body = R"({"detail":"Job not found"})"});
    QVERIFY(ask(deck, u"One"_s));
    QCOMPARE(deck.lastTurn().state, TurnState::Failed);
    QCOMPARE(category(deck), ErrorCategory::JobNotFound);
    QCOMPARE(posts(deck, CreatePath), 2);
}

void tst_OpenJob::A23_fallsBackToAReplyInOnePiece()
{
    Deck deck;
    QVERIFY(begin(deck));
    QVERIFY(ask(deck, u"One"_s));
    QVERIFY(ask(deck, u"Two"_s));
    // The real server's stream within a job never works; that is learned once.
    QCOMPARE(posts(deck, InJobStreamPath), 1);
    QCOMPARE(posts(deck, InJobPath), 2);
    // Streams of jobs of their own are another matter.
    ChatSettings settings = deck.session()->conversation().settings;
    settings.billing = Billing::PerMessage;
    deck.session()->setSettings(settings);
    const int streams = posts(deck, StreamPath);
    QVERIFY(ask(deck, u"Three"_s));
    QCOMPARE(posts(deck, StreamPath), streams + 1);
}

void tst_OpenJob::staysOpenOverARestart()
{
    Deck deck;
    QVERIFY(begin(deck));
    QVERIFY(ask(deck, u"One"_s));
    const JobId job = openJob(deck);
    deck.open();
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(deck.openConversation());
    QCOMPARE(openJob(deck), job);
    QVERIFY(deck.find(u"openJobBar"_s)->isVisible());
    QVERIFY(ask(deck, u"Two"_s));
    QCOMPARE(deck.lastTurn().jobId, job);
    QCOMPARE(posts(deck, CreatePath), 1);
}

void tst_OpenJob::stopsBeforeTheJobIsOpen()
{
    Deck deck;
    QVERIFY(begin(deck));
    deck.session()->send(u"One"_s);
    deck.session()->stop();
    QCOMPARE(deck.lastTurn().state, TurnState::Stopped);
    QVERIFY(!deck.session()->isBusy());
    QVERIFY(ask(deck, u"Two"_s));
    QCOMPARE(deck.lastTurn().state, TurnState::Complete);
    QCOMPARE(posts(deck, CreatePath), 1);
}

void tst_OpenJob::closesAJobWhoseOpeningWasLost()
{
    Deck deck;
    deck.settings.set(Keys::WholeReplySeconds, 60);
    QVERIFY(begin(deck));
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = QString(CreatePath),
                           .times = 1,
                           .processFirst = true,
                           .drop = true});
    QVERIFY(ask(deck, u"One"_s));
    QCOMPARE(deck.lastTurn().state, TurnState::Failed);
    const auto statusOfNewest = [&deck] {
        return deck.gateway.jobs().first().toObject().value("status"_L1).toString();
    };
    QVERIFY(deck.passUntil([&] { return statusOfNewest() == u"FAILED"_s; }));
}

void tst_OpenJob::paysWhenTheConversationIsDeleted()
{
    Deck deck;
    QVERIFY(begin(deck));
    QVERIFY(ask(deck, u"One"_s));
    const JobId job = openJob(deck);
    deck.open();
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 1);
    QVERIFY(deck.workspace->live().session(deck.workspace->catalogue().summaries().first().id) ==
            nullptr);
    deck.workspace->catalogue().remove(deck.workspace->catalogue().summaries().first().id);
    QTRY_COMPARE(deck.gateway.job(job.value).value("status"_L1).toString(), u"COMPLETED"_s);
    QCOMPARE(posts(deck, CompletePath), 1);
    QVERIFY(deck.workspace->catalogue().restore());
    QCOMPARE(deck.workspace->catalogue().summaries().size(), 1);
}

void tst_OpenJob::keepsTheJobForAnotherVersion()
{
    Deck deck;
    QVERIFY(begin(deck));
    QVERIFY(ask(deck, u"One"_s));
    const Turn first = deck.lastTurn();
    deck.transcript()->trigger(3, EntryAction::Regenerate);
    QTRY_VERIFY(deck.lastTurn().id != first.id && deck.isOver());
    QCOMPARE(deck.lastTurn().jobId, first.jobId);
    QCOMPARE(deck.session()->turn(first.id)->reply, first.reply);
    // Each turn is shown once: a question and its reply.
    QCOMPARE(deck.transcript()->stack().size(), 4);
    deck.transcript()->trigger(3, EntryAction::PreviousVersion);
    QCOMPARE(deck.lastTurn().id, first.id);
    QCOMPARE(deck.transcript()->stack().size(), 4);
}

QTEST_MAIN(tst_OpenJob)
#include "tst_open_job.moc"
