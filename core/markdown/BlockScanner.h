// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/MarkdownLeaf.h"
#include "core/markdown/ReplyReader.h"

#include <QStringView>

#include <utility>

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
    qsizetype thoughtLeaves() const { return m_inThought ? m_leaves.size() : m_thoughtLeaves; }

    /// Tells whether more text is expected; while it is, a last line that may still become another
    /// kind of block is held back.
    void setExpectingMore(bool expecting);

    const QList<Leaf> &leaves() const { return m_leaves; }
    const QList<BlockInfo> &blocks() const { return m_blocks; }
    const LinkDefinitions &definitions() const { return m_state.definitions; }

    /// How many leaves come from complete lines; of these, only a paragraph at the end may change.
    qsizetype completeLeaves() const;

    /// The first leaf that may differ since the last call; the number of leaves when none does.
    qsizetype takeFirstChanged();

private:
    enum class Open : quint8 { None, Paragraph, Fence, IndentedCode, Table };

    struct Container
    {
        bool item = false;
        bool thought = false; ///< Holds every line until the reply begins.
        bool empty = false;   ///< An item without content so far.
        QChar mark;           ///< Of an item.
        int number = -1;      ///< Of an ordered item.
        qsizetype indent = 0; ///< Columns that belong to the item.
    };

    struct State
    {
        QList<Container> containers;
        QList<ListMarker> markers; ///< Wait for the next leaf.
        LinkDefinitions definitions;
        Open open = Open::None;
        bool blank = false;
        bool inLongLine = false;    ///< The start of this line is already taken in.
        QChar fenceMark;            ///< Of the open fence.
        qsizetype fenceLength = 0;  ///< Of the open fence.
        qsizetype fenceIndent = 0;  ///< Of the open fence.
        qsizetype paragraph = 0;    ///< First leaf of the open paragraph.
        qsizetype placeholder = -1; ///< The leaf of an item that has no content yet.
        int pendingBlanks = 0;      ///< Blank lines inside indented code.
    };

    void beginThought();
    void endThought();
    void takeLines();
    void showTail();
    void takeBackTail();
    void take(QStringView piece);
    void takeLine(QStringView line);
    void continueLine(QStringView text);

    QStringView matchContainers(QStringView line, qsizetype &matched) const;
    bool startBlock(QStringView &rest, qsizetype &matched);
    bool startLeafBlock(QStringView rest, qsizetype matched);
    bool endParagraphAs(QStringView body);
    bool startItem(QStringView rest, QStringView &after, qsizetype &matched);
    void takeBlankLine(qsizetype matched, bool started);
    void takeText(QStringView text, qsizetype matched);
    void closeTo(qsizetype depth);

    Leaf &addLeaf(LeafKind kind, bool newBlock);
    Leaf &edit(qsizetype index);
    void appendText(QStringView text);
    void addCodeLine(QStringView text);
    void addIndentedCode(QStringView text);
    bool startTable(QStringView line);

    QList<Leaf> m_leaves;
    QList<BlockInfo> m_blocks;
    State m_state;
    QString m_tail; ///< The unfinished last line.
    bool m_expectingMore = true;
    bool m_inThought = false;
    qsizetype m_thoughtLeaves = 0;
    qsizetype m_firstChanged = 0;

    bool m_overlaid = false;
    State m_savedState;
    qsizetype m_savedLeafCount = 0;
    qsizetype m_savedBlockCount = 0;
    QList<std::pair<qsizetype, Leaf>> m_savedLeaves;
};

} // namespace litedeck
