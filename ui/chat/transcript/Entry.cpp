// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/transcript/Entry.h"

#include "chat/transcript/EntryChrome.h"
#include "chat/transcript/PlainText.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Read at once between two looks at the clock.
constexpr qsizetype Slice = 8 * 1024;

} // namespace

Entry::Entry(Role role, TurnId id, const EntryFrame &frame)
    : m_frame(frame)
    , m_role(role)
    , m_id(std::move(id))
    , m_colors(frame.colorist)
{}

void Entry::setDetails(const Details &details)
{
    if (m_details == details)
        return;
    m_details = details;
    m_tailStamp = ++m_stamp;
    if (m_scanner && !hasUnread()) {
        m_scanner->setExpectingMore(details.state == TurnState::Streaming);
        takeLeaves(m_scanner->takeFirstChanged());
    }
}

void Entry::setSource(const QString &source)
{
    if (source == m_source)
        return;
    m_tailStamp = ++m_stamp;
    if (m_role == Role::User || !source.startsWith(m_source)) {
        m_scanner.reset();
        m_userLeaves.clear();
        m_heights.truncate(0);
        m_layouts.clear();
        m_tables.clear();
        m_colors.clear();
        m_read = 0;
        m_openEndLeaf = -1;
    }
    m_source = source;
}

void Entry::append(const QString &text)
{
    if (m_source.isEmpty())
        m_tailStamp = ++m_stamp;
    m_source.append(text);
}

void Entry::read(QDeadlineTimer deadline)
{
    refresh();
    if (m_role == Role::User)
        return readUserText();
    if (!m_scanner)
        m_scanner = std::make_unique<BlockScanner>();
    m_scanner->setExpectingMore(true);
    do {
        const QStringView slice = QStringView(m_source).mid(m_read, Slice);
        m_scanner->feed(slice);
        m_read += slice.size();
        takeLeaves(m_scanner->takeFirstChanged());
    } while (hasUnread() && !deadline.hasExpired());
    if (!hasUnread())
        m_scanner->setExpectingMore(m_details.state == TurnState::Streaming);
    takeLeaves(m_scanner->takeFirstChanged());
}

void Entry::readUserText()
{
    m_userLeaves = plainLeaves(m_source);
    m_read = m_source.size();
    takeLeaves(0);
}

const QList<Leaf> &Entry::leaves() const
{
    return m_scanner ? m_scanner->leaves() : m_userLeaves;
}

const BlockInfo &Entry::block(const Leaf &leaf) const
{
    static const BlockInfo none;
    return m_scanner && leaf.block < m_scanner->blocks().size() ? m_scanner->blocks()[leaf.block]
                                                                : none;
}

QString Entry::languageOf(int block) const
{
    return m_scanner ? m_scanner->blocks().value(block).language : QString();
}

const LinkDefinitions &Entry::definitions() const
{
    static const LinkDefinitions none;
    return m_scanner ? m_scanner->definitions() : none;
}

int Entry::textWidth(const Leaf &leaf) const
{
    return m_frame.width - 2 * EntryChrome::sidePadding(*this) - m_frame.style.indentOf(leaf);
}

int Entry::gapAbove(qsizetype leaf) const
{
    return m_frame.style.gap(leaf > 0 ? &leaves()[leaf - 1] : nullptr, leaves()[leaf]);
}

void Entry::takeLeaves(qsizetype first)
{
    if (m_heights.size() > first)
        m_heights.truncate(first);
    std::erase_if(m_layouts, [first](const auto &item) { return item.first >= first; });
    if (m_openEndLeaf >= 0 && !isOpenEnd(m_openEndLeaf))
        m_layouts.erase(std::exchange(m_openEndLeaf, -1));
    for (qsizetype i = first; i < leafCount(); ++i) {
        const Leaf &leaf = leaves()[i];
        const bool widened =
            leaf.kind == LeafKind::TableRow &&
            m_tables.measure(leaf, block(leaf), definitions(), m_frame.style, textWidth(leaf));
        if (widened) {
            std::erase_if(m_layouts, [this, &leaf](const auto &item) {
                return leaves()[item.first].block == leaf.block;
            });
        }
        m_heights.append(gapAbove(i) + m_frame.style.estimatedHeight(leaf, textWidth(leaf)));
    }
    // A definition may follow the links that use it.
    if (m_scanner && m_knownDefinitions != definitions()) {
        m_knownDefinitions = definitions();
        std::erase_if(m_layouts, [this](const auto &item) {
            return leaves()[item.first].source.contains(u'[');
        });
    }
}

