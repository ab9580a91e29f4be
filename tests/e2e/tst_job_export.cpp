// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsDeck.h"
#include "Line.h"
#include "core/gateway/ChatStream.h"
#include "core/saas/JobsApi.h"
#include "tests/support/SaasGateway.h"
#include "ui/jobs/CallsModel.h"
#include "ui/widgets/ToolTipText.h"
#include "ui/words/Format.h"

#include <QAction>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A file read back: names of the columns and the cells as texts, "" for what is not known.
struct Sheet
{
    QStringList names;
    QList<QStringList> rows;
};

/// RFC 4180, by its letters.
Sheet readCsv(const QByteArray &bytes)
{
    QList<QStringList> lines{{QString()}};
    bool isQuoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"' && isQuoted && i + 1 < text.size() && text.at(i + 1) == u'"')
            lines.last().last() += text.at(++i);
        else if (c == u'"')
            isQuoted = !isQuoted;
        else if (c == u',' && !isQuoted)
            lines.last() += QString();
        else if (c == u'\n' && !isQuoted)
            lines += QStringList{QString()};
        else if (c != u'\r' || isQuoted)
            lines.last().last() += c;
    }
    lines.removeLast(); // what follows the last line's end
    const QStringList names = lines.takeFirst();
    return {names, lines};
}

Sheet readJson(const QByteArray &bytes, const QStringList &names)
{
    Sheet sheet{names, {}};
    for (const QJsonValue line : QJsonDocument::fromJson(bytes).array()) {
        QStringList cells;
        for (const QString &name : names) {
            const QJsonValue cell = line[name];
            cells += cell.isBool()     ? QVariant(cell.toBool()).toString()
                     : cell.isDouble() ? QString::number(cell.toDouble(), 'g', 12)
                                       : cell.toString();
        }
        sheet.rows += cells;
    }
    return sheet;
}

QStringList markdownCells(QString line)
{
    QStringList cells;
    line.replace("\\\\"_L1, "\x01"_L1).replace("\\|"_L1, "\x02"_L1);
    for (const QString &cell : line.sliced(1, line.lastIndexOf(u'|') - 1).split(u'|')) {
        QString text = cell.trimmed();
        cells += text.replace(u'\x01', u'\\').replace(u'\x02', u'|').replace("&lt;"_L1, "<"_L1);
    }
    return cells;
}

Sheet readMarkdown(const QByteArray &bytes)
{
    Sheet sheet;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts);
    sheet.names = markdownCells(lines.at(0));
    for (const QString &line : lines.sliced(2))
        sheet.rows += markdownCells(line);
    return sheet;
}

/// How the table writes what a file says in this column; `others` are the cells beside it.
QString asShown(const QString &name, const QString &cell, const QHash<QString, QString> &others)
{
    static const QHash<QString, QString> statuses{{u"PENDING"_s, u"Pending"_s},
                                                  {u"IN_PROGRESS"_s, u"In progress"_s},
                                                  {u"COMPLETED"_s, u"Completed"_s},
                                                  {u"FAILED"_s, u"Failed"_s},
                                                  {u"CANCELLED"_s, u"Cancelled"_s}};
    if (name == "status"_L1)
        return statuses.value(cell);
    if (name == "credit_applied"_L1) {
        const QString credits = others.value(u"credits"_s);
        if (credits.startsWith(u'-'))
            return u"%1 refunded"_s.arg(formatCredits(-credits.toLongLong()));
        if (!credits.isEmpty())
            return formatCredits(credits.toLongLong());
        const bool ran = others.value(u"status"_s) == "COMPLETED"_L1;
        return cell == "true"_L1 ? u"Charged"_s : ran ? u"Ran, not charged"_s : u"–"_s;
    }
    if (name == "error"_L1)
        return cell.left(300).simplified();
    const bool isAmount = name == "cost_usd"_L1 || name == "tokens"_L1;
    if (cell.isEmpty()) // with calls that were read, it was asked for in vain
        return isAmount && !others.value(u"calls"_s).isEmpty() ? u"not reported"_s : u"–"_s;
    if (name.endsWith("_at"_L1))
        return formatTime(QDateTime::fromString(cell, Qt::ISODate));
    if (name.endsWith("_s"_L1))
        return cell == "0"_L1 ? u"under 1 s"_s
                              : formatDuration(std::chrono::seconds(cell.toLongLong()));
    if (name == "cost_usd"_L1)
        return formatUsd(Measured<Usd>::reported(Usd::fromDouble(cell.toDouble())));
    if (name == "calls"_L1 || name == "tokens"_L1)
        return formatCount(cell.toLongLong());
    return cell;
}

