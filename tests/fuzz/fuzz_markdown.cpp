// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/BlockScanner.h"
#include "core/markdown/InlineParser.h"

using namespace litedeck;

namespace {

void check(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

void readLeaf(const Leaf &leaf, const LinkDefinitions &definitions)
{
    const InlineText text = parseInline(leaf.source, definitions);
    for (const InlineSpan &span : text.spans) {
        check(span.start >= 0 && span.length >= 0 && span.start + span.length <= text.text.size(),
              "a span outside its text");
        check(span.link >= -1 && span.link < text.targets.size(), "a link to nowhere");
    }
    parseInline(leaf.source, definitions, true);
}

} // namespace

/// The first byte chooses the size of the pieces; the rest is the reply.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QString reply =
        QString::fromUtf8(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const qsizetype piece = 1 + data[0] % 64;
    BlockScanner whole;
    whole.feed(reply);
    whole.setExpectingMore(false);
    BlockScanner pieces;
    pieces.setExpectingMore(true);
    for (qsizetype at = 0; at < reply.size(); at += piece)
        pieces.feed(QStringView(reply).mid(at, piece));
    pieces.setExpectingMore(false);
    check(whole.leaves() == pieces.leaves(), "pieces change the leaves");
    check(whole.definitions() == pieces.definitions(), "pieces change the links");
    for (const Leaf &leaf : whole.leaves()) {
        check(leaf.block >= 0, "a leaf of no block");
        readLeaf(leaf, whole.definitions());
    }
    return 0;
}
