// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/BlockScanner.h"

#include "core/markdown/BlockRules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Of a line longer than this, the start is taken in for good before the line is complete.
constexpr qsizetype LongLine = 4096;

/// The pieces in which the rest of a long line is taken in; what is left is laid out each frame.
constexpr qsizetype LongLineStep = 256;

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

void BlockScanner::feed(QStringView text)
{
    takeBackTail();
    m_tail.append(text);
    takeLines();
    showTail();
}

void BlockScanner::feed(const ReplyReader::Piece &piece)
{
    if (piece.text.isEmpty())
        return;
    if (piece.isThought && !m_inThought)
        beginThought();
    else if (!piece.isThought && m_inThought)
        endThought();
    feed(QStringView(piece.text));
}

void BlockScanner::beginThought()
{
    addLeaf(LeafKind::ThoughtHead, true);
    m_state.containers.append(Container{.thought = true});
    m_inThought = true;
}

void BlockScanner::endThought()
{
    takeBackTail();
    if (!m_tail.isEmpty()) {
        m_tail.append(u'\n');
        takeLines();
    }
    m_state.inLongLine = false;
    closeTo(0);
    m_state.open = Open::None;
    m_state.blank = false;
    m_thoughtLeaves = m_leaves.size();
    m_inThought = false;
}

void BlockScanner::setExpectingMore(bool expecting)
{
    if (m_expectingMore == expecting)
        return;
    takeBackTail();
    m_expectingMore = expecting;
    showTail();
}

qsizetype BlockScanner::takeFirstChanged()
{
    const qsizetype first = std::min(m_firstChanged, m_leaves.size());
    m_firstChanged = m_leaves.size();
    return first;
}

qsizetype BlockScanner::completeLeaves() const
{
    const bool cut = m_overlaid ? m_savedState.inLongLine : m_state.inLongLine;
    return (m_overlaid ? m_savedLeafCount : m_leaves.size()) - (cut ? 1 : 0);
}

void BlockScanner::takeLines()
{
    qsizetype start = 0;
    const QStringView tail = m_tail;
    for (;;) {
        const qsizetype end = tail.indexOf(u'\n', start);
        QStringView line = end < 0 ? tail.mid(start) : tail.sliced(start, end - start);
        if (end >= 0 && line.endsWith(u'\r'))
            line.chop(1);
        qsizetype taken = 0;
        for (;;) {
            const bool inText = m_state.inLongLine && !m_leaves.isEmpty() &&
                                m_leaves.last().kind != LeafKind::TableRow;
            const qsizetype most = inText ? LongLineStep : LongLine;
            if (line.size() - taken <= most)
                break;
            const bool splitsPair = line[taken + most - 1].isHighSurrogate();
            const qsizetype length = most - (splitsPair ? 1 : 0);
            take(line.sliced(taken, length));
            taken += length;
            m_state.inLongLine = true;
        }
        if (end < 0) {
            start += taken;
            break;
        }
        take(line.mid(taken));
        m_state.inLongLine = false;
        start = end + 1;
    }
    m_tail.remove(0, start);
}

void BlockScanner::showTail()
{
    QStringView tail = m_tail;
    if (tail.endsWith(u'\r'))
        tail.chop(1);
    if (tail.isEmpty())
        return;
    if (m_expectingMore && !m_state.inLongLine) {
        const bool held = m_state.open == Open::Fence
                              ? tail.trimmed().toString().remove(m_state.fenceMark).isEmpty()
                              : block::isUndecided(tail);
        if (held)
            return;
    }
    m_savedState = m_state;
    m_savedLeafCount = m_leaves.size();
    m_savedBlockCount = m_blocks.size();
    m_overlaid = true;
    take(tail);
}

