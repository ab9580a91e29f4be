// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/DiagnosticsPage.h"
#include "diagnostics/ErrorHistoryModel.h"
#include "diagnostics/MetricsModel.h"
#include "diagnostics/RequestLogFilter.h"
#include "diagnostics/RequestLogModel.h"
#include "gateway/Connection.h"
#include "support/FakeClock.h"
#include "widgets/Badge.h"
#include "widgets/FactList.h"
#include "widgets/Theme.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace litedeck;
using namespace Qt::StringLiterals;

class TestDiagnosticsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
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
    void metricsAreExported_data();
    void metricsAreExported();
    void requestsAreExported();
    void failedExportSaysSo();
    void historyModelInsertsRows();
    void historyShowsWhatEnded();
    void evidenceOfTheEndedIsStillThere();
    void placeOfTheLogIsShown();

private:
    enum Tab { Overview, Requests, History };

    void show(Tab tab) { find<QTabWidget>("diagnosticsTabs")->setCurrentIndex(tab); }
    /// Chooses a file in the dialog that asks where an export goes.
    void chooseFile(const QString &path);
    QByteArray contentOf(const QString &path) const;
    void attempt(const QByteArray &path, int status, WireEnd end = WireEnd::Complete,
                 const std::optional<ErrorCategory> &failure = {});
    template <typename T>
    T *find(const char *objectName) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(objectName));
    }

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<AttemptFeed> m_attempts;
    std::unique_ptr<RequestLog> m_log;
    std::unique_ptr<EndpointMetrics> m_metrics;
    std::unique_ptr<ErrorLog> m_errors;
    std::unique_ptr<DiagnosticsPage> m_page;
};

void TestDiagnosticsPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(*qApp, ColorScheme::Light);
}

void TestDiagnosticsPage::init()
{
    m_clock = std::make_unique<test::FakeClock>();
    m_connection = std::make_unique<Connection>(
        GatewayAddress{.server = QUrl(u"http://127.0.0.1:1"_s), .team = TeamId{u"acme"_s}},
        RetryPolicy{}, *m_clock);
    m_attempts = std::make_unique<AttemptFeed>();
    m_log = std::make_unique<RequestLog>(*m_attempts, *m_clock);
    m_metrics = std::make_unique<EndpointMetrics>(*m_log);
    m_errors = std::make_unique<ErrorLog>(*m_clock);
    m_page = std::make_unique<DiagnosticsPage>(
        DiagnosticsContent{*m_log, *m_metrics, *m_errors, *m_connection, *m_clock,
                           u"/home/someone/litedeck/litedeck.log.jsonl"_s});
    m_page->resize(1200, 800);
    m_page->show();
}

void TestDiagnosticsPage::cleanup()
{
    m_page.reset();
    m_errors.reset();
    m_metrics.reset();
    m_log.reset();
    m_attempts.reset();
    m_connection.reset();
}

void TestDiagnosticsPage::attempt(const QByteArray &path, int status, WireEnd end,
                                  const std::optional<ErrorCategory> &failure)
{
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:1"_s + QString::fromLatin1(path));
    request.endpoint = path;
    request.requestId = "req-" + QByteArray::number(m_log->entries().size() + 1);
    HttpResult result;
    result.status = status;
    result.end = end;
    result.outcome = end == WireEnd::Complete ? Outcome::Committed : Outcome::NotSent;
    result.duration = Milliseconds(120);
    result.timesSent = 1;
    std::optional<Error> error;
    if (failure || !result.isSuccess()) {
        error.emplace();
        error->category = failure.value_or(ErrorCategory::InternalServerError);
        error->outcome = result.outcome;
        error->message = u"It broke."_s;
    }
    emit m_attempts->attemptEnded({request, result, error, std::nullopt});
}

void TestDiagnosticsPage::logShowsNewestFirst()
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

void TestDiagnosticsPage::logRowsComeAndGoOneByOne()
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
    QCOMPARE(model.entryAt(0).path, u"/one-more"_s);
    QCOMPARE(model.entryAt(model.rowCount() - 1).number, 2);
    QCOMPARE(removed.size(), 1);
    m_log->clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), 0);
}

