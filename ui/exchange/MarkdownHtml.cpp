// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/MarkdownHtml.h"

#include <QList>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <memory>

namespace litedeck {

namespace {

constexpr int Options = CMARK_OPT_VALIDATE_UTF8;

struct FreeParser
{
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};
struct FreeNode
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
struct FreeIterator
{
    void operator()(cmark_iter *iterator) const { cmark_iter_free(iterator); }
};
struct FreeText
{
    void operator()(char *text) const { std::free(text); }
};

QList<cmark_node *> imagesIn(cmark_node *document)
{
    QList<cmark_node *> images;
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(document));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_EXIT && cmark_node_get_type(node) == CMARK_NODE_IMAGE)
            images.append(node);
    }
    return images;
}

void turnIntoLink(cmark_node *image)
{
    cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, cmark_node_get_url(image));
    while (cmark_node *child = cmark_node_first_child(image))
        cmark_node_append_child(link, child);
    cmark_node_replace(image, link);
    cmark_node_free(image);
}

} // namespace

QString markdownToHtml(const QString &markdown)
{
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(Options));
    for (const char *name : {"table", "strikethrough", "autolink", "tasklist"})
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    const QByteArray utf8 = markdown.toUtf8();
    cmark_parser_feed(parser.get(), utf8.constData(), static_cast<size_t>(utf8.size()));
    const std::unique_ptr<cmark_node, FreeNode> document(cmark_parser_finish(parser.get()));
    for (cmark_node *image : imagesIn(document.get()))
        turnIntoLink(image);
    const std::unique_ptr<char, FreeText> html(cmark_render_html(
        document.get(), Options, cmark_parser_get_syntax_extensions(parser.get())));
    return QString::fromUtf8(html.get());
}

} // namespace litedeck
