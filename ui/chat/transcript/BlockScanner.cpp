// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/transcript/BlockScanner.h"

#include "chat/transcript/BlockRules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Of a line longer than this, the start is taken in for good before the line is complete.
constexpr qsizetype kLongLine = 4096;

/// Where a text leaf that is too long is cut: after a space, else between two characters.
qsizetype cutPosition(QStringView source)
{
    const QStringView head = source.first(kMaxLeafLength);
    const qsizetype space = std::max(head.lastIndexOf(u' '), head.lastIndexOf(u'\n'));
    if (space >= kMaxLeafLength / 2)
        return space + 1;
    return head.back().isHighSurrogate() ? kMaxLeafLength - 1 : kMaxLeafLength;
}

} // namespace

void BlockScanner::feed(QStringView text)
{
    takeBackTail();
    m_tail.append(text);
    takeLines();
    showTail();
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
        while (line.size() - taken > kLongLine) {
            const bool splitsPair = line[taken + kLongLine - 1].isHighSurrogate();
            const qsizetype length = kLongLine - (splitsPair ? 1 : 0);
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
        const QString expanded = block::expandLeadingTabs(piece);
        takeLine(expanded);
    } else {
        takeLine(piece);
    }
}

void BlockScanner::takeLine(QStringView line)
{
    qsizetype matched = 0;
    QStringView rest = matchContainers(line, matched);
    if (m_state.open == Open::Fence && matched == m_state.containers.size()) {
        if (block::closesFence(rest, m_state.fenceMark, m_state.fenceLength))
            m_state.open = Open::None;
        else
            addCodeLine(rest.mid(std::min(block::indentOf(rest), m_state.fenceIndent)));
        return;
    }
    bool started = false;
    while (startBlock(rest, matched))
        started = true;

    const qsizetype indent = block::indentOf(rest);
    if (indent == rest.size())
        return takeBlankLine(matched, started);
    if (indent >= 4 && m_state.open != Open::Paragraph) {
        closeTo(matched);
        return addIndentedCode(rest.mid(4));
    }
    if (indent < 4 && startLeafBlock(rest, matched))
        return;
    takeText(rest.mid(indent), matched);
}

void BlockScanner::continueLine(QStringView text)
{
    if (m_leaves.isEmpty())
        return;
    const LeafKind kind = m_leaves.last().kind;
    if (kind == LeafKind::TableRow)
        edit(m_leaves.size() - 1).source.append(text);
    else if (kind != LeafKind::CodeHead && kind != LeafKind::Rule)
        appendText(text);
}

QStringView BlockScanner::matchContainers(QStringView line, qsizetype &matched) const
{
    QStringView rest = line;
    for (matched = 0; matched < m_state.containers.size(); ++matched) {
        const Container &container = m_state.containers[matched];
        const qsizetype indent = block::indentOf(rest);
        const bool blank = indent == rest.size();
        if (!container.item) {
            if (indent > 3 || blank || rest[indent] != u'>')
                break;
            rest = rest.mid(indent + 1);
            if (rest.startsWith(u' '))
                rest = rest.mid(1);
        } else if (blank ? container.empty : indent < container.indent) {
            break;
        } else {
            rest = rest.mid(std::min(indent, container.indent));
        }
    }
    return rest;
}

bool BlockScanner::startBlock(QStringView &rest, qsizetype &matched)
{
    const qsizetype indent = block::indentOf(rest);
    if (indent > 3 || indent == rest.size())
        return false;
    const QStringView body = rest.mid(indent);
    if (body[0] == u'>') {
        closeTo(matched);
        m_state.open = Open::None;
        m_state.containers.append(Container{});
        ++matched;
        rest = body.mid(1);
        if (rest.startsWith(u' '))
            rest = rest.mid(1);
        return true;
    }
    const bool underlines = m_state.open == Open::Paragraph &&
                            matched == m_state.containers.size() && block::setextLevel(body);
    if (underlines || block::isRule(body))
        return false;
    return startItem(rest, rest, matched);
}

bool BlockScanner::startItem(QStringView rest, QStringView &after, qsizetype &matched)
{
    const qsizetype indent = block::indentOf(rest);
    const QStringView body = rest.mid(indent);
    const auto item = block::itemMarker(body);
    if (!item)
        return false;
    const bool interrupts = m_state.open == Open::Paragraph && matched == m_state.containers.size();
    if (interrupts && (item->empty || item->number > 1 || item->number == 0))
        return false;

    Container container;
    container.item = true;
    container.empty = item->empty;
    container.mark = item->mark;
    container.number = item->number;
    if (matched < m_state.containers.size() && item->number >= 0) {
        const Container &sibling = m_state.containers[matched];
        if (sibling.item && sibling.mark == item->mark && sibling.number >= 0)
            container.number = sibling.number + 1;
    }
    container.indent = indent + (item->empty ? item->width + 1 : item->offset);
    closeTo(matched);
    m_state.open = Open::None;

    ListMarker marker;
    marker.depth = quint8(std::min<qsizetype>(matched, 255));
    if (container.number >= 0) {
        marker.kind = ListMarker::Kind::Number;
        marker.number = container.number;
        marker.delimiter = container.mark;
    }
    after = body.mid(item->offset);
    if (after.startsWith(u'[') && after.size() > 3 && after[2] == u']' && after[3] == u' ' &&
        u" xX"_s.contains(after[1])) {
        marker.kind = after[1] == u' ' ? ListMarker::Kind::Unchecked : ListMarker::Kind::Checked;
        after = after.mid(4);
    }
    m_state.containers.append(container);
    m_state.markers.append(marker);
    ++matched;
    return true;
}