/// The columns that are seen, from left to right.
QList<int> seenColumns(const QTableView &table)
{
    QList<int> columns;
    for (int place = 0; place < table.horizontalHeader()->count(); ++place) {
        const int column = table.horizontalHeader()->logicalIndex(place);
        if (!table.isColumnHidden(column))
            columns += column;
    }
    return columns;
}

void compareWithTable(JobsDeck &deck, const Sheet &sheet)
{
    const QList<int> columns = seenColumns(*deck.table());
    QStringList names;
    for (const int column : columns)
        names += storedName(JobField(column));
    // One column of the table says both: whether it was charged, and how much.
    QStringList written = names;
    if (const qsizetype charge = names.indexOf(u"credit_applied"_s); charge >= 0)
        written.insert(charge + 1, u"credits"_s);
    QCOMPARE(sheet.names, written);
    QCOMPARE(int(sheet.rows.size()), deck.rows());
    for (int row = 0; row < deck.rows(); ++row) {
        QCOMPARE(sheet.rows.at(row).size(), written.size());
        QHash<QString, QString> cells;
        for (qsizetype i = 0; i < written.size(); ++i)
            cells.insert(written.at(i), sheet.rows.at(row).at(i));
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString shown =
                deck.table()->model()->index(row, columns.at(i)).data().toString();
            const QString expected = asShown(names.at(i), cells.value(names.at(i)), cells);
            QVERIFY2(expected == shown,
                     qPrintable(u"row %1, %2: shown %3, written %4"_s.arg(row).arg(
                         names.at(i), shown, cells.value(names.at(i)))));
        }
    }
}

} // namespace

/// What the export of jobs writes, cell by cell beside what the table shows.
class tst_JobExport : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreThoseOfTheTable_data();
    void cellsAreThoseOfTheTable();
    void transactionsAreThoseOfTheTable();
    void callsAreThoseOfTheTable();
};

void tst_JobExport::cellsAreThoseOfTheTable_data()
{
    QTest::addColumn<QStringList>("toggled"); // columns
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("search");
    QTest::addColumn<JobField>("sortedBy");
    const QStringList rare{u"waited_s"_s, u"ended_at"_s, u"calls"_s,
                           u"tokens"_s,   u"user"_s,     u"job_id"_s};
    QTest::newRow("all columns, all jobs") << rare << u"All"_s << QString() << JobField::Created;
    QTest::newRow("all columns, failures by error")
        << rare << u"Failed"_s << QString() << JobField::Error;
    QTest::newRow("few columns, a search")
        << QStringList{u"model"_s, u"error"_s, u"credit_applied"_s, u"duration_s"_s, u"calls"_s}
        << u"All"_s << u"code_review"_s << JobField::Cost;
}

