// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/EntryPainter.h"
#include "ui/chat/transcript/TranscriptRows.h"

namespace litedeck {

class TranscriptFinder;

/// Paints the rows in sight with what is marked in them: selection, matches, pointer, keyboard.
/// Repaints what changed and no more.
class TranscriptCanvas
{
public:
    using Row = TranscriptRows::Row;

    /// Where the keyboard is.
    struct Focus
    {
        qsizetype entry = -1;
        int action = -1; ///< Place among the entry's actions.
    };

    /// All outlive the canvas.
    TranscriptCanvas(QWidget &viewport, const EntryStack &stack, const TranscriptRows &rows,
                     const TranscriptFinder &finder);
    Q_DISABLE_COPY_MOVE(TranscriptCanvas)

    void paint(QPainter &painter, const QRegion &region) const;
    /// Moves what only moved since these rows were in sight, and paints the rest anew.
    void repaintDifference(const QList<Row> &before);
    void repaintAll();

    const TranscriptSelection &selection() const { return m_selection; }
    void setSelection(const TranscriptSelection &selection);
    const TranscriptHit &hovered() const { return m_hovered; }
    void setHovered(const TranscriptHit &hit);
    Focus focus() const { return m_focus; }
    void setFocus(Focus focus);
    /// Shows on a copy button that it was pressed; that of the message, or of a block of code.
    void showCopied(qsizetype entry, int codeBlock = -1);
    void hideCopied();

private:
    void paintEntry(QPainter &painter, qsizetype first, qsizetype last,
                    const QList<TranscriptRows::CodeRun> &runs, const QRect &clip) const;
    void paintFocus(QPainter &painter) const;
    LeafMarks marksOf(qsizetype entry, qsizetype leaf) const;
    EntryPainter::Interaction interactionOf(qsizetype entry) const;
    void repaint(qsizetype entry);

    QWidget &m_viewport;
    const EntryStack &m_stack;
    const TranscriptRows &m_rows;
    const TranscriptFinder &m_finder;
    TranscriptSelection m_selection;
    TranscriptHit m_hovered;
    Focus m_focus;
    qsizetype m_copiedEntry = -1;
    int m_copiedCode = -1;
    QRect m_stuckBar; ///< As it was painted last.
};

} // namespace litedeck
