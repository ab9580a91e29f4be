// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptFixture.h"
#include "ui/chat/transcript/CodeColorist.h"
#include "ui/chat/transcript/CodeHighlighter.h"

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

char letterOf(CodeRole role)
{
    switch (role) {
    case CodeRole::Keyword:
        return 'k';
    case CodeRole::Type:
        return 't';
    case CodeRole::String:
        return 's';
    case CodeRole::Number:
        return 'n';
    case CodeRole::Comment:
        return 'c';
    case CodeRole::Function:
        return 'f';
    case CodeRole::Meta:
        return 'm';
    case CodeRole::Added:
        return '+';
    case CodeRole::Removed:
        return '-';
    }
    Q_UNREACHABLE();
}

/// A letter under each character: what it is coloured as, a dot for plain.
QString roles(const QList<CodeSpan> &spans, qsizetype length)
{
    QString text(length, u'.');
    for (const CodeSpan &span : spans) {
        for (int i = span.start; i < span.start + span.length; ++i)
            text[i] = QLatin1Char(letterOf(span.role));
    }
    return text;
}

} // namespace

/// Colours of code: which, and that they do not depend on how the code arrived.
class tst_CodeColors : public QObject
{
    Q_OBJECT

private slots:
    void findsLanguages_data();
    void findsLanguages();
    void colorsLines_data();
    void colorsLines();
    void hardLinesStayPlain();
    void unknownLanguagesStayPlain();
    void streamedCodeIsColouredOnceAndAlike();
    void colouringChangesNoHeights();
    void droppedBlocksGetNothing();
};

void tst_CodeColors::findsLanguages_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("file");

    QTest::newRow("c++") << u"C++"_s << "cpp.lang"_ba;
    QTest::newRow("py") << u"py"_s << "python.lang"_ba;
    QTest::newRow("tsx") << u"tsx"_s << "javascript.lang"_ba;
    QTest::newRow("yaml") << u"yaml"_s << "conf.lang"_ba;
    QTest::newRow("prefix") << u"language-rust"_s << "rust.lang"_ba;
    QTest::newRow("file name") << u"python:main.py"_s << "python.lang"_ba;
    QTest::newRow("options") << u"rust,ignore"_s << "rust.lang"_ba;
    QTest::newRow("attributes") << u"{.sh"_s << "sh.lang"_ba;
    QTest::newRow("unknown") << u"klingon"_s << QByteArray();
    QTest::newRow("empty") << QString() << QByteArray();
}

void tst_CodeColors::findsLanguages()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, file);
    QCOMPARE(languageDefinition(name), file);
}

void tst_CodeColors::colorsLines_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");

    QTest::newRow("python") << u"py"_s << u"def f(a):\n    return \"x\" # why\n"_s
                            << u"kkk.f....\n    kkkkkk sss ccccc\n"_s;
    QTest::newRow("open string") << u"python"_s << u"x = \"\"\"one\n two\n\"\"\" + 42\n"_s
                                 << u"...sssssss\nssss\nsss...nn\n"_s;
    QTest::newRow("open comment") << u"cpp"_s << u"/* a\n b */ int x;\n"_s
                                  << u"cccc\nccccc.ttt...\n"_s;
    QTest::newRow("shell") << u"bash"_s << u"if true; then # ok\n"_s << u"kk.kkkk..kkkk.cccc\n"_s;
    QTest::newRow("json") << u"json"_s << u"{\"a\": [1, true, \"b\"]}\n"_s
                          << u"..m....n..kkkk...m...\n"_s;
    QTest::newRow("diff") << u"diff"_s << u"@@ -1\n-old\n+new\n as it was\n"_s
                          << u"mmmmm\n----\n++++\n..........\n"_s;
    QTest::newRow("other scripts")
        << u"python"_s << u"名前 = \"é🎉\" # ñ\n"_s << u".....sssss.ccc\n"_s;
}

void tst_CodeColors::colorsLines()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    QFETCH(QString, expected);
    CodeLibrary library;
    CodeHighlighter highlighter(library, languageDefinition(language));
    QStringList lines = code.split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : lines)
        line = roles(highlighter.highlight(line), line.size());
    QCOMPARE(lines.join(u'\n') + u'\n', expected.replace(u' ', u'.'));
}

