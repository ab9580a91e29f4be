// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/BlockLines.h"
#include "core/markdown/ReplyReader.h"

namespace litedeck {

/// Cuts Markdown that arrives in pieces into leaves, in time linear in the text.
///
/// Only complete lines drive the state; the unfinished last line is shown as an overlay that is
/// taken back before the next piece, so the leaves depend on the text and never on how it was cut.
/// Lists are not made loose or tight after the fact: each gap follows its own blank line.
class BlockScanner
{
public:
    BlockScanner() = default;
    Q_DISABLE_COPY_MOVE(BlockScanner)

    /// Appends text.
    void feed(QStringView text);

    /// Appends a piece of what the model thought or of its reply; thoughts come first.
    void feed(const ReplyReader::Piece &piece);

    bool isInThought() const { return m_inThought; }
    /// The head of the thoughts and their leaves, which come first.
    qsizetype thoughtLeaves() const { return m_inThought ? leaves().size() : m_thoughtLeaves; }

    /// Tells whether more text is expected; while it is, a last line that may still become another
    /// kind of block is held back.
    void setExpectingMore(bool expecting);

    const QList<Leaf> &leaves() const { return m_lines.list().leaves(); }
    const QList<BlockInfo> &blocks() const { return m_lines.list().blocks(); }
    const LinkDefinitions &definitions() const { return m_lines.definitions(); }

    /// How many leaves come from complete lines; of these, only a paragraph at the end may change.
    qsizetype completeLeaves() const { return m_lines.completeLeaves(); }

    /// The first leaf that may differ since the last call; the number of leaves when none does.
    qsizetype takeFirstChanged() { return m_lines.takeFirstChanged(); }

private:
    void takeLines();
    void showTail();

    BlockLines m_lines;
    QString m_tail; ///< The unfinished last line.
    bool m_expectingMore = true;
    bool m_inThought = false;
    qsizetype m_thoughtLeaves = 0;
};

} // namespace litedeck
