// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiagnosticsFixture.h"

#include "tests/ui/Facts.h"
#include "ui/diagnostics/ErrorHistoryModel.h"
#include "ui/widgets/FactList.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

class tst_DiagnosticsHistory : public DiagnosticsFixture
{
    Q_OBJECT

private slots:
    void metricsAreExported_data();
    void metricsAreExported();
    void requestsAreExported();
    void failedExportSaysSo();
    void historyModelInsertsRows();
    void historyShowsWhatEnded();
    void evidenceOfTheEndedIsStillThere();

private:
    /// Chooses a file in the dialog that asks where an export goes.
    void chooseFile(const QString &path);
    QByteArray contentOf(const QString &path) const;
};

void tst_DiagnosticsHistory::chooseFile(const QString &path)
{
    auto *dialog = m_page->findChild<QFileDialog *>(u"exportDialog"_s);
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->isVisible());
    emit dialog->fileSelected(path);
    dialog->close();
}

QByteArray tst_DiagnosticsHistory::contentOf(const QString &path) const
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_DiagnosticsHistory::metricsAreExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("csv") << u"metrics.csv"_s << QByteArray("endpoint,requests,");
    QTest::newRow("json") << u"metrics.json"_s << QByteArray("{\n");
    QTest::newRow("json, any case") << u"METRICS.JSON"_s << QByteArray("{\n");
    QTest::newRow("no suffix") << u"metrics"_s << QByteArray("endpoint,requests,");
}

void tst_DiagnosticsHistory::metricsAreExported()
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

void tst_DiagnosticsHistory::requestsAreExported()
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

void tst_DiagnosticsHistory::failedExportSaysSo()
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

void tst_DiagnosticsHistory::historyModelInsertsRows()
{
    const ErrorOrigin origin{.kind = ErrorOrigin::Kind::Team};
    ErrorHistoryModel model(*m_errors);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    Error error;
    for (qsizetype i = 0; i < ErrorBoard::HistoryCapacity; ++i) {
        m_errors->report(origin, error);
        m_errors->resolve(origin);
    }
    QCOMPARE(removed.size(), 0);
    error.category = ErrorCategory::RateLimited;
    m_errors->report(origin, error);
    m_errors->resolve(origin);
    QCOMPARE(model.rowCount(), int(ErrorBoard::HistoryCapacity));
    QCOMPARE(model.at(0).entry.error.category, ErrorCategory::RateLimited);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(resets.size(), 0);
    // One that is made later shows the same.
    const ErrorHistoryModel later(*m_errors);
    QCOMPARE(later.rowCount(), model.rowCount());
    QCOMPARE(later.at(0), model.at(0));
}

void tst_DiagnosticsHistory::historyShowsWhatEnded()
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

void tst_DiagnosticsHistory::evidenceOfTheEndedIsStillThere()
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
    QCOMPARE(factOf(dialog->findChild<FactList *>(u"evidenceFacts"_s), u"Request line"_s),
             u"GET /api/teams/acme"_s);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"evidenceText"_s)->toPlainText(),
             u"retry-after: 5\n\nslow down"_s);
    dialog->close();
}

QTEST_MAIN(tst_DiagnosticsHistory)
#include "moc_DiagnosticsFixture.cpp"
#include "tst_diagnostics_history.moc"
