// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/LeafList.h"

#include <algorithm>

namespace litedeck {

namespace {

/// Where a text leaf that is too long is cut: after a space, else between two characters.
qsizetype cutPosition(QStringView source)
{
    const QStringView head = source.first(MaxLeafLength);
    const qsizetype space = std::max(head.lastIndexOf(u' '), head.lastIndexOf(u'\n'));
    if (space >= MaxLeafLength / 2)
        return space + 1;
    return head.back().isHighSurrogate() ? MaxLeafLength - 1 : MaxLeafLength;
}

} // namespace

Leaf &LeafList::append()
{
    m_firstChanged = std::min(m_firstChanged, m_leaves.size());
    m_leaves.append(Leaf{});
    return m_leaves.last();
}

Leaf &LeafList::edit(qsizetype index)
{
    if (m_isOverlaid && index < m_lastingLeaves) {
        const bool kept = std::any_of(m_changedLeaves.cbegin(), m_changedLeaves.cend(),
                                      [index](const auto &entry) { return entry.first == index; });
        if (!kept)
            m_changedLeaves.append({index, m_leaves[index]});
    }
    m_firstChanged = std::min(m_firstChanged, index);
    return m_leaves[index];
}

void LeafList::appendText(QStringView text)
{
    editLast().source.append(text);
    while (m_leaves.last().source.size() > MaxLeafLength) {
        Leaf rest = m_leaves.last();
        const qsizetype cut = cutPosition(rest.source);
        m_leaves.last().source.truncate(cut);
        rest.source.remove(0, cut);
        rest.markers.clear();
        rest.blankBefore = false;
        rest.continued = true;
        m_leaves.append(rest);
    }
}

BlockInfo &LeafList::appendBlock()
{
    m_blocks.append(BlockInfo{});
    return m_blocks.last();
}

void LeafList::beginOverlay()
{
    m_isOverlaid = true;
    m_lastingLeaves = m_leaves.size();
    m_lastingBlocks = m_blocks.size();
}

void LeafList::takeBackOverlay()
{
    m_isOverlaid = false;
    if (m_leaves.size() > m_lastingLeaves) {
        m_leaves.resize(m_lastingLeaves);
        m_firstChanged = std::min(m_firstChanged, m_lastingLeaves);
    }
    m_blocks.resize(m_lastingBlocks);
    for (auto &[index, leaf] : m_changedLeaves) {
        m_leaves[index] = std::move(leaf);
        m_firstChanged = std::min(m_firstChanged, index);
    }
    m_changedLeaves.clear();
}

qsizetype LeafList::takeFirstChanged()
{
    const qsizetype first = std::min(m_firstChanged, m_leaves.size());
    m_firstChanged = m_leaves.size();
    return first;
}

} // namespace litedeck