void TestDiagnosticsPage::logFilters_data()
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

void TestDiagnosticsPage::logFilters()
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

void TestDiagnosticsPage::metricsFollow()
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

void TestDiagnosticsPage::metricsTableWaitsForQuiet()
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

void TestDiagnosticsPage::serverCardShowsTheBreaker()
{
    const auto *state = find<Badge>("breakerState");
    const auto *facts = find<FactList>("serverFacts");
    const auto *probe = find<QLabel>("breakerProbe");
    auto *reset = find<QPushButton>("breakerReset");
    QCOMPARE(state->accessibleName(), u"Circuit breaker: Calls go through"_s);
    QCOMPARE(facts->fact(u"Address"_s), u"http://127.0.0.1:1"_s);
    QCOMPARE(facts->fact(u"Failures"_s), u"0 of 5 in a row"_s);
    QVERIFY(!reset->isEnabled());

    CircuitBreaker &breaker = m_connection->breaker();
    breaker.recordFailure(ErrorCategory::InternalServerError);
    attempt("/a", 500);
    QCoreApplication::processEvents();
    QCOMPARE(facts->fact(u"Failures"_s), u"1 of 5 in a row"_s);
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

void TestDiagnosticsPage::serverCardShowsTheBudget()
{
    const auto *tokens = find<QLabel>("retryTokens");
    QCOMPARE(tokens->text(), u"10 of 10 retries left"_s);
    QVERIFY(m_connection->budget().take());
    QCOMPARE(tokens->text(), u"9 of 10 retries left"_s);
    m_connection->budget().recordSuccess();
    QCOMPARE(tokens->text(), u"9.5 of 10 retries left"_s);
}

void TestDiagnosticsPage::selectingShowsDetails()
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
    QCOMPARE(facts->fact(u"Request line"_s), u"GET /api/jobs/create"_s);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(facts->fact(u"Request line"_s), u"GET /api/teams/acme"_s);
    find<QToolButton>("requestCopy")->click();
    QVERIFY(
        QGuiApplication::clipboard()->text().contains(u"Request line: GET /api/teams/acme\n"_s));
    // A new attempt moves the rows; the details stay with theirs.
    attempt("/health", 200);
    QCOMPARE(facts->fact(u"Request line"_s), u"GET /api/teams/acme"_s);
    find<QToolButton>("requestClose")->click();
    QVERIFY(details->isHidden());
    QVERIFY(!table->currentIndex().isValid());
}

void TestDiagnosticsPage::emptyTablesSaySo()
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

void TestDiagnosticsPage::findGoesToTheFilter()
{
    QApplication::setActiveWindow(m_page.get());
    find<QTabWidget>("diagnosticsTabs")->tabBar()->setFocus();
    QTest::keySequence(m_page.get(), QKeySequence::Find);
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("requestLogFilter"));
}

void TestDiagnosticsPage::errorInsideAGoodReplyIsAFailure()
{
    attempt("/api/jobs/create-and-call-stream", 200, WireEnd::Complete,
            ErrorCategory::ProviderAuthentication);
    const RequestLogModel model(*m_log);
    const QModelIndex result = model.index(0, RequestLogModel::Result);
    QCOMPARE(result.data().toString(), u"200, failed"_s);
    QCOMPARE(result.data(RequestLogModel::BadgeToneRole).toInt(), int(Tone::Danger));
    QVERIFY(result.data(RequestLogModel::FailureRole).toBool());
    QCOMPARE(m_metrics->stats().constFirst().errors, 1);
}

void TestDiagnosticsPage::heldCallIsNoRequestOfTheEndpoint()
{
    attempt("/api/jobs/create", 0, WireEnd::Complete, ErrorCategory::CircuitOpen);
    const RequestLogModel model(*m_log);
    QCOMPARE(model.index(0, RequestLogModel::Result).data().toString(), u"held back"_s);
    QVERIFY(m_metrics->stats().isEmpty());
}

