// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiagnosticsFixture.h"

#include "tests/ui/Facts.h"
#include "ui/diagnostics/MetricsModel.h"
#include "ui/diagnostics/RequestLogFilter.h"
#include "ui/diagnostics/RequestLogModel.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/FactList.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

class tst_DiagnosticsPage : public DiagnosticsFixture
{
    Q_OBJECT

private slots:
    void logShowsNewestFirst();
    void logRowsComeAndGoOneByOne();
    void logFilters_data();
    void logFilters();
    void metricsFollow();
    void metricsTableWaitsForQuiet();
    void serverCardShowsTheBreaker();
    void serverCardShowsTheBudget();
    void selectingShowsDetails();
    void emptyTablesSaySo();
    void findGoesToTheFilter();
    void errorInsideAGoodReplyIsAFailure();
    void heldCallIsNoRequestOfTheEndpoint();
    void detailsTellOfTheError();
    void tabsAreReachableByKeyboard();
    void placeOfTheLogIsShown();
};

void tst_DiagnosticsPage::logShowsNewestFirst()
{
    attempt("/old", 200);
    RequestLogModel model(*m_log);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    attempt("/new", 0, WireEnd::ConnectionRefused);
    const auto cell = [&model](int row, RequestLogModel::Column column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(0, RequestLogModel::Path), u"/new"_s);
    QCOMPARE(cell(0, RequestLogModel::Result), u"no connection"_s);
    QCOMPARE(cell(0, RequestLogModel::Effect), u"not sent"_s);
    QCOMPARE(cell(1, RequestLogModel::Path), u"/old"_s);
    QCOMPARE(cell(1, RequestLogModel::Result), u"200"_s);
    QCOMPARE(cell(1, RequestLogModel::Duration), u"120 ms"_s);
    QCOMPARE(cell(1, RequestLogModel::Time), u"09:16:40"_s);
    QVERIFY(model.index(0, 0).data(RequestLogModel::FailureRole).toBool());
    QVERIFY(!model.index(1, 0).data(RequestLogModel::FailureRole).toBool());
}

void tst_DiagnosticsPage::logRowsComeAndGoOneByOne()
{
    for (qsizetype i = 0; i < RequestLog::Capacity; ++i)
        attempt("/filler", 200);
    RequestLogModel model(*m_log);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    attempt("/one-more", 200);
    QCOMPARE(model.rowCount(), int(RequestLog::Capacity));
    QCOMPARE(model.at(0).path, u"/one-more"_s);
    QCOMPARE(model.at(model.rowCount() - 1).number, 2);
    QCOMPARE(removed.size(), 1);
    m_log->clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), 0);
}

void tst_DiagnosticsPage::logFilters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("failuresOnly");
    QTest::addColumn<int>("rows");
    QTest::newRow("everything") << QString() << false << 3;
    QTest::newRow("failures") << QString() << true << 2;
    QTest::newRow("path, any case") << u"TEAMS"_s << false << 1;
    QTest::newRow("result") << u"cut off"_s << false << 1;
    QTest::newRow("every word") << u"jobs 500"_s << false << 1;
    QTest::newRow("both") << u"teams"_s << true << 0;
    QTest::newRow("request id") << u"req-3"_s << false << 1;
}

void tst_DiagnosticsPage::logFilters()
{
    QFETCH(QString, text);
    QFETCH(bool, failuresOnly);
    QFETCH(int, rows);
    attempt("/api/teams/acme", 200);
    attempt("/api/jobs/create", 500);
    attempt("/api/jobs/j1/llm-call", 200, WireEnd::Cut);
    find<QLineEdit>("requestLogFilter")->setText(text);
    find<QCheckBox>("requestLogFailures")->setChecked(failuresOnly);
    const auto *model = find<QAbstractItemView>("requestLogTable")->model();
    const QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(model),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), rows);
    attempt("/api/teams/acme", 500);
    QCOMPARE(model->rowCount(),
             rows + (text.isEmpty() || text.contains(u"teams"_s, Qt::CaseInsensitive)));
}

