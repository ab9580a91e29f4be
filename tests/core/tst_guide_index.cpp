// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsOfTheGuide = 23;
constexpr int RowsOfTheMapping = 31;
const QString Tests = QStringLiteral(LITEDECK_TEST_DATA "/../");

QString contentOf(const QString &path)
{
    QFile file(Tests + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The tests of each row that tests/README.md lists: "core/tst_x.cpp function".
QMap<QString, QStringList> listedRows()
{
    static const QRegularExpression row(uR"(^\| ((?:A\d+|B [^|]+?)) \| [^|]+ \| ([^|]+) \|$)"_s,
                                        QRegularExpression::MultilineOption);
    QMap<QString, QStringList> rows;
    auto matches = row.globalMatch(contentOf(u"README.md"_s));
    while (matches.hasNext()) {
        const auto match = matches.next();
        rows.insert(match.captured(1), match.captured(2).split(u"; "_s));
    }
    return rows;
}

} // namespace

/// tests/README.md says where each row of the guides is tested, and it is true.
class tst_GuideIndex : public QObject
{
    Q_OBJECT

private slots:
    void everyRowIsListed();
    void everyListedTestExists();
    void everyRowOfTheMappingIsATest();
};

void tst_GuideIndex::everyRowIsListed()
{
    const QMap<QString, QStringList> rows = listedRows();
    for (int number = 1; number <= RowsOfTheGuide; ++number) {
        const QString row = u'A' + QString::number(number);
        QVERIFY2(rows.contains(row), qPrintable(row + " is missing in tests/README.md"_L1));
    }
    QCOMPARE(rows.size(), RowsOfTheGuide + RowsOfTheMapping);
}

void tst_GuideIndex::everyListedTestExists()
{
    const QMap<QString, QStringList> rows = listedRows();
    for (auto it = rows.begin(); it != rows.end(); ++it) {
        for (const QString &test : it.value()) {
            const QString what = it.key() + ": "_L1 + test;
            const QString source = contentOf(test.section(u' ', 0, 0));
            QVERIFY2(!source.isEmpty(), qPrintable(what + " (no such file)"_L1));
            QVERIFY2(source.contains("::"_L1 + test.section(u' ', 1) + "()\n{"_L1),
                     qPrintable(what + " (no such function)"_L1));
        }
    }
}

void tst_GuideIndex::everyRowOfTheMappingIsATest()
{
    // The rows of data carry the same names, so that a missing one is seen from either side.
    static const QRegularExpression name(uR"re(\(\s*"(B [^"]+)",)re"_s);
    QSet<QString> tested;
    auto matches = name.globalMatch(contentOf(u"core/tst_classifier_mapping.cpp"_s));
    while (matches.hasNext())
        tested += matches.next().captured(1);
    QSet<QString> listed;
    for (const QString &row : listedRows().keys()) {
        if (row.startsWith("B "_L1))
            listed += row;
    }
    QCOMPARE(tested, listed);
}

QTEST_GUILESS_MAIN(tst_GuideIndex)
#include "tst_guide_index.moc"
