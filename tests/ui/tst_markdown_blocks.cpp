// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkdownLines.h"
#include "core/markdown/BlockScanner.h"
#include "ui/chat/transcript/PlainText.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString describe(const Leaf &leaf)
{
    QString text = QString::fromLatin1(leaf.containers);
    for (const ListMarker &marker : leaf.markers)
        text += markerText(Leaf{.containers = leaf.containers, .markers = {marker}}).trimmed();
    switch (leaf.kind) {
    case LeafKind::Paragraph:
        text += u'P';
        break;
    case LeafKind::Heading:
        text += u'H' + QString::number(leaf.level);
        break;
    case LeafKind::CodeHead:
        text += u"C"_s;
        break;
    case LeafKind::CodeLine:
        text += u'c';
        break;
    case LeafKind::TableRow:
        text += leaf.header ? u"T"_s : u"t"_s;
        break;
    case LeafKind::Rule:
        text += u'R';
        break;
    case LeafKind::Plain:
        text += u'.';
        break;
    case LeafKind::ThoughtHead:
        text += u'?';
        break;
    }
    text += leaf.continued ? u"+("_s : u"("_s;
    return text + leaf.source + u')';
}

QString describe(const BlockScanner &scanner)
{
    QStringList parts;
    for (const Leaf &leaf : scanner.leaves())
        parts.append(describe(leaf));
    return parts.join(u' ');
}

/// Lines that meet each other in ways that are easy to get wrong.
QString generated(quint32 seed, int lines)
{
    static const QStringList samples =
        markdownLines() + QStringList{u"* [x] done"_s,
                                      u"[label]: https://example.org"_s,
                                      u"text with 🎉 and 你好"_s,
                                      u"windows line\r"_s,
                                      u"<div>html</div>"_s,
                                      QString(5000, u'x'),
                                      u"long words "_s.repeated(600)};
    QRandomGenerator random(seed);
    QString text;
    for (int i = 0; i < lines; ++i) {
        // The two long lines are rare, or the test takes minutes.
        const qsizetype usual = samples.size() - 2;
        const qsizetype pick =
            random.bounded(60) == 0 ? usual + random.bounded(2) : random.bounded(int(usual));
        text += samples[pick];
        if (i + 1 < lines || random.bounded(2) == 0)
            text += u'\n';
    }
    return text;
}

void compare(const BlockScanner &fed, const QString &prefix, bool expectingMore)
{
    BlockScanner fresh;
    fresh.feed(prefix);
    fresh.setExpectingMore(expectingMore);
    QCOMPARE(describe(fed), describe(fresh));
    QVERIFY(fed.leaves() == fresh.leaves());
    QVERIFY(fed.blocks() == fresh.blocks());
    QVERIFY(fed.definitions() == fresh.definitions());
}

} // namespace

class tst_MarkdownBlocks : public QObject
{
    Q_OBJECT

private slots:
    void cutsIntoLeaves_data();
    void cutsIntoLeaves();
    void everyPrefixEqualsAFreshRead();
    void anyCutsGiveTheSameLeaves();
    void reportsTheFirstChangedLeaf();
    void holdsBackWhatIsUndecided_data();
    void holdsBackWhatIsUndecided();
    void cutsLongLinesAlike();
    void keepsTheWholeTextOfALongLine();
};