void tst_CodeColors::hardLinesStayPlain()
{
    CodeLibrary library;
    CodeHighlighter highlighter(library, "cpp.lang"_ba);
    QVERIFY(highlighter.highlight(QString(CodeHighlighter::LongestLine + 1, u'x')).isEmpty());
    const QString hard = u"a<b<(\"'\\`${[{"_s.repeated(20);
    QVERIFY(roles(highlighter.highlight(hard), hard.size()).size() == hard.size());
    QVERIFY(highlighter.highlight(u"\"'\n"_s).size() < 4);
    CodeHighlighter fresh(library, "cpp.lang"_ba);
    QVERIFY(!fresh.highlight(u"return 1;"_s).isEmpty());
}

void tst_CodeColors::unknownLanguagesStayPlain()
{
    CodeLibrary library;
    CodeHighlighter none(library, {});
    QVERIFY(none.highlight(u"return 1;"_s).isEmpty());
    CodeHighlighter missing(library, "no-such-file.lang"_ba);
    QVERIFY(missing.highlight(u"return 1;"_s).isEmpty());
}

void tst_CodeColors::streamedCodeIsColouredOnceAndAlike()
{
    QString text = u"Code:\n\n    indented\n\n```cpp\n"_s;
    for (int i = 0; i < 14; ++i)
        text += i % 5 == 3 ? u"/* open\n"_s : u"return \"*/\" + 1; // end */\n"_s;
    text += u"```\n\n```python\ndef f(): pass\n```\n"_s;
    Fixture streamed({turnOf(TheTurn.value, u"Why?"_s, {}, TurnState::Streaming)});
    for (qsizetype at = 0; at < text.size(); at += 7) {
        streamed.view.appendReply(TheTurn, text.mid(at, 7));
        streamed.view.processPendingText();
        QCoreApplication::processEvents();
    }
    streamed.view.updateTurn(turnOf(TheTurn.value, u"Why?"_s, text));
    streamed.settle();
    Fixture whole({turnOf(TheTurn.value, u"Why?"_s, text)});
    QCOMPARE(streamed.view.viewport()->grab().toImage(), whole.view.viewport()->grab().toImage());
    QCOMPARE(streamed.shown(), streamed.painted());
    const quint64 lines = 16;
    QVERIFY(streamed.view.stack().frame().colorist->linesAdded() <= lines);

    const Fixture plain(
        {turnOf(TheTurn.value, u"Why?"_s, QString(text).replace(u"cpp"_s, u"xyz"_s))});
    QVERIFY(plain.view.stack().frame().colorist->linesAdded() < lines);
}

void tst_CodeColors::colouringChangesNoHeights()
{
    const QString code = u"int main() { return \"text that wraps at the edge of the card\"; } "_s;
    const QString text = u"```cpp\n"_s + code.repeated(4) + u"\n```\n"_s;
    Fixture coloured({turnOf(TheTurn.value, u"Why?"_s, text)});
    Fixture plain({turnOf(TheTurn.value, u"Why?"_s, QString(text).replace(u"cpp"_s, u"xyz"_s))});
    QCOMPARE(coloured.view.stack().height(), plain.view.stack().height());
    QVERIFY(coloured.painted() != plain.painted());
}

void tst_CodeColors::droppedBlocksGetNothing()
{
    CodeColorist colorist;
    const quint64 block = colorist.open("cpp.lang"_ba);
    colorist.add(block, QStringList(500, u"return 1;"_s));
    QVERIFY(!colorist.isIdle());
    colorist.drop(block);
    QVERIFY(colorist.isIdle());
    const quint64 other = colorist.open("cpp.lang"_ba);
    colorist.add(other, {u"return 1;"_s});
    QTRY_VERIFY(colorist.line(other, 0) != nullptr);
    QVERIFY(colorist.line(block, 0) == nullptr);
    QVERIFY(colorist.line(other, 1) == nullptr);
}

QTEST_MAIN(tst_CodeColors)
#include "tst_code_colors.moc"
