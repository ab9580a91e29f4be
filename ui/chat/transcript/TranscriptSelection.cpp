// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptSelection.h"

#include "ui/chat/transcript/PlainText.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr qsizetype LeafEnd = std::numeric_limits<int>::max();

} // namespace

TextRange TranscriptSelection::rangeIn(qsizetype entry, qsizetype leaf) const
{
    if (isEmpty())
        return {};
    const TextPlace first = begin();
    const TextPlace last = end();
    const std::pair here(entry, leaf);
    const std::pair from(first.entry, first.leaf);
    const std::pair to(last.entry, last.leaf);
    if (here < from || here > to)
        return {};
    return {here == from ? first.offset : 0, here == to ? last.offset : LeafEnd};
}

QString TranscriptSelection::text(const EntryStack &stack) const
{
    QString text;
    if (isEmpty())
        return text;
    const qsizetype lastEntry = std::min(end().entry, stack.size() - 1);
    for (qsizetype e = begin().entry; e <= lastEntry; ++e) {
        const Entry &entry = stack.at(e);
        if (e != begin().entry)
            text += u"\n\n"_s;
        if (entry.hasUnread()) {
            text += entry.plainText();
            continue;
        }
        const Leaf *above = nullptr;
        for (qsizetype i = 0; i < entry.leafCount(); ++i) {
            const Leaf &leaf = entry.leaves()[i];
            const TextRange range = rangeIn(e, i);
            const bool onEdge = TextPlace{e, i, range.start} == begin();
            if (range.end == 0 && range.start == 0 && !onEdge)
                continue;
            if (!hasText(leaf.kind) || entry.isHidden(i))
                continue;
            if (above)
                text += separator(*above, leaf);
            if (range.start == 0)
                text += markerText(leaf);
            const QString whole = leafText(leaf, entry.definitions());
            const qsizetype to = std::min(range.end, whole.size());
            if (range.start < to)
                text += QStringView(whole).sliced(range.start, to - range.start);
            above = &leaf;
        }
    }
    return text.replace(QChar::LineSeparator, u'\n');
}

} // namespace litedeck