void tst_JobExport::cellsAreThoseOfTheTable()
{
    QFETCH(QStringList, toggled);
    QFETCH(QString, status);
    QFETCH(QString, search);
    QFETCH(JobField, sortedBy);
    JobsDeck deck({.pastJobs = 60, .failurePercent = 40, .now = scenario().now});
    QVERIFY(deck.showJobs());
    // The costs of some jobs are known, some were not reported, those of others nobody read.
    deck.choose(u"jobsStatus"_s, u"Completed"_s);
    deck.find<QTabWidget>(u"jobsTabs"_s)->setCurrentIndex(1);
    QTRY_VERIFY(deck.find(u"readCosts"_s)->isVisible());
    QTest::keyClick(deck.find(u"readCosts"_s), Qt::Key_Space);
    QVERIFY(deck.passUntil([&] { return deck.find(u"readingProgress"_s)->isHidden(); }));
    deck.find<QTabWidget>(u"jobsTabs"_s)->setCurrentIndex(0);

    for (const QString &column : toggled)
        deck.find<QAction>(column)->trigger();
    deck.choose(u"jobsStatus"_s, status);
    QTest::keyClicks(deck.find(u"jobsSearch"_s), search);
    deck.table()->sortByColumn(int(sortedBy), Qt::AscendingOrder);
    QVERIFY(deck.rows() > 1);
    QVERIFY(status == "All"_L1 && search.isEmpty() ? deck.rows() == 60 : deck.rows() < 60);

    const auto exported = [&deck](const QString &suffix) {
        const QString path = deck.directory.filePath(u"jobs."_s + suffix);
        return deck.exportTo(u"jobsExport"_s, path) ? contentOf(path) : QByteArray();
    };
    const Sheet csv = readCsv(exported(u"csv"_s));
    compareWithTable(deck, csv);
    compareWithTable(deck, readJson(exported(u"json"_s), csv.names));
    compareWithTable(deck, readMarkdown(exported(u"md"_s)));
}

void tst_JobExport::transactionsAreThoseOfTheTable()
{
    JobsDeck deck({.pastJobs = 60, .now = scenario().now});
    deck.window().findChild<ShellFrame *>()->setCurrentPage(Page::Team);
    auto *button = deck.find<QAbstractButton>(u"exportTransactions"_s);
    QVERIFY(button != nullptr);
    QCOMPARE(button->accessibleName(), u"Export transactions"_s);
    QVERIFY(!button->isEnabled()); // nothing to export yet
    const QAbstractItemModel &model = *deck.find<QTableView>(u"ledgerTable"_s)->model();
    const int lines = int(deck.gateway.transactions().size());
    QTRY_COMPARE(model.rowCount(), lines);
    QTRY_VERIFY(button->isEnabled());

    const QStringList names{u"created_at"_s, u"type"_s,   u"credits"_s,
                            u"balance"_s,    u"reason"_s, u"job_id"_s};
    const QHash<QString, QString> types{{u"deduction"_s, u"Job charged"_s},
                                        {u"allocation"_s, u"Credits added"_s},
                                        {u"refund"_s, u"Refund"_s},
                                        {u"subscription_payment"_s, u"Subscription payment"_s},
                                        {u"one_time_payment"_s, u"One-time payment"_s}};
    const auto exported = [&deck](const QString &suffix) {
        const QString path = deck.directory.filePath(u"transactions."_s + suffix);
        return deck.exportTo(u"exportTransactions"_s, path) ? contentOf(path) : QByteArray();
    };
    for (const Sheet &sheet : {readCsv(exported(u"csv"_s)), readJson(exported(u"json"_s), names),
                               readMarkdown(exported(u"md"_s))}) {
        QCOMPARE(sheet.names, names);
        QCOMPARE(int(sheet.rows.size()), lines);
        for (int row = 0; row < lines; ++row) {
            const QStringList cells = sheet.rows.at(row);
            const QStringList expected{formatTime(QDateTime::fromString(cells.at(0), Qt::ISODate)),
                                       types.value(cells.at(1)),
                                       formatSigned(cells.at(2).toLongLong()),
                                       formatCount(cells.at(3).toLongLong()),
                                       cells.at(4),
                                       cells.at(5).isEmpty() ? u"–"_s : shortId(cells.at(5))};
            QStringList shown;
            for (int column = 0; column < model.columnCount(); ++column)
                shown += model.index(row, column).data().toString();
            QCOMPARE(shown, expected);
        }
    }
}

