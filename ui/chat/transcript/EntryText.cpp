// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/Entry.h"
#include "ui/chat/transcript/PlainText.h"

#include <algorithm>

// The entry as text, and its thoughts that can be folded away.
namespace litedeck {

namespace {

constexpr qsizetype WholeText = qsizetype(1) << 40;

} // namespace

int Entry::estimatedHeight(qsizetype leaf) const
{
    return gapAbove(leaf) +
           m_frame.style.estimatedHeight(leaves()[leaf], textWidth(leaves()[leaf]));
}

bool Entry::isFolded() const
{
    if (!hasThoughts())
        return false;
    // The reply may be there before it was read.
    const bool isAhead =
        !m_source.isEmpty() && (!m_reasoning.isEmpty() || (!m_details.isRunning() && hasUnread()));
    return m_wantsFolded.value_or(isAhead || !m_scanner->isInThought());
}

void Entry::setFolded(bool folded)
{
    m_wantsFolded = folded;
    applyFold();
}

bool Entry::isHidden(qsizetype leaf) const
{
    return leaf > 0 && leaf < thoughtLeaves() && isFolded();
}

void Entry::applyFold()
{
    const bool folded = isFolded();
    if (m_wasFolded == folded)
        return;
    m_wasFolded = folded;
    m_tailStamp = ++m_stamp;
    for (qsizetype i = 1; i < thoughtLeaves(); ++i)
        m_heights.setHeight(i, folded ? 0 : estimatedHeight(i));
    std::erase_if(m_layouts, [this](const auto &item) { return item.first < thoughtLeaves(); });
}

qsizetype Entry::nextRow(qsizetype row) const
{
    return isHidden(row) ? thoughtLeaves() + 1 : row + 1;
}

qsizetype Entry::previousRow(qsizetype row) const
{
    return isHidden(row - 2) ? 1 : row - 1;
}

QString Entry::plainText() const
{
    if (m_role == Role::User)
        return m_source;
    if (!hasUnread())
        return litedeck::plainText(leaves().sliced(thoughtLeaves()), definitions());
    BlockScanner scanner;
    const QList<Leaf> all = freshLeaves(scanner);
    return litedeck::plainText(all.sliced(scanner.thoughtLeaves()), scanner.definitions());
}

QList<Leaf> Entry::freshLeaves(BlockScanner &scanner) const
{
    if (m_role == Role::User)
        return plainLeaves(m_source);
    ReplyReader reader;
    while (reader.hasMore(texts()))
        scanner.feed(reader.next(texts(), WholeText));
    scanner.setExpectingMore(m_details.isRunning());
    return scanner.leaves();
}

qsizetype Entry::completeLeaves() const
{
    return m_scanner ? m_scanner->completeLeaves() : leafCount();
}

QString Entry::plainThoughts() const
{
    return litedeck::plainText(leaves().first(thoughtLeaves()), definitions());
}

} // namespace litedeck
