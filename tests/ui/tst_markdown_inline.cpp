// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/InlineParser.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The text with its spans as tags: b, i, c, s, and a with the target.
QString tagged(const InlineText &content)
{
    QString out;
    qsizetype at = 0;
    for (const InlineSpan &span : content.spans) {
        out += content.text.sliced(at, span.start - at);
        QString tag;
        if (span.styles & InlineStyle::Strong)
            tag += u'b';
        if (span.styles & InlineStyle::Emphasis)
            tag += u'i';
        if (span.styles & InlineStyle::Code)
            tag += u'c';
        if (span.styles & InlineStyle::Strikethrough)
            tag += u's';
        if (span.link >= 0)
            tag += u"a="_s + content.targets[span.link];
        out += u'{' + tag + u':' + content.text.sliced(span.start, span.length) + u'}';
        at = span.start + span.length;
    }
    out += content.text.mid(at);
    return out.replace(QChar::LineSeparator, u'/');
}

} // namespace

class tst_MarkdownInline : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void resolvesReferences();
    void closesAnOpenEnd_data();
    void closesAnOpenEnd();
    void staysFastOnHostileText();
};

void tst_MarkdownInline::reads_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &source, const QString &expected) {
        QTest::newRow(name) << source << expected;
    };
    row("plain", u"plain text"_s, u"plain text"_s);
    row("strong and emphasis", u"**a** *b* __c__ _d_"_s, u"{b:a} {i:b} {b:c} {i:d}"_s);
    row("both", u"***a***"_s, u"{bi:a}"_s);
    row("nested", u"**a *b* c**"_s, u"{b:a }{bi:b}{b: c}"_s);
    row("names with underscores", u"snake_case_name"_s, u"snake_case_name"_s);
    row("inside a word", u"a*b*c"_s, u"a{i:b}c"_s);
    row("not closed", u"**a *b"_s, u"**a *b"_s);
    row("multiplication", u"2 * 3 * 4"_s, u"2 * 3 * 4"_s);
    row("strike", u"~~a~~ ~5 to ~10"_s, u"{s:a} ~5 to ~10"_s);
    row("code", u"`a*b*` ``c ` d``"_s, u"{c:a*b*} {c:c ` d}"_s);
    row("code not closed", u"`a *b*"_s, u"`a {i:b}"_s);
    row("strong code", u"**`a`**"_s, u"{bc:a}"_s);
    row("escapes", u"\\*a\\* \\q \\\\"_s, u"*a* \\q \\"_s);
    row("entities", u"&lt;a&gt; &amp;&#65;&#x42; &nope; &copy;"_s, u"<a> &AB &nope; ©"_s);
    row("all of HTML's names", u"&alpha;&AElig;&NotEqualTilde;&CounterClockwiseContourIntegral;"_s,
        u"αÆ≂\u0338∳"_s);
    row("names without an end, or of other letters", u"&alpha &alphaa; &ALPHA; &; &amp"_s,
        u"&alpha &alphaa; &ALPHA; &; &amp"_s);
    row("numbers of too many digits", u"&#0000000000000065; &#x00000000041;"_s,
        u"&#0000000000000065; &#x00000000041;"_s);
    row("names in a link's target", u"[a](x?&alpha;=&nope;)"_s, u"{a=x?α=&nope;:a}"_s);
    row("link", u"[a *b*](https://x.org/(y) \"t\") c"_s,
        u"{a=https://x.org/(y):a }{ia=https://x.org/(y):b} c"_s);
    row("link in angles", u"[a](<b c>)"_s, u"{a=b c:a}"_s);
    row("no link", u"[a] (b) [c](d e)"_s, u"[a] (b) [c](d e)"_s);
    row("no link in a link", u"[a [b](c) d](e)"_s, u"[a {a=c:b} d](e)"_s);
    row("image", u"![alt](i.png) ![](j.png)"_s, u"{a=i.png:alt} {a=j.png:j.png}"_s);
    row("autolink", u"<https://a.b/c> <me@x.org>"_s,
        u"{a=https://a.b/c:https://a.b/c} {a=mailto:me@x.org:me@x.org}"_s);
    row("bare link", u"see https://a.b/c_d_e. (http://x.y) www.z.org, ok"_s,
        u"see {a=https://a.b/c_d_e:https://a.b/c_d_e}. ({a=http://x.y:http://x.y}) "
        u"{a=https://www.z.org:www.z.org}, ok"_s);
    row("address as the text of a link",
        u"[https://e.org/x](https://e.org/x) [www.e.org](http://e.org)"_s,
        u"{a=https://e.org/x:https://e.org/x} {a=http://e.org:www.e.org}"_s);
    row("address among the text of a link", u"[see https://e.org/a_b_c, ok](https://e.org)"_s,
        u"{a=https://e.org:see https://e.org/a_b_c, ok}"_s);
    row("address as the text of an image", u"![https://e.org/a.png](https://e.org/a.png)"_s,
        u"{a=https://e.org/a.png:https://e.org/a.png}"_s);
    row("address with brackets", u"https://e.org/a[0] [1] https://e.org"_s,
        u"{a=https://e.org/a[0]:https://e.org/a[0]} [1] {a=https://e.org:https://e.org}"_s);
    row("html is literal", u"<b class=\"*x*\">*y*</b>"_s, u"<b class=\"*x*\">{i:y}</b>"_s);
    row("breaks", u"a  \nb\\\nc\nd<br>e"_s, u"a/b/c d/e"_s);
    row("emphasis around a link", u"*[a](b)*"_s, u"{ia=b:a}"_s);
    row("cjk", u"**你好**，世界"_s, u"{b:你好}，世界"_s);
}

