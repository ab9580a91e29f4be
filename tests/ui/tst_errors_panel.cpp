// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeClock.h"
#include "ui/errors/ErrorPanel.h"
#include "ui/errors/EvidenceDialog.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorReport.h"
#include "ui/words/ErrorTexts.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const ErrorOrigin TurnOrigin{.kind = ErrorOrigin::Kind::Turn,
                             .conversation = ConversationId{u"c1"_s},
                             .turn = TurnId{u"t1"_s}};
const ErrorOrigin TeamOrigin{.kind = ErrorOrigin::Kind::Team};

Error rateLimit()
{
    return {.category = ErrorCategory::RateLimited,
            .hands = Hands::Provider,
            .verdict = RetryVerdict::Automatic,
            .outcome = Outcome::Rejected,
            .httpStatus = 500,
            .innerStatus = 429,
            .provider = u"openai"_s,
            .exceptionClass = u"RateLimitError"_s,
            .exceptionStatus = 429,
            .message = u"Rate limit reached for gpt-4o."_s,
            .originalText = u"500: LLM call failed: Client error '429 Too Many Requests'"_s,
            .requestId = u"req-1"_s,
            .jobId = JobId{u"job-1"_s}};
}

Error refusedKey()
{
    return {.category = ErrorCategory::Authentication,
            .hands = Hands::You,
            .verdict = RetryVerdict::Never,
            .outcome = Outcome::Rejected,
            .httpStatus = 401,
            .message = u"Invalid virtual key"_s};
}

} // namespace

class tst_ErrorPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void listsAreNamedAndSayWhenEmpty();
    void entrySaysEverything();
    void effectIsSaidOfTurnsOnly();
    void countdownTicksAndEnds();
    void countdownIsSilentAndErrorsAreNot();
    void actionsFollowTheLane();
    void actionsAskWithTheirOrigin();
    void keyCanBeChanged();
    void repeatsAreCounted();
    void wholeReplyThatTimedOutSuggestsStreaming();
    void entryMovesBetweenLanes();
    void dismissAndResolveEmptyThePanel();
    void everyActionIsReachedByTab();
    void evidenceShowsAndCopies();
    void narrowPanelsStack();
    void narrowEntriesAreNotCut();
    void revealsAnError();

private:
    QWidget *lane(const QString &name) const;
    QList<QWidget *> entries(const QString &laneName) const;
    QAbstractButton *action(const QString &name) const;
    QString text(const QString &objectName) const;

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<ErrorBoard> m_board;
    std::unique_ptr<ErrorPanel> m_panel;
};

void tst_ErrorPanel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_ErrorPanel::init()
{
    m_panel.reset();
    m_board.reset();
    m_clock = std::make_unique<test::FakeClock>();
    m_board = std::make_unique<ErrorBoard>(*m_clock);
    m_panel = std::make_unique<ErrorPanel>(*m_board, *m_clock);
    m_panel->resize(900, 200);
    m_panel->show();
}

QWidget *tst_ErrorPanel::lane(const QString &name) const
{
    const auto lists = m_panel->findChildren<QScrollArea *>();
    for (QScrollArea *list : lists) {
        if (list->accessibleName() == name)
            return list->parentWidget();
    }
    return nullptr;
}

QList<QWidget *> tst_ErrorPanel::entries(const QString &laneName) const
{
    QList<QWidget *> shown;
    const auto all = lane(laneName)->findChildren<QWidget *>(u"errorEntry"_s);
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(shown),
                 [](const QWidget *entry) { return !entry->isHidden(); });
    return shown;
}

QAbstractButton *tst_ErrorPanel::action(const QString &name) const
{
    const auto buttons = m_panel->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->accessibleName() == name && button->isVisible())
            return button;
    }
    return nullptr;
}

QString tst_ErrorPanel::text(const QString &objectName) const
{
    const auto *label = m_panel->findChild<QLabel *>(objectName);
    return label != nullptr && label->isVisible() ? label->text() : QString();
}