void tst_DiagnosticsPage::metricsFollow()
{
    attempt("/b", 200);
    MetricsModel model(*m_metrics);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    attempt("/a", 500);
    attempt("/c", 200);
    model.refresh();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(changes.size(), 0);
    attempt("/b", 500);
    model.refresh();
    QCOMPARE(changes.size(), 1);
    const auto cell = [&model](MetricsModel::Column column) { return model.index(1, column); };
    QCOMPARE(cell(MetricsModel::Endpoint).data().toString(), u"GET /b"_s);
    QCOMPARE(cell(MetricsModel::Requests).data().toString(), u"2"_s);
    QCOMPARE(cell(MetricsModel::Errors).data().toString(), u"1"_s);
    QCOMPARE(cell(MetricsModel::ErrorRate).data().toString(), u"50.0 %"_s);
    QCOMPARE(cell(MetricsModel::Average).data().toString(), u"120 ms"_s);
    QVERIFY(cell(MetricsModel::P95).data(Qt::TextAlignmentRole).toInt() & Qt::AlignTrailing);
    m_metrics->reset();
    model.refresh();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), 0);
}

void tst_DiagnosticsPage::metricsTableWaitsForQuiet()
{
    const auto *model = find<QAbstractItemView>("metricsTable")->model();
    attempt("/a", 200);
    attempt("/b", 200);
    QCOMPARE(model->rowCount(), 0);
    m_clock->advance(Milliseconds(250));
    QCOMPARE(model->rowCount(), 2);
    auto *reset = find<QToolButton>("metricsReset");
    QVERIFY(reset->isEnabled());
    reset->click();
    m_clock->advance(Milliseconds(250));
    QCOMPARE(model->rowCount(), 0);
}

void tst_DiagnosticsPage::serverCardShowsTheBreaker()
{
    const auto *state = find<Badge>("breakerState");
    const auto *facts = find<FactList>("serverFacts");
    const auto *probe = find<QLabel>("breakerProbe");
    auto *reset = find<QPushButton>("breakerReset");
    QCOMPARE(state->accessibleName(), u"Circuit breaker: Calls go through"_s);
    QCOMPARE(factOf(facts, u"Address"_s), u"http://127.0.0.1:1"_s);
    QCOMPARE(factOf(facts, u"Failures"_s), u"0 of 5 in a row"_s);
    QVERIFY(!reset->isEnabled());

    CircuitBreaker &breaker = m_connection->breaker();
    breaker.recordFailure(ErrorCategory::InternalServerError);
    attempt("/a", 500);
    QCoreApplication::processEvents();
    QCOMPARE(factOf(facts, u"Failures"_s), u"1 of 5 in a row"_s);
    for (int i = 1; i < CircuitBreaker::FailureThreshold; ++i)
        breaker.recordFailure(ErrorCategory::InternalServerError);
    QCOMPARE(state->text(), u"Calls are paused"_s);
    QCOMPARE(state->tone(), Tone::Danger);
    QCOMPARE(probe->text(), u"next probe in 1\u00a0min\u00a00\u00a0s"_s);
    const QString name = probe->accessibleName();
    m_clock->advance(std::chrono::seconds(18));
    QCOMPARE(probe->text(), u"next probe in 42\u00a0s"_s);
    QCOMPARE(probe->accessibleName(), name);
    reset->setFocus();
    QTest::keyClick(reset, Qt::Key_Space);
    QVERIFY(breaker.allows());
    QCOMPARE(state->text(), u"Calls go through"_s);
    QCOMPARE(probe->text(), QString());
}

void tst_DiagnosticsPage::serverCardShowsTheBudget()
{
    const auto *tokens = find<QLabel>("retryTokens");
    QCOMPARE(tokens->text(), u"10 of 10 retries left"_s);
    QVERIFY(m_connection->budget().take());
    QCOMPARE(tokens->text(), u"9 of 10 retries left"_s);
    m_connection->budget().recordSuccess();
    QCOMPARE(tokens->text(), u"9.5 of 10 retries left"_s);
}

void tst_DiagnosticsPage::selectingShowsDetails()
{
    attempt("/api/teams/acme", 200);
    attempt("/api/jobs/create", 500);
    show(Requests);
    auto *table = find<QAbstractItemView>("requestLogTable");
    auto *details = find<QWidget>("requestDetails");
    QVERIFY(details->isHidden());
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QVERIFY(details->isVisible());
    const auto *facts = find<FactList>("requestFacts");
    QCOMPARE(factOf(facts, u"Request line"_s), u"GET /api/jobs/create"_s);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(factOf(facts, u"Request line"_s), u"GET /api/teams/acme"_s);
    find<QToolButton>("requestCopy")->click();
    QVERIFY(
        QGuiApplication::clipboard()->text().contains(u"Request line: GET /api/teams/acme\n"_s));
    // A new attempt moves the rows; the details stay with theirs.
    attempt("/health", 200);
    QCOMPARE(factOf(facts, u"Request line"_s), u"GET /api/teams/acme"_s);
    find<QToolButton>("requestClose")->click();
    QVERIFY(details->isHidden());
    QVERIFY(!table->currentIndex().isValid());
}

