// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/Entry.h"

#include "ui/chat/transcript/EntryChrome.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck {

Entry::Entry(Role role, TurnId id, const EntryFrame &frame)
    : m_frame(frame)
    , m_role(role)
    , m_id(std::move(id))
    , m_text(role == Role::Assistant)
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
    m_text.setRunning(details.isRunning());
    forgetOtherText();
    if (m_text.scanner() != nullptr && !hasUnread())
        takeLeaves(m_text.takeFirstChanged());
    applyFold();
}

void Entry::forgetOtherText()
{
    if (std::exchange(m_textNumber, m_text.number()) == m_text.number())
        return;
    m_heights.truncate(0);
    m_layouts.clear();
    m_tables.clear();
    m_colors.clear();
    m_openEndLeaf = -1;
}

void Entry::setSource(const QString &source)
{
    if (source == m_text.source())
        return;
    m_tailStamp = ++m_stamp;
    m_text.setSource(source);
    forgetOtherText();
}

void Entry::append(const QString &text)
{
    if (m_text.source().isEmpty())
        m_tailStamp = ++m_stamp;
    m_text.append(text);
}

void Entry::setReasoning(const QString &reasoning)
{
    if (reasoning == m_text.reasoning())
        return;
    m_tailStamp = ++m_stamp;
    m_text.setReasoning(reasoning);
    forgetOtherText();
}

void Entry::appendReasoning(const QString &text)
{
    m_tailStamp = ++m_stamp;
    m_text.appendReasoning(text);
    forgetOtherText();
}

void Entry::read(QDeadlineTimer deadline)
{
    refresh();
    do {
        const bool wasInThought = m_text.isInThought();
        m_text.readSlice();
        if (m_text.isInThought() && !wasInThought)
            m_tailStamp = ++m_stamp;
        takeLeaves(m_text.takeFirstChanged());
    } while (hasUnread() && !deadline.hasExpired());
    applyFold();
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
        const bool widened = leaf.kind == LeafKind::TableRow &&
                             m_tables.measure(leaf, m_text.block(leaf), definitions(),
                                              m_frame.style, textWidth(leaf));
        if (widened) {
            std::erase_if(m_layouts, [this, &leaf](const auto &item) {
                return leaves()[item.first].block == leaf.block;
            });
        }
        m_heights.append(isHidden(i) ? 0 : estimatedHeight(i));
    }
    // A definition may follow the links that use it.
    if (m_knownDefinitions != definitions()) {
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
        return EntryChrome::headHeight(*this);
    if (row < tailRow())
        return m_heights.height(row - 1);
    const std::pair key(m_frame.generation, m_tailStamp);
    if (m_tailKey != key) {
        m_tailKey = key;
        m_tailHeight = EntryChrome::tailHeight(*this);
    }
    return tailGap() + m_tailHeight;
}

int Entry::tailGap() const
{
    return !leaves().isEmpty() && isCode(leaves().last().kind) ? TranscriptStyle::CodeCapHeight : 0;
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
    if (m_text.isBegun() || m_text.isEmpty())
        return rowHeight(0) + rowHeight(tailRow()) + m_heights.total();
    return estimatedHeight(m_text.source().size(), m_frame);
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
    const BlockScanner *scanner = m_text.scanner();
    return scanner != nullptr && leaves()[leaf].kind == LeafKind::CodeLine
               ? m_colors.of(*scanner, leaf)
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
        leaf, LeafContext{m_text.block(leaf), definitions(), m_frame.style, textWidth(leaf),
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

int Entry::estimatedHeight(qsizetype leaf) const
{
    return gapAbove(leaf) +
           m_frame.style.estimatedHeight(leaves()[leaf], textWidth(leaves()[leaf]));
}

bool Entry::isFolded() const
{
    if (!hasThoughts())
        return false;
    // The reply may be there before it was read.
    const bool isAhead = !source().isEmpty() &&
                         (!m_text.reasoning().isEmpty() || (!m_details.isRunning() && hasUnread()));
    return m_wantsFolded.value_or(isAhead || !m_text.isInThought());
}

void Entry::setFolded(bool folded)
{
    m_wantsFolded = folded;
    applyFold();
}

bool Entry::isHidden(qsizetype leaf) const
{
    return leaf > 0 && leaf < m_text.thoughtLeaves() && isFolded();
}

void Entry::applyFold()
{
    const bool folded = isFolded();
    if (m_wasFolded == folded)
        return;
    m_wasFolded = folded;
    m_tailStamp = ++m_stamp;
    for (qsizetype i = 1; i < m_text.thoughtLeaves(); ++i)
        m_heights.setHeight(i, folded ? 0 : estimatedHeight(i));
    std::erase_if(m_layouts,
                  [this](const auto &item) { return item.first < m_text.thoughtLeaves(); });
}

qsizetype Entry::nextRow(qsizetype row) const
{
    return isHidden(row) ? m_text.thoughtLeaves() + 1 : row + 1;
}

qsizetype Entry::previousRow(qsizetype row) const
{
    return isHidden(row - 2) ? 1 : row - 1;
}

} // namespace litedeck