void tst_ErrorPanel::listsAreNamedAndSayWhenEmpty()
{
    for (const QString &name : {u"Can be retried"_s, u"Needs attention"_s}) {
        QVERIFY2(lane(name) != nullptr, qPrintable(name));
        const auto *sentence = lane(name)->findChild<QLabel *>(u"laneEmpty"_s);
        QVERIFY(sentence->isVisible());
        QVERIFY(!sentence->text().isEmpty());
    }
    m_board->report(TurnOrigin, rateLimit());
    QVERIFY(lane(u"Can be retried"_s)->findChild<QLabel *>(u"laneEmpty"_s)->isHidden());
    QCOMPARE(lane(u"Can be retried"_s)->findChild<QWidget *>(u"laneCount"_s)->isVisible(), true);
    QVERIFY(lane(u"Needs attention"_s)->findChild<QLabel *>(u"laneEmpty"_s)->isVisible());
}

void tst_ErrorPanel::entrySaysEverything()
{
    m_board->report(TurnOrigin, rateLimit());
    QCOMPARE(entries(u"Can be retried"_s).size(), 1);
    QCOMPARE(text(u"errorTitle"_s), u"Rate limit reached"_s);
    QVERIFY(text(u"errorExplanation"_s).contains(u"Rate limit reached for gpt-4o."_s));
    QCOMPARE(text(u"errorAdvice"_s), errorAdvice(rateLimit()));
    QCOMPARE(text(u"errorOutcome"_s), outcomeText(Outcome::Rejected));
    QCOMPARE(m_panel->findChild<QWidget *>(u"errorHands"_s)->accessibleName(),
             u"In whose hands: The model's provider"_s);
    QVERIFY(entries(u"Can be retried"_s)
                .first()
                ->accessibleName()
                .startsWith(u"Rate limit reached."_s));
}

void tst_ErrorPanel::effectIsSaidOfTurnsOnly()
{
    m_board->report(TeamOrigin, rateLimit());
    QCOMPARE(text(u"errorOutcome"_s), QString());
}

void tst_ErrorPanel::countdownTicksAndEnds()
{
    m_board->report(TurnOrigin, rateLimit(), PendingRetry{2, 4, m_clock->utcNow().addMSecs(5'600)});
    QCOMPARE(text(u"errorCountdown"_s), u"attempt 2 of 4, again in 6\u00a0s"_s);
    m_clock->advance(std::chrono::seconds(2));
    QCOMPARE(text(u"errorCountdown"_s), u"attempt 2 of 4, again in 4\u00a0s"_s);
    m_clock->advance(std::chrono::seconds(10));
    QCOMPARE(text(u"errorCountdown"_s), u"attempt 2 of 4, now"_s);
    m_board->retryStarted(TurnOrigin);
    QCOMPARE(text(u"errorCountdown"_s), u"Trying again…"_s);
    // Nothing that is offered while it runs could do anything.
    QVERIFY(action(u"Retry now"_s) == nullptr);
    QVERIFY(action(u"Cancel retry"_s) == nullptr);
    QVERIFY(action(u"Queue for later"_s) == nullptr);
    m_board->report(TurnOrigin, rateLimit());
    QCOMPARE(text(u"errorCountdown"_s), QString());
    QVERIFY(action(u"Retry now"_s) != nullptr);
    QVERIFY(action(u"Queue for later"_s) != nullptr);
}

void tst_ErrorPanel::countdownIsSilentAndErrorsAreNot()
{
    QSignalSpy announced(m_panel.get(), &ErrorPanel::announced);
    m_board->report(TurnOrigin, rateLimit(), PendingRetry{2, 4, m_clock->utcNow().addSecs(20)});
    QCOMPARE(announced.size(), 1);
    m_board->report(TurnOrigin, rateLimit(), PendingRetry{3, 4, m_clock->utcNow().addSecs(20)});
    QCOMPARE(announced.size(), 1);
    // A label without a name of its own tells of every change of its text.
    const auto *countdown = m_panel->findChild<QLabel *>(u"errorCountdown"_s);
    const QString shown = countdown->text();
    const QString name = countdown->accessibleName();
    QVERIFY(!name.isEmpty());
    m_clock->advance(std::chrono::seconds(5));
    QVERIFY(countdown->text() != shown);
    QCOMPARE(countdown->accessibleName(), name);
    QCOMPARE(announced.size(), 1);
}

void tst_ErrorPanel::actionsFollowTheLane()
{
    m_board->report(TurnOrigin, rateLimit());
    QVERIFY(action(u"Retry now"_s) != nullptr);
    QVERIFY(action(u"Cancel retry"_s) == nullptr);
    QVERIFY(action(u"Change key"_s) == nullptr);
    m_board->report(TurnOrigin, rateLimit(), PendingRetry{2, 4, m_clock->utcNow().addSecs(6)});
    QVERIFY(action(u"Retry now"_s) != nullptr);
    QVERIFY(action(u"Cancel retry"_s) != nullptr);
    m_board->resolve(TurnOrigin);
    m_board->report(TeamOrigin, refusedKey());
    QVERIFY(action(u"Retry now"_s) == nullptr);
    QVERIFY(action(u"Cancel retry"_s) == nullptr);
}

void tst_ErrorPanel::actionsAskWithTheirOrigin()
{
    m_board->report(TurnOrigin, rateLimit(), PendingRetry{2, 4, m_clock->utcNow().addSecs(6)});
    const auto press = [this](const QString &name) {
        QAbstractButton *button = action(name);
        QVERIFY2(button != nullptr, qPrintable(name));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    };
    const QList<std::pair<QString, WayOut>> asked{{u"Retry now"_s, WayOut::Retry},
                                                  {u"Cancel retry"_s, WayOut::CancelRetry}};
    for (const auto &[name, way] : asked) {
        QSignalSpy spy(m_panel.get(), &ErrorPanel::wayOutRequested);
        press(name);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().at(0).value<WayOut>(), way);
        QCOMPARE(spy.first().at(1).value<ErrorOrigin>(), TurnOrigin);
    }
    QSignalSpy spy(m_panel.get(), &ErrorPanel::originRequested);
    press(u"Show turn"_s);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().value<ErrorOrigin>(), TurnOrigin);
}

void tst_ErrorPanel::keyCanBeChanged()
{
    m_board->report(TeamOrigin, refusedKey());
    QSignalSpy spy(m_panel.get(), &ErrorPanel::wayOutRequested);
    QCOMPARE(entries(u"Needs attention"_s).size(), 1);
    action(u"Change key"_s)->click();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().value<WayOut>(), WayOut::ChangeKey);
}