void tst_MarkdownBlocks::cutsIntoLeaves_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("leaves");
    const auto row = [](const char *name, const QString &source, const QString &leaves) {
        QTest::newRow(name) << source << leaves;
    };
    row("nothing", u""_s, u""_s);
    row("paragraphs", u"a\nb\n\nc"_s, u"P(a\nb) P(c)"_s);
    row("atx", u"# A\n###### F ######\n####### no"_s, u"H1(A) H6(F) P(####### no)"_s);
    row("atx without text", u"#\ntext"_s, u"H1() P(text)"_s);
    row("no space after hash", u"#tag"_s, u"P(#tag)"_s);
    row("setext", u"A\n===\nB\nb\n---\n"_s, u"H1(A) H2(B\nb)"_s);
    row("rules", u"***\n- - -\n___"_s, u"R() R() R()"_s);
    row("fence", u"```cpp x\nint a;\n\n  b\n```\nafter"_s,
        u"C(cpp) c(int a;) c() c(  b) P(after)"_s);
    row("fence of tildes holds backticks", u"~~~\n```\n~~~"_s, u"C() c(```)"_s);
    row("a longer fence", u"````\n```\n````\nx"_s, u"C() c(```) P(x)"_s);
    row("unclosed fence", u"```\na\n"_s, u"C() c(a)"_s);
    row("fence ends with its quote", u"> ```\n> a\nb"_s, u"qC() qc(a) P(b)"_s);
    row("fence interrupts", u"a\n```\nb\n```"_s, u"P(a) C() c(b)"_s);
    row("indented code", u"    a\n\n      b\nc"_s, u"C() c(a) c() c(  b) P(c)"_s);
    row("no indented code after text", u"a\n    b"_s, u"P(a\nb)"_s);
    row("quote", u"> a\nlazy\n\nb"_s, u"qP(a\nlazy) P(b)"_s);
    row("nested quote", u"> > a\n> b"_s, u"qqP(a\nb)"_s);
    row("bullets", u"- a\n- b\n  c\n\n  d\ne"_s, u"i•P(a) i•P(b\nc) iP(d\ne)"_s);
    row("text after a list", u"- a\n\nb"_s, u"i•P(a) P(b)"_s);
    row("nested", u"- a\n  - b\n    - c\n- d"_s, u"i•P(a) ii•P(b) iii•P(c) i•P(d)"_s);
    row("numbers count on", u"1. a\n1. b\n1. c"_s, u"i1.P(a) i2.P(b) i3.P(c)"_s);
    row("numbers start anywhere", u"7) a\n8) b"_s, u"i7)P(a) i8)P(b)"_s);
    row("a year does not start a list", u"in\n1984. It was"_s, u"P(in\n1984. It was)"_s);
    row("tasks", u"- [ ] a\n- [x] b\n- [y] c"_s, u"i☐P(a) i☑P(b) i•P([y] c)"_s);
    row("code in an item", u"1. a\n   ```\n   x\n   ```\n2. b"_s, u"i1.P(a) iC() ic(x) i2.P(b)"_s);
    row("empty item", u"-\n- b"_s, u"i•P() i•P(b)"_s);
    row("item that begins on the next line", u"-\n  a"_s, u"i•P(a)"_s);
    row("two marks in one line", u"- - a"_s, u"ii••P(a)"_s);
    row("quote in an item", u"- > a"_s, u"iq•P(a)"_s);
    row("tabs are code inside a fence", u"```\n\ta\n-\tb\n```\n- ```\n\t\tc"_s,
        u"C() c(\ta) c(-\tb) i•C() ic(  \tc)"_s);
    row("tab after a mark", u"-\ta\n\tb"_s, u"i•P(a\nb)"_s);
    row("table", u"| a | b |\n|---|--:|\n| 1 | 2 |\n\nx"_s, u"T(| a | b |) t(| 1 | 2 |) P(x)"_s);
    row("table after text", u"x\na | b\n-|-\n1 | 2"_s, u"P(x) T(a | b) t(1 | 2)"_s);
    row("column counts differ", u"a | b\n-|-|-"_s, u"P(a | b\n-|-|-)"_s);
    row("table ends at a block", u"|a|\n|-|\n|1|\n# H"_s, u"T(|a|) t(|1|) H1(H)"_s);
    row("html stays text", u"<div>\n*a*\n</div>"_s, u"P(<div>\n*a*\n</div>)"_s);
    row("definition is not shown", u"[a]: https://example.org \"t\"\ntext [a]"_s, u"P(text [a])"_s);
    row("windows line ends", u"# A\r\n\r\nb\r\nc"_s, u"H1(A) P(b\nc)"_s);
}

void tst_MarkdownBlocks::cutsIntoLeaves()
{
    QFETCH(QString, source);
    QFETCH(QString, leaves);
    BlockScanner scanner;
    scanner.feed(source);
    scanner.setExpectingMore(false);
    QCOMPARE(describe(scanner), leaves);
}

void tst_MarkdownBlocks::everyPrefixEqualsAFreshRead()
{
    for (quint32 seed = 1; seed <= 150; ++seed) {
        const QString text = generated(seed, 9).left(700);
        BlockScanner scanner;
        for (qsizetype i = 0; i < text.size(); ++i) {
            scanner.feed(QStringView(text).sliced(i, 1));
            compare(scanner, text.left(i + 1), true);
            if (QTest::currentTestFailed()) {
                qWarning() << "seed" << seed << "prefix" << text.left(i + 1);
                return;
            }
        }
        scanner.setExpectingMore(false);
        compare(scanner, text, false);
        if (QTest::currentTestFailed())
            return;
    }
}

