// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptCanvas.h"

#include "ui/chat/transcript/TranscriptFinder.h"

#include <QWidget>

#include <cstdlib>
#include <utility>

namespace litedeck {

namespace {

using Row = TranscriptRows::Row;

bool isSameRow(const Row &a, const Row &b)
{
    return a.entry == b.entry && a.tail == b.tail && (a.tail || a.row == b.row);
}

int bottomOf(const QList<Row> &rows)
{
    return rows.isEmpty() ? 0 : rows.last().y + rows.last().height;
}

} // namespace

TranscriptCanvas::TranscriptCanvas(QWidget &viewport, const EntryStack &stack,
                                   const TranscriptRows &rows, const TranscriptFinder &finder)
    : m_viewport(viewport)
    , m_stack(stack)
    , m_rows(rows)
    , m_finder(finder)
{}

void TranscriptCanvas::paint(QPainter &painter, const QRegion &region) const
{
    const QRect clip = region.boundingRect();
    painter.setClipRegion(region);
    painter.fillRect(clip, m_stack.frame().style.theme.surface);
    const QList<Row> &rows = m_rows.all();
    const QList<TranscriptRows::CodeRun> runs = m_rows.codeRuns();
    for (qsizetype first = 0; first < rows.size();) {
        qsizetype last = first;
        while (last + 1 < rows.size() && rows[last + 1].entry == rows[first].entry)
            ++last;
        paintEntry(painter, first, last, runs, clip);
        first = last + 1;
    }
    for (const TranscriptRows::CodeRun &run : runs) {
        if (!run.isStuck || !run.bar.intersects(clip))
            continue;
        const Entry &entry = m_stack.at(run.entry);
        EntryPainter entryPainter(painter, entry, clip);
        entryPainter.drawCodeCard(run.bar.adjusted(0, -Radius::M, 0, 0));
        entryPainter.drawCodeBar(run.bar, entry.text().languageOf(run.block),
                                 interactionOf(run.entry), run.block);
    }
    paintFocus(painter);
}

void TranscriptCanvas::paintEntry(QPainter &painter, qsizetype first, qsizetype last,
                                  const QList<TranscriptRows::CodeRun> &runs,
                                  const QRect &clip) const
{
    const QList<Row> &rows = m_rows.all();
    const qsizetype index = rows[first].entry;
    const Entry &entry = m_stack.at(index);
    const EntryPainter::Interaction interaction = interactionOf(index);
    EntryPainter entryPainter(painter, entry, clip);
    entryPainter.drawBand(m_rows.entryRect(index));
    for (const TranscriptRows::CodeRun &run : runs) {
        if (run.entry != index || !run.card.intersects(clip))
            continue;
        entryPainter.drawCodeCard(run.card);
        if (!run.isStuck && run.bar.intersects(clip))
            entryPainter.drawCodeBar(run.bar, entry.text().languageOf(run.block), interaction,
                                     run.block);
    }
    for (qsizetype i = first; i <= last; ++i) {
        const QRect rect = m_rows.rowRect(rows[i]);
        if (!rect.adjusted(-Spacing::L, 0, Spacing::L, 0).intersects(clip))
            continue;
        const QRect chrome(m_rows.chromeOrigin(rows[i]), rect.size());
        if (rows[i].row == 0)
            entryPainter.drawHead(chrome, interaction);
        else if (rows[i].tail)
            entryPainter.drawTail(chrome, interaction);
        else
            entryPainter.drawLeaf(rect, rows[i].row - 1, marksOf(index, rows[i].row - 1),
                                  interaction);
    }
}

LeafMarks TranscriptCanvas::marksOf(qsizetype entry, qsizetype leaf) const
{
    LeafMarks marks{m_selection.rangeIn(entry, leaf), {}, {}};
    if (m_finder.isActive()) {
        marks.found = m_finder.foundIn(entry, leaf);
        marks.current = m_finder.currentIn(entry, leaf);
    }
    return marks;
}

void TranscriptCanvas::paintFocus(QPainter &painter) const
{
    if (m_focus.entry < 0 || !m_viewport.hasFocus())
        return;
    const QRect rect = m_rows.entryRect(m_focus.entry);
    if (rect.isEmpty())
        return;
    const Entry &entry = m_stack.at(m_focus.entry);
    const int top = EntryChrome::topMargin(entry);
    const bool user = entry.role() == Entry::Role::User;
    painter.setPen(QPen(m_stack.frame().style.theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    const int side = user ? 0 : Spacing::M;
    const int above = user ? 0 : Spacing::S;
    painter.drawRoundedRect(QRectF(rect).adjusted(-side, top - above, side, user ? 0 : above),
                            Radius::M, Radius::M);
}

EntryPainter::Interaction TranscriptCanvas::interactionOf(qsizetype entry) const
{
    EntryPainter::Interaction interaction;
    if (m_hovered.entry == entry) {
        interaction.hovered = m_hovered.action;
        interaction.hoveredCode = m_hovered.codeBlock;
    }
    if (m_copiedEntry == entry && m_copiedCode < 0)
        interaction.copied = EntryAction::Copy;
    if (m_copiedEntry == entry)
        interaction.copiedCode = m_copiedCode;
    if (m_focus.entry == entry && m_focus.action >= 0 && m_viewport.hasFocus()) {
        const QList<EntryAction> actions = EntryChrome::actions(m_stack.at(entry));
        if (m_focus.action < actions.size())
            interaction.focused = actions[m_focus.action];
    }
    return interaction;
}

void TranscriptCanvas::repaintDifference(const QList<Row> &before)
{
    const QRect barBefore = std::exchange(m_stuckBar, {});
    for (const TranscriptRows::CodeRun &run : m_rows.codeRuns()) {
        if (run.isStuck)
            m_stuckBar = run.bar;
    }
    // Both lists are in the order of the text.
    std::optional<int> delta;
    QRegion dirty;
    qsizetype old = 0;
    for (const Row &row : m_rows.all()) {
        while (old < before.size() && !isSameRow(before[old], row) &&
               std::pair(before[old].entry, before[old].row) < std::pair(row.entry, row.row))
            ++old;
        const bool known = old < before.size() && isSameRow(before[old], row);
        if (known && !delta)
            delta = row.y - before[old].y;
        const bool moved = !known || row.y != before[old].y + delta.value_or(0);
        const QRect rect = m_rows.rowRect(row).adjusted(-Spacing::L, -2, Spacing::L, 2);
        if (!moved && row.stamp.previous == before[old].stamp.current && row.stamp.previous != 0)
            dirty += rect.adjusted(0, row.stamp.unchangedHeight, 0, 0);
        else if (moved || before[old].stamp.current != row.stamp.current ||
                 before[old].height != row.height)
            dirty += rect;
    }
    if (!delta || std::abs(*delta) >= m_viewport.height())
        return repaintAll();
    const int oldBottom = bottomOf(before) + *delta;
    const int newBottom = bottomOf(m_rows.all());
    if (newBottom < oldBottom)
        dirty += QRect(0, newBottom, m_viewport.width(), oldBottom - newBottom);
    if (*delta != 0)
        m_viewport.scroll(0, *delta);
    if (m_focus.entry >= 0 && m_viewport.hasFocus() && !m_rows.entryRect(m_focus.entry).isEmpty())
        return repaintAll();
    if (m_stuckBar != barBefore || *delta != 0) {
        dirty += barBefore.translated(0, *delta);
        dirty += m_stuckBar;
    }
    if (!dirty.isEmpty())
        m_viewport.update(dirty);
}

void TranscriptCanvas::repaintAll()
{
    m_viewport.update();
}

void TranscriptCanvas::repaint(qsizetype entry)
{
    const QRect rect = entry < 0 ? QRect() : m_rows.entryRect(entry);
    if (!rect.isEmpty())
        m_viewport.update(rect.adjusted(-Spacing::L, -Spacing::L, Spacing::L, Spacing::L));
}

void TranscriptCanvas::setSelection(const TranscriptSelection &selection)
{
    m_selection = selection;
    repaintAll();
}

void TranscriptCanvas::setHovered(const TranscriptHit &hit)
{
    const TranscriptHit before = std::exchange(m_hovered, hit);
    if (hit.isSameControl(before))
        return;
    repaint(before.entry);
    repaint(hit.entry);
}

void TranscriptCanvas::setFocus(Focus focus)
{
    repaint(std::exchange(m_focus, focus).entry);
    repaint(focus.entry);
}

void TranscriptCanvas::showCopied(qsizetype entry, int codeBlock)
{
    hideCopied();
    m_copiedEntry = entry;
    m_copiedCode = codeBlock;
    repaint(entry);
}

void TranscriptCanvas::hideCopied()
{
    repaint(std::exchange(m_copiedEntry, -1));
}

} // namespace litedeck
