// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/InlineTokens.h"

#include <array>

namespace litedeck {

namespace {

/// CommonMark 0.31, 6.2, rules 1 to 10; a mark only pairs with its like.
bool canPair(const InlineToken &opener, const InlineToken &closer)
{
    if (opener.kind != InlineToken::Kind::Delimiter || opener.mark != closer.mark ||
        !opener.canOpen || opener.count == 0)
        return false;
    const bool both = opener.canClose || closer.canOpen;
    return closer.mark == u'~' || !both || (opener.count + closer.count) % 3 != 0 ||
           (opener.count % 3 == 0 && closer.count % 3 == 0);
}

void pair(InlineToken &opener, InlineToken &closer)
{
    while (opener.count > 0 && closer.count > 0) {
        const bool two = opener.count >= 2 && closer.count >= 2;
        const InlineStyle style = closer.mark == u'~' ? InlineStyle::Strikethrough
                                  : two               ? InlineStyle::Strong
                                                      : InlineStyle::Emphasis;
        opener.opens.append(style);
        closer.closes.append(style);
        opener.count -= two ? 2 : 1;
        closer.count -= two ? 2 : 1;
    }
}

} // namespace

void pairDelimiters(InlineTokens &tokens, size_t from)
{
    for (size_t i = from; i < tokens.size(); ++i) {
        if (tokens[i].kind != InlineToken::Kind::Delimiter || !tokens[i].canClose)
            continue;
        for (size_t j = i; j-- > from && tokens[i].count > 0;) {
            if (!canPair(tokens[j], tokens[i]))
                continue;
            pair(tokens[j], tokens[i]);
            for (size_t k = j + 1; k < i; ++k) {
                tokens[k].canOpen = false;
                tokens[k].canClose = false;
            }
        }
    }
    for (size_t i = from; from > 0 && i < tokens.size(); ++i) {
        tokens[i].canOpen = false;
        tokens[i].canClose = false;
    }
}

void closeOpenDelimiters(InlineTokens &tokens)
{
    for (InlineToken &token : tokens) {
        if (token.kind != InlineToken::Kind::Delimiter || !token.canOpen)
            continue;
        for (; token.count > 0; token.count -= token.count >= 2 ? 2 : 1) {
            token.opens.append(token.mark == u'~' ? InlineStyle::Strikethrough
                               : token.count >= 2 ? InlineStyle::Strong
                                                  : InlineStyle::Emphasis);
        }
    }
}

InlineText assembled(const InlineTokens &tokens, const QStringList &targets)
{
    InlineText out;
    out.targets = targets;
    std::array<int, 9> depth{};
    int link = -1;
    const auto emitText = [&](const QString &text, InlineStyles extra) {
        if (text.isEmpty())
            return;
        InlineStyles styles = extra;
        for (const InlineStyle style :
             {InlineStyle::Strong, InlineStyle::Emphasis, InlineStyle::Strikethrough})
            styles.setFlag(style, depth[size_t(style)] > 0);
        const InlineSpan span{out.text.size(), text.size(), styles, link};
        out.text.append(text);
        if (!styles && link < 0)
            return;
        InlineSpan *last = out.spans.isEmpty() ? nullptr : &out.spans.last();
        if (last && last->styles == styles && last->link == link &&
            last->start + last->length == span.start)
            last->length += span.length;
        else
            out.spans.append(span);
    };
    for (const InlineToken &token : tokens) {
        switch (token.kind) {
        case InlineToken::Kind::LinkStart:
            link = token.link;
            break;
        case InlineToken::Kind::LinkEnd:
            link = -1;
            break;
        case InlineToken::Kind::Code:
            emitText(token.text, InlineStyle::Code);
            break;
        case InlineToken::Kind::Delimiter:
            for (const InlineStyle style : token.closes)
                --depth[size_t(style)];
            emitText(QString(token.count, token.mark), {});
            for (const InlineStyle style : token.opens)
                ++depth[size_t(style)];
            break;
        case InlineToken::Kind::Text:
        case InlineToken::Kind::Bracket:
            emitText(token.text, {});
            break;
        }
    }
    return out;
}

} // namespace litedeck
