// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/MarkdownHtml.h"

#include <QList>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <memory>

namespace litedeck {

namespace {

constexpr int Options = CMARK_OPT_VALIDATE_UTF8;

/// Gives back what the library made.
template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *made) const
    {
        Free(made);
    }
};

QList<cmark_node *> nodesIn(cmark_node *document, cmark_node_type type)
{
    QList<cmark_node *> nodes;
    const std::unique_ptr<cmark_iter, Freed<cmark_iter_free>> iterator(cmark_iter_new(document));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == type)
            nodes.append(node);
    }
    return nodes;
}

void putInPlace(cmark_node *old, cmark_node *replacement)
{
    cmark_node_replace(old, replacement);
    cmark_node_free(old);
}

void turnIntoLink(cmark_node *image)
{
    cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, cmark_node_get_url(image));
    while (cmark_node *child = cmark_node_first_child(image))
        cmark_node_append_child(link, child);
    putInPlace(image, link);
}

void appendText(cmark_node *parent, const QByteArray &text)
{
    cmark_node *node = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(node, text.constData());
    cmark_node_append_child(parent, node);
}

/// As in the window: a tag is text, since it may be what somebody writes about.
void turnTagIntoText(cmark_node *tag)
{
    const QByteArray literal = cmark_node_get_literal(tag);
    const QByteArray name = literal.toLower().replace(' ', "");
    const bool isBreak = name == "<br>" || name == "<br/>";
    cmark_node *node = cmark_node_new(isBreak ? CMARK_NODE_LINEBREAK : CMARK_NODE_TEXT);
    if (!isBreak)
        cmark_node_set_literal(node, literal.constData());
    putInPlace(tag, node);
}

void turnBlockIntoText(cmark_node *block)
{
    const QList<QByteArray> lines = QByteArray(cmark_node_get_literal(block)).trimmed().split('\n');
    cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    for (const QByteArray &line : lines) {
        if (cmark_node_first_child(paragraph) != nullptr)
            cmark_node_append_child(paragraph, cmark_node_new(CMARK_NODE_LINEBREAK));
        appendText(paragraph, line);
    }
    putInPlace(block, paragraph);
}

} // namespace

QString markdownToHtml(const QString &markdown)
{
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, Freed<cmark_parser_free>> parser(cmark_parser_new(Options));
    for (const char *name : {"table", "strikethrough", "autolink", "tasklist"})
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    const QByteArray utf8 = markdown.toUtf8();
    cmark_parser_feed(parser.get(), utf8.constData(), static_cast<size_t>(utf8.size()));
    const std::unique_ptr<cmark_node, Freed<cmark_node_free>> document(
        cmark_parser_finish(parser.get()));
    for (cmark_node *image : nodesIn(document.get(), CMARK_NODE_IMAGE))
        turnIntoLink(image);
    for (cmark_node *tag : nodesIn(document.get(), CMARK_NODE_HTML_INLINE))
        turnTagIntoText(tag);
    for (cmark_node *block : nodesIn(document.get(), CMARK_NODE_HTML_BLOCK))
        turnBlockIntoText(block);
    const std::unique_ptr<char, Freed<std::free>> html(cmark_render_html(
        document.get(), Options, cmark_parser_get_syntax_extensions(parser.get())));
    return QString::fromUtf8(html.get());
}

} // namespace litedeck
