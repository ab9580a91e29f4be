// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/EntryAction.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/chat/transcript/TranscriptSelection.h"

#include <optional>

class QWidget;

namespace litedeck {

/// What lies under a point of the viewport.
struct TranscriptHit
{
    TextPlace place;
    QString link;
    qsizetype entry = -1;
    std::optional<EntryAction> action;
    int codeBlock = -1; ///< Whose copy button is there.

    bool isOnControl() const { return action || codeBlock >= 0; }
    bool isSameControl(const TranscriptHit &other) const
    {
        return entry == other.entry && action == other.action && codeBlock == other.codeBlock;
    }
};

/// The rows in sight, and what of them is where in the viewport.
class TranscriptRows
{
public:
    using Row = EntryStack::Placed;

    /// A block of code in sight.
    struct CodeRun
    {
        qsizetype entry = 0;
        int block = 0;
        QRect card; ///< May reach out of the viewport.
        QRect bar;  ///< Sticks to the viewport's top while the block is in sight.
        bool isStuck = false;
    };

    /// Both outlive the rows.
    TranscriptRows(const EntryStack &stack, const QWidget &viewport);
    Q_DISABLE_COPY_MOVE(TranscriptRows)

    const QList<Row> &all() const { return m_rows; }
    void set(const QList<Row> &rows);
    /// Drops rows of leaves that the entry has no more, or that were never laid out as they are.
    void dropStale(qsizetype entry);
    /// The same for all entries in sight.
    void dropStale();
    /// Whether rows in sight were dropped since they were set.
    bool isIncomplete() const { return m_isIncomplete; }

    QRect rowRect(const Row &row) const;
    /// Where the layout of a leaf's row stands.
    QRect leafBox(const Row &row) const;
    /// The point that a head's or tail's buttons are relative to.
    QPoint chromeOrigin(const Row &row) const;
    /// Empty for an entry out of sight; may reach out of the viewport.
    QRect entryRect(qsizetype entry) const;
    /// Empty for an action that the entry does not have, or out of sight.
    QRect actionRect(qsizetype entry, const EntryAction &action) const;
    /// The line of a place in the text; empty out of sight.
    QRect lineRect(const TextPlace &place) const;
    QList<CodeRun> codeRuns() const;

    TranscriptHit hitTest(QPoint point) const;
    TextPlace placeAt(QPoint point) const;
    /// Where the text in sight begins.
    TextPlace firstPlace() const;

private:
    int columnLeft() const;

    const EntryStack &m_stack;
    const QWidget &m_viewport;
    QList<Row> m_rows;
    bool m_isIncomplete = false;
};

} // namespace litedeck