void TestDiagnosticsPage::detailsTellOfTheError()
{
    attempt("/api/teams/acme", 200);
    attempt("/api/jobs/create", 500);
    show(Requests);
    auto *table = find<QAbstractItemView>("requestLogTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto *facts = find<FactList>("requestFacts");
    QCOMPARE(facts->fact(u"Error"_s), u"The server failed"_s);
    QCOMPARE(facts->fact(u"Cause"_s), u"It broke."_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    QCOMPARE(facts->fact(u"Error"_s), QString());
    QCOMPARE(facts->fact(u"Cause"_s), QString());
}

void TestDiagnosticsPage::tabsAreReachableByKeyboard()
{
    auto *tabs = find<QTabWidget>("diagnosticsTabs");
    QVERIFY(!tabs->tabBar()->accessibleName().isEmpty());
    tabs->tabBar()->setFocus();
    QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Requests"_s);
    QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Error history"_s);
}

void TestDiagnosticsPage::chooseFile(const QString &path)
{
    auto *dialog = m_page->findChild<QFileDialog *>(u"exportDialog"_s);
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->isVisible());
    emit dialog->fileSelected(path);
    dialog->close();
}

QByteArray TestDiagnosticsPage::contentOf(const QString &path) const
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void TestDiagnosticsPage::metricsAreExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("csv") << u"metrics.csv"_s << QByteArray("endpoint,requests,");
    QTest::newRow("json") << u"metrics.json"_s << QByteArray("{\n");
    QTest::newRow("json, any case") << u"METRICS.JSON"_s << QByteArray("{\n");
    QTest::newRow("no suffix") << u"metrics"_s << QByteArray("endpoint,requests,");
}

void TestDiagnosticsPage::metricsAreExported()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    const QTemporaryDir directory;
    attempt("/api/teams/acme", 500);
    m_clock->advance(Milliseconds(250));
    auto *button = find<QToolButton>("metricsExport");
    QCOMPARE(button->accessibleName(), u"Export metrics"_s);
    button->click();
    // What comes while the user chooses a file is not part of it.
    attempt("/late", 200);
    chooseFile(directory.filePath(name));
    QTRY_VERIFY(!contentOf(directory.filePath(name)).isEmpty());
    const QByteArray content = contentOf(directory.filePath(name));
    QVERIFY2(content.startsWith(beginning), content.constData());
    QVERIFY(content.contains("GET /api/teams/acme"));
    QVERIFY(!content.contains("late"));
}

void TestDiagnosticsPage::requestsAreExported()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"requests.jsonl"_s);
    attempt("/api/teams/acme", 200);
    attempt("/api/jobs/create", 500);
    find<QPushButton>("requestLogExport")->click();
    chooseFile(path);
    QTRY_COMPARE(contentOf(path).count('\n'), 2);
    const QJsonObject record = QJsonDocument::fromJson(contentOf(path).split('\n').at(1)).object();
    QCOMPARE(record.value("error_type"_L1), u"internal_server_error"_s);
    QCOMPARE(record.value("team_id"_L1), u"acme"_s);
}

void TestDiagnosticsPage::failedExportSaysSo()
{
    attempt("/api/teams/acme", 200);
    find<QPushButton>("requestLogExport")->click();
    chooseFile(u"/nonexistent/requests.jsonl"_s);
    QTRY_VERIFY(m_page->findChild<QMessageBox *>(u"exportFailed"_s) != nullptr);
    auto *box = m_page->findChild<QMessageBox *>(u"exportFailed"_s);
    QVERIFY(box->isVisible());
    QVERIFY(box->text().startsWith(u"/nonexistent/requests.jsonl could not be written: "_s));
    box->close();
}

void TestDiagnosticsPage::historyModelInsertsRows()
{
    const ErrorOrigin origin{.kind = ErrorOrigin::Kind::Team};
    ErrorHistoryModel model(*m_errors);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    Error error;
    for (qsizetype i = 0; i < ErrorLog::HistoryCapacity; ++i) {
        m_errors->report(origin, error);
        m_errors->resolve(origin);
    }
    QCOMPARE(removed.size(), 0);
    error.category = ErrorCategory::RateLimited;
    m_errors->report(origin, error);
    m_errors->resolve(origin);
    QCOMPARE(model.rowCount(), int(ErrorLog::HistoryCapacity));
    QCOMPARE(model.pastError(0).entry.error.category, ErrorCategory::RateLimited);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(resets.size(), 0);
    // One that is made later shows the same.
    const ErrorHistoryModel later(*m_errors);
    QCOMPARE(later.rowCount(), model.rowCount());
    QCOMPARE(later.pastError(0), model.pastError(0));
}