void tst_DiagnosticsPage::emptyTablesSaySo()
{
    QVERIFY(find<QWidget>("metricsEmpty")->isVisible());
    QVERIFY(!find<QToolButton>("metricsExport")->isEnabled());
    show(History);
    QVERIFY(find<QWidget>("errorHistoryEmpty")->isVisible());
    show(Requests);
    QVERIFY(find<QWidget>("requestLogEmpty")->isVisible());
    QVERIFY(!find<QPushButton>("requestLogExport")->isEnabled());
    attempt("/a", 200);
    QVERIFY(!find<QWidget>("requestLogEmpty")->isVisible());
    find<QCheckBox>("requestLogFailures")->setChecked(true);
    QVERIFY(find<QWidget>("requestLogEmpty")->isVisible());
    find<QWidget>("requestLogEmpty")->findChild<QPushButton *>(u"emptyStateAction"_s)->click();
    QVERIFY(!find<QWidget>("requestLogEmpty")->isVisible());
    QVERIFY(!find<QCheckBox>("requestLogFailures")->isChecked());
}

void tst_DiagnosticsPage::findGoesToTheFilter()
{
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    find<QTabWidget>("diagnosticsTabs")->tabBar()->setFocus();
    QTest::keySequence(m_page.get(), QKeySequence::Find);
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("requestLogFilter"));
}

void tst_DiagnosticsPage::errorInsideAGoodReplyIsAFailure()
{
    attempt("/api/jobs/create-and-call-stream", 200, WireEnd::Complete,
            ErrorCategory::ProviderAuthentication);
    const RequestLogModel model(*m_log);
    const QModelIndex result = model.index(0, RequestLogModel::Result);
    QCOMPARE(result.data().toString(), u"200, failed"_s);
    QCOMPARE(result.data(RequestLogModel::ToneRole).toInt(), int(Tone::Danger));
    QVERIFY(result.data(RequestLogModel::FailureRole).toBool());
    QCOMPARE(m_metrics->stats().constFirst().errors, 1);
}

void tst_DiagnosticsPage::heldCallIsNoRequestOfTheEndpoint()
{
    attempt("/api/jobs/create", 0, WireEnd::Complete, ErrorCategory::CircuitOpen);
    const RequestLogModel model(*m_log);
    QCOMPARE(model.index(0, RequestLogModel::Result).data().toString(), u"held back"_s);
    QVERIFY(m_metrics->stats().isEmpty());
}

void tst_DiagnosticsPage::detailsTellOfTheError()
{
    attempt("/api/teams/acme", 200);
    attempt("/api/jobs/create", 500);
    show(Requests);
    auto *table = find<QAbstractItemView>("requestLogTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto *facts = find<FactList>("requestFacts");
    QCOMPARE(factOf(facts, u"Error"_s), u"The server failed"_s);
    QCOMPARE(factOf(facts, u"Cause"_s), u"It broke."_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    QCOMPARE(factOf(facts, u"Error"_s), QString());
    QCOMPARE(factOf(facts, u"Cause"_s), QString());
}

void tst_DiagnosticsPage::tabsAreReachableByKeyboard()
{
    auto *tabs = find<QTabWidget>("diagnosticsTabs");
    QVERIFY(!tabs->tabBar()->accessibleName().isEmpty());
    tabs->tabBar()->setFocus();
    QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Requests"_s);
    QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Error history"_s);
}

void tst_DiagnosticsPage::placeOfTheLogIsShown()
{
    show(Requests);
    const auto *place = find<QWidget>("requestLogPlace");
    QVERIFY(place->isVisible());
    QCOMPARE(place->accessibleName(),
             u"Also written to /home/someone/litedeck/litedeck.log.jsonl"_s);
}

QTEST_MAIN(tst_DiagnosticsPage)
#include "moc_DiagnosticsFixture.cpp"
#include "tst_diagnostics_page.moc"