bool BlockScanner::startLeafBlock(QStringView rest, qsizetype matched)
{
    const QStringView body = rest.mid(block::indentOf(rest));
    if (const int level = block::atxLevel(body)) {
        closeTo(matched);
        m_state.open = Open::None;
        Leaf &leaf = addLeaf(LeafKind::Heading, true);
        leaf.level = quint8(level);
        appendText(block::atxText(body, level));
        return true;
    }
    if (const auto fence = block::fenceStart(rest)) {
        closeTo(matched);
        Leaf &leaf = addLeaf(LeafKind::CodeHead, true);
        const QStringView info = fence->info;
        leaf.source =
            info.first(std::min(info.size(), qsizetype(200))).toString().section(u' ', 0, 0);
        m_blocks.last().language = leaf.source;
        m_state.open = Open::Fence;
        m_state.fenceMark = fence->mark;
        m_state.fenceLength = fence->length;
        m_state.fenceIndent = fence->indent;
        return true;
    }
    if (m_state.open == Open::Paragraph && matched == m_state.containers.size() &&
        endParagraphAs(body))
        return true;
    if (block::isRule(body)) {
        closeTo(matched);
        m_state.open = Open::None;
        addLeaf(LeafKind::Rule, true);
        return true;
    }
    return false;
}

bool BlockScanner::endParagraphAs(QStringView body)
{
    if (const int level = block::setextLevel(body)) {
        for (qsizetype i = m_state.paragraph; i < m_leaves.size(); ++i) {
            Leaf &leaf = edit(i);
            leaf.kind = LeafKind::Heading;
            leaf.level = quint8(level);
        }
        m_state.open = Open::None;
        return true;
    }
    return startTable(body);
}

bool BlockScanner::startTable(QStringView line)
{
    const QList<ColumnAlignment> columns = block::delimiterRow(line);
    if (columns.isEmpty())
        return false;
    const QString &source = m_leaves.last().source;
    const qsizetype lineStart = source.lastIndexOf(u'\n') + 1;
    const QString header = source.mid(lineStart);
    if (!header.contains(u'|') || block::tableCells(header).size() != columns.size())
        return false;
    if (lineStart > 0) {
        edit(m_leaves.size() - 1).source.truncate(lineStart - 1);
        addLeaf(LeafKind::TableRow, true);
    } else {
        m_blocks.append(BlockInfo{});
    }
    Leaf &leaf = edit(m_leaves.size() - 1);
    leaf.kind = LeafKind::TableRow;
    leaf.block = int(m_blocks.size() - 1);
    leaf.header = true;
    leaf.source = header;
    m_blocks.last().columns = columns;
    m_state.open = Open::Table;
    return true;
}

void BlockScanner::takeBlankLine(qsizetype matched, bool started)
{
    const bool wholePath = matched == m_state.containers.size();
    if (wholePath && m_state.open == Open::IndentedCode) {
        ++m_state.pendingBlanks;
        return;
    }
    closeTo(matched);
    m_state.open = Open::None;
    if (started) {
        addLeaf(LeafKind::Paragraph, true);
        m_state.placeholder = m_leaves.size() - 1;
        if (m_state.containers.last().item)
            m_state.containers.last().empty = true;
    } else {
        m_state.blank = true;
    }
}

void BlockScanner::takeText(QStringView text, qsizetype matched)
{
    if (m_state.open != Open::Paragraph)
        closeTo(matched);
    switch (m_state.open) {
    case Open::Paragraph:
        edit(m_leaves.size() - 1).source.append(u'\n');
        appendText(text);
        return;
    case Open::Table:
        addLeaf(LeafKind::TableRow, false).source = text.toString();
        return;
    case Open::None:
    case Open::IndentedCode:
    case Open::Fence:
        break;
    }
    m_state.open = Open::None;
    if (const auto definition = block::definition(text)) {
        if (!m_state.definitions.contains(definition->label))
            m_state.definitions.insert(definition->label, definition->target);
        return;
    }
    addLeaf(LeafKind::Paragraph, true);
    m_state.paragraph = m_leaves.size() - 1;
    m_state.open = Open::Paragraph;
    appendText(text);
}

void BlockScanner::closeTo(qsizetype depth)
{
    if (depth >= m_state.containers.size())
        return;
    m_state.containers.resize(depth);
    m_state.open = Open::None;
}

Leaf &BlockScanner::addLeaf(LeafKind kind, bool newBlock)
{
    if (newBlock)
        m_blocks.append(BlockInfo{});
    QByteArray path;
    for (Container &container : m_state.containers) {
        path.append(container.item ? 'i' : 'q');
        container.empty = false;
    }
    const qsizetype last = m_leaves.size() - 1;
    const bool replaces = last >= 0 && m_state.placeholder == last &&
                          path.startsWith(m_leaves[last].containers) && !m_state.blank;
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
    while (m_leaves.last().source.size() > kMaxLeafLength) {
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
