// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/BlockLines.h"

#include "core/markdown/BlockRules.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck {

void BlockLines::take(QStringView piece)
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

bool BlockLines::goesOnAsText() const
{
    return m_state.inLongLine && m_list.size() > 0 &&
           m_list.leaves().last().kind != LeafKind::TableRow;
}

bool BlockLines::isUndecided(QStringView line) const
{
    if (m_state.inLongLine)
        return false;
    return m_state.open == Open::Fence
               ? line.trimmed().toString().remove(m_state.fenceMark).isEmpty()
               : block::isUndecided(line);
}

void BlockLines::beginThought()
{
    addLeaf(LeafKind::ThoughtHead, true);
    m_state.containers.append(Container{.thought = true});
}

void BlockLines::endThought()
{
    m_state.inLongLine = false;
    closeTo(0);
    m_state.open = Open::None;
    m_state.blank = false;
}

void BlockLines::beginOverlay()
{
    m_isOverlaid = true;
    m_lasting = m_state;
    m_list.beginOverlay();
}

void BlockLines::takeBackOverlay()
{
    if (!std::exchange(m_isOverlaid, false))
        return;
    m_state = m_lasting;
    m_list.takeBackOverlay();
}

qsizetype BlockLines::completeLeaves() const
{
    const bool cut = m_isOverlaid ? m_lasting.inLongLine : m_state.inLongLine;
    return m_list.lastingSize() - (cut ? 1 : 0);
}

void BlockLines::takeLine(QStringView line)
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

QStringView BlockLines::matchContainers(QStringView line, qsizetype &matched) const
{
    QStringView rest = line;
    for (matched = 0; matched < m_state.containers.size(); ++matched) {
        const Container &container = m_state.containers[matched];
        const qsizetype indent = block::indentOf(rest);
        const bool blank = indent == rest.size();
        if (container.thought)
            continue;
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

bool BlockLines::startBlock(QStringView &rest, qsizetype &matched)
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

bool BlockLines::startItem(QStringView rest, QStringView &after, qsizetype &matched)
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

bool BlockLines::startLeafBlock(QStringView rest, qsizetype matched)
{
    const QStringView body = rest.mid(block::indentOf(rest));
    if (const int level = block::atxLevel(body)) {
        closeTo(matched);
        m_state.open = Open::None;
        Leaf &leaf = addLeaf(LeafKind::Heading, true);
        leaf.level = quint8(level);
        m_list.appendText(block::atxText(body, level));
        return true;
    }
    if (const auto fence = block::fenceStart(rest)) {
        closeTo(matched);
        Leaf &leaf = addLeaf(LeafKind::CodeHead, true);
        const QStringView info = fence->info;
        leaf.source =
            info.first(std::min(info.size(), qsizetype(200))).toString().section(u' ', 0, 0);
        m_list.lastBlock().language = leaf.source;
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

bool BlockLines::endParagraphAs(QStringView body)
{
    if (const int level = block::setextLevel(body)) {
        for (qsizetype i = m_state.paragraph; i < m_list.size(); ++i) {
            Leaf &leaf = m_list.edit(i);
            leaf.kind = LeafKind::Heading;
            leaf.level = quint8(level);
        }
        m_state.open = Open::None;
        return true;
    }
    return startTable(body);
}

bool BlockLines::startTable(QStringView line)
{
    const QList<ColumnAlignment> columns = block::delimiterRow(line);
    if (columns.isEmpty())
        return false;
    const QString &source = m_list.leaves().last().source;
    const qsizetype lineStart = source.lastIndexOf(u'\n') + 1;
    const QString header = source.mid(lineStart);
    if (!header.contains(u'|') || block::tableCells(header).size() != columns.size())
        return false;
    if (lineStart > 0) {
        m_list.editLast().source.truncate(lineStart - 1);
        addLeaf(LeafKind::TableRow, true);
    } else {
        m_list.appendBlock();
    }
    Leaf &leaf = m_list.editLast();
    leaf.kind = LeafKind::TableRow;
    leaf.block = int(m_list.blocks().size() - 1);
    leaf.header = true;
    leaf.source = header;
    m_list.lastBlock().columns = columns;
    m_state.open = Open::Table;
    return true;
}

void BlockLines::takeBlankLine(qsizetype matched, bool started)
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
        m_state.placeholder = m_list.size() - 1;
        if (m_state.containers.last().item)
            m_state.containers.last().empty = true;
    } else {
        m_state.blank = true;
    }
}

void BlockLines::takeText(QStringView text, qsizetype matched)
{
    if (m_state.open != Open::Paragraph)
        closeTo(matched);
    switch (m_state.open) {
    case Open::Paragraph:
        m_list.editLast().source.append(u'\n');
        m_list.appendText(text);
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
    m_state.paragraph = m_list.size() - 1;
    m_state.open = Open::Paragraph;
    m_list.appendText(text);
}

void BlockLines::continueLine(QStringView text)
{
    if (m_list.size() == 0)
        return;
    const LeafKind kind = m_list.leaves().last().kind;
    if (kind == LeafKind::TableRow) {
        Leaf &row = addLeaf(LeafKind::TableRow, false);
        row.source = text.toString();
        row.continued = true;
    } else if (kind != LeafKind::CodeHead && kind != LeafKind::Rule) {
        m_list.appendText(text);
    }
}

void BlockLines::closeTo(qsizetype depth)
{
    if (depth >= m_state.containers.size())
        return;
    m_state.containers.resize(depth);
    m_state.open = Open::None;
    m_state.placeholder = -1;
}

Leaf &BlockLines::addLeaf(LeafKind kind, bool newBlock)
{
    if (newBlock)
        m_list.appendBlock();
    QByteArray path;
    for (Container &container : m_state.containers) {
        path.append(container.thought ? 't' : container.item ? 'i' : 'q');
        container.empty = false;
    }
    const qsizetype last = m_list.size() - 1;
    const bool replaces = last >= 0 && m_state.placeholder == last &&
                          path.startsWith(m_list.leaves()[last].containers);
    m_state.placeholder = -1;
    m_state.pendingBlanks = 0;
    if (!replaces) {
        m_list.append().blankBefore = m_state.blank;
    }
    Leaf &leaf = m_list.editLast();
    leaf.kind = kind;
    leaf.block = int(m_list.blocks().size() - 1);
    leaf.containers = path;
    leaf.markers.append(m_state.markers);
    m_state.markers.clear();
    m_state.blank = false;
    return leaf;
}

void BlockLines::addCodeLine(QStringView text)
{
    addLeaf(LeafKind::CodeLine, false);
    m_list.appendText(text);
}

void BlockLines::addIndentedCode(QStringView text)
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
