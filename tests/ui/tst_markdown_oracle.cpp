// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compares the leaves with what cmark-gfm, the reference parser of GitHub's Markdown, makes of the
// same text.
#include "MarkdownLines.h"
#include "core/markdown/BlockScanner.h"
#include "core/markdown/InlineRules.h"
#include "core/markdown/NamedEntities.h"
#include "ui/chat/transcript/LeafLayout.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

using Document = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Parser = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

/// Blanks and marks differ between a text and its rendering; letters do not.
QString letters(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            out.append(c);
    }
    return out;
}

QString textOf(cmark_node *node)
{
    QString text;
    const Iterator iterator(cmark_iter_new(node), &cmark_iter_free);
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node *leaf = cmark_iter_get_node(iterator.get());
        const cmark_node_type type = cmark_node_get_type(leaf);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            text += QString::fromUtf8(cmark_node_get_literal(leaf));
    }
    return text;
}

void describe(cmark_node *parent, const QString &path, QStringList &out)
{
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
        const auto type = QLatin1StringView(cmark_node_get_type_string(node));
        const bool isItem = type == "item"_L1 || type == "tasklist"_L1;
        if (isItem || type == "block_quote"_L1) {
            const QString inside = path + (isItem ? u'i' : u'q');
            if (!cmark_node_first_child(node))
                out.append(inside + u"P:"_s);
            describe(node, inside, out);
        } else if (type == "list"_L1 || type == "table"_L1) {
            describe(node, path, out);
        } else if (type == "table_row"_L1 || type == "table_header"_L1) {
            out.append(path + u"T:"_s + letters(textOf(node)));
        } else if (type == "paragraph"_L1) {
            out.append(path + u"P:"_s + letters(textOf(node)));
        } else if (type == "heading"_L1) {
            out.append(path + u'H' + QString::number(cmark_node_get_heading_level(node)) + u':' +
                       letters(textOf(node)));
        } else if (type == "thematic_break"_L1) {
            out.append(path + u"R:"_s);
        } else if (type == "code_block"_L1) {
            QString code = QString::fromUtf8(cmark_node_get_literal(node));
            if (code.endsWith(u'\n'))
                code.chop(1);
            out.append(path + u"C:"_s + code);
        } else {
            out.append(path + type);
        }
    }
}

Document parsed(const QString &text, std::initializer_list<const char *> extensions)
{
    const Parser parser(cmark_parser_new(CMARK_OPT_DEFAULT), &cmark_parser_free);
    for (const char *name : extensions)
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    const QByteArray utf8 = text.toUtf8();
    cmark_parser_feed(parser.get(), utf8.constData(), size_t(utf8.size()));
    return {cmark_parser_finish(parser.get()), &cmark_node_free};
}

QStringList reference(const QString &text)
{
    const Document document = parsed(text, {"table", "strikethrough", "tasklist"});
    QStringList out;
    describe(document.get(), {}, out);
    return out;
}

QStringList ours(const QString &text)
{
    BlockScanner scanner;
    scanner.feed(text);
    scanner.setExpectingMore(false);
    QStringList out;
    LeafKind above = LeafKind::Rule;
    for (const Leaf &leaf : scanner.leaves()) {
        const QString path = QString::fromLatin1(leaf.containers);
        const QString content = letters(leafText(leaf, scanner.definitions()));
        switch (leaf.kind) {
        case LeafKind::Paragraph:
        case LeafKind::Plain:
            out.append(path + u"P:"_s + content);
            break;
        case LeafKind::Heading:
            out.append(path + u'H' + QString::number(leaf.level) + u':' + content);
            break;
        case LeafKind::Rule:
            out.append(path + u"R:"_s);
            break;
        case LeafKind::TableRow:
            out.append(path + u"T:"_s + content);
            break;
        case LeafKind::CodeHead:
            out.append(path + u"C:"_s);
            break;
        case LeafKind::ThoughtHead:
            QTest::qFail("There are no thoughts.", __FILE__, __LINE__);
            break;
        case LeafKind::CodeLine:
            out.last() += (above == LeafKind::CodeHead ? u""_s : u"\n"_s) + leaf.source;
            break;
        }
        above = leaf.kind;
    }
    return out;
}

const QStringList &lines()
{
    static const QStringList samples =
        markdownLines() + QStringList{u"      six"_s,          u">     code in quote"_s,
                                      u"-     code in item"_s, u"10. ten"_s,
                                      u"   - off three"_s,     u"> ```"_s,
                                      u"> | a | b |"_s,        u"> |---|---|"_s,
                                      u"*a _b* c_ `x` \\*"_s,  u"[l](u) ![i](j) <http://x.y>"_s};
    return samples;
}

/// Whether a row of a table may be taken for the one that delimits its head. The cmark-gfm of
/// Debian 13 looks at a paragraph for a table only once, and misses one that comes after such a
/// row.
bool parsersDiffer(const QString &text)
{
    static const QRegularExpression twoDelimiters(
        u"^[> ]*(?=[^\n]*\\|)[-|: ]*-[-|: ]*\n[> ]*(?=[^\n]*\\|)[-|: ]*-[-|: ]*$"_s,
        QRegularExpression::MultilineOption);
    return text.contains(twoDelimiters);
}

} // namespace

class tst_MarkdownOracle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { cmark_gfm_core_extensions_ensure_registered(); }
    void agreesWithTheReference();
    void knowsTheEntitiesOfTheReference();
};

void tst_MarkdownOracle::agreesWithTheReference()
{
    for (quint32 seed = 0; seed < 8000; ++seed) {
        QRandomGenerator random(seed);
        QString text;
        for (int left = 1 + random.bounded(7); left > 0; --left)
            text += lines()[random.bounded(int(lines().size()))] + u'\n';
        if (parsersDiffer(text))
            continue;
        const QStringList expected = reference(text);
        if (ours(text) != expected)
            qWarning().noquote() << "seed" << seed << "\n" << text;
        QCOMPARE(ours(text), expected);
    }
}

void tst_MarkdownOracle::knowsTheEntitiesOfTheReference()
{
    QSet<QString> known;
    for (const QByteArray &entry : QByteArray(NamedEntities).simplified().split(' '))
        known += QString::fromLatin1(entry.first(entry.indexOf('=')));
    QCOMPARE(known.size(), 2125);
    // Names that are near to one: others may hide between those that are in the table.
    QSet<QString> names = known;
    for (const QString &name : std::as_const(known)) {
        names += {name.toLower(), name.toUpper(), name.chopped(1), name.sliced(1)};
        for (char c = 'a'; c <= 'z'; ++c)
            names += {name + QLatin1Char(c), name.chopped(1) + QLatin1Char(c)};
    }
    for (const QString &name : std::as_const(names)) {
        // Blanks at the ends of a paragraph count for nothing.
        const QString source = u"x&%1;x"_s.arg(name);
        const QString expected = textOf(parsed(source, {}).get());
        QCOMPARE(inlines::unescaped(source), expected);
        QCOMPARE(expected != source, known.contains(name));
    }
}

} // namespace litedeck

QTEST_GUILESS_MAIN(litedeck::tst_MarkdownOracle)
#include "tst_markdown_oracle.moc"