void tst_JobExport::callsAreThoseOfTheTable()
{
    JobsDeck deck;
    // A job of a colleague, with a call that worked and one that failed.
    Connection colleague({.server = deck.gateway.baseUrl(),
                          .team = {deck.gateway.teamId()},
                          .virtualKey = deck.gateway.virtualKey()},
                         {.maxRetries = 0}, deck.clock);
    const auto created = answer(JobsApi(gatewayOf(colleague)).create(u"colleague"_s, {}));
    QVERIFY(created);
    const ChatRequest request{.model = {u"gpt-4o-mini"_s},
                              .messages = {{.role = u"user"_s, .content = u"Hello"_s}}};
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = u"/api/jobs/*/llm-call"_s,
                           .times = 1,
                           .skip = 1,
                           .errorInStream = true,
                           .errorText = u"<the provider> is out of order"_s});
    for (int call = 0; call < 2; ++call) {
        CallPlan plan =
            colleague.server().plan(request, {.job = created->id, .delivery = Delivery::Whole});
        plan.request.body = plan.body();
        ChatStream *stream = colleague.server().ask(plan, &colleague);
        QSignalSpy finished(stream, &ChatStream::finished);
        stream->start();
        QVERIFY(finished.wait());
    }
    const auto untilNow = deck.clock.utcNow().msecsTo(QDateTime::currentDateTimeUtc());
    deck.clock.advance(Milliseconds(std::max<qint64>(untilNow, 0)) + 1h);
    QVERIFY(deck.showJobs());
    QTest::keyClicks(deck.find(u"jobsSearch"_s), u"colleague"_s);
    QCOMPARE(deck.rows(), 1);
    deck.selectFirst();
    auto *calls = deck.find<QTableView>(u"jobCalls"_s);
    QVERIFY(deck.passUntil([&] { return calls->model()->rowCount() == 2; }));
    const auto exported = [&deck](const QString &name) {
        const QString path = deck.directory.filePath(name);
        return deck.exportTo(u"exportCalls"_s, path) ? contentOf(path) : QByteArray();
    };
    QStringList names{u"call_id"_s,       u"created_at"_s,        u"model"_s,   u"purpose"_s,
                      u"prompt_tokens"_s, u"completion_tokens"_s, u"cost_usd"_s};
    QCOMPARE(readCsv(exported(u"open.csv"_s)).names, names);

    // Completing it tells more of each call.
    QTest::keyClick(deck.find(u"completeJob"_s), Qt::Key_Space);
    auto *question = deck.window().findChild<QMessageBox *>(u"completeQuestion"_s);
    question->findChild<QPushButton *>(u"completeConfirmed"_s)->click();
    QVERIFY(deck.passUntil(
        [&] { return calls->isVisible() && !calls->isColumnHidden(CallsModel::Latency); }));
    names += {u"latency_ms"_s, u"error"_s};
    const Sheet sheet = readCsv(exported(u"completed.csv"_s));
    QCOMPARE(sheet.names, names);
    QCOMPARE(int(sheet.rows.size()), calls->model()->rowCount());
    for (int line = 0; line < sheet.rows.size(); ++line) {
        const QString latency = sheet.rows.at(line).at(7);
        const QString error = sheet.rows.at(line).constLast();
        const QModelIndex shown = calls->model()->index(line, CallsModel::Latency);
        QCOMPARE(latency.isEmpty() ? u"–"_s : formatDuration(Milliseconds(latency.toLongLong())),
                 shown.data().toString());
        QVERIFY(shown.data(Qt::ToolTipRole).toString().contains(plainToolTip(error)));
        QCOMPARE(error.isEmpty(),
                 shown.siblingAtColumn(CallsModel::Cost).data().toString() != "failed"_L1);
    }
}

QTEST_MAIN(tst_JobExport)
#include "tst_job_export.moc"
