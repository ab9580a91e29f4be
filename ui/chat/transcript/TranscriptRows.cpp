// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptRows.h"

#include "ui/chat/transcript/EntryPainter.h"

#include <QWidget>

#include <algorithm>

namespace litedeck {

TranscriptRows::TranscriptRows(const EntryStack &stack, const QWidget &viewport)
    : m_stack(stack)
    , m_viewport(viewport)
{}

void TranscriptRows::set(const QList<Row> &rows)
{
    m_rows = rows;
    m_isIncomplete = false;
}

void TranscriptRows::dropStale(qsizetype index)
{
    const Entry &entry = m_stack.at(index);
    const auto isStale = [index, &entry](const Row &row) {
        const bool isLeaf = row.entry == index && !row.tail && row.row > 0;
        return isLeaf && (row.row > entry.leafCount() || entry.shownLayout(row.row - 1) == nullptr);
    };
    if (m_rows.removeIf(isStale) > 0)
        m_isIncomplete = true;
    for (Row &row : m_rows) {
        if (row.entry == index && row.tail)
            row.row = entry.tailRow();
    }
}

void TranscriptRows::dropStale()
{
    QSet<qsizetype> entries;
    for (const Row &row : std::as_const(m_rows))
        entries.insert(row.entry);
    for (const qsizetype index : std::as_const(entries))
        dropStale(index);
}

int TranscriptRows::columnLeft() const
{
    return (m_viewport.width() - m_stack.frame().width) / 2;
}

QRect TranscriptRows::rowRect(const Row &row) const
{
    return {columnLeft(), row.y, m_stack.frame().width, row.height};
}

QRect TranscriptRows::leafBox(const Row &row) const
{
    return EntryPainter::leafBox(rowRect(row), m_stack.at(row.entry), row.row - 1);
}

QPoint TranscriptRows::chromeOrigin(const Row &row) const
{
    return {columnLeft(), row.y + (row.tail ? m_stack.at(row.entry).tailGap() : 0)};
}

QRect TranscriptRows::entryRect(qsizetype index) const
{
    const auto found = std::ranges::find(m_rows, index, &Row::entry);
    if (found == m_rows.cend())
        return {};
    const Entry &entry = m_stack.at(index);
    // Painters lose precision far outside of the window.
    constexpr qint64 Far = 20000;
    const qint64 top = found->y - entry.rowTop(found->row);
    const qint64 bottom = top + entry.height();
    const int clampedTop = int(std::max(top, -Far));
    return {columnLeft(), clampedTop, m_stack.frame().width,
            int(std::min(bottom, Far)) - clampedTop};
}

QRect TranscriptRows::actionRect(qsizetype index, const EntryAction &action) const
{
    if (index < 0 || index >= m_stack.size())
        return {};
    const Entry &entry = m_stack.at(index);
    const bool inTail = entry.role() == Entry::Role::Assistant;
    for (const Row &row : m_rows) {
        if (action.foldsThoughts() && row.entry == index && row.row == 1)
            return rowRect(row);
        if (row.entry != index || (inTail ? !row.tail : row.row != 0))
            continue;
        for (const auto &button : EntryChrome::buttons(entry)) {
            if (button.action == action)
                return button.rect.translated(chromeOrigin(row));
        }
    }
    return {};
}

QRect TranscriptRows::lineRect(const TextPlace &place) const
{
    for (const Row &row : m_rows) {
        if (row.entry != place.entry || row.tail || row.row != place.leaf + 1)
            continue;
        const LeafLayout *layout = m_stack.at(place.entry).layout(place.leaf);
        return layout != nullptr ? layout->lineRect(place.offset).translated(leafBox(row).topLeft())
                                 : QRect();
    }
    return {};
}

QList<TranscriptRows::CodeRun> TranscriptRows::codeRuns() const
{
    QList<CodeRun> runs;
    for (const Row &row : m_rows) {
        if (row.row == 0 || row.tail)
            continue;
        const Entry &entry = m_stack.at(row.entry);
        const qsizetype index = row.row - 1;
        const Leaf &leaf = entry.leaves()[index];
        if (!isCode(leaf.kind))
            continue;
        const bool goesOn =
            !runs.isEmpty() && runs.last().entry == row.entry && runs.last().block == leaf.block;
        if (!goesOn) {
            CodeRun run{row.entry, leaf.block, rowRect(row), {}, false};
            const int top = leaf.kind == LeafKind::CodeHead ? row.y + entry.gapAbove(index) : -64;
            run.card.setLeft(run.card.left() + m_stack.frame().style.indentOf(leaf));
            run.card.setTop(top);
            runs.append(run);
        }
        const bool last =
            index + 1 == entry.leafCount() || entry.leaves()[index + 1].block != leaf.block;
        runs.last().card.setBottom(row.y + row.height - 1 +
                                   (last ? TranscriptStyle::CodeCapHeight : 64));
    }
    for (CodeRun &run : runs) {
        const int top = std::min(std::max(run.card.top(), 0),
                                 run.card.bottom() + 1 - TranscriptStyle::CodeHeadHeight);
        run.isStuck = run.card.top() < 0;
        run.bar = {run.card.left(), run.isStuck ? top : run.card.top(), run.card.width(),
                   TranscriptStyle::CodeHeadHeight};
    }
    return runs;
}

TranscriptHit TranscriptRows::hitTest(QPoint point) const
{
    TranscriptHit hit;
    hit.place = placeAt(point);
    const QList<CodeRun> runs = codeRuns();
    for (const CodeRun &run : runs) {
        if (EntryPainter::codeButtonRect(run.bar, m_stack.frame().style).contains(point)) {
            hit.entry = run.entry;
            hit.codeBlock = run.block;
            return hit;
        }
    }
    const auto found = std::ranges::find_if(m_rows, [point](const Row &row) {
        return point.y() >= row.y && point.y() < row.y + row.height;
    });
    if (found == m_rows.cend())
        return hit;
    hit.entry = found->entry;
    const Entry &entry = m_stack.at(found->entry);
    if (found->row == 0 || found->tail) {
        const bool holdsButtons = (found->row == 0) == (entry.role() == Entry::Role::User);
        if (!holdsButtons)
            return hit;
        for (const auto &button : EntryChrome::buttons(entry)) {
            if (button.rect.translated(chromeOrigin(*found)).contains(point))
                hit.action = button.action;
        }
        return hit;
    }
    if (entry.leaves()[found->row - 1].kind == LeafKind::ThoughtHead) {
        hit.action = entry.isFolded() ? EntryAction::ShowThoughts : EntryAction::HideThoughts;
        return hit;
    }
    if (const LeafLayout *layout = entry.layout(found->row - 1))
        hit.link = layout->linkAt(QPointF(point - leafBox(*found).topLeft()));
    return hit;
}

TextPlace TranscriptRows::placeAt(QPoint point) const
{
    TextPlace place;
    for (const Row &row : m_rows) {
        const Entry &entry = m_stack.at(row.entry);
        if (row.row == 0) {
            place = {row.entry, 0, 0};
        } else if (row.tail) {
            place = {row.entry, entry.leafCount(), 0};
        } else if (const LeafLayout *layout = entry.layout(row.row - 1)) {
            const QPoint inside = point - leafBox(row).topLeft();
            place = {row.entry, row.row - 1, layout->offsetAt(QPointF(inside))};
        }
        if (point.y() < row.y + row.height)
            break;
    }
    return place;
}

TextPlace TranscriptRows::firstPlace() const
{
    for (const Row &row : m_rows) {
        if (row.y < 0)
            continue;
        const qsizetype leaf =
            row.tail ? m_stack.at(row.entry).leafCount() : std::max<qsizetype>(row.row - 1, 0);
        return {row.entry, leaf, 0};
    }
    return {0, 0, 0};
}

} // namespace litedeck