void tst_MarkdownInline::reads()
{
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(tagged(parseInline(source, {})), expected);
}

void tst_MarkdownInline::resolvesReferences()
{
    const LinkDefinitions definitions{{u"a b"_s, u"https://x.org"_s}};
    QCOMPARE(tagged(parseInline(u"[A  B] [text][a b] [A b][] [c]", definitions)),
             u"{a=https://x.org:A  B} {a=https://x.org:text} {a=https://x.org:A b} [c]"_s);
}

void tst_MarkdownInline::closesAnOpenEnd_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &source, const QString &expected) {
        QTest::newRow(name) << source << expected;
    };
    row("strong", u"a **bold te"_s, u"a {b:bold te}"_s);
    row("half of the closing mark", u"a **bold*"_s, u"a {b:bold}"_s);
    row("closed", u"a **bold**"_s, u"a {b:bold}"_s);
    row("only the mark", u"a **"_s, u"a"_s);
    row("nested", u"**a *b"_s, u"{b:a }{bi:b}"_s);
    row("strike", u"~~a"_s, u"{s:a}"_s);
    row("code", u"see `co de"_s, u"see {c:co de}"_s);
    row("target of a link", u"[text](https://exam"_s, u"{a=:text}"_s);
    row("multiplication", u"2 * 3"_s, u"2 * 3"_s);
}

void tst_MarkdownInline::closesAnOpenEnd()
{
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(tagged(parseInline(source, {}, true)), expected);
}

void tst_MarkdownInline::staysFastOnHostileText()
{
    for (const QString &unit : {u"*a _b "_s, u"[a]("_s, u"`"_s, u"<a "_s, u"**a_"_s, u"![["_s}) {
        QString source = unit.repeated(MaxLeafLength / unit.size());
        QBENCHMARK_ONCE
        {
            QVERIFY(!parseInline(source, {}).text.isEmpty());
        }
    }
}

} // namespace litedeck

QTEST_GUILESS_MAIN(litedeck::tst_MarkdownInline)
#include "tst_markdown_inline.moc"
