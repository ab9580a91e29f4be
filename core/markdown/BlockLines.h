// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/LeafList.h"

namespace litedeck {

/// Makes leaves of lines of Markdown, and knows which containers and which block are open.
class BlockLines
{
public:
    BlockLines() = default;
    Q_DISABLE_COPY_MOVE(BlockLines)

    /// Takes a line, or a piece of a long one.
    void take(QStringView piece);
    /// Whether what was taken last is the start of a line that goes on.
    void setInLongLine(bool inLongLine) { m_state.inLongLine = inLongLine; }
    /// Whether a piece of a long line that follows is text inside the last leaf.
    bool goesOnAsText() const;
    /// Whether an unfinished line may still become a block of another kind.
    bool isUndecided(QStringView line) const;

    /// What comes until the end is what the model thought.
    void beginThought();
    void endThought();

    /// What is taken from now on can be taken back.
    void beginOverlay();
    void takeBackOverlay();

    const LeafList &list() const { return m_list; }
    qsizetype takeFirstChanged() { return m_list.takeFirstChanged(); }
    /// How many leaves come from complete lines; of these, only a paragraph at the end may change.
    qsizetype completeLeaves() const;
    const LinkDefinitions &definitions() const { return m_state.definitions; }

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
    void addCodeLine(QStringView text);
    void addIndentedCode(QStringView text);
    bool startTable(QStringView line);

    LeafList m_list;
    State m_state;
    bool m_isOverlaid = false;
    State m_lasting; ///< Without the overlay.
};

} // namespace litedeck
