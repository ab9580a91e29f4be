// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptPrivate.h"

#include <algorithm>

namespace litedeck {

void TranscriptPrivate::paint(QPainter &painter, const QRegion &region)
{
    if (isIncomplete && !settling) {
        placed = stack.place(q.viewport()->height(), following);
        isIncomplete = false;
        q.viewport()->update();
    }
    const QRect clip = region.boundingRect();
    painter.setClipRegion(region);
    painter.fillRect(clip, stack.frame().style.theme.surface);
    for (qsizetype first = 0; first < placed.size();) {
        qsizetype last = first;
        while (last + 1 < placed.size() && placed[last + 1].entry == placed[first].entry)
            ++last;
        paintEntry(painter, first, last, clip);
        first = last + 1;
    }
    const QList<CodeRun> runs = codeRuns();
    for (const CodeRun &run : runs) {
        if (!run.stuck || !run.bar.intersects(clip))
            continue;
        const Entry &entry = stack.at(run.entry);
        EntryPainter entryPainter(painter, entry, stack.frame(), clip);
        entryPainter.drawCodeCard(run.bar.adjusted(0, -Radius::M, 0, 0));
        entryPainter.drawCodeBar(run.bar, entry.languageOf(run.block), interactionOf(run.entry),
                                 run.block);
    }
    paintFocus(painter);
}

void TranscriptPrivate::paintEntry(QPainter &painter, qsizetype first, qsizetype last,
                                   const QRect &clip) const
{
    const qsizetype index = placed[first].entry;
    const Entry &entry = stack.at(index);
    const EntryPainter::Interaction interaction = interactionOf(index);
    EntryPainter entryPainter(painter, entry, stack.frame(), clip);
    entryPainter.drawBand(entryRect(index));
    const QList<CodeRun> runs = codeRuns();
    for (const CodeRun &run : runs) {
        if (run.entry != index || !run.card.intersects(clip))
            continue;
        entryPainter.drawCodeCard(run.card);
        if (!run.stuck && run.bar.intersects(clip))
            entryPainter.drawCodeBar(run.bar, entry.languageOf(run.block), interaction, run.block);
    }
    for (qsizetype i = first; i <= last; ++i) {
        const QRect rect = rowRect(placed[i]);
        if (!rect.adjusted(-Spacing::L, 0, Spacing::L, 0).intersects(clip))
            continue;
        const QRect chrome(chromeOrigin(placed[i]), rect.size());
        if (placed[i].row == 0)
            entryPainter.drawHead(chrome, interaction);
        else if (placed[i].tail)
            entryPainter.drawTail(chrome, interaction);
        else
            entryPainter.drawLeaf(rect, placed[i].row - 1, marksOf(index, placed[i].row - 1),
                                  interaction);
    }
}

LeafMarks TranscriptPrivate::marksOf(qsizetype entry, qsizetype leaf) const
{
    LeafMarks marks{selection.rangeIn(entry, leaf), {}, {}};
    if (finder.isActive()) {
        marks.found = finder.foundIn(entry, leaf);
        marks.current = finder.currentIn(entry, leaf);
    }
    return marks;
}

void TranscriptPrivate::paintFocus(QPainter &painter) const
{
    if (focusedEntry < 0 || !q.hasFocus())
        return;
    const QRect rect = entryRect(focusedEntry);
    if (rect.isEmpty())
        return;
    const int top = EntryChrome::topMargin(stack.at(focusedEntry));
    const bool user = stack.at(focusedEntry).role() == Entry::Role::User;
    painter.setPen(QPen(stack.frame().style.theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    const int side = user ? 0 : Spacing::M;
    const int above = user ? 0 : Spacing::S;
    painter.drawRoundedRect(QRectF(rect).adjusted(-side, top - above, side, user ? 0 : above),
                            Radius::M, Radius::M);
}

EntryPainter::Interaction TranscriptPrivate::interactionOf(qsizetype entry) const
{
    EntryPainter::Interaction interaction;
    if (hovered.entry == entry) {
        interaction.hovered = hovered.action;
        interaction.hoveredCode = hovered.codeBlock;
    }
    if (copied.entry == entry && copied.codeBlock < 0)
        interaction.copied = EntryAction::Copy;
    if (copied.entry == entry)
        interaction.copiedCode = copied.codeBlock;
    if (focusedEntry == entry && focusedAction >= 0 && q.hasFocus()) {
        const QList<EntryAction> actions = EntryChrome::actions(stack.at(entry));
        if (focusedAction < actions.size())
            interaction.focused = actions[focusedAction];
    }
    return interaction;
}

} // namespace litedeck
