// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/Entry.h"

#include "ui/chat/transcript/EntryChrome.h"
#include "ui/chat/transcript/PlainText.h"

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
    if (hasThoughts())
        m_layouts.erase(0); // The head says how long it took.
    if (m_isLate && !details.isRunning())
        restart();
    if (m_scanner && !hasUnread()) {
        m_scanner->setExpectingMore(details.isRunning());
        takeLeaves(m_scanner->takeFirstChanged());
    }
    applyFold();
}

ReplyReader::Texts Entry::texts() const
{
    return {m_isLate ? QStringView() : m_reasoning, m_source, !m_details.isRunning()};
}

bool Entry::hasUnread() const
{
    return m_role == Role::User ? m_userLeaves.isEmpty() && !m_source.isEmpty()
                                : m_reader.hasMore(texts());
}

void Entry::restart()
{
    m_scanner.reset();
    m_reader = {};
    m_userLeaves.clear();
    m_heights.truncate(0);
    m_layouts.clear();
    m_tables.clear();
    m_colors.clear();
    m_openEndLeaf = -1;
    m_isLate = false;
    ++m_textNumber;
}

void Entry::setSource(const QString &source)
{
    if (source == m_source)
        return;
    m_tailStamp = ++m_stamp;
    if (m_role == Role::User || !source.startsWith(m_source))
        restart();
    m_source = source;
}

void Entry::append(const QString &text)
{
    if (m_source.isEmpty())
        m_tailStamp = ++m_stamp;
    m_source.append(text);
}

void Entry::setReasoning(const QString &reasoning)
{
    if (reasoning == m_reasoning)
        return;
    if (reasoning.startsWith(m_reasoning)) {
        appendReasoning(reasoning.sliced(m_reasoning.size()));
    } else {
        m_reasoning = reasoning;
        restart();
    }
}

void Entry::appendReasoning(const QString &text)
{
    m_reasoning.append(text);
    m_tailStamp = ++m_stamp;
    if (!m_reader.isInReply())
        return;
    m_isLate = true;
    if (!m_details.isRunning())
        restart();
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
        const ReplyReader::Piece piece = m_reader.next(texts(), Slice);
        if (piece.isThought && !m_scanner->isInThought())
            m_tailStamp = ++m_stamp;
        m_scanner->feed(piece);
        takeLeaves(m_scanner->takeFirstChanged());
    } while (hasUnread() && !deadline.hasExpired());
    if (!hasUnread())
        m_scanner->setExpectingMore(m_details.isRunning());
    takeLeaves(m_scanner->takeFirstChanged());
    applyFold();
}

void Entry::readUserText()
{
    m_userLeaves = plainLeaves(m_source);
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
    const qsizetype kept = first < leafCount() ? first + 1 : first;
    std::erase_if(m_layouts, [kept](const auto &item) { return item.first >= kept; });
    markStale(first);
    if (m_openEndLeaf >= 0 && !isOpenEnd(m_openEndLeaf))
        markStale(std::exchange(m_openEndLeaf, -1));
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
        m_heights.append(isHidden(i) ? 0 : estimatedHeight(i));
    }
    // A definition may follow the links that use it.
    if (m_scanner && m_knownDefinitions != definitions()) {
        m_knownDefinitions = definitions();
        std::erase_if(m_layouts, [this](const auto &item) {
            return leaves()[item.first].source.contains(u'[');
        });
    }
}

void Entry::markStale(qsizetype leaf)
{
    if (const auto found = m_layouts.find(leaf); found != m_layouts.end())
        found->second.stale = true;
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
    const bool isRead = m_scanner || !m_userLeaves.isEmpty();
    if (isRead || (m_source.isEmpty() && m_reasoning.isEmpty()))
        return rowHeight(0) + rowHeight(tailRow()) + m_heights.total();
    return estimatedHeight(m_source.size(), m_frame);
}

int Entry::estimatedHeight(qsizetype length, const EntryFrame &frame)
{
    // Names, margins and actions are about four lines high.
    const int perLine = std::max(1, frame.width / frame.style.charWidths().body);
    const qsizetype lines = 5 + length * 3 / 2 / perLine;
    return int(std::min<qsizetype>(lines * frame.style.lineHeight, 1 << 30));
}

bool Entry::isOpenEnd(qsizetype leaf) const
{
    return leaf + 1 == leafCount() && m_details.isRunning();
}

const QList<CodeSpan> *Entry::colorsOf(qsizetype leaf)
{
    return m_scanner && leaves()[leaf].kind == LeafKind::CodeLine ? m_colors.of(*m_scanner, leaf)
                                                                  : nullptr;
}

bool Entry::hasLayout(qsizetype leaf, bool colored) const
{
    const auto found = m_layouts.find(leaf);
    return found != m_layouts.end() && found->second.colored == colored && !found->second.stale;
}

bool Entry::isLaidOut(qsizetype row)
{
    refresh();
    return row == 0 || row >= tailRow() || hasLayout(row - 1, colorsOf(row - 1) != nullptr);
}

bool Entry::layOut(qsizetype row)
{
    refresh();
    if (row == 0 || row >= tailRow())
        return false;
    const qsizetype index = row - 1;
    const QList<CodeSpan> *colors = colorsOf(index);
    if (hasLayout(index, colors != nullptr))
        return false;
    const Leaf &leaf = leaves()[index];
    LaidOut &laidOut = m_layouts[index];
    auto layout = std::make_unique<LeafLayout>(
        leaf, LeafContext{block(leaf), definitions(), m_frame.style, textWidth(leaf),
                          columnWidths(leaf), colors, isOpenEnd(index), laidOut.layout.get()});
    if (isOpenEnd(index))
        m_openEndLeaf = index;
    const int gap = gapAbove(index);
    const int height = gap + layout->height();
    const bool changed = height != m_heights.height(index);
    m_heights.setHeight(index, height);
    const RowStamp stamp{++m_stamp, laidOut.stamp.current, gap + layout->unchangedHeight()};
    laidOut = LaidOut{std::move(layout), stamp, colors != nullptr};
    ++m_layoutsMade;
    return changed;
}

const LeafLayout *Entry::layout(qsizetype leaf) const
{
    const auto found = m_layouts.find(leaf);
    return found == m_layouts.end() || found->second.stale ? nullptr : found->second.layout.get();
}

const LeafLayout *Entry::shownLayout(qsizetype leaf) const
{
    const auto found = m_layouts.find(leaf);
    return found == m_layouts.end() ? nullptr : found->second.layout.get();
}

RowStamp Entry::stamp(qsizetype row) const
{
    if (row == 0 || row >= tailRow())
        return {m_tailStamp, 0, 0};
    const auto found = m_layouts.find(row - 1);
    return found == m_layouts.end() ? RowStamp() : found->second.stamp;
}

void Entry::evictOutside(qsizetype firstRow, qsizetype lastRow)
{
    std::erase_if(m_layouts, [=](const auto &item) {
        return item.first + 1 < firstRow || item.first + 1 > lastRow;
    });
}

} // namespace litedeck