QList<int> Entry::columnWidths(const Leaf &leaf) const
{
    return m_tables.widths(leaf.block);
}

void Entry::refresh()
{
    if (m_generation == m_frame.generation)
        return;
    m_generation = m_frame.generation;
    m_layouts.clear();
    m_tailStamp = ++m_stamp;
    for (const Leaf &leaf : leaves()) {
        if (leaf.header)
            m_tables.fit(leaf.block, textWidth(leaf));
    }
}

int Entry::rowHeight(qsizetype row) const
{
    if (row == 0)
        return EntryChrome::headHeight(*this, m_frame.style);
    if (row < tailRow())
        return m_heights.height(row - 1);
    const std::pair key(m_frame.generation, m_tailStamp);
    if (m_tailKey != key) {
        m_tailKey = key;
        m_tailHeight = EntryChrome::tailHeight(*this, m_frame.style, m_frame.width);
    }
    return tailGap() + m_tailHeight;
}

int Entry::tailGap() const
{
    if (leaves().isEmpty())
        return 0;
    const LeafKind last = leaves().last().kind;
    return last == LeafKind::CodeHead || last == LeafKind::CodeLine ? TranscriptStyle::CodeCapHeight
                                                                    : 0;
}

qint64 Entry::rowTop(qsizetype row) const
{
    return row == 0 ? 0 : rowHeight(0) + m_heights.top(row - 1);
}

qsizetype Entry::rowAt(qint64 position) const
{
    const qint64 inText = position - rowHeight(0);
    if (inText < 0)
        return 0;
    return inText >= m_heights.total() ? tailRow() : m_heights.rowAt(inText) + 1;
}

qint64 Entry::height() const
{
    if (m_read > 0 || m_source.isEmpty())
        return rowHeight(0) + rowHeight(tailRow()) + m_heights.total();
    const int perLine = std::max(1, m_frame.width / m_frame.style.bodyCharWidth);
    const qsizetype lines = 1 + m_source.size() * 3 / 2 / perLine;
    return rowHeight(0) + (lines + 2) * m_frame.style.lineHeight;
}

bool Entry::isOpenEnd(qsizetype leaf) const
{
    return leaf + 1 == leafCount() && m_details.state == TurnState::Streaming;
}

const QList<CodeSpan> *Entry::colorsOf(qsizetype leaf)
{
    return m_scanner && leaves()[leaf].kind == LeafKind::CodeLine ? m_colors.of(*m_scanner, leaf)
                                                                  : nullptr;
}

bool Entry::isLaidOut(qsizetype leaf, bool colored) const
{
    const auto found = m_layouts.find(leaf);
    return found != m_layouts.end() && found->second.colored == colored;
}

bool Entry::layOut(qsizetype row)
{
    refresh();
    if (row == 0 || row >= tailRow())
        return false;
    const qsizetype index = row - 1;
    const QList<CodeSpan> *colors = colorsOf(index);
    if (isLaidOut(index, colors != nullptr))
        return false;
    const Leaf &leaf = leaves()[index];
    auto layout = std::make_unique<LeafLayout>(
        leaf, LeafContext{block(leaf), definitions(), m_frame.style, textWidth(leaf),
                          columnWidths(leaf), colors, isOpenEnd(index)});
    if (isOpenEnd(index))
        m_openEndLeaf = index;
    const int height = gapAbove(index) + layout->height();
    const bool changed = height != m_heights.height(index);
    m_heights.setHeight(index, height);
    m_layouts[index] = LaidOut{std::move(layout), ++m_stamp, colors != nullptr};
    ++m_layoutsMade;
    return changed;
}

const LeafLayout *Entry::layout(qsizetype leaf) const
{
    const auto found = m_layouts.find(leaf);
    return found == m_layouts.end() ? nullptr : found->second.layout.get();
}

quint64 Entry::stamp(qsizetype row) const
{
    if (row == 0 || row >= tailRow())
        return m_tailStamp;
    const auto found = m_layouts.find(row - 1);
    return found == m_layouts.end() ? 0 : found->second.stamp;
}

void Entry::evictOutside(qsizetype firstRow, qsizetype lastRow)
{
    std::erase_if(m_layouts, [=](const auto &item) {
        return item.first + 1 < firstRow || item.first + 1 > lastRow;
    });
}

QString Entry::plainText() const
{
    if (m_role == Role::User)
        return m_source;
    if (!hasUnread())
        return litedeck::plainText(leaves(), definitions());
    BlockScanner scanner;
    scanner.feed(m_source);
    scanner.setExpectingMore(false);
    return litedeck::plainText(scanner.leaves(), scanner.definitions());
}

} // namespace litedeck