void BlockScanner::takeBackTail()
{
    if (!m_overlaid)
        return;
    m_overlaid = false;
    m_state = m_savedState;
    if (m_leaves.size() > m_savedLeafCount) {
        m_leaves.resize(m_savedLeafCount);
        m_firstChanged = std::min(m_firstChanged, m_savedLeafCount);
    }
    m_blocks.resize(m_savedBlockCount);
    for (auto &[index, leaf] : m_savedLeaves) {
        m_leaves[index] = std::move(leaf);
        m_firstChanged = std::min(m_firstChanged, index);
    }
    m_savedLeaves.clear();
}

void BlockScanner::take(QStringView piece)
{
    if (m_state.inLongLine) {
        continueLine(piece);
    } else if (piece.contains(u'\t')) {
        // Inside a fence, only the tabs that lead to its container are not code.
        qsizetype columns = piece.size() * 4;
        if (m_state.open == Open::Fence) {
            columns = 0;
            for (const Container &container : std::as_const(m_state.containers))
                columns += container.item ? container.indent : container.thought ? 0 : 2;
        }
        const QString expanded = block::expandLeadingTabs(piece, columns);
        takeLine(expanded);
    } else {
        takeLine(piece);
    }
}

void BlockScanner::continueLine(QStringView text)
{
    if (m_leaves.isEmpty())
        return;
    const LeafKind kind = m_leaves.last().kind;
    if (kind == LeafKind::TableRow) {
        Leaf &row = addLeaf(LeafKind::TableRow, false);
        row.source = text.toString();
        row.continued = true;
    } else if (kind != LeafKind::CodeHead && kind != LeafKind::Rule) {
        appendText(text);
    }
}

void BlockScanner::closeTo(qsizetype depth)
{
    if (depth >= m_state.containers.size())
        return;
    m_state.containers.resize(depth);
    m_state.open = Open::None;
    m_state.placeholder = -1;
}

Leaf &BlockScanner::addLeaf(LeafKind kind, bool newBlock)
{
    if (newBlock)
        m_blocks.append(BlockInfo{});
    QByteArray path;
    for (Container &container : m_state.containers) {
        path.append(container.thought ? 't' : container.item ? 'i' : 'q');
        container.empty = false;
    }
    const qsizetype last = m_leaves.size() - 1;
    const bool replaces =
        last >= 0 && m_state.placeholder == last && path.startsWith(m_leaves[last].containers);
    m_state.placeholder = -1;
    m_state.pendingBlanks = 0;
    if (!replaces) {
        m_firstChanged = std::min(m_firstChanged, m_leaves.size());
        m_leaves.append(Leaf{});
        m_leaves.last().blankBefore = m_state.blank;
    }
    Leaf &leaf = edit(m_leaves.size() - 1);
    leaf.kind = kind;
    leaf.block = int(m_blocks.size() - 1);
    leaf.containers = path;
    leaf.markers.append(m_state.markers);
    m_state.markers.clear();
    m_state.blank = false;
    return leaf;
}

Leaf &BlockScanner::edit(qsizetype index)
{
    if (m_overlaid && index < m_savedLeafCount) {
        const bool saved = std::any_of(m_savedLeaves.cbegin(), m_savedLeaves.cend(),
                                       [index](const auto &entry) { return entry.first == index; });
        if (!saved)
            m_savedLeaves.append({index, m_leaves[index]});
    }
    m_firstChanged = std::min(m_firstChanged, index);
    return m_leaves[index];
}

void BlockScanner::appendText(QStringView text)
{
    edit(m_leaves.size() - 1).source.append(text);
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

void BlockScanner::addCodeLine(QStringView text)
{
    addLeaf(LeafKind::CodeLine, false);
    appendText(text);
}

void BlockScanner::addIndentedCode(QStringView text)
{
    if (m_state.open != Open::IndentedCode) {
        m_state.open = Open::None;
        addLeaf(LeafKind::CodeHead, true);
        m_state.open = Open::IndentedCode;
    }
    const int blanks = m_state.pendingBlanks;
    for (int i = 0; i < blanks; ++i)
        addLeaf(LeafKind::CodeLine, false);
    addCodeLine(text);
}

} // namespace litedeck
