// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "core/exchange/FileWriter.h"
#include "core/exchange/TableExport.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

ExportTable tableOf(const QStringList &names, const QList<QVariantList> &rows)
{
    return {names, rows.size(), [rows](qsizetype row) { return rows.at(row); }};
}

QByteArray written(const ExportTable &table, TableFormat format, const Redactor &redactor = {})
{
    ExportProgress progress;
    return tableBytes(table, format, redactor, progress);
}

} // namespace

class tst_TableExport : public QObject
{
    Q_OBJECT

private slots:
    void csvFields_data();
    void csvFields();
    void everyKindOfCell_data();
    void everyKindOfCell();
    void tablesWithoutRows();
    void secretsStayHere_data();
    void secretsStayHere();
    void longOnesCanBeStopped();
};

void tst_TableExport::csvFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *text, const char *field) {
        QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(field);
    };
    row("plain", "\"plain\"");
    row("", "\"\"");
    row("a,b", "\"a,b\"");
    row("say \"hi\"", "\"say \"\"hi\"\"\"");
    row("two\r\nlines", "\"two\r\nlines\"");
    row("=1+1", "\"'=1+1\"");
    row("+49 30", "\"'+49 30\"");
    row("-2", "\"'-2\"");
    row("@SUM(A1)", "\"'@SUM(A1)\"");
    row("\t=1", "\"'\t=1\"");
    row("a=1", "\"a=1\"");
    row("ü€", "\"ü€\"");
}

void tst_TableExport::csvFields()
{
    QFETCH(QString, text);
    QTEST(csvText(text), "field");
    QCOMPARE(written(tableOf({u"n"_s}, {{text}}), TableFormat::Csv),
             "n\r\n" + csvText(text) + "\r\n");
}

void tst_TableExport::everyKindOfCell_data()
{
    QTest::addColumn<TableFormat>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("csv") << TableFormat::Csv
                         << QByteArray("text,number,cost,at,yes,none\r\n"
                                       "\"a|b <c>\",-7,0.000001,2026-11-22T09:00:00Z,true,\r\n");
    QTest::newRow("json") << TableFormat::Json
                          << QByteArray("[\n{\"at\":\"2026-11-22T09:00:00Z\",\"cost\":1e-06,"
                                        "\"none\":null,\"number\":-7,\"text\":\"a|b <c>\","
                                        "\"yes\":true}\n]\n");
    QTest::newRow("markdown")
        << TableFormat::Markdown
        << QByteArray("| text | number | cost | at | yes | none |\n"
                      "| --- | --- | --- | --- | --- | --- |\n"
                      "| a\\|b &lt;c> | -7 | 0.000001 | 2026-11-22T09:00:00Z | true |  |\n");
}

void tst_TableExport::everyKindOfCell()
{
    QFETCH(TableFormat, format);
    const QDateTime at(QDate(2026, 11, 22), QTime(9, 0), Utc);
    const QVariantList cells{u"a|b <c>"_s, qint64(-7), "0.000001"_ba, at, true, {}};
    const ExportTable table =
        tableOf({u"text"_s, u"number"_s, u"cost"_s, u"at"_s, u"yes"_s, u"none"_s}, {cells});
    QTEST(written(table, format), "bytes");
}

void tst_TableExport::tablesWithoutRows()
{
    const ExportTable table = tableOf({u"a"_s, u"b"_s}, {});
    QCOMPARE(written(table, TableFormat::Csv), "a,b\r\n");
    QCOMPARE(written(table, TableFormat::Markdown), "| a | b |\n| --- | --- |\n");
    QVERIFY(QJsonDocument::fromJson(written(table, TableFormat::Json)).array().isEmpty());
    QVERIFY(QJsonDocument::fromJson(written(table, TableFormat::Json)).isArray());
}

void tst_TableExport::secretsStayHere_data()
{
    QTest::addColumn<TableFormat>("format");
    QTest::newRow("csv") << TableFormat::Csv;
    QTest::newRow("json") << TableFormat::Json;
    QTest::newRow("markdown") << TableFormat::Markdown;
}

void tst_TableExport::secretsStayHere()
{
    QFETCH(TableFormat, format);
    const ExportTable table = tableOf(
        {u"error"_s}, {{u"for url 'https://x/v1?key=AIzaSyLeaked12345' with live-secret"_s}});
    const QByteArray bytes = written(table, format, Redactor({u"live-secret"_s}));
    QVERIFY(!bytes.contains("AIzaSyLeaked"));
    QVERIFY(!bytes.contains("live-secret"));
    QVERIFY(bytes.contains("for url"));
}

void tst_TableExport::longOnesCanBeStopped()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"jobs.csv"_s);
    const auto progress = std::make_shared<ExportProgress>();
    ExportTable table{{u"n"_s}, 1'000'000, [progress](qsizetype row) -> QVariantList {
                          if (row == 1000)
                              progress->cancelled = true;
                          return {row};
                      }};
    bool over = false;
    writeFile(
        path, [table, progress] { return tableBytes(table, TableFormat::Csv, {}, *progress); },
        this, [&over](const std::optional<QString> &problem) { over = !problem; });
    QTRY_VERIFY(over);
    QCOMPARE(progress->done.load(), 1001);
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(tst_TableExport)
#include "tst_table_export.moc"