void TestDiagnosticsPage::historyShowsWhatEnded()
{
    const ErrorOrigin team{.kind = ErrorOrigin::Kind::Team};
    const ErrorOrigin jobs{.kind = ErrorOrigin::Kind::Jobs};
    Error limited;
    limited.category = ErrorCategory::RateLimited;
    limited.verdict = RetryVerdict::Automatic;
    m_errors->report(team, limited);
    m_clock->advance(std::chrono::seconds(65));
    m_errors->report(team, limited);
    m_errors->report(jobs, Error());
    m_errors->resolve(team);
    m_errors->dismiss(m_errors->entries().constFirst().number);
    m_errors->report(jobs, Error());
    m_errors->resolve(jobs, ErrorEnd::Superseded);
    show(History);
    const auto *table = find<QAbstractItemView>("errorHistoryTable");
    QCOMPARE(table->accessibleName(), u"Error history"_s);
    QVERIFY(table->isVisible());
    const auto cell = [table](int row, ErrorHistoryModel::Column column) {
        return table->model()->index(row, column).data().toString();
    };
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(cell(0, ErrorHistoryModel::Ending), u"Superseded"_s);
    QCOMPARE(cell(1, ErrorHistoryModel::Ending), u"Dismissed"_s);
    QCOMPARE(cell(1, ErrorHistoryModel::Lane), u"Needs attention"_s);
    QCOMPARE(cell(2, ErrorHistoryModel::Ending), u"Worked again"_s);
    QCOMPARE(cell(2, ErrorHistoryModel::Title), u"Rate limit reached"_s);
    QCOMPARE(cell(2, ErrorHistoryModel::Lane), u"Can be retried"_s);
    QCOMPARE(cell(2, ErrorHistoryModel::Times), u"2"_s);
    QCOMPARE(cell(2, ErrorHistoryModel::FirstSeen), u"09:16:40"_s);
    QCOMPARE(cell(2, ErrorHistoryModel::Ended), u"09:17:45"_s);
    QCOMPARE(find<QLabel>("errorHistoryCount")->text(), u"3 error(s) ended"_s);
}

void TestDiagnosticsPage::evidenceOfTheEndedIsStillThere()
{
    const ErrorOrigin team{.kind = ErrorOrigin::Kind::Team};
    Error error;
    error.category = ErrorCategory::RateLimited;
    error.requestLine = u"GET /api/teams/acme"_s;
    error.headers = {{u"retry-after"_s, u"5"_s}};
    error.message = u"slow down"_s;
    m_errors->report(team, error);
    m_errors->resolve(team);
    show(History);
    auto *evidence = find<QPushButton>("historyEvidence");
    auto *copy = find<QPushButton>("historyCopy");
    QVERIFY(!evidence->isEnabled());
    QVERIFY(!copy->isEnabled());
    auto *table = find<QAbstractItemView>("errorHistoryTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(evidence->isEnabled());
    copy->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"### Rate limit reached"_s));
    QTest::keyClick(table, Qt::Key_Return);
    auto *dialog = m_page->findChild<QDialog *>(u"evidenceDialog"_s);
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<FactList *>(u"evidenceFacts"_s)->fact(u"Request line"_s),
             u"GET /api/teams/acme"_s);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"evidenceText"_s)->toPlainText(),
             u"retry-after: 5\n\nslow down"_s);
    dialog->close();
}

void TestDiagnosticsPage::placeOfTheLogIsShown()
{
    show(Requests);
    const auto *place = find<QWidget>("requestLogPlace");
    QVERIFY(place->isVisible());
    QCOMPARE(place->accessibleName(),
             u"Also written to /home/someone/litedeck/litedeck.log.jsonl"_s);
}

QTEST_MAIN(TestDiagnosticsPage)
#include "tst_diagnostics_page.moc"
