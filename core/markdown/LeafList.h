// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/MarkdownLeaf.h"

#include <QStringView>

#include <utility>

namespace litedeck {

/// Leaves as they are made. What is made and changed on top of them while an unfinished line is
/// shown can be taken back.
class LeafList
{
public:
    LeafList() = default;
    Q_DISABLE_COPY_MOVE(LeafList)

    const QList<Leaf> &leaves() const { return m_leaves; }
    const QList<BlockInfo> &blocks() const { return m_blocks; }
    qsizetype size() const { return m_leaves.size(); }
    /// How many there are without those of the unfinished line.
    qsizetype lastingSize() const { return m_isOverlaid ? m_lastingLeaves : m_leaves.size(); }

    Leaf &append();
    /// The leaf, to be changed.
    Leaf &edit(qsizetype index);
    Leaf &editLast() { return edit(m_leaves.size() - 1); }
    /// Adds to the last leaf, and goes on in another one where it becomes too long.
    void appendText(QStringView text);
    BlockInfo &appendBlock();
    BlockInfo &lastBlock() { return m_blocks.last(); }

    void beginOverlay();
    void takeBackOverlay();

    /// The first leaf that may differ since the last call; the number of leaves when none does.
    qsizetype takeFirstChanged();

private:
    QList<Leaf> m_leaves;
    QList<BlockInfo> m_blocks;
    qsizetype m_firstChanged = 0;
    bool m_isOverlaid = false;
    qsizetype m_lastingLeaves = 0;
    qsizetype m_lastingBlocks = 0;
    QList<std::pair<qsizetype, Leaf>> m_changedLeaves; ///< As they were.
};

} // namespace litedeck