void tst_MarkdownBlocks::anyCutsGiveTheSameLeaves()
{
    for (quint32 seed = 1; seed <= 400; ++seed) {
        const QString text = generated(seed, 60);
        QRandomGenerator random(seed);
        BlockScanner scanner;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype length = 1 + random.bounded(random.bounded(8) == 0 ? 3000 : 40);
            scanner.feed(QStringView(text).mid(at, length));
            at += length;
            if (random.bounded(20) == 0)
                compare(scanner, text.left(at), true);
        }
        scanner.setExpectingMore(false);
        compare(scanner, text, false);
        if (QTest::currentTestFailed()) {
            qWarning() << "seed" << seed;
            return;
        }
    }
}

void tst_MarkdownBlocks::reportsTheFirstChangedLeaf()
{
    for (quint32 seed = 1; seed <= 100; ++seed) {
        const QString text = generated(seed, 40);
        BlockScanner scanner;
        QList<Leaf> known;
        for (qsizetype at = 0; at < text.size(); at += 7) {
            scanner.feed(QStringView(text).mid(at, 7));
            const qsizetype first = scanner.takeFirstChanged();
            QVERIFY(first <= known.size());
            QVERIFY(known.first(first) == scanner.leaves().first(first));
            known = scanner.leaves();
        }
        QCOMPARE(scanner.takeFirstChanged(), scanner.leaves().size());
    }
}

void tst_MarkdownBlocks::holdsBackWhatIsUndecided_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("leaves");
    QTest::newRow("underline") << u"a\n-"_s << u"P(a)"_s;
    QTest::newRow("number") << u"1. a\n2"_s << u"i1.P(a)"_s;
    QTest::newRow("pipe after a table") << u"|a|\n|-|\n|"_s << u"T(|a|)"_s;
    QTest::newRow("fence") << u"``"_s << u""_s;
    QTest::newRow("closing fence") << u"```\na\n``"_s << u"C() c(a)"_s;
    QTest::newRow("digits in code show") << u"```\n12"_s << u"C() c(12)"_s;
    QTest::newRow("definition") << u"[a]: htt"_s << u""_s;
}

void tst_MarkdownBlocks::holdsBackWhatIsUndecided()
{
    QFETCH(QString, source);
    QFETCH(QString, leaves);
    BlockScanner scanner;
    scanner.feed(source);
    QCOMPARE(describe(scanner), leaves);
}

void tst_MarkdownBlocks::cutsLongLinesAlike()
{
    for (const QString &line :
         {QString(9000, u'y'), u"word and more "_s.repeated(1500), u"🎉"_s.repeated(5000),
          u"- "_s + u"item "_s.repeated(3000), u"```\n"_s + u"code;"_s.repeated(3000),
          u"> "_s.repeated(4000) + u"deep"_s}) {
        BlockScanner scanner;
        for (qsizetype at = 0; at < line.size(); at += 12)
            scanner.feed(QStringView(line).mid(at, 12));
        compare(scanner, line, true);
        for (const Leaf &leaf : scanner.leaves())
            QVERIFY(leaf.source.size() <= MaxLeafLength);
    }
}

void tst_MarkdownBlocks::keepsTheWholeTextOfALongLine()
{
    const QString line = u"word and more "_s.repeated(1500).trimmed();
    BlockScanner scanner;
    scanner.feed(line);
    QVERIFY(scanner.leaves().size() > 5);
    QCOMPARE(plainText(scanner.leaves(), {}), line);
    BlockScanner code;
    code.feed(u"```\n"_s + line);
    QCOMPARE(plainText(code.leaves(), {}), line);
    BlockScanner table;
    table.feed(u"|a|\n|-|\n|"_s + line);
    // Rows are cut without regard to words, and cells are trimmed.
    const auto letters = [](QString text) { return text.remove(u' ').remove(u'\n'); };
    QCOMPARE(letters(plainText(table.leaves(), {})), u'a' + letters(line));
}

} // namespace litedeck

QTEST_GUILESS_MAIN(litedeck::tst_MarkdownBlocks)
#include "tst_markdown_blocks.moc"
