// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/EntryStack.h"

#include <algorithm>
#include <chrono>

namespace litedeck {

using namespace std::chrono_literals;

EntryStack::EntryStack(EntryFrame frame)
    : m_frame(std::move(frame))
{}

void EntryStack::setFrame(const TranscriptStyle &style, int width)
{
    m_frame.style = style;
    m_frame.width = width;
    ++m_frame.generation;
}

void EntryStack::setTurns(const QList<Turn> &turns)
{
    m_entries.clear();
    m_fresh.clear();
    m_indices.clear();
    m_heights.truncate(0);
    m_unread.clear();
    m_withLayouts.clear();
    m_anchor = {};
    m_added.clear();
    m_opened = turns;
    m_entries.reserve(size_t(2 * turns.size()));
    m_indices.reserve(turns.size());
    for (const Turn &turn : turns)
        addRows(turn);
}

void EntryStack::appendTurn(const Turn &turn)
{
    m_added.append(turn);
    addRows(turn);
}

void EntryStack::addRows(const Turn &turn)
{
    m_indices.insert(turn.id, size());
    m_entries.emplace_back();
    m_entries.emplace_back();
    m_heights.append(Entry::estimatedHeight(turn.prompt.size(), m_frame));
    m_heights.append(Entry::estimatedHeight(turn.reply.size(), m_frame));
}

const Turn &EntryStack::turnOf(qsizetype index) const
{
    const qsizetype turn = index / 2;
    return turn < m_opened.size() ? m_opened[turn] : m_added[turn - m_opened.size()];
}

std::unique_ptr<Entry> EntryStack::copyOf(qsizetype index) const
{
    const Turn &turn = turnOf(index);
    const bool isReply = index % 2 == 1;
    auto entry = std::make_unique<Entry>(isReply ? Entry::Role::Assistant : Entry::Role::User,
                                         turn.id, m_frame);
    entry->setSource(isReply ? turn.reply : turn.prompt);
    Entry::Details details;
    details.isReadOnly = m_isReadOnly;
    if (isReply) {
        entry->setReasoning(turn.reasoning);
        details.take(turn);
    }
    entry->setDetails(details);
    return entry;
}

const std::unique_ptr<Entry> &EntryStack::made(qsizetype index) const
{
    std::unique_ptr<Entry> &entry = m_entries[size_t(index)];
    if (!entry) {
        entry = copyOf(index);
        if (entry->role() == Entry::Role::Assistant && index / 2 < m_opened.size())
            m_fresh.append(entry->id());
    }
    return entry;
}

qsizetype EntryStack::indexOf(const TurnId &id, Entry::Role role) const
{
    const auto found = m_indices.constFind(id);
    return found == m_indices.cend() ? -1 : *found + (role == Entry::Role::User ? 0 : 1);
}

void EntryStack::sync(qsizetype index)
{
    m_heights.setHeight(index, int(std::min<qint64>(at(index).height(), 1 << 30)));
}

int EntryStack::prepare(qsizetype index, qsizetype row)
{
    Entry &entry = at(index);
    if (!entry.isLaidOut(row)) {
        // At least one row, so that each frame comes closer to the end.
        if (m_hasLaidOut && m_deadline.hasExpired()) {
            m_isPartlyPlaced = true;
            return entry.rowHeight(row);
        }
        entry.layOut(row);
        m_hasLaidOut = true;
    }
    m_withLayouts.insert(index);
    sync(index);
    return entry.rowHeight(row);
}

void EntryStack::begin(qsizetype index)
{
    if (at(index).leafCount() == 0 && at(index).hasUnread())
        read(index, QDeadlineTimer(2ms));
}

bool EntryStack::toNext(Anchor &cursor) const
{
    const qsizetype next = at(cursor.entry).nextRow(cursor.row);
    if (next < at(cursor.entry).rowCount()) {
        cursor.row = next;
        return true;
    }
    if (cursor.entry + 1 >= size())
        return false;
    ++cursor.entry;
    cursor.row = 0;
    return true;
}

bool EntryStack::toPrevious(Anchor &cursor)
{
    if (cursor.row > 0) {
        cursor.row = at(cursor.entry).previousRow(cursor.row);
        return true;
    }
    if (cursor.entry == 0)
        return false;
    --cursor.entry;
    begin(cursor.entry);
    cursor.row = at(cursor.entry).tailRow();
    return true;
}

void EntryStack::scrollBy(int pixels)
{
    if (m_entries.empty())
        return;
    Anchor cursor = m_anchor;
    cursor.row = std::min(cursor.row, at(cursor.entry).tailRow());
    if (at(cursor.entry).isHidden(cursor.row - 1))
        cursor = {cursor.entry, 1, 0};
    cursor.offset += pixels;
    while (cursor.offset < 0 && toPrevious(cursor))
        cursor.offset += prepare(cursor.entry, cursor.row);
    cursor.offset = std::max(cursor.offset, 0);
    for (int height = prepare(cursor.entry, cursor.row); cursor.offset >= height;
         height = prepare(cursor.entry, cursor.row)) {
        if (!toNext(cursor))
            break;
        cursor.offset -= height;
    }
    m_anchor = cursor;
}

void EntryStack::jumpTo(qint64 position)
{
    if (m_entries.empty())
        return;
    const qsizetype index = m_heights.rowAt(position);
    Entry &entry = at(index);
    const qint64 inside = position - m_heights.top(index);
    const qint64 estimated = std::max<qint64>(entry.height(), 1);
    if (entry.hasUnread())
        read(index, QDeadlineTimer(2ms));
    const qint64 scaled = std::clamp<qint64>(inside * entry.height() / estimated, 0,
                                             std::max<qint64>(entry.height() - 1, 0));
    const qsizetype row = entry.rowAt(scaled);
    m_anchor = {index, row, int(scaled - entry.rowTop(row))};
    m_anchor.offset = std::clamp(m_anchor.offset, 0, std::max(0, prepare(index, row) - 1));
}

qint64 EntryStack::position() const
{
    if (m_entries.empty())
        return 0;
    return m_heights.top(m_anchor.entry) + at(m_anchor.entry).rowTop(m_anchor.row) +
           m_anchor.offset;
}

void EntryStack::anchorToEnd(int viewportHeight)
{
    Anchor cursor{size(), 0, 0};
    int covered = BottomMargin;
    while (covered < viewportHeight && toPrevious(cursor))
        covered += prepare(cursor.entry, cursor.row);
    m_anchor = {std::min(cursor.entry, size() - 1), cursor.row,
                std::max(0, covered - viewportHeight)};
}

bool EntryStack::fill(int viewportHeight, QList<Placed> &placed)
{
    placed.clear();
    Anchor cursor = m_anchor;
    int y = -cursor.offset;
    do {
        Entry &entry = at(cursor.entry);
        if (cursor.row == 0)
            begin(cursor.entry);
        const int height = prepare(cursor.entry, cursor.row);
        placed.append({cursor.entry, cursor.row, cursor.row == entry.tailRow(), y, height,
                       entry.stamp(cursor.row)});
        y += height;
    } while (y < viewportHeight && toNext(cursor));
    return y + BottomMargin >= viewportHeight;
}

QList<EntryStack::Placed> EntryStack::place(int viewportHeight, bool toEnd, QDeadlineTimer deadline)
{
    QList<Placed> placed;
    m_isPartlyPlaced = false;
    m_hasLaidOut = false;
    if (m_entries.empty())
        return placed;
    m_deadline = deadline;
    m_anchor.entry = std::clamp<qsizetype>(m_anchor.entry, 0, size() - 1);
    scrollBy(0);
    if (toEnd)
        anchorToEnd(viewportHeight);
    const bool atTop = m_anchor.entry == 0 && m_anchor.row == 0 && m_anchor.offset == 0;
    if (!fill(viewportHeight, placed) && !atTop) {
        anchorToEnd(viewportHeight);
        fill(viewportHeight, placed);
    }
    m_deadline = QDeadlineTimer::Forever;
    evict(placed);
    return placed;
}

void EntryStack::evict(const QList<Placed> &placed)
{
    QSet<qsizetype> kept;
    for (qsizetype i = 0; i < placed.size();) {
        const qsizetype entry = placed[i].entry;
        const qsizetype first = placed[i].row;
        while (i < placed.size() && placed[i].entry == entry)
            ++i;
        // A few rows around stay, so that small movements to and fro cost nothing.
        at(entry).evictOutside(first - 12, placed[i - 1].row + 12);
        kept.insert(entry);
    }
    for (const qsizetype entry : std::as_const(m_withLayouts)) {
        if (!kept.contains(entry) && entry < size())
            at(entry).evictOutside(0, -1);
    }
    m_withLayouts = kept;
}

void EntryStack::read(qsizetype index, QDeadlineTimer deadline)
{
    at(index).read(deadline);
    sync(index);
    if (at(index).hasUnread())
        m_unread.insert(index);
}

bool EntryStack::readOn(QDeadlineTimer deadline)
{
    const QSet<qsizetype> unread = m_unread;
    for (const qsizetype index : unread) {
        if (index < size() && at(index).hasUnread())
            read(index, deadline);
        if (index >= size() || !at(index).hasUnread())
            m_unread.remove(index);
        if (deadline.hasExpired())
            break;
    }
    return !m_unread.isEmpty();
}

} // namespace litedeck