void tst_ErrorPanel::repeatsAreCounted()
{
    m_board->report(TurnOrigin, rateLimit());
    QCOMPARE(text(u"errorRepeats"_s), QString());
    m_clock->advance(std::chrono::seconds(60));
    for (int i = 0; i < 6; ++i)
        m_board->report(TurnOrigin, rateLimit());
    QCOMPARE(entries(u"Can be retried"_s).size(), 1);
    QVERIFY(text(u"errorRepeats"_s).startsWith(u"7 time"_s));
    QVERIFY(text(u"errorRepeats"_s).endsWith(u"since 09:16"_s));
}

void tst_ErrorPanel::wholeReplyThatTimedOutSuggestsStreaming()
{
    Error error{.category = ErrorCategory::Timeout,
                .hands = Hands::GatewayOperator,
                .verdict = RetryVerdict::Automatic,
                .requestLine = u"POST /api/jobs/create-and-call-stream"_s};
    m_board->report(TurnOrigin, error);
    QVERIFY(!text(u"errorAdvice"_s).contains(u"stream"_s));
    error.requestLine = u"POST /api/jobs/create-and-call"_s;
    m_board->report(TurnOrigin, error);
    QVERIFY(text(u"errorAdvice"_s).contains(u"stream"_s));
    error.requestLine = u"POST /api/jobs/4f1c/llm-call"_s;
    m_board->report(TurnOrigin, error);
    QVERIFY(text(u"errorAdvice"_s).contains(u"stream"_s));
}

void tst_ErrorPanel::entryMovesBetweenLanes()
{
    Error manual = rateLimit();
    manual.verdict = RetryVerdict::Manual;
    m_board->report(TurnOrigin, manual, PendingRetry{2, 4, m_clock->utcNow().addSecs(6)});
    QCOMPARE(entries(u"Can be retried"_s).size(), 1);
    m_board->retryStarted(TurnOrigin);
    QCOMPARE(entries(u"Can be retried"_s).size(), 0);
    QCOMPARE(entries(u"Needs attention"_s).size(), 1);
}

void tst_ErrorPanel::dismissAndResolveEmptyThePanel()
{
    QSignalSpy wanted(m_panel.get(), &ErrorPanel::visibilityWanted);
    QVERIFY(!m_panel->isWanted());
    m_board->report(TurnOrigin, rateLimit());
    m_board->report(TeamOrigin, refusedKey());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toBool(), true);
    m_board->resolve(TurnOrigin);
    QCOMPARE(wanted.size(), 1);
    action(u"Dismiss"_s)->click();
    QVERIFY(m_board->entries().isEmpty());
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted.last().first().toBool(), false);
}

void tst_ErrorPanel::everyActionIsReachedByTab()
{
    m_board->report(TurnOrigin, rateLimit(), PendingRetry{2, 4, m_clock->utcNow().addSecs(6)});
    QSet<QString> reached;
    QWidget *at = m_panel.get();
    for (int i = 0; i < 100; ++i) {
        at = at->nextInFocusChain();
        if (at->isVisible() && at->focusPolicy() & Qt::TabFocus)
            reached += at->accessibleName();
    }
    for (const QString &name :
         {u"Retry now"_s, u"Cancel retry"_s, u"Show turn"_s, u"Show evidence"_s, u"Copy report"_s,
          u"Dismiss"_s, u"Can be retried"_s, u"Needs attention"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

void tst_ErrorPanel::evidenceShowsAndCopies()
{
    Error leaky = rateLimit();
    leaky.originalText =
        u"POST https://provider.example/v1?key=AIzaSyA1234567890abcdefghijklmnopqrstu failed"_s;
    m_board->report(TurnOrigin, leaky);
    action(u"Show evidence"_s)->click();
    auto *dialog = m_panel->findChild<EvidenceDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const QString shown = dialog->findChild<QPlainTextEdit *>(u"evidenceText"_s)->toPlainText();
    QVERIFY(shown.startsWith(u"POST https://provider.example/v1?"_s));
    QVERIFY(!shown.contains(u"AIza"_s));
    dialog->findChild<QPushButton *>(u"evidenceCopy"_s)->click();
    const QString fromDialog = QGuiApplication::clipboard()->text();
    QGuiApplication::clipboard()->clear();
    action(u"Copy report"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), fromDialog);
    QCOMPARE(fromDialog, errorReport(m_board->entries().first()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void tst_ErrorPanel::narrowPanelsStack()
{
    m_board->report(TurnOrigin, rateLimit());
    m_panel->resize(900, 200);
    QCoreApplication::processEvents();
    QCOMPARE(lane(u"Can be retried"_s)->y(), lane(u"Needs attention"_s)->y());
    m_panel->resize(500, 300);
    QCoreApplication::processEvents();
    QVERIFY(lane(u"Can be retried"_s)->y() < lane(u"Needs attention"_s)->y());
}

void tst_ErrorPanel::narrowEntriesAreNotCut()
{
    m_board->report(TurnOrigin, rateLimit());
    m_board->report(TurnOrigin, rateLimit());
    m_panel->resize(620, 200);
    const QWidget *entry = entries(u"Can be retried"_s).constFirst();
    auto *list = m_panel->findChild<QScrollArea *>(u"laneList"_s);
    QTRY_VERIFY(entry->width() < 300);
    QVERIFY(list->widget()->width() <= list->viewport()->width());
    QVERIFY(!action(u"Dismiss"_s)->visibleRegion().isEmpty());
}

void tst_ErrorPanel::revealsAnError()
{
    const ErrorOrigin first = ErrorOrigin::ofTurn({u"c"_s}, {u"t0"_s});
    m_board->report(first, refusedKey());
    for (int i = 1; i < 6; ++i)
        m_board->report(ErrorOrigin::ofTurn({u"c"_s}, {u"t%1"_s.arg(i)}), refusedKey());
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    QWidget *oldest = entries(u"Needs attention"_s).constFirst();
    QTRY_VERIFY(oldest->visibleRegion().isEmpty());
    m_panel->reveal(first, ErrorCategory::RateLimited);
    QVERIFY(oldest->visibleRegion().isEmpty());
    m_panel->reveal(first, ErrorCategory::Authentication);
    QVERIFY(!oldest->visibleRegion().isEmpty());
    QVERIFY(oldest->isAncestorOf(QApplication::focusWidget()));
}

QTEST_MAIN(tst_ErrorPanel)
#include "tst_errors_panel.moc"
